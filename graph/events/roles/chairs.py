"""chairs: by the parse, who chairs a gathering: "A is to chair a meeting", "talks chaired by A"."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Token

from graph.events.roles.subjects import agents_of, sharing_subject, subjects_of
from graph.events.syntax.coordination import root_of, rooted_at, with_conjuncts
from graph.events.syntax.governors import finite, is_passive
from graph.model import Mention, Sentence, Span

_CHAIRING = frozenset({"chair", "preside"})
_ON_NOUNS = frozenset({"acl", "advcl"})


def chairing(sentence: Sentence, trigger: Span, mentions: Sequence[Mention]) -> frozenset[Mention]:
    """The mentions who chair what the trigger's noun tells."""
    noun = root_of(sentence, trigger)
    if noun is None or noun.pos_ != "NOUN":
        return frozenset()
    above = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ == "over" else noun.head
    verbs = (above, *(child for child in noun.children if child.dep_ in _ON_NOUNS))
    chairs = (each for verb in verbs if verb.lemma_ in _CHAIRING for each in _doing(verb))
    return rooted_at(with_conjuncts(chairs), sentence, mentions)


def _doing(verb: Token) -> list[Token]:
    """Whoever does what a verb tells: its agent where it is passive or behind a noun, else its subject."""
    if verb.dep_ in _ON_NOUNS or is_passive(verb):
        return agents_of(verb)
    is_negated = any(child.dep_ == "neg" for child in verb.children)
    return [] if is_negated else subjects_of(sharing_subject(verb)) or subjects_of(finite(verb))
