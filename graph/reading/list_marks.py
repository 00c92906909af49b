"""list marks: the bullets, numbers and letters that items of a list begin with."""

from __future__ import annotations

import re

BULLETS = "▪▫•●◦‣⁃∙■□◆►➢✓"  # what stands for nothing else, also within a line
_MARK = re.compile(
    rf"(?P<bullet>[{BULLETS}])\s*"
    r"|(?:(?P<sign>[·○*–—-])|\(?(?:(?P<number>\d{1,2})|(?P<letter>[a-z]|[ivx]{1,4}))[.)]|(?P<count>\d{1,2})/)\s+"
)


def list_mark(text: str) -> int:
    """Give the length of the bullet or number, with its space, that a list item begins with, or 0."""
    found = _MARK.match(text)
    return found.end() if found else 0


def kind_of_mark(text: str) -> str | None:
    """Tell of which kind the mark is that a text begins with: a bullet, sign, number, count or letter."""
    found = _MARK.match(text)
    return found.lastgroup if found else None
