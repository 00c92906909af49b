"""circumstances: whether tellings agree in all but who takes part: status, attributes, dates, places."""

from __future__ import annotations

import re
from collections.abc import Sequence

from graph.events.dates.partial import day_of
from graph.events.draft import GATHERINGS, Draft
from graph.events.merging.gatherings import are_of_one_summit, are_two
from graph.events.merging.group import Group
from graph.events.merging.wording import (
    has_no_tense,
    is_background,
    is_further,
    main_word,
    names_gathering,
    place_in_row,
    points_back,
)
from graph.events.scene import Scene
from graph.events.syntax.coordination import root_of
from graph.model import DateRange, Entity, PartialDate, Sentence, Status

# Sentences over which a telling without names or date still belongs to the event told before.
NEAR = 2
# What two states do once in an article: "will restore ties" and "decided to restore ties" are one.
_ONCE = frozenset({"establish", "restore"})
_DECIDING = frozenset({"decision", "move", "order", "step"})
_AT = frozenset({"at", "during", "in"})
_TAKING_UP = frozenset({"assume", "begin", "start", "take"})
# Days over which one visit may be told.
_STAY = 2
_NUMBER = re.compile(r"\d[\d.,]*")


def circumstances_agree(group: Group, draft: Draft, scene: Scene) -> bool:
    """Whether all but the roles agrees: the status of a headline, which has no tense, counts for nothing."""
    return (
        not (draft.is_listed and any(_is_other_item(draft, each) for each in group.tellings))
        and not (draft.is_listed and any(_tells_many(each, scene.sentences) for each in group.tellings))
        and _statuses_agree(group, draft, scene)
        and _attributes_agree(group, draft)
        and all(_dates_agree(each, draft) for each in group.tellings)
        and all(_places_agree(each.places, draft.places, scene.entities) for each in group.tellings)
        and not any(are_two(each, draft, scene.sentences, scene.entities) for each in group.tellings)
        and not _is_of_another_time(group, draft, scene.sentences)
        and _are_of_one_time(group, draft, scene.sentences)
    )


def is_near(group: Group, draft: Draft) -> bool:
    """Whether a draft stands close to what was told of a group last."""
    return abs(draft.sentence - group.last.sentence) <= NEAR


def dates_agree(one: DateRange | None, other: DateRange | None) -> bool:
    """Whether two dates may be of one event: one says nothing, or no part contradicts within the ranges."""
    if one is None or other is None:
        return True
    return _parts_agree(one.start, other.start) or _inside(one, other) or _inside(other, one)


def _statuses_agree(group: Group, draft: Draft, scene: Scene) -> bool:
    """Whether two tellings say alike whether it happened, which a title or "the visit" does not say."""
    sentences = scene.sentences
    first = next((each for each in group.tellings if not sentences[each.sentence].is_title), None)
    if first is None or first.status == draft.status:
        return True
    return (
        are_of_one_summit(group, draft, sentences, scene.entities)
        or _comes_about(group, first, draft, scene)
        or _is_told_again(first, draft, sentences)
        or _is_one_gathering(first, draft, sentences)
    )


def _is_one_gathering(first: Draft, draft: Draft, sentences: Sequence[Sentence]) -> bool:
    """Whether a gathering or an invitation is told again by words that do not say whether it happened."""
    if Status.DENIED in (first.status, draft.status) or first.type not in GATHERINGS | {"Invitation"}:
        return False
    if first.sentence == draft.sentence and _is_one_clause(first, draft, sentences):
        return True
    if draft.attribute != first.attribute and draft.type == "Meeting":
        return False
    heading = sentences[first.sentence].is_headline and names_gathering(first, sentences)
    aside = first.type == "Visit" and has_no_tense(first, sentences)
    if (heading or aside) and not is_further(draft, sentences):
        return True
    # "Will hold the seventh meeting" does not point back
    place = place_in_row(draft, sentences)
    return points_back(draft, sentences) and place in (None, place_in_row(first, sentences))


def _is_one_clause(one: Draft, other: Draft, sentences: Sequence[Sentence]) -> bool:
    """Whether a sentence tells one gathering twice: "will meet at a summit", "hopes of talks, for which …".

    A noun behind "at" has no tense, and hopes of what somebody is ready for are hopes of it.
    """
    if Status.ACTUAL not in (one.status, other.status):
        return True
    words = [root_of(sentences[one.sentence], each.trigger) for each in (one, other)]
    return any(
        noun is not None
        and verb is not None
        and noun.dep_ == "pobj"
        and noun.head.lower_ in _AT
        and noun.head.head.i == verb.i
        for noun, verb in (words, words[::-1])
    )


def _is_told_again(first: Draft, draft: Draft, sentences: Sequence[Sentence]) -> bool:
    """Whether a noun speaks of what has been done to relations: "the expulsion will strain them".

    So it is of an office: "will step down; they took note of the resignation".
    """
    word = root_of(sentences[draft.sentence], draft.trigger)
    if first.type == "Appointment" and first.status is Status.PLANNED and draft.when is None:
        return word is not None and word.pos_ == "NOUN" and draft.status is Status.ACTUAL
    is_back = first.type == "RelationsChange" and first.status is Status.ACTUAL and draft.when is None
    if word is None or not is_back or draft.status is not Status.PLANNED:
        return False
    return word.pos_ == "NOUN" or (word.dep_ == "acl" and word.head.lemma_ in _DECIDING)


def _comes_about(group: Group, first: Draft, draft: Draft, scene: Scene) -> bool:
    """Whether what is told of first comes about in the other telling: ties restored, a post taken up."""
    if first.type == "RelationsChange" and first.attribute == draft.attribute and first.attribute in _ONCE:
        return first.status is Status.PLANNED and draft.status is Status.ACTUAL
    if first.type != "Appointment" or draft.roles.get("actor") or not is_near(group, draft):
        return False
    takes_up = main_word(draft, scene.sentences) in _TAKING_UP
    return takes_up and first.status is Status.ACTUAL and draft.status is Status.PLANNED


def _is_other_item(draft: Draft, other: Draft) -> bool:
    return other.is_listed and other.sentence != draft.sentence


def _tells_many(draft: Draft, sentences: Sequence[Sentence]) -> bool:
    """Whether several papers are told of at once: "a package of documents" is none of those listed below."""
    noun = root_of(sentences[draft.sentence], draft.trigger)
    if draft.is_listed or draft.type != "Agreement" or noun is None or noun.pos_ != "NOUN":
        return False
    parts = (each for of in noun.children if of.lower_ == "of" for each in of.children)
    return any(each.tag_ == "NNS" for each in (noun, *parts))


def _attributes_agree(group: Group, draft: Draft) -> bool:
    tellings = (*group.tellings, draft)
    values = {each.attribute for each in tellings} - {None, "unspecified", "Meeting"}
    if "Call" in values and any(each.places for each in tellings if each.attribute != "Call"):
        # Who speaks on the telephone is at no place with the other
        return all(each.attribute == "Call" for each in tellings)
    counts = {each.details["count"] for each in tellings if "count" in each.details}
    return (
        len(values) <= 1
        and len(counts) <= 1
        and not any(_is_other_sum(each, draft) for each in group.tellings)
    )


def _is_other_sum(one: Draft, other: Draft) -> bool:
    """Whether two sentences tell of two sums; in one sentence both may be the same, in two currencies."""
    if "amount" not in one.details or "amount" not in other.details:
        return False
    sums = [_NUMBER.search(str(draft.details["amount"])) for draft in (one, other)]
    numbers = {number[0] for number in sums if number is not None}
    return one.sentence != other.sentence and len(numbers) > 1


def _places_agree(one: Sequence[int], other: Sequence[int], entities: Sequence[Entity]) -> bool:
    """Whether two telling places may be of one event: a country holds its cities, a city no other city."""
    return not one or not other or any(_is_at(entities[a], entities[b]) for a in one for b in other)


def _is_at(one: Entity, other: Entity) -> bool:
    known = one.country is not None and one.country == other.country
    return one == other or (known and one.type is not other.type) or None in (one.country, other.country)


def _dates_agree(one: Draft, other: Draft) -> bool:
    return dates_agree(one.when, other.when) or _are_of_one_stay(one, other)


def _parts_agree(one: PartialDate, other: PartialDate) -> bool:
    pairs = ((one.year, other.year), (one.month, other.month), (one.day, other.day))
    return all(a is None or b is None or a == b for a, b in pairs)


def _inside(point: DateRange, outer: DateRange) -> bool:
    if outer.end is None:
        return False
    key = [(p.year or 0, p.month or 0, p.day or 0) for p in (outer.start, point.start, outer.end)]
    same_form = len({(p.year is None, p.day is None) for p in (outer.start, point.start, outer.end)}) == 1
    return same_form and key[0] <= key[1] <= key[2]


def _are_of_one_stay(one: Draft, other: Draft) -> bool:
    """Whether two days lie so near to each other that one visit may last over both."""
    if one.type != "Visit" or one.status != other.status or one.when is None or other.when is None:
        return False
    day, another = day_of(one.when.start), day_of(other.when.start)
    return day is not None and another is not None and abs((day - another).days) <= _STAY


def _is_of_another_time(group: Group, draft: Draft, sentences: Sequence[Sentence]) -> bool:
    """Whether one telling is of a time long past and the other, undated, of the news."""
    dated = next((each for each in group.tellings if each.when is not None), None)
    if dated is None:
        # A title has no date, whatever its article is about
        return draft.is_long_past and not sentences[group.first.sentence].is_title
    return dated.is_long_past and draft.when is None and not is_near(group, draft)


def _are_of_one_time(group: Group, draft: Draft, sentences: Sequence[Sentence]) -> bool:
    """Whether neither is by its words of an earlier time; "in past talks they met" is of one all the same."""
    return group.is_told_in(draft.sentence) or (
        is_background(group.first, sentences) == is_background(draft, sentences)
    )
