"""tours: a tour that one sentence tells has all its dated stops, each with the date that stands beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby, pairwise

from graph.events.dates.expressions import DateExpression, resolve
from graph.events.dates.when import Dates
from graph.events.draft import Draft
from graph.events.scene import Scene
from graph.events.triggers.statuses import AHEAD
from graph.model import EntityType, Mention

_LOCATIONS = frozenset({EntityType.COUNTRY, EntityType.PLACE})
# Between a place and its date stand a space, and perhaps a comma.
_GAPS = (1, 2)
_AND = re.compile(r"[,;]?\s*(?:and\s)?(?:then\s)?(?:to\s|in\s)?(?:the\s)?", re.IGNORECASE)


def add_stops(draft: Draft, scene: Scene, dates: Dates) -> Draft:
    """Makes destinations of the dated places that follow on a dated destination.

    "He will visit Peru on 16 May, Chile on 18 May and Kenya on 20 May": the verb is far from the last ones.
    """
    if draft.type != "Visit" or len(dates.expressions) < 2:
        return draft
    sentence = scene.sentences[draft.sentence]
    stops = {
        mention.span.start: (mention.entities[0], sentence.span.start + each.end)
        for mention in _named_after(draft, scene)
        for each in dates.expressions
        if sentence.span.start + each.start - mention.span.end in _GAPS
        and len(mention.entities) == 1
        and scene.entities[mention.entities[0]].type in _LOCATIONS
    }
    destinations = list(draft.roles.get("destination", ()))
    for stop, end in stops.values():
        gap = _AND.match(sentence.text, end - sentence.span.start)
        following = stops.get(sentence.span.start + gap.end()) if gap else None
        if stop in destinations and following is not None:
            destinations.append(following[0])
    roles = {**draft.roles, "destination": tuple(dict.fromkeys(destinations))}
    return replace(draft, roles=roles) if destinations else draft


def date_stops(drafts: Sequence[Draft], scene: Scene, dates: Sequence[Dates]) -> Iterator[Draft]:
    """Gives the visits of "Peru on 16 May and Kenya on 23 May" a date each, and meetings told so.

    What one trigger tells follows one another in `drafts`; `dates` are those of each sentence.
    """
    for (sentence, _), visits in groupby(drafts, key=lambda draft: (draft.sentence, draft.trigger)):
        stops = list(visits)
        beside = _beside(stops, scene, dates[sentence]) if len(stops) > 1 else {}
        for number, stop in enumerate(stops):
            yield _dated(stop, beside[number], dates[sentence]) if number in beside else stop


def _beside(stops: Sequence[Draft], scene: Scene, dates: Dates) -> dict[int, DateExpression]:
    """The date beside each stop, by the stop's number, where stops and dates take turns; else nothing."""
    first, start = stops[0], scene.sentences[stops[0].sentence].span.start
    told = [each for each in dates.expressions if start + each.start >= first.trigger.end]
    named = {
        number: at for number, stop in enumerate(stops) if (at := _named(stop, stops, scene)) is not None
    }
    if not len(told) == len(named) == len(stops):
        return {}
    order = sorted(named, key=lambda number: named[number])
    pairs = [(named[number], start + each.start) for number, each in zip(order, told, strict=True)]
    follow = [place for pair in pairs for place in pair]
    lead = [place for pair in pairs for place in reversed(pair)]
    take_turns = any(all(one < other for one, other in pairwise(places)) for places in (follow, lead))
    return dict(zip(order, told, strict=True)) if take_turns else {}


def _named(stop: Draft, stops: Sequence[Draft], scene: Scene) -> int | None:
    """Where a stop, or whom somebody meets, is named first after the trigger in its sentence."""
    role = "destination" if stop.type == "Visit" else "participant"
    shared = set.intersection(*(set(each.roles.get(role, ())) for each in stops))
    own = set(stop.roles.get(role, ())) - shared
    return next((each.span.start for each in _named_after(stop, scene) if own & set(each.entities)), None)


def _named_after(draft: Draft, scene: Scene) -> list[Mention]:
    """The mentions of the draft's sentence behind its trigger, in order."""
    end = scene.sentences[draft.sentence].span.end
    behind = [each for each in scene.mentions if draft.trigger.end <= each.span.start < end]
    return sorted(behind, key=lambda mention: mention.span)


def _dated(stop: Draft, expression: DateExpression, dates: Dates) -> Draft:
    ahead = stop.status in AHEAD
    when = resolve(expression.text, published=dates.published, future=ahead, anchor=expression.anchor)
    return stop if when is None else replace(stop, when=when)
