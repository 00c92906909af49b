"""running: a command with its answer, and the article that it is given."""

import sys
from collections.abc import Callable
from pathlib import Path

import pyoxigraph as ox

BASE = "http://localhost:8000/"
TEXT = (
    "Kazakh President Kassym-Jomart Tokayev visited Hungary on 9 May 2024 and met Viktor Orbán in Budapest."
)
GOOD = {"id": "good", "title": "A visit", "text": TEXT, "published": "2024-05-10"}
GOOD_IRI = ox.NamedNode(f"{BASE}article/good")
DIPLOGRAPH = [sys.executable, "-c", "import sys; from service.cli import main; sys.exit(main())"]
ROOT = Path(__file__).parents[3]

Run = Callable[..., tuple[int, bytes, list[str]]]


def graph_names(nquads: bytes) -> set[object]:
    return {quad.graph_name for quad in ox.parse(nquads, ox.RdfFormat.N_QUADS)} - {ox.DefaultGraph()}
