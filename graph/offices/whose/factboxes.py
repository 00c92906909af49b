"""factboxes: a state before a colon is that of the officers behind it ("PERU: Trade Minister X; ...")."""

from __future__ import annotations

from collections.abc import Sequence

from graph.model import EntityType
from graph.offices.line import Word
from graph.offices.nouns import load_nouns
from graph.offices.who.claims import Claim
from graph.offices.whose.office_owners import Scene

FEWEST = 2  # states by whose paragraphs a text shows that it lists people


def boxed_state(scene: Scene, claim: Claim) -> int | None:
    """Find the state with which a list of its people begins, or the paragraph of an office, as others do."""
    first = claim.line
    while first and not scene.opens_paragraph(first):
        first -= 1
    heads = [_head(words) for number, words in enumerate(scene.lines) if scene.opens_paragraph(number)]
    is_list = any(word.text == ";" for word in scene.lines[first])
    is_list |= len({head for head in heads if head is not None}) >= FEWEST
    is_sent = claim.office.noun in load_nouns().away
    return _head(scene.lines[first]) if is_list and not is_sent else None


def _head(words: Sequence[Word]) -> int | None:
    state = words[0].mention if len(words) > 1 and words[1].text == ":" else None
    return state.entities[0] if state is not None and state.type is EntityType.COUNTRY else None
