"""absent: who by the parse does not come to a gathering, or is not let in."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile

from spacy.tokens import Token

from graph.events.roles.bystanders import head_of_title
from graph.events.syntax.coordination import first_conjunct, root_of
from graph.events.syntax.governors import OBJECTS, RELATIVE, SUBJECTS, is_passive, is_under, verb_of
from graph.model import EntityType, Mention, Sentence, Span

_MISSING = frozenset({"boycott", "miss", "shun", "skip", "snub"})
_COMING = frozenset({"attend", "come", "join", "participate"})
_STAYING = frozenset({"keep", "stay"})
_ABSENT = frozenset({"absent", "missing"})
_EXCLUDING = frozenset({"ban", "bar", "disinvite", "exclude"})
_INVITING = frozenset({"invite"})
# To what they do not come, or what they do not join, who are there: "did not come to terms".
_RESULTS = frozenset(
    {
        "agreement",
        "communique",
        "communiqué",
        "compromise",
        "conclusion",
        "consensus",
        "deal",
        "decision",
        "declaration",
        "resolution",
        "statement",
        "term",
        "understanding",
    }
)
# Of whom there were none, or none were sent, that somebody has no part.
_ENVOYS = frozenset({"delegate", "delegation", "envoy", "official", "representative"})

# Whoever does so at a gathering comes in the place of somebody else.
_REPLACING = frozenset({"replace", "represent"})
_STANDING_IN = frozenset({"deputise", "deputize", "fill", "sit", "stand"})
_THERE = frozenset({"at", "during", "in"})


def stays_away(sentence: Sentence, trigger: Span, mention: Mention) -> bool:
    """Whether a mention is of somebody who does not come: "A did not attend the summit", "A skipped it".

    Nor do A and B in "absent from the talks were A and B", "A excluded B from the talks" and "there were no
    envoys from A", nor A, a person, where somebody came "on behalf of A".
    """
    root, word = root_of(sentence, mention.span), root_of(sentence, trigger)
    if root is None:
        return False
    subject = _owner(head_of_title(root))
    verb = next(filter(_tells_absence, _verbs_of(subject)), None)
    if verb is not None and not _is_from_elsewhere(verb, word):
        own = verb_of(word)
        # "Skipped it, and met B", "B, who skipped it, met C", "B, who met C, skipped it"
        is_of_other = own is not None and own.i != verb.i and own.dep_ == "conj"
        is_on_subject = word is not None and is_under(word, subject)
        is_within = word is not None and is_under(word, verb)
        return not is_of_other and (is_within if verb.dep_ == "relcl" else not is_on_subject)
    first = first_conjunct(root)
    if mention.type is EntityType.PERSON and _has_deputy(head_of_title(first), word):
        return True
    return _is_named_absent(first) or _is_kept_out(first, word) or _is_without_envoys(first)


def _owner(token: Token) -> Token:
    """What is somebody's, to its top: in "A's minister skipped it" the minister."""
    while token.dep_ == "poss" and token.head.i != token.i:
        token = token.head
    return token


def _verbs_of(subject: Token) -> Iterator[Token]:
    """The verbs of which a word is the subject: its own, and those of clauses on it, "A, who did it"."""
    if subject.dep_ == "appos":
        subject = subject.head
    if subject.dep_ in SUBJECTS:
        yield subject.head
    yield from (
        clause
        for clause in subject.children
        if clause.dep_ == "relcl"
        and any(each.dep_ in SUBJECTS and each.tag_ in RELATIVE for each in clause.children)
    )


def _tells_absence(verb: Token) -> bool:
    """Whether the subject of a verb does not come: "skipped", "stayed away", "was not invited"."""
    passive = is_passive(verb)
    words = {child.lower_ for child in verb.children}
    is_negated = _is_negated(verb) and "only" not in words
    if passive and verb.lemma_ in _EXCLUDING | _INVITING:
        return is_negated is (verb.lemma_ in _INVITING)
    if verb.lemma_ in _MISSING:
        return not passive and not is_negated
    if is_negated:
        sent = verb.lemma_ == "send" and any(child.lemma_ in _ENVOYS for child in verb.children)
        return sent or (verb.lemma_ in _COMING and not _is_of_result(verb))
    return (verb.lemma_ in _STAYING and "away" in words) or (verb.lemma_ == "be" and "absent" in words)


def _is_negated(verb: Token) -> bool:
    """Whether a verb has a "not" or "no longer" of its own: not so "though he is not ready, A will come"."""
    return any(
        child.dep_ == "neg" or (child.lower_ == "longer" and any(each.dep_ == "neg" for each in child.lefts))
        for child in verb.children
    )


def _is_of_result(verb: Token) -> bool:
    """Whether it is a text or an end to which somebody comes: "come to an agreement", "join a statement"."""
    things = {each.lemma_ for child in verb.children for each in (child, *child.children)}
    return not _RESULTS.isdisjoint(things)


def _is_from_elsewhere(verb: Token, word: Token | None) -> bool:
    """Whether somebody is kept or stays out of something else than what a word names, or sends nobody there.

    "After the talks A was barred from fishing", "A has not sent envoys to B since the talks".
    """
    if word is None or verb.lemma_ not in _EXCLUDING | _STAYING | {"be", "send"} or is_under(verb, word):
        return False
    ends = [
        each for child in verb.children for each in (child, *child.children) if each.lower_ in {"from", "to"}
    ]
    return bool(ends) and not any(is_under(word, end) for end in ends)


def _is_named_absent(token: Token) -> bool:
    """Whether a sentence turned about tells who is not there: "absent from the talks was A"."""
    being = token.head
    # "Missing was A" may hang the verb on its first word
    turned = {each.lower_ for each in (being.head, *being.lefts)}
    is_behind = token.dep_ in {"attr", "nsubj"} and token.i > being.i
    return is_behind and being.lemma_ == "be" and not _ABSENT.isdisjoint(turned)


def _is_kept_out(token: Token, word: Token | None) -> bool:
    """Whether somebody is not let in: "excluded A from the talks"."""
    verb = token.head
    is_object = token.dep_ in OBJECTS and verb.lemma_ in _EXCLUDING
    is_from = any(child.lower_ == "from" for child in verb.children)
    return is_object and is_from and not _is_from_elsewhere(verb, word)


def _is_without_envoys(token: Token) -> bool:
    """Whether there was nobody from a state: "there were no representatives at the talks from A"."""
    if token.dep_ != "pobj" or token.head.lower_ not in {"from", "of"}:
        return False
    nouns = takewhile(lambda each: each.pos_ not in {"AUX", "VERB"}, token.head.ancestors)
    return any(noun.lemma_ in _ENVOYS and any(child.lower_ == "no" for child in noun.lefts) for noun in nouns)


def _has_deputy(token: Token, word: Token | None) -> bool:
    """Whether another came for somebody: "on behalf of A", "stood in for A", "represented A at the talks"."""
    if token.lower_ == "behalf":
        return True
    if token.dep_ == "pobj" and token.head.lower_ == "for":
        return token.head.head.lemma_ in _STANDING_IN and all(
            child.lower_ != "up" for child in token.head.head.rights
        )
    verb = token.head
    is_replaced = token.dep_ in ({"nsubjpass"} if is_passive(verb) else OBJECTS)
    is_office = any(child.lower_ == "as" for child in verb.rights)  # "Replaced A as chairman at the summit"
    if word is None or not is_replaced or is_office or verb.lemma_ not in _REPLACING:
        return False
    is_there = word.dep_ == "pobj" and word.head.lower_ in _THERE
    return word == verb or (is_there and verb_of(word) == verb)
