"""surroundings: what stands around the mentions of an article, by which names are told apart."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from graph.linking.gazetteer import Gazetteer
from graph.linking.known import Known
from graph.model import Article, EntityType, Mention, Sentence
from graph.names.person_names import load_titles
from graph.names.words import split_words

DATELINE = 3  # sentences within which a report names its place
RELATIVES = frozenset({
    "brother", "cousin", "daughter", "father", "husband", "lady", "mother", "nephew", "niece", "sister",
    "son", "spouse", "widow", "wife",
})  # fmt: skip
OWNER_REACH = 60  # characters between "Iranian" and the name in "Iranian deputy foreign minister ..."
# What is no part of a title between a country and a name
PARTING = frozenset({"ADP", "AUX", "PRON", "SCONJ", "VERB"})
BREAKS = frozenset('.;:!?()"“”\n')
# "Former US President X", "Peru's then leader X"
FORMER = re.compile(r"\b(?:former|ex|late|then)\b", re.IGNORECASE)
FORMER_REACH = len("former ")


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The countries that an article names, how often, and what the mentions stand beside."""

    article: Article
    gazetteer: Gazetteer
    countries: Mapping[str, int]
    starts: Sequence[int]
    mentions: Sequence[Mention]
    sentences: Sequence[Sentence]
    # From where a report comes, if that state is named again
    dateline: str | None = None

    @property
    def published(self) -> date | None:
        """When the article was published."""
        return self.article.published

    def names_country(self, code: str | None) -> bool:
        """Tell whether a country, its people or its capital is named."""
        return code is not None and self.countries.get(code, 0) > 0

    def owner(self, mention: Mention) -> str | None:
        """Return the country before a name: "Iranian foreign minister ...", "Kenya's ..."."""
        at = bisect_right(self.starts, mention.span.start) - 2
        if at < 0:
            return None
        post = self._post(self.mentions[at], mention)
        if post is not None:
            return self._owner_at(at - 1, post) if at > 0 else None
        return self._owner_at(at, mention.span.start)

    def land(self, place: Mention) -> str | None:
        """Return the country behind the name of a place: "Subang, Malaysia", but no list of both and more."""
        at = bisect_right(self.starts, place.span.start)
        if place.type is not EntityType.PLACE or at >= len(self.mentions):
            return None
        behind = self.mentions[at]
        is_beside = self.article.text[place.span.end : behind.span.start] == ", "
        is_listed = self.article.text.startswith((" and ", " or "), behind.span.end)
        if behind.type is not EntityType.COUNTRY or not is_beside or is_listed:
            return None
        return _country_of(behind, self.gazetteer)

    def people_behind(self, mention: Mention) -> tuple[Known, ...]:
        """Return the known people whose name stands behind a mention: "Congolese President ..."."""
        at = bisect_right(self.starts, mention.span.start)
        behind = self.mentions[at] if at < len(self.mentions) else None
        between = self.article.text[mention.span.end : behind.span.start] if behind else ""
        if behind is None or behind.type is not EntityType.PERSON or not _is_title(between):
            return ()
        named = self.gazetteer.named(behind.text) if " " in behind.text else ()
        return tuple(known for known in named if known.type is EntityType.PERSON)

    def is_of_union(self, mention: Mention) -> bool:
        """Tell whether an organisation of states and a title stand before a name: "UN envoy ..."."""
        before = self.before(mention)
        if before is None or before.type is not EntityType.INTERNATIONAL_ORGANIZATION:
            return False
        return _is_title(self.article.text[before.span.end : mention.span.start])

    def is_former(self, mention: Mention) -> bool:
        """Tell whether a name is of who held the office before it: "former Kenyan President ..."."""
        before = self.before(mention)
        if before is None:
            return False
        start = max(0, before.span.start - FORMER_REACH)
        return FORMER.search(self.article.text, start, mention.span.start) is not None

    def before(self, mention: Mention) -> Mention | None:
        """Return the mention before another."""
        at = bisect_right(self.starts, mention.span.start) - 2
        return self.mentions[at] if at >= 0 else None

    def _owner_at(self, at: int, end: int) -> str | None:
        """Return the country of a mention, if nothing but a title stands from it to a character."""
        before = self.mentions[at]
        between = self.article.text[before.span.end : end]
        if before.type is not EntityType.COUNTRY or len(between) > OWNER_REACH or BREAKS & set(between):
            return None
        belongs = _is_title(between) and not self._is_parted(before.span.end, end)
        return _country_of(before, self.gazetteer) if belongs else None

    def _is_parted(self, start: int, end: int) -> bool:
        """Tell whether a verb, "by" or "and" stands from one character to another: "Peru met President X"."""
        sentence = self._sentence_at(start)
        tokens = sentence.tokens if sentence else ()
        between = [token for token in tokens if sentence and start <= sentence.offset + token.idx < end]
        joined = bool(between) and between[0].pos_ == "CCONJ"
        return joined or any(
            token.pos_ in PARTING and token.dep_ != "amod" and token.lower_ not in {"of", "for", "'s", "’s"}
            for token in between
        )

    def _sentence_at(self, place: int) -> Sentence | None:
        return next((each for each in self.sentences if each.span.start <= place < each.span.end), None)

    def _post(self, place: Mention, mention: Mention) -> int | None:
        """Return where "to Kenya" begins in "Ambassador (of Peru) to Kenya Ana Paz": no one's own country."""
        text, start = self.article.text, max(0, place.span.start - OWNER_REACH)
        if text[place.span.end : mention.span.start].strip():
            return None
        words = split_words(text[start : place.span.start], offset=start)
        if words and words[-1].text == "the":
            words = words[:-1]
        if len(words) < 2 or words[-1].text not in {"to", "in", "for", "at"}:
            return None
        is_sent = load_titles().is_title(words[-2]) or "of" in [word.text for word in words[-5:-2]]
        return words[-1].span.start if is_sent else None

    def title(self, mention: Mention) -> str | None:
        """Return the word before a name if it is a title: "President ..."."""
        before = split_words(self.article.text[max(0, mention.span.start - 30) : mention.span.start])
        return before[-1].folded if before and load_titles().is_title(before[-1]) else None

    def is_relative(self, mention: Mention) -> bool:
        """Tell whether a name is told as that of somebody's wife or son: "his wife, ..."."""
        before = split_words(self.article.text[max(0, mention.span.start - 30) : mention.span.start])
        words = [word.folded for word in before if word.text != ","]
        return bool(words) and words[-1] in RELATIVES

    def seat(self, mention: Mention) -> str | None:
        """Return the country in which a body sits: "the Foreign Ministry in Lima"."""
        at = bisect_right(self.starts, mention.span.start)
        behind = self.mentions[at] if at < len(self.mentions) else None
        is_beside = behind and self.article.text[mention.span.end : behind.span.start] == " in "
        return _country_of(behind, self.gazetteer) if behind and is_beside else None

    def summoner(self, mention: Mention) -> str | None:
        """Return the country that summons somebody there or just before: "Peru summoned the envoy"."""
        for sentence in reversed(
            [each for each in self.sentences if each.span.start <= mention.span.start][-3:]
        ):
            for verb in sentence.tokens:
                subjects = [child for child in verb.children if child.dep_ == "nsubj"]
                if verb.lemma_ == "summon" and subjects:
                    words = [token.idx for token in subjects[0].subtree]
                    told = self._countries_within(sentence.offset + words[0], sentence.offset + words[-1] + 1)
                    return told[0] if len(told) == 1 else None
        return None

    def countries_near(self, mention: Mention) -> frozenset[str]:
        """Return the countries named in the sentence of a mention, or in the last that names any."""
        at = bisect_right(self.starts, mention.span.start) - 1
        for each in [mention, *reversed(self.mentions[max(0, at - 4) : at])]:
            sentence = self._sentence_at(each.span.start)
            near = self._countries_within(sentence.span.start, sentence.span.end) if sentence else ()
            if near:
                return frozenset(near)
        return frozenset()

    def precedes_country(self, mention: Mention) -> bool:
        """Tell whether its sentence names countries only behind a mention: those of whom it speaks."""
        sentence = self._sentence_at(mention.span.start)
        if sentence is None or self._countries_within(sentence.span.start, mention.span.start):
            return False
        return bool(self._countries_within(mention.span.end, sentence.span.end))

    def _countries_within(self, start: int, end: int) -> tuple[str, ...]:
        inside = (each for each in self.mentions if start <= each.span.start < end)
        told = (_country_of(each, self.gazetteer) for each in inside)
        return tuple(dict.fromkeys(code for code in told if code))


def look_around(
    article: Article, sentences: Sequence[Sentence], mentions: Sequence[Mention], gazetteer: Gazetteer
) -> Surroundings:
    """Return the surroundings of an article's mentions."""
    counted = Counter(_country_of(mention, gazetteer) for mention in mentions)
    opening = [
        mention
        for sentence in sentences[:DATELINE]
        for mention in mentions
        if mention.span.start == sentence.span.start
    ]
    places = [_country_of(mention, gazetteer) for mention in opening if mention.text.isupper()]
    return Surroundings(
        article=article,
        gazetteer=gazetteer,
        dateline=next((code for code in places if counted[code] > 1), None),
        countries={code: count for code, count in counted.items() if code},
        starts=[mention.span.start for mention in mentions],
        mentions=mentions,
        sentences=sentences,
    )


def countries_of(mention: Mention, gazetteer: Gazetteer) -> tuple[Known, ...]:
    """Return the countries that a mention of the type Country may mean, itself or by its capital."""
    named = tuple(known for known in gazetteer.named(mention.text) if known.type is EntityType.COUNTRY)
    return named or gazetteer.capital_of(mention.text)


def _country_of(mention: Mention, gazetteer: Gazetteer) -> str | None:
    """Return the country of a mention that leaves no doubt about it."""
    if mention.type is EntityType.COUNTRY:
        bearers = countries_of(mention, gazetteer)
    elif mention.type is EntityType.PLACE:
        bearers = tuple(known for known in gazetteer.named(mention.text) if known.type is EntityType.PLACE)
    else:
        return None
    is_told = len(bearers) == 1 and bearers[0].kind not in {"city", "area", "venue"}
    return bearers[0].country if is_told else None


def _is_title(between: str) -> bool:
    """Tell whether a country and a name belong together: nothing, "'s", or a title stands between them."""
    titles, words = load_titles(), split_words(between.removeprefix("'s").removeprefix("’s"))
    return "," not in between and (not words or titles.is_title(words[-1]) or words[-1].folded == "state")
