"""words: a text becomes words with their places, folded so that spellings of one name compare equal."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from graph.model import Span

HYPHENS = frozenset({"-", "‐", "‑", "–"})
# A word, an abbreviation with points (U.N., Ph.D.), or any other single sign; what joins words in names
# (hyphens, apostrophes, points, white space) is left between them.
WORD = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]\b\.?|(?:[^\W\d_]\.){2,}|[^\W_]+|[^\s\w.'’‘ʻʼ`\-‐‑–]")
JOINT = re.compile(r"(?:[ \t\u00a0\u202f]{1,2}|['’‘ʻʼ`\-‐‑–]|\.[ \u00a0]?|\n)?")
LETTERS = str.maketrans({
    "ı": "i", "ł": "l", "Ł": "L", "ø": "o", "Ø": "O", "đ": "d", "Đ": "D", "ß": "ss", "æ": "ae", "Æ": "AE",
    "œ": "oe", "Œ": "OE", "ə": "a", "Ə": "A", "þ": "th", "ð": "d", "ħ": "h",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a text: as written, folded for comparison, and where it stands."""

    text: str
    folded: str
    span: Span

    @property
    def capital(self) -> bool:
        """Whether the word begins with a capital letter, or a Polynesian stop and one: ʻUlukava."""
        return self.text.removeprefix("ʻ")[:1].isupper()


@lru_cache(maxsize=65536)
def fold(word: str) -> str:
    """Return a word without case, accents and points."""
    if word.isascii():
        return word.replace(".", "").casefold()
    plain = unicodedata.normalize("NFKD", word.translate(LETTERS))
    return "".join(sign for sign in plain if not unicodedata.combining(sign) and sign != ".").casefold()


def split_words(text: str, *, offset: int = 0) -> list[Word]:
    """Return the words of a text; `offset` is added to every place."""
    return [
        Word(found[0], fold(found[0]), Span(offset + found.start(), offset + found.end()))
        for found in WORD.finditer(text)
    ]


def fold_name(name: str) -> tuple[str, ...]:
    """Return the folded words of a name: "Côte d’Ivoire" becomes cote, d, ivoire."""
    return tuple(fold(found[0]) for found in WORD.finditer(name))


def is_joint(between: str) -> bool:
    """Tell whether two words with this between them may belong to one name."""
    return JOINT.fullmatch(between) is not None
