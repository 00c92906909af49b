"""Offices of whom a sentence calls only by a pronoun."""

from datetime import date

import pytest

from graph.model import Article
from graph.pipeline import convert

FIRST = "Peruvian Trade Minister Marek Velkanov flew home on Friday. "


def told(text: str) -> list[tuple[str, str, str]]:
    found = convert(Article("a", FIRST + text, published=date(2024, 5, 15)))
    names = [entity.name for entity in found.entities]
    return [(names[p.holder], p.role, names[p.of]) for p in found.positions][1:]


@pytest.mark.parametrize(
    ("text", "role", "of"),
    [
        ("He had been deputy foreign minister for political affairs.", "deputy foreign minister", "Peru"),
        ("He served as ambassador to Kenya.", "ambassador", "Peru"),
        ("He was elected chairman of the African Union.", "chairman", "African Union"),
        ("He became deputy prime minister of Peru.", "deputy prime minister", "Peru"),
    ],
)
def test_office_said_of_him_is_his(text: str, role: str, of: str) -> None:
    [(holder, held, owner)] = told(text)
    assert (holder, owner) == ("Marek Velkanov", of)
    assert held.startswith(role)


@pytest.mark.parametrize(
    "text",
    [
        "He was not deputy prime minister.",
        "He wanted to become president of Kenya.",
        "He would be a good president of Kenya.",
        "He was the president's nephew.",
        "He met the president of Kenya.",
        "He served as an aide.",
    ],
)
def test_office_not_said_to_be_his_is_not(text: str) -> None:
    assert told(text) == []
