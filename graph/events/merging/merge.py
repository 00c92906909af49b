"""merge: drafts become events, several tellings of one event one event."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from graph.events.dates.partial import day_of
from graph.events.draft import GATHERINGS, MUTUAL, SPEECH, Draft
from graph.events.merging.gatherings import (
    are_of_one_summit,
    are_two,
    have_other_partners,
    tells_who_came,
)
from graph.events.merging.wording import (
    has_no_tense,
    is_background,
    is_further,
    is_later_in_list,
    is_the_same_gathering,
    is_the_same_paper,
    main_word,
    names_gathering,
    points_back,
    trigger_word,
)
from graph.model import DateRange, Entity, EntityType, PartialDate, Sentence, Status

# Sentences over which a telling without names still belongs to the event told before.
NEAR = 2
# Sentences over which "the meeting" is still the one told of last.
FAR = 3
# What two states do once in an article: "will restore ties" and "decided to restore ties" are one.
ONCE = frozenset({"establish", "restore"})
# Days over which one visit may be told.
STAY = 2
_NUMBER = re.compile(r"\d[\d.,]*")

Group = list[Draft]


def merge(
    drafts: Sequence[Draft], sentences: Sequence[Sentence], entities: Sequence[Entity]
) -> tuple[tuple[Draft, ...], ...]:
    """Groups the drafts by the real event that they tell, each group in the order of the text."""
    groups: list[Group] = []
    by_type: dict[str, list[Group]] = {}
    for draft in drafts:
        like = by_type.setdefault(draft.type, [])
        backwards = like[::-1]
        nearest = sorted(backwards, key=lambda group: _unlike(group, draft))
        matching = next((group for group in nearest if _same(group, draft, sentences, entities)), None)
        if matching is None:
            matching = _gathering_told_last(like, draft, sentences, entities)
        if matching is None:
            matching = _paper_told_last(like, draft, sentences, entities)
        if matching is not None:
            matching.append(draft)
            continue
        groups.append([draft])
        like.append(groups[-1])
    regrouped = _regroup(groups, sentences, entities)
    # What one group takes in of another may be told between its own tellings
    return tuple(tuple(sorted(group, key=lambda draft: draft.sentence)) for group in regrouped)


def _unlike(group: Group, draft: Draft) -> tuple[bool, bool]:
    """How little a group is like a telling that may join it: by its status, and as a talk or an occasion."""
    return group[0].status != draft.status, group[0].is_own != draft.is_own


def _gathering_told_last(
    like: Sequence[Group], draft: Draft, sentences: Sequence[Sentence], entities: Sequence[Entity]
) -> Group | None:
    """The meeting told of last, where the draft only says what went on there or who came."""
    if draft.type != "Meeting" or not like or not is_the_same_gathering(draft, sentences):
        return None
    # What went on at "the meeting" is not told of one that is ahead
    told = [group for group in like if group[0].status == draft.status] or like
    last = max(told, key=lambda group: group[-1].sentence)
    is_close = 0 < draft.sentence - last[-1].sentence <= FAR or _is_the_summit(told, draft)
    return last if is_close and _is_alike(last, draft, sentences, entities) else None


def _is_the_summit(told: Sequence[Group], draft: Draft) -> bool:
    """Whether "the summit" names nobody, and there is only one in the article so far."""
    summits = [group for group in told if any(member.attribute == "Summit" for member in group)]
    return draft.attribute == "Summit" and not draft.named and len(summits) == len(told) == 1


def _paper_told_last(
    like: Sequence[Group], draft: Draft, sentences: Sequence[Sentence], entities: Sequence[Entity]
) -> Group | None:
    """The agreement told of last, where the draft only says who signed "the treaty"."""
    if not like or not is_the_same_paper(draft, sentences):
        return None
    last = max(like, key=lambda group: group[-1].sentence)
    if last[-1].status != draft.status or not 0 < draft.sentence - last[-1].sentence <= FAR:
        return None
    return last if _is_alike(last, draft, sentences, entities) else None


def _regroup(
    groups: Sequence[Group], sentences: Sequence[Sentence], entities: Sequence[Entity]
) -> list[Group]:
    """Groups that agree as wholes are one: of a summit each sentence may name another guest."""
    regrouped: list[Group] = []
    by_type: dict[str, list[Group]] = {}
    for group in groups:
        like = by_type.setdefault(group[0].type, [])
        matching = next((each for each in like if _are_same(each, group, sentences, entities)), None)
        if matching is not None:
            matching.extend(group)
            continue
        regrouped.append(group)
        like.append(group)
    return regrouped


def _are_same(one: Group, other: Group, sentences: Sequence[Sentence], entities: Sequence[Entity]) -> bool:
    return (
        one[0].type in GATHERINGS
        and not {draft.sentence for draft in one} & {draft.sentence for draft in other}
        and all(_is_alike(one, draft, sentences, entities) for draft in other)
        and any(_may_be_meant(one, draft) for draft in other)
        and _sides_agree(one, other, entities)
    )


def _same(group: Group, draft: Draft, sentences: Sequence[Sentence], entities: Sequence[Entity]) -> bool:
    if not _is_alike(group, draft, sentences, entities):
        return False
    if _attends(group, draft, sentences, entities):
        return True
    agree = _sides_agree(group, [draft], entities) and _may_be_meant(group, draft)
    if any(member.sentence == draft.sentence for member in group):
        return (agree or not draft.roles) and not _is_another(group, draft, sentences)
    if draft.type in SPEECH:
        return agree and _is_said_again(group, draft, sentences)
    return agree or _nameless(group, draft) or _is_invitation_told(group, draft, sentences, entities)


def _is_said_again(group: Group, draft: Draft, sentences: Sequence[Sentence]) -> bool:
    """Whether an act of speech is the one of the headline, or told again in the same word of both sides."""
    if all(sentences[member.sentence].is_headline for member in group):
        return True
    if draft.type == "Statement" or not {"actor", "target"} <= draft.named.keys() & union(group).keys():
        return False
    word = main_word(draft, sentences)
    again = any(main_word(member, sentences) == word for member in group)
    return again and not is_further(draft, sentences)


def _is_invitation_told(
    group: Group, draft: Draft, sentences: Sequence[Sentence], entities: Sequence[Entity]
) -> bool:
    """Whether "the invitation" names nobody but those of the one told before, whoever invited whom."""
    if draft.type != "Invitation" or "invitation" not in trigger_word(draft, sentences):
        return False
    everyone = [entities[filler] for fillers in union(group).values() for filler in fillers]
    named = [entities[filler] for fillers in draft.named.values() for filler in fillers]
    return all(any(_stands_for(each, other) for other in everyone) for each in named)


def _is_alike(group: Group, draft: Draft, sentences: Sequence[Sentence], entities: Sequence[Entity]) -> bool:
    """Whether all but the roles agrees: the status of a headline, which has no tense, counts for nothing."""
    first = group[0]
    return (
        first.type == draft.type
        and _statuses_agree(group, draft, sentences, entities)
        and not (draft.is_listed and any(_is_other_item(draft, member) for member in group))
        and _attributes_agree(group, draft)
        and not any(are_two(member, draft, sentences, entities) for member in group)
        and _dates_agree(group, draft)
        and not _is_of_another_time(group, draft, sentences)
        and all(_places_agree(member.places, draft.places, entities) for member in group)
        and _are_of_one_time(group, draft, sentences)
    )


def _are_of_one_time(group: Group, draft: Draft, sentences: Sequence[Sentence]) -> bool:
    """Whether neither is by its words of an earlier time; "in past talks they met" is of one all the same."""
    if any(member.sentence == draft.sentence for member in group):
        return True
    return is_background(group[0], sentences) == is_background(draft, sentences)


def _statuses_agree(
    group: Group, draft: Draft, sentences: Sequence[Sentence], entities: Sequence[Entity]
) -> bool:
    """Whether two tellings say alike whether it happened, which a title or "the visit" does not say."""
    first = group[0]
    if first.status == draft.status or sentences[first.sentence].is_title:
        return True
    if are_of_one_summit(group, draft, sentences, entities):
        return True
    if first.type == "RelationsChange" and first.attribute == draft.attribute and first.attribute in ONCE:
        return first.status is Status.PLANNED and draft.status is Status.ACTUAL
    if Status.DENIED in (first.status, draft.status) or first.type not in GATHERINGS | {"Invitation"}:
        return False
    if draft.attribute != first.attribute and draft.type == "Meeting":
        return False
    heading = sentences[first.sentence].is_headline and names_gathering(first, sentences)
    aside = first.type == "Visit" and has_no_tense(first, sentences)
    return ((heading or aside) and not is_further(draft, sentences)) or points_back(draft, sentences)


def _is_other_item(draft: Draft, member: Draft) -> bool:
    return member.is_listed and member.sentence != draft.sentence


def _is_another(group: Group, draft: Draft, sentences: Sequence[Sentence]) -> bool:
    """Whether one sentence tells two events by the same people: "an agreement on … and an agreement on"."""
    if draft.type == "Proposal":
        return True
    if draft.type != "Agreement":
        return False
    words = [trigger_word(member, sentences) for member in group if member.sentence == draft.sentence]
    return trigger_word(draft, sentences) in words or is_later_in_list(draft, sentences)


def _attributes_agree(group: Group, draft: Draft) -> bool:
    values = {member.attribute for member in (*group, draft)} - {None, "unspecified", "Meeting"}
    if "Call" in values and any(member.places for member in (*group, draft) if member.attribute != "Call"):
        # Who speaks on the telephone is at no place with the other
        return all(member.attribute == "Call" for member in (*group, draft))
    counts = {member.details["count"] for member in (*group, draft) if "count" in member.details}
    return len(values) <= 1 and len(counts) <= 1 and not any(_is_other_sum(member, draft) for member in group)


def _is_other_sum(one: Draft, other: Draft) -> bool:
    """Whether two sentences tell of two sums; in one sentence both may be the same, in two currencies."""
    sums = [_NUMBER.search(str(draft.details.get("amount", ""))) for draft in (one, other)]
    numbers = {number[0] for number in sums if number is not None}
    return one.sentence != other.sentence and len(numbers) > 1


def _places_agree(one: Sequence[int], other: Sequence[int], entities: Sequence[Entity]) -> bool:
    """Whether two telling places may be of one event: a country holds its cities, a city no other city."""
    return not one or not other or any(_is_at(entities[a], entities[b]) for a in one for b in other)


def _is_at(one: Entity, other: Entity) -> bool:
    known = one.country is not None and one.country == other.country
    return one == other or (known and one.type is not other.type) or None in (one.country, other.country)


def _dates_agree(group: Group, draft: Draft) -> bool:
    return all(dates_agree(member.when, draft.when) or _are_of_one_stay(member, draft) for member in group)


def _are_of_one_stay(one: Draft, other: Draft) -> bool:
    """Whether two days lie so near to each other that one visit may last over both."""
    if one.type != "Visit" or one.status != other.status or one.when is None or other.when is None:
        return False
    day, another = day_of(one.when.start), day_of(other.when.start)
    return day is not None and another is not None and abs((day - another).days) <= STAY


def _is_of_another_time(group: Group, draft: Draft, sentences: Sequence[Sentence]) -> bool:
    """Whether one telling is of a time long past and the other, undated, of the news."""
    dated = next((member for member in group if member.when is not None), None)
    if dated is None:
        # A title has no date, whatever its article is about
        return draft.is_long_past and not sentences[group[0].sentence].is_title
    return dated.is_long_past and draft.when is None and not _is_near(group, draft)


def dates_agree(one: DateRange | None, other: DateRange | None) -> bool:
    """Whether two dates may be of one event: one says nothing, or no part contradicts within the ranges."""
    if one is None or other is None:
        return True
    return _parts_agree(one.start, other.start) or _inside(one, other) or _inside(other, one)


def _parts_agree(one: PartialDate, other: PartialDate) -> bool:
    pairs = ((one.year, other.year), (one.month, other.month), (one.day, other.day))
    return all(a is None or b is None or a == b for a, b in pairs)


def _inside(point: DateRange, outer: DateRange) -> bool:
    if outer.end is None:
        return False
    key = [(p.year or 0, p.month or 0, p.day or 0) for p in (outer.start, point.start, outer.end)]
    same_form = len({(p.year is None, p.day is None) for p in (outer.start, point.start, outer.end)}) == 1
    return same_form and key[0] <= key[1] <= key[2]


def union(drafts: Sequence[Draft]) -> dict[str, tuple[int, ...]]:
    """All fillers of each role, in the order of the text; guessed ones where no telling names enough."""
    named = _fillers(draft.named for draft in drafts)
    mutual = MUTUAL.get(drafts[0].type) if drafts else None
    return {
        role: named[role] if len(named.get(role, ())) > (role == mutual) else fillers
        for role, fillers in _fillers(draft.roles for draft in drafts).items()
    }


def _fillers(told: Iterable[Mapping[str, tuple[int, ...]]]) -> dict[str, tuple[int, ...]]:
    found: dict[str, dict[int, None]] = {}
    for roles in told:
        for role, fillers in roles.items():
            found.setdefault(role, {}).update(dict.fromkeys(fillers))
    return {role: tuple(fillers) for role, fillers in found.items()}


def _sides_agree(one: Group, other: Group, entities: Sequence[Entity]) -> bool:
    """Whether the roles of both agree, and no person is named who is not among those who met."""
    return _roles_agree(union(one), union(other), entities) and not have_other_partners(one, other, entities)


def _roles_agree(
    one: Mapping[str, tuple[int, ...]], other: Mapping[str, tuple[int, ...]], entities: Sequence[Entity]
) -> bool:
    """Whether every role that both fill agrees, and at least one is filled by both."""
    shared = one.keys() & other.keys()
    return bool(shared) and all(_fillers_agree(one[role], other[role], entities) for role in shared)


def _fillers_agree(one: tuple[int, ...], other: tuple[int, ...], entities: Sequence[Entity]) -> bool:
    """Whether one list says no more than the other, a person standing for his country and a city for its."""
    small, large = sorted((one, other), key=len)
    return all(any(_stands_for(entities[a], entities[b]) for b in large) for a in small)


def _stands_for(one: Entity, other: Entity) -> bool:
    """Whether one acts for the other: a person or body for its state, an organ for its organisation."""
    if one == other:
        return True
    if one.type is other.type is EntityType.INTERNATIONAL_ORGANIZATION:
        short, long = sorted((one.name, other.name), key=len)
        return long.startswith(f"{short} ")
    states = {EntityType.COUNTRY}
    if not ({one.type, other.type} & states) or one.country is None:
        return False
    return one.country == other.country and one.type is not other.type


def _attends(group: Group, draft: Draft, sentences: Sequence[Sentence], entities: Sequence[Entity]) -> bool:
    """Whether the draft tells who came to the summit of the sentences just before, or of the same city."""
    is_summit = any(member.attribute == "Summit" for member in group)
    is_known = is_summit and (_is_near(group, draft) or are_of_one_summit(group, draft, sentences, entities))
    return is_known and tells_who_came(draft, sentences)


def _may_be_meant(group: Group, draft: Draft) -> bool:
    """Whether both name somebody, or stand close together: a guess at who is meant says little from afar."""
    return _is_near(group, draft) or (bool(draft.named) and any(member.named for member in group))


def _nameless(group: Group, draft: Draft) -> bool:
    """A telling without names ("the visit began on Monday") is of an event of the sentences beside it."""
    is_known = draft.is_own and not any(member.is_own for member in group)
    told_next = not union(group) and draft.sentence == group[-1].sentence + 1
    return (not draft.roles or told_next) and not is_known and _is_near(group, draft)


def _is_near(group: Group, draft: Draft) -> bool:
    return abs(draft.sentence - group[-1].sentence) <= NEAR
