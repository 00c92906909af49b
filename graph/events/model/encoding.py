"""encoding: what the model sees of sentences and their context, and the labels that it answers with."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from tokenizers import Encoding, Tokenizer

from graph.model import Sentence, Span

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

# How long a window grows before the next sentence begins another, and what it sees of the text before it.
WINDOW_TOKENS = 96
CONTEXT_TOKENS = 24
CONTEXT_TOKENS_TO_LEARN = 40
SENTENCE_TOKENS = 160


@dataclass(frozen=True, slots=True)
class InContext:
    """A sentence with the text that leads to it; `start` is where it stands in its article, in characters."""

    text: str
    context: str
    start: int = 0


@dataclass(frozen=True, slots=True)
class EncodedSentence:
    """A sentence in a window: its first token is the window's number `first`, and a `[SEP]` follows its last.

    `offsets` are code points into the sentence, one pair a token of it, and `words` the number of the word
    that each is a piece of.
    """

    sentence: InContext
    first: int
    offsets: list[tuple[int, int]]
    words: list[int | None]

    def span(self, first: int, last: int) -> Span:
        """Where its tokens number `first` to `last` stand in the article."""
        start = self.sentence.start
        return Span(start + self.offsets[first][0], start + self.offsets[last][1])

    @property
    def end(self) -> int:
        """Number of the `[SEP]` that closes the sentence."""
        return self.first + len(self.offsets)

    def tokens_of(self, start: int, end: int) -> list[int]:
        """Numbers of the window's tokens that touch the sentence's characters from start to end."""
        return [
            self.first + number
            for number, (left, right) in enumerate(self.offsets)
            if left < end and right > start
        ]


@dataclass(frozen=True, slots=True)
class Window:
    """One input of the model: `[CLS] context [SEP] sentence [SEP] sentence [SEP] …`."""

    token_ids: list[int]
    type_ids: list[int]
    sentences: tuple[EncodedSentence, ...]


@cache
def load_tokenizer() -> Tokenizer:
    """The word-piece tokenizer that the weights were trained with."""
    tokenizer = Tokenizer.from_str(files("graph.events.model").joinpath("tokenizer.json").read_text("utf-8"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    return tokenizer


def in_context(sentence: Sentence) -> InContext:
    """A parsed sentence as the model is given it."""
    return InContext(sentence.text, sentence.context, sentence.span.start)


def encode(
    sentences: Iterable[InContext],
    *,
    window_tokens: int = WINDOW_TOKENS,
    context_tokens: int = CONTEXT_TOKENS,
) -> Iterator[Window]:
    """Encodes consecutive sentences window by window.

    A window holds as many sentences as fit, and at least one; its context is that of its first sentence.
    A long context loses its beginning, a long sentence its end.
    """
    tokenizer = load_tokenizer()
    window: list[tuple[InContext, Encoding]] = []
    length = 0
    for sentence in sentences:
        words = tokenizer.encode(sentence.text, add_special_tokens=False)
        own = min(len(words.ids), SENTENCE_TOKENS) + 1
        if window and length + own > window_tokens:
            yield _window(window, context_tokens)
            window, length = [], 0
        window.append((sentence, words))
        length += own
    if window:
        yield _window(window, context_tokens)


def _window(sentences: Sequence[tuple[InContext, Encoding]], context_tokens: int) -> Window:
    tokenizer = load_tokenizer()
    cls, sep = tokenizer.encode("").ids
    context = sentences[0][0].context
    before = tokenizer.encode(context, add_special_tokens=False).ids[-context_tokens:]
    token_ids = [cls, *before, sep]
    type_ids = [0] * len(token_ids)
    encoded = []
    for sentence, words in sentences:
        ids = words.ids[:SENTENCE_TOKENS]
        offsets, numbers = words.offsets[:SENTENCE_TOKENS], words.word_ids[:SENTENCE_TOKENS]
        encoded.append(EncodedSentence(sentence, len(token_ids), offsets, numbers))
        token_ids += [*ids, sep]
        type_ids += [1] * (len(ids) + 1)
    return Window(token_ids, type_ids, tuple(encoded))
