"""canned_queries: a file NAME.rq becomes a query with checked parameters.

A file begins with its documentation, TOML behind `#+`, and runs as it stands in any SPARQL editor. A
parameter is a line `VALUES ?name { default }`, where UNDEF means any, or a last line, `LIMIT 100` or
`OFFSET 0`. Values take the place of all defaults in one pass, written by pyoxigraph, so that no value can
become a piece of the query. (A table of constants is written over several lines.)
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any

from pyoxigraph import Literal, NamedNode, QuerySolutions, Store

from graph.errors import ParameterError, SchemaError
from ontology.vocabulary import DIP, SKOS, WD, XSD, load_ontology, local_name

Term = NamedNode | Literal
Finder = Callable[[str], Sequence[NamedNode]]

TYPES = ("date", "entity", "enum", "integer", "iri", "term", "text", "topic")
MAX_LIMIT, MAX_OFFSET = 10_000, 1_000_000
_MAX_LENGTH = 2_000  # characters of a value
_SLOT = re.compile(
    r"^(?P<before> *VALUES \?(?P<name>\w+) \{ )(?P<default>[^\n]*)(?P<after> \})$"
    r"|^(?P<clause>LIMIT|OFFSET) (?P<number>\d+)$",
    re.MULTILINE,
)
_UNDEF = "UNDEF"
_ESCAPES = re.compile(r"\\\\(?P<u>[uU])|\\u(?P<code>[0-9A-F]{4})|\\.")
_WIKIDATA = re.compile(
    r"(?:https?://www\.wikidata\.org/(?:entity|wiki)/|wd:)?(?P<item>[Qq][1-9][0-9]{0,14})", re.ASCII
)


@dataclass(frozen=True, slots=True)
class Parameter:
    """What a query can be asked with.

    `entity` takes an IRI, a Wikidata identifier or a name; `term` takes the local name of a term of the
    ontology, `topic` of a topic; `values` is their closed list, or empty. `default` is SPARQL, None where any
    value will do.
    """

    name: str
    type: str
    description: str
    default: str | None
    example: str | None = None
    values: tuple[str, ...] = ()

    @property
    def plain_default(self) -> str | int | None:
        """The default as it would be given as a value."""
        if self.default is None:
            return None
        return int(self.default) if self.type == "integer" else self.default.removeprefix("dip:")

    @property
    def bounds(self) -> tuple[int, int]:
        """The least and the largest value of a number."""
        return (0, MAX_OFFSET) if self.name == "offset" else (1, MAX_LIMIT)


@dataclass(frozen=True, slots=True)
class CannedQuery:
    """A query with a name, documentation and parameters."""

    name: str
    summary: str
    description: str
    parameters: Mapping[str, Parameter]
    text: str

    @property
    def sparql(self) -> str:
        """The query without its documentation, as it runs when no parameter is given."""
        return self.bind({})

    def bind(self, values: Mapping[str, Sequence[Term]]) -> str:
        """Write the query with these terms in the place of the defaults; no term at all finds nothing."""

        def fill(slot: re.Match[str]) -> str:
            terms = values.get(_slot_name(slot))
            if terms is None:
                return slot[0]
            if slot["clause"]:
                return f"{slot['clause']} {terms[0].value}"
            return slot["before"] + " ".join(map(write_term, terms)) + slot["after"]

        return _SLOT.sub(fill, _without_documentation(self.text))

    def read(self, given: Mapping[str, str], find: Finder) -> dict[str, Sequence[Term]]:
        """Check the values given as text and make terms of them; an empty value counts as none.

        `find` gives the entities that a name or a Wikidata identifier stands for.
        """
        for name in given:
            if name not in self.parameters:
                known = ", ".join(self.parameters)
                raise ParameterError(
                    f"the query {self.name} has no parameter {name[:40]!a}: it takes {known}"
                )
        return {
            name: read_value(parameter, given[name].strip(), find)
            for name, parameter in self.parameters.items()
            if given.get(name, "").strip()
        }


def write_term(term: Term) -> str:
    """Write a term so that every reader of SPARQL takes it for this term and nothing more.

    Some decode codepoint escapes before they parse, and would find one in an escaped backslash before a u.
    """
    return _ESCAPES.sub(_rewrite_escape, str(term))


def _rewrite_escape(escape: re.Match[str]) -> str:
    if escape["u"]:
        return rf"\\\U{ord(escape['u']):08X}"
    return rf"\U0000{escape['code']}" if escape["code"] else escape[0]


def read_value(parameter: Parameter, value: str, find: Finder) -> Sequence[Term]:
    """Make terms of one parameter's value."""
    if len(value) > _MAX_LENGTH:
        raise _refuse(parameter, value, f"at most {_MAX_LENGTH:,} characters")
    if "\0" in value or not _is_text(value):
        raise _refuse(parameter, value, "text without NUL and without half characters")
    if parameter.type == "entity" and (_WIKIDATA.fullmatch(value) or not _is_iri(value)):
        return sorted(find(value), key=str)
    return [_READERS[parameter.type](parameter, value)]


def _read_iri(parameter: Parameter, value: str) -> Term:
    try:
        return NamedNode(value)
    except ValueError as error:
        raise _refuse(parameter, value, f"an absolute IRI ({error})") from error


def _read_text(_: Parameter, value: str) -> Term:
    return Literal(value)


def _read_date(parameter: Parameter, value: str) -> Term:
    try:
        if re.fullmatch(r"\d{4}-\d\d-\d\d", value, re.ASCII):
            return Literal(date.fromisoformat(value).isoformat(), datatype=XSD.date)
    except ValueError:
        pass
    raise _refuse(parameter, value, "a day as YYYY-MM-DD")


def _read_integer(parameter: Parameter, value: str) -> Term:
    least, most = parameter.bounds
    if re.fullmatch(r"[0-9]{1,9}", value) and least <= int(value) <= most:
        return Literal(int(value))
    raise _refuse(parameter, value, f"a whole number from {least} to {most:,}")


def _read_enum(parameter: Parameter, value: str) -> Term:
    if value in parameter.values:
        return Literal(value)
    raise _refuse(parameter, value, f"one of {', '.join(parameter.values)}")


def _read_term(parameter: Parameter, value: str) -> Term:
    local = value.removeprefix(DIP.iri)
    if local in parameter.values:
        return DIP[local]
    raise _refuse(parameter, value, f"one of {', '.join(parameter.values)}")


_READERS: Mapping[str, Callable[[Parameter, str], Term]] = {
    "date": _read_date,
    "entity": _read_iri,
    "enum": _read_enum,
    "integer": _read_integer,
    "iri": _read_iri,
    "term": _read_term,
    "text": _read_text,
    "topic": _read_term,
}


def _refuse(parameter: Parameter, value: str, expected: str) -> ParameterError:
    return ParameterError(f"the parameter {parameter.name} must be {expected}, found {value[:60]!a}")


def _is_iri(value: str) -> bool:
    return value.startswith(("http://", "https://", "urn:"))


def _is_text(value: str) -> bool:
    try:
        value.encode()
    except UnicodeEncodeError:
        return False
    return True


def finder_text(value: str) -> str:
    """Write the query for the entities that a name or a Wikidata identifier stands for."""
    item = _WIKIDATA.fullmatch(value)
    terms: dict[str, Sequence[Term]] = (
        {"item": [WD[item["item"].upper()]]} if item else {"name": [Literal(value)]}
    )
    return load_finder_query().bind(terms)


# Loading


@cache
def load_topic_names() -> tuple[str, ...]:
    """The local names of the ontology's topics, in alphabetical order."""
    concepts = (
        quad.subject
        for quad in load_ontology()
        if (quad.predicate, quad.object) == (SKOS.inScheme, DIP.topics)
    )
    return tuple(sorted(local_name(concept) for concept in concepts if isinstance(concept, NamedNode)))


@cache
def load_canned_queries() -> dict[str, CannedQuery]:
    """The queries of our own, by name, in alphabetical order."""
    found = (path for path in files("service").joinpath("queries").iterdir() if path.name.endswith(".rq"))
    texts = {path.name.removesuffix(".rq"): path.read_text("utf-8") for path in found}
    return {name: read_canned_query(name, texts[name]) for name in sorted(texts)}


@cache
def load_finder_query() -> CannedQuery:
    """The query that finds the entities of a name or a Wikidata identifier."""
    return read_canned_query("find_entity", files("service").joinpath("find_entity.rq").read_text("utf-8"))


def read_canned_query(name: str, text: str) -> CannedQuery:
    """Read a query file, and refuse one whose documentation and query do not agree."""
    documentation = _read_documentation(name, text)
    slots = {_slot_name(slot): slot for slot in _SLOT.finditer(text)}
    declared: dict[str, Any] = documentation.get("parameters", {})
    for parameter in sorted(slots.keys() - declared.keys()):
        raise SchemaError(
            f"{name}.rq uses the parameter {parameter} and does not declare it: add it behind #+"
        )
    for parameter in sorted(declared.keys() - slots.keys()):
        raise SchemaError(
            f"{name}.rq declares the parameter {parameter} and does not use it: add its VALUES line"
        )
    parameters = {key: _read_parameter(name, slots[key], fields) for key, fields in declared.items()}
    query = CannedQuery(name, documentation["summary"], documentation["description"], parameters, text)
    _check_syntax(query)
    return query


def _read_documentation(name: str, text: str) -> dict[str, Any]:
    lines = [line.removeprefix("#+") for line in text.splitlines() if line.startswith("#+")]
    try:
        documentation = tomllib.loads("\n".join(lines))
    except tomllib.TOMLDecodeError as error:
        raise SchemaError(f"{name}.rq: what stands behind #+ is no TOML: {error}") from error
    for key in ("summary", "description"):
        if not isinstance(documentation.get(key), str):
            raise SchemaError(f'{name}.rq has no {key}: add #+ {key} = "…"')
    return documentation


def _read_parameter(query: str, slot: re.Match[str], fields: Mapping[str, Any]) -> Parameter:
    name, kind = _slot_name(slot), fields.get("type")
    if kind not in TYPES:
        raise SchemaError(
            f"{query}.rq: the parameter {name} has the type {kind!r}: take one of {', '.join(TYPES)}"
        )
    default = slot["number"] if slot["clause"] else slot["default"]
    values = load_topic_names() if kind == "topic" else tuple(fields.get("values", ()))
    for value in values:
        if kind == "term" and value not in DIP:
            raise SchemaError(f"{query}.rq: the parameter {name} offers {value!r}, which the ontology lacks")
    return Parameter(
        name=name,
        type=kind,
        description=fields["description"],
        default=None if default == _UNDEF else default,
        example=fields.get("example"),
        values=values,
    )


def _check_syntax(query: CannedQuery) -> None:
    try:
        results = Store().query(query.text)
    except (SyntaxError, ValueError) as error:
        raise SchemaError(f"{query.name}.rq is no SPARQL query: {error}") from error
    if not isinstance(results, QuerySolutions):
        raise SchemaError(f"{query.name}.rq must be a SELECT query: its answer is a table")


def _slot_name(slot: re.Match[str]) -> str:
    return slot["clause"].lower() if slot["clause"] else slot["name"]


def _without_documentation(text: str) -> str:
    return "".join(line for line in text.splitlines(keepends=True) if not line.startswith("#+")).lstrip("\n")
