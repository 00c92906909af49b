"""line: a sentence as words, with the mentions that lie on them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from spacy.tokens import Token

from graph.model import Mention, Sentence, Span

HYPHENS = frozenset("-\u2010\u2011")


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a line: a mention is one word, and so is what hyphens join ("secretary-general")."""

    span: Span
    text: str
    token: Token
    mention: Mention | None = None
    # In lower case with straight apostrophes; asked so often that it is kept
    lower: str = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "lower", self.text.lower().replace("\u2019", "'"))


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence with its words."""

    sentence: Sentence
    words: tuple[Word, ...]


def article_lines(sentences: Sequence[Sentence], mentions: Sequence[Mention]) -> tuple[Line, ...]:
    """Cut all sentences of an article into words; sentences and mentions may come in any order."""
    ordered = sorted(mentions, key=lambda mention: mention.span)
    starts = [mention.span.start for mention in ordered]
    longest = max((mention.span.end - mention.span.start for mention in ordered), default=0)
    lines = []
    for sentence in sentences:
        first = bisect_left(starts, sentence.span.start - longest)
        last = bisect_left(starts, sentence.span.end)
        lines.append(Line(sentence, line_words(sentence, ordered[first:last])))
    return tuple(lines)


def line_words(sentence: Sentence, mentions: Sequence[Mention]) -> tuple[Word, ...]:
    """Cut a sentence into words; where mentions overlap, the longest is the word."""
    tokens = [token for token in sentence.tokens if not token.is_space]
    covers = _covers(sentence, tokens, mentions)
    text = sentence.tokens.text  # spaCy writes it anew each time that it is asked
    words: list[Word] = []
    for mention, group in groupby(tokens, key=lambda token: covers.get(token.i)):
        covered = list(group)
        chunks = [covered] if mention else _hyphenated(covered)
        words.extend(_word(sentence, text, chunk, mention) for chunk in chunks)
    return tuple(words)


def _covers(
    sentence: Sentence, tokens: Iterable[Token], mentions: Iterable[Mention]
) -> Mapping[int, Mention]:
    covers: dict[int, Mention] = {}
    inside = [m for m in mentions if m.span.start < sentence.span.end and sentence.span.start < m.span.end]
    placed = [(token.i, sentence.offset + token.idx, len(token)) for token in tokens] if inside else []
    for mention in sorted(inside, key=lambda m: (m.span.end - m.span.start, m.span)):
        for number, start, length in placed:
            if start < mention.span.end and mention.span.start < start + length:
                covers[number] = mention
    return covers


def _hyphenated(tokens: Iterable[Token]) -> Iterator[list[Token]]:
    chunk: list[Token] = []
    for token in tokens:
        if chunk and not _joined(chunk[-1], token):
            yield chunk
            chunk = []
        chunk.append(token)
    if chunk:
        yield chunk


def _joined(left: Token, right: Token) -> bool:
    if left.whitespace_:
        return False
    return (left.text in HYPHENS and right.is_alpha) or (right.text in HYPHENS and left.is_alpha)


def _word(sentence: Sentence, text: str, tokens: Sequence[Token], mention: Mention | None) -> Word:
    """Make a word of tokens of a sentence, of which `text` is the text."""
    first, last = tokens[0].idx, tokens[-1].idx + len(tokens[-1])
    span = mention.span if mention else Span(sentence.offset + first, sentence.offset + last)
    start = sentence.tokens.start_char
    return Word(span, text[first - start : last - start], _root(tokens), mention)


def _root(tokens: Sequence[Token]) -> Token:
    """Give the token on which the others of a word hang."""
    if len(tokens) == 1:
        return tokens[0]
    inner = {token.i for token in tokens}
    above = (token for token in tokens if token.head.i not in inner or token.head.i == token.i)
    return next(above, tokens[-1])
