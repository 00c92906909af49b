"""recall: a draft takes from what was told before the core roles that its sentence leaves out."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from graph.events.draft import GATHERINGS, MUTUAL, Draft
from graph.events.merging.wording import is_the_same_gathering, main_word, place_in_row
from graph.events.scene import Scene
from graph.events.unsaid.charges import accusers
from graph.events.unsaid.crowds import is_by_others, is_of_many
from graph.events.unsaid.inner import is_inner
from graph.events.unsaid.quoted import speaks_in_quotation
from graph.events.unsaid.recipients import recipients
from graph.events.unsaid.speakers import speakers_of, speaks_of_himself
from graph.model import EntityType, Status

# Sentences over which a reader still has in mind who was told of.
REACH = 3

Rule = Callable[[Draft, Sequence[Draft], Scene], tuple[int, ...]]


def recall(drafts: Sequence[Draft], scene: Scene) -> tuple[Draft, ...]:
    """Fills the empty core roles that what was told before decides, draft by draft."""
    told: list[Draft] = []
    for draft in sorted(drafts, key=lambda draft: (draft.sentence, draft.trigger)):
        told.append(_with_company(_recall(draft, told, scene), told, scene))
    return tuple(_with_host(draft, told, scene) for draft in told)


def _with_company(draft: Draft, told: Sequence[Draft], scene: Scene) -> Draft:
    """Whoever does something "after the talks" was there with those who are told before."""
    alone = draft.roles.get("participant", ())
    if draft.type != "Meeting" or len(alone) != 1 or not is_the_same_gathering(draft, scene.sentences):
        return draft
    before = (other for other in _earlier(draft, told) if not other.is_own and other.status == draft.status)
    company = next((other.roles.get("participant", ()) for other in before), ())
    if len(company) < 2 or alone[0] not in company:
        return draft
    roles = {**draft.roles, "participant": company}
    return replace(draft, roles=roles, notes=(*draft.notes, "participant told before"))


def _with_host(visit: Draft, drafts: Sequence[Draft], scene: Scene) -> Draft:
    """Who meets a visitor at home is his host."""
    if visit.type != "Visit" or visit.roles.get("host"):
        return visit
    homes = {scene.entities[place].country for place in visit.roles.get("destination", ())} - {None}
    visitors = set(visit.roles.get("visitor", ()))
    hosts = tuple(
        participant
        for meeting in drafts
        if meeting.type == "Meeting" and meeting.sentence == visit.sentence and meeting.status == visit.status
        if visitors & set(meeting.roles.get("participant", ()))
        for participant in meeting.roles["participant"]
        if participant not in visitors and scene.is_person(participant)
        if scene.entities[participant].country in homes
    )
    if not hosts:
        return visit
    return replace(visit, roles={**visit.roles, "host": hosts}, notes=(*visit.notes, "met at home"))


def _recall(draft: Draft, told: Sequence[Draft], scene: Scene) -> Draft:
    if draft.type in MUTUAL and is_inner(scene.sentences[draft.sentence], draft.trigger):
        return draft
    for role, rule in RULES.get(draft.type, ()):
        fillers = () if draft.roles.get(role) else rule(draft, told, scene)
        if fillers:
            draft = replace(
                draft, roles={**draft.roles, role: fillers}, notes=(*draft.notes, f"{role} told before")
            )
    return draft


def _earlier(draft: Draft, told: Sequence[Draft]) -> Iterator[Draft]:
    """The events of the same class told in the last sentences, the latest first."""
    for other in reversed(told):
        if other.type == draft.type and 0 <= draft.sentence - other.sentence <= REACH:
            yield other


def _destination(draft: Draft, told: Sequence[Draft], scene: Scene) -> tuple[int, ...]:
    """Where the event took place, where the host is at home, or where the same visitor went before."""
    if draft.places:
        return draft.places
    homes = tuple(state for host in draft.roles.get("host", ()) for state in scene.states_of(host))
    visitors = set(draft.roles.get("visitor", ()))
    before = (other for other in _earlier(draft, told) if visitors & set(other.roles.get("visitor", ())))
    return homes or next((other.roles.get("destination", ()) for other in before), ())


def _visitor(draft: Draft, told: Sequence[Draft], scene: Scene) -> tuple[int, ...]:
    """Who went there before."""
    destinations = set(draft.roles.get("destination", ()))
    before = (
        other
        for other in _earlier(draft, told)
        if not destinations or destinations & set(other.roles.get("destination", ()))
    )
    return next((other.roles.get("visitor", ()) for other in before), ())


def _organization(draft: Draft, told: Sequence[Draft], scene: Scene) -> tuple[int, ...]:
    """The international organisation that was named last."""
    first, end = max(draft.sentence - REACH, 0), draft.trigger.start
    start = scene.sentences[first].span.start
    named = [
        entity
        for mention in scene.mentions
        if start <= mention.span.start < end
        for entity in mention.entities
        if scene.entities[entity].type is EntityType.INTERNATIONAL_ORGANIZATION
    ]
    return tuple(named[-1:])


def _other_side(draft: Draft, told: Sequence[Draft], scene: Scene) -> tuple[int, ...]:
    """The state of the place where it was done: an embassy is opened in the capital of the other side."""
    actors = set(draft.roles.get("actor", ()))
    states = [state for place in draft.places for state in scene.states_of(place)]
    return tuple(state for state in dict.fromkeys(states) if state not in actors)[:1]


def _participants(draft: Draft, told: Sequence[Draft], scene: Scene) -> tuple[int, ...]:
    """Who met before, rather than who came to what another meeting was held beside; no few of many."""
    if is_of_many(scene.sentences[draft.sentence], draft.trigger):
        return ()
    row = _row_before(draft, told, scene)
    before = row or [other for other in _earlier(draft, told) if other.roles.get("participant")]
    last = min(before, key=lambda other: other.is_own, default=None)
    return () if draft.is_own or last is None else last.roles["participant"]


def _row_before(draft: Draft, told: Sequence[Draft], scene: Scene) -> list[Draft]:
    """The last of the row to which "the tenth meeting" or "next round" belongs, else the last one held."""
    if place_in_row(draft, scene.sentences) is None:
        return []
    met = [other for other in told if other.type == draft.type and other.roles.get("participant")]
    row = [other for other in met if place_in_row(other, scene.sentences)]
    held = [other for other in met if other.status is Status.ACTUAL]
    word = main_word(draft, scene.sentences)
    alike = [other for other in held if main_word(other, scene.sentences) == word]
    return (row or alike or held)[-1:]


def _parties(draft: Draft, told: Sequence[Draft], scene: Scene) -> tuple[int, ...]:
    """Who agreed before, or the states of those who met or paid the visit, if no others agree."""
    if is_by_others(scene.sentences[draft.sentence], draft.trigger):
        return ()
    for other in reversed(told):
        if draft.sentence - other.sentence > REACH and not draft.is_listed:
            break
        if other.is_listed:
            continue
        if other.type == "Agreement" and other.roles.get("party"):
            return other.roles["party"]
        if other.type in GATHERINGS:
            sides = dict.fromkeys(
                side for fillers in other.roles.values() for f in fillers for side in scene.states_of(f)
            )
            if len(sides) > 1:
                return tuple(sides)
    return ()


RULES: dict[str, tuple[tuple[str, Rule], ...]] = {
    "Aid": (("target", recipients),),
    "Visit": (("destination", _destination), ("visitor", _visitor)),
    "Accession": (("organization", _organization),),
    "RelationsChange": (("target", _other_side),),
    "Meeting": (("participant", _participants),),
    "Agreement": (("party", _parties),),
    "Statement": (("speaker", speakers_of),),
    "Invitation": (("actor", speaks_of_himself), ("actor", speaks_in_quotation)),
    "Rejection": (("actor", speaks_in_quotation), ("target", accusers)),
    **dict.fromkeys(
        ("Criticism", "Demand", "Proposal", "Support", "Threat"), (("actor", speaks_in_quotation),)
    ),
}
