"""interviews: who answers in a record of questions and answers, and in which sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from graph.model import EntityType, Form, Mention, Sentence
from graph.within import mentions_within

# A dialogue has several answers; one paragraph that begins with a name is none.
_FEWEST = 2
_LABEL = re.compile(r"(?P<who>[^\W\d_][^:?!.]{0,60}?)\s?:(?=\s)")
_SPOKESMAN = re.compile(r"\bspokes(?:man|person|woman)\b", re.IGNORECASE)
# Characters from the title to the name: "spokesperson, Ms X".
_BESIDE = 8
_QUESTION = frozenset({"q", "question"})
_ANSWER = frozenset({"a", "answer"})


@dataclass(frozen=True, slots=True)
class Answer:
    """What one person answers to one question: the numbers of the sentences of its paragraph."""

    speaker: int
    sentences: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class _Turn:
    """A paragraph that begins with who speaks."""

    label: str
    sentences: tuple[int, ...]
    asks: bool

    @property
    def first(self) -> int:
        """The number of its first sentence."""
        return self.sentences[0]


def find_answers(sentences: Sequence[Sentence], mentions: Sequence[Mention]) -> tuple[Answer, ...]:
    """Find the answers of a record of questions and answers ("Q: ... A: ...", "AFP: ...? Ana Paz: ...")."""
    inside = mentions_within(sentences, [each for each in mentions if _is_named(each)])
    turns = list(_turns(sentences))
    host = set(_hosts(sentences[: turns[0].first], inside) if turns else ())
    answers: list[Answer] = []
    for asked, turn in pairwise(turns):
        end = sentences[turn.first].span.start + len(turn.label)
        named = {each.entities[0] for each in inside[turn.first] if each.span.end <= end}
        who = named or (host if turn.label.lower() in _ANSWER else set())
        if asked.asks and not turn.asks and len(who) == 1:
            answers.append(Answer(next(iter(who)), turn.sentences))
    return tuple(answers) if len(answers) >= _FEWEST else ()


def _hosts(opening: Sequence[Sentence], inside: Sequence[Sequence[Mention]]) -> list[int]:
    """Give who answers all questions: who is named first, or where a spokesman is told of, he."""
    named = [each for mentions in inside[: len(opening)] for each in mentions]
    titles = [match.end() + each.span.start for each in opening for match in _SPOKESMAN.finditer(each.text)]
    if titles:
        named = [each for each in named if any(0 <= each.span.start - end <= _BESIDE for end in titles)]
    return [each.entities[0] for each in named[:1]]


def _turns(sentences: Sequence[Sentence]) -> Iterator[_Turn]:
    numbered = enumerate(sentences)
    for _, group in groupby(numbered, key=lambda each: each[1].paragraph):
        paragraph = list(group)
        found = _LABEL.match(paragraph[0][1].text)
        if found is not None:
            asks = found["who"].lower() in _QUESTION or paragraph[-1][1].text.endswith("?")
            yield _Turn(found["who"], tuple(number for number, _ in paragraph), asks)


def _is_named(mention: Mention) -> bool:
    return mention.type is EntityType.PERSON and mention.form is Form.NAME and len(mention.entities) == 1
