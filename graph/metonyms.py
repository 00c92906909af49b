"""metonyms: whether the name of a capital stands for the city or for its government."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.worded import Worded

if TYPE_CHECKING:
    from spacy.tokens import Token

PLACE_PREPOSITIONS = frozenset(
    {
        "in",
        "at",
        "near",
        "outside",
        "around",
        "via",
        "through",
        "throughout",
        "into",
        "across",
        "within",
        "inside",
        "above",
        "en",
    }
)
MOVES = frozenset(
    {"visit", "travel", "fly", "arrive", "return", "come", "go", "head", "trip", "journey", "leave", "reach", "depart", "flight",
     "drive", "move", "train", "tour", "land", "invite", "welcome", "meet", "summon", "recall", "back", "way", "road", "ticket",
     "send", "bring", "hold", "host", "envoy", "ambassador", "take", "route"}
)  # fmt: skip
SPATIAL = frozenset(
    {"airport", "embassy", "street", "square", "suburb", "outskirts", "hotel", "university", "mayor", "resident", "region",
     "time", "river", "museum", "station", "metro", "centre", "center", "talk", "talks", "meeting", "summit", "conference",
     "agreement", "deal", "process", "declaration", "format", "accord", "communique", "round", "forum", "protocol", "treaty",
     "office", "visit", "trip", "stop", "palace", "residence", "bureau", "correspondent", "police", "courtroom", "court",
     "hall", "neighbourhood", "neighborhood", "district", "area", "statement", "roadmap", "consensus", "convention", "pact",
     "gathering", "session", "negotiation", "negotiations", "dialogue", "consultation", "consultations"}
)  # fmt: skip


def stands_for_state(line: Worded, start: int, end: int) -> bool:
    """Tell whether the name of a capital at a stretch of words stands for the government of its country."""
    if _is_dateline(line, start, end):
        return False
    token = _head_token(line, start, end)
    while token.dep_ in {"conj", "appos"} and token.head is not token:
        token = token.head
    if token.dep_ == "poss":
        return token.head.lemma_.lower() not in SPATIAL
    if token.dep_ in {"compound", "amod", "nmod"}:
        return False
    if token.dep_ == "pobj":
        return _after_preposition(token)
    if token.dep_ in {"dobj", "obj"}:
        return token.head.lemma_.lower() not in MOVES
    return token.dep_ in {"nsubj", "nsubjpass", "agent", "dative"}


def _after_preposition(token: Token) -> bool:
    preposition = token.head.lower_
    governor = token.head.head
    if preposition in PLACE_PREPOSITIONS:
        return False
    if preposition in {"to", "from", "for", "of", "towards", "toward", "on"}:
        return governor.lemma_.lower() not in MOVES | SPATIAL | {
            "capital",
            "city",
            "people",
            "east",
            "west",
            "north",
            "south",
            "mile",
            "kilometre",
            "km",
        } and (preposition not in {"from", "to"} or governor.pos_ in {"NOUN", "ADJ"})
    return True


def _head_token(line: Worded, start: int, end: int) -> Token:
    tokens = [line.tokens[index] for index in range(start, end)]
    return next((token for token in tokens if token.head not in tokens or token.head is token), tokens[-1])


def _is_dateline(line: Worded, start: int, end: int) -> bool:
    """Tell whether the name opens the line before a date or a dash, or is written in capitals there."""
    before = [word for word in line.words[:start] if word.capital or word.text[0].isdigit()]
    if start > 3 or len(before) < start:
        return False
    after = line.sentence.text[line.words[end - 1].span.end - line.sentence.span.start :].lstrip()
    loud = all(word.text.isupper() for word in line.words[start:end]) and not line.is_loud
    return loud or after[:1] in {"—", "–", "(", "-", "/"} or (after[:1] in {",", ":"} and _is_date(line, end))


def _is_date(line: Worded, end: int) -> bool:
    return any(word.text[0].isdigit() for word in line.words[end : end + 5])
