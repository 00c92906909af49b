"""export: a trained network becomes the weights that the package carries (needs the extra `train`)."""

from __future__ import annotations

import warnings
from pathlib import Path
from typing import Any

import numpy as np
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from graph.events.model.encoding import InContext, encode
from graph.events.training.exact import exact
from graph.events.training.network import Network

INPUTS, OUTPUTS = ["token_ids", "type_ids"], ["hidden", "triggers", "gate"]
HEADS = ("type_embedding", "status", "attribute", "slot_of_trigger", "slot_of_token", "slot_bias")


class _Encoder(nn.Module):
    """The part of the network that sees the whole sentence: what becomes the ONNX graph."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.network = network

    def forward(self, token_ids: Tensor, type_ids: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        # Windows come one at a time, without padding: there is nothing to mask.
        hidden = self.network.encoder(input_ids=token_ids, token_type_ids=type_ids).last_hidden_state
        return (
            hidden,
            torch.sigmoid(self.network.trigger(hidden)),
            torch.sigmoid(self.network.gate(hidden)),
        )


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
            _Encoder(exact(network)),
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
