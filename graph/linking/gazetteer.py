"""gazetteer: the known entities, by name, by code and by office."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from itertools import pairwise
from typing import TypeVar

from graph.linking.known import (
    Known,
    Office,
    read_countries,
    read_offices,
    read_organisations,
    read_people,
    read_places,
)
from graph.names.ordinary import is_ordinary
from graph.names.words import Word, fold_name, is_joint, split_words

# Abbreviations that are words when only their first letter is a capital.
NEVER_LOWER = frozenset({"PACE", "GUAM", "SANA", "ITER"})
Key = TypeVar("Key")
Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Name:
    """One name of a known entity, as it is written."""

    known: Known
    words: tuple[str, ...]
    is_demonym: bool = False


@dataclass(frozen=True, slots=True)
class Found:
    """The names that a stretch of words, up to `end`, may be."""

    end: int
    names: tuple[Name, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Gazetteer:
    """The known entities, looked up by name, by code and by office."""

    entities: tuple[Known, ...]
    _names: Mapping[tuple[str, ...], tuple[Name, ...]] = field(repr=False)
    _longest: Mapping[str, int] = field(repr=False)
    _countries: Mapping[str, Known] = field(repr=False)
    _seats: Mapping[tuple[str, ...], tuple[Known, ...]] = field(repr=False)
    _unions: Mapping[tuple[str, ...], tuple[Known, ...]] = field(repr=False)
    _surnames: Mapping[str, tuple[Known, ...]] = field(repr=False)
    _given_names: frozenset[str] = field(repr=False)
    _terms: Mapping[tuple[str, str], tuple[Office, ...]] = field(repr=False)
    _careers: Mapping[Known, tuple[Office, ...]] = field(repr=False)

    def named(self, text: str) -> tuple[Known, ...]:
        """Return the entities that bear a name or a demonym, whatever its case."""
        return _unique(name.known for name in self._names.get(fold_name(text), ()))

    def longest_at(self, words: Sequence[Word], start: int, text: str, offset: int = 0) -> Found | None:
        """Return the longest known name that begins at a word; `offset` is where `text` begins."""
        longest = min(self._longest.get(words[start].folded, 0), len(words) - start)
        for length in range(longest, 0, -1):
            stretch = words[start : start + length]
            names = self._names.get(tuple(word.folded for word in stretch), ())
            fitting = tuple(name for name in names if _is_written_like(name, stretch))
            if fitting and _is_joined(stretch, text, offset):
                return Found(start + length, fitting)
        return None

    def country(self, code: str | None) -> Known | None:
        """Return the country with an alpha-3 code, or None."""
        return self._countries.get(code) if code else None

    def capital_of(self, text: str) -> tuple[Known, ...]:
        """Return the countries that have a capital or seat of government of this name."""
        return self._seats.get(fold_name(text), ())

    def union_of(self, text: str) -> Known | None:
        """Return the organisation for which the city of this name stands rather than for its state."""
        return next(iter(self._unions.get(fold_name(text), ())), None)

    def surnamed(self, text: str) -> tuple[Known, ...]:
        """Return the people whose name ends in this."""
        words = fold_name(text)
        return self._surnames.get(words[-1], ()) if words else ()

    def is_given_name(self, folded: str) -> bool:
        """Tell whether a folded word begins the name of a known person."""
        return folded in self._given_names

    def holders(self, office_class: str, of: str, on: date | None) -> tuple[Known, ...]:
        """Return who holds an office on a day, for certain; no one where the dates do not tell."""
        terms = self._terms.get((office_class, of), ())
        return _unique(term.holder for term in terms if on and holds(term, on))

    def offices_of(self, person: Known) -> tuple[Office, ...]:
        """Return the known terms of office of a person."""
        return self._careers.get(person, ())


@cache
def load_gazetteer() -> Gazetteer:
    """Return the known entities of `seeds/entities`."""
    countries, people = tuple(read_countries()), tuple(read_people())
    organisations = tuple(read_organisations())
    entities = (*countries, *read_places(), *organisations, *people)
    offices = tuple(read_offices(people))
    names = _grouped(
        (tuple(map(_folded, name.words)), name) for known in entities for name in _names_of(known)
    )
    longest: dict[str, int] = {}
    for key in names:
        longest[key[0]] = max(longest.get(key[0], 0), len(key))
    return Gazetteer(
        entities=entities,
        _names=names,
        _longest=longest,
        _countries={known.country: known for known in countries if known.country},
        _seats=_grouped((fold_name(seat), known) for known in countries for seat in _seats_of(known)),
        _unions=_grouped((fold_name(seat), known) for known in organisations for seat in known.seats),
        _surnames=_grouped((word, person) for person in people for word in _last_words(person)),
        _given_names=_given_names(people, names),
        _terms=_grouped(((term.office_class, term.of), term) for term in offices),
        _careers=_grouped((term.holder, term) for term in offices),
    )


def holds(term: Office, on: date) -> bool:
    """Tell whether a term certainly covers a day; a year or month without day leaves its own days out."""
    day = on.isoformat()
    until = term.end or term.known_until
    if not term.start or not until:
        return False
    return _last_day(term.start) < day < until if len(term.start) < 10 else term.start <= day < until


def is_over(term: Office, on: date) -> bool:
    """Tell whether a term had certainly ended before a day; one of whose end the year is known, after it."""
    end = term.end if len(term.end) == 10 else _last_day(term.end)
    return bool(term.end) and end < on.isoformat()


def _last_day(partial: str) -> str:
    return partial + "-99"


def _last_words(person: Known) -> Iterable[str]:
    names = (fold_name(name) for name in (person.name, *person.aliases))
    return _unique(words[-1] for words in names if len(words) > 1)


def _given_names(people: Iterable[Known], names: Mapping[tuple[str, ...], object]) -> frozenset[str]:
    firsts = {fold_name(person.name)[0] for person in people}
    return frozenset(
        word for word in firsts if len(word) > 2 and (word,) not in names and not is_ordinary(word)
    )


def _names_of(known: Known) -> Iterable[Name]:
    for text in _unique(filter(None, (known.name, known.official_name, *known.aliases))):
        yield Name(known, tuple(word.text for word in split_words(text)))
    for text in known.demonyms:
        yield Name(known, tuple(word.text for word in split_words(text)), is_demonym=True)


def _folded(word: str) -> str:
    return fold_name(word)[0]


def _seats_of(known: Known) -> Iterable[str]:
    return _unique(filter(None, (known.capital, *known.seats)))


def _is_written_like(name: Name, stretch: Sequence[Word]) -> bool:
    return all(map(_is_written_as, name.words, stretch))


def _is_written_as(known: str, word: Word) -> bool:
    """Compare the case: an abbreviation wants capitals (but Nato, Unesco), a capital wants a capital."""
    if len(known) > 1 and known.isupper():
        as_word = len(known.replace(".", "")) > 3 and word.text.istitle() and known not in NEVER_LOWER
        return word.text.isupper() or as_word
    return word.text[0].isupper() or not known[0].isupper()


def _is_joined(stretch: Sequence[Word], text: str, offset: int) -> bool:
    return all(
        is_joint(text[left.span.end - offset : right.span.start - offset])
        for left, right in pairwise(stretch)
    )


def _grouped(pairs: Iterable[tuple[Key, Value]]) -> dict[Key, tuple[Value, ...]]:
    groups: defaultdict[Key, list[Value]] = defaultdict(list)
    for key, value in pairs:
        groups[key].append(value)
    return {key: tuple(values) for key, values in groups.items()}


def _unique(values: Iterable[Value]) -> tuple[Value, ...]:
    return tuple(dict.fromkeys(values))
