"""same day: what two sides agreed on the day on which they met was agreed there, and the other way."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from graph.events.draft import Draft
from graph.events.merging.group import union
from graph.events.scene import Scene
from graph.model import DateRange, EntityType, Status

Group = tuple[Draft, ...]


def join_days_and_places(groups: Iterable[Group], scene: Scene) -> tuple[Group, ...]:
    """Gives agreements the place of the meeting of their sides on their day, or the day of the one there."""
    told = tuple(groups)
    meetings = [group for group in told if _is(group, "Meeting") and not _is_call(group)]
    return tuple(_joined(group, meetings, scene) if _is(group, "Agreement") else group for group in told)


def _joined(group: Group, meetings: Sequence[Group], scene: Scene) -> Group:
    sides = _sides(group, scene)
    like = [each for each in meetings if each[0].status is group[0].status]
    theirs = [each for each in like if len(sides) > 1 and sides <= _sides(each, scene)]
    day, cities = _day(group), _cities(group, scene)
    if day is not None and not _places(group):
        there = {_cities(each, scene) for each in theirs if _day(each) == day} - {frozenset()}
        only = there.pop() if len(there) == 1 else frozenset[int]()
        return _with(group, places=tuple(only)) if len(only) == 1 else group
    if cities and all(each.when is None for each in group):
        then = {_day(each) for each in theirs if _cities(each, scene) & cities} - {None}
        return _with(group, when=then.pop()) if len(then) == 1 else group
    return group


def _with(group: Group, *, places: tuple[int, ...] = (), when: DateRange | None = None) -> Group:
    first = group[0]
    told = replace(
        first, places=first.places or places, when=first.when or when, notes=(*first.notes, "as its meeting")
    )
    return (told, *group[1:])


def _is(group: Group, event_type: str) -> bool:
    """Whether all tellings of a group have it happen, or all have it planned."""
    statuses = {each.status for each in group}
    return group[0].type == event_type and statuses in ({Status.ACTUAL}, {Status.PLANNED})


def _is_call(group: Group) -> bool:
    return any(each.attribute == "Call" for each in group)


def _sides(group: Group, scene: Scene) -> frozenset[str]:
    """The states on whose side somebody takes part."""
    return scene.countries_of({filler for fillers in union(group).values() for filler in fillers})


def _day(group: Group) -> DateRange | None:
    """The one day that a group is of."""
    days = {each.when for each in group if each.when is not None and each.when.start.day is not None}
    day = days.pop() if len(days) == 1 else None
    return day if day is not None and day.end is None else None


def _places(group: Group) -> frozenset[int]:
    return frozenset(place for each in group for place in each.places)


def _cities(group: Group, scene: Scene) -> frozenset[int]:
    return frozenset(place for place in _places(group) if scene.entities[place].type is EntityType.PLACE)
