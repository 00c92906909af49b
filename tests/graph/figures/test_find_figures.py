"""A number tied to what it measures is a figure; any other number is none."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.figures.find import find_figures
from graph.model import (
    Article,
    DateRange,
    Entity,
    EntityType,
    Figure,
    Form,
    Mention,
    PartialDate,
    Span,
    Status,
)
from graph.reading.segment import segment

PUBLISHED = date(2024, 5, 20)
ENTITIES = (
    Entity("Kenya", EntityType.COUNTRY, country="KEN"),
    Entity("Peru", EntityType.COUNTRY, country="PER"),
)
KENYA, PERU = range(len(ENTITIES))
NAMES = {"Kenya": KENYA, "Peru": PERU, "Kenyan": KENYA, "Peruvian": PERU}


def figures_of(text: str) -> tuple[Figure, ...]:
    article = Article("a", text, published=PUBLISHED)
    mentions = [
        Mention(Span(start, start + len(name)), name, EntityType.COUNTRY, Form.NAME, (entity,))
        for name, entity in NAMES.items()
        for start in range(len(text))
        if text.startswith(name, start) and not text[start + len(name) : start + len(name) + 1].isalpha()
    ]
    mentions.sort(key=lambda mention: mention.span)
    return find_figures(article, segment(article), mentions, ENTITIES, ())


def told(text: str) -> list[tuple[str, str, str]]:
    return [(figure.indicator, figure.value, figure.unit) for figure in figures_of(text)]


def test_trade_between_two_in_a_year_is_a_figure_about_both() -> None:
    text = "It rained. Trade turnover between Kenya and Peru reached $10 billion in 2023."
    assert figures_of(text) == (
        Figure(
            "10000000000",
            "USD",
            "trade turnover",
            (KENYA, PERU),
            (Span(11, len(text)),),
            when=DateRange(PartialDate(2023)),
        ),
    )


def test_growth_and_level_are_two_figures_of_one_period() -> None:
    text = "Kenya's exports to Peru rose 12 per cent to $5bn in the first half of 2023."
    half = DateRange(PartialDate(2023, 1), PartialDate(2023, 6))
    evidence = (Span(0, len(text)),)
    assert figures_of(text) == (
        Figure("12", "percent", "exports", (KENYA, PERU), evidence, when=half, is_change=True),
        Figure("5000000000", "USD", "exports", (KENYA, PERU), evidence, when=half),
    )


def test_decline_is_a_change_below_zero() -> None:
    (figure,) = figures_of("Peruvian imports fell by 7.5 percent last year.")
    assert (figure.value, figure.unit, figure.is_change, figure.about, figure.when) == (
        "-7.5",
        "percent",
        True,
        (PERU,),
        DateRange(PartialDate(2023)),
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kenya approved a $50 million loan for Peru.", ("loan", "50000000", "USD")),
        (
            "Kenya announced 331 million dollars in new humanitarian aid.",
            ("humanitarian aid", "331000000", "USD"),
        ),
        ("Kenya sent 80 tonnes of humanitarian aid to Peru.", ("humanitarian aid", "80", "tonnes")),
        ("Kenya will impose a 25 per cent tariff on goods from Peru.", ("tariff", "25", "percent")),
        ("They signed a paper on grant aid (1.63 billion yen).", ("grant", "1630000000", "JPY")),
        ("Kenya will invest A$16.9 million in a port.", ("investment", "16900000", "AUD")),
        ("The volume of trade exceeded $3 billion.", ("trade turnover", "3000000000", "USD")),
        ("Kenya raised defence spending to 3 per cent of GDP.", ("defence spending", "3", "percent of GDP")),
    ],
)
def test_number_is_tied_to_what_it_measures(text: str, expected: tuple[str, str, str]) -> None:
    assert told(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "Kenya accounts for 12 per cent of exports.",
        "The trade minister spent $3 million on a house.",
        "Kenya and Peru spoke of trade, and a ship cost $3 billion.",
        "Some 95 percent of voters backed the trade deal.",
        "The company was sold for 14.7 billion euros.",
    ],
)
def test_number_whose_measure_is_not_clear_is_no_figure(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Trade reached $10 billion.", Status.ACTUAL),
        ("The two plan to raise trade to 20 billion dollars.", Status.PLANNED),
        ("Kenya will lend Peru $20 million.", Status.PLANNED),
        ("Kenya pledged $20 million in aid to Peru.", Status.PLANNED),
        ("Kenya said trade would reach $10 billion.", Status.PLANNED),
        ("Kenya threatened to impose a 25 per cent tariff.", Status.PROPOSED),
        ("Trade could reach $10 billion.", Status.PROPOSED),
        ("Trade did not reach $10 billion.", Status.DENIED),
    ],
)
def test_status_is_what_the_verbs_say(text: str, status: Status) -> None:
    assert [figure.status for figure in figures_of(text)] == [status]


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("Trade is planned to be brought to $10 billion by 2030.", DateRange(PartialDate(2030))),
        ("On Monday the minister said that trade had reached $10 billion.", None),
        ("Trade totalled $4 billion, up 12% on the previous year.", None),
        ("Trade totalled $4 billion, up 12% over the same period in 2022.", None),
        ("In 2022 trade reached $4 billion.", DateRange(PartialDate(2022))),
    ],
)
def test_period_is_that_of_the_number_and_not_of_the_telling(text: str, when: DateRange | None) -> None:
    assert {figure.when for figure in figures_of(text)} == {when}


def test_past_and_present_number_keep_their_own_years() -> None:
    figures = figures_of("Trade grew from $3 billion in 2019 to $5 billion in 2023.")
    assert [(figure.value, figure.when) for figure in figures] == [
        ("3000000000", DateRange(PartialDate(2019))),
        ("5000000000", DateRange(PartialDate(2023))),
    ]


def test_bilateral_trade_is_that_of_the_two_told_of_before() -> None:
    (figure,) = figures_of("Kenya and Peru held talks. Bilateral trade reached $2 billion.")
    assert figure.about == (KENYA, PERU)


def test_figure_told_twice_is_one_with_both_sentences_as_evidence() -> None:
    first, second = "Trade between Kenya and Peru reached $2 billion.", "Trade reached $2 billion in 2023."
    (figure,) = figures_of(f"{first} {second}")
    assert (figure.about, figure.when, figure.evidence) == (
        (KENYA, PERU),
        DateRange(PartialDate(2023)),
        (Span(0, len(first)), Span(len(first) + 1, len(first) + 1 + len(second))),
    )


PIECES = (
    *(
        "Trade ",
        "Kenya’s exports ",
        "a loan ",
        "rose ",
        "reached ",
        "to ",
        "of ",
        "by ",
        "$5bn ",
        "12 per cent ",
    ),
    *("in 2023 ", "from ", "(", ")", ". ", "\n\n", "🙂", "up ", "worth ", "will ", "and "),
)


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=80) | st.lists(st.sampled_from(PIECES), max_size=14).map("".join))
def test_figures_of_any_text_have_their_evidence_in_it(text: str) -> None:
    for figure in figures_of(text):
        assert all(0 <= span.start < span.end <= len(text) for span in figure.evidence)
        assert {*figure.about} <= {KENYA, PERU}
