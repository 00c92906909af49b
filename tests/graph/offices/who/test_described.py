"""Who is meant by the description of an office holds it."""

import pytest

from graph.model import Article
from graph.pipeline import convert

FLEW = "President Nadira Ostavik flew to Paris on Monday. "


def held_in(text: str) -> list[tuple[str, str, str]]:
    extraction = convert(Article("a", text))
    entities = extraction.entities
    return [(entities[p.holder].name, p.role, entities[p.of].name) for p in extraction.positions]


@pytest.mark.parametrize("office", ["The Kenyan leader", "Kenya's leader"])
def test_who_is_described_by_an_office_of_a_state_holds_it(office: str) -> None:
    assert held_in(f"{FLEW}{office} called the talks good.") == [("Nadira Ostavik", "leader", "Kenya")]


@pytest.mark.parametrize(
    "office",
    ["A Kenyan leader", "No sitting Kenyan leader", "The former Kenyan leader", "The Kenyan king's son"],
)
def test_description_of_another_or_former_holder_tells_no_office(office: str) -> None:
    assert held_in(f"{FLEW}{office} called the talks good.") == []


def test_office_that_is_told_is_not_told_again_by_a_description() -> None:
    text = "Kenyan President Nadira Ostavik flew to Paris. The Kenyan leader called the talks good."
    assert held_in(text) == [("Nadira Ostavik", "president", "Kenya")]
