import json
import os
from pathlib import Path

import pytest

from graph.model import Article, Entity, EntityType, Event, Extraction, Span, Status
from graph.rdf.triples import article_iri, extraction_quads
from graph.storage.store import Store
from service.cli import main
from tests.service.commands.running import BASE, GOOD, Run


@pytest.fixture(autouse=True)
def plain_environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in [name for name in os.environ if name.startswith("DIPLOGRAPH_")]:
        monkeypatch.delenv(name)
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def run(capfdbinary: pytest.CaptureFixture[bytes]) -> Run:
    """Run a command: its exit status, its output, and the lines that it says on standard error."""

    def run_command(*arguments: str | Path) -> tuple[int, bytes, list[str]]:
        capfdbinary.readouterr()
        status = main([str(argument) for argument in arguments])
        out, err = capfdbinary.readouterr()
        return status, out, err.decode().splitlines()

    return run_command


@pytest.fixture
def good(tmp_path: Path) -> Path:
    path = tmp_path / "good.json"
    path.write_text(json.dumps(GOOD))
    return path


@pytest.fixture
def stored(tmp_path: Path) -> Path:
    """A store with one article, whose claims are written by hand."""
    path = tmp_path / "stored"
    store = Store.open(path)
    extraction = Extraction(
        Article("a1", "Ana Silva visited Freedonia."),
        entities=(Entity("Ana Silva", EntityType.PERSON), Entity("Freedonia", EntityType.COUNTRY)),
        events=(Event("Visit", Status.ACTUAL, (Span(0, 28),), {"visitor": (0,), "destination": (1,)}),),
    )
    quads = extraction_quads(extraction, base=BASE)
    store.replace_article(article_iri(extraction.article, base=BASE).value, quads)
    store.close()
    return path
