"""Tellings of made-up events, and which of them are merged."""

from __future__ import annotations

from typing import Any

from graph.events.draft import Draft
from graph.events.merging.merge import merge
from graph.events.scene import Scene
from graph.model import Article, Entity, EntityType, Span, Status
from graph.reading.segment import segment

TITLE = "Summit opens in Lima"
TEXT = (
    f"{TITLE}\n\nThe summit opened in Lima. It was attended by the presidents. "
    "An invitation came. Their last talks were long. Nobody minded it. "
    "Kenya condemned the raid. It condemned Peru on Monday. It condemned Peru again. "
    "Ostavik's visit comes late. Her next visit is far off. Monday's meeting was short. "
    "France took part. During the meeting Kenya spoke. The meeting with France was short. "
    "France attended the Lima Forum. Peru spoke during the visit of Ostavik. She is to take up the post soon."
)
SENTENCES = segment(Article("a", TEXT, title=TITLE))
ENTITIES = (
    Entity("Nadira Ostavik", EntityType.PERSON, country="KEN"),
    Entity("Kenya", EntityType.COUNTRY, country="KEN"),
    Entity("Peru", EntityType.COUNTRY, country="PER"),
    Entity("Lima", EntityType.PLACE, country="PER"),
    Entity("France", EntityType.COUNTRY, country="FRA"),
    Entity("Marek Velkanov", EntityType.PERSON, country="KEN"),
    Entity("Cusco", EntityType.PLACE, country="PER"),
    Entity("Hotel Bolívar", EntityType.PLACE),
    Entity("Andean Union", EntityType.INTERNATIONAL_ORGANIZATION),
    Entity("Andean Union Council", EntityType.INTERNATIONAL_ORGANIZATION),
    Entity("Lars Holm", EntityType.PERSON, country="PER"),
    Entity("Ines Dahl", EntityType.PERSON, country="PER"),
)
OSTAVIK, KENYA, PERU, LIMA, FRANCE, VELKANOV, CUSCO, SOMEWHERE, UNION, COUNCIL, HOLM, DAHL = range(
    len(ENTITIES)
)
SCENE = Scene(SENTENCES, ENTITIES, ())
VISIT = {"visitor": (OSTAVIK,), "destination": (PERU,)}


def draft(
    event_type: str = "Visit",
    sentence: int = 1,
    roles: dict[str, tuple[int, ...]] | None = None,
    word: str = "",
    **fields: Any,
) -> Draft:
    span = SENTENCES[sentence].span
    start = span.start + (SENTENCES[sentence].text.index(word) if word else 0)
    return Draft(
        sentence=sentence,
        trigger=Span(start, start + (len(word) or 3)),
        type=event_type,
        status=fields.pop("status", Status.ACTUAL),
        score=0.9,
        evidence=(span,),
        roles=VISIT if roles is None else roles,
        **fields,
    )


def groups(*drafts: Draft) -> list[list[int]]:
    """The numbers of the drafts that are merged."""
    return [[drafts.index(each) for each in group] for group in merge(drafts, SCENE)]


ONE, TWO = [[0, 1]], [[0], [1]]
