"""recognised: what the language model takes for names, with its usual errors mended."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from graph.linking.gazetteer import Found, Gazetteer
from graph.model import EntityType, Form, Span
from graph.names.body_heads import load_heads
from graph.names.candidate import Candidate, Rank
from graph.names.name_types import countries, said_type, type_of
from graph.names.openings import opens_plainly
from graph.names.ordinary import is_ordinary
from graph.names.person_names import (
    OFFICE_LINKS,
    SORTS,
    TITLES_AND_NAMES,
    are_two_names,
    is_no_name,
    is_of_event,
    load_titles,
    name_end,
    opens_dateline_of,
    person,
    trim_person,
)
from graph.names.told import is_of_plan
from graph.names.worded import Worded
from graph.names.words import HYPHENS

if TYPE_CHECKING:
    from spacy.tokens import Span as TokenSpan

# What the labels say; the others name nothing that we look for.
LABELS: Mapping[str, EntityType] = {
    "PERSON": EntityType.PERSON,
    "GPE": EntityType.PLACE,
    "LOC": EntityType.PLACE,
    "FAC": EntityType.PLACE,
    "ORG": EntityType.ORGANIZATION,
}


def recognised_names(line: Worded, known: Mapping[int, Found], gazetteer: Gazetteer) -> Iterator[Candidate]:
    """Yield the entities that the language model sees, trimmed, typed anew, and without plain words."""
    for entity in line.sentence.tokens.ents:
        if entity.label_ in LABELS:
            start, end = _stretch(line, entity, known)
            is_pair = _are_two_known(line, start, end, known)
            is_other = is_pair or _is_other(line, start, end, entity.label_, gazetteer)
            if start < end and not (is_other or _is_plain(line, start, end, gazetteer)):
                kind = type_of(line, start, end, LABELS[entity.label_], known, gazetteer)
                if _are_two_surnames(line, start, end, gazetteer):
                    yield person(line, start, start + 1, Rank.GUESSED_WORD)
                    start += 1
                is_told = kind is said_type(line, start, end, LABELS[entity.label_])
                is_told = is_told and not _is_known(start, end, known)
                rank = Rank.TOLD_NAME if is_told else _rank(kind, end - start)
                yield Candidate(line.span(start, end), kind, Form.NAME, rank)


def _is_known(start: int, end: int, known: Mapping[int, Found]) -> bool:
    """Tell whether a stretch is a known name and no more: a pro-[Lima] party, the [ASEAN] region."""
    return start in known and known[start].end == end


def are_hyphened(line: Worded, start: int, end: int, known: Mapping[int, Found]) -> bool:
    """Tell whether a hyphen joins two known names in a stretch that is nothing else: [UN-EU] talks."""
    is_pair = _are_two_known(line, start, end, known)
    return is_pair and line.between(known[start].end - 1) in HYPHENS


def _are_two_known(line: Worded, start: int, end: int, known: Mapping[int, Found]) -> bool:
    """Tell whether a stretch is two known names and nothing else: the Lima-Accra treaty, Peru and the EU."""
    second = _next_known(line, start, known)
    return second is not None and known[second].end == end


def _next_known(line: Worded, start: int, known: Mapping[int, Found]) -> int | None:
    """Return where another known name begins behind a known one, with no more than "and the" between."""
    at = known[start].end if start in known else len(line.words)
    while at < len(line.words) and line.words[at].text in {"and", "&", "the"}:
        at += 1
    return at if at in known else None


def _is_other(line: Worded, start: int, end: int, label: str, gazetteer: Gazetteer) -> bool:
    """Tell whether a stretch is no name: a sum, an opening word, a person with digits, a plan's."""
    if start >= end or _is_measure(line, start, end) or _is_opening(line, start, end, label, gazetteer):
        return True
    if label != "PERSON":
        return False
    is_numbered = any(sign.isdigit() for word in line.words[start:end] for sign in word.text)
    return is_numbered or (end - start > 1 and is_of_plan(line, end))


def _is_opening(line: Worded, start: int, end: int, label: str, gazetteer: Gazetteer) -> bool:
    """Tell whether a name is an office, or a person's a sentence's first and one: [Brief] Ostavik notes."""
    if end - start != 2 or gazetteer.is_given_name(line.words[start].folded):
        return False
    return (label == "PERSON" and opens_plainly(line, start)) or _is_office(line, end - 1)


def _is_office(line: Worded, index: int) -> bool:
    """Tell whether a word is that of an office, and seldom the last of a name: the Velkan [Councillor]."""
    return line.words[index].folded in load_titles().heads - TITLES_AND_NAMES


def _is_measure(line: Worded, start: int, end: int) -> bool:
    """Tell whether capitals before a number or a sign are a currency's: QAR 20 million, US $20 million."""
    if 0 < end < len(line.words) and line.words[end].text == "$" and line.words[end - 1].text.isupper():
        return True
    text = line.words[start].text if end - start == 1 else ""
    is_code = len(text) == 3 and text.isalpha() and text.isupper()
    return is_code and end < len(line.words) and line.words[end].text.isdigit() and line.between(start) == " "


def _are_two_surnames(line: Worded, start: int, end: int, gazetteer: Gazetteer) -> bool:
    """Tell whether a hyphen joins two persons: the Zelensky-Trump row."""
    if end - start != 2 or line.between(start) not in HYPHENS:
        return False
    return all(gazetteer.surnamed(line.words[index].text) for index in (start, start + 1))


def _stretch(line: Worded, entity: TokenSpan, known: Mapping[int, Found]) -> tuple[int, int]:
    offset = line.sentence.offset
    start, end = line.stretch(Span(offset + entity.start_char, offset + entity.end_char))
    inner = range(start + 1, end)
    end = next((index for index in inner if _breaks(line, index) or _is_owner(line, index, known)), end)
    start, end = _without_body(line, *_trimmed(line, start, end), known, is_person=entity.label_ == "PERSON")
    if entity.label_ == "PERSON" and line.is_titled:
        start = next((index for index in range(start, end) if not _is_verb(line, index)), end)
    if entity.label_ != "PERSON" or start >= end:
        return start, end
    start = _behind_region(line, start, known)
    regions = ((begin, found) for begin, found in known.items() if _is_region(found))
    lands = {index for begin, found in (*countries(known), *regions) for index in range(begin, found.end)}
    peoples = {begin for begin, found in countries(known) if found.names[0].is_demonym}
    return _widened(line, *trim_person(line, *_without_country(start, end, known)), lands, peoples)


def _without_body(
    line: Worded, start: int, end: int, known: Mapping[int, Found], *, is_person: bool
) -> tuple[int, int]:
    """Part a body of state and who has an office of it: Chair of the Trade Committee [Ana Paz]."""
    of = start - 1 - (start > 1 and line.words[start - 1].folded == "the")
    if of < 1 or line.words[of].text != "of" or not load_titles().is_title(line.words[of - 1]):
        return start, end
    for at in range(start + 1, end - 1):
        kind = load_heads().types.get((line.words[at - 1].folded,))
        if kind is EntityType.GOVERNMENT_BODY and at not in known and are_two_names(line, at):
            return (at, end) if is_person else (start, at)
    return start, end


def _is_verb(line: Worded, index: int) -> bool:
    """Tell whether a word of a headline is an ordinary verb: the Minister [Meets] Laziz Kudratov."""
    return line.tokens[index].pos_ == "VERB" and is_ordinary(line.words[index].folded)


def _behind_region(line: Worded, start: int, known: Mapping[int, Found]) -> int:
    """Return where a name begins behind a region: the commander in [Europe] Wesley Dornvik."""
    found = known.get(start)
    is_where = start > 0 and line.words[start - 1].text in OFFICE_LINKS
    return found.end if found is not None and _is_region(found) and is_where else start


def _is_region(found: Found) -> bool:
    return found.names[0].known.kind == "region"


def _without_country(start: int, end: int, known: Mapping[int, Found]) -> tuple[int, int]:
    """Cut a country off a person's name: the Minister of Trade of [Uzbekistan] Laziz Kudratov."""
    for begin, found in countries(known):
        if start <= begin and found.end <= end:
            before, behind = begin - start, end - found.end
            start, end = (found.end, end) if behind >= before else (start, begin)
    return start, end


def _widened(line: Worded, start: int, end: int, lands: set[int], peoples: set[int]) -> tuple[int, int]:
    """Return a person's name with the capitalised words around it that the model cut off."""
    if line.is_titled or line.is_loud or start >= end:
        return start, end
    while start > 0 and line.between(start - 1) == " " and _is_rare(line, start - 1):
        is_of_land = start - 1 in lands and start > 1 and line.words[start - 2].text in OFFICE_LINKS
        # "The Peruvian Ana Paz", but "German Paz"
        if is_of_land or (start - 1 in peoples and end - start > 1):
            break
        start -= 1
    return start, max(end, name_end(line, start))


def _is_rare(line: Worded, index: int) -> bool:
    """Tell whether a capitalised word can be nothing but part of a name."""
    word, titles = line.words[index], load_titles()
    if not word.text.istitle() or titles.is_title(word) or is_no_name(line, index):
        return False
    return not is_ordinary(word.folded) and (word.folded,) not in load_heads().types


def _breaks(line: Worded, index: int) -> bool:
    """Tell whether a name cannot reach from the word before to this: a comma, a line's end, a dateline."""
    if opens_dateline_of(line, index):
        return True
    is_sign = not line.words[index].text[0].isalnum() and line.words[index].text not in {"&", "+"}
    return is_sign or not line.joined(index - 1) or "\n" in line.between(index - 1)


def _is_owner(line: Worded, index: int, known: Mapping[int, Found]) -> bool:
    """Tell whether a genitive parts two names, of which the second is known: Marek['s] Council of Europe."""
    return line.words[index].text == "s" and line.between(index - 1) in {"'", "’"} and index + 1 in known


def _trimmed(line: Worded, start: int, end: int) -> tuple[int, int]:
    """Cut off articles, possessive endings and, in a headline, plain words at both ends."""
    words = line.words
    while start < end and (
        not words[start].capital or words[start].folded in {"the", "a", "an"} or _is_loose(line, start)
    ):
        start += 1
    while start < end and (
        words[end - 1].text in {"s", "the", "and"} | OFFICE_LINKS
        or not words[end - 1].text[0].isalnum()
        or _is_loose(line, end - 1)
    ):
        end -= 1
    return start, end


def is_sort(line: Worded, at: int) -> bool:
    """Tell whether a word makes the one before it say of what sort somebody is: French-speaking."""
    return 0 < at < len(line.words) and line.between(at - 1) == "-" and line.words[at].folded in SORTS


def _is_loose(line: Worded, index: int) -> bool:
    word = line.words[index]
    return line.is_titled and is_ordinary(word.folded) and (word.folded,) not in load_heads().types


def _is_plain(line: Worded, start: int, end: int, gazetteer: Gazetteer) -> bool:
    """Tell whether no word in a stretch can make it a name."""
    words, titles = line.words[start:end], load_titles()
    if is_sort(line, end - 1) or is_of_event(line, start):
        return True
    if words[-1].folded in load_heads().nothing or (
        len(words) > 1 and words[0].folded in load_heads().nothing
    ):
        return True
    if len(words) == 1 and (words[0].folded,) in load_heads().types:
        return True
    telling = [
        word
        for index, word in enumerate(words, start)
        if word.capital
        and len(word.text) > 1
        and not titles.is_title(word)
        and not is_no_name(line, index)
        and (not is_ordinary(word.folded) or gazetteer.is_given_name(word.folded))
    ]
    return not telling


def _rank(kind: EntityType, size: int) -> Rank:
    if size == 1:
        return Rank.GUESSED_WORD
    return Rank.GUESSED_PERSON if kind is EntityType.PERSON else Rank.GUESSED_NAME
