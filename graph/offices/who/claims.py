"""claims: the titles of a line, each with somebody who holds it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from graph.model import EntityType, Mention, Span
from graph.offices.line import Word
from graph.offices.phrases import Phrase, find_phrases
from graph.offices.who.holders import people_beside
from graph.offices.who.persons import Person
from graph.offices.who.several import is_listed, share_with_next, with_principals, with_senders


@dataclass(frozen=True, slots=True)
class Claim:
    """A title and a person beside it; `owner` is written beside the person: "(Russia)", "X of Uzbekistan"."""

    line: int
    holder: Mention
    office: Phrase
    span: Span
    owner: Mention | None = None


def line_claims(words: Sequence[Word], number: int) -> Iterator[Claim]:
    """Pair the titles of a line with the people who hold them."""
    offices = with_principals(words, [phrase for phrase in find_phrases(words) if phrase.is_office])
    offices = with_senders(words, offices)
    taken: dict[int, Person] = {}
    titled: set[int] = set()
    held: list[Claim] = []
    for office, following in zip_longest(offices, offices[1:]):
        title, people = office, people_beside(words, office, taken, titled)
        if following is not None:
            title, people = share_with_next(words, office, following, people)
            if people and people[0].place in titled and is_listed(words, office, following):
                taken.pop(office.end, None)
                people = []
        for person in people:
            if office.end <= person.place:
                titled.add(person.place)
            claim = _claim(words, number, title, person)
            if not any(_is_of_another_state(claim, other) for other in held):
                held.append(claim)
    yield from held


def _claim(words: Sequence[Word], number: int, office: Phrase, person: Person) -> Claim:
    owner = (person.owner.span,) if person.owner else ()
    spans = (words[office.begin].span, words[office.end - 1].span, person.name.span, *owner)
    span = Span(min(each.start for each in spans), max(each.end for each in spans))
    return Claim(number, person.name, office, span, person.owner)


def _is_of_another_state(claim: Claim, other: Claim) -> bool:
    """Tell whether two claims give somebody the same office of two states: he has but the first."""
    owners = (claim.office.owners[:1], other.office.owners[:1])
    states = [owner.entities for each in owners for owner in each if owner.type is EntityType.COUNTRY]
    same = (claim.holder, claim.office.noun) == (other.holder, other.office.noun)
    return same and len(states) == 2 and states[0] != states[1] and claim.office.national
