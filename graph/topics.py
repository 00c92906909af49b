"""topics: a sentence becomes the topics that it is about."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from pyoxigraph import Literal, NamedNode

from graph.errors import SchemaError
from ontology.vocabulary import DIP, SKOS, load_ontology, local_name

LABELS = (SKOS.prefLabel, SKOS.altLabel, SKOS.hiddenLabel)
WORD = re.compile(r"\w+(?:'\w+)*")
GAP = re.compile(r"[\s‐‑–-]+")


def find_topics(text: str) -> tuple[str, ...]:
    """The local names of the topics that a text is about, sorted.

    A topic is found by its labels in diplomacy.ttl: whole words in any case, singular or plural. The longest
    label counts: "nuclear power plant" is about nuclear energy, not energy.
    """
    topics = load_topic_labels()
    runs = _runs(text.replace("’", "'").lower())
    return tuple(sorted({topic for run in runs for topic in _topics_of(run, topics)}))


@cache
def load_topic_labels() -> dict[tuple[str, ...], str]:
    """The topic of each label and its plural, as words in lower case."""
    topics: dict[tuple[str, ...], str] = {}
    for label, topic in _labels():
        for form in _forms(label.lower()):
            words = tuple(WORD.findall(form))
            if topics.setdefault(words, topic) != topic:
                raise SchemaError(f"diplomacy.ttl gives {form!r} to {topics[words]} and {topic}: keep one")
    return topics


@cache
def _longest_label() -> int:
    return max(len(label) for label in load_topic_labels())


def _labels() -> Iterator[tuple[str, str]]:
    """Each label of a topic with the topic's local name."""
    quads = load_ontology()
    topics = {quad.subject for quad in quads if (quad.predicate, quad.object) == (SKOS.inScheme, DIP.topics)}
    for subject, predicate, label, _ in quads:
        is_label = predicate in LABELS and isinstance(label, Literal)
        if is_label and subject in topics and isinstance(subject, NamedNode):
            yield label.value, local_name(subject)


def _forms(label: str) -> tuple[str, ...]:
    """The label and its plural, if it has one that English forms by rule."""
    if label.endswith("s"):
        return (label,)
    if re.search(r"[^aeiou]y$", label):
        return (label, f"{label[:-1]}ies")
    return (label, f"{label}es" if label.endswith(("sh", "ch", "x")) else f"{label}s")


def _runs(text: str) -> list[list[str]]:
    """The words of the text, in runs that nothing but spaces and hyphens parts."""
    runs: list[list[str]] = []
    end = -1
    for word in WORD.finditer(text):
        if not runs or not GAP.fullmatch(text, end, word.start()):
            runs.append([])
        runs[-1].append(word[0])
        end = word.end()
    return runs


def _topics_of(run: list[str], topics: dict[tuple[str, ...], str]) -> Iterator[str]:
    start = 0
    while start < len(run):
        lengths = range(min(_longest_label(), len(run) - start), 0, -1)
        length = next((n for n in lengths if tuple(run[start : start + n]) in topics), 0)
        if length:
            yield topics[tuple(run[start : start + length])]
        start += length or 1
