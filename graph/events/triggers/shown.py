"""shown: what a thing shows nobody says by that: "his efforts underscore the will of A"."""

from __future__ import annotations

from spacy.tokens import Token

from graph.events.syntax.coordination import root_of
from graph.events.syntax.governors import with_subject
from graph.model import Sentence, Span

_SHOWING = frozenset(
    {
        "demonstrate", "highlight", "indicate", "mark", "position", "prove", "reaffirm", "reflect", "remind",
        "reveal", "show", "signal", "suggest", "underline", "underscore",
    }
)  # fmt: skip
_COMMON = frozenset({"NN", "NNS"})
# How the nouns for what is done end, and others of them.
_DOING = ("ance", "ence", "ing", "ity", "ment", "ness", "ship", "sion", "tion")
_DONE = frozenset(
    {
        "act", "anniversary", "attack", "choice", "deal", "drill", "effort", "event", "gesture", "incident",
        "launch", "move", "presence", "progress", "project", "response", "result", "silence", "step",
        "success", "support", "tour", "trip", "visit", "vote",
    }
)  # fmt: skip
# They end so, but speak, or are spoken for.
_SPEAKING = frozenset(
    {
        "administration", "alliance", "association", "authority", "coalition", "commission", "communication",
        "community", "conference", "convention", "corporation", "declaration", "delegation", "department",
        "document", "federation", "gathering", "government", "intervention", "leadership", "mission",
        "meeting", "organisation", "organization", "parliament", "resolution", "statement", "union",
        "university",
    }
)  # fmt: skip


def is_shown(event_type: str, sentence: Sentence, trigger: Span) -> bool:
    """Whether a statement is of no speaker, but what some act, or how something is, shows."""
    verb = root_of(sentence, trigger) if event_type == "Statement" else None
    if verb is None or verb.lemma_ not in _SHOWING:
        return False
    return any(child.dep_ == "nsubj" and _is_done(child) for child in _showing(verb).children)


def _showing(verb: Token) -> Token:
    """The verb that has the subject: "marks" in "the visit marks a turn, underscoring the will of A"."""
    doing = with_subject(verb)
    is_beside = doing.dep_ == "advcl" and doing.tag_ == "VBG"
    return with_subject(doing.head) if is_beside else doing


def _is_done(noun: Token) -> bool:
    word = noun.lemma_.lower()
    is_doing = word.endswith(_DOING) and word not in _SPEAKING
    return noun.tag_ in _COMMON and (is_doing or word in _DONE)
