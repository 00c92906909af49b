"""directions: who takes what others give, send or offer: an invitation, a grant, their support."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from spacy.tokens import Token

from graph.events.roles.acting import thanking
from graph.events.roles.guests import guests
from graph.events.roles.subjects import subjects_of
from graph.events.syntax.coordination import root_of, rooted_at, roots_of, upwards
from graph.events.syntax.governors import OBJECTS, is_in_clause, is_passive, is_under, with_subject
from graph.events.syntax.owners import with_owners
from graph.model import EntityType, Mention, Sentence, Span

# Whoever does so with an invitation, an offer or a grant has not made it.
_TAKING = frozenset(
    {"accept", "gain", "garner", "get", "obtain", "receive", "secure", "take", "welcome", "win"}
)
# Whoever has so been done to holds what was given: "was handed a note".
_HANDING = frozenset({"give", "hand", "present", "send", "serve"})
# Where somebody so done to goes, he is summoned from: "was called to the ministry".
_SUMMONING = frozenset({"call", "invite", "summon"})
_WHERE = frozenset({"at", "by", "in", "into", "to"})
_BODIES = frozenset({EntityType.COUNTRY, EntityType.GOVERNMENT_BODY})
# Whoever does so with criticism, a demand or a threat is whom it is aimed at.
_REFUSING = frozenset(
    {"decline", "defy", "deny", "dismiss", "ignore", "rebuff", "refuse", "refute", "reject", "spurn"}
)
_FACING = frozenset({"attract", "draw", "earn", "face", "incur"})
_PARTS = frozenset({"amod", "appos", "compound", "conj", "nmod", "pobj", "poss"})
# To whom so done is by a passive, he says nothing: "was congratulated by A".
_HONOURING = frozenset({"applaud", "commend", "congratulate", "hail", "laud", "praise", "thank"})
_MAIL = frozenset(
    {"cable", "condolence", "congratulation", "greeting", "letter", "message", "telegram", "wish"}
)


def takers(
    sentence: Sentence, trigger: Span, mentions: Sequence[Mention], *, by_verb: bool = False
) -> frozenset[Mention]:
    """The mentions who, by the parse, take or refuse what the trigger names.

    In "A accepted the invitation", "the loan was received by A" and "A thanked B for the offer" that is A,
    also where, `by_verb`, the verb is the trigger, and in "at the invitation of B, A came".
    """
    word = root_of(sentence, trigger)
    if word is None:
        return frozenset()
    coming = guests(sentence, trigger, mentions) if word.lemma_ == "invitation" else []
    return _named_by([*_taking(word, by_verb=by_verb), *coming], sentence, mentions)


def givers(sentence: Sentence, trigger: Span, mentions: Sequence[Mention]) -> frozenset[Mention]:
    """The mentions from whom, or from whose envoy, somebody takes it: "A received aid from B's envoy"."""
    verb = _verb_over(sentence, trigger)
    if verb is None or verb.pos_ != "VERB" or is_passive(verb):
        return frozenset()
    things = [child for child in verb.children if child.dep_ in OBJECTS]
    things += [noun for each in things for noun in _nouns_behind(each, "of")]  # "delivery of tents from A"
    found = [noun for each in (verb, *things) for noun in _nouns_behind(each, "from")]
    return rooted_at({each for noun in found for each in with_owners(noun)}, sentence, mentions)


def writers(sentence: Sentence, trigger: Span, mentions: Sequence[Mention]) -> frozenset[Mention]:
    """The mentions whose message somebody gets: "A received messages of condolence from B"."""
    verb = _verb_over(sentence, trigger)
    if verb is None or verb.lemma_ not in {"get", "receive"}:
        return frozenset()
    has_mail = any(child.dep_ in OBJECTS and child.lemma_ in _MAIL for child in verb.children)
    return givers(sentence, trigger, mentions) if has_mail else frozenset()


def _verb_over(sentence: Sentence, trigger: Span) -> Token | None:
    """The word of a trigger, or what it is the object of: "received" in "received aid"."""
    word = root_of(sentence, trigger)
    return word.head if word is not None and word.dep_ in OBJECTS else word


def _nouns_behind(word: Token, preposition: str) -> list[Token]:
    """The nouns that a preposition hangs on a word: "tents from A and from B"."""
    first = (each for each in word.children if each.dep_ == "prep")
    behind = (each for prep in first for each in (prep, *prep.conjuncts) if each.lower_ == preposition)
    return [noun for each in behind for noun in each.children if noun.dep_ == "pobj"]


def aimed_at(sentence: Sentence, trigger: Span, mentions: Sequence[Mention]) -> frozenset[Mention]:
    """The mentions who refuse or face what the trigger names: "A rejected the criticism of B"."""
    noun = root_of(sentence, trigger)
    if noun is None or not _is_object(noun) or noun.head.lemma_ not in _REFUSING | _FACING:
        return frozenset()
    return _named_by(_doers(noun.head), sentence, mentions)


def sources(sentence: Sentence, trigger: Span, mentions: Sequence[Mention]) -> frozenset[Mention]:
    """The mentions in the phrase that says from whom something is: "drew rebukes from A, the head of B".

    Not so of B in "rebukes from A of B".
    """
    noun = root_of(sentence, trigger)
    if noun is None or noun.pos_ != "NOUN":
        return frozenset()
    behind = _nouns_behind(noun, "by") + _nouns_behind(noun, "from")
    if noun.dep_ in OBJECTS and noun.head.lemma_ in _FACING:
        behind += _nouns_behind(noun.head, "from")
    near = {each.i for first in behind for each in (first.head, first, *first.conjuncts)}
    return frozenset(
        mention
        for mention, root in (roots_of(sentence, mentions).items() if near else ())
        if any(is_under(root, each) for each in behind)
        and not any(each.dep_ == "prep" and each.head.i in near for each in (root, *upwards(root)))
    )


def _named_by(words: Iterable[Token], sentence: Sentence, mentions: Sequence[Mention]) -> frozenset[Mention]:
    """The mentions that stand in the phrases of words."""
    phrases = list(words)
    return frozenset(
        mention
        for mention, root in (roots_of(sentence, mentions) if phrases else {}).items()
        if any(is_under(root, each) and not is_in_clause(root, each) for each in phrases)
    )


def handed(sentence: Sentence, trigger: Span, mentions: Sequence[Mention]) -> frozenset[Mention]:
    """The mentions to whom by the parse somebody hands what the trigger names.

    "A was handed a protest", "presented A with a protest".
    """
    word = root_of(sentence, trigger)
    if word is not None and word.dep_ == "pobj" and word.head.lower_ == "of":
        word = word.head.head
    if word is not None and word.dep_ == "pobj" and word.head.lower_ == "with":
        verb = word.head.head
        given = {child.i for child in verb.children if child.dep_ in OBJECTS and verb.lemma_ in _HANDING}
        is_against_other = any(child.lower_ == "against" for child in word.children)
        return frozenset() if is_against_other else rooted_at(given, sentence, mentions)
    if word is None or word.dep_ not in OBJECTS or word.head.lemma_ not in _HANDING:
        return frozenset()
    given = {child.i for child in word.head.children if child.dep_ == "nsubjpass"}
    return rooted_at(given, sentence, mentions)


def is_honoured(sentence: Sentence, trigger: Span) -> bool:
    """Whether something nice is said to the subject of the trigger's verb: "A was congratulated by B"."""
    verb = root_of(sentence, trigger)
    return verb is not None and verb.lemma_ in _HONOURING and is_passive(verb)


def summoning(sentence: Sentence, trigger: Span, mentions: Sequence[Mention]) -> frozenset[Mention]:
    """The bodies that summon somebody to themselves: "the envoy was called in to the ministry of A"."""
    verb = root_of(sentence, trigger)
    if verb is None or verb.lemma_ not in _SUMMONING or not is_passive(verb):
        return frozenset()
    parts = [child for child in verb.children if child.dep_ in {"agent", "prep", "prt"}]
    parts += [each for part in parts for each in part.children if each.dep_ == "prep"]
    places = {place.i for part in parts if part.lower_ in _WHERE for place in part.children}
    able = [each for each in mentions if each.type in _BODIES]
    return rooted_at(places, sentence, able)


def summoned(sentence: Sentence, trigger: Span, mentions: Sequence[Mention]) -> frozenset[Mention]:
    """The mentions who say who is summoned, and whose he is: "summoned the ambassador of A, B"."""
    verb = root_of(sentence, trigger)
    if verb is None or verb.lemma_ != "summon" or is_passive(verb):
        return frozenset()
    whom = [child for child in verb.children if child.dep_ in OBJECTS]
    roots = roots_of(sentence, mentions).items()
    return frozenset(mention for mention, root in roots if any(_is_part(root, each) for each in whom))


def _is_part(token: Token, noun: Token) -> bool:
    """Whether a word says of a noun who it is or whose: not "to A" in "the ambassador to A"."""
    while token.i != noun.i:
        if token.dep_ not in _PARTS and token.lower_ != "of":
            return False
        token = token.head
    return True


def _is_object(noun: Token) -> bool:
    return noun.pos_ == "NOUN" and noun.dep_ in {*OBJECTS, "nsubjpass"}


def _taking(word: Token, *, by_verb: bool) -> Iterator[Token]:
    """The words for who takes."""
    verb = word.head
    if by_verb and word.pos_ == "VERB" and word.lemma_ in _TAKING | _REFUSING:
        yield from _doers(word)
    elif _is_object(word) and verb.lemma_ in _TAKING | _REFUSING | _FACING:
        yield from _doers(verb)
    elif word.pos_ == "NOUN" and (thanks := thanking(word)) is not None:
        # Whoever is thanked for something has given it
        yield from _doers(thanks)


def _doers(verb: Token) -> Iterator[Token]:
    """Who does what a verb tells, be it told before a verb that this one is joined to."""
    agents = (child for child in verb.children if child.dep_ == "agent")
    yield from agents if is_passive(verb) else subjects_of(with_subject(verb))
