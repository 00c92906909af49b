"""calls: the SERVICE clauses of a query are found, and what each asks of which endpoint."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from graph.errors import QueryError
from service.errors import ForbiddenError, TooLargeError
from service.query_check import (
    Limits,
    check_read_only,
    check_service,
    check_size,
    decode_escapes,
    explain_undeclared_prefix,
    has_service,
    prologue,
    resolve,
    undeclared_prefix,
)
from service.tokens import tokenize

LONGEST = 100_000  # characters of a query with SERVICE: it is read in the service's own process
_MOST_CALLS = 8


@dataclass(frozen=True, slots=True)
class Call:
    """What a query asks of another endpoint; its clause stands from `begin` to `end` in the query's text."""

    begin: int
    end: int
    endpoint: str
    is_silent: bool
    prologue: str
    group: str

    def query(self, table: str = "") -> str:
        """What is sent: for all solutions, or for those that agree with a table."""
        return f"{self.prologue}\nSELECT * WHERE {f'{{ {table} {self.group} }}' if table else self.group}"


@dataclass(frozen=True, slots=True)
class _Clause:
    begin: int
    end: int
    term: str
    is_silent: bool
    group: str


def may_call(text: str) -> bool:
    """Whether a text is worth being read for SERVICE."""
    return len(text) <= LONGEST and ("\\" in text or "service" in text.casefold())


def find_calls(text: str, *, endpoints: Collection[str], limits: Limits) -> tuple[str, tuple[Call, ...]]:
    r"""Give the text as it was read, and what it asks of other endpoints; refuse what may not be asked.

    Where SERVICE is written by escapes such as \u0053, they are read before all else: SPARQL 1.1, 19.2.
    """
    reading = text if has_service(text) else decode_escapes(text)
    if not has_service(reading):
        return text, ()
    check_size(text, limits)
    clauses = list(_clauses(reading))
    if len(clauses) > _MOST_CALLS:
        raise TooLargeError(f"the query has {len(clauses)} SERVICE clauses, at most {_MOST_CALLS} are taken")
    names = resolve([clause.term for clause in clauses], reading)
    if names is None or len(names) != len(clauses):
        prefix = undeclared_prefix(reading)
        reason = "a SERVICE has no absolute IRI" if prefix is None else explain_undeclared_prefix(prefix)
        raise QueryError(f"the query is malformed: {reason}")
    calls = (_call(clause, name, reading) for clause, name in zip(clauses, names, strict=True))
    return reading, tuple(_allowed(call, endpoints) for call in calls)


def _call(clause: _Clause, endpoint: str, text: str) -> Call:
    call = Call(clause.begin, clause.end, endpoint, clause.is_silent, prologue(text), clause.group)
    query = call.query()
    # The endpoint may read more out of it than SPARQL has, and may itself reach where no stranger does
    check_read_only(query)
    if any(map(has_service, (query, decode_escapes(query)))):
        raise ForbiddenError("SERVICE is not allowed here within another SERVICE: ask each by itself")
    return call


def _allowed(call: Call, endpoints: Collection[str]) -> Call:
    if call.endpoint not in endpoints:
        raise ForbiddenError(
            f"SERVICE <{call.endpoint[:200]}> is not allowed here: whoever runs this may list the endpoint "
            "in DIPLOGRAPH_SERVICE_ENDPOINTS; or ask it by itself and join the answers"
        )
    return call


def _clauses(text: str) -> Iterator[_Clause]:
    """The clauses SERVICE SILENT? iri { … } of a text; what else may be the keyword is refused."""
    tokens = [token for token in tokenize(text) if token.lastgroup != "comment"]
    begin = place = 0
    while place < len(tokens):
        if tokens[place].lastgroup == "word" and tokens[place][0].upper() == "SERVICE":
            check_service(text[begin : tokens[place].start()])
            clause, place = _clause(tokens, place, text)
            begin = clause.end
            yield clause
        else:
            place += 1
    check_service(text[begin:])


def _clause(tokens: Sequence[re.Match[str]], place: int, text: str) -> tuple[_Clause, int]:
    first = tokens[place]
    is_silent = [token[0].upper() for token in tokens[place + 1 : place + 2]] == ["SILENT"]
    place += 1 + is_silent
    if (
        place + 1 >= len(tokens)
        or tokens[place].lastgroup not in ("iri", "name")
        or tokens[place + 1][0] != "{"
    ):
        raise ForbiddenError(
            "SERVICE is not allowed here but as SERVICE <endpoint> { … }, with an IRI, no variable"
        )
    end = _group_end(tokens, place + 1)
    last = tokens[end - 1].end()
    group = text[tokens[place + 1].start() : last]
    return _Clause(first.start(), last, tokens[place][0], is_silent, group), end


def _group_end(tokens: Sequence[re.Match[str]], place: int) -> int:
    """The place after the group that begins here."""
    depth = 0
    for end in range(place, len(tokens)):
        depth += (tokens[end][0] == "{") - (tokens[end][0] == "}")
        if depth == 0:
            return end + 1
    raise QueryError("the query is malformed: the group of a SERVICE is not closed by }")
