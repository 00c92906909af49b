"""departures: a visit does not begin on the day on which somebody goes home from it."""

from __future__ import annotations

from spacy.tokens import Token

from graph.events.dates.expressions import DateExpression
from graph.events.dates.hanging import root_of_date, verb_of_date
from graph.events.draft import GATHERINGS
from graph.events.model.predict import Trigger
from graph.events.syntax.coordination import root_of
from graph.events.syntax.governors import counted, is_under
from graph.model import Sentence

DEPARTURES = frozenset({"conclude", "end", "finish", "leave", "wrap"})
# "Returned on Sunday from a visit", not "returned to Lima on Sunday".
HOMECOMINGS = frozenset({"arrive", "come", "fly", "get", "return"})
# Who "came out" or "came to a decision" after talks may still be there.
_ARRIVING = HOMECOMINGS - {"come", "get"}


def is_departure(trigger: Trigger, sentence: Sentence, expression: DateExpression) -> bool:
    """Whether a date tells when a visitor went home, or came from a meeting: neither begins then."""
    verb, told = verb_of_date(sentence, expression), root_of(sentence, trigger.span)
    if trigger.type not in GATHERINGS or verb is None or told is None:
        return False
    if verb.lemma_ in HOMECOMINGS:
        return _is_from(counted(told), verb, root_of_date(sentence, expression))
    # "Left for Vienna" sets out, "left on Monday for Vienna to meet him" too, where Vienna seems to meet him
    clauses = [child for child in verb.children if child.dep_ == "advcl"]
    is_setting_out = any(child.lower_ == "for" for each in (verb, *clauses) for child in each.children)
    return verb.lemma_ in DEPARTURES and not is_setting_out and trigger.type == "Visit"


def _is_from(told: Token, verb: Token, day: Token | None) -> bool:
    """Whether someone comes back from what is told, or comes on a day after it: "flew on Friday after it"."""
    if told.dep_ != "pobj" or told.head.head != verb:
        return False
    is_later = told.head.lower_ in {"after", "following"} and day is not None and not is_under(day, told)
    return told.head.lower_ == "from" or (is_later and verb.lemma_ in _ARRIVING)
