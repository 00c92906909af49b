"""measuring: the accuracy is measured, and the model learns."""
# ruff: noqa: PLC0415 -- `diplograph --help` and a usage error answer at once: no command pays for another's imports

from __future__ import annotations

import json
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from graph.errors import DiplographError
from service.commands.options import Workers, read_settings
from service.console import note, progress
from service.faults import Faults

if TYPE_CHECKING:
    from graph.events.training.train import Course


def evaluate(
    folder: Annotated[
        Path, typer.Argument(metavar="GOLD_DIR", help="Annotated articles, one JSON file each.")
    ],
    as_json: Annotated[bool, typer.Option("--json", help="Write the figures as JSON.")] = False,
    workers: Workers = 1,
) -> None:
    """Measure the accuracy on annotated articles."""
    from graph.accuracy.evaluate import evaluate as score
    from graph.accuracy.gold import load_gold, read_claims
    from graph.batch import convert_all
    from service.answers import print_scores
    from service.rdf_output import extraction_quads_of, unique_quads

    gold, faults = load_gold(folder), Faults()
    results = convert_all((each.article for each in gold), workers=workers)
    extractions = faults.without(progress(results, "Converting", total=len(gold)))
    scores = score(
        gold, read_claims(unique_quads(extraction_quads_of(extractions, base=read_settings().base_iri)))
    )
    if as_json:
        typer.echo(json.dumps(scores.as_json()))
    else:
        print_scores(scores)
    faults.leave()


def train(  # noqa: PLR0913, PLR0917 -- each argument is an option of the command
    lines: Annotated[Path, typer.Option(metavar="DIR", help="Annotated lines, *.jsonl.")] = Path(
        "seeds/training"
    ),
    model: Annotated[Path, typer.Option(metavar="DIR", help="Where the weights and the card go.")] = Path(
        "graph/events/model"
    ),
    epochs: Annotated[
        int, typer.Option(min=0, help="How often each line is seen; 0 with --go-on writes the weights anew.")
    ] = 4,
    seed: Annotated[int, typer.Option(help="Where chance begins.")] = 0,
    hold_out: Annotated[str, typer.Option(metavar="NAMES", help="Files to measure on, a,b,c.")] = "m",
    twice: Annotated[str, typer.Option(metavar="NAMES", help="Files seen twice an epoch, a,b,c.")] = "",
    go_on: Annotated[bool, typer.Option(help="Train the weights in the folder on.")] = False,
    mean: Annotated[
        bool, typer.Option(help="With --go-on, write the mean of the weights before and after.")
    ] = False,
    share: Annotated[float, typer.Option(min=0, max=1, help="How much the weights after count in it.")] = 0.5,
    links_only: Annotated[
        bool, typer.Option(help="Learn only whom a sentence leaves unsaid, from DIR/links.")
    ] = False,
) -> None:
    """Learn the model from the annotated lines, and from their links whom a sentence leaves unsaid."""
    from graph.fit_implicit import train_implicit

    if not links_only:
        _require_torch()
        from graph.events.training.train import Course

        course = Course(_stems(hold_out), _stems(twice), epochs, seed, go_on, mean, share)
        _train_network(lines, model, course)
    candidates = train_implicit(lines, lines / "links", model, report=_report_article)
    note(f"learned from {candidates:,} candidates whom a sentence may leave unsaid")


def _require_torch() -> None:
    if find_spec("torch") is None:
        raise DiplographError("training needs more libraries: pip install '.[train]'")


def _stems(names: str) -> list[str]:
    return [name for name in names.split(",") if name]


def _train_network(lines: Path, model: Path, course: Course) -> None:
    from graph.events.training.train import train as train_model

    card = train_model(lines, model, course, report=_report_loss)
    for figure, value in card.figures.items():
        note(f"{figure}: {value:.3f}")


def _report_article(number: int, articles: int) -> None:
    if number % 50 == 0 or number == articles:
        note(f"article {number} of {articles}")


def _report_loss(step: int, steps: int, loss: float) -> None:
    if step % 50 == 0 or step == steps:
        note(f"step {step} of {steps}, loss {loss:.4f}")
