"""finish: the tellings of one event become the event."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from graph.events.dates.partial import day_of
from graph.events.draft import Draft
from graph.events.merging.group import union
from graph.events.merging.split import STOP
from graph.events.merging.wording import has_no_tense, is_noun, names_gathering
from graph.events.model.encoding import ATTRIBUTES
from graph.events.roles.attribution import attribute_to
from graph.events.roles.complete import PARTNERS, SIDED, without_own_states, without_own_targets
from graph.events.roles.mutual import MUTUAL
from graph.events.scene import STATES, Scene
from graph.events.syntax.coordination import root_of
from graph.model import DateRange, Event, Sentence, Status
from graph.offices.nouns import is_head
from graph.topics import find_topics
from ontology.schema import load_event_schemas

# Where the ontology keeps the attribute that the model decides.
PROPERTIES = {
    "Visit": "visitKind",
    "Agreement": "instrument",
    "Accession": "accessionKind",
    "RelationsChange": "changeKind",
    "Sanction": "lifted",
    "Appointment": "dismissal",
}

_GOVERNMENT = re.compile(r"\bGovernment(?: of\b|$)")
# So many heads of state or government make a summit of a meeting.
SUMMIT = 3


def finish(tellings: Sequence[Draft], scene: Scene, *, confidence: float) -> Event:
    """Makes one event of its tellings: all fillers, the most telling date, every sentence as evidence."""
    first = tellings[0]
    roles = _without_governments(_without_states_of_persons(first.type, union(tellings), scene), scene)
    if first.type in SIDED and not any(MUTUAL in telling.notes for telling in tellings):
        roles = without_own_targets(first.type, roles, scene)
    attribute = _attribute(tellings)
    if attribute == "Meeting" and _are_heads(roles.get("participant", ()), scene):
        is_of_two = any(_is_bilateral(telling, scene) for telling in tellings)
        attribute = attribute if is_of_two else "Summit"
    return Event(
        type=first.type,
        subtype=attribute if first.type == "Meeting" and attribute != "Meeting" else None,
        status=_status(tellings, scene.sentences),
        evidence=tuple(sorted({span for telling in tellings for span in telling.evidence})),
        roles=roles,
        attributes=_attributes(first.type, attribute, tellings),
        when=_when(tellings),
        places=() if attribute == "Call" else _places(tellings, scene),
        topics=_topics(tellings, scene),
        attributed_to=attribute_to(tellings, roles, scene),
        confidence=confidence,
        method="both" if any(telling.notes for telling in tellings) else "model",
    )


def _status(tellings: Sequence[Draft], sentences: Sequence[Sentence]) -> Status:
    """The status told first but by a title; a verb tells better than a noun without tense, "at the visit"."""
    told = (
        [each for each in tellings if not sentences[each.sentence].is_headline]
        or [each for each in tellings if not names_gathering(each, sentences)]
        or list(tellings)
    )
    if not has_no_tense(told[0], sentences):
        return told[0].status
    return next((each.status for each in told if not is_noun(each, sentences)), told[0].status)


def _places(tellings: Sequence[Draft], scene: Scene) -> tuple[int, ...]:
    """All places told, but no state in which another of them lies."""
    told = dict.fromkeys(place for telling in tellings for place in telling.places)
    within = {scene.entities[place].country for place in told if scene.entities[place].type not in STATES}
    return tuple(
        place
        for place in told
        if scene.entities[place].type not in STATES or scene.entities[place].country not in within
    )


def _when(tellings: Sequence[Draft]) -> DateRange | None:
    """The first of the most precise dates, of a visit the earliest, on which it began."""
    most = max(_precision(telling.when) for telling in tellings)
    dates = [each.when for each in tellings if each.when is not None and _precision(each.when) == most]
    if tellings[0].type == "Visit":
        dates = [each.when for each in tellings if each.when in dates and STOP not in each.notes] or dates
        dates.sort(key=lambda when: day_of(when.start) or date.max)
    return dates[0] if dates else None


def _attribute(tellings: Sequence[Draft]) -> str | None:
    """The first value that says more than the default."""
    values = [telling.attribute for telling in tellings if telling.attribute is not None]
    default = ATTRIBUTES[tellings[0].type][1][0] if values else None
    return next((value for value in values if value != default), default)


def _is_bilateral(telling: Draft, scene: Scene) -> bool:
    """Whether several meetings of two are told at once: "bilateral meetings with A and B"."""
    word = root_of(scene.sentences[telling.sentence], telling.trigger)
    return word is not None and any(child.lower_ == "bilateral" for child in word.lefts)


def _are_heads(participants: Sequence[int], scene: Scene) -> bool:
    """Whether so many heads of state and government come together that it is a summit."""
    heads = [
        each
        for each in participants
        if any(
            scene.entities[position.of].type in STATES and is_head(position.role)
            for position in scene.positions_of(each)
        )
    ]
    return len(heads) >= SUMMIT


def _attributes(
    event_type: str, attribute: str | None, tellings: Sequence[Draft]
) -> dict[str, str | int | bool]:
    found: dict[str, str | int | bool] = {}
    for telling in reversed(tellings):
        found.update(telling.details)
    key = PROPERTIES.get(event_type)
    if key in ("lifted", "dismissal"):
        found.update({key: True} if attribute == "true" else {})
    elif key and attribute and attribute != "unspecified":
        found[key] = attribute
    known = load_event_schemas()[event_type].attributes
    return {name: value for name, value in found.items() if name in known}


def _precision(when: DateRange | None) -> tuple[int, bool]:
    if when is None:
        return 0, False
    start = when.start
    known = sum(part is not None for part in (start.year, start.month, start.day))
    return known, when.end is not None


def _without_states_of_persons(
    event_type: str, roles: dict[str, tuple[int, ...]], scene: Scene
) -> dict[str, tuple[int, ...]]:
    """Where one sentence names the persons and another their states, it is the persons who are said to act.

    Sanctions may well be against a state and its people.
    """
    if event_type == "Sanction":
        return roles
    return {
        role: fillers if role in PARTNERS else without_own_states(fillers, scene)
        for role, fillers in roles.items()
    }


def _without_governments(roles: dict[str, tuple[int, ...]], scene: Scene) -> dict[str, tuple[int, ...]]:
    """The roles without "the Government of A" where A fills the role, too."""
    return {
        role: tuple(each for each in fillers if not _is_government_of(each, fillers, scene))
        for role, fillers in roles.items()
    }


def _is_government_of(body: int, states: Sequence[int], scene: Scene) -> bool:
    """Whether one of some states has this government: Peru "the Government of Peru"."""
    name, country = scene.entities[body].name, scene.entities[body].country
    # "Niger" is in "the Government of Nigeria"
    if country is None or not _GOVERNMENT.search(name):
        return False
    others = [scene.entities[state] for state in states if state != body]
    return any(
        other.type in STATES
        and other.country == country
        and any(called in name for called in (other.name, *other.aliases))
        for other in others
    )


def _topics(tellings: Sequence[Draft], scene: Scene) -> tuple[str, ...]:
    texts = [
        str(telling.details.get("subject") or scene.sentences[telling.sentence].text) for telling in tellings
    ]
    return tuple(sorted({topic for text in texts for topic in find_topics(text)}))
