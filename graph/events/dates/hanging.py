"""hanging: on which words of the parse a date hangs."""

from __future__ import annotations

from spacy.tokens import Token

from graph.events.dates.expressions import DateExpression
from graph.events.syntax.coordination import root_at
from graph.events.syntax.governors import verb_of
from graph.model import Sentence, Span


def span_of(sentence: Sentence, expression: DateExpression) -> Span:
    """Where a date expression stands in its article."""
    start = sentence.span.start
    return Span(start + expression.start, start + expression.end)


def root_of_date(sentence: Sentence, expression: DateExpression) -> Token | None:
    """The word of a date on which its others hang."""
    return root_at(sentence, expression.start, expression.end)


def noun_of_date(sentence: Sentence, expression: DateExpression) -> Token | None:
    """The noun whose date it is: "Friday's summit"."""
    last = root_at(sentence, expression.end - 1, expression.end)
    return last.head if last is not None and last.dep_ == "poss" else None


def verb_of_date(sentence: Sentence, expression: DateExpression) -> Token | None:
    """The verb on which a date hangs."""
    return verb_of(root_of_date(sentence, expression))
