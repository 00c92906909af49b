"""questions: what is only asked is not told: "Will A visit B?"."""

from __future__ import annotations

from spacy.tokens import Token

from graph.events.syntax.coordination import root_of
from graph.events.syntax.governors import is_under, verb_of
from graph.model import Sentence, Span

_CLOSING = "”\"’') "


def is_asked(sentence: Sentence, trigger: Span) -> bool:
    """Whether a question asks if somebody does what the trigger tells; "why" and "when" take it as done."""
    word = root_of(sentence, trigger) if sentence.text.rstrip(_CLOSING).endswith("?") else None
    verb = verb_of(word)
    if word is None or verb is None:
        return False
    subject = next((child for child in verb.children if child.dep_ in {"nsubj", "nsubjpass"}), None)
    helping = next((child for child in verb.children if child.dep_ in {"aux", "auxpass"}), None)
    if subject is None or helping is None or is_under(word, subject):
        return False
    return helping.i < subject.i and not any(_asks_for_more(child, verb) for child in verb.lefts)


def _asks_for_more(child: Token, verb: Token) -> bool:
    """Whether a word before a verb asks who, when, where or why."""
    return any(each.tag_.startswith("W") for each in (child, *child.lefts)) and child.i < verb.i
