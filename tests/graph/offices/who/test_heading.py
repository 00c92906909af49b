"""Whoever heads a body is its head."""

import pytest

from tests.graph.offices.cast import told


def test_who_heads_a_body_is_its_head() -> None:
    assert told("Nadira Ostavik, who heads Telvane, spoke.") == [("Nadira Ostavik", "head", "Telvane")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Telvane, led by Peruvian economist Marek Velkanov, left.",
            [("Marek Velkanov", "leader", "Telvane")],
        ),
        ("Telvane, headed by former miner Marek Velkanov, left.", [("Marek Velkanov", "head", "Telvane")]),
        ("Telvane, led by staff of Marek Velkanov, left.", []),
        ("Telvane, headed by a board, met Marek Velkanov.", []),
    ],
)
def test_who_heads_a_body_may_be_described_before_his_name(
    text: str, expected: list[tuple[str, str, str]]
) -> None:
    assert told(text) == expected
