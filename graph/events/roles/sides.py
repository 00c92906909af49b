"""sides: who acts by the parse of a trigger, and who only stands in what it acts on."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence

from spacy.tokens import Token

from graph.events.roles.expulsions import LEAVING, declaring
from graph.events.syntax.coordination import first_conjunct, root_of, rooted_at, roots_of, upwards
from graph.events.syntax.governors import has_subject, is_in_clause, is_passive, is_under, verb_of
from graph.model import EntityType, Mention, Sentence, Span

_OBJECTS = frozenset({"dobj", "obj", "attr"})
_DONE_TO = _OBJECTS | {"dative"}
_ADDRESSING = frozenset({("appeal", "to"), ("call", "on"), ("call", "upon")})
_OTHER_PARTS = frozenset({"advcl", "agent", "conj", "nsubj", "nsubjpass"})
# Whose object names an act is not done to that: "offered A's support to B".
_ACTS = frozenset(
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
_GIVEN = _ACTS | {"aid", "appeal", "assistance", "call", "grant", "invitation", "loan", "offer", "rebuke"}
_THANKING = "thank"
_WITH = frozenset({"alongside", "with"})
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
_DRAWING = frozenset({"attract", "draw", "face", "incur", "prompt", "provoke", "spark", "trigger"})
# What follows is spoken of, or an occasion, and no place to go to.
_TOPICS = frozenset(
    {"about", "against", "between", "concerning", "from", "on", "over", "regarding", "since", "with"}
)
_TIMES = frozenset({"after", "before", "during", "following"})
# "Last week's call" is nobody's.
_TIMES_OWNED = frozenset({"day", "month", "morning", "today", "tomorrow", "week", "year", "yesterday"})
_NOUNS = frozenset({"NOUN", "PROPN"})
_ECHOES, _ALIKE = frozenset({"be", "do", "have"}), frozenset({"as", "neither", "nor", "so"})
_RELATIVE = frozenset({"WDT", "WP"})
_WHOSE = "WP$"
_ACTIVE = frozenset({"VB", "VBG"})
_GOING = frozenset({"arrive", "come", "fly", "go", "head", "leave", "return", "travel"})
# Behind these somebody does it who does the other thing, too.
_WHILE = frozenset({"after", "before", "by", "upon", "while", "without"})
_HOLDING = frozenset({"conduct", "have", "hold"})
_MODIFYING = frozenset({"amod", "compound", "nmod"})
# Two states that talk with each other, or of whom somebody talks.
_HYPHENS = ("-", "‐", "‑", "–")
_HYPHENED = re.compile(r"[-‐‑–][A-Z]")
# Who does what these are called for.
_AGENTS = frozenset({"broker", "facilitator", "mediator"})
_MEETING = frozenset(
    {EntityType.COUNTRY, EntityType.INTERNATIONAL_ORGANIZATION, EntityType.ORGANIZATION, EntityType.PERSON}
)


def acting(sentence: Sentence, trigger: Span, mentions: Sequence[Mention]) -> frozenset[Mention]:
    """The mentions in the subject of a verb, in its agent if it is passive, or that a noun is the act of.

    "A threatened B" and "B was threatened by A" are acts of A, as are "A's threats", "threats by A" and
    "A made threats".
    """
    word = _word_of(sentence, trigger)
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
    if _is_done_besides(verb):
        return True
    is_on_one = verb.dep_ == "relcl" and verb.head.dep_ != "conj" and not any(verb.head.conjuncts)
    return is_on_one and any(child.dep_ == "nsubj" and child.tag_ in _RELATIVE for child in verb.children)


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
    subjects = [each for each in acts if each.pos_ != "ADP" and each.lemma_ not in _TIMES_OWNED]
    able = [each for each in mentions if each.type is not EntityType.PLACE]
    roots = roots_of(sentence, able).values()
    named = any(is_under(root, each) for each in subjects for root in roots)
    return bool(subjects) and all(each.pos_ == "NOUN" for each in subjects) and not named


def undergoing(sentence: Sentence, trigger: Span, mentions: Sequence[Mention]) -> frozenset[Mention]:
    """The mentions to whom the trigger is done, a verb in the passive or in a clause on them.

    In "A has been accused of delay" and "A, whom B accused," that is A, as in "A's delay drew criticism".
    """
    verb = _word_of(sentence, trigger)
    children = list(verb.children) if verb is not None else []
    done_to = {"nsubjpass", "nsubj"} if verb is not None and is_passive(verb) else {"nsubjpass"}
    undergo = [_meant(child) for child in children if child.dep_ in done_to or _is_whom(child)]
    if verb is not None and _is_drawn(verb):
        drawing = subjects_of(_sharing_subject(verb.head))
        undergo += [each for subject in drawing for each in (subject, *_owners(subject))]
    return rooted_at(_with_conjuncts(undergo), sentence, mentions)


def met(sentence: Sentence, trigger: Span, mentions: Sequence[Mention]) -> frozenset[Mention]:
    """Those who meet by the parse: the people in "met A" and "met with A", both sides of "A's talks with B".

    Whoever does something "by meeting A" or "before holding talks with A" meets him.
    """
    word = root_of(sentence, trigger)
    if word is None or (word.lemma_ != "meet" and word.pos_ != "NOUN"):
        return frozenset()
    others = [child for child in word.children if child.dep_ in _OBJECTS] if word.lemma_ == "meet" else []
    others += _partners(word)
    owners = [child for child in word.children if child.dep_ == "poss"] if word.pos_ == "NOUN" else []
    doing = word.head if word.dep_ == "dobj" and word.head.lemma_ in _HOLDING else word
    if doing.dep_ == "pcomp" and doing.head.head.pos_ == "VERB":
        owners = subjects_of(doing.head.head)
    sides = [*others, *owners] if others else []
    able = _MEETING if word.pos_ == "NOUN" and owners else {EntityType.PERSON}
    return rooted_at(_with_conjuncts(sides), sentence, [each for each in mentions if each.type in able])


def beyond_object(sentence: Sentence, trigger: Span, mentions: Sequence[Mention]) -> frozenset[Mention]:
    """The mentions under the trigger's verb that stand beside whom it is done to.

    "A urged all states to cooperate with B" asks nothing of B, "A accused B of helping C" does not accuse C.
    """
    word = root_of(sentence, trigger)
    verb = verb_of(word)
    objects = list(_done_to(verb)) if verb is not None else []
    roots = roots_of(sentence, mentions) if objects else {}
    named = [
        each
        for each in objects
        if any(is_under(root, each) and not is_in_clause(root, each) for root in roots.values())
    ]
    if verb is None or (named and (word != verb or any(each.lemma_ in _ACTS for each in objects))):
        return frozenset()
    owned = [each for each in _owned(objects, roots.values()) if word == verb]
    return frozenset(
        mention
        for mention, root in roots.items()
        if (_is_beside(root, verb, named) if named else verb.is_ancestor(root) and is_in_clause(root, verb))
        or any(is_under(root, each) and not _is_owner(root, each) for each in owned)
    )


def _owned(objects: Sequence[Token], roots: Collection[Token]) -> Iterator[Token]:
    """The objects, none of them a name, that are of somebody who is named: "condemned A's attack on B"."""
    names = {root.i for root in roots}
    for each in objects:
        called = {each.i, *(child.i for child in each.children if child.dep_ == "appos")}
        if called.isdisjoint(names) and any(
            child.dep_ == "poss" and child.i in names for child in each.children
        ):
            yield each


def _is_owner(token: Token, owned: Token) -> bool:
    return any(child.dep_ == "poss" and is_under(token, child) for child in owned.children)


def _done_to(verb: Token) -> Iterator[Token]:
    """The objects of a verb, be it by a preposition: "called on A"."""
    for child in verb.children:
        if child.dep_ in _DONE_TO:
            yield child
        elif (verb.lemma_, child.lower_) in _ADDRESSING:
            yield from (each for each in child.children if each.dep_ == "pobj")


def _is_beside(token: Token, verb: Token, objects: Sequence[Token]) -> bool:
    """Whether a word hangs on a verb, but not on its objects, on who does it or on what he does besides."""
    others = (child for child in verb.children if child.dep_ in _OTHER_PARTS)
    return verb.is_ancestor(token) and not any(is_under(token, each) for each in (*objects, *others))


def companions(sentence: Sentence, trigger: Span, mentions: Sequence[Mention]) -> frozenset[Mention]:
    """The people with whom somebody goes somewhere: "came to A with B"."""
    verb = root_of(sentence, trigger)
    if verb is None or verb.lemma_ not in _GOING:
        return frozenset()
    people = [each for each in mentions if each.type is EntityType.PERSON]
    return rooted_at(_with_conjuncts(_partners(verb)), sentence, people)


def _partners(word: Token) -> list[Token]:
    """With whom a word tells that something is done: "with A", "alongside B"."""
    withs = (child for child in word.children if child.dep_ == "prep" and child.lower_ in _WITH)
    return [place for each in withs for place in each.children if place.dep_ == "pobj"]


def _with_conjuncts(words: Iterable[Token]) -> set[int]:
    """The numbers of words and of those that are joined to them."""
    return {token.i for each in words for token in (each, *each.conjuncts)}


def is_topic(sentence: Sentence, trigger: Span, mention: Mention) -> bool:
    """Whether a mention is the object of another verb than the trigger's, or of a preposition for topics.

    In "confirmed the visit and said he would discuss A" and in "the visit for talks on A" nobody goes to A,
    nor in "left A".
    """
    word, token = root_of(sentence, trigger), root_of(sentence, mention.span)
    if token is not None and token.dep_ in _OBJECTS and token.head.lemma_ in LEAVING:
        return True
    if _is_hyphened(sentence, mention):
        return True
    for each in upwards(token):
        if word is None or each.i == word.i:
            return False
        if each.head.pos_ in {"VERB", "AUX"}:
            return each.dep_ in _OBJECTS and each.head.i not in {word.i, word.head.i}
        if each.head.dep_ == "prep" and each.head.lower_ in _TOPICS:
            return True
    return False


def _is_hyphened(sentence: Sentence, mention: Mention) -> bool:
    """Whether a state stands before or behind another one and a hyphen: "A-B talks"."""
    start, end = mention.span.start - sentence.span.start, mention.span.end - sentence.span.start
    is_behind = sentence.text[:start].endswith(_HYPHENS) and mention.type is EntityType.COUNTRY
    return is_behind or _HYPHENED.match(sentence.text, end) is not None


def is_before_or_after(sentence: Sentence, trigger: Span, mention: Mention) -> bool:
    """Whether a mention is of another time than the trigger: "came to A after a summit in B"."""
    word = root_of(sentence, trigger)
    for each in upwards(root_of(sentence, mention.span)):
        if word is None or each.i == word.i:
            return False
        if each.dep_ == "prep" and each.lower_ in _TIMES:
            return True
    return False


def owners(sentence: Sentence, trigger: Span, mentions: Sequence[Mention]) -> frozenset[Mention]:
    """Whose visit it is where the trigger's noun says so: in "briefed A on his visit" the owner is "his".

    So it is in "the visit to B by A".
    """
    noun = root_of(sentence, trigger)
    if noun is None or noun.pos_ not in _NOUNS:
        return frozenset()
    agents = _agents_of(noun)
    return frozenset(
        mention
        for mention, root in roots_of(sentence, mentions).items()
        if (root.dep_ == "poss" and root.head.i == noun.i and mention.type is not EntityType.PLACE)
        or (root.i in agents and mention.type is EntityType.PERSON)
    )


def _agents_of(noun: Token) -> set[int]:
    """The numbers of the words for those by whom a noun tells that something is done."""
    agents = (child for by in noun.subtree if by.lower_ == "by" for child in by.children)
    return {each.i for agent in agents for each in agent.subtree}


def _is_of(token: Token, actor: Token) -> bool:
    """Whether a word stands in the phrase of who acts, and not in what is said of him: "A, B's ally, did"."""
    for each in (token, *token.ancestors):
        if each.i == actor.i:
            return True
        if each.dep_ == "appos" and each.pos_ == "NOUN" and each.head.pos_ == "PROPN" and each.i != token.i:
            return False
    return False


def _verb_actors(verb: Token) -> Iterator[Token]:
    """The subject of a verb or of the one that it is joined to, the agent, and who acts with or like them.

    The decision to do it is of who does it, as is the statement doing it.
    """
    passive = is_passive(verb)
    first = _sharing_subject(verb)
    yield from () if passive else subjects_of(first)
    if first.dep_ == "xcomp" and first.head.lemma_ in _MAKING and not passive and not has_subject(first):
        # "The raid prompted A to do it"
        yield from (child for child in first.head.children if child.dep_ in _DONE_TO)
    if not passive and first.i != verb.i:
        # "A was set to condemn B"
        yield from (child for child in first.children if child.dep_ == "nsubjpass")
    if first.dep_ == "acl" and first.tag_ in _ACTIVE and not passive:
        yield first.head
        yield from _noun_actors(first.head)
    for child in verb.children:
        if not passive and _is_echo(child):
            yield from subjects_of(child)
        if child.dep_ == "agent" or (child.dep_ == "prep" and child.lower_ in _WITH and not passive):
            yield child


def _sharing_subject(verb: Token) -> Token:
    """The verb whose subject does what another verb tells, which has none."""
    while not has_subject(verb):
        if _is_done_besides(verb):
            verb = verb.head.head
        elif _shares_subject(verb):
            verb = verb.head
        else:
            break
    return verb


def _is_done_besides(verb: Token) -> bool:
    """Whether a verb tells what somebody does besides: "spoke after doing it", not "thanked for doing it"."""
    return verb.dep_ == "pcomp" and verb.head.lower_ in _WHILE and verb.head.head.pos_ == "VERB"


def _shares_subject(verb: Token) -> bool:
    """Whether a verb without a subject has that of the one it hangs on: "urging C, A agreed to meet B"."""
    is_participle = verb.dep_ == "advcl" and verb.tag_ == "VBG"
    # Whom one urges to do something does it himself
    is_own = verb.dep_ == "xcomp" and not any(child.dep_ in _DONE_TO for child in verb.head.children)
    return (verb.dep_ == "conj" or is_participle or is_own) and verb.head.pos_ == "VERB"


def _is_whom(token: Token) -> bool:
    return token.dep_ in _OBJECTS and token.tag_ in _RELATIVE


def _is_echo(verb: Token) -> bool:
    """Whether a verb says of others what was just said of the subject: "and so did A", "as have A and B"."""
    return verb.lemma_ in _ECHOES and any(child.lower_ in _ALIKE for child in verb.children)


def _noun_actors(noun: Token) -> Iterator[Token]:
    if _is_drawn(noun):
        yield from (each for each in [*noun.children, *noun.head.children] if each.lower_ in {"by", "from"})
        return
    if noun.lemma_ in _AGENTS:
        yield from (child for child in noun.children if child.dep_ in _MODIFYING)
    is_owned = any(child.dep_ == "poss" for child in noun.children)
    if noun.dep_ in _OBJECTS and noun.head.lemma_ in _GIVING and not is_owned:
        yield from _verb_actors(noun.head)
    if noun.dep_ == "pobj" and noun.head.lower_ == "for" and noun.head.head.lemma_ == _THANKING:
        yield from (child for child in noun.head.head.children if child.dep_ in _OBJECTS)
    by = {"by", "from"} if noun.lemma_ in _GIVEN else {"by"}
    by |= {"of"} if noun.lemma_ == "invitation" else set()
    for child in noun.children:
        if child.dep_ == "poss" or (child.dep_ == "prep" and child.lower_ in by):
            yield child
        if child.dep_ == "acl" and child.lemma_ in _GIVING:
            # "The sanctions imposed by A"
            yield from (each for each in child.children if each.dep_ == "agent")


def _owners(noun: Token) -> list[Token]:
    """Whose a noun is: "A's decision", "the decision by A", "the remarks of A"."""
    own = [child for child in noun.children if child.dep_ == "poss"]
    by = [child for child in noun.children if child.dep_ == "prep" and child.lower_ in {"by", "of"}]
    return own or [each for prep in by[:1] for each in prep.children if each.dep_ == "pobj"]


def _word_of(sentence: Sentence, trigger: Span) -> Token | None:
    """The word that names an act: in "sparked criticism" the noun, before "persona non grata" the verb."""
    word = root_of(sentence, trigger)
    if word is None:
        return None
    return next((child for child in word.children if _is_drawn(child)), declaring(word))


def _is_drawn(noun: Token) -> bool:
    """Whether somebody draws from others what a noun names: "A's remarks sparked criticism from B"."""
    return noun.dep_ in _OBJECTS and noun.head.lemma_ in _DRAWING


def subjects_of(verb: Token) -> list[Token]:
    """The subject of a verb; of "A, whose president did it" also A."""
    found = [_meant(child) for child in verb.children if child.dep_ == "nsubj"]
    is_unnamed = not any(token.pos_ == "PROPN" for each in found for token in each.subtree)
    is_whose = any(token.tag_ == _WHOSE for each in found for token in each.children)
    return [*found, first_conjunct(verb.head)] if is_whose and is_unnamed else found


def _meant(token: Token) -> Token:
    """The word itself, or the one that a relative pronoun stands for: in "B, who did it" that is B."""
    clause = token.head
    if token.tag_ not in _RELATIVE or clause.dep_ != "relcl":
        return token
    noun = first_conjunct(clause.head)
    return noun.head if noun.dep_ == "appos" else noun
