"""export: a trained network becomes the weights that the package carries (needs the extra `train`)."""

from __future__ import annotations

import warnings
from pathlib import Path
from typing import Any

import numpy as np
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn
from torch.nn.functional import gelu

from graph.events.model.encoding import InContext, encode
from graph.events.training.network import WIDTH, Network

INPUTS, OUTPUTS = ["token_ids", "type_ids"], ["hidden", "triggers", "gate"]
# The maps of attention, in the order in which they are joined
ATTENDING = ("query", "key", "value")
HEADS = ("type_embedding", "status", "attribute", "slot_of_trigger", "slot_of_token", "slot_bias")


class _Encoder(nn.Module):
    """The part of the network that sees the whole sentence: what becomes the ONNX graph.

    Windows come one at a time, without padding: there is nothing to mask. Queries, keys and values are one
    product, for which the states are rounded to integers once instead of three times.
    """

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.network = network
        self.joined = nn.ModuleList(_joined(layer.attention.self) for layer in network.layers)

    def forward(self, token_ids: Tensor, type_ids: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        embeddings = self.network.encoder.embeddings
        hidden = embeddings.word_embeddings(token_ids) + embeddings.token_type_embeddings(type_ids)
        hidden = embeddings.LayerNorm(hidden + embeddings.position_embeddings.weight[: token_ids.shape[1]])
        for joined, layer in zip(self.joined, self.network.layers, strict=True):
            attended = layer.attention.output.dense(_attend(joined(hidden), layer.attention.self))
            hidden = layer.attention.output.LayerNorm(attended + hidden)
            inner = gelu(layer.intermediate.dense(hidden))
            hidden = layer.output.LayerNorm(layer.output.dense(inner) + hidden)
        return (
            hidden,
            torch.sigmoid(self.network.trigger(hidden)),
            torch.sigmoid(self.network.gate(hidden)),
        )


def _joined(attention: Any) -> nn.Linear:
    """The three maps of a layer's attention as one."""
    parts = [getattr(attention, name) for name in ATTENDING]
    joined = nn.Linear(WIDTH, WIDTH * len(parts))
    joined.weight.data = torch.cat([part.weight for part in parts])
    joined.bias.data = torch.cat([part.bias for part in parts])
    return joined


def _attend(joined: Tensor, attention: Any) -> Tensor:
    """What each token takes from all (Vaswani et al., "Attention is all you need", 2017, section 3.2)."""
    shape = (-1, len(ATTENDING), attention.num_attention_heads, attention.attention_head_size)
    query, key, value = joined.reshape(shape).permute(1, 2, 0, 3)
    shares = torch.softmax(query @ key.transpose(-1, -2) * attention.scaling, -1)
    return (shares @ value).transpose(0, 1).reshape(1, -1, WIDTH)


def export(network: Network, folder: Path) -> None:
    """Writes `encoder.onnx` (8-bit integers) and `heads.npz` (half precision) into the folder."""
    full = folder / "full.onnx"
    _write_onnx(network, full)
    # Seven bits, since processors without VNNI saturate when they add products of eight.
    quantize_dynamic(
        full, folder / "encoder.onnx", per_channel=True, reduce_range=True, weight_type=QuantType.QInt8
    )
    full.unlink()
    heads: dict[str, Any] = {
        name: weight.detach().numpy().astype(np.float16)
        for name, weight in network.named_parameters()
        if name.split(".")[0] in HEADS
    }
    np.savez(folder / "heads.npz", **heads)


def _write_onnx(network: Network, path: Path) -> None:
    example = next(encode([InContext("Later they signed a treaty.", "They met in Rome.")]))
    inputs = (torch.tensor([example.token_ids]), torch.tensor([example.type_ids]))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        torch.onnx.export(
            _Encoder(network).eval(),
            inputs,
            str(path),
            input_names=INPUTS,
            output_names=OUTPUTS,
            dynamic_axes={
                name: {1: "tokens"} for name in ("token_ids", "type_ids", "hidden", "triggers", "gate")
            },
            opset_version=17,
            dynamo=False,
        )
