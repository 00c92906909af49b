"""mentions: parsed sentences become the names and demonyms that stand in them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from graph.body_names import body_names, load_heads
from graph.candidate import Candidate, Rank, keep_best
from graph.gazetteer import Found, Gazetteer
from graph.metonyms import stands_for_state
from graph.model import Article, EntityType, Form, Mention, Sentence, Span
from graph.person_names import load_titles, person, titled_persons, trim_person
from graph.worded import Worded, read_words

if TYPE_CHECKING:
    from spacy.tokens import Span as TokenSpan

# What the language model's labels say; other labels name nothing that we look for.
LABELS: Mapping[str, EntityType] = {
    "PERSON": EntityType.PERSON,
    "GPE": EntityType.PLACE,
    "LOC": EntityType.PLACE,
    "FAC": EntityType.PLACE,
    "ORG": EntityType.ORGANIZATION,
}
AGENTS = frozenset(EntityType) - {EntityType.PERSON, EntityType.PLACE}


def find_mentions(
    article: Article, sentences: Sequence[Sentence], gazetteer: Gazetteer
) -> tuple[Mention, ...]:
    """Return the names and demonyms of an article: none overlap, sorted by place, none linked yet."""
    lines = [read_words(sentence) for sentence in sentences]
    found = [keep_best(_candidates(line, gazetteer)) for line in lines]
    persons = _short_names(found, article)
    mentions = [
        Mention(each.span, article.text[each.span.start : each.span.end], each.type, each.form)
        for line, candidates in zip(lines, found, strict=True)
        for each in keep_best([*candidates, *_repeated(line, candidates, persons)])
    ]
    return tuple(mentions)


def _candidates(line: Worded, gazetteer: Gazetteer) -> Iterator[Candidate]:
    known = _known_at(line, gazetteer)
    yield from titled_persons(line)
    yield from body_names(line, known, gazetteer)
    for start, found in known.items():
        yield _known(line, start, found)
    for entity in line.sentence.tokens.ents:
        if entity.label_ in LABELS:
            yield from _recognised(line, entity, known)


def _known_at(line: Worded, gazetteer: Gazetteer) -> dict[int, Found]:
    text, offset = line.sentence.text, line.sentence.span.start
    known: dict[int, Found] = {}
    at = 0
    while at < len(line.words):
        found = gazetteer.longest_at(line.words, at, text, offset)
        if found and not _is_chance(line, at, found):
            known[at] = found
            at = found.end
        else:
            at += 1
    return known


def _is_chance(line: Worded, start: int, found: Found) -> bool:
    """Tell whether a known name stands there by chance: WHO in a headline in capitals."""
    word = line.words[start]
    return (
        line.is_loud and found.end - start == 1 and word.folded in {"who", "it", "car", "can", "us"} - {"us"}
    )


def _known(line: Worded, start: int, found: Found) -> Candidate:
    first = found.names[0]
    form = Form.DEMONYM if first.is_demonym else Form.NAME
    kind = first.known.type
    if kind is EntityType.PLACE and stands_for_state(line, start, found.end):
        kind = EntityType.COUNTRY if first.known.kind == "capital" else kind
    rank = Rank.KNOWN_NAME if found.end - start > 1 else Rank.KNOWN_WORD
    if kind is EntityType.PERSON and found.end - start > 1:
        rank = Rank.KNOWN_PERSON
    return Candidate(line.span(start, found.end), kind, form, rank)


def _recognised(line: Worded, entity: TokenSpan, known: Mapping[int, Found]) -> Iterator[Candidate]:
    offset = line.sentence.offset
    start, end = line.stretch(Span(offset + entity.start_char, offset + entity.end_char))
    start, end = _trimmed(line, start, end)
    kind = LABELS[entity.label_]
    if kind is EntityType.PERSON:
        start, end = trim_person(line, start, end)
    if start < end and _is_namelike(line, start, end):
        yield Candidate(line.span(start, end), kind, Form.NAME, _rank(kind, end - start))


def _rank(kind: EntityType, size: int) -> Rank:
    if size == 1:
        return Rank.GUESSED_WORD
    return Rank.GUESSED_PERSON if kind is EntityType.PERSON else Rank.GUESSED_NAME


def _trimmed(line: Worded, start: int, end: int) -> tuple[int, int]:
    words = line.words
    while start < end and (
        words[start].folded in {"the", "a", "an", "s"} or not words[start].text[0].isalnum()
    ):
        start += 1
    while start < end and (words[end - 1].text == "s" or not words[end - 1].text[0].isalnum()):
        end -= 1
    return start, end


def _is_namelike(line: Worded, start: int, end: int) -> bool:
    words = line.words[start:end]
    if not any(word.capital for word in words) or not words[0].capital:
        return False
    return not all(word.folded in load_titles().never or load_titles().is_title(word) for word in words)


def _short_names(found: Sequence[Sequence[Candidate]], article: Article) -> frozenset[str]:
    """Return the words by which the persons named in full may be named again."""
    short: set[str] = set()
    for candidates in found:
        for each in candidates:
            if each.type is EntityType.PERSON:
                words = article.text[each.span.start : each.span.end].replace("-", " ").split()
                if len(words) > 1:
                    short.add(words[-1].strip(",.").casefold())
    return frozenset(short)


def _repeated(line: Worded, candidates: Sequence[Candidate], persons: frozenset[str]) -> Iterator[Candidate]:
    for index, word in enumerate(line.words):
        if word.capital and word.text.casefold() in persons:
            yield person(line, index, index + 1, Rank.KNOWN_WORD)
