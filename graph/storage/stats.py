"""stats: how much a graph holds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import pyoxigraph as ox

from graph.storage.dataset import Results
from ontology.vocabulary import DIP


@dataclass(frozen=True, slots=True)
class Stats:
    """How much the graph holds; the keys of the mappings are IRIs."""

    revision: int
    triples: int
    articles: int
    events: int
    entities: int
    linked: int
    positions: int
    figures: int
    events_by_type: Mapping[str, int]
    events_by_status: Mapping[str, int]
    entities_by_type: Mapping[str, int]

    @property
    def linked_share(self) -> float:
        """The share of mentioned entities that are linked to Wikidata."""
        return self.linked / self.entities if self.entities else 0.0


def count_stats(results: Results, *, revision: int, triples: int) -> Stats:
    """Put the rows of the query for figures together."""
    counts: dict[str, dict[str, int]] = {}
    for figure, term, count in results if isinstance(results, ox.QuerySolutions) else ():
        counts.setdefault(figure.value, {})[term.value if term else ""] = int(count.value)
    totals = {figure: by_term.get("", 0) for figure, by_term in counts.items()}
    by_type = counts.get("events of type", {})
    return Stats(
        revision=revision,
        triples=triples,
        articles=totals.get("articles", 0),
        events=by_type.get(DIP.Event.value, 0),
        entities=totals.get("entities", 0),
        linked=totals.get("linked entities", 0),
        positions=totals.get("positions", 0),
        figures=totals.get("figures", 0),
        events_by_type={iri: n for iri, n in by_type.items() if iri != DIP.Event.value},
        events_by_status=counts.get("events of status", {}),
        entities_by_type=counts.get("entities of type", {}),
    )


@cache
def load_stats_query() -> str:
    """The query for figures."""
    return files("graph.storage").joinpath("stats.rq").read_text("utf-8")
