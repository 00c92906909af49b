"""Amounts are read exactly, and a number that is not one amount is none."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.figures.amounts import find_amounts


def read(text: str, *countries: str) -> list[tuple[str, str]]:
    return [(amount.value, amount.unit) for amount in find_amounts(text, countries)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("$3.8 billion", ("3800000000", "USD")),
        ("US$1.5bn", ("1500000000", "USD")),
        ("A$16.9 million", ("16900000", "AUD")),
        ("€360m", ("360000000", "EUR")),
        ("26 billion yuan", ("26000000000", "CNY")),
        ("some 9 billion dollars", ("9000000000", "USD")),
        ("LKR 2.4 billion", ("2400000000", "LKR")),
        ("1,500,000 euros", ("1500000", "EUR")),
        ("eleven million kronor", ("11000000", "SEK")),
        ("a $2-billion loan", ("2000000000", "USD")),
        ("12.50 per cent", ("12.5", "percent")),
        ("a 100 percent tariff", ("100", "percent")),
        ("12%", ("12", "percent")),
        ("80 metric tons of rice", ("80", "tonnes")),
    ],
)
def test_amount_has_its_exact_value_and_unit(text: str, expected: tuple[str, str]) -> None:
    assert read(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "$2-3 billion",
        "2 to 3 billion dollars",
        "between $2 billion and $3 billion",
        "10-15 per cent",
        "10,5 percent",
        "12 percentage points",
        "tens of billions of dollars",
        "62 euros a share",
        "33 million people",
        "the 2023 plan",
    ],
)
def test_range_price_or_bare_number_is_no_amount(text: str) -> None:
    assert read(text) == []


def test_what_it_was_and_what_it_is_are_two_amounts() -> None:
    assert read("from $2 billion to $3 billion") == [("2000000000", "USD"), ("3000000000", "USD")]


def test_currency_of_several_countries_is_that_of_the_country_named() -> None:
    assert read("Rs 500 crore", "IND", "KEN") == [("5000000000", "INR")]
    assert read("500 million rupees", "PAK") == [("500000000", "PKR")]
    assert read("500 million rupees", "PAK", "IND") == []
    assert read("500 million rupees") == []


PIECES = (
    "$",
    "€",
    "Rs ",
    "12",
    "3.5",
    ",",
    "-",
    " to ",
    " billion",
    "bn",
    " per cent",
    "%",
    " dollars",
    "٣",
    "²",
)


@settings(max_examples=50, deadline=None)
@given(st.text(max_size=60) | st.lists(st.sampled_from(PIECES), max_size=10).map("".join))
def test_any_text_is_read_and_amounts_lie_apart_in_it(text: str) -> None:
    end = 0
    for amount in find_amounts(text, ("IND",)):
        assert end <= amount.span.start < amount.span.end <= len(text)
        end = amount.span.end
