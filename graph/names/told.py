"""told: names of which their sentence says what they are: the company Telvane; Sonavo, a mining firm."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.model import EntityType, Span
from graph.names.body_heads import load_heads
from graph.names.worded import Worded

if TYPE_CHECKING:
    from spacy.tokens import Token

_LEADERS = frozenset({"CEO", "chairman", "chairwoman", "chief", "leader"})
_PARTING = frozenset({",", "–", "—", "-"})
_BRACKETS = frozenset({" ", "] ", ") "})
# "Of an organization, Ana Paz": who has an office of it, not its name.
_OWNING = frozenset({"at", "for", "from", "in", "of", "with"})
_NOUNS = frozenset({"appos", "attr"})


def told_type(line: Worded, start: int, end: int) -> EntityType | None:
    """Return the type that the noun before, after or behind a name says it has."""
    beside = _told_before(line, start) or told_after(line, end) or _told_behind(line, end)
    return beside or _told_by_apposition(line, start, end)


def _told_before(line: Worded, start: int) -> EntityType | None:
    """Read "the company Telvane", "[the village] Telvane" and "companies such as Sonavo and Telvane"."""
    before = line.words[start - 1] if start > 0 else None
    if before is not None and before.text in {"]", ")"} and start > 1:
        before = line.words[start - 2]
    gap = line.quote(Span(before.span.end, line.words[start].span.start)) if before is not None else ""
    is_beside = before is not None and not before.capital and gap in _BRACKETS
    told = load_heads().before.get((before.folded,)) if is_beside and before is not None else None
    return told or _told_of_several(line.tokens[start])


def _told_of_several(first: Token) -> EntityType | None:
    """Read "the banks Sonavo and Telvane" and "companies such as Sonavo and Telvane"."""
    name = next((each for each in (first, *first.ancestors) if each.dep_ != "compound"), first)
    while name.dep_ == "conj":
        name = name.head
    at = name.left_edge.i - 1
    if at > 0 and name.doc[at - 1 : at + 1].text == "such as":
        at -= 2
    noun = name.doc[at] if at >= 0 else name
    is_plural = noun.tag_ == "NNS" and noun.lower_ != noun.lemma_
    return load_heads().before.get((noun.lemma_,)) if is_plural else None


def told_after(line: Worded, end: int) -> EntityType | None:
    """Read "the Velkan region" and "the Velkan news agency"."""
    if end >= len(line.words) or line.between(end - 1) != " ":
        return None
    behind = [word.folded if not word.capital else "" for word in line.words[end : end + 2]]
    kinds = (load_heads().after.get(tuple(behind[:length])) for length in (2, 1))
    return next(filter(None, kinds), None)


def _told_behind(line: Worded, end: int) -> EntityType | None:
    """Read "Sonavo, a mining firm" and "Sonavo is a mining firm"."""
    name = line.tokens[end - 1]
    holders = (name, name.head) if name.dep_ == "nsubj" and name.head.lemma_ == "be" else (name,)
    nouns = (child for holder in holders for child in holder.children if child.i > name.i)
    return next(filter(None, (_said_by(noun) for noun in nouns if noun.dep_ in _NOUNS)), None)


def _told_by_apposition(line: Worded, start: int, end: int) -> EntityType | None:
    """Read "an armed movement, Telvane," but not "the head of an armed movement, Ana Paz,"."""
    if start < 3 or line.words[start - 1].text not in _PARTING or line.words[start - 2].capital:
        return None
    noun = line.tokens[start - 2]
    is_closed = end >= len(line.words) or not line.words[end].text[0].isalnum()
    is_one = is_closed and any(child.lower_ in {"a", "an"} for child in noun.children)
    is_owner = noun.dep_ == "pobj" and noun.head.lower_ in _OWNING
    return load_heads().behind.get((noun.lower_,)) if is_one and not is_owner else None


def _said_by(noun: Token) -> EntityType | None:
    """Return the type that a noun says, unless it may be the next of a list: "Hadu, the party and A"."""
    inside = {child.dep_ for child in noun.children}
    if any(child.lower_ == "to" for child in noun.children):
        return None  # "was a party to the agreement"
    is_one = any(child.lower_ in {"a", "an"} for child in noun.children) or not inside <= {"det", "punct"}
    return load_heads().behind.get((noun.lower_,)) if is_one and "conj" not in inside else None


def is_led(line: Worded, start: int, end: int) -> bool:
    """Tell whether a leader shows that a name is no person's: [Alta Verna] leader Ana Paz."""
    if start > 1 and line.words[start - 1].text == "of" and line.words[start - 2].text in _LEADERS:
        return not (end < len(line.words) and (line.words[end].text == "s" or line.words[end].capital))
    behind = line.words[end : end + 2]
    is_titled = len(behind) == 2 and behind[0].text in _LEADERS and behind[1].capital
    return is_titled and line.between(end - 1) == " " == line.between(end)


def is_of_plan(line: Worded, end: int) -> bool:
    """Tell whether capitals go on behind a name up to what is no one's: [Ana Velkan] Visiting Programme."""
    while end < len(line.words) and line.words[end].capital and line.between(end - 1) == " ":
        if line.words[end].folded in load_heads().nothing:
            return not line.is_titled
        end += 1
    return False
