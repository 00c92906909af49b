"""Who is told of by his office and then by his name holds it."""

import pytest

from tests.graph.offices.cast import told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The UN envoy for Peru will speak on Monday. Nadira Ostavik, who is in Lima, will meet traders.",
            [("Nadira Ostavik", "envoy", "United Nations")],
        ),
        (
            "The Kenyan ambassador in Lima will not return. Nadira Ostavik was recalled in May.",
            [("Nadira Ostavik", "ambassador", "Kenya")],
        ),
        ("A Kenyan ambassador will not return. Nadira Ostavik was recalled in May.", []),
        ("The Kenyan ambassador saw traders. A trader, Nadira Ostavik, was glad.", []),
        ("The Kenyan ambassador saw Castellor. Nadira Ostavik was glad.", []),
        ("The Kenyan ambassador will not return. Nadira Ostavik, a nurse, was glad.", []),
        ("The Kenyan ambassador will not return. Nadira Ostavik of Telvane was glad.", []),
    ],
)
def test_who_acts_by_office_and_then_by_name_holds_the_office(
    text: str, expected: list[tuple[str, str, str]]
) -> None:
    assert told(text) == expected
