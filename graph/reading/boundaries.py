"""boundaries: where the sentences of a paragraph end, told from the characters alone."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from graph.reading.list_marks import BULLETS

MAX_SENTENCE = 4_000  # characters; what is longer is cut at a space, so that no text can exhaust the parser

_CLOSERS = "\"'”’»)\\]"
_OPENERS = "\"'“‘«([„"
_STOP = re.compile(
    rf"(?P<mark>[.!?…]+|[。！？])(?P<closers>[{_CLOSERS}]*(?:\[\d{{1,3}}\])*)(?P<space>\s*)"
    rf"|(?P<bullet>\s)(?=[{BULLETS}])"
)
_LAST_WORD = re.compile(r"[^\s\"'“”‘’«»()\[\]—–/]*$")
_ENUMERATOR = re.compile(r"\(?(?:\d{1,3}|[A-Za-z]|[ivxIVX]{1,4})")
_ACRONYM = re.compile(r"(?:[A-Za-z]\.)+[A-Za-z]|[A-HJ-Z]")  # U.S, George W, but not "... and I"
_INITIAL = re.compile(r"[A-Z]\. ?[A-Z]")  # "M. A. Paz"
_PLACE = re.compile(r"\s*[^\W\d_a-z]{3,}(?:[ /-][^\W\d_a-z]+){0,2}")  # "DAMASCUS. The envoy ..."
# Another article's headline, in capitals and glued between two sentences: "left.PERU VOTES TODAYThe envoy".
_GLUED = re.compile(
    r"(?<=[a-z\d][.!?])[\"”’]?(?P<headline>(?=[A-Z“‘])(?:[^a-z\s]+ ){2,}[^a-z\s]{2,}?)(?=[A-Z][a-z]|[\"“‘]|$)"
)
_REPORTED = (
    9  # words between a quotation and its reporting verb: "... !” the Uzbek foreign minister, X, said"
)


@dataclass(frozen=True, slots=True)
class Abbreviations:
    """The words of abbreviations.toml by what they tell about the full stop after them."""

    before_name: frozenset[str]
    before_number: frozenset[str]
    anywhere: frozenset[str]
    never: frozenset[str]
    openers: frozenset[str]
    domains: frozenset[str]
    reporting: frozenset[str]


@cache
def load_abbreviations() -> Abbreviations:
    """Read abbreviations.toml."""
    lists = tomllib.loads(files("graph.reading").joinpath("abbreviations.toml").read_text(encoding="utf-8"))
    return Abbreviations(**{name: frozenset(words.split()) for name, words in lists.items()})


def sentence_spans(text: str) -> list[tuple[int, int]]:
    """Give the start and end of each sentence of a paragraph, trimmed, in order; glued headlines are none."""
    spans = []
    left = 0
    for headline in [*_GLUED.finditer(text), None]:
        right = headline.start("headline") if headline else len(text)
        start = left
        for end in [*(left + end for end in _ends(text[left:right])), right]:
            spans += _trimmed(text, start, end)
            start = end
        left = headline.end("headline") if headline else right
    return spans


def _trimmed(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Give the pieces of at most MAX_SENTENCE characters, without the white space around them."""
    pieces = []
    while start < end:
        stop = end
        if end - start > MAX_SENTENCE:
            space = text.rfind(" ", start + 1, start + MAX_SENTENCE)
            stop = space if space > 0 else start + MAX_SENTENCE
        piece = text[start:stop]
        if stripped := piece.strip():
            left = start + len(piece) - len(piece.lstrip())
            pieces.append((left, left + len(stripped)))
        start = stop
    return pieces


def _ends(text: str) -> list[int]:
    ends = []
    start = 0
    for stop in _STOP.finditer(text):
        if stop.end() < len(text) and _is_end(text, start, stop):
            start = stop.end()
            ends.append(start)
    return ends


def _is_end(text: str, start: int, stop: re.Match[str]) -> bool:
    """Tell whether the mark ends the sentence that began at `start`."""
    rest = text[stop.end() : stop.end() + 200]
    if stop["bullet"] or rest[:1] in tuple(BULLETS):
        return True
    first = rest.lstrip(_OPENERS)[:1]
    if not (first.isupper() or first.isdigit() or (first.isalpha() and not first.islower())):
        return False
    if stop["mark"].startswith(("。", "！", "？")):
        return True
    word = _LAST_WORD.search(text[max(start, stop.start() - 60) : stop.start()])
    before = word[0] if word else ""
    if not stop["space"] and not stop["closers"] and not _is_missing_space(before, rest):
        return False
    if stop["mark"] == ".":
        return _full_stop_ends(text[start : stop.start()], before, rest, closed=bool(stop["closers"]))
    return not (stop["closers"] and _is_reported(rest))


def _is_missing_space(before: str, rest: str) -> bool:
    """Tell "in Uzbekistan.Mirziyoyev said" from "Gazeta.Uz" and "3.14"."""
    word = re.match(r"[^\W\d_]+|[\"“‘«(]", rest)
    if word is None or not before[-1:].isalnum() or "/" in before or "@" in before or "www" in before:
        return False
    if not word[0][0].isalpha():
        return True
    is_word = (len(word[0]) > 1 and word[0][1:].islower()) or word[0] in {"A", "I"}
    return (
        is_word
        and (before[-1].isdigit() or (len(before) > 1 and before[-1].islower()))
        and (word[0] not in load_abbreviations().domains)
    )


def _full_stop_ends(sentence: str, before: str, rest: str, *, closed: bool) -> bool:
    """Tell a sentence's full stop from an abbreviation's; `before` is the word that it stands after."""
    words = load_abbreviations()
    following = re.match(r"[^\W\d_]+", rest.lstrip(_OPENERS))
    is_named = len(before) == 1 or before in words.before_name
    opens = following is not None and following[0] in words.openers
    opens = opens and not (is_named and _INITIAL.match(rest))
    if before in words.never or _ENUMERATOR.fullmatch(sentence.strip()) or _PLACE.fullmatch(sentence):
        return False
    if closed:
        return True
    if before in words.before_number and rest[:1].isdigit():
        return False
    if before in words.before_name or before in words.anywhere or _ACRONYM.fullmatch(before):
        return opens
    return True


def _is_reported(rest: str) -> bool:
    """Tell whether a quotation's reporting verb follows it: "the minister asked"."""
    words = re.findall(r"[\w’'-]+|[.!?:;“\"]", rest)[:_REPORTED]
    for word in words:
        if word in load_abbreviations().reporting:
            return True
        if not word[0].isalpha():
            return False
    return False
