"""answers: what a query gives, written for a terminal or for a program."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Mapping
from functools import partial
from typing import BinaryIO

import pyoxigraph as ox
from rich.console import Console
from rich.table import Table
from rich.text import Text

from graph.accuracy.reliability import Share
from graph.accuracy.scores import Scores, Tally
from graph.errors import QueryError
from graph.storage.graph_store import GraphStore
from graph.storage.stats import Stats
from graph.storage.store import QueryResults, Term
from ontology.vocabulary import PREFIXES
from service.query_check import explain_syntax_error, undeclared_prefix

_FIRST_LINE = re.compile(r"line 1, column (\d+)")
_RESULT_FORMATS = {
    "csv": ox.QueryResultsFormat.CSV,
    "tsv": ox.QueryResultsFormat.TSV,
    "json": ox.QueryResultsFormat.JSON,
    "xml": ox.QueryResultsFormat.XML,
}


def ask(store: GraphStore, query: str) -> QueryResults:
    """Answer a query whose prefixes, where they are ours, need not be declared."""
    declarations = missing_declarations(query)
    try:
        return store.query(declarations + query)
    except QueryError as error:
        message = explain_syntax_error(declarations + query, str(error))
        raise QueryError(_FIRST_LINE.sub(partial(_shift, by=len(declarations)), message)) from error


def missing_declarations(query: str) -> str:
    """Declare, on one line, those of our prefixes that a query uses and does not declare."""
    declarations = ""
    while (prefix := undeclared_prefix(declarations + query)) in PREFIXES:
        declarations += f"PREFIX {prefix}: <{PREFIXES[prefix]}> "
    return declarations


def _shift(place: re.Match[str], by: int) -> str:
    return f"line 1, column {int(place[1]) - by}"


def write_answer(answer: QueryResults, stream: BinaryIO, form: str) -> None:
    """Write an answer; `table` shows a SELECT as a table, an ASK as one word and a graph as Turtle."""
    if isinstance(answer, ox.QueryTriples):
        _write_graph(answer, stream, form)
    elif form == "turtle":
        raise QueryError("a SELECT or ASK query has no Turtle: ask for table, csv, tsv, json or xml")
    elif form != "table":
        answer.serialize(stream, _RESULT_FORMATS[form])
    elif isinstance(answer, ox.QueryBoolean):
        stream.write(b"true\n" if answer else b"false\n")
    else:
        _print_solutions(answer)


def _write_graph(answer: ox.QueryTriples, stream: BinaryIO, form: str) -> None:
    if form not in {"table", "turtle"}:
        raise QueryError("a CONSTRUCT or DESCRIBE query gives a graph: ask for turtle")
    ox.serialize(answer, stream, ox.RdfFormat.TURTLE, prefixes=PREFIXES)


def _print_solutions(answer: ox.QuerySolutions) -> None:
    names = [variable.value for variable in answer.variables]
    print_table(names, ([_short(solution[name]) for name in names] for solution in answer))


def print_table(header: Iterable[str], rows: Iterable[Iterable[str]]) -> None:
    """Print a table, folded to the terminal's width; in a file each row is one line."""
    table = Table(show_edge=False, pad_edge=False)
    for name in header:
        table.add_column(Text(name), overflow="fold")
    for row in rows:
        table.add_row(*(Text(" ".join(cell.split())) for cell in row))
    console = Console(width=None if sys.stdout.isatty() else 1_000_000, highlight=False)
    console.print(table, soft_wrap=False)


def _short(term: Term | None) -> str:
    """Write an IRI with its prefix where we have one, and anything else as its plain value."""
    if term is None:
        return ""
    if not isinstance(term, ox.NamedNode):
        return str(getattr(term, "value", term))
    for prefix, namespace in PREFIXES.items():
        local = term.value.removeprefix(namespace)
        if local != term.value and local.replace("-", "").replace("_", "").isalnum():
            return f"{prefix}:{local}"
    return term.value


def print_stats(stats: Stats) -> None:
    """Print how much a store holds."""
    totals = {
        "triples": stats.triples,
        "articles": stats.articles,
        "events": stats.events,
        "positions": stats.positions,
        "figures": stats.figures,
        "entities": stats.entities,
        "linked to Wikidata": stats.linked,
    }
    groups = {
        "event": stats.events_by_type,
        "status": stats.events_by_status,
        "entity": stats.entities_by_type,
    }
    print_table(
        ["", "count"], [*_rows(totals), *(row for group in groups.values() for row in _rows(_local(group)))]
    )


def print_scores(scores: Scores) -> None:
    """Print the accuracy on annotated articles."""
    frames = {f"  {name}": scores.frames[name] for name in sorted(scores.frames)}
    tallies = {**scores.tallies, **frames}
    header = ["", "precision", "recall", "F1", "right", "wrong", "missed"]
    print_table(header, ([name, *_tally_cells(tally)] for name, tally in tallies.items()))
    shares = {
        "status": scores.status,
        "attribute": scores.attribute,
        "events off the subject": scores.negative,
    }
    print_table(
        ["", "share", "count", "of"], ([name, *_share_cells(share)] for name, share in shares.items())
    )
    bands = {f"{lowest:.1f}": share for lowest, share in scores.reliability.bands.items()}
    header = ["confidence from", "share", "right", "of"]
    print_table(header, ([name, *_share_cells(share)] for name, share in bands.items()))


def _tally_cells(tally: Tally) -> list[str]:
    rates, counts = (tally.precision, tally.recall, tally.f1), (tally.right, tally.wrong, tally.missed)
    return [*(f"{rate:.3f}" for rate in rates), *map(str, counts)]


def _share_cells(share: Share) -> list[str]:
    return [f"{share.rate:.3f}", str(share.count), str(share.total)]


def _rows(counts: Mapping[str, int]) -> Iterable[list[str]]:
    return ([name, f"{count:,}"] for name, count in counts.items())


def _local(counts: Mapping[str, int]) -> dict[str, int]:
    return {
        _short(ox.NamedNode(iri)): counts[iri] for iri in sorted(counts, key=lambda iri: (-counts[iri], iri))
    }
