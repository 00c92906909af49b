"""paragraphs: where the paragraphs of a text are; lines that were wrapped are one."""

from __future__ import annotations

import re
from itertools import pairwise

from graph.reading.list_marks import list_mark

_LINE = re.compile(r"[^\r\n\v\f\x1c-\x1e\x85\u2028\u2029]+")
_NARROWEST_WRAP, _WIDEST_WRAP = 24, 120  # characters; no one wraps outside of these
_WIDTH = 0.85  # of the lines keep within the width: a dateline or a caption may stand out
_FEWEST_WRAPS = 4
_MOST_WRAPS = 0.7  # of the lines that end no sentence are wrapped where any is
# The words after which no line of its own ends.
_UNFINISHED = re.compile(
    r"(?:,|\b(?:a|an|and|as|at|between|by|during|for|from|in|into|its|nor|of|on|or|that|the|their|to|which|with))$"
)
# A link may stand as a paragraph of its own: "left for the // Velkan Islands // on Monday".
_CUT = re.compile(r"\b(?:a|an|its|the|their)$")
_CUT_BEFORE_SMALL = re.compile(r"\b(?:at|between|by|from|in|into|of|on|with)$")
# "On 3 July / 2000 in Lima", "on 3 / July 2000": but a year alone heads the entries of a chronicle, and below
# a line of its own, "Posted on 3 July / 2000 troops came", it may be a number.
_MONTH = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_AFTER_DATE = r"(?= (?:and|as|at|between|by|for|from|in|on|that|the|to|under|when|which|with)\b|[.,;)])"
_BROKEN_DATE = re.compile(
    rf"(?<=\S[ –-])(?:in|of|\d\d?) {_MONTH}\s+(?:1[89]|20)\d\d{_AFTER_DATE}"
    rf"|\b(?:of|on) \d\d?\s+{_MONTH} \d{{4}}\b"
)
_LONGEST_DATE = 24
_END = re.compile(r"[.!?](?:\s|$)")
_ENDS_SENTENCE = re.compile(r"[.!?:]['\"’”)]*$")


def paragraph_spans(text: str) -> list[tuple[int, int]]:
    """Give the start and end of each paragraph, trimmed, in order: a line, or lines that were wrapped."""
    lines = [
        (match.start() + len(match[0]) - len(match[0].lstrip()), match.start() + len(match[0].rstrip()))
        for match in _LINE.finditer(text)
        if match[0].strip()
    ]
    width = _wrap_width(text, lines)
    spans: list[tuple[int, int]] = []
    is_link = False
    for previous, line in zip([None, *lines], lines, strict=False):
        is_after_link = is_link and text[line[0]].islower()
        is_link = previous is not None and _is_linked(text, previous, line)
        if previous and (is_after_link or is_link or _is_wrapped(text, previous, line, width)):
            spans[-1] = (spans[-1][0], line[1])
        else:
            spans.append(line)
    return spans


def _wrap_width(text: str, lines: list[tuple[int, int]]) -> int | None:
    """Give the width at which the lines were wrapped, or None if they are whole paragraphs."""
    lengths = sorted(end - start for start, end in lines)
    width = lengths[int(_WIDTH * (len(lengths) - 1))] if lengths else 0
    if not _NARROWEST_WRAP <= width <= _WIDEST_WRAP:
        return None
    # A line that ends a sentence says nothing: it may be the last of its paragraph, or all of it
    wraps = [
        _is_full(text, line, following, width)
        for line, following in pairwise(lines)
        if _is_adjacent(text, line, following) and not _ends_sentence(text, line)
    ]
    is_wrapped = sum(wraps) >= max(_FEWEST_WRAPS, _MOST_WRAPS * len(wraps))
    return width if is_wrapped else None


def _ends_sentence(text: str, line: tuple[int, int]) -> bool:
    return _ENDS_SENTENCE.search(text, max(line[0], line[1] - 6), line[1]) is not None


def _is_wrapped(text: str, line: tuple[int, int], following: tuple[int, int], width: int | None) -> bool:
    if not _is_adjacent(text, line, following) or list_mark(text[following[0] : following[1]]):
        return False
    if _breaks_date(text, line, following):
        return True
    if width is None:  # where nothing else is wrapped, lines in lower case are the items of a list
        return text[line[0]].isupper() and _is_broken(text, line, following)
    return _goes_on(text, line, following) or _is_full(text, line, following, width)


def _breaks_date(text: str, line: tuple[int, int], following: tuple[int, int]) -> bool:
    """Tell whether the break between two lines stands within a date."""
    start, end = max(line[0], line[1] - _LONGEST_DATE), min(following[1], following[0] + _LONGEST_DATE)
    found = _BROKEN_DATE.finditer(text, start, end)
    return any(match.start() < line[1] <= following[0] < match.end() for match in found)


def _is_adjacent(text: str, line: tuple[int, int], following: tuple[int, int]) -> bool:
    """Tell whether no blank line stands between the two."""
    return text[line[1] : following[0]].replace("\r\n", "\n").strip(" \t") in {"\n", "\r"}


def _is_full(text: str, line: tuple[int, int], following: tuple[int, int], width: int) -> bool:
    """Tell whether the next line's first word had no room left on this line."""
    first_word = text[following[0] : following[1]].split(maxsplit=1)[0]
    return line[1] - line[0] + 1 + len(first_word) > width


def _goes_on(text: str, line: tuple[int, int], following: tuple[int, int]) -> bool:
    """Tell whether the line ends and the next begins within a sentence, whatever their lengths."""
    is_unfinished = bool(_UNFINISHED.search(text, max(line[0], line[1] - 12), line[1]))
    return is_unfinished or (text[line[1] - 1].isalnum() and text[following[0]].islower())


def _is_linked(text: str, line: tuple[int, int], following: tuple[int, int]) -> bool:
    """Tell whether no sentence ends where the first of two paragraphs does, or begins where the next does."""
    if _is_adjacent(text, line, following) or list_mark(text[following[0] : following[1]]):
        return False
    last, start = text[max(line[0], line[1] - 12) : line[1]], text[following[0]]
    is_before_small = start.islower() and _CUT_BEFORE_SMALL.search(last) is not None
    return start in ",;)" or is_before_small or _CUT.search(last) is not None


def _is_broken(text: str, line: tuple[int, int], following: tuple[int, int]) -> bool:
    """Tell whether the sentence goes on in the next line, and ends there; below a headline no byline does."""
    return _goes_on(text, line, following) and bool(_END.search(text[following[0] : following[1]]))
