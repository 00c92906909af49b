"""Whoever faces sanctions, is under them or is hit by them bears them, and imposes none."""

from __future__ import annotations

import pytest

from graph.events.roles.sanctioned import sanctioned, spared
from graph.model import Span
from tests.graph.events.predicted import sentence_of
from tests.graph.events.roles.named import states_in


def bearers(text: str, trigger: str) -> list[str]:
    start = text.index(trigger)
    found = sanctioned(sentence_of(text), Span(start, start + len(trigger)), states_in(text))
    return sorted(mention.text for mention in found)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kenya and Peru, which face sanctions from Norway, signed a treaty.", ["Kenya", "Peru"]),
        ("Peru has been under Norwegian sanctions since 2021.", ["Peru"]),
        ("Kenya, hit by sanctions over its plans, met Peru.", ["Kenya"]),
        ("The economy of Kenya has been crippled by sanctions of Norway.", ["Kenya"]),
        ("Kenya's economy was crippled by sanctions.", ["Kenya"]),
        ("Kenya was slapped with sanctions by Peru.", ["Kenya"]),
        ("Norway slapped Peru with sanctions.", ["Peru"]),
        ("Norway put Kenya under sanctions.", ["Kenya"]),
        ("Peru, which is subject to sanctions, denied it.", ["Peru"]),
        ("Kenya has faced a large number of sanctions from Peru.", ["Kenya"]),
        ("Kenya faces the authors of sanctions on Peru.", []),
        ("Kenya expelled two envoys in response to sanctions imposed by Peru.", ["Kenya"]),
        ("Kenya expelled two envoys in response to sanctions on Peru.", []),
        ("Norway held talks in response to sanctions imposed by Peru on Kenya.", []),
        ("Norway imposed sanctions on Peru.", []),
        ("Norway welcomed the sanctions.", []),
    ],
)
def test_whoever_bears_sanctions_is_told_by_the_parse(text: str, expected: list[str]) -> None:
    assert bearers(text, "sanctions") == expected


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        ("Chile imposed sanctions on Kenya over its war in Peru.", "imposed", ["Chile", "Peru"]),
        ("Chile's sanctions against firms in Kenya hit Peru.", "sanctions", ["Chile", "Peru"]),
        ("The sanctions imposed on Kenya after its war with Peru stay.", "sanctions", ["Peru"]),
        ("Chile imposed sanctions on Kenya and Peru.", "imposed", ["Chile"]),
        ("Chile imposed sanctions on firms, Kenya said.", "imposed", []),
        ("Chile imposed tariffs on exports of Kenya to Peru.", "imposed", ["Chile", "Peru"]),
        ("Chile imposed sanctions on states buying oil from Kenya.", "imposed", []),
        ("Chile sanctioned Kenya.", "sanctioned", []),
    ],
)
def test_nobody_beside_those_on_whom_sanctions_are_bears_them(
    text: str, trigger: str, expected: list[str]
) -> None:
    start = text.index(trigger)
    found = spared(sentence_of(text), Span(start, start + len(trigger)), states_in(text))
    assert sorted(each.text for each in found) == expected
