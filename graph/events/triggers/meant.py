"""meant: why the words of a trigger tell no event of its class."""

from __future__ import annotations

from graph.events.model.predict import Trigger
from graph.events.triggers.blocked import is_blocked
from graph.events.triggers.freed import tells_of_freed
from graph.events.triggers.questions import is_asked
from graph.events.triggers.speeches import is_speech
from graph.events.triggers.vetoes import is_vetoed
from graph.model import Sentence


def why_not_meant(trigger: Trigger, sentence: Sentence) -> str | None:
    """Gives what the words beside a trigger make of it, if it tells no event of its class there."""
    if is_vetoed(trigger.type, trigger.span, sentence):
        return "the word has another sense here"
    if is_asked(sentence, trigger.span):
        return "it is only asked"
    if is_blocked(sentence, trigger.span):
        return "it stands in a text that was blocked"
    if tells_of_freed(trigger.type, sentence, trigger.span):
        return "it tells that people were freed"
    if is_speech(trigger.type, sentence, trigger.span):
        return "somebody gives a speech"
    return None
