"""converting: articles become RDF, or claims in a store."""
# ruff: noqa: PLC0415 -- `diplograph --help` and a usage error answer at once: no command pays for another's imports

from __future__ import annotations

from collections.abc import Sequence
from importlib.resources import files
from typing import TYPE_CHECKING, Annotated

import typer

from service.commands.options import (
    Output,
    Paths,
    RdfSyntax,
    StoreDirectory,
    Workers,
    open_store,
    read_settings,
    writing,
)
from service.console import note, progress
from service.faults import Faults, read_articles

if TYPE_CHECKING:
    from graph.model import Article
    from graph.storage.graph_store import GraphStore
    from service.settings import Settings


def convert(
    paths: Paths,
    syntax: Annotated[
        RdfSyntax, typer.Option("--format", help="The syntax; nquads, trig and jsonld keep who says what.")
    ] = RdfSyntax.TURTLE,
    workers: Workers = 1,
    output: Output = None,
) -> None:
    """Convert articles to RDF."""
    from graph.batch import convert_all
    from service.rdf_output import extraction_quads_of, write_quads

    base = read_settings().base_iri
    faults = Faults()
    articles = read_articles(paths, faults)
    with writing(output) as stream:
        results = progress(convert_all(articles, workers=workers), "Converting", total=len(articles))
        write_quads(extraction_quads_of(faults.without(results), base=base), stream, syntax.value)
    faults.leave()


def ingest(paths: Paths, store: StoreDirectory = None, workers: Workers = 1) -> None:
    """Convert articles and load them.

    An article that the store holds already is replaced.
    """
    settings = read_settings(store=store)
    faults = Faults()
    articles = read_articles(paths, faults)
    with open_store(settings) as opened:
        count = _ingest(articles, opened, settings, faults, workers=workers)
    note(f"{count} {'article' if count == 1 else 'articles'} in the store {settings.store}")
    faults.leave()


def explain(
    file: Annotated[str, typer.Argument(metavar="FILE", help="An article.")],
    sentence: Annotated[int | None, typer.Option(metavar="N", min=1, help="Only sentence N.")] = None,
) -> None:
    """Show why the graph says what it says."""
    from graph.explain import explain as explain_reading
    from graph.pipeline import read_closely

    faults = Faults()
    for article in read_articles([file], faults):
        for line in explain_reading(read_closely(article), only=sentence):
            typer.echo(line)
    faults.leave()


def _ingest(
    articles: Sequence[Article], store: GraphStore, settings: Settings, faults: Faults, *, workers: int = 1
) -> int:
    from graph.ingest import ingest as ingest_articles

    loaded = ingest_articles(articles, store, base=settings.base_iri, workers=workers)
    return sum(1 for _ in faults.without(progress(loaded, "Ingesting", total=len(articles))))


def ingest_seeds(store: GraphStore, settings: Settings) -> None:
    """Load the bundled articles that the store does not hold yet in this form."""
    from graph.ingest import is_loaded

    faults = Faults()
    bundled = read_articles([str(files("seeds").joinpath("articles"))], faults)
    new = [article for article in bundled if not is_loaded(article, store, base=settings.base_iri)]
    _ingest(new, store, settings, faults, workers=settings.workers)
