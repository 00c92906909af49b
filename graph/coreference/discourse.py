"""discourse: what an article has spoken of so far, for words that point back to it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from spacy.tokens import Token

from graph.linking.gazetteer import Gazetteer, holds, is_over
from graph.linking.known import Office
from graph.model import Entity, EntityType, Position, Span
from graph.offices.line import HYPHENS, Word
from graph.offices.nouns import BODY_OFFICE, is_head, load_nouns
from graph.offices.who.claims import line_claims

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
_MINISTER = " minister"


@dataclass(frozen=True, slots=True)
class Referent:
    """One place where entities are spoken of; `is_subject` where they act, `verb` is what they do.

    `is_setting` where it says only where something is, or who stands behind it.
    """

    line: int
    span: Span
    entities: tuple[int, ...]
    is_subject: bool
    verb: str
    is_passive: bool
    is_main: bool
    token: int
    is_setting: bool = False


@dataclass(slots=True)
class Discourse:
    """The places so far, in the order of the text, and what is known of the entities."""

    entities: Sequence[Entity]
    positions: Sequence[Position]
    gazetteer: Gazetteer
    day: date | None
    lines: Sequence[Sequence[Word]]
    counts: Counter[int]
    genders: dict[int, str]
    referents: list[Referent] = field(default_factory=list)
    by_line: dict[int, list[Referent]] = field(default_factory=dict)
    # By the title of someone unnamed: the state for which he stands, and who is told to be another than he
    stand_ins: dict[str, int] = field(default_factory=dict)
    strangers: dict[str, set[int]] = field(default_factory=dict)
    # Looked up for each word of the article, so that its length counts once
    _held: dict[int, list[Position]] = field(init=False, default_factory=dict)
    _states: dict[str, int] = field(init=False, default_factory=dict)
    _titles: dict[int, set[str]] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        for position in self.positions:
            self._held.setdefault(position.holder, []).append(position)
        for index, entity in enumerate(self.entities):
            if entity.type is EntityType.COUNTRY and entity.country:
                self._states.setdefault(entity.country, index)
        for number, words in enumerate(self.lines):
            for claim in line_claims(words, number):
                if not claim.office.owners and claim.owner is None and claim.holder.entities:
                    self._titles.setdefault(claim.holder.entities[0], set()).add(claim.office.role)

    def add(self, line: int, word: Word, span: Span, entities: tuple[int, ...]) -> None:
        """Take note of a place."""
        if entities:
            subject = subject_token(word)
            referent = Referent(
                line=line,
                span=span,
                entities=entities,
                is_subject=subject is not None,
                verb=subject.head.lemma_.lower() if subject is not None else "",
                is_passive=subject is not None and subject.dep_ == "nsubjpass",
                is_main=subject is not None and subject.head.dep_ == "ROOT",
                token=word.token.i,
                is_setting=is_setting(word.token),
            )
            self.referents.append(referent)
            self.by_line.setdefault(line, []).append(referent)

    def back(self, line: int, *, lines: int) -> Iterator[Referent]:
        """Give the places of a line and of the lines before it, `lines` in all, the latest first."""
        for referent in reversed(self.referents):
            if referent.line <= line - lines:
                return
            yield referent

    def lines_back(self, line: int, *, lines: int) -> Iterator[list[Referent]]:
        """Give the places line by line, the latest line first, each line in its order."""
        for number in range(line, max(-1, line - lines), -1):
            if number in self.by_line:
                yield self.by_line[number]

    def told_at(self, line: int, token: int) -> tuple[int, ...]:
        """Give the entities spoken of by the word with this token."""
        return next((r.entities for r in reversed(self.by_line.get(line, ())) if r.token == token), ())

    def may_be(self, person: int, gender: str) -> bool:
        """Tell whether nothing speaks against a person being a man or a woman."""
        return self.genders.get(person, gender) == gender

    def note_gender(self, people: tuple[int, ...], gender: str) -> None:
        """Remember by which pronoun a person was called."""
        for person in people:
            self.genders.setdefault(person, gender)

    def word_of(self, referent: Referent) -> Word | None:
        """Give the word on which the rest of a place hangs."""
        return next((word for word in self.lines[referent.line] if word.token.i == referent.token), None)

    def is_unnamed(self, referent: Referent) -> bool:
        """Tell whether a place speaks of someone by his title, for whom his state stands."""
        word = self.word_of(referent)
        titled = word is not None and word.mention is None and _ends_title(word.lower)
        return titled and referent.entities[0] in self.stand_ins.values()

    def is_type(self, index: int, *types: EntityType) -> bool:
        """Tell whether an entity is of one of these types."""
        return self.entities[index].type in types

    def people(self, referents: Sequence[Referent]) -> tuple[int, ...]:
        """Give the people of some places, each once, in their order."""
        indexes = (index for referent in referents for index in referent.entities)
        return tuple(dict.fromkeys(index for index in indexes if self.is_type(index, EntityType.PERSON)))

    def countries(self, referents: Sequence[Referent]) -> tuple[int, ...]:
        """Give the countries of some places and those of their people, each once, in their order.

        Where a country only says where something is, it is no side.
        """
        sides = (referent for referent in referents if not referent.is_setting)
        found = (self.country_of(index) for referent in sides for index in referent.entities)
        return tuple(dict.fromkeys(index for index in found if index is not None))

    def bodies(self, referents: Sequence[Referent]) -> tuple[int, ...]:
        """Give the companies and organisations of some places, each once, in their order."""
        types = (EntityType.COMPANY, EntityType.ORGANIZATION, EntityType.GOVERNMENT_BODY)
        indexes = (index for referent in referents for index in referent.entities)
        return tuple(dict.fromkeys(index for index in indexes if self.is_type(index, *types)))

    def offices_of(self, person: int) -> tuple[Position, ...]:
        """Give the offices that the article says a person holds."""
        return tuple(self._held.get(person, ()))

    def country_of(self, index: int) -> int | None:
        """Find the country that an entity is or, if it is a person, serves or comes from."""
        entity = self.entities[index]
        if entity.type is EntityType.COUNTRY:
            return index
        if entity.type is not EntityType.PERSON:
            return None
        served = (p.of for p in self.offices_of(index) if self.is_type(p.of, EntityType.COUNTRY))
        return next(served, self.country_named(entity.country))

    def country_named(self, code: str | None) -> int | None:
        """Find the country with a code among the entities."""
        return self._states.get(code) if code else None

    def is_titled(self, person: int, role: str) -> bool:
        """Tell whether a person is called by an office of which is not said whose: "President Velkanov"."""
        titles = self._titles.get(person, ())
        of_body = load_nouns().heads.get((role.rsplit(maxsplit=1)[-1],)) == BODY_OFFICE
        short = any(title == role or title.startswith(f"{role} of ") for title in titles)
        return short or (not of_body and any(is_met(role, title) for title in titles))

    def is_called(self, person: int, role: str) -> bool:
        """Tell whether a person bears just this title, not only one that comes to the same."""
        held = {*self._titles.get(person, ()), *(position.role for position in self.offices_of(person))}
        return any(role == other or _are_alike(role, other) for other in held)

    def fits(self, person: int, role: str, owner: int | None = None) -> bool:
        """Tell whether a person may be called by an office, as far as the article or the reference tells."""
        roles = [p.role for p in self.offices_of(person) if owner in (None, p.of)]
        if any(is_met(role, held) for held in roles) or (owner is None and self.is_titled(person, role)):
            return True
        return not roles and owner in (None, self.country_of(person)) and self._is_known_as(person, role)

    def is_known(self, person: int) -> bool:
        """Tell whether the reference knows a person."""
        return any(
            known.type is EntityType.PERSON for known in self.gazetteer.named(self.entities[person].name)
        )

    def has_left(self, person: int, role: str) -> bool:
        """Tell whether somebody had left an office for certain when the article was written."""
        terms = self._terms(person, role)
        return bool(terms) and all(self.day is not None and is_over(term, self.day) for term in terms)

    def _is_known_as(self, person: int, role: str) -> bool:
        return self.day is not None and any(holds(term, self.day) for term in self._terms(person, role))

    def _terms(self, person: int, role: str) -> list[Office]:
        """Give the known terms of an office of the one person of this name."""
        named = self.gazetteer.named(self.entities[person].name)
        known = [other for other in named if other.type is EntityType.PERSON]
        terms = self.gazetteer.offices_of(known[0]) if len(known) == 1 else ()
        return [term for term in terms if _is_term_of(role, term)]

    def main_countries(self) -> list[int]:
        """Give the countries of the article, the one most spoken of first."""
        return [index for index, _ in self.counts.most_common() if self.is_type(index, EntityType.COUNTRY)]


def _ends_title(word: str) -> bool:
    nouns = load_nouns()
    return (word,) in nouns.heads or any(noun.endswith(f"-{word}") for noun in nouns.heading)


def is_setting(token: Token) -> bool:
    """Tell whether a name says only where a thing is, or who backs it ("the Greek port", "Greek-backed")."""
    after = token.doc[token.i + 1 : token.i + 3]
    if len(after) == 2 and after[0].text in HYPHENS:
        return after[1].lower_ in load_nouns().backed
    modifies = token.dep_ in ("amod", "compound", "nmod", "poss") and token.head.i > token.i
    described = token.doc[token.i + 1 : token.head.i + 1] if modifies else ()
    return any(word.lemma_.lower() in load_nouns().located for word in described)


def subject_token(word: Word) -> Token | None:
    """Find the subject of a verb which a word is, or to which it is joined or apposed."""
    token = word.token
    for _ in range(4):
        if token.dep_ in SUBJECTS:
            return token
        if token.dep_ not in ("conj", "appos") or token.head.i == token.i:
            return None
        token = token.head
    return None


def is_met(asked: str, held: str) -> bool:
    """Tell whether the holder of one office may be called by another: a president "the head of state"."""
    table = load_nouns().offices
    if held.startswith(("former ", "ex-", "ex ")) or ("deputy" in held and "deputy" not in asked):
        return False
    if asked.startswith("deputy ") and held.startswith("deputy "):
        return is_met(asked.removeprefix("deputy "), held.removeprefix("deputy "))
    nouns = {held, _plain(held)}
    if asked in nouns or _are_alike(asked, held):
        return True
    if asked == "minister" and "minister" in held and held != "prime minister":
        return True
    if asked == "official":
        return not is_head(held)
    listed = bool(nouns & table.get(asked, frozenset())) or asked in table.get(held, frozenset())
    return listed or _is_one_of(_plain(asked), _plain(held))


def _is_one_of(asked: str, held: str) -> bool:
    """Tell whether a minister of several things is asked for by one: "minister of trade and industry"."""
    things = held.removesuffix(_MINISTER).replace(",", " and ").split(" and ")
    both = asked.endswith(_MINISTER) and held.endswith(_MINISTER)
    return both and asked.removesuffix(_MINISTER) in (thing.strip() for thing in things)


def _is_term_of(role: str, term: Office) -> bool:
    """Tell whether a known term of office is one of a role: by its name, or for a broad word by its class."""
    broader = role in load_nouns().offices and role in load_nouns().broad
    return is_met(role, term.role.lower()) or (broader and is_met(role, term.office_class))


def office_classes(role: str) -> frozenset[str]:
    """Give the classes of the reference in which the holders of an office may stand."""
    nouns = load_nouns()
    names = {role, _plain(role)} | nouns.offices.get(role, frozenset())
    return frozenset(nouns.classes[name] for name in names if name in nouns.classes)


def _plain(role: str) -> str:
    """Bring titles of one office to one form: "minister of (for) foreign affairs" to "foreign minister"."""
    words = role.split()
    if words[0] == "minister" and len(words) > 2:
        return " ".join(word for word in words[2:] if word not in ("affairs", "the")) + " minister"
    return role.removeprefix("acting ").removeprefix("interim ").removeprefix("elected ")


def _are_alike(one: str, other: str) -> bool:
    """Tell whether two titles are of one office, hyphens or not: "vice-president", "vice president"."""
    return _plain(one).replace("-", " ") == _plain(other).replace("-", " ")
