"""questions: what is only asked is not told: "Will A visit B?", "asked whether A would visit B"."""

from __future__ import annotations

from spacy.tokens import Token

from graph.events.syntax.coordination import first_conjunct, root_of
from graph.events.syntax.governors import SUBJECTS, is_under, verb_of
from graph.model import Sentence, Span

_CLOSING = "”\"’') "
_ASKING = frozenset({"ask", "inquire", "enquire"})
_IF = frozenset({"if", "whether"})


def is_asked(sentence: Sentence, trigger: Span) -> bool:
    """Whether a question asks if somebody does what the trigger tells; "why" and "when" take it as done."""
    if _is_asked_by(root_of(sentence, trigger)):
        return True
    word = root_of(sentence, trigger) if sentence.text.rstrip(_CLOSING).endswith("?") else None
    verb = verb_of(word)
    if word is None or verb is None:
        return False
    subject = next((child for child in verb.children if child.dep_ in SUBJECTS), None)
    helping = next((child for child in verb.children if child.dep_ in {"aux", "auxpass"}), None)
    if subject is None or helping is None or is_under(word, subject):
        return False
    return helping.i < subject.i and not any(_asks_for_more(child, verb) for child in verb.lefts)


def _is_asked_by(word: Token | None) -> bool:
    """Whether somebody is asked whether it is so: "asked if A would pay B a visit"."""
    verb = verb_of(word)
    first = first_conjunct(verb) if verb is not None else None
    if word is None or verb is None or first is None or first.dep_ not in {"advcl", "ccomp"}:
        return False
    is_if = any(child.dep_ == "mark" and child.lower_ in _IF for child in verb.children)
    in_subject = any(is_under(word, child) for child in verb.children if child.dep_ in SUBJECTS)
    return is_if and first.head.lemma_ in _ASKING and not in_subject


def _asks_for_more(child: Token, verb: Token) -> bool:
    """Whether a word before a verb asks who, when, where or why."""
    return any(each.tag_.startswith("W") for each in (child, *child.lefts)) and child.i < verb.i
