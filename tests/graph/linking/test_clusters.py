"""The names of one person are gathered, and those of others kept apart."""

from __future__ import annotations

import pytest

from graph.linking.gazetteer import load_gazetteer
from graph.linking.link import link
from graph.model import Article, EntityType
from graph.names.mentions import find_mentions
from graph.reading.segment import segment


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "President Marek Velkanov (Merko) met Peru's envoy. Merko praised Ghana.",
            {"Marek Velkanov": ("Merko",)},
        ),
        (
            "General Marek Velkanov (aka Merko) met Peru's envoy. Merko praised Ghana.",
            {"Marek Velkanov": ("Merko",)},
        ),
        (
            "Minister Marek Velkanov (Ostavik) met Nadira Ostavik of Peru.",
            {"Marek Velkanov": (), "Nadira Ostavik": ("Ostavik",)},
        ),
    ],
)
def test_other_name_in_brackets_is_of_who_is_named_before(
    text: str, expected: dict[str, tuple[str, ...]]
) -> None:
    article = Article(id="a", text=text)
    sentences, gazetteer = segment(article), load_gazetteer()
    entities, _ = link(article, sentences, find_mentions(article, sentences, gazetteer), gazetteer)
    people = (each for each in entities if each.type is EntityType.PERSON)
    assert {each.name: each.aliases for each in people} == expected


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("President Sorin Marek of Peru met King Marek of Tonga.", ["Sorin Marek", "Marek"]),
        ("President Marek Holm of Peru, later King Marek, left.", ["Marek Holm"]),
        ("King Sorin Holmek left Peru. King Holmek smiled.", ["Sorin Holmek"]),
        ("President Sorin Marek of Peru left. President Marek smiled.", ["Sorin Marek"]),
    ],
)
def test_king_is_not_called_by_the_surname_of_somebody_else(text: str, people: list[str]) -> None:
    article = Article(id="a", text=text)
    sentences, gazetteer = segment(article), load_gazetteer()
    entities, _ = link(article, sentences, find_mentions(article, sentences, gazetteer), gazetteer)
    assert [each.name for each in entities if each.type is EntityType.PERSON] == people


@pytest.mark.parametrize(
    ("text", "bodies"),
    [
        (
            "Peru's National Harbour Council (CNH) met. The CNH left Lima.",
            {"National Harbour Council": ("CNH",)},
        ),
        (
            "He heads Isis (Institute of Strategic and International Studies). Isis met in Lima.",
            {"Institute of Strategic and International Studies": ("Isis",)},
        ),
        (
            "PHU says no to Lima. The Peru Harbour Union (PHU) met on Monday.",
            {"Peru Harbour Union": ("PHU",)},
        ),
        ("The Isis group left Peru.", {"Islamic State": ("Isis",)}),
    ],
)
def test_acronym_and_full_name_are_one_body(text: str, bodies: dict[str, tuple[str, ...]]) -> None:
    article = Article(id="a", text=text)
    sentences, gazetteer = segment(article), load_gazetteer()
    entities, _ = link(article, sentences, find_mentions(article, sentences, gazetteer), gazetteer)
    named = (each for each in entities if each.type not in {EntityType.COUNTRY, EntityType.PLACE})
    assert {each.name: each.aliases for each in named} == bodies
