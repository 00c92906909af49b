"""owner names: what stands right behind a name that may say whose an office is."""

from __future__ import annotations

from collections.abc import Sequence

from graph.model import Form
from graph.offices.content import content_end, opens_name
from graph.offices.line import HYPHENS, Word
from graph.offices.titles import match_head


def is_cut(words: Sequence[Word], index: int) -> bool:
    """Tell whether an adjective only opens a name that nobody knows: "chairman of Kenyan Dawn"."""
    before = words[index - 1].mention
    if before is None or before.form is not Form.DEMONYM or index == len(words):
        return False
    word = words[index]
    is_name = word.mention is None and word.text[:1].isupper() and word.token.pos_ == "PROPN"
    return is_name and match_head(words, index) is None and not opens_name(word)


def is_origin(words: Sequence[Word], index: int) -> bool:
    """Tell whether an adjective says where a kind of body is from: "the Kenyan conglomerate"."""
    mention, behind = words[index].mention, words[index + 1 : index + 2]
    is_adjective = mention is not None and mention.form is Form.DEMONYM
    return is_adjective and bool(behind) and behind[0].mention is None and behind[0].text.islower()


def is_hyphened(words: Sequence[Word], index: int) -> bool:
    """Tell whether a name is the first half of an adjective: "Kenya-based"."""
    return index + 1 < len(words) and words[index + 1].text[:1] in HYPHENS


def skip_genitive(words: Sequence[Word], index: int) -> int:
    """Skip what belongs to a name in the genitive, unless a title does: "of Kenya's trade council"."""
    if index < len(words) and words[index].lower in ("'s", "'"):
        stop = index + 1
        if stop < len(words) and words[stop].mention:
            return stop
        end = content_end(words, stop)
        holds_title = any(match_head(words, place) for place in range(stop, end))
        return index if holds_title or end == stop else end
    return index
