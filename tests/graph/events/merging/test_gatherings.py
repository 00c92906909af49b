"""A talk and its occasion, and talks with different partners, are two meetings."""

from __future__ import annotations

from tests.graph.events.merging.tellings import (
    DAHL,
    HOLM,
    KENYA,
    ONE,
    OSTAVIK,
    PERU,
    TWO,
    UNION,
    VELKANOV,
    draft,
    groups,
)


def test_talk_of_two_people_is_not_the_summit_that_they_attend() -> None:
    summit = draft("Meeting", 1, {"participant": (UNION, OSTAVIK, VELKANOV)}, attribute="Summit")
    assert (
        groups(summit, draft("Meeting", 2, {"participant": (OSTAVIK, VELKANOV)}, attribute="Meeting")) == TWO
    )
    assert groups(summit, draft("Meeting", 2, {"participant": (OSTAVIK,)}, attribute="Meeting")) == ONE


def test_talk_of_two_people_is_not_the_gathering_of_its_own_beside_it() -> None:
    two = {"participant": (OSTAVIK, HOLM)}
    talk = draft("Meeting", 2, two, attribute="Meeting")
    forum = draft("Meeting", 1, {"participant": (UNION, HOLM)}, is_own=True)
    assert groups(forum, talk) == groups(talk, forum) == TWO
    assert groups(draft("Meeting", 1, two, is_own=True), talk) == ONE
    assert groups(draft("Meeting", 1, {"participant": (HOLM,)}, attribute="Summit"), talk) == ONE


def test_talks_with_different_partners_are_apart() -> None:
    states = draft("Meeting", 0, {"participant": (KENYA, PERU)})
    first = draft("Meeting", 1, {"participant": (OSTAVIK, HOLM)})
    with_another = draft("Meeting", 2, {"participant": (OSTAVIK, DAHL)})
    assert groups(states, first, with_another) == [[0, 1], [2]]
    of_delegations = draft("Meeting", 2, {"participant": (OSTAVIK, HOLM, DAHL)})
    assert groups(states, first, of_delegations) == [[0, 1, 2]]
    at_a_summit = draft("Meeting", 2, {"participant": (OSTAVIK, DAHL)}, attribute="Summit")
    assert groups(states, first, at_a_summit) == [[0, 1, 2]]
