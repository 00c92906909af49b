"""clauses: whether a date stands in the clause that tells an event, or in that of another."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum, auto

from spacy.tokens import Token

from graph.events.syntax.coordination import root_of
from graph.events.syntax.governors import RELATIVE, SUBJECTS, auxiliaries, has_subject, verb_of
from graph.model import Sentence, Span

_RELATIVE = frozenset({"relcl", "acl"})
_COMPLEMENT = frozenset({"ccomp", "xcomp", "pcomp"})
# "Accused of shooting", "warned against signing", not "signed after meeting".
_OF_WHAT = frozenset({"against", "for", "from", "of", "to"})
# "Imposed sanctions after troops crossed in March", not "when troops crossed".
_ANOTHER_TIME = frozenset({"after", "although", "as", "because", "before", "once", "since", "though"})
# "Recalled its envoy on Monday after troops crossed": they crossed some time before.
_BEFORE_OR_AFTER = frozenset({"after", "before", "since"})
_FIXING = frozenset({"due", "expect", "go", "plan", "schedule", "set", "slate"})
_AT = frozenset({"at", "during", "in"})
# What a noun is of or between describes it: "the meeting of the board, which begins on Monday".
_PARTS = frozenset({"among", "appos", "between", "conj", "of", "pobj", "with"})
# By these something is told to take place: "tariffs that take effect in May", "a summit held in May".
_COURSE = _FIXING | {"begin", "come", "convene", "enter", "fix", "open", "start", "take"}
# "The board, which met on Monday, adopted": what a session decides, it decides while it sits.
_SITTING = frozenset({"assemble", "convene", "gather", "meet", "sit"})
_DECIDING = frozenset({"adopt", "agree", "approve", "decide", "endorse", "issue", "pass"})
_OPENING = RELATIVE | {"WRB"}
_THAT = frozenset({"that", "which"})
_WILL = frozenset({"shall", "will", "would"})


class Clause(Enum):
    """Where a date stands, seen from an event."""

    OWN = auto()  # on the event's verb, or in a clause that describes its noun
    SHARED = auto()  # on a verb whose subject does what the event tells, too
    CONTENT = auto()  # in what is said, asked or agreed
    OTHERS = auto()  # in the clause of another event, or of a later time than a pluperfect
    OPEN = auto()


def clause_of(date: Span, event: Span, rivals: Sequence[Span], sentence: Sentence) -> Clause:
    """Where the date stands, seen from the trigger of an event, `rivals` being those of the others."""
    noun, told = root_of(sentence, event), verb_of(root_of(sentence, event))
    day = root_of(sentence, date)
    dated = verb_of(day)
    if told is None or dated is None:
        return Clause.OPEN
    is_within = event.start <= sentence.offset + dated.idx < event.end
    if dated.i == told.i or is_within or (dated.dep_ in _RELATIVE and dated.head == noun):
        return Clause.OWN
    if _is_fixed(noun, dated, told) or _is_of_occasion(dated, told) or _is_of_session(dated, told):
        return Clause.OWN
    if told in dated.ancestors:
        return _below(dated, told, noun, rivals, sentence)
    if dated in told.ancestors:
        above = _above(dated, told)
        return Clause.OTHERS if above is Clause.SHARED and _is_of_noun(day) else above
    # "A, who came on Monday, spoke and met B"
    is_rivals = dated.dep_ in _RELATIVE and any(verb_of(root_of(sentence, each)) == dated for each in rivals)
    return Clause.OTHERS if is_rivals else Clause.OPEN


def _is_fixed(noun: Token | None, dated: Token, told: Token) -> bool:
    """Whether a verb tells when a gathering is to be: "talks are expected to begin", "is set to open"."""
    if noun is None or noun.dep_ not in {"nsubj", "nsubjpass"} or noun.head != told:
        return False
    return dated.dep_ == "xcomp" and dated.head == told and told.lemma_ in _FIXING


def _is_of_occasion(dated: Token, told: Token) -> bool:
    """Whether a date is that of the occasion of an act: "at a ceremony held today they signed"."""
    occasion = dated.head
    if dated.dep_ != "acl" or dated.lemma_ != "hold" or occasion.dep_ != "pobj":
        return False
    return occasion.head.lower_ in _AT and occasion.head.head == told


def _is_of_session(dated: Token, told: Token) -> bool:
    """Whether a date is that of the session that decides something: "the board, which met then, adopted"."""
    if dated.dep_ != "relcl" or dated.lemma_ not in _SITTING or told.lemma_ not in _DECIDING:
        return False
    is_of_subject = any(told in each.ancestors and each.dep_ in SUBJECTS for each in dated.ancestors)
    meets_others = any(child.dep_ == "dobj" or child.lower_ == "with" for child in dated.children)
    return is_of_subject and not meets_others and "had" not in auxiliaries(dated)


def _below(
    dated: Token, told: Token, noun: Token | None, rivals: Sequence[Span], sentence: Sentence
) -> Clause:
    """Where a date stands that hangs on a verb below that of the event."""
    described = dated.head if dated.dep_ in _RELATIVE else None
    for rival in rivals:
        root = root_of(sentence, rival)
        verb = verb_of(root)
        if (verb is not None and verb.i == dated.i) or (root is not None and root == described):
            return Clause.OTHERS
    path = [dated, *(each for each in dated.ancestors if told in each.ancestors)]
    if dated.dep_ == "pcomp" and has_subject(dated):
        return Clause.OTHERS  # "half of what it gave last year"
    if path[-1].dep_ == "conj" or any(_is_of_another_time(each, _ANOTHER_TIME) for each in path):
        return Clause.OTHERS
    if any(_describes_other(each, told, noun) for each in path):
        return Clause.OTHERS
    top = path[-2] if path[-1].lower_ in _OF_WHAT and len(path) > 1 else path[-1]
    return Clause.CONTENT if top.dep_ in _COMPLEMENT else Clause.OPEN


def _describes_other(clause: Token, told: Token, noun: Token | None) -> bool:
    """Whether a clause describes a thing or a person of which an event is told: "succeeds A, head since May".

    Not so what describes the event, its occasion, when a thing takes place or, by a participle, the subject:
    "a paper issued in May denies it", "A, speaking on Monday, said".
    """
    if clause.dep_ not in _RELATIVE:
        return False
    described = clause.head
    if described.dep_ == "pobj" and described.head.lower_ in _AT and described.head.head == told:
        return False
    if clause.dep_ == "acl" and described.dep_ in SUBJECTS and described.head == told:
        return False
    if clause.lemma_ in _COURSE or (clause.lemma_ == "hold" and clause.tag_ == "VBN"):
        return False
    openings = {child.lower_ for child in clause.subtree if child.tag_ in _OPENING}
    return not (openings <= _THAT and _is_part(described, noun))


def _is_part(word: Token, noun: Token | None) -> bool:
    """Whether a word is a noun or a part of it: "round" and "A" of "the fourth round of talks with A"."""
    while noun is not None and word.i not in {noun.i, word.head.i} and {word.dep_, word.lower_} & _PARTS:
        word = word.head
    return noun is not None and word.i == noun.i


def _is_of_another_time(verb: Token, marking: frozenset[str]) -> bool:
    """Whether a verb, by the word before its clause, tells what was before or after, or why."""
    marks = {child.lower_ for child in verb.children if child.dep_ == "mark"}
    return verb.dep_ == "advcl" and has_subject(verb) and bool(marks & marking)


def _above(dated: Token, told: Token) -> Clause:
    """Where a date stands that hangs on a verb above that of the event."""
    if "had" in auxiliaries(told) and told.dep_ in _RELATIVE | {"ccomp"}:
        return Clause.OTHERS  # "had warned, the agency reported on Monday"
    path = [told, *(each for each in told.ancestors if dated in each.ancestors)]
    if any(_is_of_another_time(each, _BEFORE_OR_AFTER) for each in path):
        return Clause.OTHERS
    # "Phoned on Monday and warned", "recalled its envoy, accusing": not "withdrew to show support"
    if told.dep_ == "conj" and told.head == dated and _is_ahead(told) and _is_past(dated):
        return Clause.OTHERS  # "arrived on Monday and will meet him"
    goes_on = told.dep_ == "conj" or (told.dep_ == "advcl" and told.tag_ == "VBG")
    return Clause.SHARED if goes_on and told.head == dated and not has_subject(told) else Clause.OPEN


def _is_ahead(verb: Token) -> bool:
    return not _WILL.isdisjoint(auxiliaries(verb))


def _is_past(verb: Token) -> bool:
    return verb.tag_ == "VBD" or bool(auxiliaries(verb) & {"had", "has", "have"})


def _is_of_noun(day: Token | None) -> bool:
    """Whether a date is that of a noun: "recalled her letter of 9 May and urged Peru"."""
    return day is not None and day.head.lower_ == "of" and day.head.head.pos_ == "NOUN"
