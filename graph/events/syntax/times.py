"""times: what is only named to say when something else is done: "before the talks", "ahead of the summit"."""

from __future__ import annotations

from spacy.tokens import Token

_WHEN = frozenset({"after", "before", "following", "since", "until"})


def is_when(noun: Token) -> bool:
    """Whether a noun only says before or after what something is done."""
    return noun.dep_ == "pobj" and (is_ahead_of(noun.head) or noun.head.lower_ in _WHEN)


def is_ahead_of(word: Token) -> bool:
    """Whether a word ends "ahead of" or "prior to"."""
    return word.lower_ in {"of", "to"} and word.head.lower_ in {"ahead", "prior"}
