"""holders: who holds a title of a line, by all the ways in which it may be told."""

from __future__ import annotations

from collections.abc import Container, Sequence

from graph.offices.line import Word
from graph.offices.phrases import Phrase, find_phrases
from graph.offices.who.appointed import accredited, appointed
from graph.offices.who.names_after import named_as, people_after, people_after_comma
from graph.offices.who.names_before import people_before, titled_before
from graph.offices.who.persons import Person


def people_beside(
    words: Sequence[Word], office: Phrase, taken: dict[int, Person], titled: Container[int] = ()
) -> list[Person]:
    """Find who stands beside a title.

    `taken` remembers the names before earlier titles of the line, `titled` the places of names behind them.
    """
    people = people_after(words, office) or named_as(words, office)
    if people or _is_genitive(words, office):
        return people
    behind = people_after_comma(words, office)
    if behind and _is_in_list(words, office, behind[0].place) and office.begin - 1 in taken:
        taken[office.end] = taken[office.begin - 1]
        return [taken[office.begin - 1]]
    # "The President of Peru, X, the President of Ghana, Y, and ...": X has his title
    if behind and office.begin and (words[office.begin - 1].lower == "and" or office.begin - 2 in titled):
        return behind
    people = accredited(words, office) or people_before(words, office, taken)
    # "Prime Minister X, High Commissioner, friends": so are several addressed
    is_bare = (office.begin, office.end) == (office.first, office.head + 1)
    if people and is_bare and people[0].place in titled and words[office.begin].text[:1].isupper():
        return []
    people = people or titled_before(words, office, titled)
    if people:
        taken[office.end] = people[0]
    return people or behind or appointed(words, office)


def _is_in_list(words: Sequence[Word], office: Phrase, name: int) -> bool:
    """Tell whether a list of names goes on: "X, Chair of A and President of B, Y, head of C"."""
    joins = office.begin > 0 and words[office.begin - 1].lower == "and"
    is_second = joins and office.begin == office.first and not office.plural
    at = name + 2
    is_next = at < len(words) and words[name + 1].text == ","
    return is_second and is_next and any(each.begin == at for each in find_phrases(words, at, at + 4))


def _is_genitive(words: Sequence[Word], office: Phrase) -> bool:
    """Tell whether a title only says whose somebody else is: "X, the president's envoy"."""
    after = office.head + 1
    return after == office.end < len(words) and words[after].lower in ("'s", "'")
