"""A few words alone between two paragraphs tell no event."""

from __future__ import annotations

import pytest

from graph.events.triggers.crossheads import is_crosshead
from graph.model import Article
from graph.pipeline import convert
from graph.reading.segment import segment

BEFORE = "The ministers of Kenya and Peru met in Lima on Monday."
AFTER = "The government of Kenya has rejected the plan, its spokesman said on Friday."


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ((BEFORE, "Peruvian plan rejected", AFTER), True),
        (("Kenya and Peru", "Peruvian plan rejected", AFTER), False),
        ((BEFORE, "Peruvian plan rejected", "Lima, 3 May"), False),
        ((BEFORE, "Kenya rejected the plan.", AFTER), False),
        ((BEFORE, "Kenya has rejected the plan of Peru to close the border", AFTER), False),
        (("The ministers of Kenya and Peru signed on Monday:", "a treaty on visas", AFTER), False),
    ],
    ids=["crosshead", "headings in a row", "above a dateline", "sentence", "long line", "item"],
)
def test_crosshead_is_a_short_line_between_paragraphs(lines: tuple[str, ...], expected: bool) -> None:
    assert is_crosshead(1, segment(Article("a", "\n\n".join(lines)))) is expected


def test_crosshead_is_no_evidence() -> None:
    text = "\n\n".join((BEFORE, "Kenya rejects plan of Peru", AFTER))
    told = {
        text[span.start : span.end] for event in convert(Article("a", text)).events for span in event.evidence
    }
    assert told == {BEFORE, AFTER}
