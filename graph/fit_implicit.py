"""fit_implicit: articles with events linked across lines become the weights of `events/unsaid/implicit`."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from graph.events.draft import Draft
from graph.events.model.card import fingerprints
from graph.events.training.lines import find
from graph.events.unsaid.antecedents import antecedents, open_roles, signs
from graph.events.unsaid.implicit import WEIGHTS, load_weights
from graph.events.unsaid.story import read_story
from graph.model import Article, Mention
from graph.pipeline import Reading, read_closely

# A sign seen fewer times than this has no weight, and so strongly each weight is drawn to nought.
SEEN = 4
RIDGE = 2.0
BETWEEN_LINES = "\n\n"

Place = tuple[int, int]
Report = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Example:
    """One candidate for an open role: what speaks for it, and whether the annotator takes it for meant."""

    signs: frozenset[str]
    is_meant: bool


@dataclass(frozen=True, slots=True)
class LinkedArticle:
    """An annotated passage as one article, with what its events leave to the rest of it.

    `links` gives for (line, event's number) the fillers named elsewhere and the telling that comes first.
    """

    passage: Mapping[str, Any]
    links: Mapping[Place, Mapping[str, Any]]
    article: Article
    starts: tuple[int, ...]

    def events(self, line: int) -> Sequence[Mapping[str, Any]]:
        """The annotated events of a line."""
        found: Sequence[Mapping[str, Any]] = self.passage["lines"][line].get("events", [])
        return found

    def fillers(self, event: Place, role: str) -> Iterator[Place]:
        """Where in the article the fillers of an event's role are named."""
        line, number = event
        link = self.links.get(event, {})
        named = [(line, string) for string in self.events(line)[number].get("roles", {}).get(role, [])]
        for at, string in (*named, *map(tuple, link.get("roles", {}).get(role, []))):
            found = find(self.passage["lines"][at]["text"], string)
            if found:
                yield self.starts[at] + found[0], self.starts[at] + found[1]
        if link.get("same"):
            yield from self.fillers((link["same"][0], link["same"][1]), role)

    def event_of(self, draft: Draft) -> Place | None:
        """The annotated event that a draft tells."""
        line = max(number for number, start in enumerate(self.starts) if start <= draft.trigger.start)
        text, start = self.passage["lines"][line]["text"], self.starts[line]
        for number, event in enumerate(self.events(line)):
            found = find(text, event["trigger"]) if event["type"] == draft.type else None
            if found and start + found[0] < draft.trigger.end and start + found[1] > draft.trigger.start:
                return line, number
        return None


def load_linked(lines: Path, links: Path) -> Iterator[LinkedArticle]:
    """Reads the passages of `lines/*.jsonl` that files of the same names in `links` link."""
    for path in sorted(links.glob("*.jsonl")):
        rows = [json.loads(row) for row in path.read_text("utf-8").splitlines()]
        linked = {row["id"]: {tuple(link["event"]): link for link in row["links"]} for row in rows}
        for row in (lines / path.name).read_text("utf-8").splitlines():
            passage = json.loads(row)
            if passage["id"] in linked:
                yield _linked(passage, linked[passage["id"]])


def _linked(passage: Mapping[str, Any], links: Mapping[Place, Mapping[str, Any]]) -> LinkedArticle:
    starts, text = [], ""
    for line in passage["lines"]:
        starts.append(len(text))
        text += line["text"] + BETWEEN_LINES
    published = passage.get("published")
    article = Article(passage["id"], text, published=date.fromisoformat(published) if published else None)
    return LinkedArticle(passage, links, article, tuple(starts))


def train_implicit(lines: Path, links: Path, model: Path, *, report: Report) -> int:
    """Learns the weights from the linked articles and writes `implicit.json` into the folder `model`.

    `report` is called after each article with its number and the number of articles in all. Gives how many
    candidates it learned from. The packaged encoder reads the articles, so it is trained first.
    """
    linked = tuple(load_linked(lines, links))
    found: list[Example] = []
    for number, each in enumerate(linked, start=1):
        found += examples(each, read_closely(each.article))
        report(number, len(linked))
    learned = {
        "command": "diplograph train --links-only",
        "data": fingerprints(sorted(links.glob("*.jsonl"))),
        "candidates": len(found),
        "weights": fit(found),
    }
    text = json.dumps(learned, indent=1, sort_keys=True)
    (model / WEIGHTS).write_text(text + "\n", encoding="utf-8")
    load_weights.cache_clear()
    return len(found)


def examples(linked: LinkedArticle, reading: Reading) -> Iterator[Example]:
    """Gives every candidate for every open role of the drafts whose events are annotated."""
    # Learned anew, the weights see what their forerunners saw: the drafts as the sentences name them.
    named = [replace(draft, roles=draft.named, implied=frozenset()) for draft in reading.telling.drafts]
    story = read_story(named, reading.telling.scene)
    for draft in story.drafts:
        event = linked.event_of(draft)
        if event is None:
            continue
        prediction = reading.telling.predictions[draft.sentence]
        for role in open_roles(draft):
            meant = _entities_at(tuple(linked.fillers(event, role)), reading.extraction.mentions)
            told = signs(draft, role, antecedents(draft, role, story), story, prediction)
            for entity, own in told.items():
                yield Example(own, entity in meant)


def _entities_at(places: Sequence[Place], mentions: Sequence[Mention]) -> frozenset[int]:
    """The entities of the mentions that cover most of each place."""
    meant: set[int] = set()
    for start, end in places:
        covered = {
            mention: min(end, mention.span.end) - max(start, mention.span.start)
            for mention in mentions
            if mention.entities and mention.span.start < end and mention.span.end > start
        }
        best = max(covered.values(), default=0)
        meant.update(each for mention, size in covered.items() if size == best for each in mention.entities)
    return frozenset(meant)


def fit(found: Sequence[Example]) -> dict[str, float]:
    """Learns the weight of each sign by logistic regression with a ridge."""
    counts = Counter(sign for example in found for sign in example.signs)
    names = sorted(sign for sign, count in counts.items() if count >= SEEN)
    column = {name: number for number, name in enumerate(names)}
    cells = [
        (row, column[sign])
        for row, example in enumerate(found)
        for sign in sorted(example.signs)
        if sign in column
    ]
    rows, columns = zip(*cells, strict=True)
    table = csr_matrix((np.ones(len(cells)), (rows, columns)), shape=(len(found), len(names)))
    truth = np.array([example.is_meant for example in found], dtype=float)

    def loss(weights: np.ndarray) -> tuple[float, np.ndarray]:
        odds = table @ weights
        share = 1 / (1 + np.exp(-odds))
        value = np.sum(np.logaddexp(0, odds) - truth * odds) + RIDGE / 2 * weights @ weights
        return float(value), table.T @ (share - truth) + RIDGE * weights

    result = minimize(loss, np.zeros(len(names)), jac=True, method="L-BFGS-B", options={"maxiter": 1000})
    return {name: round(float(weight), 3) for name, weight in zip(names, result.x, strict=True)}
