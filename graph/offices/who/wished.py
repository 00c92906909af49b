"""wished: an office that someone does not take, though a text tells of it ("refused to become president")."""

from __future__ import annotations

from spacy.tokens import Token

# Who is picked for an office does not hold it yet.
PICKING = frozenset({"appoint", "choose", "name", "nominate", "pick", "select", "tap"})
# Whoever does so to take an office does not have it by that.
WISHING = frozenset({
    "aim", "ask", "campaign", "decline", "eager", "fail", "hope", "intend", "offer", "plan", "propose",
    "ready", "refuse", "reject", "run", "seek", "threaten", "try", "unwilling", "urge", "vow", "want",
    "willing", "wish",
})  # fmt: skip


def is_wished(verb: Token) -> bool:
    """Tell whether somebody does not take an office, or only wishes: "wants to become", "did not become"."""
    if any(child.dep_ == "neg" for child in verb.children):
        return True
    is_infinitive = any(child.lower_ == "to" and child.dep_ == "aux" for child in verb.children)
    return is_infinitive and verb.head.lemma_ in WISHING | PICKING
