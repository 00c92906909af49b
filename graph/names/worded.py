"""worded: a sentence's words beside its tokens."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.model import Sentence, Span
from graph.names.words import Word, is_joint, split_words

if TYPE_CHECKING:
    from spacy.tokens import Token


@dataclass(frozen=True, slots=True)
class Worded:
    """A sentence as words; `tokens` has for each word the token in which it begins."""

    sentence: Sentence
    words: Sequence[Word]
    tokens: Sequence[Token]
    is_loud: bool
    is_titled: bool

    def between(self, index: int) -> str:
        """Return what stands between a word and the next."""
        start = self.sentence.span.start
        return self.sentence.text[
            self.words[index].span.end - start : self.words[index + 1].span.start - start
        ]

    def joined(self, index: int) -> bool:
        """Tell whether a word and the next may belong to one name."""
        return is_joint(self.between(index))

    def span(self, start: int, end: int) -> Span:
        """Return the place of a stretch of words, `end` excluded."""
        return Span(self.words[start].span.start, self.words[end - 1].span.end)

    def quote(self, span: Span) -> str:
        """Return the text of a place in the sentence."""
        start = self.sentence.span.start
        return self.sentence.text[span.start - start : span.end - start]

    def stretch(self, span: Span) -> tuple[int, int]:
        """Return the words that lie in a place, as the index of the first and the one after the last."""
        inside = [i for i, word in enumerate(self.words) if span.start <= word.span.start < span.end]
        return (inside[0], inside[-1] + 1) if inside else (0, 0)


def read_words(sentence: Sentence) -> Worded:
    """Return a sentence as words."""
    offset = sentence.span.start
    words = split_words(sentence.text, offset=offset)
    letters = [word for word in words if word.text[0].isalpha()]
    long = [word for word in letters if len(word.text) > 3]
    return Worded(
        sentence=sentence,
        words=words,
        tokens=_tokens_of(words, sentence),
        is_loud=len(letters) > 2 and all(word.text.isupper() for word in letters),
        is_titled=not sentence.text.endswith((".", ":", ";"))
        and len(long) > 3
        and sum(word.capital for word in long) >= 0.8 * len(long),
    )


def _tokens_of(words: Sequence[Word], sentence: Sentence) -> list[Token]:
    tokens = list(sentence.tokens)
    beside: list[Token] = []
    at = 0
    for word in words:
        while at + 1 < len(tokens) and sentence.offset + tokens[at + 1].idx <= word.span.start:
            at += 1
        beside.append(tokens[at])
    return beside
