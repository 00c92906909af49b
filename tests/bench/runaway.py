"""runaway: eight queries that would run for hours, while look-ups are answered and articles ingested.

    python tests/bench/runaway.py [--seconds 60] [--limit 10] [--articles 500] [--directory DIR]

Prints what a look-up takes without and with the runaway queries, what became of these, how many articles were
posted meanwhile, and how much memory the service and its query processes took at most.
"""

from __future__ import annotations

import argparse
import asyncio
import http.client
import json
import tempfile
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median
from time import perf_counter
from urllib.parse import urlsplit

from load import Connection, Tally, run
from servers import diplograph
from world import entity, event, write_world

JSON, TOKEN = "application/sparql-results+json", "runaway"
NUMBERS = " ".join(map(str, range(60)))
TABLE = " ".join(f"VALUES ?{name} {{ {NUMBERS} }}" for name in "abcdef")
STRINGS = "STR(?a), STR(?b), STR(?c)"
HUGE = " ".join(f"<http://example.org/{number}>" for number in range(20_000))
RUNAWAYS = {
    "cross join": f"SELECT (COUNT(*) AS ?n) {{ {TABLE} FILTER(?a+?b+?c+?d+?e+?f = -1) }}",
    "ORDER BY": f"SELECT * {{ {TABLE} }} ORDER BY ?f ?a",
    "path": "SELECT (COUNT(*) AS ?n) { ?a (!<x:a>|^!<x:a>)* ?b . ?b (!<x:a>|^!<x:a>)* ?c }",
    "regex": f"SELECT * {{ {TABLE} FILTER(REGEX(CONCAT({STRINGS}), '(1|11|111)*(2|22)*$')) }} OFFSET 9999999",
    "VALUES": f"SELECT (COUNT(*) AS ?n) {{ {' '.join(f'VALUES ?{x} {{ {HUGE} }}' for x in 'abc')} }}",
    "GROUP_CONCAT": f"SELECT (GROUP_CONCAT(CONCAT({STRINGS})) AS ?x) {{ {TABLE} }}",
    "join": "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . FILTER(?a != ?d && ?d != ?g) }",
    "DISTINCT": f"SELECT DISTINCT * {{ {TABLE} }} OFFSET 9999999999",
}
ARTICLE = (
    "The president of {one} visited {other} on Monday and met the foreign minister. "
    "The two sides signed an agreement on trade and agreed to open embassies in both capitals."
)
PLACES = ("Kenya", "Norway", "Chile", "Vietnam", "Morocco", "Finland", "Peru", "Ghana")


@dataclass(slots=True)
class Outcome:
    """What became of the runaway queries, of the articles, and of the memory."""

    stopped: Counter[tuple[str, int]] = field(default_factory=Counter)
    longest: float = 0.0
    articles: list[float] = field(default_factory=list)
    refused: Counter[int] = field(default_factory=Counter)
    memory: int = 0


def main() -> None:
    """Measure, and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--seconds", type=float, default=60.0)
    parser.add_argument("--limit", type=float, default=10.0, help="seconds that a query may run")
    parser.add_argument("--articles", type=int, default=500)
    parser.add_argument("--directory", type=Path, help="where the store is made")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory(dir=arguments.directory) as name:
        quads = Path(name) / "world.nq"
        write_world(quads, articles=arguments.articles)
        settings = {"token": TOKEN, "query_seconds": str(arguments.limit)}
        with diplograph(quads, Path(name), **settings) as (url, process):
            asyncio.run(measure(url, process, arguments.seconds))


async def measure(url: str, process: int, seconds: float) -> None:
    """Ask look-ups by themselves, and then beside all the rest."""
    look_ups = [
        f"SELECT ?p ?o {{ <{iri}> ?p ?o }} # {number}"
        for number in range(5000)
        for iri in (event(number), entity(number % 200))
    ]
    await asyncio.to_thread(post_article, url, 0)  # loads the language model
    alone = await run(url, look_ups, connections=1, seconds=5, accept=JSON)
    outcome, end = Outcome(), perf_counter() + seconds
    others = [
        *(run_away(url, name, text, end, outcome) for name, text in RUNAWAYS.items()),
        ingest(url, end, outcome),
        weigh(process, end, outcome),
    ]
    tasks = [asyncio.create_task(other) for other in others]
    await asyncio.sleep(2)
    beside = await pace(url, look_ups[1:], end)
    await asyncio.gather(*tasks)
    report(alone, beside, outcome)


async def pace(url: str, queries: list[str], end: float) -> Tally:
    """Ask a look-up twenty times a second, as people do."""
    tally, connection = Tally(1), Connection(url)
    await connection.open()
    for query in queries:
        begun = perf_counter()
        if begun > end:
            break
        status, _ = await connection.post(query, JSON)
        if status == 200:
            tally.seconds.append(perf_counter() - begun)
        else:
            tally.failures[status] += 1
        await asyncio.sleep(0.05)
    connection.close()
    return tally


async def run_away(url: str, name: str, text: str, end: float, outcome: Outcome) -> None:
    """Ask a runaway query again and again, never the same."""
    number = 0
    while perf_counter() < end:
        connection, begun = Connection(url), perf_counter()
        await connection.open()
        try:
            status, _ = await connection.post(f"{text} # {number}", JSON)
        except (asyncio.IncompleteReadError, ConnectionError, ValueError):
            status = 0  # the connection broke in the middle of an answer
        outcome.longest = max(outcome.longest, perf_counter() - begun)
        outcome.stopped[name, status] += 1
        connection.close()
        number += 1
        await asyncio.sleep(0.5 if status == 429 else 0)


async def ingest(url: str, end: float, outcome: Outcome) -> None:
    """Post one article after the other."""
    number = 1
    while perf_counter() < end:
        begun = perf_counter()
        status = await asyncio.to_thread(post_article, url, number)
        if status == 201:
            outcome.articles.append(perf_counter() - begun)
        else:
            outcome.refused[status] += 1
        number += 1


def post_article(url: str, number: int) -> int:
    """Post an article; give the status."""
    address = urlsplit(url)
    one, other = PLACES[number % len(PLACES)], PLACES[(number + 3) % len(PLACES)]
    body = json.dumps({"id": f"post-{number}", "text": ARTICLE.format(one=one, other=other)})
    headers = {"Content-Type": "application/json", "Authorization": f"Bearer {TOKEN}"}
    connection = http.client.HTTPConnection(address.hostname or "", address.port, timeout=300)
    connection.request("POST", "/articles", body, headers)
    status = connection.getresponse().status
    connection.close()
    return status


async def weigh(process: int, end: float, outcome: Outcome) -> None:
    """Note how much memory the service and its processes have resident, once a second."""
    while perf_counter() < end:
        outcome.memory = max(outcome.memory, await asyncio.to_thread(resident, process))
        await asyncio.sleep(1)


def resident(process: int) -> int:
    """How many bytes a process and those that it started have resident."""
    total = 0
    for path in Path("/proc").glob("[0-9]*/status"):
        try:
            fields = dict(line.split(":\t", 1) for line in path.read_text().splitlines() if ":\t" in line)
        except OSError:
            continue
        if process in (int(fields["Pid"]), int(fields["PPid"])):
            total += int(fields.get("VmRSS", "0 kB").split()[0]) * 1024
    return total


def report(alone: Tally, beside: Tally, outcome: Outcome) -> None:
    """Print what was found."""
    beside_ms = f"median {beside.median_ms:.1f} ms, slowest of twenty {quantile(beside.seconds, 0.95):.1f} ms"
    posted = f"{len(outcome.articles)}, median {median(outcome.articles or [float('nan')]):.1f} s each"
    lines = [
        f"look-ups alone: median {alone.median_ms:.1f} ms",
        f"look-ups beside eight runaway queries: {len(beside.seconds)} answered, {beside_ms}",
        f"look-ups not answered: {beside.failures.total()}",
        f"articles posted meanwhile: {posted}; not taken: {dict(outcome.refused)}",
        f"longest runaway query: {outcome.longest:.1f} s; memory at most {outcome.memory / 1e6:,.0f} MB",
        *(
            f"  {name:14} {status or 'broke off'}: {n}"
            for (name, status), n in sorted(outcome.stopped.items())
        ),
    ]
    print("\n".join(lines))  # noqa: T201 - the output


def quantile(seconds: list[float], share: float) -> float:
    """The time, in milliseconds, that a share of the answers took at most."""
    return 1000 * sorted(seconds)[int(share * (len(seconds) - 1))] if seconds else float("nan")


if __name__ == "__main__":
    main()
