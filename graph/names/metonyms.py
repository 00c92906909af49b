"""metonyms: whether the name of a capital stands for the city or for its government."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from graph.names.worded import Worded

if TYPE_CHECKING:
    from spacy.tokens import Token

# A sentence goes on behind the state of a delegate: "LARS HOLM (Norway) said".
_BRACKET = re.compile(r"\([^)]*\)(?:,| [a-z])")
MODIFIERS = frozenset({"compound", "amod", "nmod", "npadvmod"})


@dataclass(frozen=True, slots=True)
class Cues:
    """The words of `metonyms.toml`."""

    prepositions: frozenset[str]
    open_prepositions: frozenset[str]
    moves: frozenset[str]
    spatial: frozenset[str]
    ruling: frozenset[str]
    rulers: frozenset[str]
    envoys: frozenset[str]
    recalls: frozenset[str]
    areas: frozenset[str]


@cache
def load_cues() -> Cues:
    """Return the words that tell a city from a government."""
    table = tomllib.loads(files("graph.names").joinpath("metonyms.toml").read_text("utf-8"))
    return Cues(**{name: frozenset(words) for name, words in table.items()})


def stands_for_state(line: Worded, start: int, end: int) -> bool:
    """Tell whether the name of a capital at a stretch of words stands for the government of its country."""
    if opens_dateline(line, start, end):
        return False
    return _is_of_rulers(line, start) or _opens_headline(line, start, end) or _acts(line, start, end)


def _is_of_rulers(line: Worded, start: int) -> bool:
    """Tell whether "the government in" or "recalled its envoy in" stands before a name."""
    if start < 2 or line.words[start - 1].text != "in":
        return False
    is_of_heads = start > 2 and line.words[start - 3].text == "of"  # "the heads of government in Lima"
    cues, noun = load_cues(), line.tokens[start - 2]
    if noun.lemma_.lower() in cues.envoys:
        return noun.head.lemma_.lower() in cues.recalls
    return not is_of_heads and noun.lemma_.lower() in cues.rulers


def _acts(line: Worded, start: int, end: int) -> bool:
    """Tell whether a government stands at the name's place in the sentence."""
    token = _head_token(line, start, end)
    while token.dep_ in {"conj", "appos"} and token.head is not token:
        token = token.head
    if token.dep_ == "poss":
        return token.head.lemma_.lower() not in load_cues().spatial
    if token.dep_ in MODIFIERS:
        return token.head.lemma_.lower() in load_cues().ruling
    if token.dep_ == "pobj":
        return _stands_after_preposition(token)
    if token.dep_ in {"dobj", "obj"}:
        return token.head.lemma_.lower() not in load_cues().moves
    return token.dep_ in {"nsubj", "nsubjpass", "dative"} or line.is_titled


def opens_dateline(line: Worded, start: int, end: int) -> bool:
    """Tell whether a name opens the line before a date or a dash, or is written in capitals there."""
    if start > 4 or any(word.text[0].islower() for word in line.words[:start]):
        return False
    after = line.sentence.text[line.words[end - 1].span.end - line.sentence.span.start :].lstrip()
    loud = all(word.text.isupper() for word in line.words[start:end]) and not line.is_loud
    if loud and (after[:1] in {"", ",", ".", "/", ":"}):
        return True
    if _BRACKET.match(after):
        return False
    return after[:1] in {"—", "–", "(", "-"} or (after[:1] in {",", ":"} and _is_date(line, end))


def _opens_headline(line: Worded, start: int, end: int) -> bool:
    """Tell whether "Jakarta denounces forest rules" is a headline, whatever the parser makes of it."""
    if start > 0 or end >= len(line.words) or line.sentence.text.endswith((".", ":")):
        return False
    word = line.words[end]
    return word.text.islower() and line.tokens[end].tag_ in {"VBZ", "NNS"} and word.text.endswith("s")


def _stands_after_preposition(token: Token) -> bool:
    cues, preposition, governor = load_cues(), token.head.lower_, token.head.head
    if preposition in cues.prepositions:
        return False
    if preposition not in cues.open_prepositions:
        return True
    if governor.lemma_.lower() in cues.moves | cues.spatial | cues.areas:
        return False
    return preposition != "from" or governor.pos_ in {"NOUN", "ADJ", "PROPN"}


def _head_token(line: Worded, start: int, end: int) -> Token:
    tokens = [line.tokens[index] for index in range(start, end)]
    return next((token for token in tokens if token.head not in tokens or token.head is token), tokens[-1])


def _is_date(line: Worded, end: int) -> bool:
    return any(word.text[0].isdigit() for word in line.words[end : end + 5])
