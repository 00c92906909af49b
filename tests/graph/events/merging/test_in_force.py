"""An agreement that is to take effect is the one told before."""

from __future__ import annotations

import pytest

from graph.events.draft import Draft
from graph.events.merging.in_force import settle_in_force
from graph.model import Article, DateRange, PartialDate, Span, Status
from graph.reading.segment import segment

KENYA, PERU, FRANCE = range(3)
DAY = DateRange(PartialDate(2024, 5, 7))
MADE = "Kenya and Peru made a truce. "


@pytest.mark.parametrize(
    ("text", "word", "sides", "is_settled"),
    [
        ("The truce is scheduled to begin on Tuesday.", "truce", (KENYA, PERU), True),
        ("The agreement will take effect on Tuesday.", "agreement", (KENYA, PERU), True),
        ("Under the deal, which takes effect on Tuesday, guns rest.", "deal", (), True),
        ("The deal enters into force on Tuesday.", "enters", (KENYA, PERU), True),
        ("A truce is scheduled to begin on Tuesday.", "truce", (KENYA, PERU), False),
        ("The truce is to be signed on Tuesday.", "truce", (KENYA, PERU), False),
        ("The truce is scheduled to begin on Tuesday.", "truce", (KENYA, FRANCE), False),
    ],
    ids=["begin", "take effect", "which", "verb", "another", "signing", "others"],
)
def test_agreement_that_is_to_take_effect_was_made_before(
    text: str, word: str, sides: tuple[int, ...], *, is_settled: bool
) -> None:
    sentences = segment(Article("a", MADE + text))
    start = sentences[1].span.start + text.index(word)
    truce = Draft(0, Span(22, 27), "Agreement", Status.ACTUAL, 0.9, (), {"party": (KENYA, PERU)})
    trigger, roles = Span(start, start + len(word)), {"party": sides} if sides else {}
    planned = Draft(1, trigger, "Agreement", Status.PLANNED, 0.9, (), roles, when=DAY)
    _, settled = settle_in_force((truce, planned), sentences)
    now = (Status.ACTUAL, None) if is_settled else (Status.PLANNED, DAY)
    assert (settled.status, settled.when) == now
