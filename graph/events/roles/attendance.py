"""attendance: who came to a gathering stands behind the sentence that tells of it, or below it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Token

from graph.events.draft import Draft
from graph.events.scene import Scene
from graph.events.syntax.coordination import root_of, rooted_at, with_conjuncts
from graph.events.syntax.governors import SUBJECTS
from graph.model import EntityType, Mention, Sentence, Status
from graph.offices.nouns import load_nouns
from graph.within import mentions_within

_COMING = re.compile(
    r"\b(?:attend\w*|delegations?|participa\w+|present|represented|taking part|took part)\b", re.IGNORECASE
)
# "Attended by:", but no sentence that only comes before a list.
_LEADS = re.compile(r":\s*$")
# Before the name of a guest stands no more than his form of address: "H. E. Mr".
_ADDRESS = 24
_COMERS = frozenset({EntityType.PERSON, EntityType.COUNTRY})
_BODIES_TOO = _COMERS | {EntityType.INTERNATIONAL_ORGANIZATION}
# One name under a colon may be anybody's.
_FEWEST = 2


# "These included A and B", "the delegation comprised A and B".
_INCLUDING = frozenset({"comprise", "feature", "include"})
_OF_MANY = frozenset({"it", "these", "they", "those"})
_MANY = frozenset({"attendee", "delegate", "delegation", "guest", "leader", "minister", "official", "other"})
_MANY |= {"participant", "team"}
_COMING_AS = {"Meeting": "participant", "Visit": "visitor"}
# "A took part": whoever does so, and in what.
_ATTENDING = frozenset({"attend", "participate", "represent", "take"})
_PAST = frozenset({"VBD", "VBN"})
_TAKEN = "part"
_POINTING = frozenset({"that", "the", "these", "this"})


def admit(drafts: Sequence[Draft], scene: Scene) -> tuple[Draft, ...]:
    """Adds to a meeting those with whose names the lines below it begin: "was attended by: …".

    So it does those whom the next sentence says that the guests included, or who took part.
    """
    named = mentions_within(scene.sentences, scene.mentions)
    listed = (_admit(draft, tuple(_guests(draft, named, scene)), scene) for draft in drafts)
    told = {draft.sentence for draft in drafts if draft.type == "Meeting"}
    return tuple(_include(draft, named, scene, is_told=draft.sentence + 1 in told) for draft in listed)


def _include(draft: Draft, named: Sequence[Sequence[Mention]], scene: Scene, *, is_told: bool) -> Draft:
    """Adds those of whom the next sentence says that they came; `is_told` says that it has a meeting."""
    role, following = _COMING_AS.get(draft.type), draft.sentence + 1
    if role is None or following >= len(scene.sentences):
        return draft
    sentence, inside = scene.sentences[following], named[following]
    told = tuple(_included(sentence, inside)) if draft.roles.get(role) else ()
    if not told and draft.type == "Meeting" and draft.status is Status.ACTUAL and not is_told:
        told = tuple(_taking_part(sentence, inside))
    if not told:
        return draft
    there = tuple(dict.fromkeys((*draft.roles.get(role, ()), *told)))
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
    objects = with_conjuncts(child for child in verb.children if child.dep_ == "dobj")
    for mention in named:
        root = root_of(sentence, mention.span)
        if root is not None and root.i in objects and mention.type in _COMERS:
            yield from mention.entities


def _taking_part(sentence: Sentence, named: Sequence[Mention]) -> Iterator[int]:
    """Who "took part", "attended the talks" or "was represented", or whose envoys did."""
    verb = sentence.tokens.root
    if (
        verb.lemma_ not in _ATTENDING
        or verb.tag_ not in _PAST
        or any(child.dep_ in {"aux", "neg"} for child in verb.children)
    ):
        return
    objects = [child for child in verb.children if child.dep_ in {"dobj", "prep"}]
    if not all(_is_the_gathering(each) for each in objects):
        return
    if verb.lemma_ == "take" and not any(each.lower_ == _TAKEN for each in objects):
        return
    subjects = [child for child in verb.children if child.dep_ in SUBJECTS]
    heads = with_conjuncts(subjects)
    below = {token.i for each in subjects for token in each.subtree} - heads
    for numbers in (heads, below):
        there = [each for each in rooted_at(numbers, sentence, named) if each.type in _BODIES_TOO]
        if there:
            in_order = sorted(there, key=lambda mention: mention.span)
            yield from (entity for mention in in_order for entity in mention.entities)
            return


def _is_the_gathering(word: Token) -> bool:
    """Whether what is attended is "part", or points to what was told: "the talks", "in them"."""
    if word.dep_ == "prep":
        return all(_is_the_gathering(child) for child in word.children if word.lower_ in {"at", "in"})
    points = any(child.lower_ in _POINTING for child in word.children)
    return word.lower_ == _TAKEN or (points and word.lower_ in load_nouns().gatherings)


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
