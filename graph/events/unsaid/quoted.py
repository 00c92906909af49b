"""quoted: who says "we" in a quotation of several sentences: "“We condemn it. It must end,” A said"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from graph.events.draft import Draft
from graph.events.roles.attribution import load_claims, speaks_for
from graph.events.roles.subjects import sharing_subject
from graph.events.scene import Scene
from graph.events.syntax.coordination import root_of
from graph.events.syntax.governors import verb_of
from graph.events.unsaid.speakers import voices
from graph.model import Sentence

# Sentences over which a quotation runs.
REACH = 4
_FIRST_PERSON = frozenset({"i", "we"})
_MARKS = frozenset('"“”')


def speaks_in_quotation(draft: Draft, told: Sequence[Draft], scene: Scene) -> tuple[int, ...]:
    """Who says in the first person what a draft tells, by what stands before or behind his quotation."""
    sentence = scene.sentences[draft.sentence]
    if not _is_in_first_person(draft, sentence):
        return ()
    at = draft.trigger.start - sentence.span.start
    before = [place for place, _ in _marks(sentence) if place < at]
    if before and not dict(_marks(sentence))[before[-1]]:
        return ()  # Behind a quotation
    end = _end(draft, scene)
    if end is None:
        return ()
    return _said_behind(*end, scene) or _said_before(draft, told, scene, starts_here=bool(before))


def _is_in_first_person(draft: Draft, sentence: Sentence) -> bool:
    word = verb_of(root_of(sentence, draft.trigger))
    verb = sharing_subject(word) if word is not None else None
    return verb is not None and any(
        child.dep_ == "nsubj" and child.lower_ in _FIRST_PERSON for child in verb.children
    )


def _marks(sentence: Sentence) -> Iterator[tuple[int, bool]]:
    """Where quotation marks stand in a sentence, and whether each opens a quotation."""
    for place, sign in enumerate(sentence.text):
        if sign in _MARKS:
            is_straight_opening = sign == '"' and (place == 0 or sentence.text[place - 1] in " ([—–")
            yield place, sign == "“" or is_straight_opening


def _end(draft: Draft, scene: Scene) -> tuple[int, int] | None:
    """The sentence, and the place in it, where the quotation ends in which a draft is told."""
    at = draft.trigger.start - scene.sentences[draft.sentence].span.start
    for number in range(draft.sentence, min(draft.sentence + REACH + 1, len(scene.sentences))):
        for place, opens in _marks(scene.sentences[number]):
            if number == draft.sentence and place < at:
                continue
            if not opens:
                return number, place
            if place > 0:
                return None  # Another quotation
    return None


def _said_behind(number: int, place: int, scene: Scene) -> tuple[int, ...]:
    """Who by the words behind a quotation spoke it."""
    return _said(scene.sentences[number], place, len(scene.sentences[number].text), scene)


def _said_before(draft: Draft, told: Sequence[Draft], scene: Scene, *, starts_here: bool) -> tuple[int, ...]:
    """Who by the words before a quotation speaks it, or spoke in the sentence before and goes on."""
    for number in range(draft.sentence, max(draft.sentence - REACH, 0) - 1, -1):
        opening = next((place for place, opens in _marks(scene.sentences[number]) if opens), None)
        if opening is not None and (number < draft.sentence or starts_here):
            said = _said(scene.sentences[number], 0, opening, scene)
            return said if said or opening > 0 else next(voices(told, number - 1, number - 1), ())
        if opening is not None:
            return ()
    return ()


def _said(sentence: Sentence, start: int, end: int, scene: Scene) -> tuple[int, ...]:
    """Who speaks by a verb of saying between two places of a sentence."""
    subjects = (
        child
        for token in sentence.tokens
        if start <= sentence.offset + token.idx - sentence.span.start < end
        and token.lemma_.lower() in load_claims().reporting
        for child in token.children
        if child.dep_ == "nsubj"
    )
    return next((found for each in subjects if (found := speaks_for(each, sentence, scene))), ())
