"""rails: the headlines of other articles, beside a page's own story and after it."""

from __future__ import annotations

import re
from collections.abc import Sequence

_CLOCK = re.compile(r"(?:[01]?\d|2[0-3])[:.][0-5]\d")
_ENDS_SENTENCE = re.compile(r"\.['\"’”)]*$")
# What stands alone on a line above links to other articles, or above what an article is filed under.
_HEADING = re.compile(
    r"(?:also read|see also|read (?:also|more|next)|up next|what to read next|further reading|keywords|tags"
    r"|(?:most )?popular(?: (?:articles|news|posts|stories))?|most (?:commented|read|shared|viewed)"
    r"|(?:related|recommended|trending)"
    r"(?: (?:articles?|content|coverage|for you|links?|news|now|posts?|reading|stor(?:y|ies)|topics?))?"
    r"|more (?:in|from|on) (?:\S+ ){0,3}\S+|you (?:may|might) also like|don[’']t miss|in case you missed it"
    r"|(?:featured|top|other) (?:articles|news|posts|stories)|(?:the )?latest(?: (?:headlines|news|stories))?"
    r"|editor(?:s[’']?|[’']s) (?:choice|picks?))\W*",
    re.IGNORECASE,
)
_ENDS_TOLD = re.compile(r"[.:;,…]['\"’”)]*$")
_LONGEST = 18  # words of a headline
_LABEL = 2  # words of the name of a section
_LINKS = 2  # headlines under a heading alone


def story_paragraphs(paragraphs: Sequence[str]) -> list[int]:
    """Give the numbers of the paragraphs without those that link to other articles.

    Below a heading such as "Read also" the story goes on with the next line that is no headline.
    """
    own: list[int] = []
    number, length, is_told = 0, _story_length(paragraphs), False
    while number < length:
        end = _box_end(paragraphs, number) if is_told else number
        if end == number:
            is_told = is_told or bool(_ENDS_SENTENCE.search(paragraphs[number]))
            own.append(number)
        number = max(end, number + 1)
    return own


def _box_end(paragraphs: Sequence[str], start: int) -> int:
    """Tell where a box of links ends that begins at a paragraph: there, if none does.

    A longer list under one heading may be the page's own.
    """
    if not _HEADING.fullmatch(paragraphs[start]):
        return start
    beyond = (end for end in range(start, len(paragraphs)) if not _is_in_box(paragraphs[end]))
    box = paragraphs[start : next(beyond, len(paragraphs))]
    marks = sum(_HEADING.fullmatch(line) is not None or len(line.split()) <= _LABEL for line in box)
    return start + len(box) if marks > 1 or len(box) <= _LINKS + 1 else start


def _is_in_box(text: str) -> bool:
    is_headline = not _ENDS_TOLD.search(text) and len(text.split()) <= _LONGEST
    return is_headline or _HEADING.fullmatch(text) is not None


def _story_length(paragraphs: Sequence[str]) -> int:
    """Tell how many paragraphs come before the headlines that stand under bare times of day at the end.

    After the last full stop nothing is told in sentences: a live report has some under each of its times.
    """
    told = [number for number, text in enumerate(paragraphs) if _ENDS_SENTENCE.search(text)]
    if not told:
        return len(paragraphs)
    after = range(told[-1] + 1, len(paragraphs))
    return next((number for number in after if _CLOCK.fullmatch(paragraphs[number])), len(paragraphs))
