"""state bodies: a body told by whose it is and what it is for becomes an entity, known or new."""

from __future__ import annotations

from graph.linking.body_keys import BodyKey, body_key, load_body_keys
from graph.linking.gazetteer import Gazetteer
from graph.model import Entity, EntityType


def add_body(
    kind: str,
    field: str | None,
    country: Entity,
    known: list[Entity],
    gazetteer: Gazetteer,
    *,
    alias: str = "",
) -> int:
    """Gives the number of a country's body among those `known`, to which it is added if it is new there.

    `kind` is "Ministry", `field` what it is for: "foreign", "peace and trade".
    """
    field = "foreign affairs" if field == "foreign" else field
    name = f"{kind} of {_titled(field)}" if field else kind
    words = body_key(name, gazetteer).words
    referred = load_body_keys(gazetteer).get(BodyKey(country.country, words))
    body = Entity(
        name=referred.name if referred else f"{name} of {country.name}",
        type=EntityType.GOVERNMENT_BODY,
        qid=referred.qid if referred else None,
        aliases=(alias,) if alias else (),
        country=country.country,
        why="told by whose it is",
    )
    for number, entity in enumerate(known):
        if entity.name == body.name and entity.type is body.type:
            return number
    known.append(body)
    return len(known) - 1


def _titled(field: str) -> str:
    return " ".join(word if word in ("and", "of") else word[:1].upper() + word[1:] for word in field.split())
