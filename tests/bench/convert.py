"""convert: what whole conversion costs beside the bare spaCy pass over the same texts, in one run.

    python tests/bench/convert.py [--folder tests/gold] [--rounds 5] [--words 200000]

Prints the time of converting each article as a multiple of spaCy's own time for its text, article by article
in turn, so that what else the machine does falls on both; the memory of one worker; how much faster two
workers are than one; and what one document of very many words takes. No store and no files are written.
"""

from __future__ import annotations

import argparse
import resource
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import TypeVar

import spacy

from graph.accuracy.gold import load_gold
from graph.batch import convert_all
from graph.model import Article
from graph.pipeline import convert
from graph.reading.segment import DEFAULT_MODEL

T = TypeVar("T")
report = partial(print, flush=True)
_PASSES = 8  # of the articles at least, where workers are compared
MEGABYTE = 1024  # in the kilobytes that the system reports


def main() -> None:
    """Run all parts and print their figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--folder", type=Path, default=Path("tests/gold"), help="annotated articles")
    parser.add_argument("--rounds", type=int, default=5, help="times that each article is timed")
    parser.add_argument(
        "--words", type=int, default=200_000, help="words of the long document; 0 leaves it out"
    )
    parser.add_argument("--only-convert", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args()
    articles = [each.article for each in load_gold(options.folder)]
    if options.only_convert:
        _report_alone(articles if not options.words else [_long(articles, options.words)])
        return
    _report_ratio(articles, rounds=options.rounds)
    _run_alone("one worker", options.folder, words=0)
    _report_workers(articles, rounds=options.rounds)
    if options.words:
        _run_alone(f"a document of {options.words:,} words", options.folder, words=options.words)


def _report_ratio(articles: Sequence[Article], *, rounds: int) -> None:
    """Time both on each article, one right after the other."""
    bare = spacy.load(DEFAULT_MODEL)
    for article in articles[:2]:
        bare(article.text)
        convert(article)
    ratios, totals = [], [0.0, 0.0]
    for _ in range(rounds):
        for article in articles:
            ours = _seconds(convert, article)
            theirs = _seconds(bare, article.text)
            ratios.append(ours / theirs)
            totals[0] += ours
            totals[1] += theirs
    words = rounds * sum(len(article.text.split()) for article in articles)
    report(
        f"conversion / bare spaCy pass: median {median(ratios):.2f}, of the sums {totals[0] / totals[1]:.2f}"
    )
    report(f"conversion: {words / totals[0]:,.0f} words a second; bare spaCy pass: {words / totals[1]:,.0f}")


def _report_workers(articles: Sequence[Article], *, rounds: int) -> None:
    """Time one worker and two on the same articles, started anew, the start not counted.

    On few articles two seem slow: some are done before the timing begins, and one worker waits at the end.
    """
    passes = max(2 * rounds, _PASSES)
    many = [replace(article, id=f"{article.id}-{n}") for n in range(passes) for article in articles]
    rates = [_rate(many, workers=workers) for workers in (1, 2)]
    report(
        f"two workers / one: {rates[1] / rates[0]:.2f} ({rates[1]:.1f} and {rates[0]:.1f} articles a second)"
    )


def _rate(articles: Sequence[Article], *, workers: int) -> float:
    results = convert_all(iter(articles), workers=workers)
    warm = 20 * workers  # the language model is loaded by then, in every worker
    for _ in range(warm):
        next(results)
    started = perf_counter()
    left = sum(1 for _ in results)
    return left / (perf_counter() - started)


def _run_alone(what: str, folder: Path, *, words: int) -> None:
    """Convert in a process of its own, whose memory is then its own."""
    command = [sys.executable, __file__, "--only-convert", "--folder", str(folder), "--words", str(words)]
    answer = subprocess.run(command, capture_output=True, text=True, check=True)
    report(f"{what}: {answer.stdout.strip()}")


def _report_alone(articles: Sequence[Article]) -> None:
    started = perf_counter()
    events = sum(len(convert(article).events) for article in articles)
    seconds = perf_counter() - started
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / MEGABYTE
    words = sum(len(article.text.split()) for article in articles)
    report(f"{words:,} words, {events:,} events, {seconds:.1f} s with loading, {peak:,.0f} MB at most")


def _long(articles: Sequence[Article], words: int) -> Article:
    """One document that tells all articles again and again."""
    texts = [article.text for article in articles]
    once = sum(len(text.split()) for text in texts)
    return replace(articles[0], id="long", text="\n\n".join(texts * -(-words // once)))


def _seconds(work: Callable[[T], object], on: T) -> float:
    started = perf_counter()
    work(on)
    return perf_counter() - started


if __name__ == "__main__":
    main()
