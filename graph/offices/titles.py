"""titles: the noun of a title of office, and the words before it that belong to it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from graph.offices.line import Word
from graph.offices.nouns import OFFICES, STATES, load_nouns, singular

CONTENT = frozenset({"NOUN", "PROPN", "ADJ", "NUM"})
# "his counterpart Foreign Minister X"
COUNTERPARTS = frozenset({"counterpart", "colleague", "opposite"})
# "minister for trade and acting foreign minister": such a word begins another title
APART = frozenset({"acting", "deputy", "former", "interim"})
# What bodies are counted by: "the 15-member council", "the 27-nation bloc"
MEMBERS = frozenset({"country", "member", "nation", "state"})
# What a heading may name before whose it is: "MEDIA RELEASE MINISTER FOR TRADE"
PAPERS = frozenset({"interview", "release", "speech", "statement", "transcript"})
COUNTED = frozenset({"group", "organ", "union"})


def match_head(words: Sequence[Word], start: int) -> tuple[str, str, bool, int] | None:
    """Find the noun of a title that begins at a word: noun, kind, whether it is plural, and its end."""
    if start < len(words) and not _opens(words[start].lower):
        return None
    heads = load_nouns().heads
    if 0 < start < len(words) and words[start].lower == "pm" and words[start - 1].text[-1].isdigit():
        return None  # 7:39 PM
    for length in (5, 4, 3, 2, 1):
        group = words[start : start + length]
        if len(group) < length or any(word.mention for word in group):
            continue
        lowers = [word.lower for word in group]
        for index in (None, 0, length - 1):
            forms = [singular(lower) if index == place else lower for place, lower in enumerate(lowers)]
            kind = heads.get(tuple(forms))
            if kind and not _is_verb(group[0]):
                return " ".join(forms), kind, forms != lowers, start + length
    return None


@lru_cache(maxsize=16384)
def _opens(lower: str) -> bool:
    """Tell whether the noun of some title begins with a word."""
    openings = load_nouns().openings
    return lower in openings or singular(lower) in openings


def _is_verb(word: Word) -> bool:
    return word.token.pos_ == "VERB" and word.text.islower()


def first_title_word(words: Sequence[Word], start: int, noun: str, kind: str) -> tuple[int, bool]:
    """Find the first word of the title of a noun, and whether an unknown name stands before it."""
    first = start
    while first > 0 and start - first < 8:
        word = words[first - 1]
        if word.mention or word.token.ent_type_ in ("DATE", "TIME"):
            break
        if _names_portfolio_list(words, first - 1, noun):
            first -= 2
        elif _belongs_to_title(words[start], word) or (
            kind in STATES and word.lower in load_nouns().adorning
        ):
            first -= 1
        elif kind in COUNTED and (length := _count_before(words, first)):
            first -= length
        else:
            return first, _is_unknown_name(words, first - 1)
    return first, False


def _count_before(words: Sequence[Word], end: int) -> int:
    """Give how many words right before a place tell of how many members a body is."""
    lengths = (length for length in (1, 2, 3) if length <= end)
    return next((length for length in lengths if members_counted(words, end - length) == length), 0)


def members_counted(words: Sequence[Word], start: int) -> int:
    """Give how many words from a place on tell of how many members a body is: "the 15-member council"."""
    for length in (1, 2, 3):
        group = "".join(word.lower for word in words[start : start + length])
        number, hyphen, members = group.rpartition("-")
        if hyphen and members in MEMBERS:
            return length if words[start].token.vocab[number].like_num else 0
    return 0


def _belongs_to_title(head: Word, word: Word) -> bool:
    nouns = load_nouns()
    if word.lower in nouns.kept or word.lower in nouns.dropped:
        # "Paz, who came late, was elected president", "a bid to press President Paz"
        is_verb = word.token.tag_ == "VB" or any(c.dep_ == "nsubjpass" for c in word.token.children)
        return not is_verb
    if word.lower in PAPERS or not word.text[:1].isalpha() or word.token.pos_ not in ("NOUN", "PROPN", "ADJ"):
        return False
    if word.lower in COUNTERPARTS or word.lower in nouns.honorifics or stands_alone(head, word):
        return False
    # "Government spokesman" opens a sentence
    if word.text[0].islower() or (head.text[0].islower() and word.lower in nouns.services):
        return word.token.dep_ in ("amod", "compound", "nmod") or word.lower == "foreign"
    named_so = head.lower.startswith(("minister", "secretar", "commissioner", "adviser", "cabinet"))
    return head.text[0].isupper() and (named_so or word.lower in nouns.services)


def stands_alone(head: Word, word: Word) -> bool:
    """Tell whether the word before a title is one of its own: "AU chairperson President X"."""
    if word.lower in ("president", "minister", "premier", "king"):
        return True
    is_office = load_nouns().heads.get((word.lower,)) in OFFICES
    return is_office and word.text.islower() and head.text[:1].isupper()


def _names_portfolio_list(words: Sequence[Word], index: int, noun: str) -> bool:
    if index < 1 or words[index].lower not in ("and", "&") or noun not in ("minister", "secretary"):
        return False
    before = words[index - 1]
    if words[index + 1].lower in APART:
        return False
    return not before.mention and before.token.pos_ in CONTENT and match_head(words, index - 1) is None


def _is_unknown_name(words: Sequence[Word], index: int) -> bool:
    word = words[index]
    is_name = word.text[:1].isupper() and word.token.pos_ == "PROPN"
    is_other = word.lower in load_nouns().honorifics | PAPERS  # "His Majesty King"
    return index > 0 and is_name and not is_other
