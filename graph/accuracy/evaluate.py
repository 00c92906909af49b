"""evaluate: the claims of quads are held against annotated articles."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

import numpy as np
from scipy.optimize import linear_sum_assignment

from graph.accuracy.gold import Claim, Claims, GoldArticle, GoldEntity, GoldEvent, Spans
from graph.accuracy.same_name import plain_name, same_name
from graph.accuracy.scores import Scores, ratio

# Event classes whose core roles are others than actor and target.
CORE_ROLES = {
    "Visit": ("visitor", "destination"),
    "Meeting": ("participant",),
    "Agreement": ("party", "signatory"),
    "Statement": ("speaker",),
    "Appointment": ("appointee",),
    "Accession": ("actor", "organization"),
}
ROLES = (
    "visitor",
    "host",
    "destination",
    "participant",
    "party",
    "signatory",
    "actor",
    "target",
    "speaker",
    "appointee",
    "organization",
)
# Roles that the graph states only because they lie above the ones that the article states.
IMPLIED = frozenset({"participant", "actor", "target"})
WITHOUT_ACTOR = frozenset({"Agreement", "Meeting", "Statement", "Appointment"})
MEETINGS = frozenset({"Summit", "Call"})
KINDS = {"Visit": "visitKind", "RelationsChange": "changeKind", "Accession": "accessionKind"}
ATTRIBUTES = ("instrument", "count", "lifted", "dismissal")
Counts = tuple[int, int, int]


def evaluate(gold: Iterable[GoldArticle], claims: Claims) -> Scores:
    """Hold claims against annotated articles; articles are paired by their identifiers."""
    scores = Scores()
    for article in gold:
        comparison = Comparison(article, claims)
        comparison.score_statements(scores)
        comparison.score_events(scores)
        comparison.score_positions(scores)
        comparison.score_entities(scores)
        comparison.score_links(scores)
    return scores


class Comparison:
    """One annotated article beside what the graph says of it."""

    def __init__(self, gold: GoldArticle, claims: Claims) -> None:
        self._gold = gold
        self._claims = claims
        own = claims.by_article.get(gold.article.id, ())
        self._positions = [claim for claim in own if "Position" in claim.types]
        found = [claim for claim in own if not claim.types & {"Position", "Figure"}]
        self._statements = [claim for claim in found if event_type(claim) == "Statement"]
        self._events = [claim for claim in found if event_type(claim) != "Statement"]
        self._mentions = sorted(claims.mentions.get(gold.article.id, ()))

    def score_statements(self, scores: Scores) -> None:
        """Count a statement as right where one speaker is."""
        gold = [event for event in self._gold.events if event.type == "Statement"]
        pairs = self._pair(gold, self._statements)
        for event, claim in pairs:
            right = self._core_f1(event, claim) > 0
            scores.statement.add(right, not right, not right)
        scores.statement.add(0, len(self._statements) - len(pairs), len(gold) - len(pairs))

    def score_events(self, scores: Scores) -> None:
        """Count the events of all other classes, and what belongs to each."""
        if self._gold.negative:
            scores.negative.add(bool(self._events))
        gold = [event for event in self._gold.events if event.type != "Statement"]
        pairs = self._pair(gold, self._events)
        scores.event.add(len(pairs), len(self._events) - len(pairs), len(gold) - len(pairs))
        for event, claim in pairs:
            self._score_pair(event, claim, scores)
        paired = {id(event) for event, _ in pairs} | {id(claim) for _, claim in pairs}
        for claim in self._events:
            for confidence in claim.get("confidence"):
                scores.reliability.add(float(confidence), right=id(claim) in paired)
        for event in gold:
            if id(event) not in paired:
                _count_frame(scores, gold_type(event), (0, 0, 1))
                scores.role.add(missed=sum(len(keys) for role, keys in event.roles.items() if role in ROLES))
        for claim in self._events:
            if id(claim) not in paired:
                _count_frame(scores, event_type(claim), (0, 1, 0))
                stated = (len(claim.get(role)) for role in ROLES if role not in IMPLIED)
                scores.role.add(wrong=sum(stated) or 1)

    def _score_pair(self, event: GoldEvent, claim: Claim, scores: Scores) -> None:
        right = self._core_f1(event, claim) >= 0.5
        _count_frame(scores, gold_type(event), (right, not right, not right))
        for role in stated_roles(gold_type(event)):
            scores.role.add(*self._fillers(event.roles.get(role, ()), claim.get(role)))
        scores.date.add(*_date_counts(event, claim))
        scores.place.add(*self._fillers(event.places, claim.get("location")))
        statuses = {_local(value) for value in claim.get("status")} or {"actual"}
        scores.status.add(event.status in statuses)
        scores.attribute.add(*attribute_counts(event, claim))

    def score_positions(self, scores: Scores) -> None:
        """Count an office as right where holder and body are."""
        used: set[int] = set()
        for position in self._gold.positions:
            found = next(
                (
                    index
                    for index, claim in enumerate(self._positions)
                    if index not in used
                    and self._any_same(position.holder, claim.get("holder"))
                    and (not position.of or self._any_same(position.of, claim.get("of")))
                ),
                None,
            )
            if found is None:
                scores.position.add(missed=1)
            else:
                used.add(found)
                scores.position.add(right=1)
        scores.position.add(wrong=len(self._positions) - len(used))

    def score_entities(self, scores: Scores) -> None:
        """Count an entity as found where it is one of the article's mentions, as the right sort of thing."""
        entities = list(self._gold.entities.values())
        weights = np.zeros((len(entities), len(self._mentions)))
        for row, entity in enumerate(entities):
            for column, iri in enumerate(self._mentions):
                types = self._claims.types.get(iri, frozenset())
                if self._same_entity(entity, iri) and sort_of({entity.type}) == sort_of(types):
                    names = {plain_name(name) for name in self._claims.names.get(iri, ())}
                    weights[row, column] = 1 + (plain_name(entity.names[0]) in names)
        found = len(assign(weights))
        scores.entity.add(found, len(self._mentions) - found, len(entities) - found)

    def score_links(self, scores: Scores) -> None:
        """Count the Wikidata item of each entity that the annotator linked."""
        linked = [iri for iri in self._mentions if iri in self._claims.qids]
        for entity in self._gold.entities.values():
            if entity.qid:
                found = {self._claims.qids[iri] for iri in linked if self._same_names(entity, iri)}
                right = entity.qid in found
                scores.link.add(right, bool(found) and not right, not right)

    def _pair(self, gold: Sequence[GoldEvent], claims: Sequence[Claim]) -> list[tuple[GoldEvent, Claim]]:
        """Pair events of one class whose evidence overlaps, so that as much as possible of them agrees."""
        weights = np.zeros((len(gold), len(claims)))
        for row, event in enumerate(gold):
            for column, claim in enumerate(claims):
                if gold_type(event) in claim.types and overlap(event.evidence, claim.spans) > 0:
                    weights[row, column] = self._agreement(event, claim)
        return [(gold[row], claims[column]) for row, column in assign(weights)]

    def _agreement(self, event: GoldEvent, claim: Claim) -> float:
        details = (event.start in claim.get("startDate")) + attribute_counts(event, claim)[0]
        common = min(overlap(event.evidence, claim.spans) / 1000, 1)
        return 1 + self._core_f1(event, claim) + 0.01 * details + 0.001 * common

    def _core_f1(self, event: GoldEvent, claim: Claim) -> float:
        right = wrong = missed = 0
        for role in CORE_ROLES.get(gold_type(event), ("actor", "target")):
            counts = self._fillers(event.roles.get(role, ()), claim.get(role))
            right, wrong, missed = right + counts[0], wrong + counts[1], missed + counts[2]
        return ratio(2 * right, 2 * right + wrong + missed)

    def _fillers(self, keys: Sequence[str], iris: Sequence[str]) -> Counts:
        """Count the annotator's fillers of a role among the graph's."""
        used: set[str] = set()
        for key in keys:
            found = next((iri for iri in iris if iri not in used and self._same(key, iri)), None)
            if found is not None:
                used.add(found)
        return len(used), len(iris) - len(used), len(keys) - len(used)

    def _any_same(self, key: str, iris: Iterable[str]) -> bool:
        return any(self._same(key, iri) for iri in iris)

    def _same(self, key: str, iri: str) -> bool:
        entity = self._gold.entities.get(key)
        return entity is not None and self._same_entity(entity, iri)

    def _same_entity(self, entity: GoldEntity, iri: str) -> bool:
        if entity.qid and iri in self._claims.qids:
            return entity.qid == self._claims.qids[iri]
        return self._same_names(entity, iri)

    def _same_names(self, entity: GoldEntity, iri: str) -> bool:
        return same_name(entity.names, self._claims.names.get(iri, ()), person=entity.type == "Person")


def event_type(claim: Claim) -> str:
    """The class of a claim; a summit and a call are meetings."""
    return min(claim.types - {"Event"} - MEETINGS, default="Event")


def gold_type(event: GoldEvent) -> str:
    """The class of an annotated event; a summit and a call are meetings."""
    return "Meeting" if event.type in MEETINGS else event.type


def stated_roles(event: str) -> list[str]:
    """The roles of a class of events, without those that the graph states because they are implied."""
    implied = set() if event == "Meeting" else {"participant"}
    if event == "Visit" or event in WITHOUT_ACTOR:
        implied |= {"actor", "target"}
    return [role for role in ROLES if role not in implied]


def attribute_counts(event: GoldEvent, claim: Claim) -> tuple[int, int]:
    """How many of the annotator's kinds, instruments, counts and flags are right, and how many there are."""
    wanted = {name: event.attributes.get(name) for name in ATTRIBUTES}
    wanted[KINDS.get(event.type, "kind")] = event.attributes.get("kind")
    given = {name: value for name, value in wanted.items() if value not in (None, "unspecified")}
    right = sum(str(value).lower() in map(_local, claim.get(name)) for name, value in given.items())
    subtype = event.attributes.get("subtype")
    if subtype in (None, "unspecified", "Meeting"):
        return right, len(given)
    return right + (subtype in claim.types), len(given) + 1


def overlap(one: Spans, other: Spans) -> int:
    """How many characters stretches of text have in common."""
    return sum(max(0, min(end, stop) - max(begin, start)) for begin, end in one for start, stop in other)


def sort_of(types: Iterable[str]) -> str:
    """Whether a thing is a person, a place, or an agent of another sort."""
    types = set(types)
    if "Person" in types:
        return "person"
    return "place" if "Place" in types and "Country" not in types else "agent"


def assign(weights: np.ndarray) -> list[tuple[int, int]]:
    """Pair rows with columns, each at most once, for the greatest sum; what weighs nothing is no pair."""
    if not weights.size:
        return []
    rows, columns = linear_sum_assignment(-weights)
    return [(int(r), int(c)) for r, c in zip(rows, columns, strict=True) if weights[r, c] > 0]


def _count_frame(scores: Scores, event: str, counts: Counts) -> None:
    scores.frame.add(*counts)
    scores.frames[event].add(*counts)


def _date_counts(event: GoldEvent, claim: Claim) -> Counts:
    found = next(iter(claim.get("startDate")), None)
    if event.start and found:
        right = event.start == found
        return right, not right, not right
    return 0, bool(found), bool(event.start)


def _local(value: str) -> str:
    return re.split("[#/]", value)[-1].lower()
