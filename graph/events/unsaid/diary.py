"""diary: entries without a subject ("Met with B.") tell what the person in the heading above them did."""

from __future__ import annotations

from collections.abc import Container, Sequence
from dataclasses import replace

from graph.events.draft import SPEECH, Draft
from graph.events.scene import Scene
from graph.events.syntax.coordination import root_of
from graph.events.syntax.governors import has_subject
from graph.model import EntityType, Form

# How an entry may begin beside words in "-ed"; the parse takes "Met" and "Briefed" for names.
_DONE = frozenset(
    {"began", "gave", "had", "held", "left", "made", "met", "paid", "saw", "spoke", "took", "told", "went"}
)
_VERBS = frozenset({"AUX", "VERB"})
# "Working visit.", "State visit to Lima."
_SHORT = 6
# The role of whoever an entry is about, by the class of what it tells.
_ROLES = {"Meeting": "participant", "Visit": "visitor"} | dict.fromkeys(SPEECH - {"Statement"}, "actor")


def act_in_diary(drafts: Sequence[Draft], scene: Scene) -> tuple[Draft, ...]:
    """Gives the entries of a diary the person whom their heading names, and the heading as evidence.

    Where no heading does, an entry does not go on with those who met in the entry before.
    """
    entries = {number for number, sentence in enumerate(scene.sentences) if _is_entry(number, scene)}
    return tuple(
        _act(draft, entries, scene)
        if draft.sentence in entries and draft.type in _ROLES and _is_of_entry(draft, scene)
        else draft
        for draft in drafts
    )


def _act(draft: Draft, entries: Container[int], scene: Scene) -> Draft:
    heading = _heading(draft.sentence, entries, scene)
    persons = _persons(heading, scene) if heading is not None else frozenset[int]()
    role = _ROLES[draft.type]
    others = draft.roles.get(role, ())
    if heading is None or len(persons) != 1:
        return replace(draft, is_own=draft.is_own or draft.type == "Meeting")
    if persons & draft.everyone or (others and role != "participant"):
        return draft
    filled = draft.filled({**draft.roles, role: (*persons, *others)}, "the heading tells of whom")
    return replace(filled, evidence=(scene.sentences[heading].span, *draft.evidence))


def _is_entry(number: int, scene: Scene) -> bool:
    """Whether a sentence begins with what somebody did, or is no more than a kind of visit."""
    sentence = scene.sentences[number]
    if sentence.is_headline or has_subject(sentence.tokens.root):
        return False
    words = [token for token in sentence.tokens if not token.is_space]
    first = next((token for token in words if token.pos_ != "ADV"), None)
    if first is None:
        return False
    begin = sentence.offset + first.idx
    is_past = first.lower_ in _DONE or first.lower_.endswith("ed")
    is_act = is_past and all(each.span.start != begin for each in scene.mentions_in(number))
    is_stay = len(words) <= _SHORT and all(token.pos_ not in {*_VERBS, "DET", "PRON"} for token in words)
    return is_act or (is_stay and any(token.lower_ == "visit" for token in words))


def _is_of_entry(draft: Draft, scene: Scene) -> bool:
    """Whether a trigger is what the entry tells, and not of a clause with a subject of its own."""
    word = root_of(scene.sentences[draft.sentence], draft.trigger)
    return word is not None and not any(has_subject(each) for each in (word, *word.ancestors))


def _heading(entry: int, entries: Container[int], scene: Scene) -> int | None:
    """The line above an entry and those before it, if it is a heading without a verb."""
    for number in range(entry - 1, -1, -1):
        sentence = scene.sentences[number]
        if sentence.is_headline:
            return None if any(token.pos_ in _VERBS for token in sentence.tokens) else number
        if number not in entries:
            return None
    return None


def _persons(heading: int, scene: Scene) -> frozenset[int]:
    return frozenset(
        entity
        for mention in scene.mentions_in(heading)
        if mention.form is Form.NAME and mention.type is EntityType.PERSON
        for entity in mention.entities
    )
