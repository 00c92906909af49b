"""options: what several commands take, and how they read it."""
# ruff: noqa: PLC0415 -- `diplograph --help` and a usage error answer at once: no command pays for another's imports

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, BinaryIO

import typer

from graph.errors import StoreError

if TYPE_CHECKING:
    from graph.storage.graph_store import GraphStore
    from service.settings import Settings


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


def read_settings(**given: Path | str | int | None) -> Settings:
    """Read the settings from the environment; what the command line gives goes before."""
    from service.settings import Settings

    return Settings(**{name: value for name, value in given.items() if value is not None})


def open_store(settings: Settings, *, must_exist: bool = False) -> AbstractContextManager[GraphStore]:
    """Open the store that the settings name."""
    from service.stores import open_store as open_it

    return open_it(settings, must_exist=must_exist)


@contextmanager
def writing(output: Path | None) -> Iterator[BinaryIO]:
    """Give standard output, or a file that gets its name only when all is written."""
    if output is None:
        yield sys.stdout.buffer
    elif output.exists() and not output.is_file():
        # A device or a pipe takes what comes; a file must not take its place
        with _open(output, output) as stream:
            yield stream
    else:
        target = output.resolve()
        part = target.with_name(f"{target.name}.part")
        try:
            with _open(part, output) as stream:
                yield stream
            part.replace(target)
        finally:
            part.unlink(missing_ok=True)


def _open(path: Path, output: Path) -> BinaryIO:
    try:
        return path.open("wb")
    except OSError as error:
        raise StoreError(f"cannot write {output}: {error.strerror}") from error
