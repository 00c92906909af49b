"""spoken: which triggers count, and the statements that the parse bears out where the model doubts them."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Token

from graph.events.draft import SPEECH
from graph.events.model.predict import TRIGGER, Prediction, Trigger
from graph.events.roles.acting import acting
from graph.events.roles.attribution import load_claims
from graph.events.syntax.coordination import root_of
from graph.events.syntax.governors import auxiliaries, is_under
from graph.events.triggers.meant import why_not_meant
from graph.events.triggers.stopped import with_stopped
from graph.events.triggers.told import find_told, quoted_by
from graph.model import Mention, Sentence

# From here on a statement counts where nothing else is told in its sentence, and someone surely speaks.
STATEMENT = 0.6
SPEAKER = 0.9
# As does one that only the kind of speech is doubtful of.
SPEECH_SUM = 0.85
# What the sentence bears out is right nine times out of ten.
BORNE_OUT = 0.98
_DUTIES = frozenset({"must", "should"})
_SAID = frozenset({"ccomp", "parataxis"})
# That something happens or may happen, rather than what is thought of it.
_HAPPENING = frozenset(
    {
        "begin", "break", "collapse", "come", "commence", "conclude", "continue", "end", "fail", "follow",
        "go", "happen", "last", "occur", "open", "proceed", "resume", "start", "take", "wrap",
    }
)  # fmt: skip
_LIKELY = frozenset({"due", "impossible", "likely", "over", "possible", "ready", "underway", "unlikely"})
# Whoever meets or agrees speaks through it: "the summit noted", "the declaration says".
_SPEAKING = frozenset({"Agreement", "Meeting"})


def counting(prediction: Prediction, sentence: Sentence, mentions: Sequence[Mention]) -> list[Trigger]:
    """The likely triggers, and a statement of someone who speaks of what they do not tell."""
    meant = [each for each in prediction.triggers if _is_meant(each, prediction, sentence)]
    likely = [trigger for trigger in meant if trigger.score >= TRIGGER]
    doubted = [each for each in meant if each.type == "Statement" and each not in likely]
    spoken = [each for each in doubted if _is_spoken(each, prediction, mentions)]
    said = [each for each in doubted if _is_said(each, prediction, sentence, mentions)]
    if likely:
        added = [each for each in said if each in spoken and _is_apart(each, likely, sentence)]
        found = _outermost([*likely, *map(_borne_out, added)], sentence)
    else:
        best = sorted(spoken, key=lambda trigger: trigger.score)[-1:]
        found = [*map(_borne_out, said[:1])] or best
    if not any(trigger.type == "Statement" for trigger in found):
        told = find_told(prediction, sentence, mentions)
        apart = (each for each in told if _is_apart(each, found, sentence))
        found += [each for each in apart if _is_meant(each, prediction, sentence)][:1]
    demanded = [_as_demand(each, prediction, sentence, mentions) for each in found]
    return with_stopped(demanded, sentence)


def find_spare(
    found: Sequence[Trigger], prediction: Prediction, sentence: Sentence, mentions: Sequence[Mention]
) -> list[Trigger]:
    """The statement of a sentence whose counting triggers tell what is said, should none become an event."""
    if not found or any(each.type in SPEECH for each in found):
        return []
    told = find_told(prediction, sentence, mentions)
    return [each for each in told if _is_meant(each, prediction, sentence)][:1]


def _is_meant(trigger: Trigger, prediction: Prediction, sentence: Sentence) -> bool:
    """Whether a trigger tells, in none of the senses in which it is no event of its class."""
    return why_not_meant(trigger, sentence) is None and not _is_shown(trigger, prediction, sentence)


def _is_shown(trigger: Trigger, prediction: Prediction, sentence: Sentence) -> bool:
    """Whether no person but an act says so: "the visit underlines it", other than "the meeting noted it"."""
    verb = root_of(sentence, trigger.span) if trigger.type == "Statement" else None
    subjects = [child for child in verb.children if child.dep_ == "nsubj"] if verb is not None else []
    return any(
        each.type not in SPEECH | _SPEAKING and each.score >= TRIGGER
        for each in prediction.triggers
        if subjects and root_of(sentence, each.span) in subjects
    )


def _outermost(triggers: Sequence[Trigger], sentence: Sentence) -> list[Trigger]:
    """The triggers without the statements that another reports: "A had explained that, B added"."""
    verbs = [root_of(sentence, each.span) for each in triggers if each.type == "Statement"]
    clauses = [
        child for verb in verbs if verb is not None for child in verb.children if child.dep_ == "ccomp"
    ]
    return [
        each
        for each in triggers
        if each.type != "Statement"
        or (word := root_of(sentence, each.span)) is None
        or not any(is_under(word, clause) for clause in clauses)
    ]


def _as_demand(
    trigger: Trigger, prediction: Prediction, sentence: Sentence, mentions: Sequence[Mention]
) -> Trigger:
    """The demand that a statement is of which somebody is to do something: "said A must leave"."""
    verb = root_of(sentence, trigger.span) if trigger.type == "Statement" else None
    roots = [root_of(sentence, each.span) for each in mentions if each.entities]
    named = {root.i for root in roots if root is not None}
    asked = [each for each in (_content(verb) if verb is not None else ()) if _is_duty(each, named)]
    words = {verb, *asked, *(child for each in asked for child in each.children if child.dep_ == "aux")}
    demands = [
        each
        for each in prediction.triggers
        if asked
        and each.type == "Demand"
        and root_of(sentence, each.span) in words
        and why_not_meant(each, sentence) is None
    ]
    best = max(demands, key=lambda each: (root_of(sentence, each.span) != verb, each.score), default=None)
    return _borne_out(best) if best is not None else trigger


def _is_duty(verb: Token, named: Container[int]) -> bool:
    """Whether someone who is named must or should do it."""
    must = not _DUTIES.isdisjoint(auxiliaries(verb))
    does = any(child.dep_ == "nsubj" and child.i in named for child in verb.children)
    return verb.pos_ == "VERB" and must and does


def _borne_out(trigger: Trigger) -> Trigger:
    return replace(trigger, score=BORNE_OUT)


def _is_spoken(trigger: Trigger, prediction: Prediction, mentions: Sequence[Mention]) -> bool:
    """Whether a statement is not too unlikely, and of someone who is known.

    That somebody speaks is as likely as all that he may do with his word taken together.
    """
    speech = sum(
        each.score for each in prediction.triggers if each.type in SPEECH and each.span == trigger.span
    )
    is_likely = trigger.score >= STATEMENT or speech >= SPEECH_SUM
    return is_likely and any(_is_speaker(each, trigger, prediction) for each in mentions)


def _is_speaker(mention: Mention, trigger: Trigger, prediction: Prediction) -> bool:
    return bool(mention.entities) and prediction.slot_scores(trigger, mention.span)["speaker"] >= SPEAKER


def _is_said(
    trigger: Trigger, prediction: Prediction, sentence: Sentence, mentions: Sequence[Mention]
) -> bool:
    """Whether a statement is a verb of saying with someone who speaks, and what he says."""
    verb = root_of(sentence, trigger.span)
    if verb is None or verb.lemma_.lower() not in load_claims().reporting:
        return False
    speakers = acting(sentence, trigger.span, mentions)
    return any(True for _ in _content(verb)) and any(
        _is_speaker(each, trigger, prediction) for each in speakers
    )


def _content(verb: Token) -> Iterator[Token]:
    """The verbs of what is said: "said that A had left", "A had left, they said"."""
    yield from (child for child in verb.children if child.dep_ in _SAID)
    if verb.dep_ == "parataxis":
        yield verb.head
    if quoted_by(verb):
        quoting = verb.head.head
        yield from _content(quoting)
        # The parse may go on from a quotation: "'We reject it,' A was quoted as saying"
        if quoting.dep_ == "conj":
            yield quoting.head


def _is_apart(trigger: Trigger, others: Sequence[Trigger], sentence: Sentence) -> bool:
    """Whether no other trigger is the verb of saying, or tells what is said."""
    verb = root_of(sentence, trigger.span)
    told = [word for each in others if (word := root_of(sentence, each.span)) is not None]
    return verb is not None and not any(
        word.i == verb.i or (is_under(word, said) and not _is_judged(word, said))
        for word in told
        for said in _content(verb)
    )


def _is_judged(word: Token, said: Token) -> bool:
    """Whether what is said is not that something happens, but how it is: "said that the visit was useful"."""
    subjects = [child for child in said.children if child.dep_ == "nsubj"]
    traits = {child.lemma_.lower() for child in said.children if child.dep_ in {"acomp", "attr"}}
    is_told = said.lemma_ in _HAPPENING or (said.lemma_ == "be" and (not traits or traits & _LIKELY))
    return word.pos_ == "NOUN" and not is_told and any(is_under(word, each) for each in subjects)
