"""sanctioned: by the parse, who bears sanctions: "A, under sanctions", "A has been hit by an embargo"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from graph.events.roles.subjects import subjects_of
from graph.events.syntax.coordination import root_of, rooted_at
from graph.events.syntax.governors import DIRECT_OBJECTS, NOUNS, counted, verb_of, with_subject
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
# Whoever does something so does it because he bears sanctions.
_AGAINST = frozenset({"against", "on"})
_ANSWERS = frozenset({"reaction", "response", "retaliation"})


def sanctioned(sentence: Sentence, trigger: Span, mentions: Sequence[Mention]) -> frozenset[Mention]:
    """The mentions who bear the sanctions that the trigger names, if the parse says who does."""
    noun = root_of(sentence, trigger)
    bearing = list(_bearing(noun)) if noun is not None and noun.pos_ == "NOUN" else []
    found = rooted_at({number for each in bearing for number in with_owners(each)}, sentence, mentions)
    # The parse joins the city of a dateline to the first name of the story
    return frozenset(each for each in found if each.type is not EntityType.PLACE) or found


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
