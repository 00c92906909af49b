"""person_names: names shown to be persons' by a title, and how far a person's name goes."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from graph.linking.gazetteer import Found, Gazetteer
from graph.model import EntityType, Form
from graph.names.candidate import Candidate, Rank
from graph.names.ordinary import is_ordinary
from graph.names.worded import Worded
from graph.names.words import HYPHENS, Word, fold

LONGEST_NAME = 7
LONGEST_PORTFOLIO = 9
OFFICE_LINKS = frozenset({"of", "in", "for", "to", "at"})
# Behind a hyphen these make a word for a sort of people or things of a state's name.
SORTS = frozenset({"born", "educated", "language", "made", "speaking", "style"})
# What may hang on a name by a hyphen or an apostrophe, and is no part of it.
TAILS = SORTS | {
    "s", "aligned", "allied", "backed", "based", "brokered", "controlled", "dominated", "friendly", "funded",
    "held", "led", "linked", "mediated", "occupied", "organised", "organized", "owned", "run", "sponsored",
}  # fmt: skip
# Behind these stands the name of a campaign or a storm.
EVENTS = frozenset({"Cyclone", "Exercise", "Hurricane", "Operation", "Typhoon"})
PORTFOLIOS = frozenset({"minister", "secretary"})
SUFFIXES = frozenset({"jr", "sr"})
TITLE_PREFIXES = frozenset({"Co", "Ex", "Vice"})
MONTHS_AND_NAMES = frozenset({"jan"})
FIRST_NAMES = frozenset({"He", "May", "Will"})
# Behind these May is a month.
BEFORE_MONTHS = frozenset({
    "after", "and", "before", "by", "coming", "during", "early", "for", "from", "in", "last", "late", "mid",
    "next", "of", "since", "this", "through", "throughout", "till", "to", "until",
})  # fmt: skip
FIRST_PARTICLES = frozenset({"al", "el", "bin", "ibn", "van", "von", "de", "da", "del", "abu"})
SONS = frozenset({"bin", "bint", "ibn"})
TITLES_AND_NAMES = frozenset(
    {"king", "prince", "chair", "sultan", "deputy", "count", "bishop", "major", "judge"}
)
NO_NAMES = frozenset({"AUX", "DET", "PRON", "ADP", "CCONJ", "SCONJ", "VERB", "ADV"})
TITLE_GAPS = frozenset({" ", "\u00a0", ". ", ".\u00a0", "."})


@dataclass(frozen=True, slots=True)
class Titles:
    """The words of `titles.toml`, folded."""

    honorifics: frozenset[str]
    heads: frozenset[str]
    phrases: frozenset[tuple[str, ...]]
    particles: frozenset[str]
    never: frozenset[str]
    posted: frozenset[str]
    states: frozenset[str]

    def is_title(self, word: Word) -> bool:
        """Tell whether a word can end a title or is a form of address."""
        folded = word.folded
        if (folded == "dr" and word.text.isupper()) or word.text == "He":  # DR Congo
            return False
        plural = word.capital and folded.removesuffix("s") in self.heads
        return plural or folded in self.heads or folded in self.honorifics


@cache
def load_titles() -> Titles:
    """Return the words that stand before the names of persons."""
    table = tomllib.loads(files("graph.names").joinpath("titles.toml").read_text("utf-8"))
    return Titles(
        honorifics=_folded(table["honorifics"]),
        heads=_folded(table["heads"]),
        phrases=frozenset(tuple(map(fold, phrase.split())) for phrase in table["phrases"]),
        particles=_folded(table["particles"]),
        never=_folded(table["never"]),
        posted=_folded(table["posted"]),
        states=_folded(table["states"]),
    )


def titled_persons(line: Worded, known: Mapping[int, Found], gazetteer: Gazetteer) -> Iterator[Candidate]:
    """Yield the names that follow a title; `known` has the known names by the word that they begin at."""
    posts = {
        found.end - 1
        for start, found in known.items()
        if _is_post(line, start, known) or _ends_office(line, start, found)
    }
    for index in range(len(line.words) - 1):
        is_post = index in posts
        if (is_post or _ends_title(line, index)) and line.between(index) in TITLE_GAPS:
            start = index + 1
            end = _before_state(start, name_end(line, start), known)
            is_named_so = is_post and start in known and known[start].end < end
            if end > start and (is_named_so or not _is_other(line, start, end, known, gazetteer)):
                yield person(line, start, end, Rank.TITLED_PERSON)


def _before_state(start: int, end: int, known: Mapping[int, Found]) -> int:
    """Return where a name ends before a state's that goes on behind it: President Kim [North Korea]."""
    inner = (at for at, found in known.items() if start < at < end <= found.end and found.end - at > 1)
    states = (at for at in inner if known[at].names[0].known.type is EntityType.COUNTRY)
    return next(states, end)


def _is_post(line: Worded, start: int, known: Mapping[int, Found]) -> bool:
    """Tell whether a known name says where an envoy is: the ambassador (of Peru) to [Kenya] Ana Paz."""
    at = _before_article(line, start)
    if at < 1 or line.words[at].text not in {"to", "in", "at"}:
        return False
    sender = next((begin for begin, found in known.items() if found.end == at), None)
    if sender is None:
        return line.words[at - 1].folded in load_titles().posted
    of = _before_article(line, sender)
    return of > 0 and line.words[of].text == "of" and line.words[of - 1].folded in load_titles().posted


def _ends_office(line: Worded, start: int, found: Found) -> bool:
    """Tell whether a known name says whose or where an office is: the Head of Mission in [Lima] Ana Paz."""
    at = _before_article(line, start)
    first = found.names[0]
    if at < 1 or line.words[at].text not in OFFICE_LINKS or first.is_demonym or not line.joined(start - 1):
        return False
    if first.known.type is EntityType.PERSON or (line.is_titled and not are_two_names(line, found.end)):
        return False
    for word in reversed(line.words[max(0, at - LONGEST_PORTFOLIO) : at]):
        if load_titles().is_title(word):
            return word.capital
        if not word.capital and word.text not in OFFICE_LINKS | {"the", "and"}:
            return False
    return False


def are_two_names(line: Worded, start: int) -> bool:
    """Tell whether two words that are not ordinary stand there, so that none is a headline's verb."""
    words = line.words[start : start + 2]
    return len(words) == 2 and all(word.capital and not is_ordinary(word.folded) for word in words)


def _before_article(line: Worded, index: int) -> int:
    """The place of the word before another, or before "the" before it."""
    return index - 1 - (index > 1 and line.words[index - 1].folded == "the")


def person(line: Worded, start: int, end: int, rank: Rank) -> Candidate:
    """Return a stretch of words as the name of a person."""
    return Candidate(line.span(start, end), EntityType.PERSON, Form.NAME, rank)


def name_end(line: Worded, start: int) -> int:
    """Return where a person's name that begins at a word ends: at `start` if none begins there."""
    end, particles = start, load_titles().particles
    while end < min(len(line.words), start + LONGEST_NAME) and _continues(line, start, end):
        end += 1
    while end > start and line.words[end - 1].folded in particles and not line.words[end - 1].capital:
        end -= 1
    return _with_suffix(line, end) if end > start else end


def name_start(line: Worded, start: int, gazetteer: Gazetteer) -> int:
    """Return where a name begins of which a known one is only the end: [Karim bin] Salim bin Ostavi."""
    first = start
    while first > 0 and line.between(first - 1) == " " and _opens_name(line, first - 1, gazetteer):
        first -= 1
    return first if line.words[first].capital else start


def _opens_name(line: Worded, index: int, gazetteer: Gazetteer) -> bool:
    """Tell whether a word before a name is of it, too: a son's own name, a first name."""
    word, behind = line.words[index], line.words[index + 1]
    is_name = word.capital and not load_titles().is_title(word) and not is_no_name(line, index)
    if word.folded in SONS or (is_name and behind.folded in SONS):
        return True
    if is_name and _is_strange_behind_title(line, index, gazetteer):
        return True
    return is_name and gazetteer.is_given_name(word.folded) and not line.is_titled


def _is_strange_behind_title(line: Worded, index: int, gazetteer: Gazetteer) -> bool:
    """Tell whether a strange word stands between a title and a name: Minister [Taro] Jo Wu."""
    word = line.words[index]
    is_strange = not is_ordinary(word.folded) and not gazetteer.named(word.text) and word.text.istitle()
    is_behind = index > 0 and _ends_title(line, index - 1) and line.between(index - 1) in TITLE_GAPS
    return is_strange and is_behind and not line.is_titled


def is_no_name(line: Worded, index: int) -> bool:
    """Tell whether a word with a capital is never part of a name; "Jan" is where no day follows."""
    words, word = line.words, line.words[index]
    if is_excellency(line, index):
        return True
    if (word.text == "Don" and line.tokens[index].text == "Do") or _opens_title(line, index):  # Don't
        return True
    if is_last_name(line, index):
        return False
    if word.folded in MONTHS_AND_NAMES and index + 1 < len(words):
        return not words[index + 1].capital or line.tokens[index].ent_type_ == "DATE"
    return word.folded in load_titles().never and not is_first_name(line, index)


def _opens_title(line: Worded, index: int) -> bool:
    """Tell whether a word hangs on a title behind it: the Green [Co]-Leader."""
    if line.words[index].text not in TITLE_PREFIXES or index + 1 >= len(line.words):
        return False
    return line.between(index) in HYPHENS and load_titles().is_title(line.words[index + 1])


def is_last_name(line: Worded, index: int) -> bool:
    """Tell whether "He" is no pronoun but the end of a name: they thanked Wen [He]."""
    before = line.words[index - 1] if index > 0 else None
    if line.words[index].text != "He" or before is None or line.between(index - 1) != " " or line.is_titled:
        return False
    is_name = before.capital and not is_ordinary(before.folded) and not load_titles().is_title(before)
    return is_name and before.folded not in load_titles().never and not before.text.isupper()


def is_of_event(line: Worded, start: int) -> bool:
    """Tell whether a name is a hashtag's, or that of a campaign or a storm: Exercise [Desert Lantern]."""
    before = line.words[start - 1].text if start > 0 else ""
    return before in EVENTS or (before == "#" and line.between(start - 1) == "")


def is_excellency(line: Worded, index: int) -> bool:
    """Tell whether a letter is one of "H. E. Mr"."""
    start = index - (line.words[index].text == "E")
    letters = [word.text for word in line.words[max(0, start) : start + 2]]
    return letters == ["H", "E"] and line.between(start).startswith(".") and line.between(start + 1) == ". "


def is_first_name(line: Worded, index: int) -> bool:
    """Tell whether a word within a sentence is no verb, pronoun or month: they thanked [May] Olsen."""
    if line.words[index].text not in FIRST_NAMES or index == 0 or index + 1 >= len(line.words):
        return False
    before, behind = line.words[index - 1], line.words[index + 1]
    is_inside = before.text[0].isalpha() or before.text == ","
    has_surname = behind.capital and line.joined(index) and not is_ordinary(behind.folded)
    is_month = line.words[index].text == "May" and before.folded in BEFORE_MONTHS
    return is_inside and has_surname and not is_month and not line.is_titled


def trim_person(line: Worded, start: int, end: int) -> tuple[int, int]:
    """Return a stretch without the titles before the name and without what follows it."""
    titles = load_titles()
    for index in range(end - 2, start - 1, -1):
        if titles.is_title(line.words[index]) and line.words[index].folded not in TITLES_AND_NAMES:
            start = index + 1
            break
    while start < end and not _is_name_word(line, start):
        start += 1
    while start < end and not _may_end(line, start, end):
        end -= 1
    while start < end < len(line.words) and _is_hyphened(line, end):
        end += 1
    return start, end


def is_in_title(line: Worded, index: int) -> bool:
    """Tell whether a word belongs to a title of several words: the state in "State Councillor"."""
    folded = [word.folded for word in line.words]
    return any(
        tuple(folded[start : start + len(phrase)]) == phrase
        for phrase in load_titles().phrases
        for start in range(max(0, index + 1 - len(phrase)), index + 1)
    )


def _ends_title(line: Worded, index: int) -> bool:
    titles, word = load_titles(), line.words[index]
    if word.folded == "pm" and index > 0 and line.words[index - 1].text[-1].isdigit():  # 7:39 PM
        return False
    if titles.is_title(word) or _ends_portfolio(line, index):
        return True
    stretch = tuple(each.folded for each in line.words[max(0, index - 3) : index + 1])
    return any(stretch[start:] in titles.phrases for start in range(len(stretch)))


def _ends_portfolio(line: Worded, index: int) -> bool:
    """Tell whether what a minister is in charge of ends there: the Minister of Trade, Industry and Energy."""
    words, start = line.words, index
    if not words[index].capital or line.is_titled:
        return False
    links = {"of", "for", "and", "the"} | ({","} if words[index - 1].text == "and" else set())
    while start > 0 and index - start < LONGEST_PORTFOLIO and words[start].folded not in PORTFOLIOS:
        is_plain = words[start].capital and is_ordinary(words[start].folded)
        if not is_plain and words[start].folded not in links:
            return False
        start -= 1
    return start + 1 < index and words[start].folded in PORTFOLIOS and words[start + 1].text in {"of", "for"}


def _is_other(line: Worded, start: int, end: int, known: Mapping[int, Found], gazetteer: Gazetteer) -> bool:
    """Tell whether what follows a title is no name of a person: another title, a country, plain words."""
    first = line.words[start]
    if load_titles().is_title(first):
        return True
    if start in known and known[start].end >= end:
        return all(name.known.type is not EntityType.PERSON for name in known[start].names)
    if start in known and known[start].names[0].known.type is EntityType.COUNTRY:
        return True
    if any(begin < start < found.end for begin, found in known.items()):
        return True
    if gazetteer.is_given_name(first.folded) or is_first_name(line, start):
        return False
    # In a headline the model takes the verb for a name: "Foreign Minister Meets"
    is_said = line.tokens[start].ent_type_ == "PERSON" and not line.is_titled
    is_surname = line.is_titled and bool(gazetteer.surnamed(first.text))
    return not (is_said or is_surname or _is_addressed(line, start, end)) and is_ordinary(first.folded)


def _is_addressed(line: Worded, start: int, end: int) -> bool:
    """Tell whether a form of address makes a first name of an ordinary word: Mr [Even] Strandvik."""
    titles, address = load_titles(), line.words[start - 1].folded
    is_address = address in titles.honorifics - titles.heads - TITLES_AND_NAMES
    has_surname = end - start > 1 and not is_ordinary(line.words[start + 1].folded)
    return is_address and has_surname and not line.is_titled


def _continues(line: Worded, start: int, index: int) -> bool:
    words, word = line.words, line.words[index]
    if index > start:
        gap = line.between(index - 1)
        if not line.joined(index - 1) or ("." in gap and len(words[index - 1].text) > 2) or "\n" in gap:
            return False
        if _is_hyphened(line, index):
            return True
    if word.folded in load_titles().particles and not word.capital:
        return index + 1 < len(words) and (index > start or word.folded in FIRST_PARTICLES)
    if index > start + 1 and opens_dateline_of(line, index):
        return False
    return _is_name_word(line, index) and (index == start or not _is_cut(line, index))


def opens_dateline_of(line: Worded, index: int) -> bool:
    """Tell whether a place in capitals stands behind who writes from it: By Ana Paz [LIMA] (Reuters) -."""
    words = line.words
    is_loud = (
        len(words[index].text) > 2 and words[index].text.isupper() and not words[index - 1].text.isupper()
    )
    sign = next((word.text for word in words[index + 1 : index + 4] if not word.text.isupper()), "")
    return is_loud and words[0].text == "By" and sign == "("


def _is_hyphened(line: Worded, index: int) -> bool:
    """Tell whether a word hangs on a capitalised one by a hyphen or apostrophe: Seung-won, Sing'Oei."""
    gap = line.between(index - 1)
    return gap in {"-", "‐", "‑", "'", "’"} and line.words[index].text not in TAILS


def _may_end(line: Worded, start: int, end: int) -> bool:
    word = line.words[end - 1]
    hangs = end - 1 > start and _is_hyphened(line, end - 1)
    return hangs or word.folded in SUFFIXES or _is_name_word(line, end - 1)


def _is_name_word(line: Worded, index: int) -> bool:
    word = line.words[index]
    if not word.capital or not word.text[0].isalpha():
        return False
    if not is_no_name(line, index) or (len(word.text) == 1 and not is_excellency(line, index)):
        return True
    # Within a sentence a verb is not written "Said"
    is_name = word.text in {"An", "Will", "May"} or (word.text == "Said" and not line.is_titled)
    return is_name and index > 0


def _is_cut(line: Worded, index: int) -> bool:
    """Tell whether a capitalised word is no part of the name before it: a new title, a headline's verb."""
    word, token = line.words[index], line.tokens[index]
    if load_titles().is_title(word) and word.folded not in TITLES_AND_NAMES and not _ends_name(line, index):
        return True
    if not line.is_titled and not line.is_loud:
        return False
    return is_ordinary(word.folded) or (token.pos_ in NO_NAMES and token.ent_type_ != "PERSON")


def _ends_name(line: Worded, index: int) -> bool:
    """Tell whether what is also a form of address is the last word of a name: Ri Su [Hon] came."""
    titles, behind = load_titles(), line.words[index + 1 : index + 2]
    is_last = not behind or not (behind[0].capital or line.between(index).startswith("."))
    is_address = line.words[index].folded in titles.honorifics - titles.heads
    return is_address and is_last and len(line.words[index].text) < 4 and not line.is_titled


def _with_suffix(line: Worded, end: int) -> int:
    words = line.words
    if end + 1 < len(words) and words[end].text == "," and words[end + 1].folded in SUFFIXES:
        return end + 2
    return end


def _folded(words: Iterable[str]) -> frozenset[str]:
    return frozenset(map(fold, words))
