"""crowned: rulers whose title is part of their name ("King Marek II of Peru", "Pope Marek")."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence

from graph.model import Entity, EntityType, Form, Mention, Position, Span
from graph.offices.line import Word
from graph.offices.nouns import load_nouns
from graph.offices.whose.office_owners import Scene

# "His Majesty", "His Royal Highness"
STYLES = frozenset({"highness", "holiness", "majesty"})


def crowned(scene: Scene) -> Iterator[Position]:
    """Give the crowns of those whom the article calls by them."""
    for words in scene.lines:
        for index, word in enumerate(words):
            crown = _crown(word.mention)
            if word.mention is None or crown is None:
                continue
            holder = word.mention.entities[0]
            state = _state_before(words, index) or _state_behind(words, index)
            if state is not None:
                spans = sorted((state.span, word.span))
                yield Position(holder, crown, state.entities[0], (Span(spans[0].start, spans[1].end),))
                continue
            home = _home(scene, words[:index], holder, crown)
            if home is not None:
                yield Position(holder, crown, home, (word.span,))


def _home(scene: Scene, before: Sequence[Word], holder: int, crown: str) -> int | None:
    """Find the state of a known ruler, if it has such rulers.

    His sentence has named it before him, or calls him "His Majesty" and the article names it.
    """
    crowns = load_nouns().crowns[crown]
    if scene.entities[holder].country not in crowns:
        return None
    # The Pope's state goes by two names
    codes = crowns if crown == "pope" else {scene.entities[holder].country}
    is_styled = bool(before) and before[-1].lower in STYLES
    named = (word.mention.entities[0] for word in before if word.mention is not None)
    states = range(len(scene.entities)) if is_styled else named
    return next((place for place in states if _is_state(scene.entities[place], codes)), None)


def _is_state(entity: Entity, codes: Container[str | None]) -> bool:
    return entity.type is EntityType.COUNTRY and entity.country in codes


def _crown(mention: Mention | None) -> str | None:
    """Give the title with which a person's name begins."""
    if mention is None or mention.type is not EntityType.PERSON or mention.form is not Form.NAME:
        return None
    first, *rest = mention.text.split()
    return first.lower() if rest and first.istitle() and first.lower() in load_nouns().crowns else None


def _state_before(words: Sequence[Word], index: int) -> Mention | None:
    """Read "Spain's King Marek II" and "the Spanish King Marek II"."""
    genitive = index > 1 and words[index - 1].lower in ("'s", "'")
    state = words[index - 1 - genitive].mention if index > 0 else None
    owns = state is not None and (genitive or state.form is Form.DEMONYM)
    return state if owns and state is not None and state.type is EntityType.COUNTRY else None


def _state_behind(words: Sequence[Word], index: int) -> Mention | None:
    """Read "King Marek II of Spain"."""
    if index + 2 >= len(words) or words[index + 1].lower != "of":
        return None
    at = index + 2 + (words[index + 2].lower == "the")
    state = words[at].mention if at < len(words) else None
    return state if state is not None and state.type is EntityType.COUNTRY else None
