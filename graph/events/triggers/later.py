"""later: what is not done until some day is done then: "will not be signed until after the elections"."""

from __future__ import annotations

import re

from spacy.tokens import Token

from graph.events.dates.words import MONTHS, WEEKDAYS
from graph.events.syntax.governors import auxiliaries, verb_of
from graph.events.triggers.purposes import WILL
from graph.model import Status

_UNTIL = frozenset({"till", "until"})
_AHEAD = WILL | {"would"}
_YEAR = re.compile(r"(?:19|20)\d\d")
# What says that a day is meant, and no condition as in "until the release of the prisoners".
_TIMES = frozenset(
    {
        *(each.lower() for each in (*MONTHS, *WEEKDAYS)), "after", "autumn", "day", "end", "later", "month",
        "next", "spring", "summer", "tomorrow", "week", "winter", "year",
    }
)  # fmt: skip
# What a gathering or a paper is the object or the subject of when it comes about.
_MAKING = frozenset(
    {"begin", "conclude", "happen", "hold", "impose", "lift", "make", "open", "pay", "resume"}
)
_MAKING |= {"sign", "start", "take"}


def done_later(word: Token | None) -> Status | None:
    """The status of what is told not to be done until some time, seen from the root of its trigger."""
    verb = verb_of(word)
    if word is None or verb is None or not any(child.dep_ == "neg" for child in verb.children):
        return None
    is_made = word.dep_ == "nsubjpass" or (word.dep_ in {"dobj", "nsubj"} and verb.lemma_ in _MAKING)
    if verb.i != word.i and not is_made:
        return None
    if auxiliaries(verb) & _AHEAD:
        return Status.PLANNED if any(_is_until_a_day(child) for child in verb.children) else None
    helpers = {child.lower_ for child in verb.lefts if child.dep_ in {"aux", "auxpass"}}
    was = helpers in ({"did"}, {"was"}, {"were"}) and any(_is_until(child) for child in verb.children)
    return Status.ACTUAL if was else None


def _is_until(part: Token) -> bool:
    """Whether a part of a sentence says until when: "until 1964", "until the war was over"."""
    return part.lower_ in _UNTIL or any(
        child.dep_ == "mark" and child.lower_ in _UNTIL for child in part.lefts
    )


def _is_until_a_day(part: Token) -> bool:
    if part.lower_ not in _UNTIL or part.dep_ == "mark":
        return False
    after = {each.lower_ for each in part.subtree}
    return not after.isdisjoint(_TIMES) or any(_YEAR.fullmatch(each) for each in after)
