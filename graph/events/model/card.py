"""card: what the packaged weights were made from, how, and how good they are."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from functools import cache
from hashlib import sha256
from importlib.resources import as_file, files
from pathlib import Path
from typing import Any


@dataclass(frozen=True, slots=True)
class Card:
    """The model card.

    `data` maps each file of annotated lines to its SHA-256, `weights` each file of the model; `calibration`
    holds (score, share of right events) pairs measured on the files in `held_out`; `before` is the card of
    the weights that the training went on with, if it did.
    """

    command: str
    data: dict[str, str]
    held_out: tuple[str, ...]
    lines: int
    epochs: int
    seed: int
    versions: dict[str, str]
    starting_weights: str
    weights: dict[str, str]
    figures: dict[str, float]
    calibration: tuple[tuple[float, float], ...]
    intended_use: str
    limits: str
    before: dict[str, Any] | None = None

    def write(self, path: Path) -> None:
        """Writes the card as JSON."""
        path.write_text(json.dumps(asdict(self), indent=2, ensure_ascii=False) + "\n", encoding="utf-8")


@cache
def load_card() -> Card:
    """The card of the packaged weights."""
    with as_file(files("graph.events.model")) as model:
        return read_card(model)


def read_card(model: Path) -> Card:
    """The card in a folder of weights."""
    stored = json.loads((model / "card.json").read_text("utf-8"))
    stored["held_out"] = tuple(stored["held_out"])
    stored["calibration"] = tuple((score, share) for score, share in stored["calibration"])
    return Card(**stored)


def fingerprints(paths: Iterable[Path]) -> dict[str, str]:
    """The SHA-256 of each file, by its name."""
    return {path.name: sha256(path.read_bytes()).hexdigest() for path in paths}
