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


def story_paragraphs(paragraphs: Sequence[str]) -> list[int]:
    """Give the numbers of the paragraphs without those that link to other articles.

    Below a heading such as "Related articles" the story goes on with the next line that is no headline.
    """
    own: list[int] = []
    is_told = is_rail = False
    for number, text in enumerate(paragraphs[: _story_length(paragraphs)]):
        is_rail = is_told and (bool(_HEADING.fullmatch(text)) or (is_rail and _is_headline(text)))
        is_told = is_told or bool(_ENDS_SENTENCE.search(text))
        if not is_rail:
            own.append(number)
    return own


def _is_headline(text: str) -> bool:
    return not _ENDS_TOLD.search(text) and len(text.split()) <= _LONGEST


def _story_length(paragraphs: Sequence[str]) -> int:
    """Tell how many paragraphs come before the headlines that stand under bare times of day at the end.

    After the last full stop nothing is told in sentences: a live report has some under each of its times.
    """
    told = [number for number, text in enumerate(paragraphs) if _ENDS_SENTENCE.search(text)]
    if not told:
        return len(paragraphs)
    after = range(told[-1] + 1, len(paragraphs))
    return next((number for number in after if _CLOCK.fullmatch(paragraphs[number])), len(paragraphs))
