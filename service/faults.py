"""faults: articles are read, and what cannot be read or converted is named and counted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

import typer

from graph.errors import ConversionError, DiplographError, ReadError
from graph.model import Article
from service.console import complain

T = TypeVar("T")


@dataclass(slots=True)
class Faults:
    """What could not be read or converted: each is named at once, the count decides the exit status."""

    count: int = 0

    def report(self, error: DiplographError) -> None:
        """Name a fault."""
        complain(error)
        self.count += 1

    def without(self, results: Iterable[T | ConversionError]) -> Iterator[T]:
        """Name the faults among the results, and give the others."""
        for result in results:
            if isinstance(result, ConversionError):
                self.report(result)
            else:
                yield result

    def leave(self) -> None:
        """End the command, with status 1 if there was a fault."""
        if self.count:
            raise typer.Exit(1)


def read_articles(paths: Sequence[str], faults: Faults) -> list[Article]:
    """Read the articles that can be read, the last of each id."""
    from graph.reading.read import read_paths  # noqa: PLC0415 - only the commands that read pay for it

    articles: dict[str, Article] = {}
    for article in read_paths(paths):
        if isinstance(article, ReadError):
            faults.report(article)
            continue
        if articles.pop(article.id, None):
            complain(f"warning: two articles have the id {article.id!r}: the later one replaces the earlier")
        articles[article.id] = article
    return list(articles.values())
