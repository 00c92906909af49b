"""described: who is found to be meant by an office of a state holds it ("the Peruvian leader")."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from graph.model import Entity, EntityType, Form, Mention, Position, Span
from graph.offices.line import Line, Word
from graph.offices.phrases import STANDING, Phrase, find_phrases

# "No Kenyan president had been there" is said of none, or of all.
ANY = frozenset({"any", "every", "no"})


def with_described(
    lines: Sequence[Line],
    mentions: Sequence[Mention],
    entities: Sequence[Entity],
    positions: Sequence[Position],
) -> tuple[Position, ...]:
    """Add the offices by which people are described of whom none in that state is known.

    The mentions in the lines are linked names, `mentions` are all that the article has.
    """
    holders = {m.span: m.entities[0] for m in mentions if _is_of_one(m, entities)}
    told = {(position.holder, position.of) for position in positions}
    found: list[Position] = []
    for line in lines if holders else ():
        for position in _described(line.words, holders):
            if (position.holder, position.of) not in told:
                told.add((position.holder, position.of))
                found.append(position)
    return (*positions, *found)


def _is_of_one(mention: Mention, entities: Sequence[Entity]) -> bool:
    """Tell whether a mention is a description of one person."""
    types = [entities[index].type for index in mention.entities]
    return mention.form is Form.DESCRIPTION and types == [EntityType.PERSON]


def _described(words: Sequence[Word], holders: Mapping[Span, int]) -> Iterator[Position]:
    for phrase in find_phrases(words):
        span = Span(words[phrase.begin].span.start, words[phrase.end - 1].span.end)
        behind = words[phrase.end].lower if phrase.end < len(words) else ""
        # "The Kenyan king's son" may be said of the son
        if span in holders and behind not in ("'s", "'") and _is_of_state(words, phrase):
            yield Position(holders[span], phrase.role, phrase.owners[0].entities[0], (span,))


def _is_of_state(words: Sequence[Word], phrase: Phrase) -> bool:
    """Tell whether it is an office of one state held now: "the French leader", "Peru's king"."""
    types = [owner.type for owner in phrase.owners]
    first = words[phrase.begin]
    is_certain = first.lower == "the" or first.mention is not None
    is_held = phrase.possessor is None and STANDING.isdisjoint(phrase.role.split())
    is_of_one = not any(child.lower_ in ANY for child in words[phrase.head].token.children)
    return types == [EntityType.COUNTRY] and phrase.is_office and is_certain and is_held and is_of_one
