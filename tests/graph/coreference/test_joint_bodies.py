"""A plural of bodies names one of each country."""

from __future__ import annotations

import pytest

from graph.coreference.joint_bodies import find_joint_bodies
from graph.linking.gazetteer import load_gazetteer
from graph.model import Article, Entity, EntityType, Form, Mention, Span
from graph.reading.segment import segment

GABON = Entity("Gabon", EntityType.COUNTRY, country="GAB")
BENIN = Entity("Benin", EntityType.COUNTRY, country="BEN")


def joint(text: str, phrase: str, numbers: tuple[int, ...]) -> tuple[list[str], list[str]]:
    """The names of the added entities, and the texts of the added mentions."""
    start = text.index(phrase)
    mention = Mention(Span(start, start + len(phrase)), phrase, EntityType.COUNTRY, Form.DESCRIPTION, numbers)
    entities, mentions = find_joint_bodies(
        segment(Article("a", text)), (mention,), (GABON, BENIN), load_gazetteer()
    )
    return [entity.name for entity in entities[2:]], [each.text for each in mentions if each is not mention]


@pytest.mark.parametrize(
    ("text", "names", "phrase"),
    [
        (
            "The ministries of health of the two countries signed a protocol.",
            ["Ministry of Health of Gabon", "Ministry of Health of Benin"],
            "The ministries of health of the two countries",
        ),
        (
            "A plan was drawn up by the energy ministries of the two countries.",
            ["Ministry of Energy of Gabon", "Ministry of Energy of Benin"],
            "the energy ministries of the two countries",
        ),
        (
            "The parliaments of the two countries agreed.",
            ["Parliament of Gabon", "Parliament of Benin"],
            "The parliaments of the two countries",
        ),
    ],
)
def test_plural_of_a_body_names_one_of_each_country(text: str, names: list[str], phrase: str) -> None:
    assert joint(text, "the two countries", (0, 1)) == (names, [phrase])


def test_countries_alone_add_nothing() -> None:
    assert joint("The leaders of the two countries met.", "the two countries", (0, 1)) == ([], [])
