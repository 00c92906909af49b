"""Figures are made of counts."""

from collections.abc import Iterator

from graph.accuracy.scores import Scores


def test_scores_of_nothing_are_zero() -> None:
    assert set(flat(Scores().as_json())) == {0}


def flat(figures: object) -> Iterator[object]:
    if isinstance(figures, dict):
        for figure in figures.values():
            yield from flat(figure)
    else:
        yield figures
