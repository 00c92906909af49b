"""in force: an agreement that is to take effect is the one told before, made already."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Token

from graph.events.draft import Draft
from graph.events.merging.wording import POINTING, comes_into_force
from graph.events.syntax.coordination import root_of
from graph.model import Sentence, Status

# Words between "scheduled" and "begin" that make no clause of their own.
_BELOW = frozenset({"xcomp", "relcl"})


def settle_in_force(drafts: Sequence[Draft], sentences: Sequence[Sentence]) -> tuple[Draft, ...]:
    """Takes "the truce is to begin on Tuesday" as one more telling of the truce, which is not of that day."""
    made: set[int] = set()
    settled: list[Draft] = []
    for draft in drafts:
        sides = set(draft.roles.get("party", ()))
        is_known = draft.type == "Agreement" and draft.status is Status.PLANNED and sides <= made
        if is_known and made and _is_to_come_into_force(draft, sentences):
            settled.append(replace(draft, status=Status.ACTUAL, when=None, notes=(*draft.notes, "in force")))
            continue
        settled.append(draft)
        if draft.type == "Agreement" and draft.status is Status.ACTUAL:
            made.update(draft.roles.get("party", ()))
    return tuple(settled)


def _is_to_come_into_force(draft: Draft, sentences: Sequence[Sentence]) -> bool:
    """Whether it is only told of "the agreement" when it takes effect."""
    root = root_of(sentences[draft.sentence], draft.trigger)
    noun = root if root is None or root.pos_ == "NOUN" else _subject(root)
    if noun is None or not any(child.lower_ in POINTING for child in noun.lefts):
        return False
    return any(comes_into_force(verb) for verb in _verbs(noun))


def _subject(verb: Token) -> Token | None:
    if verb.dep_ == "relcl":
        return verb.head
    return next((child for child in verb.lefts if child.dep_ in {"nsubj", "nsubjpass"}), None)


def _verbs(noun: Token) -> Iterator[Token]:
    """The verbs whose subject a noun is."""
    heads = [noun.head] if noun.dep_ in {"nsubj", "nsubjpass"} else []
    for each in (noun, *heads):
        yield from (child for child in each.children if child.dep_ in _BELOW)
    yield from heads
