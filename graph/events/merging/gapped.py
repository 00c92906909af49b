"""gapped: a verb that is told once for several givers: "A promised $4 million and B $2 million"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from graph.events.draft import Draft
from graph.events.scene import Scene
from graph.figures.amounts import Amount, find_amounts
from graph.model import EntityType, Mention

_GIVERS = frozenset(
    {EntityType.COMPANY, EntityType.COUNTRY, EntityType.INTERNATIONAL_ORGANIZATION, EntityType.ORGANIZATION}
)
_JOINED = re.compile(r"(?:[,;]|\band|\bwhile)\s+(?:the\s+)?$", re.IGNORECASE)
_AT_ONCE = re.compile(r"\s+(?:(?:a further|another|some|about)\s+)?$", re.IGNORECASE)


def part_givers(draft: Draft, scene: Scene) -> tuple[Draft, ...]:
    """Gives each giver of aid whose sum follows his name an event of his own, with the verb of the first."""
    pledges = tuple(_gapped(draft, scene)) if draft.roles.get("actor") else ()
    givers = {entity for entity, _ in pledges}
    first = tuple(each for each in draft.roles.get("actor", ()) if each not in givers)
    if not pledges or not first:
        return (draft,)
    targets = tuple(each for each in draft.roles.get("target", ()) if each not in givers)
    shared = {**draft.roles, **({"target": targets} if targets else {})}
    return (
        replace(draft, roles={**shared, "actor": first}),
        *(
            replace(
                draft,
                roles={**shared, "actor": (giver,)},
                details={**draft.details, "amount": amount},
                notes=(*draft.notes, "the verb is told once"),
            )
            for giver, amount in pledges
        ),
    )


def _gapped(draft: Draft, scene: Scene) -> Iterator[tuple[int, str]]:
    """The givers behind the trigger whose name a sum follows at once, each with his sum."""
    sentence = scene.sentences[draft.sentence]
    amounts = [each for each in find_amounts(sentence.text) if each.kind == "money"]
    for mention in scene.mentions:
        if draft.trigger.end <= mention.span.start < sentence.span.end and mention.type in _GIVERS:
            amount = _sum_behind(mention, amounts, sentence.text, sentence.span.start)
            if amount is not None and len(mention.entities) == 1:
                yield mention.entities[0], amount


def _sum_behind(mention: Mention, amounts: list[Amount], text: str, offset: int) -> str | None:
    start, end = mention.span.start - offset, mention.span.end - offset
    if not _JOINED.search(text, 0, start):
        return None
    behind = (
        each for each in amounts if each.span.start > end and _AT_ONCE.fullmatch(text[end : each.span.start])
    )
    found = next(behind, None)
    return text[found.span.start : found.span.end] if found is not None else None
