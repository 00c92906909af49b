"""statuses: the words beside a trigger say whether its event happened, is ahead or did not happen."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any

from spacy.tokens import Token

from graph.events.coordination import root_of
from graph.events.predict import Trigger
from graph.events.vetoes import mark_trigger
from graph.model import DateRange, Sentence, Status

AHEAD = frozenset({Status.PLANNED, Status.PROPOSED})
# From here on the model is sure that something did not happen, whatever the words.
SURE = 0.7
# What is dated by its announcement.
_ANNOUNCED = frozenset({"Aid"})
_WAS_PLANNED = re.compile(
    r"\b(?:will|would|(?:was|were) (?:\w+ )?to|(?:was|were|been) (?:due|expected|planned|scheduled|set))\b",
    re.IGNORECASE,
)
NOBODY = frozenset({"nobody", "none"})
# What a verb is done to.
THINGS = frozenset({"attr", "dobj", "nsubjpass"})


@dataclass(frozen=True, slots=True)
class Turn:
    """Words that turn some statuses of some classes into another.

    `pattern` is looked for in the sentence with its trigger in angle brackets; `turns` and `keeps` are
    sentences so marked, in which it is found and is not.
    """

    types: frozenset[str]
    instead_of: frozenset[Status]
    status: Status
    pattern: re.Pattern[str]
    turns: str
    keeps: str


def choose_status(trigger: Trigger, sentence: Sentence) -> Status:
    """The status that the words beside the trigger tell, else the model's guess."""
    if _is_of_nobody(trigger, sentence) or _is_unreal(trigger, sentence):
        return Status.DENIED
    guess = Status.ACTUAL if _is_past(trigger, sentence) else _without_denial(trigger, sentence)
    marked = mark_trigger(trigger.span, sentence)
    return next(
        (
            turn.status
            for turn in load_turns()
            if trigger.type in turn.types and guess in turn.instead_of and turn.pattern.search(marked)
        ),
        guess,
    )


def settle(status: Status, event_type: str, when: DateRange | None, today: date | None, text: str) -> Status:
    """The status of what is dated: what seems to be planned for a day before that of the article happened.

    Not so where the day may be that of an announcement ("announced aid on Monday"), or where the text tells
    what was planned then ("was to meet on 3 May").
    """
    if status is not Status.PLANNED or event_type in _ANNOUNCED or _WAS_PLANNED.search(text):
        return status
    last = (when.end or when.start) if when is not None else None
    if today is None or last is None or last.year is None or last.month is None or last.day is None:
        return status
    return Status.ACTUAL if date(last.year, last.month, last.day) < today else status


def _is_of_nobody(trigger: Trigger, sentence: Sentence) -> bool:
    """Whether by the parse nobody does it, or none of it is done: "no minister met him", "held no talks"."""
    word = root_of(sentence, trigger.span)
    if word is None:
        return False
    verb = word.head if word.dep_ == "dobj" else word
    subjects = [child for child in verb.children if child.dep_ in {"nsubj", "nsubjpass"}]
    if any(subject.lower_ in NOBODY for subject in subjects):
        return True
    nouns = [word, *subjects] if word.pos_ == "NOUN" else subjects
    return any(child.dep_ == "det" and child.lower_ == "no" for noun in nouns for child in noun.children)


def _is_unreal(trigger: Trigger, sentence: Sentence) -> bool:
    """Whether a verb tells what would have been: "had Peru signed, it would be a member"."""
    verb = root_of(sentence, trigger.span)
    if verb is None or sentence.text.endswith("?"):
        return False
    subjects = [child.i for child in verb.children if child.dep_ == "nsubj"]
    helpers = [child.i for child in verb.children if child.dep_ == "aux" and child.lower_ == "had"]
    return bool(subjects and helpers) and helpers[0] < subjects[0]


def _is_past(trigger: Trigger, sentence: Sentence) -> bool:
    """Whether what seems to be ahead is told by a verb in the past: "left on Monday and will meet"."""
    past = _tables()["past"]
    verb = root_of(sentence, trigger.span)
    if (
        verb is None
        or not _is_in_past(verb)
        or trigger.type not in past["types"]
        or verb.lemma_ in past["except"]
    ):
        return False
    return trigger.status in AHEAD and not any(child.lower_ in {"if", "unless"} for child in verb.children)


def _is_in_past(verb: Token) -> bool:
    """Whether a verb is in the simple past or in the past perfect."""
    if verb.tag_ == "VBD":
        return True
    helpers = [child for child in verb.children if child.dep_ == "aux"]
    return verb.tag_ == "VBN" and [helper.lower_ for helper in helpers] == ["had"]


def _without_denial(trigger: Trigger, sentence: Sentence) -> Status:
    """The likeliest status; nothing is denied by a guess where no word denies."""
    if trigger.status is not Status.DENIED:
        return trigger.status
    is_sure = trigger.statuses[Status.DENIED] >= SURE
    if (is_sure or load_denials().search(sentence.text)) and not _is_aside(trigger, sentence):
        return Status.DENIED
    others = [status for status in Status if status is not Status.DENIED]
    return max(others, key=lambda status: trigger.statuses[status])


def _is_aside(trigger: Trigger, sentence: Sentence) -> bool:
    """Whether it is only where or when something else is not done: "accepted no deadline at the talks"."""
    aside = _tables()["aside"]
    noun = root_of(sentence, trigger.span)
    if noun is None or noun.dep_ != "pobj" or trigger.type not in aside["types"]:
        return False
    above = noun.head.head
    things = [above] if above.dep_ in THINGS else [each for each in above.children if each.dep_ in THINGS]
    done = [thing for thing in things if thing.lemma_ not in aside["except"]]
    return bool(done) and noun.head.lower_ in frozenset(aside["prepositions"])


@cache
def load_turns() -> tuple[Turn, ...]:
    """Load what turns a status, in order: the first that is found counts."""
    return tuple(
        Turn(
            types=frozenset(row["types"]),
            instead_of=frozenset(Status(each) for each in row["from"]),
            status=Status(row["to"]),
            pattern=re.compile(row["pattern"], re.IGNORECASE),
            turns=row["turns"],
            keeps=row["keeps"],
        )
        for row in _tables()["status"]
    )


@cache
def load_denials() -> re.Pattern[str]:
    """Load the words without which hardly anything is denied."""
    return re.compile(rf"\b(?:{'|'.join(_tables()['denial']['words'])})\b", re.IGNORECASE)


@cache
def _tables() -> dict[str, Any]:
    tables: dict[str, Any] = tomllib.loads(files("graph.events").joinpath("statuses.toml").read_text("utf-8"))
    return tables
