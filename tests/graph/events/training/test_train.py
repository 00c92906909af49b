"""A training that cannot mean anything is refused before it begins."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.errors import SchemaError

pytest.importorskip("torch", reason="training needs the extra `train`")


@pytest.mark.parametrize(
    ("course", "reason"),
    [
        ({"mean": True}, "--mean is of the weights before and after: it needs --go-on"),
        ({"epochs": 0}, "--epochs 0 writes the weights that there are anew: it needs --go-on"),
    ],
)
def test_weights_learned_anew_need_epochs_and_have_no_mean(
    course: dict[str, bool | int], reason: str, tmp_path: Path
) -> None:
    from graph.events.training.train import Course, train  # noqa: PLC0415 -- needs torch, which the line above asks for

    asked = Course(held_out=("m",), **course)  # type: ignore[arg-type]
    with pytest.raises(SchemaError, match=reason):
        train(tmp_path, tmp_path, asked, report=lambda *_: None)
    assert list(tmp_path.iterdir()) == []
