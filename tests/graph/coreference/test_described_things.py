"""A thing is told of by what it is: "the 15-member council", "the government"."""

from __future__ import annotations

import pytest

from tests.graph.coreference.meaning import meant


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("The 46-member council", ["Council of Europe"]),
        ("The eight-member Council", ["Council of Europe"]),
        ("The 55-nation union", ["African Union"]),
    ],
)
def test_body_is_told_of_by_how_many_members_it_has(words: str, expected: list[str]) -> None:
    text = f"The Council of Europe and the African Union met. Kenya slept. {words} praised Peru."
    assert meant(text, words) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kenya wept. Peru praised Kenya. Rebels in Kenya came. The government fled.", ["Kenya"]),
        ("Kenya wept. Kenya slept. Peru praised Norway. The government fled.", []),
        ("Kenya wept. Kenya slept. The Peruvian government came. The government fled.", ["Peru"]),
        ("Kenya wept. Kenya slept. The government in exile fled.", []),
    ],
    ids=["the state told of most", "another told of last", "one told by whose it is", "in exile"],
)
def test_government_is_that_of_the_state_in_mind(text: str, expected: list[str]) -> None:
    assert meant(text, "The government") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It was praised by the Highland Army. The group called on Peru.", ["Coastal Front"]),
        ("The Highland Army left. The group called on Peru.", ["Highland Army"]),
    ],
    ids=["named beside", "acted last"],
)
def test_body_that_acted_by_a_noun_goes_on_acting_by_it(text: str, expected: list[str]) -> None:
    assert meant("The Coastal Front met. The group said it was glad. " + text, "The group") == expected
