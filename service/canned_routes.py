"""canned_routes: the canned queries, listed and answered over HTTP."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from urllib.parse import urlencode

import pyoxigraph as ox
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response

from graph.errors import ParameterError
from graph.storage.store import Term
from ontology.vocabulary import XSD
from service.asking import have_answered, have_rows
from service.canned_queries import CannedQuery, Parameter, finder_text, load_canned_queries
from service.delivery import deliver
from service.engine.engine import Answer, Forms
from service.engine.messages import Query
from service.errors import NotFoundError
from service.negotiation import CSV, HTML, JSON, SPARQL_JSON, SPARQL_XML, TSV, negotiate
from service.pages import render
from service.parameters import parse_parameters
from service.rows import read_rows

# `json` is the array of flat objects that scripts read as it is; SPARQL's own form has a name of its own
SPARQL_ROWS = replace(SPARQL_JSON, name="sparql-json", aliases=())
FORMS = (JSON, CSV, TSV, SPARQL_ROWS, SPARQL_XML, HTML)
OPTIONS = ("format", "explain")


@dataclass(frozen=True, slots=True)
class Question:
    """A canned query with the values that it is asked with."""

    query: CannedQuery
    given: Mapping[str, str]

    def names(self) -> list[str]:
        """The names whose entities must be found first; a value that cannot be one is refused."""
        names: list[str] = []

        def note(name: str) -> Sequence[ox.NamedNode]:
            names.append(name)
            return ()

        self.query.read(self.given, note)
        return names

    def text(self, found: Mapping[str, Sequence[ox.NamedNode]]) -> str:
        """The SPARQL that answers it, with the entities that names stand for."""
        return self.query.bind(self.query.read(self.given, found.__getitem__))

    def url(self, **options: str) -> str:
        """The address of the answer, with the values that are given and these options."""
        fields = {name: value for name, value in self.given.items() if value} | options
        return f"/queries/{self.query.name}" + (f"?{urlencode(fields)}" if fields else "")


async def list_queries(request: Request) -> Response:
    """List the canned queries."""
    queries = load_canned_queries().values()
    if negotiate(request, (JSON, HTML)) is HTML:
        return render(request, "queries.html", section="/queries", queries=queries)
    return JSONResponse({"queries": [describe(query) for query in queries]}, headers={"Vary": "Accept"})


async def answer_query(request: Request) -> Response:
    """Answer a canned query in the form that the client likes best, or show its SPARQL.

    It is asked as a stranger's query is: what it costs depends on values that strangers choose.
    """
    question = read_question(request)
    text = question.text({name: await find_entities(request, name) for name in question.names()})
    if "explain" in request.query_params:
        if "format" in request.query_params:
            negotiate(request, FORMS)  # one that is not offered is refused here too
        return PlainTextResponse(text)
    form = negotiate(request, FORMS)
    is_ours = form in (JSON, HTML)
    forms = Forms(SPARQL_JSON.name if is_ours or form is SPARQL_ROWS else form.name, None, shown=form.name)
    answer = await have_answered(request, Query(text), forms, is_whole=is_ours)
    if isinstance(answer, Response):
        return answer
    if not is_ours:
        return deliver(request, answer, form)
    return await run_in_threadpool(_show, request, question, text, answer)


def _show(request: Request, question: Question, text: str, answer: Answer) -> Response:
    results = read_rows(answer)
    if negotiate(request, FORMS) is HTML:
        return _page(request, question, text, results)
    return deliver(request, replace(answer, content=rows_as_json(results)), JSON)


def read_question(request: Request) -> Question:
    """Take the query's name and the values out of a request."""
    name = request.path_params["name"]
    query = load_canned_queries().get(name)
    if query is None:
        raise NotFoundError(f"there is no query {name[:40]!a}: /queries lists them")
    given: dict[str, str] = {}
    for key, value in parse_parameters(request.scope["query_string"]):
        if key in given:
            raise ParameterError(f"the parameter {key[:40]!a} is given twice: give it once")
        if key not in OPTIONS:
            given[key] = value
    return Question(query, given)


def _page(request: Request, question: Question, text: str, results: ox.QuerySolutions) -> Response:
    return render(
        request,
        "query.html",
        section="/queries",
        question=question,
        text=text,
        columns=[variable.value for variable in results.variables],
        rows=[list(row) for row in results],
        forms=[(form.name, question.url(format=form.name)) for form in FORMS if form is not HTML],
    )


async def find_entities(request: Request, value: str) -> list[ox.NamedNode]:
    """The entities that a name or a Wikidata identifier stands for."""
    rows = await have_rows(request, finder_text(value))
    return [entity for row in rows if isinstance(entity := row["entity"], ox.NamedNode)]


def rows_as_json(results: ox.QuerySolutions) -> bytes:
    """Write rows as a JSON array of flat objects: numbers and truth values as such, all else as text."""
    names = [variable.value for variable in results.variables]
    rows = [{name: plain_value(row[name]) for name in names} for row in results]
    return json.dumps(rows, ensure_ascii=False, indent=1).encode()


def plain_value(term: Term | None) -> str | int | float | bool | None:
    """The value of a term as JSON has it; a number that it cannot have stays text."""
    value = getattr(term, "value", None)
    if not isinstance(term, ox.Literal):
        return value
    if term.datatype == XSD.boolean:
        return term.value in ("true", "1")
    read = {XSD.integer: int, XSD.decimal: float, XSD.double: float}.get(term.datatype)
    if read is None:
        return term.value
    try:
        number = read(term.value)
    except ValueError:  # no number, or one of thousands of digits
        return term.value
    return number if isinstance(number, int) or math.isfinite(number) else term.value


# Descriptions


def describe(query: CannedQuery) -> dict[str, object]:
    """What a program needs to know of a query to ask it."""
    return {
        "name": query.name,
        "summary": query.summary,
        "description": query.description,
        "parameters": [_describe_parameter(parameter) for parameter in query.parameters.values()],
        "url": f"/queries/{query.name}",
    }


def _describe_parameter(parameter: Parameter) -> dict[str, object]:
    fields: dict[str, object] = {
        "name": parameter.name,
        "type": parameter.type,
        "description": parameter.description,
        "default": parameter.plain_default,
        "required": False,
    }
    if parameter.values:
        fields["values"] = list(parameter.values)
    if parameter.example is not None:
        fields["example"] = parameter.example
    return fields
