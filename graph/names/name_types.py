"""name_types: the type that a name's words and its place in the sentence show."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from graph.linking.gazetteer import Found, Gazetteer
from graph.model import EntityType
from graph.names.body_heads import load_heads
from graph.names.metonyms import load_cues, opens_dateline
from graph.names.ordinary import is_ordinary
from graph.names.person_names import TAILS, load_titles
from graph.names.told import is_led, told_type
from graph.names.worded import Worded
from graph.names.words import HYPHENS

if TYPE_CHECKING:
    from spacy.tokens import Token

# What opens an apposition that is a title, though the title has a capital.
BEFORE_TITLES = frozenset({"then", "former", "its", "their", "his", "her"})
LONGEST_ACRONYM = 5  # letters
LOCATIVE = frozenset({"in", "at", "near", "outside", "around", "via", "inside"})
SPEECH = frozenset(
    {
        "say",
        "tell",
        "add",
        "note",
        "announce",
        "tweet",
        "write",
        "ask",
        "argue",
        "explain",
        "meet",
        "arrive",
        "visit",
    }
)


def type_of(
    line: Worded, start: int, end: int, kind: EntityType, known: Mapping[int, Found], gazetteer: Gazetteer
) -> EntityType:
    """Return the type that a name's words and place show, where that is not the `kind` that is guessed."""
    given = gazetteer.is_given_name(line.words[start].folded)
    said = said_type(line, start, end, kind)
    if said is not None and not given:
        return said
    locative = is_locative(line, start, end)
    is_titled = _has_title_behind(line, end) or _has_title_before(line, start, known)
    if kind is EntityType.PERSON:
        is_where = locative or _is_in_state(line, start, end, known, gazetteer)
        is_place = is_where and not (given or is_titled) and end - start < 3
        return EntityType.PLACE if is_place else kind
    if end - start == 1:
        return _type_of_word(line, start, kind, gazetteer)
    if _is_headed(line, start, end, known, gazetteer):
        return EntityType.PLACE if _is_hyphened_place(line, start, end) else kind
    if is_titled or (not locative and _acts(line, start, end)):
        return EntityType.PERSON
    is_bare = _is_bare(line, start, end) and (given or kind is not EntityType.PLACE)
    return EntityType.PERSON if is_bare and not locative else kind


def _is_in_state(
    line: Worded, start: int, end: int, known: Mapping[int, Found], gazetteer: Gazetteer
) -> bool:
    """Tell whether a word no known person bears stands behind a preposition and before its state.

    "Twinned with [Velkana] in Peru".
    """
    state = known.get(end + 1)
    if end - start > 1 or state is None or line.words[end].text != "in":
        return False
    name = state.names[0]
    is_named = name.known.type is EntityType.COUNTRY and not name.is_demonym
    is_surname = bool(gazetteer.surnamed(line.words[start].text))
    return is_named and not is_surname and line.tokens[start].dep_ == "pobj"


def said_type(line: Worded, start: int, end: int, kind: EntityType) -> EntityType | None:
    """Return the type that a name is told to have; what has a leader is no person."""
    is_body = kind is not EntityType.PLACE and is_led(line, start, end)
    return told_type(line, start, end) or (EntityType.ORGANIZATION if is_body else None)


def _is_hyphened_place(line: Worded, start: int, end: int) -> bool:
    """Tell whether words that hyphens join stand where a place does: in Velkan-Oslan."""
    is_one = all(line.between(index) in HYPHENS for index in range(start, end - 1))
    is_loud = any(word.text.isupper() for word in line.words[start:end])
    return is_one and not is_loud and is_locative(line, start, end)


def _type_of_word(line: Worded, index: int, kind: EntityType, gazetteer: Gazetteer) -> EntityType:
    """Return the type of one word: behind "in" a place, else a person if a known one bears the surname.

    What is spelt in capitals is no place elsewhere.
    """
    word, is_where = line.words[index].text, is_locative(line, index, index + 1)
    if kind is EntityType.ORGANIZATION and is_where:
        return EntityType.PLACE
    if kind is EntityType.PLACE and not is_where and _is_acronym(line, index):
        return EntityType.ORGANIZATION
    is_surname = kind is EntityType.ORGANIZATION and word.istitle() and bool(gazetteer.surnamed(word))
    return EntityType.PERSON if is_surname else kind


def _is_acronym(line: Worded, index: int) -> bool:
    """Tell whether a few capitals stand there that a whole line of them does not explain, nor a dateline."""
    word = line.words[index].text
    is_short = word.isupper() and 1 < len(word) <= LONGEST_ACRONYM
    return is_short and not line.is_loud and index > 0 and not opens_dateline(line, index, index + 1)


def _is_headed(line: Worded, start: int, end: int, known: Mapping[int, Found], gazetteer: Gazetteer) -> bool:
    """Tell whether a name has the head of a body or a known name in it, or is too long for a person's."""
    words = line.words[start:end]
    is_known = any(start <= index < end for index in known)
    return (
        is_known
        or _count_parts(line, start, end, gazetteer) > 4
        or any((word.folded,) in load_heads().types for word in words)
    )


def _count_parts(line: Worded, start: int, end: int, gazetteer: Gazetteer) -> int:
    """Count the words of a name; behind a first name those that hyphens join are one: Jean-Marie N'Dolo."""
    words = line.words[start:end]
    is_personal = gazetteer.is_given_name(words[0].folded) and all(word.text not in TAILS for word in words)
    gaps = sum(" " in line.between(index) for index in range(start, end - 1))
    return 1 + gaps if is_personal else len(words)


def _is_bare(line: Worded, start: int, end: int) -> bool:
    """Tell whether a name has no plain word and no abbreviation in it."""
    return not any(
        (is_ordinary(word.folded) and len(word.text) > 1)
        or not word.text.isalpha()
        or (word.text.isupper() and 1 < len(word.text) < 6)
        for word in line.words[start:end]
    ) and any(" " in line.between(index) for index in range(start, end - 1))


def _acts(line: Worded, start: int, end: int) -> bool:
    """Tell whether only a person does this: speech, being "Kenya's", standing in a list of persons."""
    token = _head(line, start, end)
    if token.dep_ == "nsubj" and token.head.lemma_.lower() in SPEECH:
        return True
    return any(other.ent_type_ == "PERSON" for other in token.conjuncts) or _is_owned(line, start, end)


def _is_owned(line: Worded, start: int, end: int) -> bool:
    return start > 1 and line.words[start - 1].text == "s" and _is_bare(line, start, end)


def _has_title_behind(line: Worded, end: int) -> bool:
    """Tell whether ", the museum's director," follows, or ", then Minister of Trade,"."""
    if end >= len(line.words) or line.words[end].text != ",":
        return False
    opens = line.words[end + 1].folded if end + 1 < len(line.words) else ""
    for word in line.words[end + 1 : end + 8]:
        if word.text in {",", ";", "("}:
            return False
        if word.folded in load_titles().heads and (not word.capital or opens in BEFORE_TITLES):
            return True
    return False


def _has_title_before(line: Worded, start: int, known: Mapping[int, Found]) -> bool:
    """Tell whether "the Ambassador of Peru," stands before a name, or "; of Peru," in a list of such."""
    state = next((begin for begin, found in countries(known) if found.end == start - 1), None)
    if state is None or line.words[start - 1].text != ",":
        return False
    title = state - 2 - (line.words[state - 1].folded == "the")
    if title < 0 or line.words[title + 1].text != "of":
        return False
    return line.words[title].text == ";" or line.words[title].folded in load_titles().heads


def is_locative(line: Worded, start: int, end: int) -> bool:
    """Tell whether a name stands behind "in" or the like, or in a list that does."""
    token = _head(line, start, end)
    while token.dep_ == "conj" and token.head is not token:
        token = token.head
    if token.dep_ != "pobj":
        return False
    if token.head.lower_ == "of":
        return token.head.head.lemma_.lower() in load_cues().areas
    moves = token.head.lower_ in {"from", "to"} and token.head.head.lemma_.lower() in load_cues().moves
    return moves or token.head.lower_ in LOCATIVE


def _head(line: Worded, start: int, end: int) -> Token:
    tokens = [line.tokens[index] for index in range(start, end)]
    return next((token for token in tokens if token.head is token or token.head not in tokens), tokens[-1])


def countries(known: Mapping[int, Found]) -> Iterator[tuple[int, Found]]:
    """Yield the known names of states with the words that they begin at."""
    for begin, found in known.items():
        if found.names[0].known.type is EntityType.COUNTRY:
            yield begin, found
