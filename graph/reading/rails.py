"""rails: where a page's own story ends, and the headlines of others begin."""

from __future__ import annotations

import re
from collections.abc import Sequence

_CLOCK = re.compile(r"(?:[01]?\d|2[0-3])[:.][0-5]\d")
_ENDS_SENTENCE = re.compile(r"\.['\"’”)]*$")


def story_length(paragraphs: Sequence[str]) -> int:
    """Tell how many paragraphs come before the headlines that stand under bare times of day at the end.

    After the last full stop nothing is told in sentences: a live report has some under each of its times.
    """
    told = [number for number, text in enumerate(paragraphs) if _ENDS_SENTENCE.search(text)]
    if not told:
        return len(paragraphs)
    after = range(told[-1] + 1, len(paragraphs))
    return next((number for number in after if _CLOCK.fullmatch(paragraphs[number])), len(paragraphs))
