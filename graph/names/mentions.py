"""mentions: parsed sentences become the names and demonyms that stand in them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain, pairwise

from graph.linking.gazetteer import Found, Gazetteer, Name
from graph.model import Article, EntityType, Form, Mention, Sentence, Span
from graph.names.acronyms import acronyms_of_things, introduced_acronyms, repeated_acronyms
from graph.names.body_heads import load_heads
from graph.names.body_names import body_names, is_consulted
from graph.names.candidate import Candidate, Rank, keep_best
from graph.names.loud_names import loud_names
from graph.names.metonyms import opens_dateline, stands_for_state
from graph.names.nicknames import nicknamed_persons
from graph.names.openings import opens_plainly
from graph.names.ordinary import is_ordinary
from graph.names.person_names import (
    is_no_name,
    load_titles,
    name_end,
    name_start,
    person,
    titled_persons,
)
from graph.names.recognised import is_sort, recognised_names
from graph.names.short_names import short_names
from graph.names.told import told_after
from graph.names.unknown_names import unknown_names
from graph.names.worded import Worded, read_words
from graph.names.words import fold

MONEY = frozenset({"dollar", "dollars"})
SIDES = frozenset({"eastern", "western", "northern", "southern", "central", "north", "south"})
QUARTERS = frozenset({"east", "north", "south", "west"})
# Bodies that have national branches: "Transparency International Russia".
BRANCHED = frozenset({EntityType.COMPANY, EntityType.ORGANIZATION})
# What is guessed of a name may be outweighed by what is guessed elsewhere; all these by what is told.
GUESSES = frozenset({Rank.GUESSED_WORD, Rank.GUESSED_NAME, Rank.UNKNOWN_NAME})
DOUBTED = GUESSES | {Rank.UNKNOWN_WORD, Rank.GUESSED_PERSON}
Known = Mapping[int, Found]


def find_mentions(
    article: Article, sentences: Sequence[Sentence], gazetteer: Gazetteer
) -> tuple[Mention, ...]:
    """Return the names and demonyms of an article: none overlap, sorted by place, none linked yet.

    The name of a capital that stands for a government has the type Country.
    """
    lines = [read_words(sentence) for sentence in sentences]
    found = _agree([keep_best(_candidates(line, gazetteer)) for line in lines], article)
    short = short_names(_full_names(found, article), gazetteer)
    named_again = introduced_acronyms(chain.from_iterable(found), article.text) | _told_types(found, article)
    return tuple(
        Mention(each.span, article.text[each.span.start : each.span.end], each.type, each.form)
        for line, candidates in zip(lines, found, strict=True)
        for each in _with_branches(_with_repeated(line, candidates, short, named_again), article)
        if each.type is not EntityType.PLACE or each.form is not Form.DEMONYM
    )


def _with_repeated(
    line: Worded,
    candidates: Sequence[Candidate],
    short: frozenset[str],
    named_again: Mapping[str, EntityType],
) -> list[Candidate]:
    """Add the words of a line that name again who or what is named in full elsewhere."""
    return keep_best([*candidates, *_repeated_names(line, short), *repeated_acronyms(line, named_again)])


def _with_branches(candidates: Sequence[Candidate], article: Article) -> Iterator[Candidate]:
    """Give a body and the country behind it as one where a person follows: head of [Pepsi Peru] Ana Paz."""
    ordered = sorted(candidates, key=lambda each: each.span)
    index = 0
    while index < len(ordered):
        body, *behind = ordered[index : index + 3]
        if _is_branch(body, behind, article):
            yield replace(body, span=Span(body.span.start, behind[0].span.end))
            index += 1
        else:
            yield body
        index += 1


def _is_branch(body: Candidate, behind: Sequence[Candidate], article: Article) -> bool:
    if body.type not in BRANCHED or [each.type for each in behind] != [EntityType.COUNTRY, EntityType.PERSON]:
        return False
    spans = [body.span, *(each.span for each in behind)]
    apart = {article.text[left.end : right.start] for left, right in pairwise(spans)}
    return behind[0].form is Form.NAME and apart == {" "}


def _candidates(line: Worded, gazetteer: Gazetteer) -> Iterator[Candidate]:
    known = _known_at(line, gazetteer)
    yield from _titled(line, known, gazetteer)
    yield from loud_names(line, known)
    yield from nicknamed_persons(line, known, gazetteer)
    yield from body_names(line, known, gazetteer)
    yield from recognised_names(line, known, gazetteer)
    yield from unknown_names(line, known, gazetteer)
    yield from _dateline_places(line, known)
    for start, found in known.items():
        if not _is_money(line, found) and not _is_sort(line, found) and not _is_language(line, start, found):
            yield _known(line, start, found, gazetteer)


def _titled(line: Worded, known: Known, gazetteer: Gazetteer) -> Iterator[Candidate]:
    """Yield the persons behind titles, but not what a noun behind says is none: the official TANU agency."""
    for each in titled_persons(line, known, gazetteer):
        if told_after(line, line.stretch(each.span)[1]) is None:
            yield each


def _agree(found: Sequence[Sequence[Candidate]], article: Article) -> list[list[Candidate]]:
    """Give all that was guessed of one name the type that is best founded."""
    weights: defaultdict[str, Counter[EntityType]] = defaultdict(Counter)
    told = _told_types(found, article)
    things = acronyms_of_things(article.text)
    for each in chain.from_iterable(found):
        if each.form is Form.NAME and each.rank is not Rank.KNOWN_WORD:
            weights[_quote(each, article)][each.type] += each.rank
    return [
        [
            _agreed(each, name, weights, told)
            for each in candidates
            if (name := _quote(each, article)) not in things or each.rank not in DOUBTED
        ]
        for candidates in found
    ]


def _agreed(
    each: Candidate, name: str, weights: Mapping[str, Counter[EntityType]], told: Mapping[str, EntityType]
) -> Candidate:
    """Return a candidate with the type told of its name, or else the best founded, if it is a guess."""
    if each.rank in DOUBTED and name in told:
        return replace(each, type=told[name])
    return replace(each, type=_heaviest(weights[name])) if each.rank in GUESSES else each


def _told_types(found: Sequence[Sequence[Candidate]], article: Article) -> dict[str, EntityType]:
    """Return the names of which an article says what they are, with their types."""
    told = (each for each in chain.from_iterable(found) if each.rank is Rank.TOLD_NAME)
    types = {_quote(each, article): each.type for each in told}
    surnames = _surnames_of_persons(found, article)
    short = {_without_kind(name): kind for name, kind in types.items()}
    return {name: kind for name, kind in (short | types).items() if name not in surnames}


def _surnames_of_persons(found: Sequence[Sequence[Candidate]], article: Article) -> frozenset[str]:
    """Return the last words of the persons' names that have several."""
    persons = (each for each in chain.from_iterable(found) if each.type is EntityType.PERSON)
    names = (_quote(each, article).split() for each in persons)
    return frozenset(words[-1] for words in names if len(words) > 1)


def _without_kind(name: str) -> str:
    """Return "Velkan" for "Velkan Air", and any other name as it is."""
    first, *rest = name.split()
    is_kind = len(rest) == 1 and is_ordinary(fold(rest[0])) and not is_ordinary(fold(first))
    return first if is_kind else name


def _heaviest(weights: Counter[EntityType]) -> EntityType:
    """Return the type with most weight; a place before a person, as no one is in a person."""
    return max(weights, key=lambda kind: (weights[kind], kind))


def _quote(candidate: Candidate, article: Article) -> str:
    return article.text[candidate.span.start : candidate.span.end]


def _known_at(line: Worded, gazetteer: Gazetteer) -> dict[int, Found]:
    text, offset = line.sentence.text, line.sentence.span.start
    known: dict[int, Found] = {}
    at = 0
    while at < len(line.words):
        found = gazetteer.longest_at(line.words, at, text, offset)
        if found and not _is_chance(line, at, found):
            known[at] = found
            at = found.end
        else:
            at += 1
    return {start: found for start, found in known.items() if not _is_part(line, start, found, known)}


def _is_chance(line: Worded, start: int, found: Found) -> bool:
    """Tell whether a known name is none there: WHO in a loud headline, RA before no office, inter-Korean."""
    if found.names[0].known.type is EntityType.GOVERNMENT_BODY and is_consulted(line, found.end):
        return True
    if start > 1 and line.words[start - 1].folded == "inter" and line.between(start - 1) == "-":
        return True
    if _is_side_of(line, start, found):
        return True
    if start == 0 and found.end == 1 and line.tokens[0].pos_ == "ADJ" and is_ordinary(line.words[0].folded):
        return True  # "Nice to meet you"
    is_short = found.end - start == 1 and line.words[start].folded in load_titles().states
    if is_short and not _stands_before_office(line, found.end):
        return True
    return line.is_loud and found.end - start == 1 and line.words[start].folded in {"who", "car", "it", "pa"}


def _is_side_of(line: Worded, start: int, found: Found) -> bool:
    """Tell whether a quarter only says which part of a place is named: [West] Ostavur."""
    end = start + 1
    if found.end != end or line.words[start].folded not in QUARTERS or end >= len(line.words):
        return False
    word, is_beside = line.words[end], line.between(start) == " "
    is_name = word.text.istitle() and not is_ordinary(word.folded) and not load_titles().is_title(word)
    return is_beside and is_name and not is_no_name(line, end) and not line.is_titled


def _stands_before_office(line: Worded, start: int) -> bool:
    for word in line.words[start : start + 3]:
        if not word.capital:
            return False
        if load_titles().is_title(word) or (word.folded,) in load_heads().types:
            return True
    return False


def _is_part(line: Worded, start: int, found: Found, known: Known) -> bool:
    """Tell whether a hyphen binds a city to a word that is not known: Denis in Seine-Saint-Denis."""
    if found.names[0].known.type is not EntityType.PLACE or found.names[0].is_demonym:
        return False
    before = start > 0 and line.between(start - 1) == "-" and line.words[start - 1].capital
    end = found.end
    after = end < len(line.words) and line.between(end - 1) == "-" and line.words[end].capital
    is_known_before = any(other.end == start for other in known.values())
    return (before and not is_known_before) or (after and end not in known)


def _is_money(line: Worded, found: Found) -> bool:
    """Tell whether a state's name belongs to a sum or its currency: US dollars, US$20 million."""
    behind = line.words[found.end : found.end + 2]
    is_sum = len(behind) > 1 and behind[0].text == "$" and behind[1].text[0].isdigit()
    return is_sum or (bool(behind) and behind[0].folded in MONEY)


def _is_sort(line: Worded, found: Found) -> bool:
    """Tell whether a state's name only says of what sort somebody is: French-speaking."""
    return found.names[0].known.type is EntityType.COUNTRY and is_sort(line, found.end)


def _is_language(line: Worded, start: int, found: Found) -> bool:
    """Tell whether a people's adjective is that of its language: a speech in [Russian]."""
    token = line.tokens[start]
    is_alone = found.names[0].is_demonym and found.end == start + 1 and token.tag_ in {"JJ", "NN", "NNP"}
    return (
        is_alone and token.dep_ == "pobj" and token.head.lower_ in {"in", "into"} and not any(token.children)
    )


def _known(line: Worded, start: int, found: Found, gazetteer: Gazetteer) -> Candidate:
    first = _likeliest(found)
    kind, end = first.known.type, found.end
    form = Form.DEMONYM if first.is_demonym else Form.NAME
    if kind is EntityType.PERSON:
        end = max(end, name_end(line, start)) if not line.is_titled else end
        start = name_start(line, start, gazetteer)
        return person(line, start, end, Rank.KNOWN_PERSON if end - start > 1 else Rank.KNOWN_WORD)
    ruled = gazetteer.capital_of(first.known.name) if first.known.type is EntityType.PLACE else ()
    is_seat = any(state.kind != "territory" for state in ruled)
    if is_seat and stands_for_state(line, start, end):
        kind = EntityType.COUNTRY
    if first.known.kind in {"region", "sea"} and start > 0 and line.words[start - 1].text in SIDES:
        start -= 1
    rank = Rank.BODY if end - start > 3 else Rank.KNOWN_NAME if end - start > 1 else Rank.KNOWN_WORD
    return Candidate(line.span(start, end), kind, form, rank)


def _likeliest(found: Found) -> Name:
    """Return the name that decides the type: a country (Singapore), a capital, then other bearers."""
    countries = (name for name in found.names if name.known.type is EntityType.COUNTRY)
    capitals = (name for name in found.names if name.known.kind == "capital")
    return next(countries, next(capitals, found.names[0]))


def _dateline_places(line: Worded, known: Known) -> Iterator[Candidate]:
    """Yield the unknown place in capitals that opens a report: "LUSAIL, Qatar, Dec. 18 —"."""
    end = 0
    while end < min(3, len(line.words)) and _is_of_loud_place(line, end):
        end += 1
    if not 0 < end < len(line.words) or 0 in known or line.is_loud or line.words[end].text == ":":
        return
    if opens_dateline(line, 0, end) and not any(is_ordinary(word.folded) for word in line.words[:end]):
        yield Candidate(line.span(0, end), EntityType.PLACE, Form.NAME, Rank.HEADED_NAME)


def _is_of_loud_place(line: Worded, index: int) -> bool:
    word = line.words[index]
    return word.text.isupper() and word.text.isalpha() and len(word.text) > 2 and not is_no_name(line, index)


def _full_names(found: Sequence[Sequence[Candidate]], article: Article) -> Iterator[str]:
    for candidates in found:
        for each in candidates:
            if each.type is EntityType.PERSON:
                yield article.text[each.span.start : each.span.end]


def _repeated_names(line: Worded, short: frozenset[str]) -> Iterator[Candidate]:
    """Yield the words that name again someone who is named in full elsewhere: "Holm", "Al-Busaidi"."""
    for index, word in enumerate(line.words):
        if word.capital and word.folded in short and _stands_alone(line, index):
            yield person(line, index, index + 1, Rank.REPEATED_NAME)
        elif _are_one_name(line, index, short) and not _goes_on(line, index + 1):
            yield person(line, index, index + 2, Rank.REPEATED_NAME)


def _are_one_name(line: Worded, index: int, short: frozenset[str]) -> bool:
    """Tell whether a word and the next are one that a hyphen or an apostrophe parts."""
    if index + 1 >= len(line.words) or line.between(index) == " ":
        return False
    return fold(line.quote(line.span(index, index + 2))) in short


def _stands_alone(line: Worded, index: int) -> bool:
    word = line.words[index]
    if is_ordinary(word.folded) and (index == 0 or line.is_titled):
        return False
    if line.is_titled or line.is_loud:
        return True
    before = index > 0 and _adjoins(line, index - 1) and _is_other_name(line, index - 1)
    before = before and not opens_plainly(line, index - 1)
    return not before and not _goes_on(line, index)


def _goes_on(line: Worded, index: int) -> bool:
    """Tell whether a name goes on behind a word."""
    return index + 1 < len(line.words) and _adjoins(line, index) and _is_other_name(line, index + 1)


def _adjoins(line: Worded, index: int) -> bool:
    """Tell whether a word and the next may be of one name: no point parts them, as in "OSLO. Holm"."""
    is_parted = "." in line.between(index) and len(line.words[index].text) > 2
    return line.joined(index) and not is_parted


def _is_other_name(line: Worded, index: int) -> bool:
    word = line.words[index]
    is_initial = len(word.text) == 1 and word.text not in {"A", "I"}
    return word.capital and not load_titles().is_title(word) and (is_initial or not is_no_name(line, index))
