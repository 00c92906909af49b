"""wording: how a sentence words the event that it tells: anew, once more, or as one told before."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from graph.events.dates.words import ORDINALS, WEEKDAYS
from graph.events.draft import GATHERINGS, Draft
from graph.events.syntax.coordination import root_of, upwards
from graph.events.syntax.governors import THINGS, counted, is_under
from graph.model import Sentence

# What stands before a gathering of another time.
ELSEWHEN = frozenset({"earlier", "last", "past", "previous", "recent"})
# By these a noun points to what was told before, by those to another of its kind.
POINTING = frozenset({"her", "his", "its", "such", "that", "the", "their", "these", "this", "those"})
FURTHER = frozenset({"again", "also", "another", "further", "later", "next", "second", "separately", "third"})
# By these, or by its number, a gathering is told from others of its row.
NEXT = frozenset({"another", "further", "next"})
_NUMBERED = re.compile(rf"\d+(?:st|nd|rd|th)|{'|'.join(ORDINALS)}")
_TIMES = frozenset({"month", "week", "year"})
_SPANS = _TIMES | {"day", "weekend", *(day.lower() for day in WEEKDAYS)}
_ASIDE = frozenset({"acl", "advcl", "relcl"})
# By these a gathering says whose it is.
SIDES = frozenset({"among", "between", "of", "with"})
# Nouns that are no verbs in the capitals of a title, where the parse does not tell.
_IN_CAPITALS = frozenset({"dialogue", "meeting", "summit", "talk", "talks", "tour", "trip", "visit"})
# What is signed, and how.
_PAPERS = frozenset({"accord", "agreement", "convention", "deal", "document", "memorandum", "mou", "pact"})
_PAPERS |= {"plan", "protocol", "treaty"}
_INTO, _FORCE = frozenset({"come", "enter", "go", "take"}), frozenset({"effect", "force"})
_STARTING = frozenset({"begin", "commence", "open", "resume", "start"})
_SIGNING = frozenset({"conclude", "ink", "seal", "sign"})
# Whoever does so comes to a gathering.
ATTENDING = frozenset({"attend", "participate", "represent", "present", "take"})


def place_in_row(draft: Draft, sentences: Sequence[Sentence]) -> str | None:
    """Which of its row a gathering is: "tenth" in "the tenth meeting", "next" in "next year's summit".

    Next week's summit is not told from another one by its week.
    """
    noun = root_of(sentences[draft.sentence], draft.trigger) if is_noun(draft, sentences) else None
    before = [*counted(noun).lefts] if noun is not None else []
    before += [
        each for child in before if child.dep_ == "poss" and child.lower_ == "year" for each in child.lefts
    ]
    found = (each.lower_ for each in before)
    return next((word for word in found if word in NEXT or _NUMBERED.fullmatch(word)), None)


def main_word(draft: Draft, sentences: Sequence[Sentence]) -> str:
    """The word on which the trigger hangs, as a dictionary has it."""
    root = root_of(sentences[draft.sentence], draft.trigger)
    return root.lemma_.lower() if root is not None else ""


def is_noun(draft: Draft, sentences: Sequence[Sentence]) -> bool:
    """Whether the trigger is a noun, and no word of a title in capitals."""
    root = root_of(sentences[draft.sentence], draft.trigger)
    return root is not None and root.pos_ in ("NOUN", "PROPN") and not root.is_upper


def names_gathering(draft: Draft, sentences: Sequence[Sentence]) -> bool:
    """Whether the trigger is a noun, also in capitals: "OFFICIAL VISIT TO PERU"."""
    root = root_of(sentences[draft.sentence], draft.trigger)
    return is_noun(draft, sentences) or (root is not None and root.is_upper and root.lower_ in _IN_CAPITALS)


def comes_into_force(verb: Token) -> bool:
    """Whether a verb tells that something takes effect, or just begins."""
    is_phrase = verb.lemma_ in _INTO and any(each.lower_ in _FORCE for each in verb.subtree)
    return is_phrase or verb.lemma_ in _STARTING


def has_no_tense(draft: Draft, sentences: Sequence[Sentence]) -> bool:
    """Whether a noun only says when, where or why something else is done: "during the visit of Holm"."""
    root = root_of(sentences[draft.sentence], draft.trigger)
    return root is not None and root.pos_ == "NOUN" and root.dep_ == "pobj"


def is_further(draft: Draft, sentences: Sequence[Sentence]) -> bool:
    """Whether the sentence says that it is one more of its kind; of "next week" it says nothing."""
    sentence = sentences[draft.sentence]
    root = root_of(sentence, draft.trigger)
    return any(
        token.lower_ in FURTHER and token.head.lower_ not in _SPANS and not _is_of_other_clause(token, root)
        for token in sentence.tokens
    )


def _is_of_other_clause(word: Token, root: Token | None) -> bool:
    """Whether a word stands in a clause outside of which the trigger is: "which will further harm it"."""
    clauses = (each for each in upwards(word) if each.dep_ in _ASIDE)
    return root is not None and any(not is_under(root, clause) for clause in clauses)


def is_told_apart(draft: Draft, sentences: Sequence[Sentence]) -> bool:
    """Whether a gathering is said to be apart from others: "a separate meeting", "met him separately"."""
    root = root_of(sentences[draft.sentence], draft.trigger)
    if root is None:
        return False
    words = root.children if root.pos_ == "VERB" else (*root.lefts, *counted(root).lefts)
    return any(each.lower_ in {"separate", "separately"} for each in words)


def points_back(draft: Draft, sentences: Sequence[Sentence]) -> bool:
    """Whether a noun speaks of an event told before: "the visit", "her trip", "Holm's visit"."""
    root = root_of(sentences[draft.sentence], draft.trigger)
    if root is None or root.pos_ != "NOUN":
        return False
    before = {child.lower_ for child in root.lefts}
    owners = [child.text for child in root.lefts if child.dep_ == "poss"]
    owned = any(owner not in WEEKDAYS for owner in owners)
    return (owned or bool(before & POINTING)) and not before & (FURTHER | ELSEWHEN)


def is_the_same_gathering(draft: Draft, sentences: Sequence[Sentence]) -> bool:
    """Whether it says what went on at a gathering told before, or who came: "at the talks", "took part"."""
    root = root_of(sentences[draft.sentence], draft.trigger)
    if root is None:
        return False
    if root.pos_ == "NOUN":
        return points_back(draft, sentences) and _names_no_sides(root)
    attended = [noun for noun in _objects(root) if noun.pos_ in ("NOUN", "PROPN")]
    return root.lemma_ in ATTENDING and all(_is_definite(noun) and _names_no_sides(noun) for noun in attended)


def is_the_same_paper(draft: Draft, sentences: Sequence[Sentence]) -> bool:
    """Whether it says who signed a paper told before: "the treaty was signed by Holm", "signed the deal"."""
    root = root_of(sentences[draft.sentence], draft.trigger) if draft.type == "Agreement" else None
    verb = root.head if root is not None and root.lower_ in _PAPERS else root
    if verb is None or verb.lemma_.lower() not in _SIGNING:
        return False
    papers = [each for each in verb.children if each.dep_ in THINGS]
    return len(papers) == 1 and papers[0].lower_ in _PAPERS and _is_bare(papers[0])


def _is_bare(noun: Token) -> bool:
    """Whether a noun points back and says nothing more of what it means."""
    before = [child for child in noun.lefts if child.dep_ != "punct"]
    return [child.lower_ in POINTING for child in before] == [True] and not any(
        child.dep_ == "prep" for child in noun.rights
    )


def _objects(verb: Token) -> Iterator[Token]:
    """What a verb is done to, in or at."""
    for child in verb.children:
        if child.dep_ in THINGS and child.lower_ != "part":
            yield child
        if child.lower_ in ("at", "in"):
            yield from (each for each in child.children if each.dep_ == "pobj")
        if child.lower_ == "part":
            yield from _objects(child)


def _is_definite(noun: Token) -> bool:
    return any(child.lower_ in POINTING for child in noun.lefts)


def _names_no_sides(noun: Token) -> bool:
    """Whether a gathering has no name and does not say who meets: "the talks", not "the talks with Peru"."""
    named = any(child.pos_ == "PROPN" for child in noun.lefts)
    return noun.pos_ == "NOUN" and not named and not any(child.lower_ in SIDES for child in noun.rights)


def is_background(draft: Draft, sentences: Sequence[Sentence]) -> bool:
    """Whether a gathering is by its own words not the one that the article is about.

    "Their last meeting", "in past meetings they met".
    """
    root = root_of(sentences[draft.sentence], draft.trigger) if draft.type in GATHERINGS else None
    if root is None:
        return False
    nouns = [root]
    if root.pos_ == "VERB":
        joints = (child for child in root.children if child.lower_ in ("at", "during", "in"))
        nouns += [each for joint in joints for each in joint.children if each.lemma_ in _IN_CAPITALS]
    return any(child.lower_ in ELSEWHEN for noun in nouns for child in noun.lefts)


def is_later_in_list(draft: Draft, sentences: Sequence[Sentence]) -> bool:
    """Whether the trigger is a later noun of a list: "signed a treaty and a protocol"."""
    noun = root_of(sentences[draft.sentence], draft.trigger)
    return noun is not None and noun.dep_ == "conj" and noun.pos_ == noun.head.pos_ == "NOUN"


def trigger_word(draft: Draft, sentences: Sequence[Sentence]) -> str:
    """The trigger as it stands in the text, in small letters."""
    sentence = sentences[draft.sentence]
    start = sentence.span.start
    return sentence.text[draft.trigger.start - start : draft.trigger.end - start].lower()
