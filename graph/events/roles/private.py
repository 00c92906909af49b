"""private: people who hold no office, banks and newspapers act for nobody but themselves."""

from __future__ import annotations

import tomllib
from collections.abc import Container, Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from graph.events.draft import SPEECH, Draft
from graph.events.scene import OFFICIAL, Scene
from graph.events.syntax.coordination import first_conjunct, root_of
from graph.events.syntax.governors import MODIFIERS
from graph.model import EntityType, Form, Mention, Sentence
from graph.within import mentions_within

if TYPE_CHECKING:
    from spacy.tokens import Token

PLURALS = frozenset({"NNS", "NNPS"})
# Whoever is in their service speaks for more than himself.
PUBLIC = OFFICIAL | {EntityType.INTERNATIONAL_ORGANIZATION}


@cache
def load_private_words() -> Mapping[str, frozenset[str]]:
    """The nouns for private people and aides, and the words that count or single out a people's members."""
    table = tomllib.loads(files("graph.events.roles").joinpath("private.toml").read_text("utf-8"))
    return {kind: frozenset(words) for kind, words in table.items()}


def load_aides() -> frozenset[str]:
    """The nouns for what someone is to another: aides and relatives."""
    return load_private_words()["aides"] | load_private_words()["relatives"]


def without_private(sentences: Sequence[Sentence], mentions: Sequence[Mention]) -> tuple[Mention, ...]:
    """Leaves out the mentions that only tell where private people and institutions come from."""
    private = {
        mention
        for sentence, inside in zip(sentences, mentions_within(sentences, mentions), strict=True)
        for mention in inside
        if is_private(sentence, mention) or is_of_acting_institution(sentence, mention)
    }
    return tuple(mention for mention in mentions if mention not in private)


def is_private(sentence: Sentence, mention: Mention) -> bool:
    """Whether a demonym tells only where somebody comes from: "the Chilean banker", "some 900 Danes"."""
    token = root_of(sentence, mention.span) if mention.form is Form.DEMONYM else None
    if token is None:
        return False
    first = first_conjunct(token)
    return _are_some(first) or _modifies_private(first)


def is_of_acting_institution(sentence: Sentence, mention: Mention) -> bool:
    """Whether a state is named only as the home of an institution that acts: "a Kenyan bank sued Peru".

    What is done to one may be done to its state: "Peru banned two Kenyan firms".
    """
    token = root_of(sentence, mention.span) if mention.type is EntityType.COUNTRY else None
    if token is None:
        return False
    noun = first = first_conjunct(token)
    while noun.dep_ in MODIFIERS:  # "Kenyan state media"
        noun = noun.head
    if noun == first or noun.lemma_.lower() not in load_private_words()["institutions"]:
        return False
    acting = first_conjunct(noun)
    return acting.dep_ == "nsubj" or (acting.dep_ == "pobj" and acting.head.dep_ == "agent")


def without_opinions(drafts: Sequence[Draft], scene: Scene) -> tuple[Draft, ...]:
    """Leaves out what only people say who act for nobody: analysts, traders."""
    laymen = _find_laymen(scene)
    return tuple(draft for draft in drafts if not _is_opinion(draft, laymen))


def _is_opinion(draft: Draft, laymen: Container[int]) -> bool:
    speakers = draft.roles.get("speaker" if draft.type == "Statement" else "actor", ())
    return draft.type in SPEECH and bool(speakers) and all(each in laymen for each in speakers)


def _find_laymen(scene: Scene) -> frozenset[int]:
    """The people without an office who are introduced by what they do: "Lars Holm, an analyst"."""
    nouns = load_private_words()["laymen"]
    inside = mentions_within(scene.sentences, scene.mentions)
    return frozenset(
        entity
        for sentence, mentions in zip(scene.sentences, inside, strict=True)
        for mention in mentions
        if mention.form is Form.NAME and mention.type is EntityType.PERSON
        for entity in mention.entities
        if not any(scene.entities[body].type in PUBLIC for body in scene.served_by(entity))
        if any(title.lemma_.lower() in nouns for title in _titles(root_of(sentence, mention.span)))
    )


def _titles(name: Token | None) -> Iterator[Token]:
    """The nouns before a name or beside it that say what someone is."""
    if name is None:
        return
    yield from (child for child in name.children if child.dep_ in MODIFIERS or child.dep_ == "appos")
    if name.dep_ == "appos":
        yield name.head


def _are_some(token: Token) -> bool:
    some = load_private_words()["some"]
    counted = any(child.dep_ == "nummod" or child.lower_ in some for child in token.children)
    return token.tag_ in PLURALS and counted


def _modifies_private(token: Token) -> bool:
    """Whether a noun for private people stands between the demonym and the end of what it modifies."""
    if token.dep_ not in MODIFIERS:
        return False
    nouns = load_private_words()["nouns"]
    return any(each.lemma_.lower() in nouns for each in token.doc[token.i + 1 : token.head.i + 1])
