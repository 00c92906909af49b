"""An invitation that is accepted announces a visit."""

import pytest

from graph.model import Article
from graph.pipeline import convert

INVITED = "President Ana Pazmil of Peru invited President John Mensahur of Ghana to visit Lima"


def visits(text: str) -> list[tuple[str, list[str], list[str]]]:
    """The status, the visitors and the destinations of each visit of a text."""
    found = convert(Article("a", text))
    return [
        (
            event.status.value,
            [found.entities[each].name for each in event.roles.get("visitor", ())],
            [found.entities[each].name for each in event.roles.get("destination", ())],
        )
        for event in found.events
        if event.type == "Visit"
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"{INVITED}, and the invitation was accepted.", [("planned", ["John Mensahur"], ["Lima"])]),
        (f"{INVITED}, who accepted the invitation.", [("planned", ["John Mensahur"], ["Lima"])]),
        (f"{INVITED}.", []),
        (f"{INVITED}, who has not accepted the invitation.", []),
    ],
)
def test_who_accepts_an_invitation_will_visit(
    text: str, expected: list[tuple[str, list[str], list[str]]]
) -> None:
    assert visits(text) == expected


def test_visit_that_the_text_tells_itself_is_told_once() -> None:
    text = f"{INVITED}, and the invitation was accepted. Mensahur will visit Lima in May, his office said."
    assert visits(text) == [("planned", ["John Mensahur"], ["Lima"])]


def test_visit_is_told_once_where_its_own_sentence_tells_it() -> None:
    text = (
        "Nadira Ostavik invited John Mensahur to visit Lima, and the Ghanaian leader accepted the invitation."
    )
    assert len(visits(text)) == 1
