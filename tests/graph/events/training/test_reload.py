"""Packaged weights become a network again that says what they say."""

from __future__ import annotations

from importlib.resources import as_file, files

import numpy as np
import pytest

from graph.events.model.encoding import InContext, encode
from graph.events.model.predict import load_encoder

torch = pytest.importorskip("torch", reason="training needs the extra `train`")


def test_reloaded_network_scores_triggers_as_the_packaged_weights_do() -> None:
    from graph.events.training.reload import reload  # noqa: PLC0415 -- needs torch, which the line above asks for

    with as_file(files("graph.events.model")) as model:
        network = reload(model).eval()
    sentence = InContext("They signed a treaty on fishing in Lima on Monday.", "Kenya and Peru talked.")
    (window,) = encode([sentence])
    ids, types = np.array([window.token_ids]), np.array([window.type_ids])
    _, triggers, _ = load_encoder().run(None, {"token_ids": ids, "type_ids": types})
    mask = torch.ones(ids.shape, dtype=torch.long)
    with torch.no_grad():
        hidden = network.encode(torch.tensor(ids), mask, torch.tensor(types))
        found = torch.sigmoid(network.trigger(hidden)).numpy()
    # The packaged encoder rounds its activations too.
    assert np.abs(found - triggers).max() < 0.2
