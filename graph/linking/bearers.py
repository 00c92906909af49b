"""bearers: which of the known bearers of a name an article means."""

from __future__ import annotations

import re
from collections.abc import Sequence

from graph.linking.body_keys import (
    FOREIGN_MINISTRY,
    BodyKey,
    body_key,
    further_field,
    load_body_keys,
    load_further_fields,
)
from graph.linking.known import Known
from graph.linking.surroundings import Surroundings, countries_of
from graph.model import EntityType, Form, Mention

# Signs that an article speaks of the United States from within.
# "Governor of Georgia", "Senator Ana Paz of Georgia", "the US state of Georgia"
STATESMAN = re.compile(
    r"(?:\b[Gg]overnor|\b(?:Senator|Sen\.|Congress\w+|Gov\.)(?: [A-Z][\w.'’-]+){1,3}|\bU\.?S\.? state) of $"
)
GOVERNOR = re.compile(r"(?:['’]s)? Gov(?:ernor|\.)")
STATES = (
    "Texas",
    "Florida",
    "California",
    "Atlanta",
    "Alabama",
    "Tennessee",
    "South Carolina",
    "North Carolina",
)


def known_bearer(mention: Mention, around: Surroundings) -> tuple[Known | None, EntityType]:
    """Return the known entity that a mention names, or None, and the type of what it names."""
    kind = mention.type or EntityType.ORGANIZATION
    if kind is EntityType.COUNTRY:
        return _country(mention, around)
    named = [known for known in around.gazetteer.named(mention.text) if known.type is not EntityType.PERSON]
    if kind is EntityType.PLACE:
        places = [known for known in named if known.type is EntityType.PLACE]
        return _place(places, mention, around), kind
    bodies = [
        known
        for known in named
        if known.type not in {EntityType.PLACE, EntityType.COUNTRY}
        and not _is_elsewhere(known, mention, around)
    ]
    known = _only(bodies, around) or _body(mention, around)
    return known, known.type if known else kind


def _is_elsewhere(known: Known, mention: Mention, around: Surroundings) -> bool:
    """Tell whether another state's ministry of the same name is meant: "the Foreign Office" in Lahore."""
    is_bare = body_key(mention.text, around.gazetteer) == FOREIGN_MINISTRY
    if not is_bare or around.owner(mention) == known.country:
        return False
    return around.dateline not in {None, known.country} or not around.names_country(known.country)


def _country(mention: Mention, around: Surroundings) -> tuple[Known | None, EntityType]:
    bearers = countries_of(mention, around.gazetteer)
    union = around.gazetteer.union_of(mention.text)
    if union is not None and not any(_is_spoken_of(country, around) for country in bearers):
        return union, union.type
    state = next((known for known in around.gazetteer.named(mention.text) if known.kind == "area"), None)
    is_state = bool(bearers) and (
        _is_state_of_union(bearers[0], around) or _is_told_as_state(mention, around)
    )
    if mention.form is Form.NAME and state and is_state:
        return state, EntityType.PLACE
    return _only(bearers, around, of=around.people_behind(mention)), EntityType.COUNTRY


def _is_state_of_union(country: Known, around: Surroundings) -> bool:
    """Tell whether Georgia is the American state: other states are named, and no Georgian, no Tbilisi."""
    text = around.article.text
    speaks_of_country = any(word in text for word in (*country.demonyms, country.capital or ""))
    return around.names_country("USA") and not speaks_of_country and any(state in text for state in STATES)


def _is_told_as_state(mention: Mention, around: Surroundings) -> bool:
    """Tell whether the words beside it say that Georgia is the American state: "Atlanta, Georgia"."""
    text, span = around.article.text, mention.span
    if STATESMAN.search(text[max(0, span.start - 60) : span.start]) or GOVERNOR.match(text, span.end):
        return True
    before = around.before(mention)
    is_behind = before is not None and text[before.span.end : span.start] == ", "
    towns = around.gazetteer.named(before.text) if before is not None and is_behind else ()
    return any(town.type is EntityType.PLACE and town.country == "USA" for town in towns)


def _is_spoken_of(country: Known, around: Surroundings) -> bool:
    """Tell whether an article names a country or its people."""
    return any(word in around.article.text for word in (country.name, *country.demonyms))


def _only(bearers: Sequence[Known], around: Surroundings, *, of: Sequence[Known] = ()) -> Known | None:
    """Return the one bearer, or the one whose people stand behind or who is named elsewhere without doubt."""
    if len(bearers) < 2:
        return bearers[0] if bearers else None
    homes = {person.country for person in of}
    told = [known for known in bearers if known.country in homes]
    if len(told) == 1:
        return told[0]
    named = [known for known in bearers if around.names_country(known.country)]
    return named[0] if len(named) == 1 else None


def _place(places: Sequence[Known], mention: Mention, around: Surroundings) -> Known | None:
    """Return the one place whose country is named, else the capital or the only bearer of the name."""
    if len(places) < 2:
        return places[0] if places else None
    near = [known for known in places if known.country in around.countries_near(mention)]
    for chosen in (near, [known for known in places if around.names_country(known.country)]):
        if len(chosen) == 1:
            return chosen[0]
    capitals = [known for known in places if known.kind == "capital"]
    return capitals[0] if len(capitals) == 1 else None


def body_owner(mention: Mention, key: BodyKey, around: Surroundings) -> str | None:
    """Return the country whose body it is by its name or by what is told around it."""
    owner = key.owner or around.owner(mention) or around.seat(mention)
    return owner or (around.summoner(mention) if key == FOREIGN_MINISTRY else None)


def _body(mention: Mention, around: Surroundings) -> Known | None:
    """Return the known body of the country that the name, or the text around it, tells: "the Senate"."""
    if mention.type is not EntityType.GOVERNMENT_BODY:
        return None
    key = body_key(mention.text, around.gazetteer)
    owner = body_owner(mention, key, around)
    bodies = load_body_keys(around.gazetteer)
    if owner:
        return bodies.get(BodyKey(owner, key.words))
    if key == FOREIGN_MINISTRY and around.dateline:
        return bodies.get(BodyKey(around.dateline, key.words))
    if key == FOREIGN_MINISTRY and around.precedes_country(mention):
        return None
    near = _bearing(around.countries_near(mention), mention, around)
    return bodies.get(BodyKey(next(iter(near)), key.words)) if len(near) == 1 else None


def _bearing(near: frozenset[str], mention: Mention, around: Surroundings) -> frozenset[str]:
    """Return those of the countries near, or else of all named, whose foreign ministry is called so, if any.

    What China gives to a Ministry of Foreign Affairs and Regional Integration, it gives to Ghana's. Not all
    that are called so are known.
    """
    field = further_field(mention.text, around.gazetteer)
    states = load_further_fields(around.gazetteer).get(field, frozenset())
    return near & states or frozenset(filter(around.names_country, states)) or near
