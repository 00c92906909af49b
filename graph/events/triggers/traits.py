"""traits: a participle only says which one is meant, or what others call it: "the closed embassy of A"."""

from __future__ import annotations

from spacy.tokens import Token

from graph.events.roles.missions import is_mission
from graph.events.syntax.coordination import root_of
from graph.model import Sentence, Span

_CLOSING = frozenset({"close", "inaugurate", "open", "re-open", "reopen", "shut", "shutter"})
_NAMING = frozenset({"call", "describe", "dub", "label", "name", "nickname", "refer", "term"})
# Of something it is said by these that it is "as" something.
_AS = frozenset({"describe", "refer"})
_NAMED = frozenset({"Criticism", "Statement"})

# In these somebody threatens, and does not only behave so.
_WORDS = frozenset({"call", "letter", "message", "note", "remark", "speech", "statement", "word"})


def is_trait(event_type: str, sentence: Sentence, trigger: Span) -> bool:
    """Whether a trigger tells no act but which mission or behaviour is meant, or what others call it.

    "Entered the closed consulate of A", "regrets threatening acts of A", "A, dubbed a bear by foes".
    """
    word = root_of(sentence, trigger)
    if word is not None and event_type in _NAMED and word.lemma_ in _NAMING:
        return _is_called(word)
    if word is None or word.dep_ != "amod" or word.i > word.head.i:
        return False
    if event_type == "Threat":
        return word.lower_ == "threatening" and word.head.lemma_ not in _WORDS
    if event_type == "RelationsChange":
        return word.lemma_.lower() in _CLOSING | {"closed", "opened"} and is_mission(word.head)
    is_plain = not any(child.dep_ == "advmod" for child in word.children)
    return event_type == "Appointment" and word.lower_ == "elected" and is_plain


def _is_called(verb: Token) -> bool:
    """Whether somebody is only called something, and by nobody who is named."""
    agents = [child for child in verb.children if child.dep_ == "agent"]
    if verb.lemma_ in _AS and any(child.dep_ == "dobj" for child in verb.children):
        return False  # "A, who left, described the vote as fair" is misread
    by_known = any(word.pos_ == "PROPN" for agent in agents for word in agent.subtree)
    return verb.tag_ == "VBN" and verb.dep_ == "acl" and not by_known
