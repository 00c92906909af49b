"""Who takes an office from another holds it, and so did who went."""

import pytest

from tests.graph.offices.cast import told

BOTH = [("Marek Velkanov", "president", "Peru"), ("Nadira Ostavik", "president", "Peru")]


@pytest.mark.parametrize(
    "text",
    [
        "Marek Velkanov succeeded Nadira Ostavik as president of Peru.",
        "Marek Velkanov will replace Ms Nadira Ostavik as president of Peru.",
        "Marek Velkanov took over as president of Peru from Nadira Ostavik on Friday.",
        "Marek Velkanov took over from Nadira Ostavik as president of Peru on Friday.",
        "Peruvian President Marek Velkanov blamed his predecessor Nadira Ostavik.",
        "Peruvian President Marek Velkanov left. His successor, Ms Nadira Ostavik, was sworn in.",
        "Peruvian President Marek Velkanov left. Velkanov's immediate predecessor, Nadira Ostavik, came.",
    ],
)
def test_both_hold_an_office_that_passes_from_one_to_the_other(text: str) -> None:
    assert sorted(told(text)) == BOTH


@pytest.mark.parametrize(
    "text",
    [
        "Peruvian President Marek Velkanov blamed his likely successor, Nadira Ostavik.",
        "Peruvian President Marek Velkanov took over the firm from Nadira Ostavik.",
        "Peruvian President Marek Velkanov and Ilmar Castellor met his predecessor Nadira Ostavik.",
        "Peruvian President Marek Velkanov met a predecessor of Nadira Ostavik.",
    ],
)
def test_who_is_no_certain_heir_holds_nothing(text: str) -> None:
    assert told(text) == [("Marek Velkanov", "president", "Peru")]


def test_who_may_succeed_another_does_not_hold_his_office() -> None:
    assert told("Marek Velkanov may succeed Nadira Ostavik as president of Peru.") == BOTH[1:]
