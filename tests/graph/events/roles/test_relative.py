"""What a clause on somebody tells is done by him, and by nobody outside of it."""

from __future__ import annotations

import pytest

from graph.events.roles.relative import is_citizen, is_whose, outsiders
from tests.graph.events.predicted import sentence_of
from tests.graph.events.roles.named import PEOPLE, people_in, trigger_in


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nadira Ostavik thanked Marek Velkanov, who met Ilmar Castellor in Nakuru.", [PEOPLE[0]]),
        (
            "A trip with Nadira Ostavik follows talks with Marek Velkanov, who met Ilmar Castellor.",
            [PEOPLE[0]],
        ),
        ("Nadira Ostavik read the report that led to talks with Marek Velkanov, he met Ilmar Castellor.", []),
        ("Nadira Ostavik met Marek Velkanov and Ilmar Castellor.", []),
        ("Nadira Ostavik hosted Marek Velkanov, who met in Nakuru over trade.", []),
        ("Nadira Ostavik accompanied Marek Velkanov, who met Ilmar Castellor.", []),
        ("Nadira Ostavik and Marek Velkanov, who met Ilmar Castellor, left.", []),
    ],
)
def test_who_stands_outside_of_a_clause_on_a_person_has_no_part_in_it(text: str, expected: list[str]) -> None:
    sentence, trigger, people = sentence_of(text), trigger_in(text, "met"), people_in(text)
    found = outsiders(sentence, trigger, people)
    assert [each.text for each in people if each in found] == expected


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("It was announced by Nadira Ostavik, whose envoy met Marek Velkanov.", "met", [PEOPLE[0]]),
        ("It was announced by Nadira Ostavik, who met Marek Velkanov.", "met", []),
        ("It was announced by Nadira Ostavik, whose visit ended on Monday.", "visit", []),
        ("It was announced by Nadira Ostavik, whose plane landed in Nakuru.", "landed", []),
        ("It was announced by Nadira Ostavik, whose wife joined her at the talks.", "talks", []),
    ],
)
def test_whose_people_do_something_does_not_do_it(text: str, word: str, expected: list[str]) -> None:
    sentence, trigger = sentence_of(text), trigger_in(text, word)
    assert [each.text for each in people_in(text) if is_whose(sentence, trigger, each)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It was announced by Nadira Ostavik, whose country left the union.", [PEOPLE[0]]),
        ("It was announced by Nadira Ostavik, who left the country.", []),
        ("It was announced by Nadira Ostavik, whose husband left.", []),
    ],
)
def test_whose_country_does_something_does_not_do_it(text: str, expected: list[str]) -> None:
    sentence, trigger = sentence_of(text), trigger_in(text, "left")
    assert [each.text for each in people_in(text) if is_citizen(sentence, trigger, each)] == expected
