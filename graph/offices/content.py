"""content: the words behind a title that say what its holder is for ("Minister of Health and Trade")."""

from __future__ import annotations

from collections.abc import Sequence

from graph.offices.line import Word
from graph.offices.nouns import OFFICES, load_nouns
from graph.offices.titles import CONTENT, match_head


def content_end(words: Sequence[Word], index: int) -> int:
    """Find where what begins at a word ends: behind "Water, Health and Trade" of "Minister of Water, ..."."""
    end = stop = index
    while stop < len(words) and stop - index < 9 and not words[stop].mention:
        word = words[stop]
        if opens_name(word) or word.token.ent_type_ == "DATE":
            break
        if word.token.pos_ in CONTENT and word.text[:1].isalpha():
            end = stop + 1
        elif end == index or not _joins_content(words, stop):
            break
        stop += 1
    return end


def opens_name(word: Word) -> bool:
    """Tell whether a word is an honorific, and not one that ends titles: "Attorney General"."""
    return word.text[:1].isupper() and word.lower in load_nouns().honorifics - {"general", "major"}


def _joins_content(words: Sequence[Word], index: int) -> bool:
    lower = words[index].lower
    if lower in ("and", "&") and _opens_title(words, index + 1):
        return False
    return lower in ("and", "&", "the", "-") or (lower == "," and _lists_on(words, index))


def _opens_title(words: Sequence[Word], index: int) -> bool:
    """Tell whether another title begins: "minister for trade and chief negotiator"."""
    while index < len(words) and words[index].lower in load_nouns().kept and not match_head(words, index):
        index += 1
    return any(
        (matched := match_head(words, place)) is not None
        and matched[1] in OFFICES
        and matched[0] not in ("minister", "secretary")  # these may go on with one list of fields
        and not matched[2]
        and all(word.token.pos_ == "ADJ" for word in words[index:place])
        for place in (index, index + 1)
    )


def _lists_on(words: Sequence[Word], index: int) -> bool:
    """Tell whether a comma stands inside one name: "Investments, Industry and Trade", "Water, and Trade"."""
    ahead = words[index + 1 : index + 5]
    if [word.lower for word in ahead[:1]] in (["and"], ["&"]):
        named = all(_goes_on_name(word) for word in ahead[1:2])
        return named and not any(match_head(words, place) for place in range(index + 2, index + 5))
    return any(
        word.lower in ("and", "&") and all(w.text == "," or _goes_on_name(w) for w in ahead[:place])
        for place, word in enumerate(ahead)
        if place
    )


def _goes_on_name(word: Word) -> bool:
    return word.text[:1].isupper() and not word.mention
