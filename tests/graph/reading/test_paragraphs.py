"""Paragraphs are lines, unless the lines were wrapped at a width."""

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
