"""meant: why the words of a trigger tell no event of its class."""

from __future__ import annotations

from graph.events.model.predict import Trigger
from graph.events.triggers.blocked import is_blocked
from graph.events.triggers.conceded import is_conceded
from graph.events.triggers.forces import sends_soldiers
from graph.events.triggers.freed import tells_of_freed
from graph.events.triggers.questions import is_asked
from graph.events.triggers.relayed import is_relayed
from graph.events.triggers.shown import is_shown
from graph.events.triggers.speeches import is_speech
from graph.events.triggers.traits import is_trait
from graph.events.triggers.unspoken import is_unspoken
from graph.events.triggers.vetoes import is_vetoed
from graph.model import Sentence

# What words tell in place of an event of some class.
_OF_CLASS = (
    (tells_of_freed, "it tells that people were freed"),
    (is_conceded, "it only says how somebody sees something"),
    (sends_soldiers, "soldiers are sent"),
    (is_relayed, "it only reports what another said"),
    (is_shown, "a thing shows it, and nobody says so"),
    (is_speech, "somebody gives a speech"),
    (is_trait, "it only says which one is meant, or what others call it"),
    (is_unspoken, "somebody only should or may say so"),
)


def why_not_meant(trigger: Trigger, sentence: Sentence) -> str | None:
    """Gives what the words beside a trigger make of it, if it tells no event of its class there."""
    if is_vetoed(trigger.type, trigger.span, sentence):
        return "the word has another sense here"
    if is_asked(sentence, trigger.span):
        return "it is only asked"
    if is_blocked(sentence, trigger.span):
        return "it stands in a text that was blocked"
    found = (why for holds, why in _OF_CLASS if holds(trigger.type, sentence, trigger.span))
    return next(found, None)
