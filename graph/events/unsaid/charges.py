"""charges: whose charge or demand somebody rejects who was its target: "A accused B. B denied this"."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Token

from graph.events.draft import Draft
from graph.events.roles.subjects import agents_of, meant
from graph.events.scene import Scene
from graph.events.syntax.coordination import root_of
from graph.events.syntax.governors import DIRECT_OBJECTS, is_passive
from graph.events.unsaid.anaphors import load_nouns

# Sentences over which a charge is in mind.
REACH = 2
# What is turned down by whom it is against.
_AGAINST = frozenset({"Criticism", "Demand", "Threat"})
_DEFINITE = frozenset({"all", "both", "that", "the", "these", "this", "those"})
_POINTING = frozenset({"it", "that", "them", "this"})
# In "the charges by A" and "the claims of the judges" those are whose.
_OWNING = frozenset({"by", "from"})


def accusers(draft: Draft, told: Sequence[Draft], scene: Scene) -> tuple[int, ...]:
    """Who spoke last against whoever rejects what a sentence only points back to."""
    classes = _pointed_at(root_of(scene.sentences[draft.sentence], draft.trigger))
    rejecting = draft.roles.get("actor", ())
    own = scene.countries_of(rejecting)
    for other in reversed(told):
        if draft.sentence - other.sentence > REACH:
            break
        targets = other.roles.get("target", ())
        is_against = not set(targets).isdisjoint(rejecting) or bool(own & scene.countries_of(targets))
        if other.type in classes and is_against:
            actors = other.roles.get("actor", ())
            is_another = set(actors).isdisjoint(rejecting) and not own & scene.countries_of(actors)
            return actors if is_another else ()
    return ()


def _pointed_at(verb: Token | None) -> frozenset[str]:
    """The classes of acts to which what a verb rejects points back."""
    if verb is None or verb.pos_ != "VERB":
        return frozenset()
    found = set[str]()
    for noun in _rejected(verb):
        if noun.lower_ in _POINTING:
            found.add("Criticism")
        elif _is_nobodys(noun):
            found |= load_nouns().get(noun.lemma_.lower(), frozenset())
    return frozenset(found & _AGAINST)


def _rejected(verb: Token) -> list[Token]:
    """What is rejected: "denied it", "the charge was denied", "a charge that A denied", "one denied by A"."""
    passive = is_passive(verb)
    things = {"nsubjpass"} if passive else DIRECT_OBJECTS
    found = [meant(child) for child in verb.children if child.dep_ in things]
    is_participle = verb.dep_ == "acl" and verb.tag_ == "VBN" and bool(agents_of(verb))
    return [*found, verb.head] if is_participle else found


def _is_nobodys(noun: Token) -> bool:
    """Whether a noun speaks of something told, and not of what somebody named beside it has said."""
    children = list(noun.children)
    is_owned = any(each.dep_ == "poss" or each.lower_ in _OWNING for each in children) or any(
        owner.dep_ == "pobj" and any(each.dep_ in {"det", "poss"} for each in owner.children)
        for of in children
        if of.lower_ == "of"
        for owner in of.children
    )
    is_told = noun.dep_ == "appos" or any(each.lower_ in _DEFINITE for each in children)
    return is_told and not is_owned
