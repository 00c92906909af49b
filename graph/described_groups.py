"""described groups: several people or countries at once ("the two sides", "the presidents", "both ministers")."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from graph.discourse import Discourse, Referent, is_met
from graph.line import Word
from graph.owners import owner_of
from graph.phrases import Phrase

NUMBERS = {"both": 2, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10}
STATES = frozenset({"country", "side"})
REACH = 4
Pick = Callable[[Sequence[Referent]], tuple[int, ...]]


def resolve_group(discourse: Discourse, line: int, phrase: Phrase) -> tuple[int, ...]:
    """Find the people or countries whom a description in the plural means."""
    words = discourse.lines[line]
    count = count_in(words[phrase.begin : phrase.end])
    owned = _owned(discourse, line, phrase)
    if owned:
        return owned
    if phrase.kind in STATES:
        return countries_meant(discourse, line, count, exact=phrase.noun != "side")
    if phrase.is_office or phrase.kind == "person":
        return _officers(discourse, line, phrase, count)
    return ()


def resolve_number(discourse: Discourse, line: int, place: int) -> tuple[int, ...]:
    """Find whom "the two" or "both" mean where no noun follows: people first, then countries."""
    count = NUMBERS[discourse.lines[line][place].lower]
    return _gather(discourse, line, count, discourse.people) or countries_meant(discourse, line, count, exact=True)


def count_in(words: Sequence[Word]) -> int | None:
    """Give the number that a phrase names."""
    return next((NUMBERS[word.lower] for word in words if word.lower in NUMBERS), None)


def countries_meant(discourse: Discourse, line: int, count: int | None, *, exact: bool) -> tuple[int, ...]:
    """Find so many countries: the nearest, or the two of which the article speaks."""
    wanted = count or 2
    nearest = _gather(discourse, line, wanted, discourse.countries)
    if nearest or wanted != 2:
        return nearest
    seen = set(discourse.countries(discourse.referents))
    main = [index for index in discourse.main_countries() if index in seen][: wanted + 1]
    clear = len(main) == 2 or (len(main) > 2 and discourse.counts[main[1]] > discourse.counts[main[2]])
    return tuple(sorted(main[:2])) if clear and len(main) >= 2 else ()


def _gather(discourse: Discourse, line: int, count: int, pick: Pick) -> tuple[int, ...]:
    """Go back line by line until there are as many as wanted; nobody where a line brings too many."""
    found: tuple[int, ...] = ()
    for referents in discourse.lines_back(line, lines=REACH):
        group = next((r.entities for r in reversed(referents) if len(pick([r])) == count), None)
        if group is not None and not found:
            return pick([r for r in referents if r.entities == group])
        found = tuple(dict.fromkeys((*pick(referents), *found)))
        if len(found) >= count:
            return found if len(found) == count else ()
    return ()


def _owned(discourse: Discourse, line: int, phrase: Phrase) -> tuple[int, ...]:
    """Read "the presidents of Russia and Uzbekistan", "the Kazakh and Kyrgyz sides"."""
    owners = [index for owner in sorted(phrase.owners, key=lambda m: m.span) for index in owner.entities]
    if len(owners) < 2:
        return ()
    if not phrase.is_office:
        return tuple(dict.fromkeys(owners))
    return tuple(dict.fromkeys(_officer_or_owner(discourse, phrase, owner) for owner in owners))


def _officer_or_owner(discourse: Discourse, phrase: Phrase, owner: int) -> int:
    held = {p.holder for p in discourse.positions if p.of == owner and is_met(phrase.noun, p.role)}
    return held.pop() if len(held) == 1 else owner


def _officers(discourse: Discourse, line: int, phrase: Phrase, count: int | None) -> tuple[int, ...]:
    owner = owner_of(discourse, line, phrase)
    if owner is not None:
        return ()

    def fitting(referents: Sequence[Referent]) -> tuple[int, ...]:
        people = discourse.people(referents)
        return tuple(p for p in people if not phrase.is_office or discourse.fits(p, phrase.role))

    people = _gather(discourse, line, count, fitting) if count else _nearest_several(discourse, line, fitting)
    if people:
        return people
    if phrase.noun in ("leader", "man", "woman", "pair") and count:
        people = _gather(discourse, line, count, discourse.people)
    if people or not phrase.national:
        return people
    return countries_meant(discourse, line, count, exact=True)


def _nearest_several(discourse: Discourse, line: int, pick: Pick) -> tuple[int, ...]:
    for referents in discourse.lines_back(line, lines=REACH):
        found = pick(referents)
        if len(found) > 1:
            return found
    return ()

