"""body_names: the names of ministries, agencies, embassies and other bodies, found by the words that head them."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from graph.candidate import Candidate, Rank
from graph.gazetteer import Found, Gazetteer
from graph.model import EntityType, Form
from graph.person_names import load_titles
from graph.worded import Worded

INNER = frozenset(
    {"of", "for", "on", "and", "the", "&", "in", "to", "with", "s", "against", "de", "al", "la", "du", "des"}
)
LONGEST = 14


@dataclass(frozen=True, slots=True)
class Heads:
    """The words of `bodies.toml`: the type that a head shows, and the heads that are written small."""

    types: Mapping[tuple[str, ...], EntityType]
    small: frozenset[tuple[str, ...]]


@cache
def load_heads() -> Heads:
    """Return the words that head the names of bodies."""
    table = tomllib.loads((files("graph") / "bodies.toml").read_text("utf-8"))
    return Heads(
        types={
            tuple(head.split()): EntityType(name) for name in reversed(table) for head in table[name]["heads"]
        },
        small=frozenset(tuple(head.split()) for head in table["GovernmentBody"]["small"]),
    )


def body_names(line: Worded, known: Mapping[int, Found], gazetteer: Gazetteer) -> Iterator[Candidate]:
    """Yield the names of bodies in a line; `known` has the known names by the word that they begin at."""
    index = 0
    while index < len(line.words):
        head = _head_at(line, index)
        if head is None:
            index += 1
            continue
        start, end = _left(line, index, known), _right(line, index, index + len(head), known)
        if _is_name(line, start, index, end, head):
            yield _body(line, start, end, head, gazetteer)
        index = max(end, index + 1)


def _head_at(line: Worded, index: int) -> tuple[str, ...] | None:
    for length in (2, 1):
        words = line.words[index : index + length]
        key = tuple(word.folded for word in words)
        if len(words) == length and key in load_heads().types and all(word.capital for word in words):
            return key
    for length in (4, 2, 1):
        key = tuple(word.folded for word in line.words[index : index + length])
        if key in load_heads().small:
            return key
    return None


def _left(line: Worded, head: int, known: Mapping[int, Found]) -> int:
    """Return where the name begins: capitalised words before the head, or its owner."""
    start = head
    while start > 0 and line.joined(start - 1) and _may_precede(line, start, head):
        start -= 1
    while start < head and line.words[start].folded in INNER:
        start += 1
    return start


def _may_precede(line: Worded, start: int, head: int) -> bool:
    word = line.words[start - 1]
    if word.folded in {"and", "&", "of", "for"}:
        return start > 1 and line.words[head].capital and _is_proper(line, start - 2) and word.folded in {"&"}
    return _is_proper(line, start - 1)


def _is_proper(line: Worded, index: int) -> bool:
    """Tell whether a word may be part of a body's name."""
    word, titles = line.words[index], load_titles()
    if not word.capital or not word.text[0].isalpha() or word.folded in titles.never - {"new", "foreign"}:
        return False
    is_verb = (line.is_titled or index == 0) and line.tokens[index].pos_ in {"VERB", "AUX", "ADV", "SCONJ"}
    return not is_verb and not (titles.is_title(word) and word.folded not in {"general", "justice"})


def _right(line: Worded, head: int, end: int, known: Mapping[int, Found]) -> int:
    """Return where the name ends: "of Energy", "of Energy and Water Resources of Tajikistan"."""
    while end < min(len(line.words), head + LONGEST):
        step = _step(line, head, end, known)
        if step is None:
            break
        end = step
        if _is_country_at(line, end, known, head):
            break
    return end


def _step(line: Worded, head: int, end: int, known: Mapping[int, Found]) -> int | None:
    """Return the end after one more part of the name: "of India", "and Technology", ", Industry and Trade"."""
    words = line.words
    if words[end].text == "," and line.words[head].folded in {"ministry", "department", "committee"}:
        return _listed(line, end)
    if not line.joined(end - 1):
        return None
    at = end
    while at < len(words) and words[at].folded in {"of", "for", "on", "and", "&", "the", "in"}:
        at += 1
    linked = at > end
    if (
        at >= len(words)
        or not _is_proper(line, at)
        or _head_at(line, at)
        and linked
        and words[end].folded in {"and", "&"}
    ):
        return None
    if not linked and (end - 1 == head or _ends_head(line, head, end)):
        return None
    if words[end].folded in {"and", "in"} and (
        end - head < 2 or at in known and _is_state(known[at]) and words[end].folded == "and"
    ):
        return None
    if words[end].folded in {"on", "for", "in"} and end - head >= 3 and words[end].folded != "in":
        return None
    return known[at].end if at in known and linked else at + 1


def _ends_head(line: Worded, head: int, end: int) -> bool:
    return tuple(word.folded for word in line.words[head:end]) in load_heads().types


def _listed(line: Worded, comma: int) -> int | None:
    """Return the end of ", Industry" where "and" follows soon: a list within a name."""
    at = comma + 1
    while at < len(line.words) and line.words[at].capital:
        at += 1
    if at > comma + 1 and at + 1 < len(line.words) and line.words[at].folded in {"and", ","}:
        return at if line.words[at + 1].capital and _head_at(line, at + 1) is None else None
    return None


def _is_state(found: Found) -> bool:
    return any(name.known.type is EntityType.COUNTRY and not name.is_demonym for name in found.names)


def _is_country_at(line: Worded, end: int, known: Mapping[int, Found], head: int) -> bool:
    for start in range(head + 1, end):
        if start in known and known[start].end == end and _is_state(known[start]):
            follows = line.words[end].folded if end < len(line.words) else ""
            return not (
                follows in {"in", "to"} and line.words[head].folded in {"embassy", "mission", "consulate"}
            )
    return False


def _is_name(line: Worded, start: int, head: int, end: int, heads: tuple[str, ...]) -> bool:
    """Tell whether more than a bare head stands there."""
    size = end - start
    if heads in load_heads().small and not line.words[head].capital:
        return start < head
    if size > len(heads):
        return True
    return heads in {("senate",), ("congress",), ("treasury",), ("duma",), ("knesset",), ("bundestag",)}


def _body(line: Worded, start: int, end: int, head: tuple[str, ...], gazetteer: Gazetteer) -> Candidate:
    span = line.span(start, end)
    known = gazetteer.named(line.quote(span))
    kind = known[0].type if known else _type_of(line, start, end, head)
    rank = Rank.HEADED_NAME if kind is EntityType.PLACE else Rank.BODY
    return Candidate(span, kind, Form.NAME, rank)


def _type_of(line: Worded, start: int, end: int, head: tuple[str, ...]) -> EntityType:
    words = [word.folded for word in line.words[start:end]]
    kind = load_heads().types.get(head, EntityType.GOVERNMENT_BODY)
    if words[0] in {
        "un",
        "united",
        "eu",
        "european",
        "african",
        "international",
        "world",
        "asean",
        "nato",
        "osce",
        "eurasian",
    }:
        is_world = (
            kind is not EntityType.PLACE
            and words[:2] != ["united", "states"]
            and words[:2] != ["united", "kingdom"]
        )
        return EntityType.INTERNATIONAL_ORGANIZATION if is_world else kind
    if head == ("bank",) and {"central", "national", "state"} & set(words):
        return EntityType.GOVERNMENT_BODY
    return kind
