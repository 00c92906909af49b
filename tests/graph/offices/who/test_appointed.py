"""Whoever is appointed or accredited holds the office."""

import pytest

from tests.graph.offices.cast import told


@pytest.mark.parametrize(
    ("text", "role", "of"),
    [
        ("Nadira Ostavik was appointed Kenya's ambassador to Peru.", "ambassador", "Kenya"),
        ("Nadira Ostavik retains the post of foreign minister of Kenya.", "foreign minister", "Kenya"),
    ],
)
def test_who_is_appointed_or_stays_in_office_holds_it(text: str, role: str, of: str) -> None:
    assert told(text) == [("Nadira Ostavik", role, of)]


def test_who_is_elected_keeps_his_other_office() -> None:
    text = "Nadira Ostavik, Kenya's premier since 2005, was elected chairperson of the United Nations."
    assert told(text) == [
        ("Nadira Ostavik", "premier", "Kenya"),
        ("Nadira Ostavik", "chairperson", "United Nations"),
    ]


def test_who_presents_his_credentials_is_the_envoy() -> None:
    text = "Marek Velkanov presented his credentials to the UN chief, Mr Castellor, as Envoy of Kenya."
    assert told(text) == [
        ("Marek Velkanov", "envoy", "Kenya"),
        ("Ilmar Castellor", "chief", "United Nations"),
    ]
