"""office owners: whose office a title is, by its own words or by what the reader has in mind."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from graph.model import Entity, EntityType, Form, Mention, Position
from graph.offices.holders import Claim
from graph.offices.line import Word
from graph.offices.nouns import load_nouns
from graph.offices.phrases import BODIES

DATELINE = 3  # lines within which a report names its place
GOAL_REACH = 3  # words from "visit" to the country: "a visit to the Netherlands"
GOALS = frozenset(
    {"arrive", "arrived", "arrives", "arriving", "flew", "flies", "journey", "tour", "travel", "travelled"}
) | {"traveled", "travelling", "traveling", "travels", "trip", "visit", "visited", "visiting", "visits"}

SUBJECT_PARTS = frozenset({"amod", "appos", "compound", "conj", "nmod", "pobj", "poss"})
# Where somebody does so, the one of the two is a guest.
HOSTING = frozenset({"greet", "host", "meet", "receive", "welcome", "hold", "discuss", "talk", "call"})


@dataclass(frozen=True, slots=True)
class Scene:
    """An article as its lines of words, with its entities."""

    entities: Sequence[Entity]
    lines: Sequence[Sequence[Word]]
    dateline_country: int | None = None

    def country_of(self, index: int) -> int | None:
        """Find the country entity to which an entity belongs."""
        entity = self.entities[index]
        if entity.type is EntityType.COUNTRY:
            return index
        if entity.country is None:
            return None
        found = (
            place
            for place, other in enumerate(self.entities)
            if other.type is EntityType.COUNTRY and other.country == entity.country
        )
        return next(found, None)

    def home_of(self, person: int, positions: Iterable[Position]) -> int | None:
        """Find the country of a person, or the one that he serves."""
        served = (
            p.of for p in positions if p.holder == person and self.entities[p.of].type is EntityType.COUNTRY
        )
        home = self.country_of(person)
        return home if home is not None else next(served, None)

    def mentions_back(self, line: int, before: int, *, lines: int = 1) -> Iterator[Mention]:
        """Give the mentions before a character, the nearest first, from a line and some before it."""
        for number in range(line, max(-1, line - lines), -1):
            for word in reversed(self.lines[number]):
                if word.mention and word.span.start < before:
                    yield word.mention


def find_dateline_country(scene: Scene) -> int | None:
    """Read "WELLINGTON, New Zealand (AP) _": the country from which is reported, if it is named there too."""
    for words in scene.lines[:DATELINE]:
        if words and words[0].mention and words[0].text.isupper():
            country = scene.country_of(words[0].mention.entities[0])
            named = [word.mention for line in scene.lines for word in line if word.mention]
            return country if any(m.entities[0] == country for m in named) else None
    return None


def written_owner(scene: Scene, claim: Claim) -> int | None:
    """Find whose office it is by the words of the phrase itself."""
    owners = (claim.owner,) if claim.owner else claim.office.owners
    if not owners:
        return None
    countries = [owner for owner in owners if owner.type is EntityType.COUNTRY]
    owner = countries[0] if claim.office.national and countries else owners[0]
    index = owner.entities[0]
    if owner.type is EntityType.PERSON:
        return scene.country_of(index)
    if owner.type is EntityType.PLACE and claim.office.role in ("foreign minister", "ambassador", "envoy"):
        home = scene.country_of(index)
        return home if home is not None else index
    return None if index == claim.holder.entities[0] else index


def owner_in_mind(scene: Scene, claim: Claim, positions: Sequence[Position]) -> int | None:
    """Find whose office it is where the phrase does not name the owner; None where that would be a guess."""
    if claim.office.owners or claim.owner or claim.office.nameless:
        return None
    home = scene.home_of(claim.holder.entities[0], positions)
    if claim.office.possessor is not None:
        return _possessor(scene, claim, claim.office.possessor, home, positions)
    if claim.office.national:
        here, dateline = (
            _unless_guest(scene, country, claim, positions)
            for country in (_country_before(scene, claim), scene.dateline_country)
        )
        told = _unless_guest(scene, _told_before(scene, claim, positions), claim, positions)
        found = (home, _side(scene, claim), here, _own_country(scene, claim), dateline, told)
        return next((country for country in found if country is not None), None)
    body = _body_behind(scene.lines[claim.line], claim.office.end)
    if body is not None:
        return body
    reach = 3 if "general" in claim.office.role else 1
    bodies = (m for m in scene.mentions_back(claim.line, claim.span.start, lines=reach) if m.type in BODIES)
    return next((mention.entities[0] for mention in bodies), None)


def _body_behind(words: Sequence[Word], end: int) -> int | None:
    """Read "Director, World Food Programme": the body right behind the comma of a title."""
    if end + 1 >= len(words) or words[end].lower != ",":
        return None
    mention = words[end + 1].mention
    return mention.entities[0] if mention is not None and mention.type in BODIES else None


def _possessor(
    scene: Scene, claim: Claim, possessor: Word, home: int | None, positions: Sequence[Position]
) -> int | None:
    """Resolve "its president", "his foreign minister", "the country's leader" to the owner of the office."""
    if claim.office.national and home is not None and not _nearest_is_body(scene, claim, possessor):
        return home
    types = _possessor_types(possessor)
    for mention in scene.mentions_back(claim.line, possessor.span.start, lines=4):
        if mention.type in types and mention != claim.holder and mention.form is Form.NAME:
            index = mention.entities[0]
            return scene.home_of(index, positions) if mention.type is EntityType.PERSON else index
    return None


def _nearest_is_body(scene: Scene, claim: Claim, possessor: Word) -> bool:
    """Tell whether "its president" in this line may be that of a bank or an alliance."""
    back = scene.mentions_back(claim.line, possessor.span.start)
    nearest = next((mention for mention in back if mention.type is not EntityType.PERSON), None)
    return possessor.lower == "its" and nearest is not None and nearest.type in BODIES


def _possessor_types(possessor: Word) -> frozenset[EntityType]:
    if possessor.lower in ("his", "her"):
        return frozenset({EntityType.PERSON})
    if possessor.lower in ("country", "nation"):
        return frozenset({EntityType.COUNTRY})
    if possessor.lower in ("its", "whose"):
        return BODIES | {EntityType.COUNTRY}
    return BODIES if possessor.token.pos_ == "NOUN" else frozenset()


def _side(scene: Scene, claim: Claim) -> int | None:
    """Read "on the Kenyan side, Minister X" and "Minister X came on the Kenyan side"."""
    words = scene.lines[claim.line]
    sides = [
        (word.span.start, words[index - 1].mention)
        for index, word in enumerate(words)
        if index > 2 and word.lower == "side" and words[index - 3].lower in ("on", "from")
    ]
    before = [owner for start, owner in sides if start < claim.span.start]
    after = [owner for start, owner in sides if start > claim.span.start]
    owner = (before[-1:] or after[:1] or [None])[0]
    return owner.entities[0] if owner is not None and owner.type is EntityType.COUNTRY else None


def _told_before(scene: Scene, claim: Claim, positions: Sequence[Position]) -> int | None:
    """Read "Peru's president said so. Foreign Minister X denied it": the state that acted just before.

    It is that of who acts himself, and only where no way abroad and no host is told of.
    """
    line = scene.lines[claim.line]
    if claim.office.noun in load_nouns().away or not _acts(line, claim) or _tells_of_host(line):
        return None
    here = [word for word in line if word.span.start < claim.span.start]
    before = scene.lines[claim.line - 1] if claim.line else ()
    for words in (here, before):
        named = {_state_of(scene, word, positions) for word in words if _is_in_subject(word)} - {None}
        if named:
            return named.pop() if len(named) == 1 and not _tells_of_host(words) else None
    return None


def _state_of(scene: Scene, word: Word, positions: Sequence[Position]) -> int | None:
    if word.mention is None:
        return None
    index = word.mention.entities[0]
    is_person = word.mention.type is EntityType.PERSON
    return scene.home_of(index, positions) if is_person else scene.country_of(index)


def _is_in_subject(word: Word) -> bool:
    """Tell whether a word belongs to a sentence's subject: "Peru's president", "the army of Peru"."""
    token = word.token
    while token.dep_ in SUBJECT_PARTS or (token.dep_ == "prep" and token.lower_ == "of"):
        token = token.head
    return token.dep_ == "nsubj" and token.head.dep_ in ("ROOT", "conj")


def _acts(words: Sequence[Word], claim: Claim) -> bool:
    """Tell whether the holder of an office is the subject of the sentence's verb."""
    for word in words:
        inside = claim.span.start <= word.span.start < claim.span.end
        if inside and word.token.dep_ == "nsubj" and word.token.head.dep_ in ("ROOT", "conj", "ccomp"):
            return True
    return False


def _tells_of_host(words: Sequence[Word]) -> bool:
    return any(word.lower in GOALS or word.token.lemma_.lower() in HOSTING for word in words)


def _own_country(scene: Scene, claim: Claim) -> int | None:
    """The country, if it is spoken of, that alone has such an office: "Secretary of State X"."""
    code = load_nouns().owned.get(claim.office.role)
    countries = enumerate(scene.entities)
    return next((place for place, entity in countries if code and _is_state(entity, code)), None)


def _is_state(entity: Entity, code: str) -> bool:
    return entity.type is EntityType.COUNTRY and entity.country == code


def _unless_guest(
    scene: Scene, country: int | None, claim: Claim, positions: Sequence[Position]
) -> int | None:
    """The country, unless another holds the office in it, or the line tells of its own people or a way there.

    "In Oslo, Foreign Minister X met Norwegian Prime Minister Y": X is a guest.
    """
    holder, line = claim.holder.entities[0], scene.lines[claim.line]
    here = [position for position in positions if position.of == country and position.holder != holder]
    is_held = any(position.role == claim.office.role for position in here)
    in_line = any(line[0].span.start <= span.start < line[-1].span.end for p in here for span in p.evidence)
    return None if country is None or is_held or in_line or _is_goal(scene, line, country) else country


def _is_goal(scene: Scene, line: Sequence[Word], country: int) -> bool:
    """Tell whether a line tells of a way to a country: "arrived in Laos", "a visit to Laos"."""
    for index, word in enumerate(line):
        named = word.mention is not None and scene.country_of(word.mention.entities[0]) == country
        if named and GOALS & {each.lower for each in line[max(0, index - GOAL_REACH) : index]}:
            return True
    return False


def _country_before(scene: Scene, claim: Claim) -> int | None:
    """Read "In Moscow Deputy Foreign Minister X": the country in which the title stands."""
    back = [word for word in scene.lines[claim.line] if word.span.start < claim.span.start]
    if back and back[-1].lower == ",":
        back.pop()
    if len(back) < 2 or back[-1].mention is None or back[-2].lower != "in":
        return None
    return scene.country_of(back[-1].mention.entities[0])
