"""sparql: our service, the server of Oxigraph and rdflib-endpoint answer the same queries over the same data.

    python tests/bench/sparql.py [--articles 1000] [--seconds 2] [--connections 1 8 64] [--directory DIR]

All three run at the same time and are asked in turn, so that what else the machine does falls on all. Prints
answers a second, and how many times as many ours gives as each of the others. `repeated` asks one query again
and again, as pages do; `distinct` never asks the same twice, so that no cache helps. A server that would keep
all connections waiting for long is asked over fewer, and the table says so: each row ends in a minute or two.
"""

from __future__ import annotations

import argparse
import asyncio
import tempfile
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from statistics import median
from time import perf_counter

from load import Tally, run
from servers import SERVERS, load_here, load_oxigraph
from world import COUNTRIES, EVENTS, entity, event, write_world

JSON, CSV = "application/sparql-results+json", "text/csv"
PREFIXES = """PREFIX dip: <https://w3id.org/diplograph/ontology#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
"""
MEETINGS = """SELECT ?event ?label ?start ?name {{
  ?event dip:participant <{country}>, ?other ; rdfs:label ?label ; dip:startDate ?start .
  ?other rdfs:label ?name . FILTER(?other != <{country}>)
}} ORDER BY DESC(?start) ?event LIMIT 100"""
PARTNERS = """SELECT ?other (COUNT(?event) AS ?events) {{
  ?event dip:participant ?one, ?other . FILTER(?one != ?other)
}} GROUP BY ?other ORDER BY DESC(?events) ?other LIMIT {limit}"""
_LOADS = 3
_PATIENCE = 20.0  # seconds that all connections may wait for one answer each
EXPORT = "SELECT ?g ?s ?p ?o { GRAPH ?g { ?s ?p ?o } }"


@dataclass(frozen=True, slots=True)
class Scenario:
    """Queries of a kind: `text` writes the one of a number; `is_heavy` asks over one connection only."""

    name: str
    text: Callable[[int], str]
    accept: str = JSON
    is_heavy: bool = False


def scenarios(articles: int) -> list[Scenario]:
    """What is asked."""

    def look_up(number: int) -> str:
        return f"SELECT ?p ?o {{ <{event(number % (articles * EVENTS))}> ?p ?o }}"

    def meetings(number: int) -> str:
        return PREFIXES + MEETINGS.format(country=entity(number % COUNTRIES))

    def partners(number: int) -> str:
        return PREFIXES + PARTNERS.format(limit=20)

    def unlike(text: Callable[[int], str]) -> Callable[[int], str]:
        return lambda number: f"{text(number)} # {number}"

    return [
        Scenario("look-up, repeated", lambda _: look_up(0)),
        Scenario("look-up, distinct", unlike(look_up)),
        Scenario("canned, repeated", lambda _: meetings(0)),
        Scenario("canned, distinct", unlike(meetings)),
        Scenario("aggregation, repeated", partners),
        Scenario("aggregation, distinct", unlike(partners)),
        Scenario("export as CSV", unlike(lambda _: EXPORT), CSV, is_heavy=True),
    ]


def main() -> None:
    """Measure, and print as it is measured."""
    arguments = read_arguments()
    with tempfile.TemporaryDirectory(dir=arguments.directory) as name, ExitStack() as running:
        directory, quads = Path(name), Path(name) / "world.nq"
        number = write_world(quads, articles=arguments.articles)
        print(f"{number:,} quads")  # noqa: T201 - the output
        print_load(quads, directory)
        urls = {
            server: running.enter_context(start(quads, directory))[0] for server, start in SERVERS.items()
        }
        print_head(list(urls))
        for scenario in scenarios(arguments.articles):
            for connections in [1] if scenario.is_heavy else arguments.connections:
                measure(scenario, urls, connections, arguments.seconds)


def read_arguments() -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--articles", type=int, default=1000)
    parser.add_argument("--seconds", type=float, default=2.0)
    parser.add_argument("--connections", type=int, nargs="+", default=[1, 8, 64])
    parser.add_argument("--directory", type=Path, help="where the stores are made")
    return parser.parse_args()


def measure(scenario: Scenario, urls: dict[str, str], connections: int, seconds: float) -> None:
    """Ask each server in turn, and print how they did."""
    numbers = count()
    tallies: dict[str, Tally] = {}
    for server, url in urls.items():
        # A generator of texts that never come twice, unless the scenario wants it so
        texts = [scenario.text(next(numbers)) for _ in range(20_000)]
        warm = asyncio.run(run(url, texts[:1], connections=1, seconds=0, accept=scenario.accept))
        some = min(connections, max(1, int(_PATIENCE * warm.rate)))
        tallies[server] = asyncio.run(
            run(url, texts[1:], connections=some, seconds=seconds, accept=scenario.accept)
        )
    print_row(scenario.name, connections, list(tallies.values()))


def print_load(quads: Path, directory: Path) -> None:
    """Print how long each takes to load the quads: the medians of a few times, in turn."""
    seconds: dict[str, list[float]] = {"here": [], "oxigraph": []}
    for number in range(_LOADS):
        for name, load in (("here", load_here), ("oxigraph", load_oxigraph)):
            begun = perf_counter()
            load(quads, directory / f"load-{name}-{number}")
            seconds[name].append(perf_counter() - begun)
    ours, theirs = map(median, seconds.values())
    print(f"bulk load: {ours:.2f} s, oxigraph load {theirs:.2f} s: {theirs / ours:.2f} times\n")  # noqa: T201


def print_head(servers: Sequence[str]) -> None:
    """Print the head of the table."""
    rates = "".join(f" {server + '/s':>18}" for server in servers)
    ratios = "".join(f" {'/ ' + server:>18}" for server in servers[1:])
    print(f"{'':24} {'conn.':>5}{rates}{ratios}", flush=True)  # noqa: T201


def print_row(name: str, connections: int, tallies: Sequence[Tally]) -> None:
    """Print a row of the table."""
    rates = "".join(f" {cell(tally, connections):>18}" for tally in tallies)
    ratios = "".join(
        f" {tallies[0].rate / other.rate:>18.2f}" if other.rate else f" {'-':>18}" for other in tallies[1:]
    )
    print(f"{name:24} {connections:>5}{rates}{ratios}", flush=True)  # noqa: T201


def cell(tally: Tally, connections: int) -> str:
    """Write a rate, with the connections if they were fewer; in brackets the answers that were no success."""
    fewer = f"over {tally.connections}: " if tally.connections < connections else ""
    failures = f" ({tally.failures.total()})" if tally.failures else ""
    return f"{fewer}{tally.rate:,.1f}{failures}"


if __name__ == "__main__":
    main()
