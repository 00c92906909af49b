"""blocked: what only a text says that was blocked is not told: "A vetoed a draft condemning B"."""

from __future__ import annotations

from spacy.tokens import Token

from graph.events.syntax.coordination import root_of, upwards
from graph.events.syntax.governors import acts_for_noun
from graph.model import Sentence, Span

_BLOCKING = frozenset({"block", "oppose", "reject", "scupper", "shelve", "sink", "veto"})
_TEXTS = frozenset(
    {"bill", "communique", "communiqué", "declaration", "draft", "motion", "resolution", "statement", "text"}
)
_THINGS = frozenset({"dobj", "nsubjpass"})


def is_blocked(sentence: Sentence, trigger: Span) -> bool:
    """Whether a trigger tells what a text says that somebody blocked."""
    for each in upwards(root_of(sentence, trigger)):
        text = each.head
        if each.dep_ in {"acl", "relcl"} and text.lemma_.lower() in _TEXTS:
            return _is_its_content(each) and text.dep_ in _THINGS and text.head.lemma_ in _BLOCKING
    return False


def _is_its_content(verb: Token) -> bool:
    """Whether a clause on a text is what it says: "condemning B", "that condemned B", not "signed by B"."""
    is_owned = any(child.dep_ == "poss" for child in verb.head.children)
    return not is_owned and (verb.tag_ == "VBG" or acts_for_noun(verb))
