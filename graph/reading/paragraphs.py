"""paragraphs: where the paragraphs of a text are; lines that were wrapped at a width are one."""

from __future__ import annotations

import re
from itertools import pairwise

from graph.reading.list_marks import list_mark

_LINE = re.compile(r"[^\r\n\v\f\x1c-\x1e\x85\u2028\u2029]+")
_WIDEST_WRAP = 120  # characters; no one wraps wider
_FEWEST_WRAPS = 4


def paragraph_spans(text: str) -> list[tuple[int, int]]:
    """Give the start and end of each paragraph, trimmed, in order: a line, or lines that were wrapped."""
    lines = [
        (match.start() + len(match[0]) - len(match[0].lstrip()), match.start() + len(match[0].rstrip()))
        for match in _LINE.finditer(text)
        if match[0].strip()
    ]
    width = _wrap_width(text, lines)
    spans: list[tuple[int, int]] = []
    for previous, line in zip([None, *lines], lines, strict=False):
        if previous and width and _is_wrapped(text, previous, line, width):
            spans[-1] = (spans[-1][0], line[1])
        else:
            spans.append(line)
    return spans


def _wrap_width(text: str, lines: list[tuple[int, int]]) -> int | None:
    """Give the width at which the lines were wrapped, or None if they are whole paragraphs."""
    width = max((end - start for start, end in lines), default=0)
    if width > _WIDEST_WRAP:
        return None
    pairs = [pair for pair in pairwise(lines) if _is_adjacent(text, *pair)]
    wrapped = sum(_is_full(text, *pair, width) for pair in pairs)
    return width if wrapped >= _FEWEST_WRAPS and wrapped >= 0.7 * len(pairs) else None


def _is_wrapped(text: str, line: tuple[int, int], following: tuple[int, int], width: int) -> bool:
    goes_on = text[line[1] - 1].isalnum() and text[following[0]].islower()
    return (
        _is_adjacent(text, line, following)
        and (goes_on or _is_full(text, line, following, width))
        and not list_mark(text[following[0] : following[1]])
    )


def _is_adjacent(text: str, line: tuple[int, int], following: tuple[int, int]) -> bool:
    """Tell whether no blank line stands between the two."""
    return text[line[1] : following[0]].replace("\r\n", "\n").strip(" \t") in {"\n", "\r"}


def _is_full(text: str, line: tuple[int, int], following: tuple[int, int], width: int) -> bool:
    """Tell whether the next line's first word had no room left on this line."""
    first_word = text[following[0] : following[1]].split(maxsplit=1)[0]
    return line[1] - line[0] + 1 + len(first_word) > width
