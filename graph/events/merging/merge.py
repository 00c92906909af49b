"""merge: drafts become events, several tellings of one event one event."""

from __future__ import annotations

from collections.abc import Sequence

from graph.events.draft import GATHERINGS, SPEECH, Draft
from graph.events.merging.circumstances import circumstances_agree, dates_agree, is_near
from graph.events.merging.gatherings import are_of_one_summit, tells_who_came
from graph.events.merging.group import Group, Roles
from graph.events.merging.said_again import is_said_again
from graph.events.merging.sides import sides_agree, stands_for_any
from graph.events.merging.wording import (
    is_later_in_list,
    is_the_same_gathering,
    is_the_same_paper,
    points_back,
    trigger_word,
)
from graph.events.scene import Scene

# Sentences over which "the meeting" is still the one told of last.
FAR = 3


def merge(drafts: Sequence[Draft], scene: Scene) -> tuple[tuple[Draft, ...], ...]:
    """Groups the drafts by the real event that they tell, each group in the order of the text."""
    groups: list[Group] = []
    by_type: dict[str, list[Group]] = {}
    for draft in drafts:
        like = by_type.setdefault(draft.type, [])
        told_before = _group_of(draft, like, scene)
        if told_before is not None:
            told_before.add([draft])
            continue
        groups.append(Group(draft))
        like.append(groups[-1])
    # What one group takes in of another may be told between its own tellings
    return tuple(
        tuple(sorted(group.tellings, key=lambda draft: draft.sentence)) for group in _regroup(groups, scene)
    )


def _group_of(draft: Draft, like: Sequence[Group], scene: Scene) -> Group | None:
    """The event told before of which the draft tells again, the nearest and likest first."""
    told = Group(draft)
    backwards = like[::-1]
    nearest = sorted(backwards, key=lambda group: _unlike(group, draft))
    return (
        next((group for group in nearest if _is_of(group, told, scene)), None)
        or _gathering_told_last(like, draft, scene)
        or _paper_told_last(like, draft, scene)
    )


def _unlike(group: Group, draft: Draft) -> tuple[bool, bool]:
    """How little a group is like a telling that may join it: by its status, and as a talk or an occasion."""
    return group.status != draft.status, group.first.is_own != draft.is_own


def _gathering_told_last(like: Sequence[Group], draft: Draft, scene: Scene) -> Group | None:
    """The meeting told of last, where the draft only says what went on there or who came."""
    if draft.type != "Meeting" or not like or not is_the_same_gathering(draft, scene.sentences):
        return None
    # What went on at "the meeting" is not told of one that is ahead
    told = [group for group in like if group.status == draft.status] or like
    last = max(told, key=lambda group: group.last.sentence)
    is_close = 0 < draft.sentence - last.last.sentence <= FAR or _is_the_only_one(told, draft)
    return last if is_close and circumstances_agree(last, draft, scene) else None


def _is_the_only_one(told: Sequence[Group], draft: Draft) -> bool:
    """Whether "the summit" or "the meeting" names nobody, and there is only one in the article so far."""
    (*others, first) = told
    return not others and not draft.named and first.has_attribute("Summit") == (draft.attribute == "Summit")


def _paper_told_last(like: Sequence[Group], draft: Draft, scene: Scene) -> Group | None:
    """The agreement told of last, where the draft only says who signed "the treaty"."""
    if not like or not is_the_same_paper(draft, scene.sentences):
        return None
    last = max(like, key=lambda group: group.last.sentence)
    if last.last.status != draft.status or not 0 < draft.sentence - last.last.sentence <= FAR:
        return None
    return last if circumstances_agree(last, draft, scene) else None


def _regroup(groups: Sequence[Group], scene: Scene) -> list[Group]:
    """Groups that agree as wholes are one: of a summit each sentence may name another guest."""
    regrouped: list[Group] = []
    by_type: dict[str, list[Group]] = {}
    for group in groups:
        like = by_type.setdefault(group.first.type, [])
        matching = next((each for each in like if _are_same(each, group, scene)), None)
        if matching is not None:
            matching.add(group.tellings)
            continue
        regrouped.append(group)
        like.append(group)
    return regrouped


def _are_same(one: Group, other: Group, scene: Scene) -> bool:
    return (
        one.first.type in GATHERINGS
        and sides_agree(one, other, scene.entities)
        and not any(one.is_told_in(draft.sentence) for draft in other.tellings)
        and all(circumstances_agree(one, draft, scene) for draft in other.tellings)
        and any(_may_be_meant(one, Group(draft)) for draft in other.tellings)
    )


def _is_of(group: Group, told: Group, scene: Scene) -> bool:
    """Whether a telling is of the event: who takes part is asked first, for it tells most events apart."""
    return _participants_agree(group, told, scene) and circumstances_agree(group, told.first, scene)


def _participants_agree(group: Group, told: Group, scene: Scene) -> bool:
    draft = told.first
    if _attends(group, draft, scene):
        return True
    may_be = _may_be_meant(group, told) or _is_the_visit(draft, scene)
    agree = may_be and sides_agree(group, told, scene.entities)
    if group.is_told_in(draft.sentence):
        return (agree or not draft.roles) and not _is_another(group, draft, scene)
    if draft.type in SPEECH:
        return agree and is_said_again(group, draft, scene.sentences)
    return agree or _nameless(group, draft) or _is_invitation_told(group, told, scene)


def _may_be_meant(group: Group, told: Group) -> bool:
    """Whether both name somebody, are of one date or stand close together: a guess says little from afar."""
    return (
        is_near(group, told.first) or bool(told.named and group.named) or _is_of_its_date(group, told.first)
    )


def _is_of_its_date(group: Group, draft: Draft) -> bool:
    """Whether a telling is dated as the event is, with a year."""
    if draft.when is None or draft.when.start.year is None:
        return False
    dates = (each.when for each in group.tellings if each.when is not None)
    return any(when.start.year == draft.when.start.year and dates_agree(when, draft.when) for when in dates)


def _is_the_visit(draft: Draft, scene: Scene) -> bool:
    """Whether "the visit" or "Holm's trip" speaks of one told before, wherever that was."""
    return draft.type == "Visit" and points_back(draft, scene.sentences)


def _is_invitation_told(group: Group, told: Group, scene: Scene) -> bool:
    """Whether "the invitation" names nobody but those of the one told before, and is none in return."""
    if told.first.type != "Invitation" or "invitation" not in trigger_word(told.first, scene.sentences):
        return False
    if _is_returned(group.roles, told.first.named, scene):
        return False
    everyone = {filler for fillers in group.roles.values() for filler in fillers}
    return all(stands_for_any(named, everyone, scene.entities) for named in told.named)


def _is_returned(told: Roles, again: Roles, scene: Scene) -> bool:
    """Whether who was invited is named to invite who invited him: "in turn invited A"."""
    return all(
        any(stands_for_any(each, told.get(other, ()), scene.entities) for each in again.get(role, ()))
        for role, other in (("actor", "target"), ("target", "actor"))
    )


def _is_another(group: Group, draft: Draft, scene: Scene) -> bool:
    """Whether one sentence tells two events by the same people: "an agreement on … and an agreement on"."""
    if draft.type == "Proposal":
        return True
    if draft.type != "Agreement":
        return False
    here = [each for each in group.tellings if each.sentence == draft.sentence]
    words = [trigger_word(each, scene.sentences) for each in here]
    return trigger_word(draft, scene.sentences) in words or is_later_in_list(draft, scene.sentences)


def _attends(group: Group, draft: Draft, scene: Scene) -> bool:
    """Whether the draft tells who came to the summit of the sentences just before, or of the same city."""
    if not group.has_attribute("Summit") or not tells_who_came(draft, scene.sentences):
        return False
    return is_near(group, draft) or are_of_one_summit(group, draft, scene.sentences, scene.entities)


def _nameless(group: Group, draft: Draft) -> bool:
    """A telling without names ("the visit began on Monday") is of an event of the sentences beside it."""
    is_known = draft.is_own and not any(each.is_own for each in group.tellings)
    told_next = not group.roles and draft.sentence == group.last.sentence + 1
    return (not draft.roles or told_next) and not is_known and is_near(group, draft)
