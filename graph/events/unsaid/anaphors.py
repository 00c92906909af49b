"""anaphors: the event told before that a noun of a sentence points back to ("welcomed the deal")."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from itertools import islice

from graph.events.draft import Draft
from graph.events.unsaid.story import Story

# So many events back a noun may point.
EVENTS_BACK = 15


@cache
def load_nouns() -> Mapping[str, frozenset[str]]:
    """The classes of events that each noun may mean."""
    stored = tomllib.loads(files("graph.events.unsaid").joinpath("anaphors.toml").read_text("utf-8"))
    nouns: dict[str, set[str]] = {}
    for event_type, words in stored["nouns"].items():
        for word in words:
            nouns.setdefault(word, set()).add(event_type)
    return {word: frozenset(types) for word, types in nouns.items()}


def spoken_of(draft: Draft, story: Story) -> tuple[Draft, ...]:
    """The events told before to which the nouns of a draft's sentence point back, each once."""
    found: list[Draft] = []
    for types in _pointing(draft, story):
        event = _last(types, draft, story)
        if event is not None and event not in found:
            found.append(event)
    return tuple(found)


def _pointing(draft: Draft, story: Story) -> Iterator[frozenset[str]]:
    """The classes that each noun of the sentence may mean, the words of the draft's own trigger left out."""
    sentence = story.scene.sentences[draft.sentence]
    for token in sentence.tokens:
        start = sentence.offset + token.idx
        is_own = draft.trigger.start <= start < draft.trigger.end
        if token.pos_ == "NOUN" and not is_own and token.lemma_.lower() in load_nouns():
            yield load_nouns()[token.lemma_.lower()]


def _last(types: frozenset[str], draft: Draft, story: Story) -> Draft | None:
    before = islice(story.told_before(draft), EVENTS_BACK)
    return next((told for told in before if told.type in types and told.roles), None)
