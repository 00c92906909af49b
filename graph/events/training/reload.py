"""reload: the weights that the package carries become a network again, to go on training (needs `train`)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

import numpy as np
import onnx
import torch
from numpy.typing import NDArray
from onnx import numpy_helper

from graph.events.training.network import Network

Weights = dict[str, NDArray[np.float32]]

# How the names in the exported graph begin.
_PREFIX = "network."
# A part of the encoder that no head asks.
_UNUSED = "pooler"
# Operations between a product of integers and the bias that is added to it.
_NEAR = 6


def reload(folder: Path) -> Network:
    """Builds the network of `encoder.onnx` and `heads.npz` in the folder, its integers as numbers again.

    What the rounding to integers lost is not regained. Raises KeyError for weights of another network.
    """
    network = Network()
    state = network.state_dict()
    found = {**_encoder_weights(folder / "encoder.onnx"), **dict(np.load(folder / "heads.npz"))}
    for name, weight in state.items():
        if _UNUSED in name:
            continue
        weight.copy_(torch.tensor(found[name].astype(np.float32)))
    return network


def _encoder_weights(path: Path) -> Weights:
    graph = onnx.load(path).graph
    stored = {each.name: numpy_helper.to_array(each) for each in graph.initializer}
    plain = {name: array for name, array in stored.items() if array.dtype == np.float32}
    embedded = {
        name.removesuffix("_quantized"): _dequantised(name.removesuffix("_quantized"), stored)
        for name in stored
        if name.endswith("_quantized")
    }
    named = {**plain, **embedded, **dict(_products(graph, stored))}
    return {name.removeprefix(_PREFIX): array for name, array in named.items()}


def _dequantised(name: str, stored: Mapping[str, NDArray[np.generic]]) -> NDArray[np.float32]:
    integers, zero = (stored[f"{name}_{part}"].astype(np.float32) for part in ("quantized", "zero_point"))
    result: NDArray[np.float32] = (integers - zero) * stored[f"{name}_scale"].astype(np.float32)
    return result


def _products(
    graph: onnx.GraphProto, stored: Mapping[str, NDArray[np.generic]]
) -> Iterator[tuple[str, NDArray[np.float32]]]:
    """The matrices, which the export names by number: each is called after the bias added to its product."""
    users = {name: node for node in reversed(graph.node) for name in node.input}
    for node in graph.node:
        if node.op_type == "MatMulInteger":
            bias = _bias_after(node, users, stored)
            matrix = _dequantised(node.input[1].removesuffix("_quantized"), stored)
            yield bias.removesuffix("bias") + "weight", matrix.T


def _bias_after(
    node: onnx.NodeProto, users: Mapping[str, onnx.NodeProto], stored: Mapping[str, NDArray[np.generic]]
) -> str:
    for _ in range(_NEAR):
        node = users[node.output[0]]
        biases = [name for name in node.input if name in stored and stored[name].ndim == 1]
        if node.op_type == "Add" and biases:
            return str(biases[0])
    raise KeyError(f"no bias follows {node.name}")
