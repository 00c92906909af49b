"""attendance: who came to a gathering stands line by line under the sentence that says that they came."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from graph.events.draft import Draft
from graph.events.scene import Scene
from graph.model import EntityType, Mention, Sentence
from graph.within import mentions_within

_COMING = re.compile(
    r"\b(?:attend\w*|delegations?|participa\w+|present|represented|taking part|took part)\b", re.IGNORECASE
)
# "Attended by:", but no sentence that only comes before a list.
_LEADS = re.compile(r":\s*$")
# Before the name of a guest stands no more than his form of address: "H. E. Mr".
_ADDRESS = 24
_COMERS = frozenset({EntityType.PERSON, EntityType.COUNTRY})
# One name under a colon may be anybody's.
_FEWEST = 2


def admit(drafts: Sequence[Draft], scene: Scene) -> tuple[Draft, ...]:
    """Adds to a meeting those with whose names the lines below it begin: "was attended by: …"."""
    named = mentions_within(scene.sentences, scene.mentions)
    return tuple(_admit(draft, tuple(_guests(draft, named, scene)), scene) for draft in drafts)


def _admit(draft: Draft, guests: tuple[int, ...], scene: Scene) -> Draft:
    if len(guests) < _FEWEST:
        return draft
    there = dict.fromkeys((*draft.roles.get("participant", ()), *guests))
    lines = scene.sentences[draft.sentence + 1 : draft.sentence + 1 + len(guests)]
    return replace(
        draft,
        roles={**draft.roles, "participant": tuple(there)},
        evidence=(*draft.evidence, *(line.span for line in lines)),
        notes=(*draft.notes, "participant listed below"),
    )


def _guests(draft: Draft, named: Sequence[Sequence[Mention]], scene: Scene) -> Iterator[int]:
    """Who stands on each line below the sentence of a meeting, up to the first line that names nobody."""
    text = scene.sentences[draft.sentence].text
    if draft.type != "Meeting" or not (_LEADS.search(text) and _COMING.search(text)):
        return
    for number in range(draft.sentence + 1, len(scene.sentences)):
        guest = _guest(scene.sentences[number], named[number])
        if guest is None:
            return
        yield guest


def _guest(line: Sentence, named: Sequence[Mention]) -> int | None:
    """The person, or where a line names none the country, with whose name it begins; none in a sentence."""
    known = [each for each in named if len(each.entities) == 1]
    persons = [each for each in known if each.type is EntityType.PERSON]
    first = next(iter(persons or known), None)
    if first is None or not (line.is_item or line.is_headline):
        return None
    begins = first.span.start - line.span.start <= _ADDRESS
    return first.entities[0] if begins and first.type in _COMERS else None
