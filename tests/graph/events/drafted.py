"""A sentence, its mentions and what the model might say of it become drafts."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from graph.events.dates.expressions import find_dates
from graph.events.dates.when import Dates
from graph.events.decode import decode
from graph.events.draft import Draft
from graph.events.model.predict import Prediction, Trigger
from graph.model import Entity, EntityType, Form, Mention, Span
from tests.graph.events.predicted import sentence_of, tokens_of, trigger

ENTITIES = (
    Entity("Nadira Ostavik", EntityType.PERSON, country="KEN"),
    Entity("Marek Velkanov", EntityType.PERSON, country="PER"),
    Entity("Kenya", EntityType.COUNTRY, country="KEN"),
    Entity("Peru", EntityType.COUNTRY, country="PER"),
    Entity("France", EntityType.COUNTRY, country="FRA"),
    Entity("Ministry of Trade of Kenya", EntityType.GOVERNMENT_BODY, country="KEN"),
    Entity("Arequipa", EntityType.PLACE, country="PER"),
)
OSTAVIK, VELKANOV, KENYA, PERU, FRANCE, MINISTRY, AREQUIPA = range(len(ENTITIES))
VISIT = "On 5 May, Nadira Ostavik of Kenya visited Peru."
PUBLISHED = date(2024, 5, 2)


def mentions_of(text: str, entities: Sequence[Entity] = ENTITIES) -> list[Mention]:
    found = [
        Mention(Span(*found.span()), found[0], entity.type, Form.NAME, (number,))
        for number, entity in enumerate(entities)
        for found in re.finditer(entity.name, text)
    ]
    return sorted(found, key=lambda mention: mention.span)


def drafts_of(text: str, *triggers: Trigger, mentions: list[Mention] | None = None) -> tuple[Draft, ...]:
    told = decode(
        0,
        sentence_of(text),
        Prediction(tokens_of(text), 1.0, triggers),
        mentions_of(text) if mentions is None else mentions,
        ENTITIES,
        Dates(find_dates(text), PUBLISHED),
    )
    return tuple(draft for draft in told if not draft.is_spare)


def roles_of(text: str, event_type: str, word: str, **slots: dict[str, float]) -> dict[str, tuple[int, ...]]:
    (draft,) = drafts_of(text, trigger(text, event_type, word, slots=slots))
    return dict(draft.roles)
