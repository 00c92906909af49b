"""blocked: what only a text says that was blocked, or not agreed, is not told: "A vetoed a draft on B"."""

from __future__ import annotations

from spacy.tokens import Token

from graph.events.syntax.coordination import root_of, upwards
from graph.events.syntax.governors import THINGS, acts_for_noun, auxiliaries
from graph.model import Sentence, Span

_BLOCKING = frozenset({"block", "oppose", "reject", "scupper", "shelve", "sink", "veto"})
_TEXTS = frozenset(
    {"bill", "communique", "communiqué", "declaration", "draft", "motion", "resolution", "statement", "text"}
)
# Who abstains from a text, or votes against it, says nothing of what it says.
_VOTING = {"abstain": frozenset({"from", "in", "on"}), "vote": frozenset({"against"})}
# What is done with a text, or with a call, on which people agree, and what they need for it.
_AGREEING = frozenset({"adopt", "agree", "approve", "back", "endorse", "get", "issue", "pass"})
_CALLS = frozenset({"appeal", "call", "condemnation", "demand"})
_REACHING = frozenset({"find", "gain", "garner", "get", "muster", "reach", "secure"})
_CONSENT = frozenset({"agreement", "consensus", "majority", "unanimity", "vote"})
_PERSUADING = frozenset({"convince", "get", "persuade"})
_CLAUSES = frozenset({"acl", "advcl", "ccomp", "relcl", "xcomp"})


def is_blocked(sentence: Sentence, trigger: Span) -> bool:
    """Whether a trigger tells what a text says that somebody blocked, or what people did not agree on."""
    word = root_of(sentence, trigger)
    if word is not None and word.lemma_ in _CALLS and _is_not_agreed(word):
        return True
    for each in upwards(word):
        text = each.head
        if each.dep_ in {"acl", "relcl"} and text.lemma_.lower() in _TEXTS:
            is_stopped = text.dep_ in THINGS and text.head.lemma_ in _BLOCKING
            return _is_its_content(each) and (is_stopped or _is_not_voted_for(text) or _is_not_agreed(text))
        if _is_without_consent(each):
            return True
    return False


def _is_not_voted_for(text: Token) -> bool:
    """Whether somebody votes against a text or abstains: "abstained from all resolutions"."""
    return text.dep_ == "pobj" and text.head.lower_ in _VOTING.get(text.head.head.lemma_, ())


def _is_not_agreed(text: Token) -> bool:
    """Whether people did not agree on a text: "failed to agree on a statement", "the draft did not pass"."""
    if text.dep_ == "nsubj":
        falls_short = any(child.lower_ == "short" for child in text.head.children)
        return falls_short if text.head.lemma_ == "fall" else text.head.lemma_ == "pass" and _fails(text.head)
    verb = text.head.head if text.dep_ == "pobj" and text.head.lower_ == "on" else text.head
    return text.dep_ in THINGS | {"pobj"} and verb.lemma_ in _AGREEING and _fails(verb)


def _is_without_consent(verb: Token) -> bool:
    """Whether people failed to be moved to something: "failed to get A, or a majority, to condemn B"."""
    if verb.dep_ not in _CLAUSES or "to" not in auxiliaries(verb):
        return False
    above = verb.head.head if verb.head.lemma_ in _CONSENT else verb.head
    is_consent = any(child.dep_ == "dobj" and child.lemma_ in _CONSENT for child in above.children)
    is_sought = above.lemma_ in _PERSUADING or (is_consent and above.lemma_ in _REACHING)
    return is_sought and _fails(above)


def _fails(verb: Token) -> bool:
    """Whether what a verb tells came to nothing: "failed to agree", "was unable to agree", "did not pass"."""
    if verb.dep_ == "xcomp":
        return verb.head.lemma_ == "fail" or any(
            each.lower_ == "unable" for each in (verb.head, *verb.head.children)
        )
    return any(child.dep_ == "neg" for child in verb.children)


def _is_its_content(verb: Token) -> bool:
    """Whether a clause on a text is what it says: "condemning B", "that condemned B", not "signed by B"."""
    is_owned = any(child.dep_ == "poss" for child in verb.head.children)
    return not is_owned and (verb.tag_ == "VBG" or acts_for_noun(verb))
