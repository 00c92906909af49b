"""same name: whether an annotator and the graph name the same person or thing."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

_TITLE = re.compile(
    r"^(the|mr|mrs|ms|dr|h\.?e\.?|his excellency|her excellency|president|prime minister|minister)\s+"
)


def same_name(gold: Iterable[str], found: Iterable[str], *, person: bool) -> bool:
    """Whether one name is the same in plain form; a person's also where one is the end of the other."""
    ours, theirs = ({plain_name(name) for name in names} - {""} for names in (gold, found))
    if ours & theirs:
        return True
    return person and any(_same_person(one.split(), other.split()) for one in ours for other in theirs)


def _same_person(one: list[str], other: list[str]) -> bool:
    """Whether two names end alike and one has no word that the other lacks."""
    contained = set(one) <= set(other) or set(other) <= set(one)
    return one[-1] == other[-1] and len(one[-1]) > 3 and contained


def plain_name(name: str) -> str:
    """A name without case, accents, punctuation, genitive and titles."""
    letters = (c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    plain = "".join(letters).casefold().replace("’", "'").replace("'s", "")
    plain = re.sub(r"[^\w]+", " ", plain).strip()
    while (shorter := _TITLE.sub("", plain)) != plain:
        plain = shorter
    return plain
