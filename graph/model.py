"""model: the values that pass between the steps; no behaviour."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Span as TokenSpan


class EntityType(StrEnum):
    """The classes of entities; each value is the local name of its class in the ontology."""

    PERSON = "Person"
    COUNTRY = "Country"
    INTERNATIONAL_ORGANIZATION = "InternationalOrganization"
    GOVERNMENT_BODY = "GovernmentBody"
    COMPANY = "Company"
    ORGANIZATION = "Organization"
    PLACE = "Place"


class Status(StrEnum):
    """Whether an event happened; each value is the local name of its individual in the ontology."""

    ACTUAL = "actual"
    PLANNED = "planned"
    PROPOSED = "proposed"
    DENIED = "denied"


class Form(StrEnum):
    """How a mention refers to its entity."""

    NAME = "name"  # Shavkat Mirziyoyev, Uzbekistan, the UN
    DEMONYM = "demonym"  # Uzbek, the Uzbeks
    DESCRIPTION = "description"  # the Uzbek president, his Turkish counterpart, the two sides
    PRONOUN = "pronoun"  # he, they


@dataclass(frozen=True, slots=True)
class Article:
    """One article as it was given; every offset counts code points into `text`, which never changes."""

    id: str
    text: str
    title: str | None = None
    publisher: str | None = None
    published: date | None = None
    url: str | None = None
    language: str = "en"


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of an article's text: code points, `end` excluded."""

    start: int
    end: int


STOPS, CLOSING = ".!?…:;", "\"'”’»)] "


@dataclass(frozen=True, slots=True)
class Sentence:
    """A parsed sentence, headline, list item or clause of a list.

    `tokens` is a spaCy span of a paragraph's document, whose first character is the article's character
    `offset`: token `t` starts at `offset + t.idx`. `context` is what a reader has in mind who comes to it:
    the sentence before, or the lead-in that governs a list item ("He also proposed:").
    """

    span: Span
    text: str
    tokens: TokenSpan = field(compare=False, repr=False)
    offset: int
    context: str
    paragraph: int
    is_item: bool = False
    is_title: bool = False

    def place_of(self, span: Span) -> tuple[int, int]:
        """Where a span of the article begins and ends in the text of the sentence."""
        return span.start - self.span.start, span.end - self.span.start

    def text_before(self, span: Span) -> str:
        """The text of the sentence up to a span of the article."""
        return self.text[: span.start - self.span.start]

    def text_between(self, one: Span, other: Span) -> str:
        """The text of the sentence from the end of one span of the article to the start of another."""
        return self.text[one.end - self.span.start : other.start - self.span.start]

    @property
    def is_headline(self) -> bool:
        """Whether it is the title, or ends like one: no list item, and without a full stop."""
        end = self.text.rstrip(CLOSING)[-1:]
        return self.is_title or not (self.is_item or end in STOPS)


@dataclass(frozen=True, slots=True)
class Mention:
    """A stretch of text that refers to entities: indexes into `Extraction.entities`, none while unresolved.

    "the two presidents" refers to two. `type` is None where the form does not tell ("they").
    """

    span: Span
    text: str
    type: EntityType | None
    form: Form
    entities: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Entity:
    """Someone or something named; `qid` is its Wikidata identifier, or None where no link is certain.

    `name` is the fullest name, `aliases` are the other names seen in the article, `country` is an
    ISO 3166-1 alpha-3 code.
    """

    name: str
    type: EntityType
    qid: str | None = None
    aliases: tuple[str, ...] = ()
    country: str | None = None
    why: str = ""


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A date that says no more than the text: year, year and month, full, or month and day without year."""

    year: int | None = None
    month: int | None = None
    day: int | None = None


@dataclass(frozen=True, slots=True)
class DateRange:
    """When something began and, where the text says so, ended."""

    start: PartialDate
    end: PartialDate | None = None


@dataclass(frozen=True, slots=True)
class Event:
    """One real event: `type` is a class of the ontology, `subtype` a class below it (Summit, Call).

    `roles` and `attributes` are keyed by the ontology's local names (`visitor`, `visitKind`);
    role fillers, `places` and `attributed_to` are indexes into `Extraction.entities`.
    """

    type: str
    status: Status
    evidence: tuple[Span, ...]
    roles: Mapping[str, tuple[int, ...]]
    subtype: str | None = None
    attributes: Mapping[str, str | int | bool] = field(default_factory=dict)
    when: DateRange | None = None
    places: tuple[int, ...] = ()
    topics: tuple[str, ...] = ()
    attributed_to: tuple[int, ...] = ()
    confidence: float = 1.0
    method: str = "model"


@dataclass(frozen=True, slots=True)
class Position:
    """An office that the article says someone holds: "Uzbek President Shavkat Mirziyoyev"."""

    holder: int
    role: str
    of: int
    evidence: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Figure:
    """A number tied to what it measures: "trade turnover grew by 15 percent".

    `value` is a plain decimal; where `is_change` it is by how much the indicator grew or, below zero, fell.
    `about` are indexes into `Extraction.entities`, `when` is the period that the number is of.
    """

    value: str
    unit: str
    indicator: str
    about: tuple[int, ...]
    evidence: tuple[Span, ...]
    status: Status = Status.ACTUAL
    when: DateRange | None = None
    is_change: bool = False


@dataclass(frozen=True, slots=True)
class Extraction:
    """All that one article says."""

    article: Article
    entities: tuple[Entity, ...] = ()
    mentions: tuple[Mention, ...] = ()
    events: tuple[Event, ...] = ()
    positions: tuple[Position, ...] = ()
    figures: tuple[Figure, ...] = ()
