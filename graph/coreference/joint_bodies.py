"""joint bodies: "the ministries of health of the two countries" becomes a body of each."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from graph.coreference.state_bodies import add_body
from graph.linking.gazetteer import Gazetteer
from graph.model import Entity, EntityType, Form, Mention, Sentence, Span
from graph.within import mentions_within

# The plural of a body, what it is for, and the "of" before the countries.
_OF = re.compile(
    r"(?:\bthe\s+)?\b(?P<kind>ministries|departments|parliaments|chambers|committees)"
    r"(?:\s+(?:of|for)\s+(?P<field>[\w-]+(?:,?\s+(?:and\s+)?[\w-]+){0,4}?))?\s+of\s+$",
    re.IGNORECASE,
)
_FIELD_FIRST = re.compile(
    r"(?:\bthe\s+)?\b(?P<field>(?!(?:and|between|both|by|of|other|the|two|with)\b)[\w-]+)\s+(?P<kind>ministries|departments|committees)\s+of\s+$",
    re.IGNORECASE,
)
_TWO = re.compile(r"\bthe two (?:countries|nations|states)\b", re.IGNORECASE)
_SINGULAR = {
    "ministries": "Ministry",
    "departments": "Department",
    "parliaments": "Parliament",
    "chambers": "Chamber",
    "committees": "Committee",
}


def find_joint_bodies(
    sentences: Sequence[Sentence],
    mentions: Sequence[Mention],
    entities: Sequence[Entity],
    gazetteer: Gazetteer,
) -> tuple[tuple[Entity, ...], tuple[Mention, ...]]:
    """Gives the entities with the bodies that a plural names together, and the mentions with the plurals."""
    known = list(entities)
    found = list(mentions)
    for sentence, inside in zip(sentences, mentions_within(sentences, mentions), strict=True):
        for countries in _countries_together(sentence, inside, mentions, entities):
            found += _joint_mention(sentence, countries, known, gazetteer)
    resolved = {mention.span for mention in found if mention.entities}
    found = [mention for mention in found if mention.entities or mention.span not in resolved]
    return tuple(known), tuple(sorted(found, key=lambda mention: (mention.span, mention.text)))


def _countries_together(
    sentence: Sentence, inside: Sequence[Mention], mentions: Sequence[Mention], entities: Sequence[Entity]
) -> Iterator[Mention]:
    """The mentions of several countries: "the two countries", or "Russia and Uzbekistan" as one."""
    named = [
        mention
        for mention in inside
        if mention.entities and all(entities[n].type is EntityType.COUNTRY for n in mention.entities)
    ]
    yield from (mention for mention in named if len(mention.entities) > 1)
    yield from _of_the_two(sentence, mentions, entities)
    for first in named:
        for second in named:
            if first.span < second.span and sentence.text_between(first.span, second.span).strip() == "and":
                span = Span(first.span.start, second.span.end)
                yield Mention(span, "", EntityType.COUNTRY, Form.NAME, (*first.entities, *second.entities))


def _of_the_two(
    sentence: Sentence, mentions: Sequence[Mention], entities: Sequence[Entity]
) -> Iterator[Mention]:
    """ "The two countries" inside a longer description: the two that the article has named most."""
    for match in _TWO.finditer(sentence.text):
        span = Span(sentence.span.start + match.start(), sentence.span.start + match.end())
        named = Counter(
            number
            for mention in mentions
            if mention.span.start < span.start
            for number in mention.entities
            if entities[number].type is EntityType.COUNTRY
        )
        pair = sorted(sorted(named, key=lambda number: (-named[number], number))[:2])
        if len(pair) == 2 and not any(mention.span == span for mention in mentions):
            yield Mention(span, match.group(), EntityType.COUNTRY, Form.DESCRIPTION, tuple(pair))


def _joint_mention(
    sentence: Sentence, countries: Mention, known: list[Entity], gazetteer: Gazetteer
) -> Iterator[Mention]:
    before = sentence.text_before(countries.span)
    match = _FIELD_FIRST.search(before) or _OF.search(before)
    if match is None:
        return
    kind, field = _SINGULAR[match["kind"].lower()], match["field"]
    numbers = tuple(add_body(kind, field, known[number], known, gazetteer) for number in countries.entities)
    span = Span(sentence.span.start + match.start(), countries.span.end)
    text = sentence.text[match.start() : countries.span.end - sentence.span.start]
    yield Mention(span, text, EntityType.GOVERNMENT_BODY, Form.DESCRIPTION, numbers)
