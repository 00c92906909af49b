"""train: files of annotated lines become the packaged weights and their card (needs the extra `train`)."""

from __future__ import annotations

from collections.abc import Sequence
from copy import deepcopy
from dataclasses import dataclass
from pathlib import Path

from graph.errors import SchemaError
from graph.events.model.card import Card, read_card
from graph.events.training.export import export
from graph.events.training.fit import Report, fit
from graph.events.training.lines import divide, load_lines
from graph.events.training.make_card import Making, write_card
from graph.events.training.mean import mean
from graph.events.training.reload import reload


@dataclass(frozen=True, slots=True)
class Course:
    """How a training goes.

    Files of lines are named by their stems: those `held_out` are measured on, those `twice` are seen twice an
    epoch. With `go_on` the weights in the folder are trained on, or, for 0 epochs, just written and measured
    anew; with `mean` as well, those written are the mean of the ones before and after, which know more of
    what neither set of lines shows (Wortsman et al., "Robust fine-tuning of zero-shot models", CVPR 2022);
    in it those after have the `share`.
    """

    held_out: Sequence[str]
    twice: Sequence[str] = ()
    epochs: int = 4
    seed: int = 0
    go_on: bool = False
    mean: bool = False
    share: float = 0.5

    @property
    def command(self) -> str:
        """The command that trains so."""
        words = ["diplograph train", *(["--go-on"] if self.go_on else [])]
        words += [f"--mean --share {self.share}"] if self.mean else []
        words += [f"--epochs {self.epochs} --seed {self.seed}"]
        words += [f"--twice {','.join(self.twice)}"] if self.twice else []
        return " ".join([*words, f"--hold-out {','.join(self.held_out)}"])


def train(lines: Path, model: Path, course: Course, *, report: Report) -> Card:
    """Trains on the `*.jsonl` files of `lines` but those held out, and writes the folder `model`.

    Raises SchemaError where no file is held out, or where weights that are learned anew are to have a mean or
    no epoch. The card's figures and calibration are measured on the files held out, with the weights as
    written; the card of weights that were trained on is kept in the new one.
    """
    if course.mean and not course.go_on:
        raise SchemaError("--mean is of the weights before and after: it needs --go-on")
    if not course.epochs and not course.go_on:
        raise SchemaError("--epochs 0 writes the weights that there are anew: it needs --go-on")
    seen, held_out = divide(lines, course.held_out)
    examples = load_lines([*seen, *(path for path in seen if path.stem in course.twice)])
    before = read_card(model) if course.go_on else None
    trained = reload(model) if course.go_on else None
    first = deepcopy(trained)
    export(fit(examples, epochs=course.epochs, seed=course.seed, report=report, trained=trained), model)
    if first is not None and course.mean:
        export(mean(first, reload(model), share=course.share), model)
    made = Making(course.command, seen, held_out, len(examples), course.epochs, course.seed)
    return write_card(model, made, before=before)
