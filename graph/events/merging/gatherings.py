"""gatherings: whether tellings, however alike, are of two meetings: a talk and its occasion, or two talks."""

from __future__ import annotations

import re
from collections.abc import Sequence

from graph.events.draft import GATHERINGS, Draft
from graph.events.merging.group import Group
from graph.events.merging.occasions import is_apart
from graph.events.merging.wording import NEXT, is_told_apart, place_in_row, trigger_word
from graph.events.syntax.coordination import root_of
from graph.events.syntax.governors import is_under
from graph.model import Entity, EntityType, Sentence, Status

# In time, not in rank.
_FOLLOWING = frozenset({"follow", "precede"})
_COMING = re.compile(r"attend|chair|gather|summit|took part|taking part|participat", re.IGNORECASE)


def _are_of_one_row(one: Draft, other: Draft, sentences: Sequence[Sentence]) -> bool:
    """Whether one follows the other in a row: "the ninth meeting" and "the tenth", "will meet" and "next"."""
    if sentences[one.sentence].is_title or sentences[other.sentence].is_title:
        return False
    places = [place_in_row(each, sentences) for each in (one, other)]
    if None not in places:
        return places[0] != places[1]
    return not NEXT.isdisjoint(places)


def _is_separate(one: Draft, other: Draft, sentences: Sequence[Sentence]) -> bool:
    """Whether the later of two tellings is by its words of another meeting: "in a separate meeting"."""
    first, last = sorted((one, other), key=lambda draft: draft.sentence)
    if first.sentence == last.sentence or sentences[first.sentence].is_title:
        return False
    return is_told_apart(last, sentences) and not is_told_apart(first, sentences)


def tells_who_came(draft: Draft, sentences: Sequence[Sentence]) -> bool:
    """Whether somebody is told to come to a gathering, and not to talk with others."""
    return draft.type == "Meeting" and _COMING.search(trigger_word(draft, sentences)) is not None


def are_two(one: Draft, other: Draft, sentences: Sequence[Sentence], entities: Sequence[Entity]) -> bool:
    """Whether one meeting is the occasion of the other, by its sentence or by who is at each.

    Of a meeting or a visit that "follows" another one it is so, too.
    """
    if one.sentence == other.sentence and one.type in GATHERINGS and _follows(one, other, sentences):
        return True
    if not one.type == other.type == "Meeting":
        return False
    if one.sentence == other.sentence and _is_beside(one, other, sentences[one.sentence]):
        return True
    if _are_of_one_row(one, other, sentences) or _is_separate(one, other, sentences):
        return True
    return any(
        _is_of_two(talk, sentences, entities) and _is_of_others(gathering, set(talk.named["participant"]))
        for talk, gathering in ((one, other), (other, one))
    )


def _follows(one: Draft, other: Draft, sentences: Sequence[Sentence]) -> bool:
    """Whether a sentence puts one noun before the other in time: "his trip follows the visit of B"."""
    words = [root_of(sentences[each.sentence], each.trigger) for each in (one, other)]
    return any(
        first is not None
        and second is not None
        and first.dep_ == "nsubj"
        and first.head.lemma_ in _FOLLOWING
        and first.head.is_ancestor(second)
        and not is_under(second, first)
        for first, second in (words, words[::-1])
    )


def are_of_one_summit(
    group: Group, draft: Draft, sentences: Sequence[Sentence], entities: Sequence[Entity]
) -> bool:
    """Whether both tell a summit in one city: whoever will come to it comes to the one that goes on."""
    if Status.DENIED in (group.status, draft.status) or not group.has_attribute("Summit"):
        return False
    here = {place for place in draft.places if entities[place].type is EntityType.PLACE}
    there = {place for each in group.tellings for place in each.places}
    is_gathering = draft.attribute == "Summit" or tells_who_came(draft, sentences)
    return is_gathering and not here.isdisjoint(there)


def have_other_partners(one: Group, other: Group, entities: Sequence[Entity]) -> bool:
    """Whether two talks have different partners: "met Holm", "also met the speaker, Dahl"."""
    if one.first.type != "Meeting" or one.has_attribute("Summit") or other.has_attribute("Summit"):
        return False
    before, now = _persons(one, entities), _persons(other, entities)
    return len(before) > 1 and bool(now - before) and bool(before - now)


def _is_beside(one: Draft, other: Draft, sentence: Sentence) -> bool:
    return is_apart(sentence, one.trigger, other.trigger) or is_apart(sentence, other.trigger, one.trigger)


def _is_of_two(draft: Draft, sentences: Sequence[Sentence], entities: Sequence[Entity]) -> bool:
    """Whether two people talk with each other."""
    two = draft.named.get("participant", ())
    if draft.attribute != "Meeting" or draft.is_own or len(two) != 2:
        return False
    are_people = all(entities[each].type is EntityType.PERSON for each in two)
    return are_people and not tells_who_came(draft, sentences)


def _is_of_others(gathering: Draft, two: set[int]) -> bool:
    """Whether many come to a summit, or others than two people to a gathering of its own."""
    there = set(gathering.named.get("participant", ()))
    if there and there <= two:
        return False
    return gathering.attribute == "Summit" or (gathering.is_own and not two <= there)


def _persons(group: Group, entities: Sequence[Entity]) -> set[int]:
    """The persons whom the sentences themselves name."""
    return {filler for filler in group.named if entities[filler].type is EntityType.PERSON}
