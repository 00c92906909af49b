"""encoding: what the model sees of a sentence and its context, and the labels that it answers with."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from tokenizers import Tokenizer

EVENT_TYPES = (
    "Visit",
    "Meeting",
    "Agreement",
    "Proposal",
    "Invitation",
    "Support",
    "Criticism",
    "Demand",
    "Rejection",
    "Threat",
    "Sanction",
    "Aid",
    "Mediation",
    "Appointment",
    "Accession",
    "RelationsChange",
    "Statement",
)
STATUSES = ("actual", "planned", "proposed", "denied")
# What a stretch of the sentence can be to a trigger: a role of the ontology, or one of the last four.
SLOTS = (
    "visitor",
    "destination",
    "host",
    "participant",
    "chair",
    "party",
    "signatory",
    "actor",
    "target",
    "appointee",
    "of",
    "organization",
    "speaker",
    "time",
    "place",
    "subject",
    "amount",
)
# The one attribute that the model decides for a type: the annotation's key and its values, the default first.
ATTRIBUTES: dict[str, tuple[str, tuple[str, ...]]] = {
    "Visit": ("kind", ("unspecified", "state", "official", "working", "private")),
    "Meeting": ("subtype", ("Meeting", "Summit", "Call")),
    "Agreement": (
        "instrument",
        (
            "unspecified",
            "treaty",
            "agreement",
            "memorandum",
            "protocol",
            "contract",
            "roadmap",
            "declaration",
            "joint-statement",
            "plan",
        ),
    ),
    "Sanction": ("lifted", ("false", "true")),
    "Appointment": ("dismissal", ("false", "true")),
    "Accession": ("kind", ("join", "apply", "leave", "suspend", "chair")),
    "RelationsChange": (
        "kind",
        (
            "establish",
            "restore",
            "sever",
            "upgrade",
            "downgrade",
            "expel",
            "recall",
            "open-mission",
            "close-mission",
        ),
    ),
}
ATTRIBUTE_LABELS = tuple(
    (event_type, value) for event_type, (_, values) in ATTRIBUTES.items() for value in values
)

# Less context than the model has learned with serves as well, and costs less.
CONTEXT_TOKENS = 40
CONTEXT_TOKENS_TO_LEARN = 64
SENTENCE_TOKENS = 160


@dataclass(frozen=True, slots=True)
class Encoded:
    """One input of the model: `[CLS] context [SEP] sentence [SEP]`.

    `offsets` are code points into the sentence, one pair a token of it, and `words` the number of the word
    that each is a piece of; the sentence's first token is number `first` of `token_ids`.
    """

    token_ids: list[int]
    type_ids: list[int]
    first: int
    offsets: list[tuple[int, int]]
    words: list[int | None]

    def tokens_of(self, start: int, end: int) -> list[int]:
        """Numbers of the input's tokens that touch the sentence's characters from start to end."""
        return [
            self.first + number
            for number, (left, right) in enumerate(self.offsets)
            if left < end and right > start
        ]


@cache
def load_tokenizer() -> Tokenizer:
    """The word-piece tokenizer that the weights were trained with."""
    tokenizer = Tokenizer.from_str(files("graph.events.model").joinpath("tokenizer.json").read_text("utf-8"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    return tokenizer


def encode(context: str, sentence: str, *, context_tokens: int = CONTEXT_TOKENS) -> Encoded:
    """Encodes a sentence after its context: a long context loses its beginning, a long sentence its end."""
    tokenizer = load_tokenizer()
    cls, sep = tokenizer.encode("").ids
    before = tokenizer.encode(context, add_special_tokens=False).ids[-context_tokens:]
    words = tokenizer.encode(sentence, add_special_tokens=False)
    ids = words.ids[:SENTENCE_TOKENS]
    first = len(before) + 2
    return Encoded(
        token_ids=[cls, *before, sep, *ids, sep],
        type_ids=[0] * first + [1] * (len(ids) + 1),
        first=first,
        offsets=words.offsets[:SENTENCE_TOKENS],
        words=words.word_ids[:SENTENCE_TOKENS],
    )
