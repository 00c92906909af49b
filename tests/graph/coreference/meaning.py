"""Invented people, states and bodies, and whom the words of a text mean among them."""

from __future__ import annotations

import re
from datetime import date

from graph.coreference.resolve import resolve
from graph.linking.gazetteer import load_gazetteer
from graph.model import Article, Entity, EntityType, Form, Mention, Span
from graph.offices.line import article_lines
from graph.offices.positions import find_positions
from graph.reading.segment import segment

PERSON, COUNTRY, PLACE = EntityType.PERSON, EntityType.COUNTRY, EntityType.PLACE
ENTITIES = (
    Entity("Ilmar Castellor", PERSON),
    Entity("Nadira Ostavik", PERSON),
    Entity("Marek Velkanov", PERSON),
    Entity("Norway", COUNTRY, country="NOR", aliases=("Norwegian",)),
    Entity("Kenya", COUNTRY, country="KEN", aliases=("Kenyan",)),
    Entity("Peru", COUNTRY, country="PER", aliases=("Peruvian",)),
    Entity("Council of Europe", EntityType.INTERNATIONAL_ORGANIZATION),
    Entity("African Union", EntityType.INTERNATIONAL_ORGANIZATION),
    Entity("Nairobi", PLACE, country="KEN"),
    Entity("Coastal Front", EntityType.ORGANIZATION),
    Entity("Highland Army", EntityType.ORGANIZATION),
    Entity("United Kingdom", COUNTRY, country="GBR"),
    Entity("United Nations", EntityType.INTERNATIONAL_ORGANIZATION, qid="Q1065"),
    # Known presidents, up to 2013 and since 2022
    Entity("Mwai Kibaki", PERSON, country="KEN"),
    Entity("William Ruto", PERSON, country="KEN"),
)
BOTH = ["Nadira Ostavik", "Marek Velkanov"]
THREE = ["Nadira Ostavik", "Ilmar Castellor", "Marek Velkanov"]
TALKS = "Kenyan President Nadira Ostavik received Peruvian President Marek Velkanov in Nairobi. "


def found_in(text: str) -> list[Mention]:
    article = Article("a", text, published=date(2024, 5, 1))
    sentences, mentions = segment(article), names_in(text)
    lines = article_lines(sentences, mentions)
    positions = find_positions(lines, ENTITIES)
    found = resolve(article, lines, mentions, ENTITIES, positions, load_gazetteer())
    return [mention for mention in found if mention.form in (Form.DESCRIPTION, Form.PRONOUN)]


def names_in(text: str) -> tuple[Mention, ...]:
    found = []
    for index, entity in enumerate(ENTITIES):
        surname = [entity.name.split()[-1]] if entity.type is PERSON else []
        names = "|".join(map(re.escape, (entity.name, *surname, *entity.aliases)))
        for match in re.finditer(rf"(?<!\w)(?:{names})(?!\w)", text):
            form = Form.DEMONYM if match[0].endswith("an") and entity.type is COUNTRY else Form.NAME
            found.append(Mention(Span(*match.span()), match[0], entity.type, form, (index,)))
    return tuple(found)


def meant(text: str, words: str) -> list[str]:
    """Give the names of those whom the last such words of a text mean."""
    mention = [mention for mention in found_in(text) if mention.text == words][-1]
    return [ENTITIES[index].name for index in mention.entities]
