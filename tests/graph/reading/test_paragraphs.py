"""Paragraphs are lines, unless the lines were wrapped."""

from __future__ import annotations

import textwrap

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.reading.list_marks import list_mark
from graph.reading.paragraphs import paragraph_spans

PROSE = (
    "The president met the foreign minister in the capital, and both of them praised the talks, which"
    " had lasted three hours. They agreed to meet again in the autumn, if nothing should come in between."
)


def paragraphs(text: str) -> list[str]:
    return [text[start:end] for start, end in paragraph_spans(text)]


def test_each_line_is_a_paragraph() -> None:
    assert paragraphs("Title\n\n One. Two.\r\nThree\u2028Four\n\n") == ["Title", "One. Two.", "Three", "Four"]


@pytest.mark.parametrize("width", [50, 72, 100])
def test_wrapped_lines_are_one_paragraph(width: int) -> None:
    wrapped = [textwrap.fill(PROSE, width), textwrap.fill(f"{PROSE} {PROSE}", width)]
    assert paragraphs("Title\n\n" + "\n\n".join(wrapped)) == ["Title", *wrapped]


def test_wrapped_paragraphs_need_no_blank_lines_between_them() -> None:
    wrapped = textwrap.fill(PROSE, 60)
    lines = [wrapped, "They left.", wrapped, "They met."]
    assert paragraphs("\n".join(lines)) == lines


def test_short_lines_that_were_not_wrapped_stay_apart() -> None:
    lines = [
        "Agenda",
        "Trade and transport",
        "Energy",
        "Opening of the border",
        "Press conference at noon",
        "End",
    ]
    assert paragraphs("\n".join(lines)) == lines


def test_one_line_that_stands_out_does_not_hide_the_width() -> None:
    wrapped = textwrap.fill(f"{PROSE} {PROSE}", 50).split("\n")
    longer = "\n".join([" ".join(wrapped[:2]), *wrapped[2:]])
    assert paragraphs(f"Title\n\n{longer}") == ["Title", longer]


@pytest.mark.parametrize(
    "sentence",
    [
        "In a statement on Monday,\nKenya rejected the plan.",
        "She handed over a letter from the President of\nPeru.",
        "The envoy brought a letter to Sheikh Talim al\nal Rashad containing an invitation.",
    ],
)
def test_line_that_goes_on_in_the_next_is_joined_with_it(sentence: str) -> None:
    assert paragraphs(f"Title\n{sentence}\nPeru agreed.") == ["Title", sentence, "Peru agreed."]


@pytest.mark.parametrize(
    "lines",
    [
        ["Kenya and Peru sign pact", "by Nadira Ostavik", "They met on Monday."],
        ["Kenya and Peru sign pact", "published at 16:00"],
        ["Letters from Lima,", "Nadira Ostavik"],
        ["They signed:", "a treaty on trade,", "a treaty on fish."],
        ["They discussed", "• trade with", "• the border of"],
        ["In a statement on Monday,", "", "Kenya rejected the plan."],
    ],
)
def test_headlines_and_lists_are_not_joined(lines: list[str]) -> None:
    assert paragraphs("\n".join(lines)) == [line for line in lines if line]


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        ("• one", "• "),
        ("▪one", "▪"),
        ("- one", "- "),
        ("— one", "— "),
        ("* one", "* "),
        ("1. one", "1. "),
        ("12) one", "12) "),
        ("(a) one", "(a) "),
        ("iv. one", "iv. "),
        ("3/ one", "3/ "),
        ("2024. one", ""),
        ("-5 degrees", ""),
        ("U.S. forces", ""),
        ("A. Smith", ""),
        ("", ""),
    ],
)
def test_list_items_are_known_by_their_marks(text: str, mark: str) -> None:
    assert text[: list_mark(text)] == mark


@settings(max_examples=50, deadline=None)
@given(
    text=st.text(max_size=200)
    | st.lists(st.sampled_from(["word", " ", "\n", "\r\n", "• ", "."]), max_size=80).map("".join)
)
def test_nothing_but_white_space_is_lost(text: str) -> None:
    assert "".join("".join(paragraphs(text)).split()) == "".join(text.split())


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("The ministers met in Lima on 24-25 July\n2000 under the chair of Peru.", 1),
        ("They spoke of the protocol signed in May\n2001.", 1),
        ("They spoke of the accord signed in Lima on 30\nApril 1999 and of the border.", 1),
        ("The ministers met in Lima on 24 July\n2000\nThey met again in Lima.", 3),
        ("The ministers met in Lima on 24 July\n2000: They met again in Lima.", 2),
        ("Posted on 24 July\n2000 troops came to Lima.", 2),
        ("Ministers to meet in July\n2024 was a hard year for Peru.", 2),
        ("24 July\n2000, Lima: the ministers met.", 2),
    ],
    ids=["year", "end", "month", "heading", "entry", "number", "headline", "day of an entry"],
)
def test_date_that_goes_on_in_the_next_line_is_not_broken(text: str, count: int) -> None:
    assert len(paragraphs(text)) == count


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("The envoy left for the\n\nVelkan Islands\n\non Monday.\n\nHe came back.", 2),
        ("He spoke of the\n\nVelkan plan\n\n, and of peace.", 1),
        ("The envoy came ahead of\n\nan expected visit by the king.", 1),
        ("The envoy came from\n\nLima, 3 May", 2),
        ("They signed:\n\na treaty on visas\n\nan accord on trade", 3),
        ("They met in the\n\n- first round", 2),
        ("They signed:\n\na treaty on visas and\n\nan accord on trade", 3),
    ],
    ids=["link", "link before a comma", "small letter", "dateline", "list", "marked list", "list with and"],
)
def test_sentence_goes_on_where_a_link_stands_alone(text: str, count: int) -> None:
    assert len(paragraph_spans(text)) == count
