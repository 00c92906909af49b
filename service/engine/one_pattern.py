"""one_pattern: a query of one triple pattern about one thing is answered by the service process itself.

Each step of its evaluation is a row of its answer: it ends when the answer is as long as it may be, and
needs no process that can be killed. Its subject is named, so that it goes over the facts of one thing, and
not over all that was ever deleted from a long range. What such a query is, is read from its text by a grammar
narrower than SPARQL's; all others are left to the query processes.
"""

from __future__ import annotations

import re

import pyoxigraph as ox

from service.engine.messages import Bounds, Kind, Query, Question
from service.engine.publisher import Checkpoint
from service.engine.results import RESULT_FORMATS, kind_of, write_results

LARGEST = 1 << 14  # bytes of an answer: a few milliseconds at most
LONGEST = 2000  # characters of a query

# Possessive throughout: it runs on the event loop over strangers' text
_SPACE = r"(?:[ \t\r\n]|\#[^\r\n]*+[\r\n])*+"
_GAP = r"[ \t\r\n]++"
_IRI = r"<[^\x00-\x20<>\"{}|^`\\]*+>"
_PREFIX = r"(?:[A-Za-z][A-Za-z0-9_-]*+)?:"
_NAME = rf"{_PREFIX}[A-Za-z0-9_][A-Za-z0-9_-]*+"
_VARIABLE = r"[?$][A-Za-z_][A-Za-z0-9_]*+"
_THING = rf"(?:{_VARIABLE}|{_IRI}|{_NAME})"
_QUERY = re.compile(
    rf"""{_SPACE}(?:(?i:PREFIX){_GAP}{_PREFIX}{_SPACE}{_IRI}{_SPACE})*+
    (?:(?i:ASK)|(?i:SELECT){_SPACE}(?P<projection>\*|(?:{_VARIABLE}{_SPACE})++)){_SPACE}
    (?:(?i:WHERE){_SPACE})?
    \{{{_SPACE}(?P<subject>{_THING}){_SPACE}(?P<verb>{_THING}|a){_SPACE}(?P<object>{_THING}){_SPACE}
    (?:\.{_SPACE})?\}}{_SPACE}
    (?:(?i:LIMIT){_GAP}[0-9]++{_SPACE})?(?:\#[^\r\n]*+)?""",
    re.VERBOSE,
)
_VARIABLES = re.compile(_VARIABLE)


class OnePattern:
    """Answers queries of one triple pattern, on the checkpoint that was opened last."""

    def __init__(self, bounds: Bounds) -> None:
        self._longest = min(LONGEST, bounds.query.length)
        self._largest = min(LARGEST, bounds.result)
        self._opened: tuple[Checkpoint, ox.Store] | None = None

    def open(self, checkpoint: Checkpoint) -> None:
        """Open a checkpoint, in a few hundredths of a second; one that cannot be read answers nothing."""
        try:
            self._opened = checkpoint, ox.Store.read_only(checkpoint.name)
        except (OSError, RuntimeError):
            self._opened = None  # a query process tries anew, and tells

    def close(self) -> None:
        """Open nothing any more."""
        self._opened = None

    def answer(self, query: Question, form: str | None, checkpoint: Checkpoint) -> tuple[Kind, bytes] | None:
        """Answer a query in a form of results; None where a query process is to."""
        opened = self._opened
        if opened is None or opened[0] is not checkpoint or form not in RESULT_FORMATS:
            return None
        if not (isinstance(query, Query) and query.is_plain and len(query.text) <= self._longest):
            return None
        if not is_one_pattern(query.text):
            return None
        output = _Output(self._largest)
        try:
            results = opened[1].query(query.text)
            write_results(results, form, output)
        except (_LargeError, SyntaxError, ValueError, OSError, RuntimeError):
            return None
        return kind_of(results), bytes(output.content)


def is_one_pattern(text: str) -> bool:
    """Whether a query is of one triple pattern that names its subject.

    No variable stands in it twice, and it asks for no other than those: each triple that is read is a row.
    """
    if len(text) > LONGEST or "service" in text.casefold():
        return False
    match = _QUERY.fullmatch(text)
    if match is None:
        return False
    terms = match["subject"], match["verb"], match["object"]
    variables = [term[1:] for term in terms if term[0] in "?$"]
    is_about_one = terms[0][0] not in "?$"
    asked = {name[1:] for name in _VARIABLES.findall(match["projection"] or "")}
    return is_about_one and len(set(variables)) == len(variables) and asked <= set(variables)


class _LargeError(Exception):
    """An answer is too large to be made here."""


class _Output:
    """Takes an answer up to a size."""

    def __init__(self, limit: int) -> None:
        self._limit = limit
        self.content = bytearray()

    def write(self, content: bytes) -> int:
        """Take bytes, or raise _LargeError."""
        self.content += content
        if len(self.content) > self._limit:
            raise _LargeError
        return len(content)

    def flush(self) -> None:
        """Do nothing."""
