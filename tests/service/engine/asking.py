"""asking: queries to an engine, cheap and dear, and what comes of them."""

import asyncio
import json
import os
from collections.abc import Callable
from pathlib import Path

import pyoxigraph as ox

from graph.storage.store import Store
from service.engine.engine import Answer, Engine, Forms
from service.engine.messages import Query

ARTICLE = "http://localhost:8000/article/1"
FORMS = Forms("json", "ntriples")


def values(name: str, count: int) -> str:
    return f"VALUES ?{name} {{ {' '.join(map(str, range(count)))} }}"


def table(columns: str, count: int) -> str:
    return " ".join(values(name, count) for name in columns)


# Each keeps a processor busy for hours
RUNAWAY = f"SELECT (COUNT(*) AS ?n) {{ {table('abcdef', 60)} FILTER(?a+?b+?c+?d+?e+?f = -1) }}"
HUNGRY = f"SELECT * {{ {table('abcd', 100)} }} ORDER BY ?a"


def write(store: Store, number: int) -> None:
    graph = ox.NamedNode(ARTICLE)
    triple = ox.NamedNode("http://e/s"), ox.NamedNode("http://e/p"), ox.Literal(number)
    store.replace_article(ARTICLE, [ox.Quad(*triple, graph)])


async def ask(engine: Engine, text: str, client: str = "a", forms: Forms = FORMS) -> Answer:
    return await engine.answer(Query(text), forms, client=client)


async def rows(engine: Engine, text: str, client: str = "a") -> list[dict[str, str]]:
    bindings = json.loads((await ask(engine, text, client)).content)["results"]["bindings"]
    return [{name: term["value"] for name, term in row.items()} for row in bindings]


async def until(condition: Callable[[], bool]) -> None:
    async with asyncio.timeout(60):
        while not condition():
            await asyncio.sleep(0.02)


def children() -> set[int]:
    """The processes that this one has started and that have not ended."""
    found = set()
    for path in Path("/proc").glob("[0-9]*/stat"):
        try:
            state, parent = path.read_text().rpartition(")")[2].split()[:2]
        except OSError:
            continue
        if int(parent) == os.getpid() and state != "Z":
            found.add(int(path.parent.name))
    return found
