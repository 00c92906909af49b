"""Who announces a visit does not by that travel to where he does so."""

from __future__ import annotations

import pytest

from graph.events.roles.announced import is_where_announced, only_announces
from graph.model import EntityType, Form, Mention, Span
from tests.graph.events.predicted import sentence_of
from tests.graph.events.roles.named import PEOPLE, people_in, states_in, trigger_in


def mention_in(text: str, name: str, kind: EntityType) -> Mention:
    start = text.index(name)
    return Mention(Span(start, start + len(name)), name, kind, Form.NAME, (0,))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The visit to Peru was announced by Nadira Ostavik on Monday.", []),
        ("Nadira Ostavik confirmed her visit to Peru.", []),
        ("Nadira Ostavik announced a visit to Peru.", []),
        ("The Senate announced the visit of Marek Velkanov.", []),
        ("The visit of Marek Velkanov was confirmed by Nadira Ostavik.", [PEOPLE[0]]),
        ("The report was praised by Nadira Ostavik after a visit to Peru.", []),
    ],
)
def test_by_whom_a_visit_is_announced_is_no_visitor(text: str, expected: list[str]) -> None:
    sentence, trigger = sentence_of(text), trigger_in(text, "visit")
    assert [each.text for each in people_in(text) if only_announces(sentence, trigger, each)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A spokesman of the Kenyan Trade Office announced the visit on Monday.", True),
        ("The Kenyan Trade Office announced Marek Velkanov's visit.", True),
        ("The Kenyan Trade Office announced a visit to Peru.", False),
        ("The Kenyan Trade Office announced its visit to Peru.", False),
        ("The Kenyan Trade Office paid a visit to Peru.", False),
    ],
)
def test_body_that_announces_a_visit_is_no_visitor(text: str, expected: bool) -> None:
    body = mention_in(text, "Kenyan Trade Office", EntityType.GOVERNMENT_BODY)
    assert only_announces(sentence_of(text), trigger_in(text, "visit"), body) is expected


def test_state_that_announces_a_visit_may_pay_it() -> None:
    text = "Chile announced a visit to Peru."
    assert not any(
        only_announces(sentence_of(text), trigger_in(text, "visit"), each) for each in states_in(text)
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The visit to Peru was announced in Nakuru on Monday.", True),
        ("The visit was announced in Nakuru on Monday.", True),
        ("The visit in Nakuru was announced on Monday.", False),
        ("Nadira Ostavik announced her visit in Nakuru.", False),
        ("The ministry announced a visit to Nakuru.", False),
        ("Nadira Ostavik paid a visit in Nakuru.", False),
    ],
)
def test_city_where_a_visit_is_announced_is_not_visited(text: str, expected: bool) -> None:
    city = mention_in(text, "Nakuru", EntityType.PLACE)
    assert is_where_announced(sentence_of(text), trigger_in(text, "visit"), city) is expected
