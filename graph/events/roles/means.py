"""means: through whom, with whom or where an act is done, who is not whom it is done to."""

from __future__ import annotations

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
    token = root_of(sentence, mention.span)
    first = first_conjunct(token) if token is not None else None
    return first is not None and first.dep_ == "pobj" and first.head.lower_ in _THROUGH


def is_scene(sentence: Sentence, mention: Mention) -> bool:
    """Whether a place only says where something was: "condemned the arrests in A"."""
    token = root_of(sentence, mention.span) if mention.type is EntityType.PLACE else None
    first = first_conjunct(token) if token is not None else None
    return first is not None and first.dep_ == "pobj" and first.head.lower_ in _IN


def is_partner_in_work(sentence: Sentence, mention: Mention) -> bool:
    """Whether others do something together with a mention: "mediates, working with A and B"."""
    token = root_of(sentence, mention.span)
    first = first_conjunct(token) if token is not None else None
    if first is None or first.dep_ != "pobj" or first.head.lower_ != "with":
        return False
    before = first.doc[max(first.head.i - 1, 0)]
    return first.head.head.lemma_ in _WORKING or before.lower_ == "together"
