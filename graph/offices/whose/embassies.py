"""embassies: the state of the staff of an embassy of which a text tells."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from graph.model import EntityType
from graph.offices.who.claims import Claim
from graph.offices.whose.office_owners import Scene

if TYPE_CHECKING:
    from spacy.tokens import Token

MISSIONS = frozenset({"consulate", "embassy"})
STAFF = frozenset({
    "ambassador", "attaché", "charge d'affaires", "chargé d'affaires", "consul", "consul general",
    "consul-general", "minister counsellor", "minister-counsellor", "second secretary", "third secretary",
})  # fmt: skip
IN_SUBJECT = frozenset({"amod", "compound", "nmod", "pobj", "poss", "prep"})
REACH = 3  # lines from an embassy to those of its staff


def state_of_embassy(scene: Scene, claim: Claim) -> int | None:
    """Read "The Kenyan Embassy held a reception. Ambassador X spoke": of the only embassy that acts."""
    is_any = scene.lines[claim.line][claim.office.begin].lower in ("a", "an")
    if claim.office.noun not in STAFF or claim.office.possessor is not None or is_any:
        return None
    told = set(_missions(scene, claim.line, acting=True, before=claim.span.start))
    if len(told) == 1:
        return told.pop()
    sent = {state for number in range(len(scene.lines)) for state in _missions(scene, number, acting=False)}
    first = max(0, claim.line - REACH)
    near = {
        state for number in range(first, claim.line + 1) for state in _missions(scene, number, acting=True)
    }
    return near.pop() if len(sent) == 1 and near else None


def _missions(scene: Scene, number: int, *, acting: bool, before: int | None = None) -> Iterator[int]:
    """Give the states whose embassies a line names, up to a place, or those of them that act."""
    for word in scene.lines[number]:
        mention = word.mention
        is_behind = before is not None and word.span.end > before
        if mention is None or mention.type is not EntityType.GOVERNMENT_BODY or is_behind:
            continue
        is_mission = not MISSIONS.isdisjoint(mention.text.lower().split())
        state = scene.country_of(mention.entities[0]) if is_mission else None
        if state is not None and (not acting or _acts(word.token, whole=before is not None)):
            yield state


def _acts(token: Token, *, whole: bool) -> bool:
    """Tell whether a word is a subject; of the `whole` one, as "a spokeswoman for the Kenyan Embassy" is."""
    while whole and token.dep_ in IN_SUBJECT:
        token = token.head
    return token.dep_ in ("nsubj", "nsubjpass")
