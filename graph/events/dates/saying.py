"""saying: the day on which somebody says something is that of what he does by saying it."""

from __future__ import annotations

from spacy.tokens import Token

from graph.events.dates.expressions import DateExpression
from graph.events.dates.hanging import root_of_date
from graph.events.roles.attribution import load_claims
from graph.events.syntax.coordination import root_of
from graph.model import Sentence, Span

_SAID = frozenset({"ccomp", "parataxis"})
_FIRST_PERSON = frozenset({"i", "we"})
_PRESENT = frozenset({"VBP", "VBG"})


def is_of_saying(trigger: Span, sentence: Sentence, expression: DateExpression) -> bool:
    """Whether a date is that of a verb of saying, and the trigger that verb, or what is done by saying it.

    "A said on Monday that B had left", "'We condemn it,' A said on Monday".
    """
    told, saying = root_of(sentence, trigger), _verb_of_saying(sentence, expression)
    if told is None or saying is None:
        return False
    return told == saying or _is_done_by(told, saying)


def _verb_of_saying(sentence: Sentence, expression: DateExpression) -> Token | None:
    """The verb of saying on which a date hangs itself, with no other verb between them."""
    date_ = root_of_date(sentence, expression)
    if date_ is None:
        return None
    top = date_.head if date_.dep_ == "pobj" else date_
    verb = top.head
    if verb.tag_ != "VBD" or verb.lemma_.lower() not in load_claims().reporting or verb == top:
        return None
    first, last = sorted((date_.i, verb.i))
    between = (verb.doc[place] for place in range(first + 1, last))
    is_beyond = any(each.pos_ == "VERB" and each.dep_ != "amod" for each in between)
    return None if is_beyond else verb


def _is_done_by(told: Token, saying: Token) -> bool:
    """Whether somebody does something by saying so himself: "'We condemn it,' A said"."""
    subjects = [child for child in told.children if child.dep_ == "nsubj"]
    is_own = any(child.lower_ in _FIRST_PERSON for child in subjects)
    return told.dep_ in _SAID and told.head == saying and told.tag_ in _PRESENT and is_own
