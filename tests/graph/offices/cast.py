"""People, states and bodies, and what is said of their offices."""

import re

from graph.model import Article, Entity, EntityType, Form, Mention, Position, Span
from graph.offices.line import article_lines
from graph.offices.positions import find_positions
from graph.reading.segment import segment

PERSON, COUNTRY = EntityType.PERSON, EntityType.COUNTRY
BODY, UNION, COMPANY = (
    EntityType.GOVERNMENT_BODY,
    EntityType.INTERNATIONAL_ORGANIZATION,
    EntityType.COMPANY,
)
ENTITIES = (
    Entity("Ilmar Castellor", PERSON, country="FRA"),
    Entity("Nadira Ostavik", PERSON),
    Entity("Marek Velkanov", PERSON),
    Entity("Oona Berling", PERSON, country="SWE"),
    Entity("France", COUNTRY, country="FRA", aliases=("French", "Paris", "PARIS")),
    Entity("Kenya", COUNTRY, country="KEN", aliases=("Kenyan",)),
    Entity("Peru", COUNTRY, country="PER", aliases=("Peruvian", "LIMA")),
    Entity("United Nations", UNION, aliases=("UN",)),
    Entity("Foreign Ministry", BODY),
    Entity("Security Council", BODY),
    Entity("Telvane", COMPANY),
    Entity("Sorin Halvard", PERSON, country="FRA"),
    Entity("King Tavon", PERSON, country="NLD"),
    Entity("Queen Zelva", PERSON, country="PER"),
    Entity("Netherlands", COUNTRY, country="NLD"),
    Entity("Kenyan Embassy", BODY, country="KEN"),
    Entity("Peruvian Embassy", BODY, country="PER"),
    Entity("Ministry of Salt", BODY, country="PER"),
    Entity("European Commission", UNION),
    Entity("Kenyan Senate", BODY, country="KEN"),
    Entity("Salt Party", EntityType.ORGANIZATION),
)


def positions_in(text: str) -> tuple[Position, ...]:
    sentences = segment(Article("a", text))
    return find_positions(article_lines(sentences, mentions_in(text)), ENTITIES)


def mentions_in(text: str) -> tuple[Mention, ...]:
    found = []
    for index, entity in enumerate(ENTITIES):
        surname = [entity.name.split()[-1]] if entity.type is PERSON else []
        names = "|".join(map(re.escape, (entity.name, *surname, *entity.aliases)))
        for match in re.finditer(rf"(?<!\w)(?:{names})(?!\w)", text):
            form = Form.DEMONYM if match[0].endswith(("ch", "an")) else Form.NAME
            found.append(Mention(Span(*match.span()), match[0], entity.type, form, (index,)))
    return tuple(found)


def told(text: str) -> list[tuple[str, str, str]]:
    return [(ENTITIES[p.holder].name, p.role, ENTITIES[p.of].name) for p in positions_in(text)]
