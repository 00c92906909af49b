"""parties: the party of a member of parliament, which is not whose office it is ("Conservative MP X")."""

from __future__ import annotations

from collections.abc import Sequence

from graph.model import EntityType
from graph.offices.line import Word

MEMBERS = frozenset({"mp", "rep.", "sen."})
LONGEST = 3  # words of a party's name: "Liberal Democrat MP"


def party_begin(words: Sequence[Word], begin: int, noun: str) -> int:
    """Step back over the party before the title of a member of parliament, to the state or nothing."""
    first = begin
    while noun in MEMBERS and first > 0 and begin - first < LONGEST and _is_of_party(words[first - 1], noun):
        first -= 1
    return first


def _is_of_party(word: Word, noun: str) -> bool:
    if word.mention is not None:
        # "Ohio Rep. X" is one of those of the union
        is_seat = word.mention.type is EntityType.PLACE and noun != "mp"
        return is_seat or word.mention.type is EntityType.ORGANIZATION
    is_name = word.text[:1].isupper() and word.token.pos_ in ("ADJ", "NOUN", "PROPN")
    return is_name and word.token.ent_type_ not in ("DATE", "TIME")
