"""story places: what was agreed at talks, or who met on their sidelines, was where the talks were."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from graph.events.dates.story_days import REACH, is_past
from graph.events.draft import Draft
from graph.events.scene import Scene
from graph.events.triggers.lists import Listing
from graph.model import DateRange, Status

# Sentences after that of a meeting in which the news tells what was signed there.
_SOON = 5
# "On the sidelines she met Dahl", "on the margins of the summit".
_BESIDE = re.compile(r"\bon the (?:margins|sidelines)\b(?! of (?!the |this |that ))", re.IGNORECASE)


def place_by_story(drafts: Sequence[Draft], lists: Sequence[Listing], scene: Scene) -> tuple[Draft, ...]:
    """Gives what was agreed, and who met beside it, the place of the meeting told just before, if no other.

    What a list says was agreed belongs to the meeting told before the list.
    """
    sentences = scene.sentences
    leads = {item: listing.lead for listing in lists for item in listing.items}
    placed: list[Draft] = []
    for draft in sorted(drafts, key=lambda draft: (draft.sentence, draft.trigger)):
        lead = leads.get(draft.sentence)
        if _lacks_place(draft) and (lead is not None or is_past(sentences[draft.sentence], draft)):
            first = draft.sentence - _SOON if lead is None else lead - REACH
            placed.append(_placed(draft, [other for other in placed if other.sentence >= first], scene))
        elif draft.type == "Meeting" and not draft.places and _BESIDE.search(sentences[draft.sentence].text):
            placed.append(_beside(draft, placed))
        else:
            placed.append(draft)
    return tuple(placed)


def _lacks_place(draft: Draft) -> bool:
    return draft.type == "Agreement" and draft.status is Status.ACTUAL and not draft.places


def _placed(draft: Draft, before: Sequence[Draft], scene: Scene) -> Draft:
    """The draft, at the one place of the meeting told last, if that was not of others or on another day.

    Where an agreement of another place was told since, it may be that one, told again.
    """
    told = [other for other in before if other.status is Status.ACTUAL]
    meetings = [other for other in told if other.type == "Meeting"]
    # A meeting of some month or year is rather looked back at than told
    last = max(reversed(meetings), key=_is_of_day, default=None)
    if last is None or len(last.places) != 1 or _differ(draft.when, last.when):
        return draft
    sides, met = scene.countries_of(draft.everyone), scene.countries_of(last.everyone)
    if sides and met and sides.isdisjoint(met):
        return draft
    since = (other for other in told if other.type == "Agreement" and other.sentence > last.sentence)
    if any(other.places and other.places != last.places for other in since):
        return draft
    return replace(draft, places=last.places, notes=(*draft.notes, "placed by the story"))


def _beside(draft: Draft, before: Sequence[Draft]) -> Draft:
    """The draft, at the one place of the gathering told last, on whose sidelines it was."""
    near = (other for other in reversed(before) if 0 < draft.sentence - other.sentence <= REACH)
    last = next((other for other in near if other.type == "Meeting" and other.status is draft.status), None)
    if last is None or len(last.places) != 1:
        return draft
    return replace(draft, places=last.places, notes=(*draft.notes, "placed by the story"))


def _is_of_day(draft: Draft) -> bool:
    return draft.when is None or draft.when.start.day is not None


def _differ(one: DateRange | None, other: DateRange | None) -> bool:
    if one is not None and other is None:
        return one.start.day is None  # "It was first signed in 2004"
    return one is not None and one != other
