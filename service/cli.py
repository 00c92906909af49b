"""cli: the command `diplograph`; heavy modules are loaded by the commands that need them."""
# ruff: noqa: PLC0415 -- `diplograph --help` and a usage error answer at once: no command pays for another's imports

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from enum import StrEnum
from importlib.metadata import version
from importlib.resources import files
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, BinaryIO

import typer

from graph.errors import DiplographError, ReadError, StoreError
from service.console import complain, note, progress
from service.faults import Faults, read_articles

if TYPE_CHECKING:
    from graph.model import Article
    from graph.storage.graph_store import GraphStore
    from service.settings import Settings

app = typer.Typer(
    name="diplograph",
    help="News articles about diplomacy become a knowledge graph that can be trusted and queried.",
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)


class RdfSyntax(StrEnum):
    """The syntaxes in which a graph is written."""

    TURTLE = "turtle"
    TRIG = "trig"
    NQUADS = "nquads"
    NTRIPLES = "ntriples"
    JSONLD = "jsonld"


class ResultFormat(StrEnum):
    """The forms in which an answer is written."""

    TABLE = "table"
    CSV = "csv"
    TSV = "tsv"
    JSON = "json"
    XML = "xml"
    TURTLE = "turtle"


Paths = Annotated[
    list[str],
    typer.Argument(
        metavar="PATH", help="Files (.txt .md .html .json .jsonl), folders, or - for standard input."
    ),
]
Workers = Annotated[int, typer.Option(min=1, help="Convert on so many processes; the result is the same.")]
StoreDirectory = Annotated[
    str | None,
    typer.Option(
        "--store",
        metavar="DIR|URL",
        help="The store's directory, or another engine's SPARQL endpoint "
        "[default: DIPLOGRAPH_STORE, else ./diplograph-store].",
    ),
]
Output = Annotated[
    Path | None, typer.Option(metavar="FILE", help="Write there instead of to standard output.")
]


@app.callback(invoke_without_command=True)
def root(
    context: typer.Context,
    show_version: Annotated[bool, typer.Option("--version", help="Show the version and leave.")] = False,
) -> None:
    """News articles about diplomacy become a knowledge graph that can be trusted and queried."""
    if show_version:
        typer.echo(f"diplograph {version('diplograph')}")
    elif context.invoked_subcommand is None:
        typer.echo(context.get_help())


@app.command()
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

    base = _settings().base_iri
    faults = Faults()
    articles = read_articles(paths, faults)
    with _writing(output) as stream:
        results = progress(convert_all(articles, workers=workers), "Converting", total=len(articles))
        write_quads(extraction_quads_of(faults.without(results), base=base), stream, syntax.value)
    faults.leave()


@app.command()
def ingest(paths: Paths, store: StoreDirectory = None, workers: Workers = 1) -> None:
    """Convert articles and load them.

    An article that the store holds already is replaced.
    """
    settings = _settings(store=store)
    faults = Faults()
    articles = read_articles(paths, faults)
    with _open_store(settings) as opened:
        count = _ingest(articles, opened, settings, faults, workers=workers)
    note(f"{count} {'article' if count == 1 else 'articles'} in the store {settings.store}")
    faults.leave()


@app.command()
def serve(
    store: StoreDirectory = None,
    host: Annotated[str | None, typer.Option(help="The address to listen on [default: 127.0.0.1].")] = None,
    port: Annotated[
        int | None, typer.Option(min=0, max=65535, help="The port to listen on [default: 8000].")
    ] = None,
    seeds: Annotated[bool, typer.Option("--seeds", help="Load the bundled articles first.")] = False,
) -> None:
    """Serve the graph over HTTP."""
    from service.server import run, take_address

    settings = _settings(store=store, host=host, port=port)
    with take_address(settings.host, settings.port) as address, _open_store(settings) as opened:
        if seeds:
            _ingest_seeds(opened, settings)
        note(f"Diplograph serves {settings.store} at {address.url} (Ctrl-C stops it)")
        run(opened, settings, address)


@app.command()
def query(
    sparql: Annotated[
        str, typer.Argument(metavar="SPARQL|FILE.rq", help="A query, or a file that holds one.")
    ],
    store: StoreDirectory = None,
    form: Annotated[
        ResultFormat, typer.Option("--format", help="The form of the answer.")
    ] = ResultFormat.TABLE,
) -> None:
    """Answer a SPARQL query.

    The usual prefixes (dip, rdfs, skos …) need not be declared.
    """
    from service.answers import ask, write_answer

    text = _query_text(sparql)
    with _open_store(_settings(store=store), must_exist=True) as opened:
        write_answer(ask(opened, text), sys.stdout.buffer, form.value)


@app.command()
def export(
    store: StoreDirectory = None,
    syntax: Annotated[
        RdfSyntax, typer.Option("--format", help="The syntax; nquads, trig and jsonld keep who says what.")
    ] = RdfSyntax.NQUADS,
    output: Output = None,
) -> None:
    """Write all that the store holds as RDF."""
    from service.rdf_output import rdf_format

    with _open_store(_settings(store=store), must_exist=True) as opened, _writing(output) as stream:
        opened.export(stream, rdf_format(syntax.value))


@app.command()
def backup(
    directory: Annotated[Path, typer.Argument(metavar="DIR", help="A directory that does not exist yet.")],
    store: StoreDirectory = None,
    url: Annotated[
        str | None,
        typer.Option("--from", metavar="URL", help="Ask the service there, which has the store open."),
    ] = None,
) -> None:
    """Copy the store to a new directory, with a manifest to check it by.

    A service that runs gives its store to holders of DIPLOGRAPH_TOKEN.
    """
    settings = _settings(store=store)
    if url is not None:
        from service.backup import fetch_backup

        manifest = fetch_backup(url, directory, token=_token(settings))
    else:
        with _open_store(settings, must_exist=True) as opened:
            manifest = opened.backup(directory)
    note(f"backed up to {directory}: {manifest.quads:,} quads in {manifest.graphs:,} graphs")


@app.command()
def restore(
    directory: Annotated[Path, typer.Argument(metavar="DIR", help="What `backup` wrote.")],
    store: StoreDirectory = None,
) -> None:
    """Make a store from a backup."""
    from graph.storage.restore import restore as restore_backup
    from service.stores import store_directory

    target = store_directory(_settings(store=store))
    manifest = restore_backup(directory, target)
    note(f"restored to {target}, and checked: {manifest.quads:,} quads in {manifest.graphs:,} graphs")


@app.command()
def token(
    name: Annotated[str, typer.Argument(metavar="NAME", help="Whose it is; the log names it at each write.")],
) -> None:
    """Make a token for writes, and the setting that lets it in."""
    from service.access import make_token

    made, digest = make_token()
    note("give the first line to the writer, and the service the second: it does not know the token itself")
    typer.echo(made)
    typer.echo(f"DIPLOGRAPH_TOKENS={json.dumps({name: digest})}")


@app.command()
def stats(store: StoreDirectory = None) -> None:
    """Show how much the store holds."""
    from service.answers import print_stats

    with _open_store(_settings(store=store), must_exist=True) as opened:
        print_stats(opened.stats())


@app.command()
def validate(
    file: Annotated[
        Path | None, typer.Argument(metavar="FILE", help="An RDF file, instead of the store.")
    ] = None,
    store: StoreDirectory = None,
) -> None:
    """Check a store or an RDF file against the shapes."""
    from graph.validate import validate as find_faults

    if file is not None:
        faults = find_faults(file)
    else:
        with _open_store(_settings(store=store), must_exist=True) as opened:
            faults = find_faults(opened.quads())
    for fault in faults:
        typer.echo(str(fault))
    note(f"{len(faults)} {'fault' if len(faults) == 1 else 'faults'}")
    if faults:
        raise typer.Exit(1)


@app.command()
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


@app.command()
def evaluate(
    folder: Annotated[
        Path, typer.Argument(metavar="GOLD_DIR", help="Annotated articles, one JSON file each.")
    ],
    as_json: Annotated[bool, typer.Option("--json", help="Write the figures as JSON.")] = False,
    workers: Workers = 1,
) -> None:
    """Measure the accuracy on annotated articles."""
    from graph.batch import convert_all
    from graph.evaluate import evaluate as score
    from graph.gold import load_gold, read_claims
    from service.answers import print_scores
    from service.rdf_output import extraction_quads_of, unique_quads

    gold, faults = load_gold(folder), Faults()
    results = convert_all((each.article for each in gold), workers=workers)
    extractions = faults.without(progress(results, "Converting", total=len(gold)))
    scores = score(
        gold, read_claims(unique_quads(extraction_quads_of(extractions, base=_settings().base_iri)))
    )
    if as_json:
        typer.echo(json.dumps(scores.as_json()))
    else:
        print_scores(scores)
    faults.leave()


@app.command()
def train(
    lines: Annotated[Path, typer.Option(metavar="DIR", help="Annotated lines, *.jsonl.")] = Path(
        "seeds/training"
    ),
    model: Annotated[Path, typer.Option(metavar="DIR", help="Where the weights and the card go.")] = Path(
        "graph/events/model"
    ),
    epochs: Annotated[int, typer.Option(min=1, help="How often each line is seen.")] = 4,
    seed: Annotated[int, typer.Option(help="Where chance begins.")] = 0,
    hold_out: Annotated[str, typer.Option(metavar="NAMES", help="Files to measure on, a,b,c.")] = "m",
) -> None:
    """Learn the model from the annotated lines."""
    if find_spec("torch") is None:
        raise DiplographError("training needs more libraries: pip install '.[train]'")
    from graph.events.train import train as train_model

    held_out = [name for name in hold_out.split(",") if name]
    card = train_model(lines, model, held_out=held_out, epochs=epochs, seed=seed, report=_report_loss)
    for figure, value in card.figures.items():
        note(f"{figure}: {value:.3f}")


def _report_loss(step: int, steps: int, loss: float) -> None:
    if step % 50 == 0 or step == steps:
        note(f"step {step} of {steps}, loss {loss:.4f}")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit status; what goes wrong is one line on standard error."""
    try:
        status = app(arguments, prog_name="diplograph", standalone_mode=False)
        sys.stdout.flush()
    except typer.TyperException as error:
        complain(error.format_message().replace("Value error, ", ""))
        return error.exit_code
    except DiplographError as error:
        complain(error)
        return 1
    except BrokenPipeError:
        # Python flushes standard output once more at exit, which must not fail on the closed pipe again
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    return status if isinstance(status, int) else 0


def _ingest(
    articles: Sequence[Article], store: GraphStore, settings: Settings, faults: Faults, *, workers: int = 1
) -> int:
    from graph.ingest import ingest as ingest_articles

    loaded = ingest_articles(articles, store, base=settings.base_iri, workers=workers)
    return sum(1 for _ in faults.without(progress(loaded, "Ingesting", total=len(articles))))


def _ingest_seeds(store: GraphStore, settings: Settings) -> None:
    """Load the bundled articles that the store does not hold yet in this form."""
    from graph.ingest import is_loaded

    faults = Faults()
    bundled = read_articles([str(files("seeds").joinpath("articles"))], faults)
    new = [article for article in bundled if not is_loaded(article, store, base=settings.base_iri)]
    _ingest(new, store, settings, faults)


def _settings(**given: Path | str | int | None) -> Settings:
    """Read the settings from the environment; what the command line gives goes before."""
    from service.settings import Settings

    return Settings(**{name: value for name, value in given.items() if value is not None})


def _open_store(settings: Settings, *, must_exist: bool = False) -> AbstractContextManager[GraphStore]:
    from service.stores import open_store

    return open_store(settings, must_exist=must_exist)


def _token(settings: Settings) -> str:
    return "" if settings.token is None else settings.token.get_secret_value()


@contextmanager
def _writing(output: Path | None) -> Iterator[BinaryIO]:
    """Give standard output, or a file that gets its name only when all is written."""
    if output is None:
        yield sys.stdout.buffer
        return
    part = output.with_name(output.name + ".part")
    try:
        stream = part.open("wb")
    except OSError as error:
        raise StoreError(f"cannot write {output}: {error.strerror}") from error
    with stream:
        yield stream
    part.replace(output)


def _query_text(sparql: str) -> str:
    """Take the text of a query, or of the file that it names."""
    if not sparql.endswith(".rq"):
        return sparql
    try:
        return Path(sparql).read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise ReadError(f"cannot read {sparql}: {getattr(error, 'strerror', None) or error}") from error
