"""purposes: who came "to hold talks" has met somebody, who "plans to hold talks" is going to."""

from __future__ import annotations

from spacy.tokens import Token

from graph.events.dates.words import MONTHS, WEEKDAYS
from graph.events.syntax.governors import PRESENT, auxiliaries, verb_of
from graph.model import Status

_COMING = frozenset({"arrive", "assemble", "come", "convene", "fly", "gather", "go", "meet", "travel"})
_GOING = frozenset({"depart", "fly", "go", "head", "leave", "travel"})
_IS = frozenset({"are", "is", "'s", "’s"})
_AT = frozenset({"at", "in"})
_CLAUSES = frozenset({"advcl", "xcomp"})
_INTENDED = frozenset({"acl", "xcomp"})
_ARGUMENTS = frozenset({"dobj", "nsubj", "nsubjpass"})
_PERFECT = frozenset({"had", "has", "have", "'ve", "’ve"})
# With a day of its own it may still be ahead: "came to meet the president on Monday".
_DAYS = frozenset({*WEEKDAYS, *MONTHS, "later", "next", "tomorrow"})

# Who does so with an act in the infinitive is going to do it, or would like to: "plans to sign", "hopes to".
_PLANNING = frozenset(
    {
        "agree", "due", "expect", "intend", "intent", "intention", "plan", "prepare", "promise",
        "schedule", "set",
    }
)  # fmt: skip
_WISHING = frozenset(
    {
        "attempt", "effort", "endeavour", "hope", "seek", "strive", "suggestion", "try", "want",
        "wish",
    }
)  # fmt: skip
# What is done "with the aim of" an act is not yet it, but who has "reached his aim" has done it.
_AIMS = frozenset({"aim", "attempt", "effort", "goal", "hope", "objective", "prospect", "view"})
_AIMING = frozenset({"at", "for", "of", "to", "toward", "towards"})
_ATTAINING = frozenset(
    {"accomplish", "achieve", "attain", "fulfil", "fulfill", "reach", "realise", "realize"}
)
# What is so dealt with may come or not: "an expulsion is being considered", "is under consideration".
_CONSIDERING = frozenset({"consider", "contemplate", "explore", "mull", "study", "weigh"})
_THOUGHT = frozenset({"consideration", "discussion", "study"})
_JUDGED = frozenset({"attr", "ccomp", "neg", "oprd", "xcomp"})
_ONCE = frozenset({"hope", "intend", "plan"})
WILL = frozenset({"'ll", "shall", "will", "’ll"})
# What a gathering will do before or while it is held.
_COURSE = frozenset({"begin", "convene", "cover", "feature", "focus", "include", "last", "open", "start"})
# What somebody will do with a gathering.
_ATTENDING = frozenset({"address", "attend", "chair", "conduct", "convene", "hold", "host", "open", "pay"})


def intended(word: Token | None, *, is_gathering: bool) -> Status | None:
    """What an infinitive or a "will" says of an act, seen from the root of its trigger."""
    verb = verb_of(word)
    if word is None or verb is None or (verb.i != word.i and word.dep_ not in _ARGUMENTS):
        return None
    course = _ATTENDING if word.dep_ == "dobj" else _COURSE
    if auxiliaries(verb) & WILL and (verb.i == word.i or (is_gathering and verb.lemma_ in course)):
        return Status.PLANNED
    above = verb.head
    is_bare = verb.dep_ in _INTENDED and "to" in auxiliaries(verb)
    if not is_bare or any(child.dep_ == "neg" or child.lower_ == "had" for child in above.children):
        return None
    if above.lemma_ in _PLANNING:
        return Status.PLANNED
    return Status.PROPOSED if above.lemma_ in _WISHING else None


def is_aimed_at(word: Token | None) -> bool:
    """Whether an act is only the aim of something else, seen from its root: "with the aim of it"."""
    verb = verb_of(word)
    if word is None or verb is None or (verb.i != word.i and word.dep_ not in _ARGUMENTS):
        return False
    if verb.dep_ != "pcomp" or verb.tag_ != "VBG" or verb.head.lower_ not in _AIMING:
        return False
    aim = verb.head.head
    if aim.pos_ == "VERB":
        return aim.lemma_ == "aim"
    return aim.lemma_ in _AIMS and aim.head.lemma_ not in _ATTAINING


def is_hoped_for(word: Token | None) -> bool:
    """Whether somebody only hopes for what a word tells: "hopes that they will meet", "hopes to meet"."""
    verb = verb_of(word)
    if word is None or verb is None or (verb.i != word.i and word.dep_ not in _ARGUMENTS):
        return False
    return verb.dep_ in {"ccomp", "xcomp"} and verb.head.lemma_ == "hope"


def was_once_planned(word: Token | None) -> bool:
    """Whether an act was planned that then came to nothing: "had planned to convene a conference"."""
    verb = verb_of(word)
    if word is None or verb is None or (verb.i != word.i and word.dep_ not in _ARGUMENTS):
        return False
    above = verb.head
    is_bare = verb.dep_ == "xcomp" and "to" in auxiliaries(verb)
    return is_bare and above.lemma_ in _ONCE and "had" in auxiliaries(above)


def is_considered(word: Token | None) -> bool:
    """Whether an act is only thought about, seen from the root of its trigger: "a visit is being considered".

    Not so what "is considered a success", nor what was done before: "the deal signed in May is considered".
    """
    if word is None or any(child.dep_ in _INTENDED | {"relcl"} for child in word.children):
        return False
    verb, parts = word.head, {child.dep_ for child in word.head.children}
    if word.dep_ == "nsubjpass" and verb.lemma_ in _CONSIDERING:
        return any(child.lower_ == "being" for child in verb.lefts) and parts.isdisjoint(_JUDGED)
    under = (child for child in verb.children if child.lower_ == "under" and verb.lemma_ == "be")
    return word.dep_ == "nsubj" and any(each.lower_ in _THOUGHT for of in under for each in of.children)


def has_come_for(word: Token | None) -> bool:
    """Whether somebody has come, or is there, for the event on whose trigger's root this is."""
    verb = verb_of(word)
    if verb is None or verb.dep_ not in _CLAUSES or "to" not in auxiliaries(verb):
        return False
    return _is_there(verb.head) and not any(token.text in _DAYS for token in verb.subtree)


def is_going_for(word: Token | None) -> bool:
    """Whether somebody is on the way to an event, seen from the root of its trigger: "flies for talks"."""
    if word is None or word.dep_ != "pobj" or word.head.lower_ != "for":
        return False
    verb = word.head.head
    is_present = verb.tag_ in PRESENT or (verb.tag_ == "VBG" and bool(auxiliaries(verb) & _IS))
    return verb.lemma_ in _GOING and is_present


def _is_there(verb: Token) -> bool:
    """Whether a verb tells that somebody has come, or is at a place; not that he "is to" do something."""
    if verb.lemma_ == "be":
        return any(child.dep_ == "prep" and child.lower_ in _AT for child in verb.children)
    has_come = verb.tag_ == "VBD" or (verb.tag_ == "VBN" and bool(auxiliaries(verb) & _PERFECT))
    return verb.lemma_ in _COMING and has_come
