"""means: through whom, with whom or where an act is done, who is not whom it is done to."""

from __future__ import annotations

from spacy.tokens import Token

from graph.events.syntax.coordination import first_conjunct, root_of
from graph.model import EntityType, Mention, Sentence

# Behind these stands through whom help goes.
_THROUGH = frozenset({"through", "via"})
# Where what somebody condemns or threatens with was.
_IN = frozenset({"at", "in", "inside", "near", "outside"})
# Whoever does so with others mediates beside them.
_WORKING = frozenset({"cooperate", "collaborate", "coordinate", "partner", "work"})


def is_channel(sentence: Sentence, mention: Mention) -> bool:
    """Whether help goes through a mention to others: "sent tents through A"."""
    preposition = _preposition_of(sentence, mention)
    return preposition is not None and preposition.lower_ in _THROUGH


def is_scene(sentence: Sentence, mention: Mention) -> bool:
    """Whether a place only says where something was: "condemned the arrests in A"."""
    preposition = _preposition_of(sentence, mention) if mention.type is EntityType.PLACE else None
    return preposition is not None and preposition.lower_ in _IN


def is_partner_in_work(sentence: Sentence, mention: Mention) -> bool:
    """Whether others do something together with a mention: "mediates, working with A and B"."""
    preposition = _preposition_of(sentence, mention)
    if preposition is None or preposition.lower_ != "with":
        return False
    before = preposition.doc[max(preposition.i - 1, 0)]
    return preposition.head.lemma_ in _WORKING or before.lower_ == "together"


def _preposition_of(sentence: Sentence, mention: Mention) -> Token | None:
    """The preposition behind which a mention stands, or the first of the list that it is in."""
    token = root_of(sentence, mention.span)
    first = first_conjunct(token) if token is not None else None
    return first.head if first is not None and first.dep_ == "pobj" else None
