"""switches: who switches recognition severs ties with one state and establishes them with another."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Token

from graph.events.draft import Draft
from graph.events.scene import Scene
from graph.events.schema import fillers_of
from graph.events.syntax.coordination import root_of
from graph.events.syntax.governors import is_under

_SWITCHING = frozenset({"flip", "shift", "switch", "switching", "transfer"})
_TIES = frozenset({"allegiance", "recognition", "relation", "tie"})
# What a preposition before a state makes of the relations with it.
_CHANGES = {"from": "sever", "to": "establish"}


def part_switch(draft: Draft, scene: Scene) -> tuple[Draft, ...]:
    """Parts "switched recognition from A to B" into what is done to A and what to B."""
    word = root_of(scene.sentences[draft.sentence], draft.trigger)
    switching = _switching(word) if word is not None and draft.type == "RelationsChange" else None
    sides = dict(_sides(switching, draft, scene)) if switching is not None else {}
    if not sides:
        return (draft,)
    states = {state for side in sides.values() for state in side}
    actors = tuple(each for each in draft.roles.get("actor", ()) if each not in states)
    return tuple(
        replace(
            draft,
            attribute=_CHANGES[preposition],
            roles={**({"actor": actors} if actors else {}), "target": side},
            notes=(*draft.notes, "switched"),
        )
        for preposition, side in sides.items()
    )


def _switching(word: Token) -> Token | None:
    """The word for the switch: the trigger itself, or what its noun hangs on; nobody switches an embassy."""
    above = word.head.head if word.dep_ == "pobj" and word.head.lower_ == "of" else word.head
    near = (word, above) if word.dep_ in {"dobj", "pobj"} else (word,)
    found = next((each for each in near if each.lemma_.lower() in _SWITCHING), None)
    objects = [child for child in found.children if child.dep_ == "dobj"] if found is not None else []
    return found if all(each.lemma_.lower() in _TIES for each in objects) else None


def _sides(word: Token, draft: Draft, scene: Scene) -> Iterator[tuple[str, tuple[int, ...]]]:
    """The states from which and to which somebody switches, by the prepositions before them."""
    objects = [child for child in word.children if child.dep_ == "dobj"]
    parts = [each for top in (word, *objects) for each in top.children if each.dep_ == "prep"]
    parts += [each for part in parts for each in part.children if each.dep_ == "prep"]
    for part in parts:
        if part.lower_ in _CHANGES and (states := tuple(_states_under(part, draft, scene))):
            yield part.lower_, states


def _states_under(part: Token, draft: Draft, scene: Scene) -> Iterator[int]:
    """The states whose names, or whose capitals' names, are the object of a preposition."""
    sentence = scene.sentences[draft.sentence]
    named = [child for child in part.children if child.dep_ == "pobj"]
    able = fillers_of(draft.type)["target"]
    for mention in scene.mentions_in(draft.sentence):
        root = root_of(sentence, mention.span)
        if root is not None and any(is_under(root, each) for each in named):
            yield from (each for each in mention.entities if scene.entities[each].type in able)
