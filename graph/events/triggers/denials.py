"""denials: how far in the parse a word that denies reaches: not into what is told beside it."""

from __future__ import annotations

from itertools import takewhile

from spacy.tokens import Token

from graph.events.syntax.coordination import first_conjunct, upwards
from graph.events.syntax.governors import (
    FINITE,
    OBJECTS,
    RELATIVE,
    auxiliaries,
    has_subject,
    is_under,
    verb_of,
)

# What is told behind these is told for itself, but for what is not done because of it.
_BESIDE = frozenset({"after", "as", "since"})
# Who does not do so with an event does not deny it: "did not mention the talks", "cannot accept a treaty".
_TELLING = frozenset(
    {
        "announce",
        "comment",
        "detail",
        "disclose",
        "discuss",
        "elaborate",
        "mention",
        "publicise",
        "publicize",
        "reveal",
        "specify",
        "witness",
    }
)
_JUDGING = frozenset(
    {
        "accept",
        "believe",
        "condemn",
        "criticise",
        "criticize",
        "endorse",
        "fulfil",
        "honour",
        "implement",
        "like",
        "oppose",
        "praise",
        "recognise",
        "recognize",
        "regret",
        "respect",
        "support",
        "trust",
        "understand",
        "welcome",
    }
)
# Whoever does not do so with an event leaves it undone: "did not impose sanctions".
_DOING = frozenset(
    {
        "announce",
        "conclude",
        "give",
        "have",
        "hold",
        "impose",
        "make",
        "offer",
        "pay",
        "provide",
        "reach",
        "sign",
    }
)
# Whoever does so with an act leaves it undone, too: "refrained from condemning it", "refused to sign it".
_FORGOING = frozenset({"abstain", "avoid", "desist", "refrain", "shy"})
_REFUSING = frozenset({"decline", "refuse"})
# What something does not mean is not so.
_MEANING = frozenset({"constitute", "entail", "imply", "mean", "signal", "signify"})
# What is said in these is denied with them.
_REPORTS = frozenset({"allegation", "claim", "news", "report", "rumor", "rumour", "speculation"})
_UNTRUE = frozenset({"baseless", "fake", "false", "groundless", "incorrect", "unfounded", "untrue", "wrong"})
_OPPOSING = frozenset({"oppose", "reject"})
_GERUNDS = frozenset({"advcl", "ccomp", "pcomp", "xcomp"})
_OCCASION = frozenset({"at", "during"})
_DISMISSING = frozenset({"deny", "dismiss", "disregard", "refute", "reject"})
# What may not or should not be is not denied, nor what was not done until, or but, at some time.
_OPEN = frozenset({"can", "could", "may", "might", "must", "should"})
_BUT = frozenset({
    "automatically", "even", "if", "just", "merely", "necessarily", "only", "simply", "since", "unless",
    "until",
})  # fmt: skip


def is_left_undone(word: Token) -> bool:
    """Whether the verb of an event has a "not", seen from the root of its trigger: "has not condemned it"."""
    verb, thing = word, first_conjunct(word)
    if thing.dep_ == "dobj" and thing.head.lemma_ in _DOING:
        verb = thing.head
    is_first = word.i in (verb.i, thing.i)
    return (is_first and _is_negated(verb)) or _is_forgone(verb)


def _is_forgone(act: Token) -> bool:
    """Whether somebody keeps from an act or refuses it, and does not only have to, or would."""
    verb = act.head.head if act.dep_ == "pcomp" and act.head.lower_ == "from" else act.head
    if verb.lower_ == "away":
        verb = verb.head  # "Shied away from it"
    is_gerund = act.tag_ == "VBG" and act.dep_ in {"pcomp", "xcomp"} and verb.lemma_ in _FORGOING
    is_refused = act.dep_ == "xcomp" and "to" in auxiliaries(act) and verb.lemma_ in _REFUSING
    if not is_gerund and not is_refused:
        return False
    return not auxiliaries(verb) & (_OPEN | {"to", "would"}) and not _is_negated(verb)


def is_not_meant(event: Token) -> bool:
    """Whether an event is what something else does not mean: "the closure does not imply a break with A".

    Not so what only has to do with that: "did not mean an end to the talks", "not mean much at the talks".
    """
    if event.dep_ == "dobj" and event.head.dep_ == "ccomp" and event.head.lemma_ not in _MEANING:
        event = event.head  # "does not mean that A held talks"
    verb = event.head
    if event.dep_ in {"pcomp", "pobj"} and verb.lower_ == "to" and verb.head.lemma_ == "amount":
        return _is_negated(verb.head)
    return event.dep_ in {"ccomp", "dobj"} and verb.lemma_ in _MEANING and _is_negated(verb)


def _is_negated(verb: Token) -> bool:
    """Whether a verb has a "not" that denies it, and does not leave it open: "may not", "not merely"."""
    denials = [child for child in verb.children if child.dep_ == "neg"]
    if verb.pos_ != "VERB" or not denials or auxiliaries(verb) & _OPEN:
        return False
    after = denials[0].i + 1
    beside = {token.lower_ for token in (*verb.doc[after : after + 1], *verb.children)}
    return not beside & _BUT and not verb.sent.text.endswith("?")


def is_false_report(event: Token) -> bool:
    """Whether an event is what false or dismissed reports say: "reports that A resigned are untrue"."""
    for token in upwards(event):
        report = token.head
        if token.dep_ == "prep" and token.lower_ in _OCCASION:
            return False
        if token.dep_ in {"acl", "ccomp", "relcl"} and report.lemma_.lower() in _REPORTS:
            if not _is_content(token):
                return False
            verb = report.head.head if report.dep_ == "pobj" else report.head
            is_untrue = any(child.lower_ in _UNTRUE for child in verb.children if child.dep_ == "acomp")
            return is_untrue if report.dep_ == "nsubj" else verb.lemma_ in _DISMISSING
    return False


def _is_content(clause: Token) -> bool:
    """Whether a clause on a report is what it says: "claims that A left", not "claims made by A"."""
    things = {child.lower_ for child in clause.children if child.dep_ == "dobj"}
    points_back = "that" in things or any(child.tag_ in RELATIVE for child in clause.children)
    return has_subject(clause) and not points_back


def is_opposed(act: Token) -> bool:
    """Whether somebody is against what others would do: "opposes A mediating", "rejects A playing a role"."""
    verb: Token | None = act.head if act.dep_ in OBJECTS else act
    if act.dep_ == "pcomp" and act.head.lower_ == "in":
        verb = verb_of(act.head.head)  # "Playing a role in mediating"
    if verb is None:
        return False
    above = verb.head
    if not verb.lower_.endswith("ing") or verb.dep_ not in _GERUNDS or above.lemma_ not in _OPPOSING:
        return False
    beside = (child for child in above.children if child.dep_ in OBJECTS)
    return has_subject(verb) or any(each.right_edge.i + 1 == verb.left_edge.i for each in beside)


def is_apart(event: Token, word: Token) -> bool:
    """Whether a word that denies is outside of what tells an event, seen from the root of its trigger.

    "Holm, who is expected in Peru, will not attend", "Peru stopped the broadcasts, hoping for talks", "did
    not name him, but met him", "did not mention the visit", "Peru to host summit; Kenya not invited".
    """
    first, last = sorted((event, word), key=lambda token: token.i)
    if any(token.text == ";" for token in event.doc[first.i : last.i]):
        return True
    way = list(takewhile(lambda token: not is_under(word, token), upwards(event)))
    above = way[-1].head if way else event
    return any(_tells_apart(token) for token in way) or any(
        token.lemma_ in _TELLING | _JUDGING or _is_of_publicity(token, event)
        for token in (*way[1:], above)
        if token.i != event.i
    )


def _is_of_publicity(verb: Token, event: Token) -> bool:
    """Whether a verb tells that an event is known to all: "was made public", "talks were open to the media".

    Who "is not open to talks" denies them.
    """
    return verb.lemma_ in {"be", "make"} and any(
        child.lower_ == "public" or (child.lower_ == "open" and event.i < child.i) for child in verb.children
    )


def _tells_apart(token: Token) -> bool:
    """Whether a verb begins what is told for itself: a relative clause, a participle, a further sentence."""
    if token.dep_ == "advcl":
        marks = {child.lower_ for child in token.children if child.dep_ in {"advmod", "mark"}}
        # "As A and B signed it" may read as "as A and B", without a subject
        before = (child for child in token.head.children if child.right_edge.i + 1 == token.left_edge.i)
        is_split = (
            token.tag_ in FINITE and not has_subject(token) and any(each.lower_ in _BESIDE for each in before)
        )
        is_beside = has_subject(token) and not marks.isdisjoint(_BESIDE)
        return token.tag_ == "VBG" or is_beside or is_split
    if token.dep_ == "conj":
        return token.tag_ in FINITE or has_subject(token)
    return token.dep_ == "relcl"
