"""undergoing: to whom the parse says that something is done, and who only stands beside."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from spacy.tokens import Token

from graph.events.roles.acting import ACTS, is_drawn, word_of
from graph.events.roles.attacked import load_attacks
from graph.events.roles.bystanders import head_of_title
from graph.events.roles.private import load_private_words
from graph.events.roles.subjects import meant, sharing_subject, subjects_of
from graph.events.syntax.coordination import (
    first_conjunct,
    root_of,
    rooted_at,
    roots_of,
    upwards,
    with_conjuncts,
)
from graph.events.syntax.governors import (
    DONE_TO,
    NOUNS,
    OBJECTS,
    RELATIVE,
    SUBJECTS,
    auxiliaries,
    is_in_clause,
    is_passive,
    is_under,
    verb_of,
)
from graph.events.syntax.owners import OWNERS
from graph.model import Mention, Sentence, Span

_ADDRESSING = frozenset(
    {
        ("appeal", "for"),
        ("appeal", "to"),
        ("call", "for"),
        ("call", "on"),
        ("call", "upon"),
        ("hit", "at"),
        ("lash", "at"),
        ("press", "for"),
        ("push", "against"),
        ("push", "for"),
        ("side", "with"),
        ("stand", "by"),
        ("stand", "with"),
    }
)
# How the parse hangs whose an act is on it: "A's attack", "the Peruvian attack".
_WHOSE = frozenset({"amod", "poss"})
# Whom somebody so does to is whom he condemns something for: "condemned the raid and blamed A".
_BLAMING = frozenset(
    {"accuse", "blame", "charge", "condemn", "criticise", "criticize", "denounce", "fault", "hold"}
)
# "Accused it of backing A", "warned states against backing A", "blamed rebels for leaving A".
_OVER = frozenset({"against", "for", "from", "of", "over"})
# What may be said about somebody, and is then not of him: "dismissed questions about A".
_SAID = frozenset(
    {
        "accusation",
        "allegation",
        "article",
        "claim",
        "comment",
        "inquiry",
        "question",
        "remark",
        "report",
        "rumor",
        "rumour",
        "speculation",
        "statement",
        "story",
        "suggestion",
    }
)
_TURNED_TO = frozenset({"to", "with"})
_TOPICS = frozenset({"about", "concerning", "regarding"})
# Whoever does so with what is somebody's does it, too: "repeated A's support for B".
_VOICING = frozenset({"convey", "deliver", "express", "reaffirm", "reiterate", "repeat", "voice"})
_DEFINITE = frozenset({"that", "the", "this"})
_CONDITIONS = frozenset({"if", "unless", "until"})
_OTHER_PARTS = frozenset({"advcl", "agent", "nsubj", "nsubjpass"})
_ON_NOUNS = frozenset({"acl", "relcl"})
# Behind a noun for an act of speech, before those whom it is about: "condemnation of A".
_ABOUT = frozenset({"against", "of", "on", "to", "toward", "towards", "upon"})


def undergoing(sentence: Sentence, trigger: Span, mentions: Sequence[Mention]) -> frozenset[Mention]:
    """The mentions to whom the trigger is done, a verb in the passive or in a clause on them.

    In "A has been accused of delay" and "A, whom B accused," that is A, as in "A's delay was condemned" and
    "A's delay drew criticism".
    """
    verb = word_of(sentence, trigger)
    children = list(verb.children) if verb is not None else []
    done_to = SUBJECTS if verb is not None and is_passive(verb) else {"nsubjpass"}
    undergo = [meant(child) for child in children if child.dep_ in done_to or _is_whom(child)]
    if verb is not None and is_passive(verb):
        undergo += [owner for each in undergo if _is_judged(each) for owner in _owners(each)]
    if verb is not None and is_drawn(verb):
        drawing = subjects_of(sharing_subject(verb.head))
        undergo += [each for subject in drawing for each in (subject, *_owners(subject))]
    return rooted_at(with_conjuncts(undergo), sentence, mentions)


def beyond_object(
    sentence: Sentence, trigger: Span, mentions: Sequence[Mention], *, denies: bool = False
) -> frozenset[Mention]:
    """The mentions under the trigger's verb that stand beside whom it is done to.

    "A urged all states to cooperate with B" asks nothing of B, "A accused B of helping C" does not accuse C,
    "A's condemnation of B won over C" does not condemn C, who `denies` that B did it is not against B.
    """
    word = root_of(sentence, trigger)
    about = list(_about(word)) if word is not None and word.pos_ == "NOUN" else []
    if about and (inside := _inside(about, sentence, mentions)):
        return frozenset(mentions) - inside
    if word is not None and word.tag_ == "MD":
        return _beside_subject(word.head, sentence, mentions)
    verb = verb_of(word)
    objects = list(_done_to(verb)) if verb is not None else []
    roots = roots_of(sentence, mentions) if objects else {}
    names = [root for root in roots.values() if root.tag_ != "PRP$"]
    named = [
        each
        for each in objects
        if any(is_under(root, each) and not is_in_clause(root, each) for root in names)
    ]
    if verb is None:
        return frozenset()
    is_act = bool(named) and (word != verb or any(each.lemma_ in ACTS for each in objects))
    # "Repeated Kenya's support for Peru", "offered its support to Peru"
    is_told = word != verb or (is_act and verb.lemma_ in _VOICING)
    owners = names if is_act else roots.values()
    owned = [] if is_told else list(_owned(objects, owners))
    return frozenset(
        mention
        for mention, root in roots.items()
        if _is_out(root, verb, named, is_act=is_act, denies=denies)
        or any(is_under(root, each) and not _is_owner(root, each) for each in owned)
        or (not is_told and any(_is_topic(root, each) for each in objects))
    )


def _is_out(token: Token, verb: Token, named: Sequence[Token], *, is_act: bool, denies: bool) -> bool:
    """Whether a word stands beside the objects of a verb that name somebody, or in the content of others."""
    if is_act:
        return False
    return _is_beside(token, verb, named) if named else _is_in_content(token, verb, denies=denies)


def _is_topic(token: Token, noun: Token) -> bool:
    """Whether something is said about whom a word names: "questions about A"."""
    if noun.lemma_ not in _SAID or not is_under(token, noun):
        return False
    return any(each.lower_ in _TOPICS and each.head.i == noun.i for each in upwards(token))


def _beside_subject(verb: Token, sentence: Sentence, mentions: Sequence[Mention]) -> frozenset[Mention]:
    """The mentions that do not say who must do something: "all states must urge A to leave B"."""
    subjects = [child for child in verb.children if child.dep_ in SUBJECTS and child.pos_ in NOUNS]
    return frozenset(mentions) - _inside(subjects, sentence, mentions) if subjects else frozenset()


def _about(noun: Token) -> Iterator[Token]:
    """Whom or what an act of speech is about that a noun tells of."""
    behind = (child for child in noun.children if child.lower_ in _ABOUT)
    yield from (each for child in behind for each in child.children if each.dep_ == "pobj")


def _inside(words: Collection[Token], sentence: Sentence, mentions: Sequence[Mention]) -> frozenset[Mention]:
    """The mentions that hang on words, but not in a clause on them."""
    return frozenset(
        mention
        for mention, root in roots_of(sentence, mentions).items()
        if any(is_under(root, each) and not is_in_clause(root, each) for each in words)
    )


def _is_in_content(token: Token, verb: Token, *, denies: bool) -> bool:
    """Whether a word stands in a clause under a verb, or in "it of backing A", "states against backing A".

    Who does what a clause on a noun tells is meant: "backed a plan made by A", "repeated claims that A did".
    """
    if any(_is_condition(each) and _is_subject(token, each) for each in verb.children):
        return False  # "Threatened war unless A left"
    if _does_clause(token, denies=denies):
        return False
    besides = [each for each in verb.conjuncts if each.pos_ == "VERB" and each.lemma_ not in _BLAMING]
    # "Blamed rebels and asked A for help"; but its neighbour may be A in "blamed its neighbour and left A"
    is_other = any(is_under(token, each) and not is_under(verb, each) for each in besides)
    if is_other and not any(map(_is_definite, _done_to(verb))):
        return True
    acts = (each for child in verb.children if child.lower_ in _OVER for each in child.children)
    return verb.is_ancestor(token) and (
        is_in_clause(token, verb) or any(each.dep_ == "pcomp" and is_under(token, each) for each in acts)
    )


def _is_definite(noun: Token) -> bool:
    return any(child.dep_ == "poss" or child.lower_ in _DEFINITE for child in noun.lefts)


def _is_condition(clause: Token) -> bool:
    """Whether a clause tells on what something depends: "if A left"."""
    return clause.dep_ == "advcl" and any(child.lower_ in _CONDITIONS for child in clause.children)


def _is_subject(token: Token, clause: Token) -> bool:
    return any(child.dep_ in SUBJECTS and is_under(token, child) for child in clause.children)


def _owned(objects: Sequence[Token], roots: Collection[Token]) -> Iterator[Token]:
    """The objects, none of them a name, that are of somebody who is named: "condemned A's attack on B"."""
    names = {root.i for root in roots}
    for each in objects:
        called = {each.i, *(child.i for child in each.children if child.dep_ == "appos")}
        if called.isdisjoint(names) and any(
            child.dep_ in _WHOSE and child.i in names for child in each.children
        ):
            yield each


def _is_owner(token: Token, owned: Token) -> bool:
    return any(child.dep_ in _WHOSE and is_under(token, child) for child in owned.children)


def _done_to(verb: Token) -> Iterator[Token]:
    """The objects of a verb, be it by a preposition or as who is to act: "called on A", "wants A to pay"."""
    for child in verb.children:
        if child.dep_ in DONE_TO:
            yield child
        elif child.dep_ == "ccomp" and "to" in auxiliaries(child):
            yield from (each for each in child.children if each.dep_ == "nsubj")
        elif (verb.lemma_, child.lower_) in _ADDRESSING:
            yield from (each for each in child.children if each.dep_ == "pobj")


def _is_beside(token: Token, verb: Token, objects: Sequence[Token]) -> bool:
    """Whether a word hangs on no object of a verb, nor on who does it or on what is told in doing so.

    So does what the verbs before and behind it are done to: "refused to recognise A, backed B and met C", and
    what a clause on an object tells: "urged envoys of B who are in A".
    """
    if not is_under(token, verb):
        if verb.dep_ in _ON_NOUNS:
            return False  # What the clause is on may be A's: "A's plan, which puts pressure on B"
        besides = [*subjects_of(sharing_subject(verb)), *_reached(verb)]
        return not any(is_under(token, each) for each in besides)
    others = (each for each in verb.children if each.dep_ in _OTHER_PARTS and not _is_condition(each))
    is_of_object = any(is_under(token, each) and not _is_in_aside(token, each) for each in objects)
    return not is_of_object and not any(is_under(token, each) for each in others)


def _reached(verb: Token) -> Iterator[Token]:
    """Whom somebody turns to to do what a verb tells: "phoned A to urge pressure on B", "wrote to A"."""
    if verb.dep_ not in {"advcl", "xcomp"} or "to" not in auxiliaries(verb):
        return
    for child in verb.head.children:
        if child.dep_ in DONE_TO:
            yield child
        elif child.lower_ in _TURNED_TO:
            yield from (each for each in child.children if each.dep_ == "pobj")


def _is_in_aside(token: Token, noun: Token) -> bool:
    """Whether a word stands in a clause on a noun, and does not do what it tells: not so "made by A"."""
    if not is_in_clause(token, noun):
        return False
    above = (each for each in upwards(token) if is_under(each, noun) and each.dep_ in _ON_NOUNS)
    return not _does_clause(token) and any("to" not in auxiliaries(each) for each in above)


def _does_clause(token: Token, *, denies: bool = True) -> bool:
    """Whether somebody, or something of his, does what a clause on a noun tells: "the plan that A made"."""
    while token.dep_ in OWNERS:
        token = token.head  # "Made by the Peru minister"
    first = first_conjunct(head_of_title(token))
    if first.dep_ == "pobj" and first.head.lower_ in {"between", "by"}:
        return first.head.head.dep_ == "acl"
    clauses = {"relcl"} if denies else _ON_NOUNS
    return first.dep_ in SUBJECTS and first.head.dep_ in clauses and first.head.head.pos_ == "NOUN"


def _is_whom(token: Token) -> bool:
    return token.dep_ in OBJECTS and token.tag_ in RELATIVE


def _is_judged(noun: Token) -> bool:
    """Whether what is done to something of somebody is done to him: not so to his ally, or by his threat."""
    others = load_private_words()["kin"] | load_attacks()["measures"] | ACTS
    return noun.pos_ == "NOUN" and noun.lemma_ not in others


def _owners(noun: Token) -> list[Token]:
    """Whose a noun is: "A's decision", "the decision by A", "the remarks of A"."""
    own = [child for child in noun.children if child.dep_ == "poss"]
    by = [child for child in noun.children if child.dep_ == "prep" and child.lower_ in {"by", "of"}]
    return own or [each for prep in by[:1] for each in prep.children if each.dep_ == "pobj"]
