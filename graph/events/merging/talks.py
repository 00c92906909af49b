"""talks: a sentence tells several meetings where somebody meets one partner after another."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from graph.events.dates.expressions import find_dates
from graph.events.draft import Draft
from graph.events.scene import Scene
from graph.model import Mention

# "Separate talks", "separate bilateral meetings", "met separately with", "received in turn".
_SEPARATE = re.compile(
    r"\b(?:individually|(?<!who )(?<!which )in turn|one after (?:another|the other)|separate(?:ly)?)\b",
    re.IGNORECASE,
)
_BESIDE = 25
# "In Lima", but no "minister of Peru".
_IN = re.compile(r"\b(?:at|in)\s(?:the\s)?$", re.IGNORECASE)
_AND_WITH = re.compile(r"\band\s(?:\w+\s)?with\b", re.IGNORECASE)


def part_talks(draft: Draft, scene: Scene) -> tuple[Draft, ...]:
    """Parts "met Holm in Lima and Dahl in Cusco", "separate talks with Peru and Chile", "with … and with".

    So it does "met Holm on Monday and Dahl on Tuesday", whose dates `date_stops` gives to the parts.
    """
    if len(draft.named.get("participant", ())) <= 2:
        return (draft,)
    partners = _partners(draft, scene)
    places = _places(partners, draft, scene)
    every = bool(places) and (all(places.values()) or _is_separate(draft, scene))
    is_dated = bool(partners) and _is_date_behind(partners[-1], draft, scene)
    parts = [[mention] for mention in partners[:1]]
    for one, other in pairwise(partners):
        between = _text(one.span.end, other.span.start, draft, scene)
        if every or _AND_WITH.search(between) or (is_dated and find_dates(between)):
            parts.append([])
        parts[-1].append(other)
    if len(parts) < 2:
        return (draft,)
    return tuple(_with([mention.entities[0] for mention in part], places, draft) for part in parts)


def _partners(draft: Draft, scene: Scene) -> list[Mention]:
    """Where those who take part are named behind the trigger; nobody where none is named before it."""
    within = scene.sentences[draft.sentence].span
    everyone = draft.named.get("participant", ())
    named: dict[int, Mention] = {}
    for mention in sorted(scene.mentions, key=lambda each: each.span):
        is_inside = within.start <= mention.span.start < within.end
        if is_inside and len(mention.entities) == 1 and mention.entities[0] in everyone:
            named.setdefault(mention.entities[0], mention)
    behind = [each for each in named.values() if each.span.start >= draft.trigger.end]
    return behind if len(behind) < len(everyone) else []


def _is_separate(draft: Draft, scene: Scene) -> bool:
    start, end = draft.trigger.start - _BESIDE, draft.trigger.end + _BESIDE
    return bool(_SEPARATE.search(_text(start, end, draft, scene)))


def _is_date_behind(partner: Mention, draft: Draft, scene: Scene) -> bool:
    return bool(find_dates(_text(partner.span.end, scene.sentences[draft.sentence].span.end, draft, scene)))


def _text(start: int, end: int, draft: Draft, scene: Scene) -> str:
    sentence = scene.sentences[draft.sentence]
    return sentence.text[max(0, start - sentence.span.start) : end - sentence.span.start]


def _places(partners: Sequence[Mention], draft: Draft, scene: Scene) -> dict[int, tuple[int, ...]]:
    """The places named between each partner and the next."""
    ends = (*(each.span.start for each in partners[1:]), scene.sentences[draft.sentence].span.end)
    return {
        partner.entities[0]: tuple(
            dict.fromkeys(
                entity
                for mention in scene.mentions
                if partner.span.end <= mention.span.start < end
                for entity in mention.entities
                if entity in draft.places and _is_in(mention, draft, scene)
            )
        )
        for partner, end in zip(partners, ends, strict=False)
    }


def _is_in(place: Mention, draft: Draft, scene: Scene) -> bool:
    return bool(_IN.search(_text(place.span.start - _BESIDE, place.span.start, draft, scene)))


def _with(part: Sequence[int], places: Mapping[int, tuple[int, ...]], draft: Draft) -> Draft:
    """The meeting with some of the partners, where it was if each has a place."""
    others = places.keys() - set(part)
    participants = tuple(each for each in draft.roles["participant"] if each not in others)
    here = tuple(place for each in part for place in places[each])
    return replace(
        draft,
        roles={**draft.roles, "participant": participants},
        places=here if all(places.values()) else draft.places,
    )
