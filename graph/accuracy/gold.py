"""gold: annotated articles, and the claims that quads make about them."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pyoxigraph as ox

from graph.errors import ReadError
from graph.model import Article
from graph.reading.formats import article_from_json
from ontology.vocabulary import DIP, OWL, RDF, RDFS, SKOS, WD, local_name

Spans = tuple[tuple[int, int], ...]
FIGURES = "figures.json"


@dataclass(frozen=True, slots=True)
class GoldEntity:
    """An entity that the annotator found; `names` begins with its fullest name."""

    names: tuple[str, ...]
    type: str
    qid: str | None


@dataclass(frozen=True, slots=True)
class GoldEvent:
    """An event that the annotator found; fillers and places are keys into `GoldArticle.entities`."""

    type: str
    roles: Mapping[str, tuple[str, ...]]
    evidence: Spans
    status: str
    start: str | None
    places: tuple[str, ...]
    attributes: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class GoldPosition:
    """An office that the annotator found: keys into `GoldArticle.entities`."""

    holder: str
    of: str | None


@dataclass(frozen=True, slots=True)
class GoldArticle:
    """An annotated article; a negative one is not about diplomacy and should yield no events."""

    article: Article
    negative: bool
    entities: Mapping[str, GoldEntity]
    events: tuple[GoldEvent, ...]
    positions: tuple[GoldPosition, ...]


@dataclass(frozen=True, slots=True)
class Claim:
    """What an article's graph asserts and gives evidence for: each property's values, by local name."""

    iri: str
    types: frozenset[str]
    spans: Spans
    values: Mapping[str, frozenset[str]]

    def get(self, name: str) -> list[str]:
        """The values of a property, in alphabetical order."""
        return sorted(self.values.get(name, ()))


@dataclass(frozen=True, slots=True)
class Claims:
    """All that quads say, by article identifier, with the names, types and links of entities by IRI."""

    by_article: Mapping[str, Sequence[Claim]]
    mentions: Mapping[str, frozenset[str]]
    names: Mapping[str, frozenset[str]]
    types: Mapping[str, frozenset[str]]
    qids: Mapping[str, str]


# Reading annotations


def load_gold(folder: Path) -> list[GoldArticle]:
    """Read the annotated articles of a folder, one JSON file each, in alphabetical order.

    `figures.json` among them is no article: it keeps the accuracy that was reached on them.
    """
    files = folder.glob("*.json") if folder.is_dir() else []
    paths = sorted(path for path in files if path.name != FIGURES)
    if not paths:
        raise ReadError(f"{folder}: no annotated articles (*.json) here")
    return [_read_gold(path) for path in paths]


def _read_gold(path: Path) -> GoldArticle:
    try:
        fields = json.loads(path.read_text("utf-8"))
        article = article_from_json(fields, source=str(path))
        return GoldArticle(
            article=article,
            negative=bool(fields.get("negative")),
            entities={entity["id"]: _gold_entity(entity) for entity in fields["entities"]},
            events=tuple(_gold_event(event) for event in fields["events"]),
            positions=tuple(
                GoldPosition(each["holder"], each.get("of")) for each in fields.get("positions", [])
            ),
        )
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise ReadError(f"{path}: not an annotated article: {type(error).__name__}: {error}") from error


def _gold_entity(fields: Mapping[str, Any]) -> GoldEntity:
    return GoldEntity((fields["name"], *fields.get("aliases", ())), fields["type"], fields.get("qid"))


def _gold_event(fields: Mapping[str, Any]) -> GoldEvent:
    return GoldEvent(
        type=fields["type"],
        roles={role: tuple(keys) for role, keys in fields["roles"].items()},
        evidence=tuple((begin, end) for begin, end in fields["evidence"]),
        status=fields["status"],
        start=fields.get("start"),
        places=tuple(fields.get("place") or ()),
        attributes=fields,
    )


# Reading quads


def read_claims(quads: Iterable[ox.Quad]) -> Claims:
    """Gather what quads say; who says it is told by the graph that a quad stands in."""
    dataset = ox.Dataset(quads)
    identifiers = {_value(q.subject): _value(q.object) for q in _pattern(dataset, DIP.articleId)}
    return Claims(
        by_article=_claims_by_article(dataset, identifiers),
        mentions=_grouped(
            (identifiers[_value(q.subject)], _value(q.object)) for q in _pattern(dataset, DIP.mentions)
        ),
        names=_grouped(
            (_value(q.subject), _value(q.object))
            for term in (RDFS.label, SKOS.altLabel, SKOS.prefLabel)
            for q in _pattern(dataset, term)
        ),
        types=_types(dataset),
        qids={
            _value(q.subject): _value(q.object).removeprefix(WD.iri)
            for q in sorted(_pattern(dataset, OWL.sameAs), key=str)
            if _value(q.object).startswith(f"{WD.iri}Q")
        },
    )


def _claims_by_article(dataset: ox.Dataset, identifiers: Mapping[str, str]) -> dict[str, list[Claim]]:
    types = _types(dataset)
    by_article: dict[str, list[Claim]] = defaultdict(list)
    for (claim, article), spans in sorted(_spans(dataset).items()):
        values = _grouped(
            (local_name(q.predicate), _value(q.object))
            for q in dataset.quads_for_subject(ox.NamedNode(claim))
            if _value(q.graph_name) == article and q.predicate.value.startswith(DIP.iri)
        )
        by_article[identifiers[article]].append(Claim(claim, types.get(claim, frozenset()), spans, values))
    return by_article


def _spans(dataset: ox.Dataset) -> dict[tuple[str, str], Spans]:
    """The stretches of text behind each claim, by the claim's and the article's IRI."""
    begins = {_value(q.subject): int(_value(q.object)) for q in _pattern(dataset, DIP.begin)}
    ends = {_value(q.subject): int(_value(q.object)) for q in _pattern(dataset, DIP.end)}
    articles = {_value(q.subject): _value(q.object) for q in _pattern(dataset, DIP.article)}
    spans: dict[tuple[str, str], set[tuple[int, int]]] = defaultdict(set)
    for quad in _pattern(dataset, DIP.evidence):
        evidence = _value(quad.object)
        spans[_value(quad.subject), articles[evidence]].add((begins[evidence], ends[evidence]))
    return {key: tuple(sorted(found)) for key, found in spans.items()}


def _types(dataset: ox.Dataset) -> dict[str, frozenset[str]]:
    return _grouped(
        (_value(q.subject), _value(q.object).removeprefix(DIP.iri))
        for q in _pattern(dataset, RDF.type)
        if _value(q.object).startswith(DIP.iri)
    )


def _pattern(dataset: ox.Dataset, predicate: ox.NamedNode) -> Iterable[ox.Quad]:
    return dataset.quads_for_predicate(predicate)


def _grouped(pairs: Iterable[tuple[str, str]]) -> dict[str, frozenset[str]]:
    groups: dict[str, set[str]] = defaultdict(set)
    for key, value in pairs:
        groups[key].add(value)
    return {key: frozenset(values) for key, values in groups.items()}


def _value(term: Any) -> str:
    return str(getattr(term, "value", ""))
