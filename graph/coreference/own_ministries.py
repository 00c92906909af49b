"""own ministries: "its foreign ministry" becomes that of the state which "its" means."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from graph.coreference.state_bodies import add_body
from graph.linking.gazetteer import Gazetteer
from graph.model import Entity, EntityType, Form, Mention
from graph.names.body_heads import load_heads
from graph.names.words import fold

_OWN = re.compile(r"its (?P<ministry>(?P<field>[a-z]+) ministry)", re.IGNORECASE)


def find_own_ministries(
    mentions: Sequence[Mention], entities: Sequence[Entity], gazetteer: Gazetteer
) -> tuple[tuple[Entity, ...], tuple[Mention, ...]]:
    """Gives the entities with the ministries that articles name only as a state's own, and their mentions."""
    known = list(entities)
    states = {
        each.span.start: each.entities[0]
        for each in mentions
        if each.form is Form.PRONOUN and len(each.entities) == 1
    }
    found: list[Mention] = []
    for mention in mentions:
        own = _own(mention) if not mention.entities else None
        state = states.get(mention.span.start) if own is not None else None
        if own is not None and state is not None and known[state].type is EntityType.COUNTRY:
            body = add_body(
                "Ministry", own["field"].lower(), known[state], known, gazetteer, alias=own["ministry"]
            )
            mention = replace(mention, type=EntityType.GOVERNMENT_BODY, entities=(body,))  # noqa: PLW2901
        found.append(mention)
    return tuple(known), tuple(found)


def _own(mention: Mention) -> re.Match[str] | None:
    """Read "its trade ministry", but no "its whole ministry"."""
    own = _OWN.fullmatch(mention.text)
    is_known = own is not None and (fold(own["field"]), "ministry") in load_heads().small
    return own if is_known else None
