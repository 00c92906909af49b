"""sanctioned: by the parse, who bears sanctions: "A, under sanctions", "A has been hit by an embargo"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from graph.events.roles.attacked import load_attacks
from graph.events.roles.subjects import subjects_of
from graph.events.syntax.coordination import root_of, rooted_at, roots_of, upwards
from graph.events.syntax.governors import (
    DIRECT_OBJECTS,
    NOUNS,
    counted,
    is_under,
    verb_of,
    with_subject,
)
from graph.events.syntax.owners import with_owners
from graph.model import EntityType, Mention, Sentence, Span

# Whoever does so with sanctions bears them.
_BEARING = frozenset(
    {
        "circumvent",
        "defy",
        "dodge",
        "endure",
        "escape",
        "evade",
        "face",
        "resist",
        "skirt",
        "suffer",
        "withstand",
    }
)
# Whoever is so done to by or with sanctions bears them.
_STRIKING = frozenset(
    {
        "batter",
        "cripple",
        "hammer",
        "hit",
        "hurt",
        "isolate",
        "punish",
        "slap",
        "squeeze",
        "strike",
        "target",
        "weaken",
    }
)
_SUBJECT = "subject"
_GROUPS = frozenset({EntityType.COMPANY, EntityType.ORGANIZATION})
# Whoever does something so does it because he bears sanctions.
_AGAINST = frozenset({"against", "on"})
# How those are named whom sanctions are on: "firms in A", "the banks of A and of B", "A's army".
_CALLED = frozenset({"amod", "appos", "compound", "conj", "nmod", "poss"})
_OF = frozenset({"from", "in", "including", "of"})
_ANSWERS = frozenset({"reaction", "response", "retaliation"})


def sanctioned(sentence: Sentence, trigger: Span, mentions: Sequence[Mention]) -> frozenset[Mention]:
    """The mentions who bear the sanctions that the trigger names, if the parse says who does."""
    noun = root_of(sentence, trigger)
    bearing = list(_bearing(noun)) if noun is not None and noun.pos_ == "NOUN" else []
    found = rooted_at({number for each in bearing for number in with_owners(each)}, sentence, mentions)
    # The parse joins the city of a dateline to the first name of the story
    return frozenset(each for each in found if each.type is not EntityType.PLACE) or found


def spared(sentence: Sentence, trigger: Span, mentions: Sequence[Mention]) -> frozenset[Mention]:
    """The mentions other than those on whom the parse says that sanctions are, if it does.

    "Imposed sanctions on firms in A over its part in B" hits nobody in B.
    """
    word = root_of(sentence, trigger)
    curbs = [each for each in _curbs(word) if each.lemma_.lower() in load_attacks()["curbs"]] if word else []
    under = [each for curb in curbs for each in _borne_by(curb)]
    hit = {
        mention
        for mention, root in (roots_of(sentence, mentions).items() if under else ())
        if any(_is_called(root, each) or _follows(sentence, mention, each) for each in under)
    }
    return frozenset(mentions) - hit if hit else frozenset()


def _follows(sentence: Sentence, mention: Mention, noun: Token) -> bool:
    """Whether the name of a group stands right behind what it is, be they tied by the parse or not."""
    if mention.type not in _GROUPS:
        return False
    start = noun.idx + len(noun.text)
    return sentence.tokens.text[start : mention.span.start - sentence.offset] in {" ", ", "}


def _curbs(word: Token) -> Iterator[Token]:
    """The nouns for what is imposed: the trigger itself, or the object of its verb."""
    yield word
    yield from (child for child in word.children if child.dep_ in DIRECT_OBJECTS)


def _borne_by(curb: Token) -> Iterator[Token]:
    """Those whom a noun, or its verb, says that sanctions are on."""
    above = [curb.head] if curb.dep_ in {*DIRECT_OBJECTS, "nsubjpass"} else []
    clauses = [child for child in curb.children if child.dep_ == "acl"]  # "sanctions imposed on A"
    for each in (curb, *above, *clauses):
        behind = (child for child in each.children if child.lower_ in _AGAINST)
        yield from (noun for child in behind for noun in child.children if noun.dep_ == "pobj")


def _is_called(token: Token, noun: Token) -> bool:
    """Whether a word says who is meant by a noun, or of where they are."""
    if not is_under(token, noun):
        return False
    above = (each for each in upwards(token) if each.i != noun.i and is_under(each, noun))
    return all(each.dep_ in {*_CALLED, "pobj"} or each.lower_ in _OF for each in above)


def _bearing(sanctions: Token) -> Iterator[Token]:
    """The words for who bears sanctions, be it "a number of sanctions"."""
    sanctions = counted(sanctions)
    above, behind = sanctions.head, sanctions.head.head
    if sanctions.dep_ in DIRECT_OBJECTS and above.lemma_ in _BEARING:
        yield from subjects_of(with_subject(above))
    if sanctions.dep_ != "pobj":
        return
    verb = verb_of(behind) if above.lower_ in {"for", "to"} and behind.lemma_ in _ANSWERS else None
    if verb is not None and not any(word.lower_ in _AGAINST for word in sanctions.subtree):
        yield from subjects_of(with_subject(verb))
    is_struck = above.lower_ in {"by", "with"} and behind.lemma_ in _STRIKING
    if above.lower_ == "under" or is_struck or (above.lower_ == "to" and behind.lower_ == _SUBJECT):
        yield from _told_of(behind)


def _told_of(word: Token) -> Iterator[Token]:
    """Whom a verb, a participle or an adjective is told of; a noun that it stands behind."""
    objects = [child for child in word.children if child.dep_ in DIRECT_OBJECTS]
    if word.pos_ in NOUNS:
        yield word
    elif word.dep_ in {"acl", "amod"}:
        yield word.head
    elif objects:
        yield from objects
    else:
        verb = with_subject(word.head if word.dep_ == "acomp" else word)
        yield from subjects_of(verb)
        yield from (child for child in verb.children if child.dep_ == "nsubjpass")
