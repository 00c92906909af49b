"""openings: a sentence opens with one talk and goes on to another: "After meeting A, B met C"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from graph.events.syntax.coordination import root_of
from graph.events.syntax.governors import verb_of
from graph.model import EntityType, Form, Mention, Sentence, Span

_OPENERS = frozenset({"after", "before", "following", "fresh"})
_GOVERNED = frozenset({"pcomp", "pobj"})
_WITH = re.compile(r"\s+with\b")


@dataclass(frozen=True, slots=True)
class Opening:
    """Where the talk that opens a sentence ends, the trigger of the other, and who takes part in both."""

    end: int
    other: Span
    both: frozenset[Mention]


def find_opening(sentence: Sentence, meetings: Sequence[Span], mentions: Sequence[Mention]) -> Opening | None:
    """The opening of a sentence that tells of two talks, where people meet B, and then others.

    The parse is of no help, as it takes the B of "after meeting A, B met C" for the one who is A.
    """
    if len(meetings) != 2:
        return None
    first, other = sorted(meetings)
    start = sentence.span.start
    between = sentence.text[first.end - start : other.start - start]
    if not _opens(sentence, first, between, mentions) or not _is_main(sentence, other):
        return None
    end = first.end + between.index(",")
    people = [each for each in mentions if each.type is EntityType.PERSON]
    met = [each for each in people if first.end <= each.span.start < end]
    both = [each for each in people if end <= each.span.start < other.start]
    last = [each for each in people if other.end <= each.span.start]
    is_of_two = met and both and _entities(met).isdisjoint(_entities(both))
    return Opening(end, other, frozenset(both)) if is_of_two and _entities(last) - _entities(met) else None


def _opens(sentence: Sentence, first: Span, between: str, mentions: Sequence[Mention]) -> bool:
    """Whether a sentence begins with "After meeting" or "Fresh from talks with", up to its only comma.

    Who goes on has no part in the talks of others, "after the talks between A and B", nor need he in those of
    a clause, "after talks with A failed".
    """
    word = root_of(sentence, first)
    before = (each for each in mentions if each.span.end <= first.start and each.form is not Form.PRONOUN)
    if word is None or word.dep_ not in _GOVERNED or any(before):
        return False
    if sentence.tokens[0].lower_ not in _OPENERS:
        return False
    return between.count(",") == 1 and (word.tag_ == "VBG" or _WITH.match(between) is not None)


def _is_main(sentence: Sentence, trigger: Span) -> bool:
    verb = verb_of(root_of(sentence, trigger))
    return verb is not None and verb.head.i == verb.i


def _entities(mentions: Iterable[Mention]) -> set[int]:
    return {entity for each in mentions for entity in each.entities}
