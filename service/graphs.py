"""graphs: the SPARQL 1.1 Graph Store HTTP Protocol: whole graphs are read, put, added to and deleted."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Sequence
from functools import partial
from urllib.parse import quote
from uuid import uuid4

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import UploadFile
from starlette.formparsers import MultiPartException, MultiPartParser
from starlette.requests import Request
from starlette.responses import Response

from graph.errors import QueryError
from graph.storage.turn import Check
from service.access import require_token
from service.asking import have_answered
from service.blank_nodes import genid, name_blank_nodes
from service.bodies import content_type, media_type_of, read_body
from service.conditions import check_write
from service.context import Service
from service.delivery import deliver, head
from service.documents import Document
from service.engine.engine import Forms
from service.engine.messages import WholeGraph
from service.errors import ForbiddenError, NotFoundError
from service.linked_data import requested_iri
from service.negotiation import RDF_TYPES, MediaType, negotiate
from service.pages import local_path
from service.parameters import checked_graph, parse_parameters

MULTIPART_TYPE = "multipart/form-data"
_DEFAULT_GRAPH = (
    "the default graph is the merge of the named graphs and follows them by itself: write to ?graph="
)


async def graphs(request: Request) -> Response:
    """Read or write the graph that ?graph= names, or read the default graph for ?default."""
    if request.method in ("GET", "HEAD"):
        return await read_graph(request, requested_graph(request), negotiate(request, RDF_TYPES))
    require_token(request, Service.of(request).settings)
    if request.method == "POST" and not request.scope["query_string"]:
        name = f"{Service.of(request).settings.base_iri}graphs/{uuid4().hex}"
        return await write_graph(request, name, keep=True)
    iri = requested_graph(request)
    if iri is None:
        raise ForbiddenError(_DEFAULT_GRAPH)
    return await _write(request, iri)


async def graph(request: Request) -> Response:
    """Read or write the graph whose IRI is the URL itself."""
    iri = checked_graph(requested_iri(request))
    if request.method in ("GET", "HEAD"):
        return await read_graph(request, iri, negotiate(request, RDF_TYPES))
    require_token(request, Service.of(request).settings)
    return await _write(request, iri)


def requested_graph(request: Request) -> str | None:
    """The graph's name, None for the default graph; exactly one of the two must be asked for."""
    parameters = parse_parameters(request.scope["query_string"])
    names = [value for name, value in parameters if name == "graph"]
    is_default = any(name == "default" for name, _ in parameters)
    if len(names) + is_default != 1:
        raise QueryError("ask for one graph: ?default, or ?graph= and its IRI")
    return checked_graph(names[0]) if names else None


# Reading


async def read_graph(request: Request, iri: str | None, media_type: MediaType) -> Response:
    """Answer with all that a graph says, as a query is answered: within its limits, and as a stream."""
    service = Service.of(request)
    if iri is not None and not await run_in_threadpool(service.store.has_article, iri):
        raise _unknown(iri)
    graph, forms = WholeGraph(iri, genid(service.settings.base_iri)), Forms(None, media_type.name)
    if request.method == "HEAD":
        return head(service.engine.tag(graph, forms), media_type)
    answer = await have_answered(request, graph, forms)
    return answer if isinstance(answer, Response) else deliver(request, answer, media_type)


def _unknown(iri: str | None) -> NotFoundError:
    return NotFoundError(f"the store has no graph {iri}: each article is one, and /articles lists them")


# Writing


async def _write(request: Request, iri: str) -> Response:
    if request.method == "DELETE":
        return await delete_graph(request, iri)
    return await write_graph(request, iri, keep=request.method == "POST")


async def delete_graph(request: Request, iri: str) -> Response:
    """Remove a graph, if it is there and as the client says."""
    service = Service.of(request)
    delete = partial(service.store.delete_graph, iri, check=_condition(request, iri))
    if not await service.write(delete):
        raise _unknown(iri)
    return Response(status_code=204)


def _condition(request: Request, iri: str) -> Check:
    """What holds of a graph, if the client says so, when its turn to be written has come."""
    service = Service.of(request)
    graph = WholeGraph(iri, genid(service.settings.base_iri))

    def check() -> None:
        is_there = service.store.has_article(iri)
        tags = [service.engine.tag(graph, Forms(None, form.name)) for form in RDF_TYPES]
        check_write(request.scope, tags if is_there else None)

    return check


async def write_graph(request: Request, iri: str, *, keep: bool) -> Response:
    """Put what is sent in the place of what the graph said, or beside it; 201 where the graph is new."""
    service = Service.of(request)
    documents = await _read_documents(request, limit=service.settings.max_graph)
    check = _condition(request, iri)
    if not await service.write(partial(_store, service, iri, documents, keep, check)):
        return Response(status_code=204)
    base = service.settings.base_iri
    is_ours = iri.startswith((f"{base}graphs/", f"{base}article/"))
    location = local_path(iri, base) if is_ours else f"/graphs?graph={quote(iri, safe='')}"
    return Response(status_code=201, headers={"Location": location})


def _store(service: Service, iri: str, documents: Sequence[Document], keep: bool, check: Check) -> bool:
    base = service.settings.base_iri
    quads = (quad for document in documents for quad in document.quads(base=iri))
    triples = {name_blank_nodes(quad, base=base).triple for quad in quads}
    return service.store.put_graph(iri, triples, keep=keep, check=check)


async def _read_documents(request: Request, *, limit: int) -> list[Document]:
    kind = content_type(request)
    if kind != MULTIPART_TYPE:
        return [Document(kind, await read_body(request, limit=limit))]
    body = await read_body(request, limit=limit)

    async def stream() -> AsyncGenerator[bytes, None]:
        yield body

    try:
        form = await MultiPartParser(request.headers, stream()).parse()
    except MultiPartException as error:
        raise QueryError(f"the body is no {MULTIPART_TYPE} that can be read: {error.message}") from error
    try:
        parts = [part for _, part in form.multi_items() if isinstance(part, UploadFile)]
        return [Document(media_type_of(part.content_type or ""), await part.read()) for part in parts]
    finally:
        await form.close()
