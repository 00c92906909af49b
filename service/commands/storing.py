"""storing: a store is asked, copied and checked."""
# ruff: noqa: PLC0415 -- `diplograph --help` and a usage error answer at once: no command pays for another's imports

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from graph.errors import ReadError
from service.commands.options import (
    Output,
    RdfSyntax,
    ResultFormat,
    StoreDirectory,
    open_store,
    read_settings,
    writing,
)
from service.console import note

if TYPE_CHECKING:
    from service.settings import Settings


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
    with open_store(read_settings(store=store), must_exist=True) as opened:
        write_answer(ask(opened, text), sys.stdout.buffer, form.value)


def export(
    store: StoreDirectory = None,
    syntax: Annotated[
        RdfSyntax, typer.Option("--format", help="The syntax; nquads, trig and jsonld keep who says what.")
    ] = RdfSyntax.NQUADS,
    output: Output = None,
) -> None:
    """Write all that the store holds as RDF."""
    from service.rdf_output import rdf_format

    with open_store(read_settings(store=store), must_exist=True) as opened, writing(output) as stream:
        opened.export(stream, rdf_format(syntax.value))


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
    settings = read_settings(store=store)
    if url is not None:
        from service.backup import fetch_backup

        manifest = fetch_backup(url, directory, token=_token(settings))
    else:
        with open_store(settings, must_exist=True) as opened:
            manifest = opened.backup(directory)
    note(f"backed up to {directory}: {manifest.quads:,} quads in {manifest.graphs:,} graphs")


def restore(
    directory: Annotated[Path, typer.Argument(metavar="DIR", help="What `backup` wrote.")],
    store: StoreDirectory = None,
) -> None:
    """Make a store from a backup."""
    from graph.storage.restore import restore as restore_backup
    from service.stores import store_directory

    target = store_directory(read_settings(store=store))
    manifest = restore_backup(directory, target)
    note(f"restored to {target}, and checked: {manifest.quads:,} quads in {manifest.graphs:,} graphs")


def stats(store: StoreDirectory = None) -> None:
    """Show how much the store holds."""
    from service.answers import print_stats

    with open_store(read_settings(store=store), must_exist=True) as opened:
        print_stats(opened.stats())


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
        with open_store(read_settings(store=store), must_exist=True) as opened:
            faults = find_faults(opened.quads())
    for fault in faults:
        typer.echo(str(fault))
    note(f"{len(faults)} {'fault' if len(faults) == 1 else 'faults'}")
    if faults:
        raise typer.Exit(1)


def _token(settings: Settings) -> str:
    return "" if settings.token is None else settings.token.get_secret_value()


def _query_text(sparql: str) -> str:
    """Take the text of a query, or of the file that it names."""
    if not sparql.endswith(".rq"):
        return sparql
    try:
        return Path(sparql).read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise ReadError(f"cannot read {sparql}: {getattr(error, 'strerror', None) or error}") from error
