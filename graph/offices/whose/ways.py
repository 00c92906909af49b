"""ways: what a line tells of a way to a state: "arrived in Laos", "a visit to Laos"."""

from __future__ import annotations

from collections.abc import Sequence

from graph.offices.line import Word
from graph.offices.whose.office_owners import Scene

GOALS = frozenset(
    {"arrive", "arrived", "arrives", "arriving", "flew", "flies", "journey", "tour", "travel", "travelled"}
) | {"traveled", "travelling", "traveling", "travels", "trip", "visit", "visited", "visiting", "visits"}
GOAL_REACH = 3  # words from "visit" to the country: "a visit to the Netherlands"
JOINTS = frozenset({",", "and", "&"})


def is_goal(scene: Scene, line: Sequence[Word], country: int) -> bool:
    """Tell whether a line tells of a way to a country: "arrived in Laos", "a visit to Laos"."""
    places = [index for index, word in enumerate(line) if place_of(scene, word) == country]
    return any(_is_goal_at(scene, line, index) for index in places)


def _is_goal_at(scene: Scene, line: Sequence[Word], index: int) -> bool:
    """Tell whether a place is where a way leads, alone or as one of several: "will visit Peru and Laos"."""
    if GOALS & {each.lower for each in line[max(0, index - GOAL_REACH) : index]}:
        return True
    before = before_joints(line[:index])
    is_listed = 0 < before < index and place_of(scene, line[before - 1]) is not None
    return is_listed and _is_goal_at(scene, line, before - 1)


def place_of(scene: Scene, word: Word) -> int | None:
    """Find the country that a word names, or in which the place lies that it names."""
    return scene.country_of(word.mention.entities[0]) if word.mention is not None else None


def before_joints(words: Sequence[Word]) -> int:
    """Step back over what joins a list."""
    last = len(words)
    while last and words[last - 1].lower in JOINTS:
        last -= 1
    return last
