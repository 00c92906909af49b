"""details: what stands in a sentence as an event's subject and as its amount, in the words of the text."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from spacy.tokens import Span as TokenSpan

from graph.events.model.encoding import SLOTS
from graph.events.model.predict import Prediction, Trigger
from graph.events.triggers.counts import count_papers
from graph.model import Sentence, Span

TEXT = 0.5
# With these no subject begins or ends: "launching a rail service from", "and".
_JOINTS = frozenset({"ADP", "CCONJ", "SCONJ", "PUNCT"})
_MODIFIERS = frozenset({"amod", "compound"})
_OPEN_ENDS = _JOINTS | {"DET", "PART", "AUX"}


@dataclass(frozen=True, slots=True)
class _Slot:
    """What is sought: whether a run is of the first of two triggers, and words that hold a run together."""

    name: str
    owns: Callable[[Span, Span, Span], bool]
    binders: frozenset[str]


def find_details(
    trigger: Trigger, triggers: Sequence[Trigger], prediction: Prediction, sentence: Sentence
) -> dict[str, str | int | bool]:
    """Subject, amount and count of an event; of two events of one class in a sentence each has its own."""
    rivals = [other for other in triggers if other.type == trigger.type and other is not trigger]
    subject = _best_run(_SUBJECT, trigger, rivals, prediction, sentence)
    amount = _best_run(_AMOUNT, trigger, rivals, prediction, sentence)
    found = {
        "subject": _phrase(subject, trigger, sentence) if subject else "",
        "amount": _words(amount, sentence) if amount else "",
        "count": count_papers(sentence, trigger.span) if trigger.type == "Agreement" else None,
    }
    return {slot: text for slot, text in found.items() if text}


def _best_run(
    slot: _Slot, trigger: Trigger, rivals: Sequence[Trigger], prediction: Prediction, sentence: Sentence
) -> Span | None:
    """The best-scored run of likely tokens in a slot, but for a rival's that has it, too."""
    column, tokens = SLOTS.index(slot.name), prediction.tokens
    scores = trigger.slots[:, column].tolist()
    if max(scores, default=0.0) <= TEXT:
        return None
    likely = [
        score >= TEXT or _words(token, sentence).lower() in slot.binders
        for token, score in zip(tokens, scores, strict=True)
    ]
    best, kept = TEXT, None
    for run in _runs(likely):
        span = Span(tokens[run.start].start, tokens[run.stop - 1].end)
        score = float(trigger.slots[run, column].max())
        sharing = [rival.span for rival in rivals if rival.slots[run, column].mean() >= TEXT]
        if score > best and all(slot.owns(span, trigger.span, rival) for rival in sharing):
            best, kept = score, span
    return kept


def _runs(likely: Sequence[bool]) -> Iterator[slice]:
    """Where likely tokens stand together."""
    for is_likely, numbers in groupby(range(len(likely)), likely.__getitem__):
        if is_likely:
            first, *rest = numbers
            yield slice(first, (rest[-1] if rest else first) + 1)


def _follows(span: Span, own: Span, rival: Span) -> bool:
    """What is proposed stands behind its own verb, and before that of another proposal."""
    return not own.start < rival.start <= span.start and not max(span.start, rival.start) < own.start


def _is_nearer(span: Span, own: Span, rival: Span) -> bool:
    return _gap(span, own) <= _gap(span, rival)


def _gap(one: Span, other: Span) -> int:
    return max(one.start - other.end, other.start - one.end, 0)


_SUBJECT = _Slot("subject", _follows, frozenset({"of", "the"}))
_AMOUNT = _Slot("amount", _is_nearer, frozenset())


def _phrase(span: Span, trigger: Trigger, sentence: Sentence) -> str:
    """The words of a span, from the beginning of a phrase to the end of one."""
    start, end = span.start - sentence.offset, span.end - sentence.offset
    tokens = sentence.tokens.doc.char_span(start, end, alignment_mode="expand")
    kept = _without_joints(tokens) if tokens is not None else None
    if kept is None:
        return ""
    first = _first_of_noun(kept, trigger.span.end - sentence.offset)
    return " ".join(kept.doc[first : _end_of_object(kept)].text.split())


def _without_joints(tokens: TokenSpan) -> TokenSpan | None:
    """The tokens but for those at both ends that only join them to others."""
    first, last = tokens.start, tokens.end
    while first < last and tokens.doc[first].pos_ in _JOINTS:
        first += 1
    while first < last and tokens.doc[last - 1].pos_ in _OPEN_ENDS:
        last -= 1
    return tokens.doc[first:last] if first < last else None


def _first_of_noun(tokens: TokenSpan, start: int) -> int:
    """Where a phrase begins: with what the noun is "of" ("construction | of the plant"), and its adjectives.

    What stands before `start` belongs to the trigger.
    """
    root, first = tokens.root, tokens.start
    whole = root.head.head if root.dep_ == "pobj" and root.head.lower_ == "of" else root
    if whole.pos_ == "NOUN" and start <= whole.idx < tokens[0].idx:
        first = whole.i
    while first > 0 and tokens.doc[first - 1].dep_ in _MODIFIERS and tokens.doc[first - 1].idx >= start:
        first -= 1
    return first


def _end_of_object(tokens: TokenSpan) -> int:
    """Where a phrase ends, which goes on to the object of its last verb: "merging | the two"."""
    last = tokens[-1]
    ends = [child.i + 1 for child in last.children if child.dep_ == "dobj" and child.i >= tokens.end]
    return ends[0] if ends and last.pos_ == "VERB" else tokens.end


def _words(span: Span, sentence: Sentence) -> str:
    """The whole words of a span whose ends may lie within words, with plain spaces."""
    text = sentence.text
    start, end = sentence.place_of(span)
    while start > 0 and text[start - 1].isalnum() and text[start].isalnum():
        start -= 1
    while end < len(text) and text[end - 1].isalnum() and text[end].isalnum():
        end += 1
    return " ".join(text[start:end].split())
