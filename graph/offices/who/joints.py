"""joints: the words and signs that may stand between a title and a name."""

from __future__ import annotations

DASHES = frozenset({"\u2013", "\u2014", "-", "--", "\u2014\u2014"})
QUOTES = frozenset({'"', "\u201c", "\u201d", "'", "\u2018", "\u2019"})
OPENERS = DASHES | {",", "(", ":"}
# "X, who is", "X was", "X as"
BEING = frozenset({"is", "was", "who", "as", "been"})
# "X, who will also be", "X, president until"
LINKS = BEING | {
    "also", "and", "be", "currently", "formerly", "had", "has", "herself", "himself", "now", "previously",
    "recently", "still", "then", "to", "today", "until", "will",
}  # fmt: skip
JOINTS = LINKS | OPENERS | QUOTES
