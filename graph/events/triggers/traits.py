"""traits: a participle before a noun only says which one is meant: "the closed embassy of A"."""

from __future__ import annotations

from graph.events.roles.missions import is_mission
from graph.events.syntax.coordination import root_of
from graph.model import Sentence, Span

_CLOSING = frozenset({"close", "inaugurate", "open", "re-open", "reopen", "shut", "shutter"})


def is_trait(event_type: str, sentence: Sentence, trigger: Span) -> bool:
    """Whether a trigger tells no act but which mission, or what president, is meant.

    "Entered the closed consulate of A", "elected President B called for talks".
    """
    word = root_of(sentence, trigger)
    if word is None or word.dep_ != "amod" or word.i > word.head.i:
        return False
    if event_type == "RelationsChange":
        return word.lemma_.lower() in _CLOSING | {"closed", "opened"} and is_mission(word.head)
    is_plain = not any(child.dep_ == "advmod" for child in word.children)
    return event_type == "Appointment" and word.lower_ == "elected" and is_plain
