"""rows: an act told once of several sides, each with its date: "recognised A in 1974 and B in 1976"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from graph.events.dates.expressions import DateExpression, resolve
from graph.events.dates.when import Dates
from graph.events.draft import Draft
from graph.events.scene import STATES, Scene
from graph.events.triggers.statuses import AHEAD
from graph.model import EntityType, Mention, Sentence, Span

# To whom or what such an act leads; whoever is named before it acts.
_ENDS = {"Accession": "organization", "Agreement": "party", "RelationsChange": "target"}
_SIDES = frozenset({EntityType.COUNTRY, EntityType.INTERNATIONAL_ORGANIZATION, EntityType.ORGANIZATION})
# All that stands between the names and dates of a row.
_JOINING = re.compile(r"(?:[\s,;()]|\b(?:and|by|followed|in|the|then|to|with)\b)*", re.IGNORECASE)


Roles = Mapping[str, tuple[int, ...]]


@dataclass(frozen=True, slots=True)
class _Stretch:
    """The names of a row that share the date behind them."""

    names: tuple[int, ...]
    date: DateExpression


def part_row(draft: Draft, scene: Scene, dates: Dates) -> tuple[Draft, ...]:
    """Gives each stretch of a row an event of its own on its date, with whoever acts in all of them."""
    role = _ENDS.get(draft.type)
    row = tuple(_row(draft, role, scene, dates)) if role is not None else ()
    if role is None or len(row) < 2:
        return (draft,)
    return tuple(
        _part(draft, _roles(draft, role, row, stretch, scene), row, stretch, dates) for stretch in row
    )


def _part(draft: Draft, roles: Roles, row: Sequence[_Stretch], stretch: _Stretch, dates: Dates) -> Draft:
    """The event of one stretch, at its place and on its date."""
    when = resolve(
        stretch.date.text,
        published=dates.published,
        future=draft.status in AHEAD,
        anchor=stretch.date.anchor,
    )
    others = _listed(row) - set(stretch.names)
    here = tuple(place for place in draft.places if place not in others)
    return replace(draft.filled(roles, "the act is told once"), places=here, when=when)


def _roles(draft: Draft, role: str, row: Sequence[_Stretch], stretch: _Stretch, scene: Scene) -> Roles:
    """The roles in one stretch: both sides act where they do it to each other, and states join a body."""
    others = _listed(row)
    roles = {each: tuple(who for who in whom if who not in others) for each, whom in draft.roles.items()}
    if role == "organization" and all(scene.entities[name].type in STATES for name in stretch.names):
        return {**roles, role: row[0].names, "actor": stretch.names}
    ends = {role, "actor"} if draft.roles.get("actor") == draft.roles[role] else {role}
    return {**roles, **{end: (*roles.get(end, ()), *stretch.names) for end in ends}}


def _listed(row: Sequence[_Stretch]) -> set[int]:
    return {name for stretch in row for name in stretch.names}


def _row(draft: Draft, role: str, scene: Scene, dates: Dates) -> Iterator[_Stretch]:
    """The stretches, one behind the other, from the first name behind the trigger that fills the role."""
    sentence = scene.sentences[draft.sentence]
    named = [
        mention
        for mention in scene.mentions_in(draft.sentence)
        if mention.span.start >= draft.trigger.end and len(mention.entities) == 1 and mention.type in _SIDES
    ]
    ends = draft.roles.get(role, ())
    end = sentence.span.end
    start = min((each.span.start for each in named if each.entities[0] in ends), default=end)
    for date in dates.expressions:
        end = sentence.span.start + date.start
        here = [each for each in named if start <= each.span.start < end]
        if end > start:
            if not here or not _is_joined(_around(here, sentence, Span(start, end)), draft, role):
                return
            yield _Stretch(tuple(each.entities[0] for each in here), date)
            start = sentence.span.start + date.end


def _is_joined(around: str, draft: Draft, role: str) -> bool:
    """Whether a row goes on; of "cut ties with A in 1974, followed by B in 1976" B may well have done so."""
    is_open = role == "target" and draft.roles.get("actor") != draft.roles.get(role)
    return _JOINING.fullmatch(around) is not None and not (is_open and "followed" in around)


def _around(names: Sequence[Mention], sentence: Sentence, stretch: Span) -> str:
    """What stands in a stretch besides names."""
    inner = (edge for each in names for edge in (each.span.start, each.span.end))
    edges = [edge - sentence.span.start for edge in (stretch.start, *inner, stretch.end)]
    return " ".join(sentence.text[one:other] for one, other in zip(edges[::2], edges[1::2], strict=True))
