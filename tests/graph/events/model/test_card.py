"""The model card, the annotated lines and the weights belong together."""

from __future__ import annotations

import json
import shlex
from dataclasses import asdict, fields, replace
from importlib.resources import as_file, files
from pathlib import Path

from graph.events.model.card import Card, fingerprints, load_card
from graph.events.model.encoding import EVENT_TYPES

LINES = Path(__file__).parents[4] / "seeds" / "training"


def test_weights_are_those_that_the_card_names() -> None:
    with as_file(files("graph.events.model")) as model:
        weights = sorted(path for path in model.iterdir() if path.suffix in (".onnx", ".npz"))
        assert load_card().weights == fingerprints(weights)


def test_annotated_lines_are_those_that_the_weights_were_trained_on() -> None:
    held_out = load_card().held_out
    seen = sorted(path for path in LINES.glob("*.jsonl") if path.stem not in held_out)
    assert load_card().data == fingerprints(seen)


def test_held_out_lines_are_there_and_were_not_trained_on() -> None:
    names = {f"{stem}.jsonl" for stem in load_card().held_out}
    assert names
    assert names <= {path.name for path in LINES.glob("*.jsonl")}
    assert names & load_card().data.keys() == set()


def test_card_leaves_nothing_blank() -> None:
    card = load_card()
    blank = {field.name for field in fields(card) if getattr(card, field.name) in ("", 0, (), {})}
    assert blank <= {"epochs", "seed"}


def test_command_makes_the_weights_again() -> None:
    card = load_card()
    words = [word for word in shlex.split(card.command) if word not in {"--go-on", "--mean"}]
    options = dict(zip(words[2::2], words[3::2], strict=True))
    twice = [f"{stem}.jsonl" for stem in options.pop("--twice", "").split(",") if stem]
    assert 0 < float(options.pop("--share", "0.5")) < 1
    assert words[:2] == ["diplograph", "train"]
    assert set(twice) <= card.data.keys()
    assert options == {
        "--epochs": str(card.epochs),
        "--seed": str(card.seed),
        "--hold-out": ",".join(card.held_out),
    }


def test_weights_trained_on_keep_the_card_of_those_before() -> None:
    card = load_card()
    assert ("--go-on" in card.command) == (card.before is not None)
    if card.before is not None:
        assert card.before.keys() == {field.name for field in fields(card)}
        assert card.before["weights"].keys() == card.weights.keys()


def test_card_tells_how_well_each_class_is_found() -> None:
    figures = load_card().figures
    assert {f"trigger F1, {name}" for name in ("all", *EVENT_TYPES)} <= figures.keys()
    assert {name: figure for name, figure in figures.items() if not 0 < figure <= 1} == {}


def test_calibration_rises() -> None:
    knots, shares = zip(*load_card().calibration, strict=True)
    assert list(knots) == sorted(set(knots))
    assert list(shares) == sorted(shares)


def test_written_card_is_the_card(tmp_path: Path) -> None:
    card: Card = replace(load_card(), limits="Nothing – “at all”.")
    card.write(tmp_path / "card.json")
    text = (tmp_path / "card.json").read_text("utf-8")
    assert json.loads(text) == json.loads(json.dumps(asdict(card)))
    assert "“at all”" in text
    assert text.endswith("}\n")


def test_fingerprint_is_of_the_bytes(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_bytes(b"abc")
    digest = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    assert fingerprints([tmp_path / "a.jsonl"]) == {"a.jsonl": digest}
