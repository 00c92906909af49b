"""counterparts: who does in another state what somebody does in his own ("his Kenyan counterpart, X")."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from graph.model import EntityType, Mention, Position, Span
from graph.offices.line import Word
from graph.offices.nouns import POSSESSIVES, VAGUE, load_nouns
from graph.offices.phrases import find_phrases
from graph.offices.titles import COUNTERPARTS
from graph.offices.who.persons import JOINTS, each_with_state, person_at, state_behind
from graph.offices.whose.office_owners import Scene

BEHIND = frozenset({",", ".", ";", ")", ":"})
FROM = frozenset({"from", "in", "of"})
TOLD = 2  # lines within which the states of several counterparts were told


def counterparts(scene: Scene, positions: Sequence[Position]) -> list[Position]:
    """Read "his Armenian counterpart, X": the same office as the one before, in another country."""
    found: list[Position] = []
    for number, words in enumerate(scene.lines):
        for index, word in enumerate(words):
            if word.mention:
                continue
            if word.lower in COUNTERPARTS:
                position = _counterpart(scene, positions, number, index)
                found += [position] if position else []
            elif word.lower.removesuffix("s") in COUNTERPARTS:
                found += _several(scene, positions, number, index)
    return found


def _counterpart(scene: Scene, positions: Sequence[Position], number: int, index: int) -> Position | None:
    words = scene.lines[number]
    after = _skip(words, index + 1)
    demonym = words[index - 1].mention if index else None
    if after + 1 < len(words) and words[after].lower in ("of", "from"):  # "his counterpart of Peru, X"
        demonym, after = words[after + 1].mention, _skip(words, after + 2)
    holder = person_at(words, after)
    if holder is None:
        return _apposed(scene, positions, number, index)
    start = min(words[index].span.start, (demonym or words[index]).span.start)
    other = _subject_behind(words, after + 1) or _person_before(scene, number, start)
    held = _held(scene, positions, other)
    own = [office.role for office in find_phrases(words, index + 1, after) if office.role not in VAGUE]
    role = next(iter((*own, *(position.role for position in held))), None)
    demonym = demonym or state_behind(words, after + 1)
    of = demonym.entities[0] if demonym else _home_of_counterpart(scene, holder, other, number, positions)
    if role is None or of is None or other is None:
        return None
    return _position(scene, positions, holder, role, of, Span(start, holder.span.end))


def _apposed(scene: Scene, positions: Sequence[Position], number: int, index: int) -> Position | None:
    """Read "X, his British counterpart, came" and "X, her counterpart from Peru."."""
    words = scene.lines[number]
    state, first = words[index - 1].mention if index else None, index - 2
    last = index + 1
    if state is None and last + 1 < len(words) and words[last].lower in FROM:
        state, first, last = words[last + 1].mention, index - 1, last + 2
    is_own = first > 1 and words[first].lower in POSSESSIVES and words[first - 1].text == ","
    holder = person_at(words, first - 2) if is_own else None
    is_closed = last >= len(words) or words[last].text in BEHIND or words[last].lower == "and"
    # In "X, his British counterpart, Y" it may be either
    is_open = last + 1 < len(words) and words[last].text == "," and person_at(words, last + 1) is not None
    if holder is None or state is None or state.type is not EntityType.COUNTRY or not is_closed or is_open:
        return None
    before = _people_before(scene, number, holder.span.start)
    others = before if words[first].lower == "their" else before[:1]
    roles = list(dict.fromkeys(p.role for each in others for p in _held(scene, positions, each)[:1]))
    role = roles[0] if len(roles) == 1 else None
    span = Span(holder.span.start, words[last - 1].span.end)
    return _position(scene, positions, holder, role, state.entities[0], span) if role is not None else None


def _several(scene: Scene, positions: Sequence[Position], number: int, index: int) -> Iterator[Position]:
    """Read "his Kenyan and Ghanaian counterparts, X and Y": as many states as people."""
    words = scene.lines[number]
    states, end = _states_of(words, index)
    people = list(_listed(words, _skip(words, end), EntityType.PERSON))
    states = states or _told_states(scene, number)
    if people and (pairs := list(each_with_state(words, _skip(words, end)))):
        people, states = [name for name, _ in pairs], [state for _, state in pairs]
    if len(people) < 2 or len(people) != len(states):
        return
    other = _person_before(scene, number, min(words[index].span.start, states[0].span.start))
    for position in _held(scene, positions, other)[:1]:
        for holder, state in zip(people, states, strict=True):
            span = Span(words[index].span.start, holder.span.end)
            found = _position(scene, positions, holder, position.role, state.entities[0], span)
            if found is not None:
                yield found


def _told_states(scene: Scene, number: int) -> list[Mention]:
    """Give the states whose officers were told of as counterparts, without their names, shortly before."""
    for words in reversed(scene.lines[max(0, number - TOLD) : number]):
        for index, word in enumerate(words):
            if word.mention is None and word.lower.removesuffix("s") in COUNTERPARTS:
                return _states_of(words, index)[0]
    return []


def _states_of(words: Sequence[Word], index: int) -> tuple[list[Mention], int]:
    """Give the states of counterparts, and where the phrase ends: "Kenyan and Ghanaian", "from A and B"."""
    if index + 1 < len(words) and words[index + 1].lower in FROM:
        behind = list(_listed(words, index + 2, EntityType.COUNTRY))
        last = behind[-1].span.end if behind else 0
        return behind, next((i for i, word in enumerate(words) if word.span.start >= last), len(words))
    states: list[Mention] = []
    before = index - 1
    while before >= 0 and (words[before].mention or words[before].lower in JOINTS):
        mention = words[before].mention
        if mention is not None and mention.type is not EntityType.COUNTRY:
            break
        states += [mention] if mention is not None else []
        before -= 1
    return states[::-1], index + 1


def _listed(words: Sequence[Word], index: int, type_: EntityType) -> Iterator[Mention]:
    """Give the names of one kind in the list that begins at a word."""
    while index < len(words):
        mention = words[index].mention
        if mention is not None:
            if mention.type is not type_:
                return
            yield mention
        elif words[index].lower not in JOINTS | {"the"} | load_nouns().honorifics:
            return
        index += 1


def _position(
    scene: Scene, positions: Sequence[Position], holder: Mention, role: str, of: int, span: Span
) -> Position | None:
    if any(p.holder == holder.entities[0] for p in positions):
        return None
    if load_nouns().owned.get(role, scene.entities[of].country) != scene.entities[of].country:
        role = load_nouns().classes.get(role, role)  # nobody but the United States has a Secretary of State
    return Position(holder.entities[0], role, of, (span,))


def _person_before(scene: Scene, number: int, start: int) -> Mention | None:
    return next(iter(_people_before(scene, number, start)), None)


def _people_before(scene: Scene, number: int, start: int) -> list[Mention]:
    back = scene.mentions_back(number, start, lines=2)
    return [mention for mention in back if mention.type is EntityType.PERSON]


def _held(scene: Scene, positions: Sequence[Position], other: Mention | None) -> list[Position]:
    """Give the offices of a person; who also sits on a committee has his peers by his office of state."""
    held = [p for p in positions if other is not None and p.holder == other.entities[0]]
    return sorted(held, key=lambda position: scene.entities[position.of].type is not EntityType.COUNTRY)


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
