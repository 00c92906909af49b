"""told: statements that the parse alone shows: a verb of saying, someone who speaks, and what he says."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
from spacy.tokens import Token

from graph.events.model.encoding import SLOTS
from graph.events.model.predict import Prediction, Trigger
from graph.events.roles.attribution import load_claims
from graph.events.syntax.coordination import root_of
from graph.model import EntityType, Mention, Sentence, Span, Status

# Verbs that tell what somebody has just said, by their lemmas; not what he thinks, or what a paper reports.
_SAYING = frozenset(
    {
        "acknowledge", "add", "affirm", "announce", "argue", "assert", "assure", "caution", "claim",
        "confirm", "declare", "emphasise", "emphasize", "explain", "insist", "note", "reaffirm", "reiterate",
        "remark", "reply", "respond", "say", "state", "stress", "tell", "underline", "underscore",
    }
)  # fmt: skip
_SPEAKERS = frozenset(
    {
        EntityType.COUNTRY, EntityType.GOVERNMENT_BODY, EntityType.INTERNATIONAL_ORGANIZATION,
        EntityType.PERSON,
    }
)  # fmt: skip
# Whose a paper is, coreference can hardly tell.
_PAPERS = frozenset({"document", "letter", "report", "statement"})
_QUOTING = frozenset({"cite", "quote"})
_CONTENT = frozenset({"ccomp", "parataxis"})
_MAIN = frozenset({"ROOT", "conj"})
# Four in five of them are right on real texts.
SCORE = 0.9


def find_told(prediction: Prediction, sentence: Sentence, mentions: Sequence[Mention]) -> Iterator[Trigger]:
    """Finds the statements that main verbs tell, in the order of the text.

    For whom "an official" or "the statement" speaks, the wider text may tell.
    """
    named = {
        root.i: mention
        for mention in mentions
        if mention.entities
        and mention.type in _SPEAKERS
        and (root := root_of(sentence, mention.span)) is not None
    }
    for verb in sentence.tokens:
        subjects = quoted_by(verb)
        if _tells(verb):
            subjects = [child for child in verb.children if child.dep_ == "nsubj"]
        speakers = [named[each.i] for each in subjects if each.i in named and each.lemma_ not in _PAPERS]
        if speakers or any(_is_voice(each) for each in subjects):
            yield _statement(verb, speakers[:1], prediction, sentence)


def quoted_by(verb: Token) -> list[Token]:
    """Who says it, where others quote him: "A was quoted by B as saying", "B quoted A as saying"."""
    quoting = verb.head.head
    if verb.dep_ != "pcomp" or verb.head.lower_ != "as" or verb.tag_ != "VBG":
        return []
    if quoting.lemma_ not in _QUOTING or verb.lemma_.lower() not in _SAYING:
        return []
    passive = [child for child in quoting.children if child.dep_ == "nsubjpass"]
    return passive or [child for child in quoting.children if child.dep_ == "dobj"]


def _is_voice(subject: Token) -> bool:
    """Whether a body speaks through it, other than a report, which may be anybody's."""
    return subject.lemma_.lower() in load_claims().voices - {"report"}


def _tells(verb: Token) -> bool:
    """Whether a verb tells, in a clause of its own and without a "not", what somebody says."""
    if verb.dep_ not in _MAIN or verb.lemma_.lower() not in _SAYING:
        return False
    deps = {child.dep_ for child in verb.children}
    return bool(deps & _CONTENT) and not deps & {"auxpass", "neg"}


def _statement(
    verb: Token, speakers: Sequence[Mention], prediction: Prediction, sentence: Sentence
) -> Trigger:
    start = sentence.offset + verb.idx
    slots = np.zeros((len(prediction.tokens), len(SLOTS)), np.float32)
    for number, token in enumerate(prediction.tokens):
        if any(token.start < each.span.end and token.end > each.span.start for each in speakers):
            slots[number, SLOTS.index("speaker")] = 1
    statuses = {status: float(status is Status.ACTUAL) for status in Status}
    return Trigger("Statement", Span(start, start + len(verb)), SCORE, statuses, None, slots)
