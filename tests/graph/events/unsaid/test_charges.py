"""Whoever rejects a charge that was told before rejects it of whoever made it."""

import pytest

from graph.model import Article
from graph.pipeline import convert

ACCUSED = "Kenya on Monday accused Ethiopia of arming rebels"


def rejected(text: str) -> list[tuple[list[str], list[str]]]:
    """Who rejects something, and whose, in the rejections of a text."""
    found = convert(Article("a", text))
    return [
        (
            [found.entities[each].name for each in event.roles.get("actor", ())],
            [found.entities[each].name for each in event.roles.get("target", ())],
        )
        for event in found.events
        if event.type == "Rejection"
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"{ACCUSED}. Ethiopia denies this.", [(["Ethiopia"], ["Kenya"])]),
        (f"{ACCUSED}, an accusation rejected by Addis Ababa.", [(["Ethiopia"], ["Kenya"])]),
        (
            f"{ACCUSED}. The charge was dismissed by the Ethiopian foreign minister, Tesfaye Worlik.",
            [(["Tesfaye Worlik"], ["Kenya"])],
        ),
        (
            "Prime Minister Ana Pazmil of Peru accused Ghana of spying. Ghana's John Mensahur denied it.",
            [(["John Mensahur"], ["Ana Pazmil"])],
        ),
        (
            "Peru urged Bolivia to leave the border. President Luis Karmona of Bolivia rejected the demand.",
            [(["Luis Karmona"], ["Peru"])],
        ),
    ],
    ids=["this", "apposition", "passive", "person", "demand"],
)
def test_charge_is_rejected_of_who_made_it(text: str, expected: list[tuple[list[str], list[str]]]) -> None:
    assert rejected(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"{ACCUSED}. Sudan rejected the allegations of the opposition.", [(["Sudan"], [])]),
        (
            "Peru accused Chile of meddling. Chile accused Peru of lying. Both countries denied the charges.",
            [(["Chile", "Peru"], [])],
        ),
    ],
    ids=["of another", "of each other"],
)
def test_charge_of_others_is_not_that_told_before(
    text: str, expected: list[tuple[list[str], list[str]]]
) -> None:
    assert rejected(text) == expected
