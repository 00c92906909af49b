"""A nickname in quotation marks parts nobody in two."""

from __future__ import annotations

from datetime import date

import pytest

from graph.model import Article, EntityType
from graph.pipeline import convert
from tests.graph.names.reading import persons


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('Carlos "Charlie" Mendoza of Peru visited Norway.', ['Carlos "Charlie" Mendoza']),
        ("President Ana Maria “Nita” Paz spoke.", ["Ana Maria “Nita” Paz"]),
        ("Norway launched Operation “Iron Fist” Monday.", []),
        ("The Peru “Never Again” Movement spoke.", []),
        ("Musa ‘Tiger’ Daro of Peru spoke to Daro.", ["Musa ‘Tiger’ Daro", "Daro"]),
        ("Musa 'Tiger' Daro spoke. Tiger left.", ["Musa 'Tiger' Daro", "Tiger"]),
        ("The Peru ‘Never Again’ Movement spoke.", []),
        ("Carlos Mendoza, Peru's ‘tiger’ Monday, left.", ["Carlos Mendoza"]),
        ("Head of the Coastal Trade Council (CTC) Karim Hadu spoke.", ["Karim Hadu"]),
        ("Carlos Mendoza called “Charlie” late.", ["Carlos Mendoza"]),
    ],
)
def test_nickname_is_part_of_its_name(text: str, expected: list[str]) -> None:
    assert persons(text) == expected


def test_known_person_is_known_with_a_nickname_too() -> None:
    text = "Indonesian President Joko “Jokowi” Widodo met the envoys. Jokowi thanked them."
    found = convert(Article("a", text, published=date(2022, 5, 10)))
    assert [(e.name, e.qid) for e in found.entities if e.type is EntityType.PERSON] == [
        ("Joko “Jokowi” Widodo", "Q3318231")
    ]


def test_mark_that_opens_may_close_a_nickname() -> None:
    assert persons("They met President Ana “Nita“ Paz in Lima.") == ["Ana “Nita“ Paz"]


def test_acronym_of_a_known_body_in_brackets_is_no_nickname() -> None:
    assert persons("The Association of Southeast Asia Nations (Asean) Summits opened in Lima.") == []
