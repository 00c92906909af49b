"""participles: who is named in what goes before an act: "welcoming the report of A, B condemned the raid"."""

from __future__ import annotations

from spacy.tokens import Token

from graph.events.syntax.coordination import root_of, upwards
from graph.events.syntax.governors import OBJECTS, has_subject, is_under, verb_of
from graph.model import Mention, Sentence, Span

# Whoever is so named acts, too, or says what is told.
_TOGETHER = frozenset({"accompany", "cite", "echo", "follow", "include", "join", "quote"})
# How the parse hangs the phrase on its verb.
_PHRASES = frozenset({"advcl", "csubj"})


def is_in_participle(sentence: Sentence, trigger: Span, mention: Mention) -> bool:
    """Whether a mention stands in a participle's phrase before the subject of the trigger's verb."""
    verb, token = verb_of(root_of(sentence, trigger)), root_of(sentence, mention.span)
    phrase = next((each for each in upwards(token) if each.dep_ in _PHRASES), None)
    if verb is None or token is None or phrase is None or phrase.head.i != verb.i:
        return False
    things = [child for child in phrase.children if child.dep_ in OBJECTS]
    if not _is_participle(phrase) or phrase.i > verb.i or not has_subject(verb):
        return False
    if not any(is_under(token, each) for each in things):
        return False  # "Speaking for A, B condemned the raid"
    # The subjects may read as the last names of the phrase: "noting the raid, A and B"
    within, behind = verb.doc[phrase.i : token.i], verb.doc[token.i + 1 : verb.i]
    return all(each.text != "," for each in within) and any(each.text == "," for each in behind)


def _is_participle(phrase: Token) -> bool:
    return phrase.tag_ == "VBG" and not has_subject(phrase) and phrase.lemma_ not in _TOGETHER
