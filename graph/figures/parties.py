"""parties: the mentions beside what a number measures become whom the figure is about."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from spacy.tokens import Token

from graph.events.scene import Scene
from graph.figures.measure import Measured
from graph.figures.parse import objects_of, subject_of
from graph.model import EntityType, Mention, Sentence

_MUTUAL = re.compile(
    r"\b(?:bilateral|mutual|two-way|reciprocal|their)\b|\bbetween the (?:two|sides|parties)\b", re.IGNORECASE
)
# A person stands for what he heads; what a clause tells of a party is no party.
_CLAUSES = frozenset({"relcl", "ccomp", "advcl"})
_PARTIES = frozenset(EntityType) - {EntityType.PERSON}
_RECEIVERS = frozenset({"dative", "iobj"})
_TOWARDS = ("to", "for", "into", "in", "on", "against")
_BACK = 2  # sentences before, in which the two are told whose trade it is


def parties_of(
    tied: Measured, number: int, scene: Scene, inside: Sequence[Sequence[Mention]]
) -> tuple[int, ...]:
    """Whom the figure of sentence `number` is about; `inside` holds the mentions of each sentence.

    These are who is named in the phrase ("trade between A and B", "A's exports"), who does it and for whom
    ("A will lend B"), and of what two have with each other the two that were told of last.
    """
    sentence = scene.sentences[number]
    named = _entities(_phrase(tied), sentence, inside[number], number, scene)
    if tied.acts and (tied.indicator.given or not named):
        named = [*named, *_entities(_agents(tied), sentence, inside[number], number, scene)]
    if tied.indicator.mutual and not named and _is_mutual(tied, sentence):
        named = _two(number, scene, inside)
    return tuple(dict.fromkeys(named))


def _phrase(tied: Measured) -> Iterator[Token]:
    """The words of the phrase that says what is measured, without clauses that hang on it."""
    return _below(tied.noun) if tied.noun is not None else iter(())


def _below(token: Token) -> Iterator[Token]:
    yield token
    for child in token.children:
        if child.dep_ not in _CLAUSES:
            yield from _below(child)


def _agents(tied: Measured) -> Iterator[Token]:
    """The words for who does it, and to or for whom."""
    if tied.verb is None:
        return
    subject = subject_of(tied.verb)
    receivers = [child for child in tied.verb.children if child.dep_ in _RECEIVERS]
    goals = [*objects_of(tied.verb, *_TOWARDS), *receivers] if tied.indicator.given else []
    for token in ([subject] if subject is not None else []) + goals:
        yield from _below(token)


def _entities(
    tokens: Iterable[Token], sentence: Sentence, mentions: Sequence[Mention], number: int, scene: Scene
) -> list[int]:
    """The entities whose mentions begin with one of the words, a person's body for him."""
    starts = {sentence.offset + token.idx for token in tokens}
    found = [
        entity
        for mention in _outermost(mentions)
        if mention.span.start in starts
        for entity in mention.entities
    ]
    bodies = [
        body
        for entity in found
        for body in (scene.bodies_of(entity, number) if scene.is_person(entity) else (entity,))
    ]
    return [body for body in bodies if scene.entities[body].type in _PARTIES]


def _outermost(mentions: Sequence[Mention]) -> Iterator[Mention]:
    end = -1
    for mention in sorted(mentions, key=lambda each: (each.span.start, -each.span.end)):
        if mention.span.end > end:
            end = mention.span.end
            yield mention


def _is_mutual(tied: Measured, sentence: Sentence) -> bool:
    start = min((token.idx for token in _phrase(tied)), default=0) + sentence.offset - sentence.span.start
    return bool(_MUTUAL.search(sentence.text, max(0, start - 1), tied.amount.span.end))


def _two(number: int, scene: Scene, inside: Sequence[Sequence[Mention]]) -> list[int]:
    """The two countries that this sentence or the nearest one before tells of, if just two."""
    for index in range(number, max(-1, number - 1 - _BACK), -1):
        countries = dict.fromkeys(
            entity
            for mention in inside[index]
            for entity in mention.entities
            if scene.entities[entity].type is EntityType.COUNTRY
        )
        if len(countries) >= 2:
            return list(countries) if len(countries) == 2 else []
    return []
