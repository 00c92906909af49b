"""soak: processes that write are killed at random moments, and the store is looked at each time.

    python tests/bench/soak.py [--kills 100] [--ingest-kills 10] [--seed 0] [--directory DIR]

Each round starts `diplograph serve`, lets several clients put, update and delete articles, and kills the
service with SIGKILL. Then every article must be as its last acknowledged write left it, or as the write left
it that was under way; none in part; and the default graph the merge of all. Rounds of `diplograph ingest` end
with every article whole or absent. Exit status 1 where anything is lost.
"""

from __future__ import annotations

import argparse
import http.client
import os
import random
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from threading import Event, Thread
from urllib.parse import quote

import pyoxigraph as ox

from graph.storage.store import Store
from ontology.vocabulary import DIP, RDF, RDFS

BASE, TOKEN = "http://localhost:8000/", "soak"
TURTLE, UPDATE = "text/turtle", "application/sparql-update"
DIPLOGRAPH = [sys.executable, "-c", "import sys; from service.cli import main; sys.exit(main())"]
CLIENTS, ARTICLES, EVENTS = 4, 3, 60  # articles of each client, events of each article
PATIENCE = 120.0
NAMES = ("Ruritania", "Freedonia", "Sylvania", "Grand Fenwick", "Zubrowka", "Genovia", "Latveria", "Elbonia")

Content = frozenset[str]  # a graph's triples, as N-Triples


def content(article: str, version: int) -> Content:
    """What an article says in a version; some of it is what others say too."""
    graph = f"{BASE}article/{article}"
    lines = {
        f"<{graph}> {RDF.type} {DIP.Article}",
        f"<{graph}> {DIP.mentions} <{BASE}entity/{version % 5}>",
        f'<{BASE}entity/{version % 5}> {RDFS.label} "Entity {version % 5}"',
    }
    events = {f'<{BASE}event/{article}-{n}> {RDFS.label} "{version}"' for n in range(EVENTS)}
    return frozenset(lines | events)


@dataclass(slots=True)
class Client:
    """Writes to articles of its own, one write after the other, and remembers what was acknowledged."""

    name: int
    chance: random.Random
    acknowledged: dict[str, Content] = field(default_factory=dict)
    attempt: tuple[str, Content] | None = None
    versions: int = 0
    writes: int = 0
    refused: list[str] = field(default_factory=list)

    def work(self, address: str, stop: Event) -> None:
        """Write until the service is gone."""
        connection = http.client.HTTPConnection(address, timeout=PATIENCE)
        while not stop.is_set():
            article = f"{self.name}-{self.chance.randrange(ARTICLES)}"
            try:
                self._write(connection, article)
            except (OSError, http.client.HTTPException):
                return

    def write_once(self, address: str) -> None:
        """Write before the others: the first write of a process loads what is known, which takes a second."""
        connection = http.client.HTTPConnection(address, timeout=PATIENCE)
        self._write(connection, f"{self.name}-0")
        connection.close()

    def _write(self, connection: http.client.HTTPConnection, article: str) -> None:
        self.versions += 1
        new = content(article, self.versions)
        way = self.chance.choices(("put", "update", "delete"), (8, 1, 1))[0]
        if way == "delete":
            new = frozenset()
        self.attempt = (article, new)
        body = "".join(f"{line} .\n" for line in sorted(new))
        graph = f"{BASE}article/{article}"
        if way == "update":
            text = f"DROP SILENT GRAPH <{graph}> ; INSERT DATA {{ GRAPH <{graph}> {{ {body} }} }}"
            status = self._send(connection, "POST", "/sparql", text, UPDATE)
        elif way == "delete":
            status = self._send(connection, "DELETE", f"/graphs?graph={quote(graph, safe='')}", "", TURTLE)
        else:
            status = self._send(connection, "PUT", f"/graphs?graph={quote(graph, safe='')}", body, TURTLE)
        if status in (200, 201, 204):
            self.acknowledged[article] = new
            self.writes += 1
        elif (way, status) != ("delete", 404):
            self.refused.append(f"{way} of {article} was answered {status}")
        self.attempt = None

    @staticmethod
    def _send(connection: http.client.HTTPConnection, method: str, path: str, body: str, kind: str) -> int:
        headers = {"Authorization": f"Bearer {TOKEN}", "Content-Type": kind}
        connection.request(method, path, body.encode(), headers)
        answer = connection.getresponse()
        answer.read()
        return answer.status

    def faults(self, found: dict[str, Content]) -> Iterator[str]:
        """Name the articles that are not as they should be."""
        for number in range(ARTICLES):
            article = f"{self.name}-{number}"
            allowed = [self.acknowledged.get(article, frozenset())]
            if self.attempt is not None and self.attempt[0] == article:
                allowed.append(self.attempt[1])
            if found.get(article, frozenset()) not in allowed:
                size = len(found.get(article, ()))
                yield f"article {article} has {size} triples and is in no state that was written"
            self.acknowledged[article] = found.get(article, frozenset())
        self.attempt = None


def look(store: Path) -> tuple[dict[str, Content], list[str]]:
    """Open the store that was left behind: what its articles say, and where the default graph is no merge."""
    opened = Store.open(store)
    try:
        found: dict[str, Content] = {}
        rows = opened.query("SELECT DISTINCT ?g { GRAPH ?g { ?s ?p ?o } }")
        for (graph,) in rows if isinstance(rows, ox.QuerySolutions) else ():
            found[graph.value.removeprefix(f"{BASE}article/")] = frozenset(
                str(quad.triple) for quad in opened.quads_of_article(graph.value)
            )
        merge = {str(quad.triple) for quad in opened.quads()}
    finally:
        opened.close()
    said = set().union(*found.values())
    faults = [f"the default graph lacks {len(said - merge)} triples"] if said - merge else []
    return found, faults + ([f"the default graph has {len(merge - said)} more"] if merge - said else [])


def rounds_of_service(directory: Path, kills: int, chance: random.Random) -> Iterator[list[str]]:
    """Kill the service again and again; give what is wrong after each time."""
    store = directory / "served"
    clients = [Client(n, chance) for n in range(CLIENTS)]
    for _ in range(kills):
        with service(store, directory / "service.log") as (process, address):
            clients[0].write_once(address)
            stop = Event()
            threads = [Thread(target=client.work, args=(address, stop)) for client in clients]
            for thread in threads:
                thread.start()
            time.sleep(chance.uniform(0.02, 1.5))
            process.kill()
            stop.set()
            for thread in threads:
                thread.join()
        found, faults = look(store)
        for client in clients:
            faults += [*client.faults(found), *client.refused]
            client.refused.clear()
        yield faults
    tell(f"{sum(client.writes for client in clients)} writes were acknowledged")


@contextmanager
def service(store: Path, log: Path) -> Iterator[tuple[subprocess.Popen[bytes], str]]:
    """Run `diplograph serve` until it answers; it is dead afterwards."""
    command = [*DIPLOGRAPH, "serve", "--port", "0", "--store", str(store)]
    environment = os.environ | {"DIPLOGRAPH_TOKEN": TOKEN, "DIPLOGRAPH_QUERY_PROCESSES": "1"}
    with log.open("wb") as output:
        process = subprocess.Popen(command, stderr=output, stdout=output, env=environment)
    try:
        yield process, wait_for(process, log)
    finally:
        process.kill()
        process.wait()


def wait_for(process: subprocess.Popen[bytes], log: Path) -> str:
    """Wait until the service says where it is, and listens there."""
    deadline = time.monotonic() + PATIENCE
    while process.poll() is None and time.monotonic() < deadline:
        address = re.search(r"http://([\d.]+:\d+)/", log.read_text("utf-8", "replace"))
        if address:
            try:
                connection = http.client.HTTPConnection(address[1], timeout=PATIENCE)
                # No query: while these come, writes are published, and fewer of them fit in before the end
                connection.request("GET", "/health/live")
                connection.getresponse().read()
            except OSError:
                pass
            else:
                return address[1]
        time.sleep(0.05)
    raise SystemExit(f"the service does not start: {log.read_text('utf-8', 'replace')[-1000:]}")


def rounds_of_ingest(directory: Path, kills: int, chance: random.Random) -> Iterator[list[str]]:
    """Kill `diplograph ingest` again and again; give what is wrong after each time."""
    texts = directory / "texts"
    texts.mkdir()
    for n, name in enumerate(NAMES):
        other = NAMES[n - 1]
        sentences = (
            f"President Ana Silva of {name} visited {other} on 3 May 2024. She met the king of {other}."
        )
        text = f"Talks in {name}\n\n{sentences}"
        (texts / f"{n}.txt").write_text(text, "utf-8")
    begun = time.monotonic()
    subprocess.run([*DIPLOGRAPH, "ingest", str(texts), "--store", str(directory / "whole")], check=True)
    seconds = time.monotonic() - begun
    whole, faults = look_at_ingested(directory / "whole")
    for n in range(kills):
        store = directory / f"ingested-{n}"
        process = subprocess.Popen([*DIPLOGRAPH, "ingest", str(texts), "--store", str(store)])
        time.sleep(seconds * chance.uniform(0.5, 1.0))
        process.kill()
        status = process.wait()
        found, faults = look_at_ingested(store)
        faults += [f"article {name} is there in part" for name in found if found[name] != whole.get(name)]
        if status == 0 and found.keys() != whole.keys():
            faults.append("an article of a finished ingest is not there")
        yield faults
        shutil.rmtree(store, ignore_errors=True)


def look_at_ingested(store: Path) -> tuple[dict[str, Content], list[str]]:
    """What the articles say; the default graph holds known facts beside it."""
    if not store.exists():
        return {}, []
    found, faults = look(store)
    return found, [fault for fault in faults if "more" not in fault]


def tell(line: str) -> None:
    """Write a line at once."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def main() -> int:
    """Run the rounds that were asked for."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else None)
    parser.add_argument("--kills", type=int, default=100)
    parser.add_argument("--ingest-kills", type=int, default=10)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--directory", type=Path)
    options = parser.parse_args()
    chance = random.Random(options.seed)  # noqa: S311 - chance, and no secret
    lost = 0
    with tempfile.TemporaryDirectory(dir=options.directory) as name:
        serve = rounds_of_service(Path(name), options.kills, chance)
        ingest = rounds_of_ingest(Path(name), options.ingest_kills, chance) if options.ingest_kills else ()
        for kind, rounds in (("serve", serve), ("ingest", ingest)):
            for number, faults in enumerate(rounds, start=1):
                lost += bool(faults)
                tell(f"{kind} {number}: {'; '.join(faults) or 'nothing lost'}")
    tell(f"{options.kills + options.ingest_kills} kills, {lost} with faults")
    return 1 if lost else 0


if __name__ == "__main__":
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
    sys.exit(main())
