"""said of: the offices of whom a sentence calls only "he" or "she" ("He had been ambassador to Kenya")."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from graph.model import Entity, EntityType, Form, Mention, Position, Span
from graph.offices.line import Line, Word
from graph.offices.nouns import load_nouns
from graph.offices.phrases import Phrase, find_phrases, main_word
from graph.offices.who.wished import is_wished

FORMS = frozenset({"he", "she"})
UNREAL = frozenset({"could", "may", "might", "should", "would", "if"})


def with_said_of(
    lines: Sequence[Line],
    mentions: Sequence[Mention],
    entities: Sequence[Entity],
    positions: Sequence[Position],
) -> tuple[Position, ...]:
    """Add the offices that sentences say "he" or "she" holds or held, of whom the text decides who it is."""
    people = {m.span: m.entities[0] for m in mentions if _is_of_one(m, entities)}
    found = list(positions)
    for line in lines if people else ():
        for word in line.words:
            if word.span in people and word.token.dep_ in ("nsubj", "nsubjpass"):
                for office in _offices_of(line.words, word):
                    found += _position(entities, found, people[word.span], word, office, line.words)
    return tuple(found)


def _is_of_one(mention: Mention, entities: Sequence[Entity]) -> bool:
    types = [entities[index].type for index in mention.entities]
    is_he = mention.form is Form.PRONOUN and mention.text.lower() in FORMS
    return is_he and types == [EntityType.PERSON]


def _offices_of(words: Sequence[Word], pronoun: Word) -> Iterator[Phrase]:
    """Give the titles that the verb of a pronoun says are his: "was minister", "served as envoy"."""
    verb = pronoun.token.head
    if is_wished(verb) or any(child.lower_ in UNREAL for child in verb.children):
        return
    for office in find_phrases(words):
        is_one = office.is_office and not office.plural and office.possessor is None and not office.nameless
        if is_one and _says(verb, _first_of_list(main_word(words, office).token)):
            yield office


def _first_of_list(token: Token) -> Token:
    while token.dep_ == "conj" and token.head.pos_ in ("NOUN", "PROPN"):
        token = token.head
    return token


def _says(verb: Token, title: Token) -> bool:
    """Tell whether a verb gives its subject a title."""
    if title.head == verb:
        named = verb.lemma_ == "be" or verb.lower_ in load_nouns().becoming | load_nouns().appointing
        return named and title.dep_ in ("attr", "oprd", "xcomp")
    as_such = title.dep_ == "pobj" and title.head.lower_ == "as" and title.head.head == verb
    return as_such and verb.lower_ in load_nouns().becoming | load_nouns().appointing | {"worked"}


def _position(
    entities: Sequence[Entity],
    positions: Sequence[Position],
    holder: int,
    pronoun: Word,
    office: Phrase,
    words: Sequence[Word],
) -> list[Position]:
    of = _owner(entities, positions, holder, office)
    if of is None or of == holder or any(_is_told(p, holder, of, office) for p in positions):
        return []
    spans = sorted((pronoun.span, words[office.begin].span, words[office.end - 1].span))
    return [Position(holder, office.role, of, (Span(spans[0].start, spans[-1].end),))]


def _is_told(position: Position, holder: int, of: int, office: Phrase) -> bool:
    same = (position.holder, position.of) == (holder, of)
    return same and set(office.role.split()) <= set(position.role.split())


def _owner(
    entities: Sequence[Entity], positions: Sequence[Position], holder: int, office: Phrase
) -> int | None:
    """Find whose office it is: whose it says, or the one state that its holder serves."""
    states = [owner for owner in office.owners if owner.type is EntityType.COUNTRY]
    if office.owners:
        owner = (states if office.national and states else office.owners)[0]
        return owner.entities[0] if owner.type is not EntityType.PERSON else None
    served = {p.of for p in positions if p.holder == holder and entities[p.of].type is EntityType.COUNTRY}
    return served.pop() if office.national and len(served) == 1 else None
