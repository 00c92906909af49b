"""guests: who meets people of the state that he visits, and holds no office of it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from graph.model import Position
from graph.offices.line import Word
from graph.offices.nouns import load_nouns
from graph.offices.owners_behind import BODIES
from graph.offices.who.claims import Claim
from graph.offices.whose.acted_before import is_in_subject, state_of
from graph.offices.whose.claimed import holder_of, top_of
from graph.offices.whose.home_in_mind import is_domestic
from graph.offices.whose.office_owners import Scene
from graph.offices.whose.ways import is_goal, place_of

if TYPE_CHECKING:
    from spacy.tokens import Token

MEETING = frozenset(
    {"greet", "have", "hold", "host", "meet", "meeting", "receive", "see", "talk", "welcome"}
) | {"confer", "consultation", "conversation", "discuss", "discussion", "negotiate", "negotiation"}
GUEST_REACH = 8  # lines after the way to a state within which a guest meets people there


def host(scene: Scene, claim: Claim, positions: Sequence[Position]) -> int | None:
    """Read "arrived in Peru, where he met President X": a guest meets people of the state he comes to."""
    if not _is_met(holder_of(scene, claim)):
        return None
    here = [word for word in scene.lines[claim.line] if word.span.start < claim.span.start]
    first = max(0, claim.line - GUEST_REACH)
    for words in (here, *reversed(scene.lines[first : claim.line])):
        goals = {goal for word in words if (goal := place_of(scene, word)) and is_goal(scene, words, goal)}
        goals |= {goal for word in here[1:3] if words is here and (goal := _fronted(scene, here, word))}
        if goals:
            goal = goals.pop()
            at_home = any(state_of(scene, word, positions) == goal for word in here if is_in_subject(word))
            return None if goals or at_home or is_held(scene, goal, claim, positions) else goal
    return None


def _fronted(scene: Scene, words: Sequence[Word], word: Word) -> int | None:
    """Read "In Peru she will meet": where a sentence begins by telling the place of what follows."""
    return place_of(scene, word) if words[0].text == "In" else None


def _is_met(token: Token) -> bool:
    """Tell whether a word is whom somebody meets: "met X", "talks with X", "received by X", "called on X"."""
    token = top_of(token)
    caller = token.head.head if token.dep_ == "pobj" else token.head
    if caller.lemma_ == "call":
        return any(child.lower_ == "on" for child in caller.children)
    if token.dep_ == "pobj" and token.head.lower_ in ("with", "by", "from"):
        return token.head.head.lemma_.lower() in MEETING
    return token.dep_ == "dobj" and token.head.lemma_.lower() in MEETING


def unless_guest(
    scene: Scene, country: int | None, claim: Claim, positions: Sequence[Position]
) -> int | None:
    """The country, unless another holds the office in it, or the line tells of its own people or a way there.

    "In Oslo, Foreign Minister X met Norwegian Prime Minister Y": X is a guest.
    """
    holder, line = claim.holder.entities[0], scene.lines[claim.line]
    here = [position for position in positions if position.of == country and position.holder != holder]
    in_line = any(line[0].span.start <= span.start < line[-1].span.end for p in here for span in p.evidence)
    if (
        country is None
        or (in_line and not _tells_at_home(scene, claim, country))
        or is_held(scene, country, claim, positions)
        or is_goal(scene, line, country)
        or _is_someone_abroad(scene, claim, country)
    ):
        return None
    return country


def may_be_guest(scene: Scene, claim: Claim) -> bool:
    """Tell whether the holder of an office meets somebody or is met, and so may be a guest."""
    token = holder_of(scene, claim)
    top = top_of(token)
    meets = top.dep_ in ("nsubj", "nsubjpass") and top.head.lemma_.lower() in MEETING
    return meets or _is_met(token)


def _tells_at_home(scene: Scene, claim: Claim, country: int) -> bool:
    """Tell whether a minister tells of others of the state that a text is of: "X fell, Minister Y said"."""
    token = top_of(holder_of(scene, claim))
    speaks = token.dep_ == "nsubj" and token.head.lemma_ in load_nouns().deeds["speaker"]
    return speaks and country == scene.domestic and is_domestic(claim)


def _is_someone_abroad(scene: Scene, claim: Claim, country: int) -> bool:
    """Tell whether "a senator" may be of another state or body, which the line names before."""
    words = scene.lines[claim.line]
    before = [word for word in words if word.mention is not None and word.span.start < claim.span.start]
    named = any(word.mention is not None and word.mention.type in BODIES for word in before)
    others = {place for word in before if (place := place_of(scene, word)) is not None} - {country}
    return words[claim.office.begin].lower in ("a", "an") and (named or bool(others))


def is_held(scene: Scene, country: int, claim: Claim, positions: Sequence[Position]) -> bool:
    """Tell whether another holds the office in a country, and is not spoken of as who held it then."""
    title = scene.lines[claim.line][max(0, claim.office.begin - 1) : claim.office.head]
    return all(word.lower != "then" for word in title) and any(
        (position.of, position.role) == (country, claim.office.role)
        and position.holder != claim.holder.entities[0]
        for position in positions
    )
