"""attendance: who came to a gathering stands below the sentence that says that they came."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from graph.events.draft import Draft
from graph.events.scene import Scene
from graph.events.syntax.coordination import root_of
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


# "These included A and B", "the delegation comprised A and B".
_INCLUDING = frozenset({"comprise", "feature", "include"})
_OF_MANY = frozenset({"it", "these", "they", "those"})
_MANY = frozenset({"attendee", "delegate", "delegation", "guest", "leader", "minister", "official", "other"})
_MANY |= {"participant", "team"}
_COMING_AS = {"Meeting": "participant", "Visit": "visitor"}


def admit(drafts: Sequence[Draft], scene: Scene) -> tuple[Draft, ...]:
    """Adds to a meeting those with whose names the lines below it begin: "was attended by: …".

    So it does those whom the next sentence says that the guests included.
    """
    named = mentions_within(scene.sentences, scene.mentions)
    listed = (_admit(draft, tuple(_guests(draft, named, scene)), scene) for draft in drafts)
    return tuple(_include(draft, named, scene) for draft in listed)


def _include(draft: Draft, named: Sequence[Sequence[Mention]], scene: Scene) -> Draft:
    """Adds those of whom the next sentence says that they are among who came."""
    role, following = _COMING_AS.get(draft.type), draft.sentence + 1
    if role is None or following >= len(scene.sentences):
        return draft
    told = tuple(_included(scene.sentences[following], named[following]))
    there = tuple(dict.fromkeys((*draft.roles.get(role, ()), *told)))
    if not told or not draft.roles.get(role):
        return draft
    return replace(
        draft,
        roles={**draft.roles, role: there},
        evidence=(*draft.evidence, scene.sentences[following].span),
        notes=(*draft.notes, f"{role} told next"),
    )


def _included(sentence: Sentence, named: Sequence[Mention]) -> Iterator[int]:
    """Who is listed in "these included A of C and B"."""
    verb = sentence.tokens.root
    subject = next((child for child in verb.children if child.dep_ == "nsubj"), None)
    if verb.lemma_ not in _INCLUDING or subject is None:
        return
    if subject.lower_ not in _OF_MANY and subject.lemma_.lower() not in _MANY:
        return
    objects = {token.i for each in verb.children if each.dep_ == "dobj" for token in (each, *each.conjuncts)}
    for mention in named:
        root = root_of(sentence, mention.span)
        if root is not None and root.i in objects and mention.type in _COMERS:
            yield from mention.entities


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
