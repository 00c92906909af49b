"""pages: values become HTML, everything in them escaped."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, partial
from importlib.resources import files
from itertools import islice
from typing import Any

import pyoxigraph as ox
from jinja2 import Environment, PackageLoader, StrictUndefined, pass_context
from jinja2.runtime import Context
from markupsafe import Markup, escape
from starlette.requests import Request
from starlette.responses import HTMLResponse

from graph.storage.graph_store import GraphStore
from ontology.vocabulary import DIP, PREFIXES
from service.context import Service
from service.labels import label_of, local
from service.negotiation import RDF_TYPES


@dataclass(frozen=True, slots=True)
class Alternate:
    """A form in which a page's content is there as data: ?format= takes its name."""

    name: str
    label: str
    value: str


ALTERNATES = tuple(
    Alternate(form.name, label, form.value)
    for form, label in zip(RDF_TYPES, ("Turtle", "N-Triples", "JSON-LD", "RDF/XML"), strict=True)
)
SHOWN_ROWS = 1000
Results = ox.QuerySolutions | ox.QueryBoolean | Sequence[ox.Triple]
ANSWER_FORMATS = (("html", "a table"), ("csv", "CSV"), ("tsv", "TSV"), ("json", "JSON"), ("xml", "XML"))


@dataclass(frozen=True, slots=True)
class Example:
    """A query that the SPARQL page offers."""

    title: str
    text: str


def render(request: Request, template: str, *, status: int = 200, **context: object) -> HTMLResponse:
    """Fill a template in; every value in it is escaped."""
    service = Service.of(request)
    base = service.settings.base_iri
    context |= {"base": base, "label_of": partial(_label, service.store, base)}
    page = load_environment().get_template(template).render(context)
    return HTMLResponse(page, status, headers={"Vary": "Accept"})


@cache
def load_environment() -> Environment:
    """The templates, with escaping always on and a missing value an error."""
    environment = Environment(
        loader=PackageLoader("service"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals |= {"href": href, "term": term, "local_path": local_path}
    return environment


def local_path(iri: str, base: str) -> str:
    """The address of an IRI: a path for what we mint or define, so that it works under any host name."""
    if iri.startswith(DIP.iri):
        return "/ontology#" + iri.removeprefix(DIP.iri)
    return "/" + iri.removeprefix(base) if iri.startswith(base) else iri


@pass_context
def href(context: Context, iri: str) -> str:
    """The address that a link to an IRI may lead to: ours, or http(s) elsewhere; else empty."""
    address = local_path(iri, str(context["base"]))
    return (
        address if address.startswith(("/", "http://", "https://")) and not address.startswith("//") else ""
    )


@pass_context
def term(context: Context, value: object) -> Markup | str:
    """Show a term of an answer: an IRI as a link with its label, a literal as text."""
    if value is None:
        return ""
    if not isinstance(value, ox.NamedNode):
        return str(getattr(value, "value", value))
    address = href(context, value.value)
    name = context["label_of"](value.value)
    return Markup('<a href="{}">{}</a>').format(address, name) if address else escape(name)


def _label(store: GraphStore, base: str, iri: str) -> str:
    """The label of what the graph describes; else the IRI in short."""
    known = iri.startswith(base) and "#" not in iri
    label = label_of(store, iri) if known else ""
    return label if label and label != local(iri) else short_name(iri, base)


def short_name(iri: str, base: str) -> str:
    """An IRI as people write it: dip:Visit, entity/Q265."""
    if base and iri.startswith(base):
        return iri.removeprefix(base)
    for prefix, namespace in PREFIXES.items():
        if iri.startswith(namespace):
            return f"{prefix}:{iri.removeprefix(namespace)}"
    return iri


def query_page(request: Request) -> HTMLResponse:
    """Offer a form for a query."""
    return render(request, "sparql.html", **_query_context(request, load_examples()[0].text))


def answer_page(request: Request, text: str, results: Results) -> HTMLResponse:
    """Show a query, and its answer as a table."""
    boolean = bool(results) if isinstance(results, ox.QueryBoolean) else None
    columns, rows = _table(results)
    context = _query_context(request, text)
    return render(
        request,
        "sparql.html",
        columns=columns,
        rows=rows[:SHOWN_ROWS],
        more=len(rows) > SHOWN_ROWS,
        boolean=boolean,
        **context,
    )


def _table(results: Results) -> tuple[Sequence[str], Sequence[Sequence[object]]]:
    if isinstance(results, ox.QuerySolutions):
        columns = [variable.value for variable in results.variables]
        return columns, [list(row) for row in islice(results, SHOWN_ROWS + 1)]
    if isinstance(results, ox.QueryBoolean):
        return (), ()
    rows = ([t.subject, t.predicate, t.object] for t in results)
    return ("subject", "predicate", "object"), list(islice(rows, SHOWN_ROWS + 1))


def _query_context(request: Request, text: str) -> dict[str, Any]:
    return {
        "section": "/sparql",
        "query": text,
        "formats": ANSWER_FORMATS,
        "examples": load_examples(),
        "endpoint": str(request.url_for("sparql")),
    }


@cache
def load_examples() -> tuple[Example, ...]:
    """The queries that the SPARQL page offers: files in their order, each titled by its first line."""
    folder = files("service").joinpath("examples")
    texts = [path.read_text("utf-8") for path in sorted(folder.iterdir(), key=lambda path: path.name)]
    return tuple(Example(text.splitlines()[0].removeprefix("# "), text) for text in texts)
