"""positions: titles beside names become the offices that people hold."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from graph.model import Entity, EntityType, Mention, Position, Span
from graph.offices.claims import Claim, line_claims
from graph.offices.crowned import crowned
from graph.offices.heading import heading_claims
from graph.offices.home_in_mind import home_in_mind
from graph.offices.introduced import introduced
from graph.offices.line import Line, Word
from graph.offices.lineups import lineup_claims
from graph.offices.nouns import load_nouns
from graph.offices.office_owners import (
    Scene,
    find_datelines,
    written_owner,
)
from graph.offices.owners_in_mind import owner_in_mind
from graph.offices.persons import person_at
from graph.offices.phrases import Phrase, find_phrases
from graph.offices.succession import successions
from graph.offices.titles import COUNTERPARTS

VAGUE = frozenset({"leader", "head", "chief", "boss", "diplomat", "minister", "secretary", "envoy", "ruler"})
APART = frozenset({"former", "ex", "deputy", "vice", "acting", "first", "president-elect", "assistant"})
SPEECH = frozenset(
    {"say", "add", "note", "state", "stress", "underline", "emphasize", "recall", "urge", "call", "ask"}
) | {"express", "point", "describe", "warn", "voice", "welcome", "condemn", "reiterate", "associate"}
FILLERS = frozenset({"of", "for", "the", "and", "affairs", "&", "most", "top", "senior"})


def find_positions(lines: Sequence[Line], entities: Sequence[Entity]) -> tuple[Position, ...]:
    """Find the offices that an article says someone holds, one position per holder, role and owner.

    The mentions in its lines are linked names.
    """
    scene = Scene(entities, [line.words for line in lines], [line.sentence.paragraph for line in lines])
    # Told once an article, as it is asked of each office and looks through all words
    scene = replace(scene, datelines=find_datelines(scene))
    claims = [
        claim
        for number, words in enumerate(scene.lines)
        for claim in (*line_claims(words, number), *heading_claims(words, number))
    ]
    claims += lineup_claims(scene)
    scene = replace(scene, home=home_in_mind(scene, claims))
    owned = [(claim, written_owner(scene, claim)) for claim in claims]
    positions = [_position(claim, owner) for claim, owner in owned if owner is not None]
    positions += _unwritten(scene, [claim for claim, owner in owned if owner is None], positions)
    positions += _counterparts(scene, positions)
    positions += _delegates(scene, positions)
    positions += _descriptions(scene, claims, positions)
    positions += introduced(scene, claims, positions)
    positions += crowned(scene)
    positions += successions(scene, positions)
    return _merge(positions)


def _position(claim: Claim, owner: int) -> Position:
    return Position(claim.holder.entities[0], claim.office.role, owner, (claim.span,))


def _unwritten(scene: Scene, claims: Iterable[Claim], positions: Sequence[Position]) -> list[Position]:
    """Settle the titles that do not say whose they are, unless the same person's office is known already."""
    found: list[Position] = []
    # An aide is of whom his principal serves, who is told of first
    for claim in sorted(claims, key=lambda claim: bool(claim.office.owners)):
        known = [*positions, *found]
        held = [position for position in known if position.holder == claim.holder.entities[0]]
        if any(_is_same_office(position.role, claim.office.role) for position in held):
            continue
        owner = owner_in_mind(scene, claim, known)
        if owner is not None and owner != claim.holder.entities[0]:
            found.append(_position(claim, owner))
    return found


def _counterparts(scene: Scene, positions: Sequence[Position]) -> list[Position]:
    """Read "his Armenian counterpart, X": the same office as the one before, in another country."""
    found: list[Position] = []
    for number, words in enumerate(scene.lines):
        for index, word in enumerate(words):
            if word.mention or word.lower not in COUNTERPARTS:
                continue
            position = _counterpart(scene, positions, number, index)
            if position:
                found.append(position)
    return found


def _counterpart(scene: Scene, positions: Sequence[Position], number: int, index: int) -> Position | None:
    words = scene.lines[number]
    after = _skip(words, index + 1)
    demonym = words[index - 1].mention if index else None
    if after + 1 < len(words) and words[after].lower in ("of", "from"):  # "his counterpart of Peru, X"
        demonym, after = words[after + 1].mention, _skip(words, after + 2)
    holder = person_at(words, after)
    if holder is None:
        return None
    start = min(words[index].span.start, (demonym or words[index]).span.start)
    other = _subject_behind(words, after + 1) or next(
        (m for m in scene.mentions_back(number, start, lines=2) if m.type is EntityType.PERSON), None
    )
    held = [p for p in positions if other is not None and p.holder == other.entities[0]]
    # Who also sits on a committee has his peers by his office of state
    held.sort(key=lambda position: scene.entities[position.of].type is not EntityType.COUNTRY)
    own = [office.role for office in find_phrases(words, index + 1, after) if office.role not in VAGUE]
    role = next(iter((*own, *(position.role for position in held))), None)
    of = demonym.entities[0] if demonym else _home_of_counterpart(scene, holder, other, number, positions)
    if role is None or of is None or other is None or any(p.holder == holder.entities[0] for p in positions):
        return None
    if load_nouns().owned.get(role, scene.entities[of].country) != scene.entities[of].country:
        role = load_nouns().classes.get(role, role)  # nobody but the United States has a Secretary of State
    return Position(holder.entities[0], role, of, (Span(start, holder.span.end),))


def _subject_behind(words: Sequence[Word], index: int) -> Mention | None:
    """Read "Beside his counterpart X, Y said": whose counterpart X is may come after."""
    if index + 1 >= len(words) or words[index].text != ",":
        return None
    subject = person_at(words, index + 1)
    is_subject = words[index + 1].token.dep_ == "nsubj" and words[index + 1].token.head.dep_ == "ROOT"
    return subject if subject is not None and is_subject else None


def _home_of_counterpart(
    scene: Scene, holder: Mention, other: Mention | None, number: int, positions: Sequence[Position]
) -> int | None:
    """His own country, or the one from which is reported that somebody of another met him there."""
    home, here = scene.country_of(holder.entities[0]), scene.datelines[number]
    if home is not None or other is None or here is None:
        return home
    others = scene.home_of(other.entities[0], positions)
    is_taken = any(p.of == here and p.holder == other.entities[0] for p in positions)
    return here if others not in (None, here) and not is_taken else None


def _skip(words: Sequence[Word], index: int) -> int:
    """Skip what stands between "counterpart" and the name: "Foreign Minister", "Mr"."""
    between = {"number", ","} | load_nouns().honorifics | load_nouns().kept
    while index < len(words) - 1:
        title = next((each for each in find_phrases(words, index, index + 4) if each.begin == index), None)
        if title is None and words[index].lower not in between:
            break
        index = title.end if title is not None else index + 1
    return min(index, len(words) - 1)


def _delegates(scene: Scene, positions: Sequence[Position]) -> list[Position]:
    """Read "X (Peru) said" in the records of an international organisation: X represents Peru."""
    if not any(entity.type is EntityType.INTERNATIONAL_ORGANIZATION for entity in scene.entities):
        return []
    served = {position.holder for position in positions}
    found: list[Position] = []
    for words in scene.lines:
        for index, word in enumerate(words[:-4]):
            person, state = person_at(words, index), words[index + 2].mention
            brackets = (words[index + 1].text, words[index + 3].text) == ("(", ")")
            if person is None or state is None or not brackets or state.type is not EntityType.COUNTRY:
                continue
            if _speaks(words[index + 4]) and person.entities[0] not in served:
                span = Span(word.span.start, words[index + 3].span.end)
                found.append(Position(person.entities[0], "representative", state.entities[0], (span,)))
    return found


def _speaks(word: Word) -> bool:
    """Tell whether a word behind a delegate's name goes on with a speech: ", speaking for", "stressed"."""
    return word.text == "," or word.token.lemma_.lower() in SPEECH


def _descriptions(scene: Scene, claims: Sequence[Claim], positions: Sequence[Position]) -> list[Position]:
    """Read "the Turkish president" where one man of that country stands near who can be meant."""
    beside = {(claim.line, claim.office.begin) for claim in claims}
    found: list[Position] = []
    for number, words in enumerate(scene.lines):
        for office in find_phrases(words):
            if (number, office.begin) in beside or not _is_description(words, office):
                continue
            for owner in office.owners:
                position = _described(scene, office, owner.entities[0], number, (*positions, *found))
                found += [position] if position else []
    return found


def _is_description(words: Sequence[Word], office: Phrase) -> bool:
    of_states = all(owner.type is EntityType.COUNTRY for owner in office.owners)
    each_has_one = len(office.owners) == 1 or office.plural
    definite = words[office.begin].lower == "the" and office.role not in VAGUE
    is_abroad = office.noun in load_nouns().away
    return of_states and each_has_one and office.national and definite and not is_abroad


def _described(
    scene: Scene, office: Phrase, country: int, number: int, positions: Sequence[Position]
) -> Position | None:
    if any(p.of == country and _is_same_office(p.role, office.role) for p in positions):
        return None
    busy = {p.holder for p in positions if p.of == country}
    words = scene.lines[number]
    last = min(number + 1, len(scene.lines) - 1)
    near = scene.mentions_back(last, scene.lines[last][-1].span.end if scene.lines[last] else 0, lines=4)
    people = {m.entities[0] for m in near if m.type is EntityType.PERSON}
    fitting = [p for p in sorted(people - busy) if scene.country_of(p) == country]
    if len(fitting) != 1:
        return None
    span = Span(words[office.begin].span.start, words[office.end - 1].span.end)
    return Position(fitting[0], office.role, country, (span,))


def _merge(positions: Iterable[Position]) -> tuple[Position, ...]:
    """Make one position of those that name the same office; the fuller title stays."""
    merged: list[Position] = []
    for position in sorted(positions, key=lambda p: (-_weight(p.role), p.evidence)):
        for place, other in enumerate(merged):
            same = (other.holder, other.of) == (position.holder, position.of)
            if same and _is_same_office(other.role, position.role):
                evidence = tuple(sorted({*other.evidence, *position.evidence}))
                merged[place] = Position(other.holder, other.role, other.of, evidence)
                break
        else:
            merged.append(position)
    return tuple(sorted(merged, key=lambda p: (p.evidence, p.holder, p.of, p.role)))


def _weight(role: str) -> int:
    return len(_core(role)) - (role in VAGUE)


def _core(role: str) -> frozenset[str]:
    return frozenset(role.replace("-", " ").split()) - FILLERS


def _is_same_office(one: str, other: str) -> bool:
    """Tell whether two titles may name one office: "minister" and "minister of foreign affairs"."""
    left, right = _core(one), _core(other)
    if left & APART != right & APART:
        return False
    return left <= right or right <= left or one in VAGUE or other in VAGUE
