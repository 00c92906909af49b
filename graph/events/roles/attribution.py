"""attribution: an event that an article tells as someone's claim gains the one who claims it."""

from __future__ import annotations

import tomllib
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from spacy.tokens import Token

from graph.events.draft import Draft
from graph.events.roles.backed import only_supports
from graph.events.scene import Scene
from graph.events.syntax.coordination import root_of
from graph.events.syntax.governors import SUBJECTS, verb_of
from graph.linking.gazetteer import load_gazetteer
from graph.model import EntityType, Mention, Sentence

_DEEPEST = 10  # steps up the parse
# How a verb hangs on another that it shares its teller with.
_TOLD_ALONG = frozenset({"ccomp", "xcomp", "advcl", "pcomp", "prep", "conj", "parataxis"})
_CLAIMED = frozenset({"ccomp", "parataxis"})
# Who does not speak for the state in whose capital he is.
_OF_ANYBODY = frozenset({"delegation", "diplomat", "embassy", "report", "source"})
_ACTED_UPON = frozenset({"target"})


@dataclass(frozen=True, slots=True)
class Claims:
    """The words by which a text tells something as someone's claim, by their lemmas."""

    reporting: frozenset[str]
    accusing: frozenset[str]
    voices: frozenset[str]


def attribute_to(
    tellings: Sequence[Draft], roles: Mapping[str, Sequence[int]], scene: Scene
) -> tuple[int, ...]:
    """Gives those who claim an event, none where the article vouches for it in any sentence of its text.

    Who takes part in an event, or acts for one who does, only announces his own act: that is no claim.
    """
    text = [each for each in tellings if not scene.sentences[each.sentence].is_title] or tellings
    claimants = [claimants_of(telling, scene) for telling in text]
    if not all(claimants):
        return ()
    actors = {actor for role, fillers in roles.items() if role not in _ACTED_UPON for actor in fillers}
    found = tuple(dict.fromkeys(claimant for each in claimants for claimant in each))
    return () if any(_acts_for(claimant, actors, scene) for claimant in found) else found


def claimants_of(telling: Draft, scene: Scene) -> tuple[int, ...]:
    """Gives those who say, as the sentence has it, what a draft tells."""
    sentence = scene.sentences[telling.sentence]
    verb = verb_of(root_of(sentence, telling.trigger))
    if verb is None or _is_own_act(verb):
        return ()
    sources = (source for source in _sources(verb, sentence))
    named = (speaks_for(source, sentence, scene) for source in sources)
    return next((entities for entities in named if entities), ())


def _is_own_act(verb: Token) -> bool:
    """Whether a pronoun acts, which after a verb of saying stands for who says it: "A said it would"."""
    return any(token.pos_ == "PRON" and token.dep_ in SUBJECTS for token in verb.children)


def _sources(verb: Token, sentence: Sentence) -> Iterator[Token]:
    """The words for who says what a verb tells, the nearest first."""
    told = [verb]
    for _ in range(_DEEPEST):
        token = told[-1]
        yield from _source_of(token)
        if token.dep_ not in _TOLD_ALONG or token.head.i == token.i or _starts_anew(token):
            break
        told.append(token.head)
    verbs = {token.i for token in told}
    for token in sentence.tokens:
        if token.lower_ == "according" and _clause(token) in verbs:
            yield from (name for to in token.children for name in to.children if name.dep_ == "pobj")


def _source_of(token: Token) -> Iterator[Token]:
    """The subject of the verb of saying whose clause a verb is, or of the verb of blame."""
    claims = load_claims()
    if token.dep_ in _CLAIMED and token.head.lemma_.lower() in claims.reporting:
        yield from _subject(token.head)
    if token.dep_ == "pcomp" and token.head.head.lemma_.lower() in claims.accusing:
        yield from _subject(token.head.head)


def _subject(verb: Token) -> Iterator[Token]:
    """The subject of an active verb, also where another verb lends it: "met him and said"."""
    for _ in range(_DEEPEST):
        if any(child.dep_ == "auxpass" for child in verb.children):
            return
        subjects = [child for child in verb.children if child.dep_ in SUBJECTS]
        if subjects or verb.dep_ not in {"conj", "xcomp", "advcl"}:
            yield from subjects
            return
        verb = verb.head


def _starts_anew(token: Token) -> bool:
    """Whether a further clause has a subject of its own: what it tells, the article may tell itself."""
    return token.dep_ == "conj" and any(child.dep_ in SUBJECTS for child in token.children)


def _clause(token: Token) -> int | None:
    verb = verb_of(token.head)
    return verb.i if verb is not None else None


def speaks_for(source: Token, sentence: Sentence, scene: Scene) -> tuple[int, ...]:
    """The entities that a source is, or the body for which one without a name speaks."""
    mentions = _mentions_in(sentence, scene)
    start = sentence.offset + source.idx
    over = [each for each in mentions if each.span.start <= start < each.span.end and each.entities]
    if over:
        return _agents(max(over, key=lambda each: each.span.end - each.span.start).entities, scene)
    words = {sentence.offset + token.idx for token in source.subtree}
    beside = [
        each
        for each in mentions
        if each.span.start in words and each.entities and not only_supports(sentence, each)
    ]
    beside.sort(key=lambda each: (each.span.start, -each.span.end))
    titled = [each for each in beside if each.type is EntityType.PERSON]
    if source.lemma_.lower() not in load_claims().voices:
        return ()
    spoken_for = [each for each in beside if each.span.start < _end_of_phrase(source, sentence)]
    named = (_agents(each.entities, scene) for each in (*titled, *spoken_for))
    found = next(filter(None, named), ())
    is_of_anybody = source.lemma_.lower() in _OF_ANYBODY
    return found or (() if is_of_anybody else _state_of_capital(spoken_for, sentence, scene))


def _state_of_capital(mentions: Iterable[Mention], sentence: Sentence, scene: Scene) -> tuple[int, ...]:
    """The state, if the article names it, in whose capital somebody speaks: "officials in Lima said"."""
    for mention in mentions:
        if len(mention.entities) == 1 and sentence.text_before(mention.span).endswith(" in "):
            states = {known.country for known in load_gazetteer().capital_of(mention.text)}
            return tuple(
                each
                for each in scene.states_of(mention.entities[0])
                if scene.entities[each].country in states
            )
    return ()


def _end_of_phrase(source: Token, sentence: Sentence) -> int:
    """Where the clause of a source begins, if it has one: "officials who met the Kenyan president"."""
    clauses = (child.left_edge for child in source.children if child.dep_ in {"relcl", "acl"})
    return sentence.offset + min((token.idx for token in clauses), default=len(sentence.tokens.doc.text))


def _agents(entities: Iterable[int], scene: Scene) -> tuple[int, ...]:
    """Those who can claim: places cannot."""
    return tuple(each for each in entities if scene.entities[each].type is not EntityType.PLACE)


def _mentions_in(sentence: Sentence, scene: Scene) -> Sequence[Mention]:
    """The mentions of a sentence; those of an article stand in the order of its text."""
    first = bisect_left(scene.mentions, sentence.span.start, key=lambda mention: mention.span.start)
    last = bisect_left(scene.mentions, sentence.span.end, key=lambda mention: mention.span.start)
    return scene.mentions[first:last]


def _acts_for(claimant: int, actors: Iterable[int], scene: Scene) -> bool:
    """Whether someone is among the actors, speaks for one of them, or is of the same state."""
    ours, our_states = _bodies(claimant, scene)
    for actor in actors:
        theirs, their_states = _bodies(actor, scene)
        if ours & theirs or our_states & their_states:
            return True
    return False


def _bodies(entity: int, scene: Scene) -> tuple[set[int], set[str]]:
    """An entity with what it heads, and the states that these belong to."""
    bodies = {entity, *(held.of for held in scene.positions if held.holder == entity)}
    return bodies, {state for body in bodies if (state := scene.entities[body].country) is not None}


@cache
def load_claims() -> Claims:
    """Load the words."""
    lists = tomllib.loads(files("graph.events.roles").joinpath("attribution.toml").read_text("utf-8"))
    return Claims(**{name: frozenset(lemmas) for name, lemmas in lists.items()})
