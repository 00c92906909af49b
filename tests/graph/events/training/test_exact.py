"""The encoder as it is exported answers as it was trained, in whatever order a processor adds up."""

from __future__ import annotations

from importlib.resources import as_file, files

import pytest

torch = pytest.importorskip("torch", reason="training needs the extra `train`")


def test_exact_network_answers_as_the_one_that_was_trained() -> None:
    from graph.events.training.exact import exact  # noqa: PLC0415 -- needs torch, which the line above asks for
    from graph.events.training.reload import reload  # noqa: PLC0415

    with as_file(files("graph.events.model")) as model:
        network = reload(model).eval()
    token_ids = torch.arange(1000, 1040)[None]
    types = torch.zeros_like(token_ids)
    with torch.no_grad():
        trained = network.encode(token_ids, torch.ones_like(token_ids), types)
        exported = exact(network).encoder(input_ids=token_ids, token_type_ids=types).last_hidden_state
    assert torch.allclose(trained, exported, atol=1e-4)


def test_order_of_the_sums_in_a_layer_norm_changes_no_bit() -> None:
    from graph.events.training.exact import LayerNorm  # noqa: PLC0415

    norm = LayerNorm(torch.nn.LayerNorm(384))
    generator = torch.Generator().manual_seed(0)
    numbers = torch.randn(64, 384, generator=generator) * 3 + 1
    order = torch.randperm(384, generator=generator)
    assert torch.equal(norm(numbers)[:, order], norm(numbers[:, order]))


def test_order_of_the_tokens_changes_no_bit_of_how_much_each_is_looked_at() -> None:
    from graph.events.training.exact import attend  # noqa: PLC0415

    generator = torch.Generator().manual_seed(0)
    query, key = torch.randn(2, 1, 12, 96, 32, generator=generator)
    order = torch.randperm(96, generator=generator)
    looked_at = torch.eye(96).expand(1, 12, 96, 96)
    shares, _ = attend(torch.nn.Identity(), query, key, looked_at, scaling=0.2)
    others, _ = attend(torch.nn.Identity(), query, key[:, :, order], looked_at, scaling=0.2)
    assert torch.equal(shares[..., order], others)
