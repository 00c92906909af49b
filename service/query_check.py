"""query_check: a stranger's query is refused before it can leave the machine or break the parser."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from pyoxigraph import NamedNode, QuerySolutions, Store

from graph.errors import QueryError
from ontology.vocabulary import PREFIXES
from service.errors import ForbiddenError, TooLargeError
from service.tokens import tokenize

_ESCAPE = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})")
_OPENING, _CLOSING = "{([", "})]"
_RDFLIB_DEPTH = 5
# Each of these nests one step deeper in the algebra, wherever in the text it stands.
_NESTING_WORDS = frozenset(
    {"UNION", "OPTIONAL", "MINUS", "BIND", "AS", "FILTER", "EXISTS", "GRAPH", "SELECT", "VALUES", "IN"}
)
_QUERY_FORMS = frozenset({"SELECT", "ASK", "CONSTRUCT", "DESCRIBE"})
_UPDATE_WORDS = frozenset(
    {"DEFINE", "INSERT", "DELETE", "MODIFY", "LOAD", "CLEAR", "DROP", "CREATE", "COPY", "MOVE"}
)
_TERMS = frozenset({"iri", "name", "variable", "number", "string", "word"})
_OPERATORS = frozenset({"&&", "||", "!", "=", "!=", "<", ">", "<=", ">=", "+", "-", "*", "/", "|", "^"})


@dataclass(frozen=True, slots=True)
class Limits:
    """How large a query may be."""

    length: int
    depth: int
    patterns: int
    parts: int


def check_query(text: str, limits: Limits) -> None:
    """Refuse a query that is too large, that nests too deep, or that could reach another machine."""
    check_size(text, limits)
    check_service(text)


def check_size(text: str, limits: Limits) -> None:
    """Refuse a query that is too large or that nests too deep, and one that is no text."""
    if len(text) > limits.length:
        raise TooLargeError(f"the query has {len(text):,} characters, at most {limits.length:,} are taken")
    try:
        text.encode()
    except UnicodeEncodeError as error:
        raise QueryError(
            "the query holds half a character (a lone surrogate): correct its encoding"
        ) from error
    for reading in _readings(text):
        if not _is_small(reading, limits):
            _check_size(reading, limits)


def _readings(text: str) -> Iterable[str]:
    r"""A text by both rules: Oxigraph leaves \u0053ERVICE as it is, the standard reads SERVICE."""
    return dict.fromkeys((text, decode_escapes(text))) if "\\" in text else (text,)


def check_read_only(text: str) -> None:
    """Refuse what is no query by SPARQL 1.1, for an engine that may take more than that from its address."""
    for reading in _readings(text):
        words = [token[0].upper() for token in tokenize(reading) if token.lastgroup == "word"]
        form = next((word for word in words if word not in ("BASE", "PREFIX")), "")
        if form not in _QUERY_FORMS or not _UPDATE_WORDS.isdisjoint(words):
            raise QueryError("the query is malformed: expected SELECT, ASK, CONSTRUCT or DESCRIBE, no update")


def decode_escapes(text: str) -> str:
    r"""Replace the codepoint escapes \uXXXX and \UXXXXXXXX, as SPARQL 1.1 does before it parses (19.2)."""
    return _ESCAPE.sub(_character, text)


def _character(match: re.Match[str]) -> str:
    code = int(match[1] or match[2], 16)
    return chr(code) if code < 0x110000 and not 0xD800 <= code < 0xE000 else match[0]


def check_service(text: str) -> None:
    """Refuse a text that holds the keyword SERVICE."""
    if any(map(has_service, _readings(text))):
        raise ForbiddenError(
            "SERVICE is not allowed here, but in queries that name an endpoint by its IRI, from the list of "
            "whoever runs this (DIPLOGRAPH_SERVICE_ENDPOINTS): ask it by itself and join the answers"
        )


def has_service(text: str) -> bool:
    """Whether a text holds what may be the keyword SERVICE."""
    return "service" in text.casefold() and any(_may_be("service", token) for token in tokenize(text))


def _may_be(word: str, token: re.Match[str]) -> bool:
    """Whether a token is a keyword, or may hold it for a parser that parts the text otherwise.

    Oxigraph's grammar knows no word boundaries: it reads trueSERVICE and SERVICE:name as two tokens. And
    what looks like an IRI may be a comparison that a closed bracket and the keyword follow: (1<2)SERVICE#>.
    """
    text = token[0].casefold()
    match token.lastgroup:
        case "word" | "language" | "broken":
            return word in text
        case "name":
            return word in text.partition(":")[0]
        case "iri":
            return _closes_more_than_it_opens(text)
    return False


def _closes_more_than_it_opens(text: str) -> bool:
    depth = 0
    for character in text:
        depth += (character == "(") - (character == ")")
        if depth < 0:
            return True
    return False


def _is_small(text: str, limits: Limits) -> bool:
    """Whether a text is too short to hold what `_check_size` counts; look-ups are, and are asked most."""
    opening = sum(map(text.count, _OPENING))
    marks = opening + sum(map(text.count, ".;,"))
    # A token has a character at least, an item of a list two
    is_short = len(text) <= min(limits.parts, 2 * limits.patterns)
    return is_short and opening <= limits.depth and marks <= limits.patterns


def _check_size(text: str, limits: Limits) -> None:
    """Refuse what overflows the parser's stack or keeps the planner busy: deep brackets, long chains."""
    open_brackets: list[str] = []
    counts = Counter[str]()
    listed = 0
    for token in tokenize(text):
        part = token[0]
        if part in _OPENING:
            open_brackets.append(part)
        elif part in _CLOSING and open_brackets:
            open_brackets.pop()
        if len(open_brackets) > limits.depth:
            raise TooLargeError(f"the query nests more than {limits.depth} brackets: write it flatter")
        # The items of a list, (1 2 3), are two triple patterns each; those of VALUES ?x { 1 2 3 } are none
        listed = listed + 1 if token.lastgroup in _TERMS and open_brackets[-1:] == ["("] else 0
        if listed > limits.patterns:
            raise TooLargeError(f"a list in the query has more than {limits.patterns} items: split it")
        counts[_part_kind(token, open_brackets)] += 1
    for kind, limit in (
        ("patterns", limits.patterns),
        ("operators", limits.parts),
        ("clauses", limits.parts),
    ):
        if counts[kind] > limit:
            raise TooLargeError(f"the query has {counts[kind]:,} {kind}, at most {limit} are taken: split it")


def _part_kind(token: re.Match[str], open_brackets: Sequence[str]) -> str:
    """Tell what a token adds to: the planner takes cubic time in the patterns, the rest nests."""
    part = token[0]
    if token.lastgroup == "word":
        return "clauses" if part.upper() in _NESTING_WORDS else ""
    if token.lastgroup != "operator":
        return ""
    if part in (".", ";") or (part == "," and "(" not in open_brackets) or part == "{":
        return "patterns"
    return "operators" if part in _OPERATORS else ""


def merged_graphs(text: str) -> tuple[tuple[str, ...], tuple[str, ...]] | None:
    """The data set of a query that merges several graphs by FROM, as default and named graphs; else None."""
    if text.upper().count("FROM") < 2:
        return None
    clauses = list(dataset_clauses(text))
    if sum(not is_named for is_named, _ in clauses) < 2:
        return None
    names = resolve([term for _, term in clauses], text)
    if names is None:
        return None
    pairs = list(zip(names, (is_named for is_named, _ in clauses), strict=True))
    return tuple(n for n, is_named in pairs if not is_named), tuple(n for n, is_named in pairs if is_named)


def named_graphs(text: str) -> set[str]:
    """All graphs that a query names by FROM, for an engine that would fetch those that it does not know."""
    names: set[str] = set()
    for reading in _readings(text):
        if "from" not in reading.casefold():
            continue
        if any(_may_be("from", token) and token[0].upper() != "FROM" for token in tokenize(reading)):
            raise QueryError(
                "the query cannot be read for its data set: set FROM apart from what stands beside it"
            )
        terms = [term for _, term in dataset_clauses(reading)]
        found = resolve(terms, reading) if terms else []
        if found is None or len(found) != len(terms):
            raise QueryError("the query is malformed: FROM has no absolute IRI")
        names.update(found)
    return names


def dataset_clauses(text: str) -> Iterator[tuple[bool, str]]:
    """The graphs that follow FROM and FROM NAMED outside all brackets: only a data set stands there."""
    depth, is_from, is_named = 0, False, False
    for token in tokenize(text):
        part, kind = token[0], token.lastgroup
        depth += (part in _OPENING) - (part in _CLOSING)
        if kind == "comment" or depth:
            continue
        if kind == "word":
            is_named = is_from and part.upper() == "NAMED"
            is_from = is_named or part.upper() == "FROM"
        elif is_from:
            is_from = False
            if kind in ("iri", "name"):
                yield is_named, part


def resolve(terms: Sequence[str], text: str) -> list[str] | None:
    """The IRIs that terms of a query stand for by its prologue; Oxigraph refuses what cannot be read."""
    projection = " ".join(f"({term} AS ?x{number})" for number, term in enumerate(terms))
    try:
        rows = Store().query(f"{prologue(text)}\nSELECT {projection} {{}}")
    except (SyntaxError, ValueError):
        return None
    row = next(rows) if isinstance(rows, QuerySolutions) else ()
    return [term.value for term in row if isinstance(term, NamedNode)]


def prologue(text: str) -> str:
    """What stands before a query's form: its prefixes."""
    return text[: next((token.start() for token in tokenize(text) if token[0].upper() in _QUERY_FORMS), 0)]


def undeclared_prefix(text: str) -> str | None:
    """Name a prefix that the query uses and does not declare, None where there is none."""
    declared: set[str] = set()
    before = ""
    for token in tokenize(text):
        if token.lastgroup == "name" and not token[0].startswith("_:"):
            prefix = token[0].partition(":")[0]
            if before.upper() == "PREFIX":
                declared.add(prefix)
            elif prefix not in declared:
                return prefix
        before = before if token.lastgroup == "comment" else token[0]
    return None


def explain_undeclared_prefix(prefix: str) -> str:
    """Say which line to add."""
    known = PREFIXES.get(prefix)
    line = f"add the line PREFIX {prefix}: <{known}>" if known else f"declare it: PREFIX {prefix}: <…>"
    return f"the prefix {prefix}: is not declared: {line}"


def explain_syntax_error(text: str, reason: str) -> str:
    """Say where a query is malformed, what stands there, and what to add or expect."""
    prefix = undeclared_prefix(text)
    if prefix is not None:
        return explain_undeclared_prefix(prefix)
    place = _place_by_rdflib(text) or _place_by_oxigraph(reason)
    if place is None:
        return f"the query is malformed: {' '.join(reason.split())[:300]}"
    line_number, column = place
    lines = text.splitlines() or [""]
    rest = lines[line_number - 1][column - 1 :].strip() if line_number <= len(lines) else ""
    found = f"found {rest[:40]!r}" if rest else "found the end of the line"
    return f"the query is malformed at line {line_number}, column {column}: {found}"


def _depth(text: str) -> int:
    depth = deepest = 0
    for character in text:
        depth += (character in _OPENING) - (character in _CLOSING)
        deepest = max(deepest, depth)
    return deepest


def _place_by_rdflib(text: str) -> tuple[int, int] | None:
    """Ask rdflib for the place, which it gives where Oxigraph names only the last token that it tried."""
    from pyparsing import ParseBaseException  # noqa: PLC0415 - half a second that only a malformed query needs
    from rdflib.plugins.sparql.parser import parseQuery  # noqa: PLC0415

    # It tries nested brackets again and again
    if len(text) > 10_000 or _depth(text) > _RDFLIB_DEPTH:
        return None
    try:
        parseQuery(text)
    except ParseBaseException as error:
        return error.lineno, error.column
    except Exception:  # whatever its parser makes of a stranger's text, our answer stays a 400
        return None
    return None


def _place_by_oxigraph(reason: str) -> tuple[int, int] | None:
    match = re.search(r"error at (\d+):(\d+)", reason)
    return (int(match[1]), int(match[2])) if match else None
