"""find: parsed sentences and resolved mentions become figures; the order of this room's steps."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from graph.events.scene import Scene
from graph.figures.amounts import Amount, find_amounts
from graph.figures.indicators import find_indicators
from graph.figures.measure import measure
from graph.figures.merge import merge
from graph.figures.parties import parties_of
from graph.figures.period import period_of
from graph.figures.status import status_of
from graph.model import Article, Entity, Figure, Mention, Position, Sentence
from graph.within import mentions_within


def find_figures(
    article: Article,
    sentences: Sequence[Sentence],
    mentions: Sequence[Mention],
    entities: Sequence[Entity],
    positions: Sequence[Position],
) -> tuple[Figure, ...]:
    """Finds the numbers that an article ties to what they measure, in the order of its text.

    A number of which the sentence does not clearly say what it measures gives no figure.
    """
    scene = Scene(sentences, entities, positions, mentions)
    countries = {entity.country for entity in entities if entity.country is not None}
    amounts = {
        number: found
        for number, sentence in enumerate(sentences)
        if (found := find_amounts(sentence.text, countries))
    }
    inside = mentions_within(sentences, mentions) if amounts else ()
    return merge(
        [
            figure
            for number, found in amounts.items()
            for figure in _figures(article, number, found, scene, inside)
        ]
    )


def _figures(
    article: Article,
    number: int,
    amounts: Sequence[Amount],
    scene: Scene,
    inside: Sequence[Sequence[Mention]],
) -> Iterator[Figure]:
    sentence = scene.sentences[number]
    tied = measure(sentence, amounts, find_indicators(sentence.text))
    for each in tied:
        status = status_of(each)
        yield Figure(
            value=f"-{each.amount.value}" if each.change < 0 else each.amount.value,
            unit=each.unit,
            indicator=each.indicator.name,
            about=parties_of(each, number, scene, inside),
            evidence=(sentence.span,),
            status=status,
            when=period_of(each, tied, sentence, status, article.published),
            is_change=bool(each.change),
        )
