"""person_names: where a title or form of address shows that a name is a person's, and how far the name goes."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from graph.candidate import Candidate, Rank
from graph.model import EntityType, Form
from graph.worded import Worded
from graph.words import Word, fold

LONGEST_NAME = 7
SUFFIXES = frozenset({"jr", "sr"})
NUMERALS = frozenset({"i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "x", "xi", "xii", "xiv", "xv", "xvi"})
NOT_NAMES = frozenset({"AUX", "DET", "PRON", "ADP", "CCONJ", "SCONJ", "VERB", "ADV"})


@dataclass(frozen=True, slots=True)
class Titles:
    """The words of `titles.toml`, folded."""

    honorifics: frozenset[str]
    heads: frozenset[str]
    phrases: frozenset[tuple[str, ...]]
    particles: frozenset[str]
    never: frozenset[str]

    def is_title(self, word: Word) -> bool:
        """Tell whether a word can end a title or is a form of address."""
        return word.folded in self.heads or word.folded in self.honorifics


@cache
def load_titles() -> Titles:
    """Return the words that stand before the names of persons."""
    table = tomllib.loads((files("graph") / "titles.toml").read_text("utf-8"))
    return Titles(
        honorifics=_folded(table["honorifics"]),
        heads=_folded(table["heads"]),
        phrases=frozenset(tuple(map(fold, phrase.split())) for phrase in table["phrases"]),
        particles=_folded(table["particles"]),
        never=_folded(table["never"]),
    )


def titled_persons(line: Worded) -> Iterator[Candidate]:
    """Yield the names that follow a title."""
    for index in range(len(line.words) - 1):
        if _ends_title(line, index) and line.between(index) in {" ", "\u00a0", ". ", ".\u00a0", "."}:
            start = index + 1
            end = name_end(line, start)
            if end > start and not load_titles().is_title(line.words[start]):
                yield person(line, start, end, Rank.TITLED_PERSON)


def person(line: Worded, start: int, end: int, rank: Rank) -> Candidate:
    """Return a stretch of words as the name of a person."""
    return Candidate(line.span(start, end), EntityType.PERSON, Form.NAME, rank)


def name_end(line: Worded, start: int) -> int:
    """Return where a person's name that begins at a word ends: at `start` if none begins there."""
    end = start
    while end < min(len(line.words), start + LONGEST_NAME) and _continues(line, start, end):
        end += 1
    while (
        end > start
        and line.words[end - 1].folded in load_titles().particles
        and not line.words[end - 1].capital
    ):
        end -= 1
    return _with_suffix(line, end) if end > start else end


def trim_person(line: Worded, start: int, end: int) -> tuple[int, int]:
    """Return a stretch without the titles before the name and what follows it."""
    titles = load_titles()
    for index in range(end - 1, start - 1, -1):
        if titles.is_title(line.words[index]) and index + 1 < end:
            start = index + 1
            break
    while start < end and not _is_name_word(line, start):
        start += 1
    while start < end and not _is_name_word(line, end - 1) and line.words[end - 1].folded not in SUFFIXES:
        end -= 1
    return start, end


def _ends_title(line: Worded, index: int) -> bool:
    titles, word = load_titles(), line.words[index]
    if titles.is_title(word):
        return True
    stretch = tuple(each.folded for each in line.words[max(0, index - 3) : index + 1])
    return any(stretch[-len(phrase) :] == phrase for phrase in titles.phrases)


def _continues(line: Worded, start: int, index: int) -> bool:
    if index > start and not line.joined(index - 1):
        return False
    word = line.words[index]
    if word.folded in load_titles().particles and not word.capital:
        return index + 1 < len(line.words) and (
            index > start or word.folded in {"al", "el", "bin", "van", "von", "de"}
        )
    if index > start and "." in line.between(index - 1) and len(line.words[index - 1].text) > 2:
        return False
    return _is_name_word(line, index) and (index == start or not _is_cut(line, index))


def _is_name_word(line: Worded, index: int) -> bool:
    word = line.words[index]
    never = word.folded in load_titles().never and not (len(word.text) == 1 and word.capital)
    return (
        word.capital
        and word.text[0].isalpha()
        and (not never or word.text in {"An", "Will", "May", "June", "April"})
    )


def _is_cut(line: Worded, index: int) -> bool:
    """Tell whether a capitalised word is no part of the name before it: a verb of a headline, a new title."""
    word, token = line.words[index], line.tokens[index]
    if load_titles().is_title(word) and word.folded not in {
        "king",
        "prince",
        "don",
        "chair",
        "sultan",
        "deputy",
    }:
        return True
    return (line.is_titled or line.is_loud) and token.pos_ in NOT_NAMES and token.ent_type_ != "PERSON"


def _with_suffix(line: Worded, end: int) -> int:
    words = line.words
    if end + 1 < len(words) and words[end].text == "," and words[end + 1].folded in SUFFIXES:
        return end + 2
    return end


def _folded(words: list[str]) -> frozenset[str]:
    return frozenset(map(fold, words))
