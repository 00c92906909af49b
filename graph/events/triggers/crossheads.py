"""crossheads: a few words alone between two paragraphs tell nothing that the paragraphs do not."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from graph.events.model.predict import Prediction
from graph.model import Sentence

_LONGEST = 6  # words
_ENDS = (".", "!", "?", "”", '"', ")")


def silence_crossheads(
    sentences: Sequence[Sentence], predictions: Sequence[Prediction]
) -> tuple[Prediction, ...]:
    """Lets the headings inside a text tell no events."""
    return tuple(
        replace(prediction, triggers=()) if is_crosshead(number, sentences) else prediction
        for number, prediction in enumerate(predictions)
    )


def is_crosshead(number: int, sentences: Sequence[Sentence]) -> bool:
    """Whether a sentence is a short line without a stop, between two paragraphs that end with one."""
    sentence = sentences[number]
    if not 0 < number < len(sentences) - 1 or sentence.is_item or sentence.is_title:
        return False
    before, after = sentences[number - 1], sentences[number + 1]
    is_alone = before.paragraph != sentence.paragraph != after.paragraph
    is_short = len(sentence.text.split()) <= _LONGEST and sentence.text[-1].isalnum()
    return is_alone and is_short and all(_is_told(each) for each in (before, after))


def _is_told(sentence: Sentence) -> bool:
    return sentence.text.endswith(_ENDS) and len(sentence.text.split()) > _LONGEST and not sentence.is_item
