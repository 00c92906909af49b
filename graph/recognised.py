"""recognised: what the language model takes for names, with its usual errors mended."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from graph.body_names import load_heads
from graph.candidate import Candidate, Rank
from graph.gazetteer import Found, Gazetteer
from graph.model import EntityType, Form, Span
from graph.ordinary import is_ordinary
from graph.person_names import load_titles, trim_person
from graph.worded import Worded

if TYPE_CHECKING:
    from spacy.tokens import Span as TokenSpan
    from spacy.tokens import Token

# What the labels say; the others name nothing that we look for.
LABELS: Mapping[str, EntityType] = {
    "PERSON": EntityType.PERSON,
    "GPE": EntityType.PLACE,
    "LOC": EntityType.PLACE,
    "FAC": EntityType.PLACE,
    "ORG": EntityType.ORGANIZATION,
}
LOCATIVE = frozenset({"in", "at", "near", "outside", "around", "via", "inside"})
SPEECH = frozenset(
    {
        "say",
        "tell",
        "add",
        "note",
        "announce",
        "tweet",
        "write",
        "ask",
        "argue",
        "explain",
        "meet",
        "arrive",
        "visit",
    }
)


def recognised_names(line: Worded, known: Mapping[int, Found], gazetteer: Gazetteer) -> Iterator[Candidate]:
    """Yield the entities that the language model sees in a line, trimmed, typed anew, and without plain words."""
    for entity in line.sentence.tokens.ents:
        if entity.label_ in LABELS:
            start, end = _stretch(line, entity)
            if start < end and not _is_plain(line, start, end, gazetteer):
                kind = _type_of(line, start, end, LABELS[entity.label_], known, gazetteer)
                yield Candidate(line.span(start, end), kind, Form.NAME, _rank(kind, end - start))


def _stretch(line: Worded, entity: TokenSpan) -> tuple[int, int]:
    offset = line.sentence.offset
    start, end = line.stretch(Span(offset + entity.start_char, offset + entity.end_char))
    for index in range(start + 1, end):
        if not line.joined(index - 1) or "\n" in line.between(index - 1):
            end = index
            break
    start, end = _trimmed(line, start, end)
    return trim_person(line, start, end) if entity.label_ == "PERSON" and start < end else (start, end)


def _trimmed(line: Worded, start: int, end: int) -> tuple[int, int]:
    """Cut off articles, possessive endings and, in a headline, plain words at both ends."""
    words = line.words
    while start < end and (
        not words[start].capital or words[start].folded in {"the", "a", "an"} or _is_loose(line, start)
    ):
        start += 1
    while start < end and (
        words[end - 1].text in {"s", "the"}
        or not words[end - 1].text[0].isalnum()
        or _is_loose(line, end - 1)
    ):
        end -= 1
    return start, end


def _is_loose(line: Worded, index: int) -> bool:
    word = line.words[index]
    return line.is_titled and is_ordinary(word.folded) and (word.folded,) not in load_heads().types


def _is_plain(line: Worded, start: int, end: int, gazetteer: Gazetteer) -> bool:
    """Tell whether no word in a stretch can make it a name."""
    words, titles = line.words[start:end], load_titles()
    if words[-1].folded in load_heads().nothing or (
        len(words) > 1 and words[0].folded in load_heads().nothing
    ):
        return True
    if len(words) == 1 and (words[0].folded,) in load_heads().types:
        return True
    telling = [
        word
        for word in words
        if word.capital
        and len(word.text) > 1
        and not titles.is_title(word)
        and word.folded not in titles.never
        and (not is_ordinary(word.folded) or gazetteer.is_given_name(word.folded))
    ]
    return not telling


def _type_of(
    line: Worded, start: int, end: int, kind: EntityType, known: Mapping[int, Found], gazetteer: Gazetteer
) -> EntityType:
    token = _head(line, start, end)
    if kind is EntityType.PERSON:
        is_place = _is_locative(token) and not gazetteer.is_given_name(line.words[start].folded)
        return EntityType.PLACE if is_place and end - start < 3 else kind
    if end - start > 1 and _is_like_person(line, start, end, token, known, gazetteer):
        return EntityType.PERSON
    return kind


def _is_like_person(
    line: Worded, start: int, end: int, token: Token, known: Mapping[int, Found], gazetteer: Gazetteer
) -> bool:
    """Tell whether a name of several words is a person's: a given name, speech, "X Y, an adviser to"."""
    words = line.words[start:end]
    if any(start <= index < end for index in known) or len(words) > 4:
        return False
    if any((word.folded,) in load_heads().types for word in words) or not all(
        word.text[0].isalpha() for word in words
    ):
        return False
    if gazetteer.is_given_name(words[0].folded):
        return not _is_locative(token)
    speaks = token.dep_ == "nsubj" and token.head.lemma_.lower() in SPEECH
    return speaks or _has_title_behind(line, end)


def _has_title_behind(line: Worded, end: int) -> bool:
    """Tell whether ", the museum's director," follows."""
    if end >= len(line.words) or line.words[end].text != ",":
        return False
    for word in line.words[end + 1 : end + 8]:
        if word.text in {",", ";", "("}:
            return False
        if word.folded in load_titles().heads and not word.capital:
            return True
    return False


def _is_locative(token: Token) -> bool:
    while token.dep_ == "conj" and token.head is not token:
        token = token.head
    return token.dep_ == "pobj" and token.head.lower_ in LOCATIVE


def _head(line: Worded, start: int, end: int) -> Token:
    tokens = [line.tokens[index] for index in range(start, end)]
    return next((token for token in tokens if token.head is token or token.head not in tokens), tokens[-1])


def _rank(kind: EntityType, size: int) -> Rank:
    if size == 1:
        return Rank.GUESSED_WORD
    return Rank.GUESSED_PERSON if kind is EntityType.PERSON else Rank.GUESSED_NAME
