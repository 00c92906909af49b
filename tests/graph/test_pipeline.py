"""Any text converts, what is found lies in the text, and nothing depends on what came before."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from graph.accuracy.gold import load_gold
from graph.model import Article, EntityType, Event, Extraction, Mention
from graph.pipeline import convert
from graph.rdf.triples import extraction_quads, reference_quads
from graph.validate import validate
from ontology.schema import load_event_schemas

GOLD = Path(__file__).parents[1] / "gold"
ARTICLES = tuple(each.article for each in load_gold(GOLD))
SENTENCES = tuple(
    sentence
    for article in ARTICLES
    for sentence in re.split(r"(?<=[.?!])\s+|\n+", article.text)
    if sentence.strip()
)
BASE = "http://localhost:8000/"
LOCATIONS = {EntityType.PLACE, EntityType.COUNTRY}
few = settings(max_examples=15, deadline=None)

PIECES = (
    *(
        "President ",
        "Emmanuel Macron",
        " of ",
        "Kenya",
        "’s foreign minister",
        " Nadira Ostavik",
        " the two sides ",
    ),
    *(
        " met ",
        " visited ",
        " signed ",
        "proposed:",
        " will ",
        " not ",
        " in Geneva",
        " on 5 May 2024",
        " the UN",
        "he",
    ),
    *(
        ".",
        " ",
        "\n",
        "\n\n",
        "▪ ",
        "- ",
        "; ",
        "“",
        "”",
        "(",
        ")",
        "🙂",
        "\u200b",
        "\u00a0",
        "\u0301",
        "\x07",
        "9999",
    ),
)
# What the rules look for, in any order: the parse of such a text ties anything to anything.
PHRASES = (
    *(
        "Two diplomats of Chile",
        "Peru",
        "Nadira Ostavik",
        "Kenya and Peru",
        "its envoys in Kenya",
        "The African Union",
    ),
    *(
        "the two presidents",
        "He",
        "They",
        "The next meeting",
        "the tenth summit",
        "sanctions",
        "an envoy",
        "nobody",
    ),
    *(
        "talks between Chile and Peru",
        "Marek Velkanov, the president of Peru,",
        "and the United States $5 million",
    ),
    *(
        "were expelled",
        "expelled",
        "signed a treaty",
        "met",
        "will meet",
        "visited",
        "condemned",
        "rejected",
        "invited",
    ),
    *(
        "threatened",
        "was named envoy",
        "succeeds",
        "replaced",
        "recalled its ambassador",
        "promised $4 million",
        "held",
    ),
    *(
        "took part",
        "imposed sanctions on",
        "faces sanctions",
        "is under sanctions",
        "announced",
        "said that",
        "joined",
    ),
    *(
        "mediated",
        "called on",
        "thanked",
        "supports",
        "proposed",
        "accepted the invitation",
        "became the first to visit",
    ),
    *(
        "attended the inauguration of",
        "summoned",
        "broke off ties with",
        "recognised",
        "not",
        "no",
        "to host",
        "who",
    ),
    *(
        "over the arrest of",
        "in response to",
        "after",
        "before",
        "which",
        "between",
        "with",
        "from",
        "in",
        "of",
        "for",
    ),
    *(
        "on Monday",
        "last year",
        "up from 30 million last year",
        "for the third time this year",
        "at the request of",
    ),
    *(
        "on the sidelines of",
        "in the presence of",
        "half of what it gave last year",
        "and",
        "by",
        "to",
        "each other",
    ),
    *(",", "?", ".", ";", ":", "\n", "•", '"'),
)
TEXTS = st.text(max_size=120) | st.lists(st.sampled_from(PIECES), max_size=25).map("".join)
NEWS = st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=8).map(" ".join)


def faults_of(extraction: Extraction) -> Iterator[str]:
    """What is wrong with an extraction by itself."""
    text, count = extraction.article.text, len(extraction.entities)
    for mention in extraction.mentions:
        yield from _mention_faults(mention, text, count)
    for event in extraction.events:
        yield from _event_faults(event, extraction)
    for position in extraction.positions:
        if not (0 <= position.holder < count and 0 <= position.of < count and position.role.strip()):
            yield f"position out of range: {position}"
        elif extraction.entities[position.holder].type is not EntityType.PERSON:
            yield f"holder is no person: {position}"
    claims = (*extraction.events, *extraction.positions, *extraction.figures)
    for claim in claims:
        if not claim.evidence:
            yield f"no evidence: {claim}"
        for span in claim.evidence:
            if not 0 <= span.start < span.end <= len(text) or not text[span.start : span.end].strip():
                yield f"evidence outside the text: {claim}"


def _mention_faults(mention: Mention, text: str, count: int) -> Iterator[str]:
    if text[mention.span.start : mention.span.end] != mention.text or not mention.text:
        yield f"not in the text: {mention}"
    if not all(0 <= entity < count for entity in mention.entities):
        yield f"entity out of range: {mention}"


def _event_faults(event: Event, extraction: Extraction) -> Iterator[str]:
    schema = load_event_schemas()[event.subtype or event.type]
    entities = extraction.entities
    if event.type not in (schema.name, *schema.parents):
        yield f"subtype of another class: {event}"
    if not (
        event.roles.keys() <= schema.roles.keys() and event.attributes.keys() <= schema.attributes.keys()
    ):
        yield f"role or attribute of another class: {event}"
    if not any(event.roles.get(role) for role in schema.core):
        yield f"no core role: {event}"
    fillers = [filler for role in event.roles.values() for filler in role]
    numbers = (*fillers, *event.places, *event.attributed_to)
    if not all(0 <= number < len(entities) for number in numbers):
        yield f"entity out of range: {event}"
        return
    for role, filled in event.roles.items():
        allowed = schema.roles[role].fillers if role in schema.roles else frozenset(EntityType)
        types = {entities[filler].type for filler in filled}
        if not filled or len(set(filled)) < len(filled) or not types <= allowed:
            yield f"{role} filled wrongly: {event}"
    if not {entities[place].type for place in event.places} <= LOCATIONS:
        yield f"place is no place: {event}"
    if not 0 <= event.confidence <= 1:
        yield f"confidence is no probability: {event}"


def quads_of(extraction: Extraction) -> list[str]:
    return sorted(map(str, extraction_quads(extraction, base=BASE)))


@settings(max_examples=25, deadline=None)
@given(text=TEXTS, title=st.none() | TEXTS, published=st.none() | st.dates())
def test_any_text_converts(text: str, title: str | None, published: date | None) -> None:
    extraction = convert(Article("a", text, title=title, published=published))
    assert list(faults_of(extraction)) == []


@settings(max_examples=100, deadline=None)
@given(text=st.lists(st.sampled_from(PHRASES), min_size=3, max_size=25).map(" ".join))
@example("Two diplomats of Chile were expelled over the arrest of its envoys in Kenya.")
@example("Two diplomats of Chile signed a treaty and recognised Kenya, called on Peru not")
def test_any_row_of_phrases_converts(text: str) -> None:
    assert list(faults_of(convert(Article("a", text, published=date(2024, 5, 10))))) == []


@few
@given(text=NEWS, published=st.none() | st.dates())
def test_any_run_of_news_sentences_converts(text: str, published: date | None) -> None:
    assert list(faults_of(convert(Article("a", text, published=published)))) == []


@pytest.mark.parametrize("published", [date.min, date.max])
def test_article_of_the_first_and_of_the_last_day_converts(published: date) -> None:
    text = (
        "Belarus was pleased. Lukashenko spoke last week. He will fly to Lima next year, a week after 3 May."
    )
    assert list(faults_of(convert(Article("a", text, published=published)))) == []


@settings(max_examples=6, deadline=None)
@given(text=NEWS)
@example(
    "Nadira Ostavik signed an agreement on visas. The foreign ministers of Kenya and Peru met in Geneva."
)
def test_quads_of_any_run_of_news_sentences_keep_to_the_shapes(text: str) -> None:
    extraction = convert(Article("a", text))
    quads = [*extraction_quads(extraction, base=BASE), *reference_quads(extraction, base=BASE)]
    assert list(map(str, validate(quads))) == []


EMPTY = ("", " ", "\n\n", "\u0301", "▪", "- \n- \n", "He said.", "🙂" * 50, "a" * 5000)


@pytest.mark.parametrize("text", EMPTY, ids=lambda text: ascii(text[:8]))
def test_text_that_says_nothing_gives_no_event(text: str) -> None:
    extraction = convert(Article("a", text))
    assert (extraction.events, extraction.positions, list(faults_of(extraction))) == ((), (), [])


def without_every_third(sentences: list[str]) -> list[str]:
    return [sentence for number, sentence in enumerate(sentences) if number % 3 != 2]


def doubled(sentences: list[str]) -> list[str]:
    return [sentence for sentence in sentences for _ in range(2)]


def reversed_(sentences: list[str]) -> list[str]:
    return sentences[::-1]


def shouted(sentences: list[str]) -> list[str]:
    return [sentence.upper() for sentence in sentences]


def whispered(sentences: list[str]) -> list[str]:
    return [sentence.lower() for sentence in sentences]


def itemised(sentences: list[str]) -> list[str]:
    return [f"▪ {sentence}\n" for sentence in sentences]


MUTATIONS = (without_every_third, doubled, reversed_, shouted, whispered, itemised)


@pytest.mark.parametrize("mutate", MUTATIONS, ids=lambda mutate: mutate.__name__.strip("_"))
@pytest.mark.parametrize("article", ARTICLES[:12:5], ids=lambda article: article.id)
def test_mangled_article_converts(article: Article, mutate: Callable[[list[str]], list[str]]) -> None:
    text = " ".join(mutate(re.split(r"(?<=[.?!]) ", article.text)))
    extraction = convert(Article("a", text, published=article.published))
    assert list(faults_of(extraction)) == []


def test_article_converts_the_same_again_and_after_others() -> None:
    first, second, third = ARTICLES[:3]
    alone = convert(first)
    convert(third)
    others = convert(second)
    assert convert(first) == alone
    assert quads_of(convert(first)) == quads_of(alone)
    assert convert(second) == others


def test_name_of_an_article_and_its_publisher_change_no_claim() -> None:
    article = ARTICLES[0]
    renamed = replace(article, id="other", publisher="Other Wire", url="https://other.example/")
    one, other = convert(article), convert(renamed)
    assert (one.entities, one.mentions, one.events, one.positions) == (
        other.entities,
        other.mentions,
        other.events,
        other.positions,
    )


def test_spaces_around_an_article_move_its_offsets_alone() -> None:
    article = ARTICLES[0]
    moved = replace(article, text=f"\n\n  {article.text}\n\n")
    one, other = convert(article), convert(moved)
    assert list(faults_of(other)) == []
    assert _told(one) == _told(other)


def _told(extraction: Extraction) -> list[tuple[object, ...]]:
    text = extraction.article.text
    return [
        (event.type, event.status, event.roles, [text[span.start : span.end] for span in event.evidence])
        for event in extraction.events
    ]


@pytest.mark.parametrize(
    "article", [each.article for each in load_gold(GOLD) if each.negative], ids=lambda article: article.id
)
def test_article_off_the_subject_yields_no_event(article: Article) -> None:
    assert [event.type for event in convert(article).events if event.type != "Statement"] == []
