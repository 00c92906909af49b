"""known_persons: which known person a name means, or none where that is not certain."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from graph.linking.gazetteer import is_over
from graph.linking.known import Known, Office
from graph.linking.spellings import load_spellings, sound_key
from graph.linking.surroundings import Surroundings
from graph.model import EntityType, Mention
from graph.names.words import fold_name

LEADERS = frozenset({"head of state", "head of government"})
# By their full names these are known beyond their own countries' news.
FAMOUS = LEADERS | {"foreign minister"}
MINISTERS = LEADERS | {"foreign minister", "defence minister"}
CAREER_BEFORE, CAREER_AFTER = 20, 25  # years around the known terms of office
NICKNAME = re.compile(r"\s[\"“‘'(]([^\"“”‘’'()]+)[\"“”’')](?=\s)")  # Ana “Nita” Paz
RULING = frozenset({"king", "queen", "sultan", "emperor"})  # in the texts, these may be part of a name
WIVES = frozenset({"mrs", "ms", "lady", "madame"})
FATHERS = ("vich", "vna", "vych")  # how a patronymic ends


def known_person(
    names: Sequence[str], mentions: Sequence[Mention], around: Surroundings
) -> tuple[Known | None, str]:
    """Return the known person whom names mean, and why; `mentions` are all mentions of that one person."""
    owners = {owner for owner in map(around.owner, mentions) if owner}
    full = [name for name in names if len(fold_name(name)) > 1]
    if not full:
        return _by_surname(names, mentions, owners, around)
    is_short = all(map(_is_short, full))
    bearers = [
        person for person in _bearers(full, around) if _agrees(person, owners, around, is_short=is_short)
    ]
    if not bearers:
        return _by_sound(full, owners, around)
    if len(bearers) > 1:
        bearers = _apart(bearers, mentions, around)
    if len(bearers) == 1:
        return bearers[0], "full name of a known person"
    return None, "several known persons bear the name" if bearers else "no known person bears the name"


def _is_short(name: str) -> bool:
    """Tell whether a name is a title and one word: "King Marek"."""
    words = fold_name(name)
    return len(words) == 2 and words[0] in RULING


def _bearers(names: Iterable[str], around: Surroundings) -> list[Known]:
    found: dict[Known, None] = {}
    for name in names:
        for variant in _variants(name):
            people = [known for known in around.gazetteer.named(variant) if known.type is EntityType.PERSON]
            found.update(dict.fromkeys(people))
    return list(found)


def _apart(bearers: Sequence[Known], mentions: Sequence[Mention], around: Surroundings) -> list[Known]:
    """Return the namesakes that may be meant: the UN's behind its name, or of a state told."""
    worldly = [person for person in bearers if _is_worldly(around.gazetteer.offices_of(person))]
    if worldly and any(map(around.is_of_union, mentions)):
        return worldly
    return [person for person in bearers if around.names_country(person.country)]


def _is_worldly(offices: Sequence[Office]) -> bool:
    return any(office.office_class == "multilateral official" for office in offices)


def _by_sound(names: Sequence[str], owners: set[str], around: Surroundings) -> tuple[Known | None, str]:
    """Return whom another spelling of a name means, if the text names the country of that one person."""
    spellings = load_spellings(around.gazetteer)
    people = dict.fromkeys(person for name in names for person in spellings.get(sound_key(name), ()))
    meant = [
        person
        for person in people
        if around.names_country(person.country) and _agrees(person, owners, around)
    ]
    return (
        (meant[0], "another spelling of a known name")
        if len(meant) == 1
        else (None, "no known person bears the name")
    )


def _variants(name: str) -> Iterator[str]:
    """Return a name, without initials, patronymic and nickname, and with the family name last."""
    if nickname := NICKNAME.search(name):
        given, family = name[: nickname.start()], name[nickname.end() :]
        yield from _variants(f"{given}{family}")
        yield from _variants(f"{nickname[1]}{family}")
    words = fold_name(name)
    if words[0] in RULING and len(words) > 2:  # King Marek II
        yield " ".join(words[1:])
    spelt = [word for word in words if len(word) > 1]
    core = [word for word in spelt if word in spelt[:1] + spelt[-1:] or not word.endswith(FATHERS)]
    yield from dict.fromkeys(
        (
            " ".join(words),
            " ".join(spelt),
            " ".join(core),
            " ".join([*core[1:], *core[:1]]) if len(core) == 2 else name,
        )
    )


def _agrees(person: Known, owners: set[str], around: Surroundings, *, is_short: bool = False) -> bool:
    """Tell whether nothing in the text speaks against a known person, and something for him.

    A name that `is_short` is one that rulers of several states have.
    """
    offices = around.gazetteer.offices_of(person)
    homes = {person.country, *(office.of for office in offices)} - {None, ""}
    if owners and homes and not owners & homes:
        return False
    if not _is_of_time(offices, around.published):
        return False
    is_leader = any(office.office_class in FAMOUS for office in offices)
    is_certain = _is_worldly(offices) or (is_leader and not is_short) or not homes
    return is_certain or any(map(around.names_country, homes))


def _is_of_time(offices: Sequence[Office], published: date | None) -> bool:
    years = [
        int(day[:4]) for office in offices for day in (office.start, office.end, office.known_until) if day
    ]
    if not years or published is None:
        return True
    return min(years) - CAREER_BEFORE <= published.year <= max(years) + CAREER_AFTER


def _by_surname(
    names: Sequence[str], mentions: Sequence[Mention], owners: set[str], around: Surroundings
) -> tuple[Known | None, str]:
    """Return whom a bare surname means: with a country before it, or if he leads a country that is named."""
    people = [person for name in names[:1] for person in around.gazetteer.surnamed(name)]
    may_be_meant = _was_minister if any(map(around.is_former, mentions)) else _is_minister
    with_owner = [person for person in people if person.country in owners and may_be_meant(person, around)]
    if may_be_meant is _is_minister:
        with_owner = _not_gone(with_owner, around)
    if len(with_owner) == 1:
        return with_owner[0], "surname after the country of a known office-holder"
    named = _not_gone([person for person in people if around.names_country(person.country)], around)
    titles = {*map(around.title, mentions)}
    leader = _only_leader(named, around) if not owners and titles.isdisjoint(WIVES) else None
    if leader is not None and (len(named) == 1 or titles & _roles(leader, around)):
        return leader, "surname of the leader of a country that the text names"
    return None, "a bare surname"


def _only_leader(people: Sequence[Known], around: Surroundings) -> Known | None:
    """Return who of namesakes led a country about when the article appeared, if no other was a minister."""
    leaders = [person for person in people if _led_at(person, around)]
    others = [person for person in people if person not in leaders and _is_minister(person, around)]
    return leaders[0] if len(leaders) == 1 and not others else None


def _roles(person: Known, around: Surroundings) -> set[str]:
    """Return the last words of the names of a person's offices, as they stand before a name."""
    return {office.role.lower().split()[-1] for office in around.gazetteer.offices_of(person)}


def _not_gone(people: Sequence[Known], around: Surroundings) -> list[Known]:
    """Leave out of namesakes those who left their last office before the article, if others did not."""
    staying = [person for person in people if not _is_gone(around.gazetteer.offices_of(person), around)]
    return staying or list(people)


def _is_gone(offices: Sequence[Office], around: Surroundings) -> bool:
    on = around.published
    return bool(offices) and on is not None and all(is_over(office, on) for office in offices)


def _was_minister(person: Known, around: Surroundings) -> bool:
    """Tell whether a person may be "former Kenyan President X"."""
    offices = around.gazetteer.offices_of(person)
    on = around.published
    held = [office for office in offices if office.office_class in MINISTERS]
    return _is_of_time(offices, on) and any(on is None or is_over(office, on) for office in held)


def _is_minister(person: Known, around: Surroundings) -> bool:
    """Tell whether a person may have been a minister about when the article was published.

    "US Fed Chair Powell" of 2024 is not who was Secretary of State twenty years before.
    """
    offices = around.gazetteer.offices_of(person)
    held = [office for office in offices if office.office_class in MINISTERS]
    return _is_of_time(offices, around.published) and any(
        _is_about(office, around.published) for office in held
    )


def _led_at(person: Known, around: Surroundings) -> bool:
    """Tell whether a person may have led a country about when the article was published."""
    led = [each for each in around.gazetteer.offices_of(person) if each.office_class in LEADERS]
    return any(_is_about(office, around.published) for office in led if office.start or not around.published)


def _is_about(office: Office, published: date | None) -> bool:
    """Tell whether a day is within a term of office, or less than a year before or after it."""
    if published is None:
        return True
    early, late = (f"{published.year + year:04}{published:-%m-%d}" for year in (-1, 1))
    return office.start <= late and (not office.end or office.end >= early)
