"""statuses: the words beside a trigger say whether its event happened, is ahead or did not happen."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from spacy.tokens import Token

from graph.events.dates.words import ORDINALS
from graph.events.draft import GATHERINGS, SPEECH
from graph.events.model.predict import Trigger
from graph.events.syntax.coordination import root_at, root_of, upwards
from graph.events.syntax.governors import PRESENT, THINGS, auxiliaries, counted, verb_of
from graph.events.syntax.times import is_when
from graph.events.triggers.called_off import is_called_off
from graph.events.triggers.denials import (
    is_apart,
    is_false_report,
    is_left_undone,
    is_not_meant,
    is_opposed,
)
from graph.events.triggers.later import done_later
from graph.events.triggers.purposes import (
    has_come_for,
    intended,
    is_aimed_at,
    is_considered,
    is_going_for,
    is_hoped_for,
    was_once_planned,
)
from graph.events.triggers.to_come import is_to_come
from graph.events.triggers.vetoes import mark_trigger
from graph.model import Sentence, Status

AHEAD = frozenset({Status.PLANNED, Status.PROPOSED})
# From here on the model is sure that something did not happen, whatever the words.
SURE = 0.7
# Where a "not" is part of what is said.
_SAYING_NO = frozenset({"Rejection", "Statement", "Threat"})
# What others may be against before it is done.
_OPPOSABLE = frozenset({"Accession", "Mediation"})
# Who wants to say it says it, and who tries to mediate mediates.
_MEANT_AND_DONE = SPEECH - {"Demand", "Proposal"} | {"Mediation"}
_SUBORDINATE = frozenset({"after", "although", "as", "because", "before", "since", "though", "when", "while"})
# What may be considered before it is done.
_CONSIDERED = GATHERINGS | {"Accession", "Aid", "RelationsChange", "Sanction"}
# What may be the aim of something else, or only hoped for; aid is given to help in what it is for.
_AIMED_AT = GATHERINGS | {"Accession", "Agreement", "RelationsChange", "Sanction"}
# So a gathering goes on.
_GOING_ON = frozenset({"begin", "end", "open", "start", "take", "wrap"})
_HOLDING = _GOING_ON | {"attend", "chair", "conclude", "conduct", "convene", "have", "hold", "host"}
# So it was before, or somebody was there: "followed talks".
_HELD = _HOLDING | {"address", "follow"}
_OUTCOMES = frozenset({"communique", "communiqué", "conclusion", "outcome", "result"})
NOBODY = frozenset({"nobody", "none", "nothing"})
_BEING = frozenset({"be", "become"})
_RANKS = frozenset({*ORDINALS, "last", "latest", "only", "sole"})
_TOLD_OF = THINGS | {"attr"}


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
    root = root_of(sentence, trigger.span)
    later = done_later(root) if trigger.type not in _SAYING_NO else None
    told = later or _told_status(trigger, root, sentence)
    if told is not None:
        return told
    guess = Status.ACTUAL if _is_past(trigger, sentence) else _without_denial(trigger, sentence)
    marked = mark_trigger(trigger.span, sentence)
    turned = next(
        (
            turn.status
            for turn in load_turns()
            if trigger.type in turn.types and guess in turn.instead_of and turn.pattern.search(marked)
        ),
        None,
    )
    if turned is None and guess is Status.ACTUAL and trigger.type in _AIMED_AT and is_aimed_at(root):
        return Status.PROPOSED
    if turned is None and guess is Status.ACTUAL and trigger.type not in _MEANT_AND_DONE:
        turned = intended(root, is_gathering=trigger.type in GATHERINGS)
    status = guess if turned is None else turned
    is_hope = status is Status.PLANNED and trigger.type in _AIMED_AT and is_hoped_for(root)
    return Status.PROPOSED if is_hope else status


def _told_status(trigger: Trigger, root: Token | None, sentence: Sentence) -> Status | None:
    """The status that the parse tells, whatever the model guesses, if it tells one."""
    came_to_nothing = trigger.type in GATHERINGS and was_once_planned(root)
    if (
        came_to_nothing
        or _is_of_nobody(root)
        or _is_unreal(root, sentence)
        or is_called_off(trigger.type, root)
    ):
        return Status.DENIED
    is_opposed_before = trigger.type in _OPPOSABLE and root is not None and is_opposed(root)
    if is_opposed_before or (trigger.type not in _SAYING_NO and _is_not_so(root)):
        return Status.DENIED
    if root is not None and _was_first(root):
        return Status.ACTUAL
    if trigger.type in _CONSIDERED and is_considered(root):
        return Status.PROPOSED
    if trigger.type == "Meeting" and trigger.status is Status.PLANNED and has_come_for(root):
        return Status.ACTUAL
    is_ahead = trigger.type in GATHERINGS and (
        _is_announced(root, sentence)
        or is_going_for(root)
        or _is_invited_for(root)
        or _is_still_to_come(root)
        or is_only_announced(root)
        or is_to_come(root)
    )
    return Status.PLANNED if is_ahead else None


def _is_of_nobody(word: Token | None) -> bool:
    """Whether by the parse nobody does it, or none of it is done: "no minister met him", "held no talks"."""
    if word is None:
        return False
    verb = word.head if word.dep_ == "dobj" else word
    subjects = [child for child in verb.children if child.dep_ in {"nsubj", "nsubjpass"}]
    if any(subject.lower_ in NOBODY for subject in subjects):
        return True
    nouns = [word, *subjects] if word.pos_ == "NOUN" else subjects
    return any(child.dep_ == "det" and child.lower_ == "no" for noun in nouns for child in noun.children)


def _is_not_so(word: Token | None) -> bool:
    """Whether it is told that something was not done or meant, or that reports of it are false."""
    return word is not None and (is_left_undone(word) or is_not_meant(word) or is_false_report(word))


def _is_unreal(verb: Token | None, sentence: Sentence) -> bool:
    """Whether a verb tells what would have been: "had Peru signed", "Peru would have signed if …"."""
    if verb is None or sentence.text.endswith("?"):
        return False
    if {"would", "have"} <= auxiliaries(verb):
        return any(map(_is_condition, verb.children))
    return _is_inverted(verb)


def _is_condition(clause: Token) -> bool:
    """Whether a clause says on what condition something would have been."""
    marks = {child.lower_ for child in clause.children if child.dep_ in {"advmod", "mark"}}
    return clause.dep_ == "advcl" and (not marks.isdisjoint({"if", "unless"}) or _is_inverted(clause))


def _is_inverted(verb: Token) -> bool:
    """Whether "had" stands before the subject of a verb: "had Peru signed"."""
    subjects = [child.i for child in verb.children if child.dep_ == "nsubj"]
    helpers = [child.i for child in verb.children if child.dep_ == "aux" and child.lower_ == "had"]
    return bool(subjects and helpers) and helpers[0] < subjects[0]


def _is_announced(word: Token | None, sentence: Sentence) -> bool:
    """Whether a title without another verb says what is to be: "Holm to host the Peruvian minister"."""
    if word is None or not sentence.is_headline:
        return False
    way = [word, *word.ancestors]
    verb = way[-2] if len(way) > 1 and way[-2].dep_ == "acl" else way[-1]
    return verb.tag_ == "VB" and any(child.lower_ == "to" for child in verb.lefts)


def _is_past(trigger: Trigger, sentence: Sentence) -> bool:
    """Whether what seems to be ahead is told by a verb in the past: "left on Monday and will meet"."""
    past = _tables()["past"]
    verb = root_of(sentence, trigger.span)
    if trigger.type in GATHERINGS and trigger.status in AHEAD and verb is not None and _was_held(verb):
        return True
    if verb is None or not _is_in_past(verb):
        return False
    if trigger.type == "Aid":
        return trigger.status is Status.PLANNED and verb.lemma_ in past["giving"]
    if trigger.type not in past["types"] or verb.lemma_ in past["except"]:
        return False
    return trigger.status in AHEAD and not any(child.lower_ in {"if", "unless"} for child in verb.children)


def _is_invited_for(word: Token | None) -> bool:
    """Whether somebody is invited for what a noun tells: "invited him for a visit"."""
    if word is None or word.dep_ != "pobj" or word.head.lower_ not in {"for", "on", "to"}:
        return False
    above = word.head.head
    place = above.head.head if above.dep_ == "pobj" else above
    return "invite" in {above.lemma_, place.lemma_}


def is_only_announced(word: Token | None) -> bool:
    """Whether somebody announces the gathering that a noun tells: "announced a visit to A"."""
    if word is None or word.pos_ != "NOUN":
        return False
    noun = counted(word)
    verb = noun.head
    # "Announced talks that took place", "was announced after he had returned"; a call is told of afterwards
    clauses = [
        each for top in (noun, verb) for each in top.children if each.dep_ in {"acl", "advcl", "relcl"}
    ]
    is_done = any(_is_in_past(each) or _was_so_held(each) for each in clauses)
    return noun.dep_ in _TOLD_OF and verb.lemma_ == "announce" and not is_done and word.lemma_ != "call"


def _was_so_held(verb: Token) -> bool:
    """Whether a participle says of a gathering that it went on: "talks held on Monday"."""
    return verb.tag_ == "VBN" and verb.lemma_ in _HOLDING and not auxiliaries(verb)


def _is_still_to_come(word: Token | None) -> bool:
    """Whether something was done before what is told in the present: "signed it a day before he arrives"."""
    if word is None:
        return False
    verb = word.head if word.dep_ in _TOLD_OF else word
    is_before = any(child.dep_ == "mark" and child.lower_ == "before" for child in verb.children)
    done = verb_of(verb.head)
    is_ahead = is_before and verb.dep_ in {"advcl", "relcl"} and verb.tag_ in PRESENT
    return is_ahead and done is not None and _is_in_past(done)


def _was_first(verb: Token) -> bool:
    """Whether somebody was the first, or the only one, to do what a verb tells, and so has done it."""
    if verb.dep_ not in {"acl", "advcl", "relcl", "xcomp"} or "to" not in auxiliaries(verb):
        return False
    being = verb.head if verb.head.lemma_ in _BEING else verb.head.head
    ranked = (noun for noun in being.children if noun.dep_ == "attr")
    is_ranked = any(child.lower_ in _RANKS for noun in ranked for child in noun.lefts)
    return is_ranked and being.lemma_ in _BEING and _is_in_past(being)


def _was_held(gathering: Token) -> bool:
    """Whether a gathering went on: "held talks", "the talks were held", "summit outcomes"."""
    gathering = counted(gathering)
    verb = gathering.head
    if gathering.dep_ == "compound" and verb.lemma_ in _OUTCOMES:
        return True
    is_done_to = gathering.dep_ == "dobj" and verb.lemma_ in _HELD
    if is_done_to or (gathering.dep_ == "nsubj" and verb.lemma_ in _GOING_ON):
        return _is_in_past(verb.head.head if verb.dep_ == "pcomp" else verb)
    if verb.lemma_ not in _HOLDING:
        return False
    helpers = [child.lower_ for child in verb.children if child.dep_ in {"aux", "auxpass"}]
    return gathering.dep_ == "nsubjpass" and helpers in (["was"], ["were"], ["had", "been"])


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
    if _is_denied(trigger, sentence) and not _is_aside(trigger, sentence):
        return Status.DENIED
    others = [status for status in Status if status is not Status.DENIED]
    return max(others, key=lambda status: trigger.statuses[status])


def _is_denied(trigger: Trigger, sentence: Sentence) -> bool:
    """Whether the model is sure that it is denied, or a word denies it; not where all deny something else."""
    root = root_of(sentence, trigger.span)
    found = load_denials().finditer(sentence.text)
    words = [word for match in found if (word := root_at(sentence, *match.span())) is not None]
    reaching = [word for word in words if root is None or not is_apart(root, word)]
    if trigger.statuses[Status.DENIED] >= SURE:
        return bool(reaching) or not words
    return any(_clause_of(word) == _clause_of(root) for word in reaching)


def _clause_of(word: Token | None) -> Token | None:
    """The verb of the subordinate clause that a word stands in, if any."""
    return next((token for token in upwards(word) if _is_subordinate(token)), None)


def _is_subordinate(verb: Token) -> bool:
    marks = (child.lower_ for child in verb.children if child.dep_ in {"advmod", "mark"})
    return verb.dep_ == "advcl" and not _SUBORDINATE.isdisjoint(marks)


def _is_aside(trigger: Trigger, sentence: Sentence) -> bool:
    """Whether it is only where or when something else is not done: "accepted no deadline at the talks"."""
    aside = _tables()["aside"]
    noun = root_of(sentence, trigger.span)
    if noun is None or trigger.type not in aside["types"]:
        return False
    if is_when(noun):
        return True
    if noun.dep_ != "pobj":
        return False
    above = noun.head.head
    things = [above] if above.dep_ in _TOLD_OF else [each for each in above.children if each.dep_ in _TOLD_OF]
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
    tables: dict[str, Any] = tomllib.loads(
        files("graph.events.triggers").joinpath("statuses.toml").read_text("utf-8")
    )
    return tables
