"""groups: who is a part of his state or against it, which does not act: "A's opposition"."""

from __future__ import annotations

from spacy.tokens import Token

from graph.events.roles.private import load_private_words
from graph.events.syntax.coordination import root_of
from graph.events.syntax.governors import MODIFIERS, NOUNS
from graph.events.syntax.owners import OWNERS
from graph.model import EntityType, Mention, Sentence

_IN = frozenset({"from", "in", "of", "within"})
_MEMBERS = frozenset({"ally", "country", "government", "member", "nation", "state"})


def is_of_group(sentence: Sentence, mention: Mention) -> bool:
    """Whether a mention only says of what state opponents are: "the rebel coalition in A", "A's opposition".

    Nor are some members of an organization all of it.
    """
    token = root_of(sentence, mention.span)
    noun = _group_of(token) if token is not None else None
    if noun is None:
        return False
    if mention.type is EntityType.INTERNATIONAL_ORGANIZATION:
        return noun.lemma_.lower() in _MEMBERS and _are_some(noun)
    is_state = mention.type in {EntityType.COUNTRY, EntityType.PLACE}
    return is_state and (_is_opposing(noun) or _is_former(noun))


def _group_of(token: Token) -> Token | None:
    """The noun on which a name hangs by whose it is, or by where: "A's rebels", "rebels in A"."""
    if token.dep_ == "pobj" and token.head.lower_ in _IN:
        token = token.head
    elif token.dep_ not in OWNERS:
        return None
    return token.head if token.head.pos_ in NOUNS else None


def _is_opposing(noun: Token) -> bool:
    """Whether a noun is for opponents of their state, by itself or by what stands before it."""
    words = load_private_words()
    if noun.lemma_.lower() in words["opposing"]:
        return all(child.lower_ != "to" for child in noun.children)  # "A's opposition to the plan"
    kinds = (child.lemma_.lower() for child in noun.lefts if child.dep_ in MODIFIERS)
    return noun.lemma_.lower() in words["sides"] and not words["opposing"].isdisjoint(kinds)


def _is_former(noun: Token) -> bool:
    """Whether a noun is for who acts for his state no more: "a former Peruvian minister"."""
    return noun.pos_ == "NOUN" and any(child.lower_ in {"former", "retired"} for child in noun.lefts)


def _are_some(noun: Token) -> bool:
    return any(child.lower_ in load_private_words()["some"] for child in noun.lefts)
