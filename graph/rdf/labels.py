"""labels: an event becomes a sentence for readers, by its class's pattern in the ontology."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from graph.model import DateRange, Entity, EntityType, Event, Figure, PartialDate
from graph.rdf.literals import date_text
from ontology.schema import EventSchema, load_event_schemas

MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
NAMES_SHOWN = 4
TEXT_SHOWN = 80
PARTS = re.compile(r"(\[[^\]]*\]|<[^>]*>|\{[^}]*\})")


def event_label(event: Event, entities: Sequence[Entity], text: str) -> str:
    """What happened, whether and when: "Vladimir Putin visits Uzbekistan (actual, 2024-05-26)"."""
    schema = load_event_schemas()[event.subtype or event.type]
    evidence = (_shorten(text[span.start : span.end]) for span in event.evidence[:1])
    slots = _slots(event, entities, schema) | {"evidence": tuple(filter(None, evidence))}
    sentence = _compose(_pattern(event, schema), slots)
    return f"{sentence} ({', '.join([event.status.value, *_dates(event.when)])})"


def figure_label(figure: Figure, value: str, entities: Sequence[Entity]) -> str:
    """What measures how much, of whom, when: "exports, Kenya: +15 percent (actual, 2023)"."""
    about = tuple(dict.fromkeys(_shorten(entities[entity].name) for entity in figure.about))
    measured = ", ".join([figure.indicator, *([_join(about)] if about else [])])
    sign = "+" if figure.is_change and not value.startswith("-") else ""
    dates = ", ".join([figure.status.value, *_dates(figure.when)])
    return f"{measured}: {sign}{value} {figure.unit} ({dates})"


def _dates(period: DateRange | None) -> list[str]:
    if period is None:
        return []
    ends = (period.start, period.end)
    texts = [text for end in ends if end is not None and (text := _readable(end))]
    return [" to ".join(dict.fromkeys(texts))] if texts else []


def _readable(when: PartialDate) -> str | None:
    """The date as XML Schema writes it, but a day of an unknown year in words: 26 May."""
    text = date_text(when)
    return f"{when.day} {MONTHS[when.month - 1]}" if text and when.month and not when.year else text


def _pattern(event: Event, schema: EventSchema) -> str:
    """The pattern of an attribute's value goes before that of the class."""
    values = ((name, str(value).lower()) for name, value in sorted(event.attributes.items()))
    patterns = (
        schema.attributes[name].patterns.get(value) for name, value in values if name in schema.attributes
    )
    return next((pattern for pattern in patterns if pattern), schema.pattern)


def _slots(event: Event, entities: Sequence[Entity], schema: EventSchema) -> dict[str, tuple[str, ...]]:
    """The words for each slot of a pattern; who has been named in one role is not named in the next again."""
    slots: dict[str, tuple[str, ...]] = {
        name: (_shorten(str(value)),) for name, value in event.attributes.items()
    }
    named: set[int] = set()
    for role in (*schema.roles, "location"):
        fillers = event.places if role == "location" else event.roles.get(role, ())
        new = [entities[filler] for filler in dict.fromkeys(fillers) if filler not in named]
        slots[role] = tuple(_names(new))
        named.update(fillers)
    return slots


def _names(fillers: Sequence[Entity]) -> Iterator[str]:
    """The names of fillers; a place and its country are told as one: "Tashkent, Uzbekistan"."""
    countries = {each.country: each for each in fillers if each.type is EntityType.COUNTRY}
    told = {each.country for each in fillers if each.type is EntityType.PLACE}
    for each in fillers:
        around = countries.get(each.country) if each.type is EntityType.PLACE else None
        if around is not None:
            yield f"{_shorten(each.name)}, {_shorten(around.name)}"
        elif each.type is not EntityType.COUNTRY or each.country not in told:
            yield _shorten(each.name)


def _compose(pattern: str, slots: Mapping[str, tuple[str, ...]]) -> str:
    """The pattern with its slots filled; names, which anyone may have written, are never read as patterns."""
    roles = re.findall(r"\{(\w+)\}", pattern)
    is_many = len(slots.get(roles[0], ())) > 1
    return "".join(_part(part, slots, is_many=is_many) for part in PARTS.split(pattern))


def _part(part: str, slots: Mapping[str, tuple[str, ...]], *, is_many: bool) -> str:
    if part.startswith("["):
        is_known = all(slots.get(slot) for slot in re.findall(r"\{(\w+)\}", part))
        inner = PARTS.split(part[1:-1])
        return "".join(_part(piece, slots, is_many=is_many) for piece in inner) if is_known else ""
    if part.startswith("<"):
        one, many = part[1:-1].split("|")
        return many if is_many else one
    return _join(slots.get(part[1:-1], ())) if part.startswith("{") else part


def _join(names: Sequence[str]) -> str:
    """Names as English lists them; of many the first few and how many more there are."""
    if not names:
        return "someone"
    if len(names) > NAMES_SHOWN + 1:
        names = [*names[:NAMES_SHOWN], f"{len(names) - NAMES_SHOWN} others"]
    return " and ".join(filter(None, (", ".join(names[:-1]), names[-1])))


def _shorten(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= TEXT_SHOWN else f"{flat[: TEXT_SHOWN - 1].rstrip()}…"
