"""acting: who acts by the parse of a trigger."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from graph.events.roles.expulsions import declaring
from graph.events.roles.subjects import is_done_besides, sharing_subject, subjects_of
from graph.events.roles.supported import is_assured, is_won, supporters
from graph.events.syntax.coordination import root_of, roots_of
from graph.events.syntax.governors import (
    DONE_TO,
    MODIFIERS,
    OBJECTS,
    WITH,
    acts_for_noun,
    auxiliaries,
    has_subject,
    is_in_clause,
    is_passive,
    is_under,
    with_subject,
)
from graph.model import EntityType, Mention, Sentence, Span

# Whose object names an act is not done to that: "offered A's support to B".
ACTS = frozenset(
    {
        "backing",
        "commitment",
        "condemnation",
        "criticism",
        "demand",
        "endorsement",
        "opposition",
        "praise",
        "protest",
        "solidarity",
        "support",
        "threat",
        "warning",
    }
)
# What comes from whoever does it.
_GIVEN = ACTS | {"aid", "appeal", "assistance", "call", "grant", "invitation", "loan", "offer", "rebuke"}
# "The Peruvian offer" is by Peru, "the Peruvian crisis" is not.
_PUT_FORWARD = frozenset(
    {"appeal", "demand", "initiative", "offer", "proposal", "request", "threat", "warning"}
)
_HANDED = _GIVEN | _PUT_FORWARD
# Whoever is so done to, to do something, does it.
_MAKING = frozenset(
    {
        "allow",
        "cause",
        "compel",
        "drive",
        "enable",
        "encourage",
        "force",
        "lead",
        "oblige",
        "order",
        "persuade",
        "prompt",
        "push",
    }
)
# Whoever does so with it has made it.
_GIVING = frozenset(
    {
        "announce",
        "deliver",
        "express",
        "extend",
        "give",
        "impose",
        "issue",
        "launch",
        "level",
        "make",
        "offer",
        "pledge",
        "present",
        "provide",
        "put",
        "send",
        "submit",
        "voice",
    }
)
# Whoever does so with an act of others is who it is against.
_DRAWING = frozenset(
    {
        "attract",
        "avert",
        "defuse",
        "deflect",
        "draw",
        "escape",
        "face",
        "incur",
        "offset",
        "prompt",
        "provoke",
        "spark",
        "trigger",
    }
)
# "Last week's call" is nobody's, nor does anybody act in "was adopted by a vote of nine to two".
_NOBODYS = frozenset(
    {
        "acclamation",
        "consensus",
        "day",
        "decree",
        "force",
        "law",
        "letter",
        "majority",
        "margin",
        "mean",
        "means",
        "month",
        "morning",
        "phone",
        "telephone",
        "today",
        "tomorrow",
        "vote",
        "way",
        "week",
        "year",
        "yesterday",
    }
)
_ECHOES, _ALIKE = frozenset({"be", "do", "have"}), frozenset({"as", "neither", "nor", "so"})
_ACTIVE = frozenset({"VB", "VBG"})
# Before what somebody acts by.
_IN = frozenset({"by", "in", "through", "via", "with"})
# Who does what these are called for.
_AGENTS = frozenset({"broker", "facilitator", "mediator"})


def acting(sentence: Sentence, trigger: Span, mentions: Sequence[Mention]) -> frozenset[Mention]:
    """The mentions in the subject of a verb, in its agent if it is passive, or that a noun is the act of.

    "A threatened B" and "B was threatened by A" are acts of A, as are "A's threats", "threats by A" and
    "A made threats".
    """
    word = word_of(sentence, trigger)
    if word is None:
        return frozenset()
    actors = tuple(_verb_actors(word) if word.pos_ == "VERB" else _noun_actors(word))
    return frozenset(
        mention
        for mention, root in (roots_of(sentence, mentions) if actors else {}).items()
        if any(_is_of(root, actor) and not is_in_clause(root, actor) for actor in actors)
    )


def is_of_clause(sentence: Sentence, trigger: Span) -> bool:
    """Whether the trigger is the verb of a clause on who acts: "A, who did it", "A spoke after doing it"."""
    verb = root_of(sentence, trigger)
    if verb is None or verb.pos_ != "VERB" or is_passive(verb):
        return False
    if is_done_besides(verb):
        return True
    first = with_subject(verb)  # "A, which did this and that"
    is_on_one = first.dep_ == "relcl" and first.head.dep_ != "conj" and not any(first.head.conjuncts)
    return is_on_one and acts_for_noun(first)


def has_unnamed_subject(sentence: Sentence, trigger: Span, mentions: Sequence[Mention]) -> bool:
    """Whether a noun does what the trigger tells, in whose phrase none of the mentions stands.

    In "A condemned the government's invitation" A has not invited.
    """
    word = root_of(sentence, trigger)
    if word is None or word.pos_ not in {"NOUN", "VERB"}:
        return False
    acts = (
        _verb_actors(word) if word.pos_ == "VERB" else (each for each in word.children if each.dep_ == "poss")
    )
    subjects = [each for act in acts for each in _doing(act) if each.lemma_ not in _NOBODYS]
    able = [each for each in mentions if each.type is not EntityType.PLACE]
    # "The rebels who attacked A" names no rebel
    clause = sharing_subject(word)
    is_on_actor = clause.dep_ == "relcl" or _is_participle_of_others(clause)
    within = clause if is_on_actor else None
    roots = [
        each for each in roots_of(sentence, able).values() if within is None or not is_under(each, within)
    ]
    named = any(is_under(root, each) for each in subjects for root in roots)
    # "Republicans" are named by no name of a body
    are_nouns = all(each.pos_ == "NOUN" or each.tag_ == "NNPS" for each in subjects)
    return bool(subjects) and are_nouns and not named


def word_of(sentence: Sentence, trigger: Span) -> Token | None:
    """The word that names an act: in "sparked criticism" the noun, before "persona non grata" the verb."""
    word = root_of(sentence, trigger)
    if word is None:
        return None
    return next((child for child in word.children if is_drawn(child) or is_won(child)), declaring(word))


def is_drawn(noun: Token) -> bool:
    """Whether somebody draws from others what a noun names: "A's remarks sparked criticism from B"."""
    return noun.dep_ in OBJECTS and noun.head.lemma_ in _DRAWING


def thanking(noun: Token) -> Token | None:
    """The verb by which somebody thanks who did what a noun names: "thanked A for the offer"."""
    is_for = noun.dep_ == "pobj" and noun.head.lower_ == "for"
    return noun.head.head if is_for and noun.head.head.lemma_ == "thank" else None


def _verb_actors(verb: Token) -> Iterator[Token]:
    """The subject of a verb or of the one that it is joined to, the agent, and who acts with or like them.

    The decision to do it is of who does it, as is the statement doing it.
    """
    passive = is_passive(verb)
    first = sharing_subject(verb)
    yield from () if passive else subjects_of(first)
    if first.dep_ == "xcomp" and first.head.lemma_ in _MAKING and not passive and not has_subject(first):
        # "The raid prompted A to do it"
        yield from (child for child in first.head.children if child.dep_ in DONE_TO)
    if not passive and first.i != verb.i:
        # "A was set to condemn B"
        yield from (child for child in first.children if child.dep_ == "nsubjpass")
    if first.dep_ == "acl" and first.tag_ in _ACTIVE and not passive:
        yield first.head
        yield from _noun_actors(first.head)
    if not passive:
        yield from _joining(first)
    for child in verb.children:
        if not passive and _is_echo(child):
            yield from subjects_of(child)
        if child.dep_ == "agent" or (_is_beside(child) and not passive):
            yield child


def _is_participle_of_others(verb: Token) -> bool:
    """Whether a participle is on who is only told of: "a voice for states calling for it".

    "Passed a resolution calling for it" and "in a letter calling for it" do it themselves.
    """
    noun = verb.head
    is_on_noun = verb.dep_ == "acl" and verb.tag_ == "VBG" and noun.dep_ == "pobj"
    return is_on_noun and noun.head.lower_ not in _IN


def _doing(act: Token) -> list[Token]:
    """The noun that acts, be it behind "by"; of those with whom somebody acts none."""
    if act.dep_ == "agent":
        return [child for child in act.children if child.dep_ == "pobj"]
    return [] if act.pos_ == "ADP" else [act]


def _joining(verb: Token) -> Iterator[Token]:
    """Who joins others to do it, and they: "A joined with B to condemn it", "A joined B in condemning it"."""
    is_in = verb.dep_ == "pcomp" and verb.head.lower_ == "in"
    joined = verb.head.head if is_in else verb.head
    is_to = verb.dep_ in {"advcl", "xcomp"} and "to" in auxiliaries(verb)
    if joined.lemma_ != "join" or joined.i == verb.i or not (is_in or is_to):
        return
    yield from subjects_of(sharing_subject(joined))
    for child in joined.children:
        if (is_in and child.dep_ in OBJECTS) or _is_beside(child):
            yield child


def _is_beside(word: Token) -> bool:
    """Whether a preposition is on those who act too: "with A", not "with a warning from A"."""
    is_with = word.dep_ == "prep" and word.lower_ in WITH
    return is_with and all(each.lemma_ not in _HANDED for each in word.children)


def _noun_actors(noun: Token) -> Iterator[Token]:
    if is_drawn(noun):
        yield from (each for each in [*noun.children, *noun.head.children] if each.lower_ in {"by", "from"})
        return
    if is_won(noun):
        yield from supporters(noun)
        return
    if noun.lemma_ in _AGENTS:
        yield from (child for child in noun.children if child.dep_ in MODIFIERS)
    is_owned = any(child.dep_ == "poss" for child in noun.children)
    if noun.dep_ in OBJECTS and noun.head.lemma_ in _GIVING and not is_owned:
        yield from _verb_actors(noun.head)
    if (verb := thanking(noun)) is not None:
        yield from (child for child in verb.children if child.dep_ in OBJECTS)
    by = {"by", "from"} if noun.lemma_ in _GIVEN else {"by"}
    by |= {"of"} if noun.lemma_ == "invitation" or is_assured(noun) else set()
    owners = {"amod", "poss"} if noun.lemma_ in _PUT_FORWARD else {"poss"}
    for child in noun.children:
        if child.dep_ in owners or (child.dep_ == "prep" and child.lower_ in by):
            yield child
        if child.dep_ == "acl" and child.lemma_ in _GIVING:
            # "The sanctions imposed by A"
            yield from (each for each in child.children if each.dep_ == "agent")


def _is_of(token: Token, actor: Token) -> bool:
    """Whether a word stands in the phrase of who acts, and not in what is said of him: "A, B's ally, did"."""
    for each in (token, *token.ancestors):
        if each.i == actor.i:
            return True
        if each.lower_ in WITH and not _is_beside(each):
            return False
        if each.dep_ == "appos" and each.pos_ == "NOUN" and each.head.pos_ == "PROPN" and each.i != token.i:
            return False
    return False


def _is_echo(verb: Token) -> bool:
    """Whether a verb says of others what was just said of the subject: "and so did A", "as have A and B"."""
    return verb.lemma_ in _ECHOES and any(child.lower_ in _ALIKE for child in verb.children)
