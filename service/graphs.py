"""graphs: the SPARQL 1.1 Graph Store HTTP Protocol: whole graphs are read, put, added to and deleted."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Iterable, Iterator, Sequence
from io import BytesIO
from time import monotonic
from urllib.parse import quote
from uuid import uuid4

import pyoxigraph as ox
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import UploadFile
from starlette.formparsers import MultiPartException, MultiPartParser
from starlette.requests import Request
from starlette.responses import Response

from graph.errors import QueryError
from service.access import require_token
from service.blank_nodes import name_blank_nodes, unname_blank_nodes
from service.bodies import content_type, media_type_of, read_body
from service.context import Service
from service.descriptions import write_rdf
from service.documents import Document
from service.errors import BusyError, ForbiddenError, NotFoundError, TimeUpError, TooLargeError
from service.linked_data import requested_iri
from service.negotiation import RDF_TYPES, MediaType, negotiate
from service.pages import local_path
from service.parameters import checked_graph, parse_parameters

_PATIENCE = 10.0  # seconds that a reader waits for those before it
MULTIPART_TYPE = "multipart/form-data"
_DEFAULT_GRAPH = (
    "the default graph is the merge of the named graphs and follows them by itself: write to ?graph="
)


async def graphs(request: Request) -> Response:
    """Read or write the graph that ?graph= names, or read the default graph for ?default."""
    if request.method in ("GET", "HEAD"):
        return await _get(request, requested_graph(request))
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
        return await _get(request, iri)
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


async def _get(request: Request, iri: str | None) -> Response:
    media_type = negotiate(request, RDF_TYPES)
    readers = Service.of(request).graph_readers
    try:
        await asyncio.wait_for(readers.acquire(), _PATIENCE)
    except TimeoutError as error:
        raise BusyError("too many whole graphs are being read: try again in a minute") from error
    try:
        written = await run_in_threadpool(_read, request, iri, media_type)
    finally:
        readers.release()
    # Raised here, for an error amid the reading would carry Oxigraph's iterator out of its thread
    content = written.content()
    return Response(content, media_type=media_type.content_type, headers={"Vary": "Accept"})


def _read(request: Request, iri: str | None, media_type: MediaType) -> Writing:
    service = Service.of(request)
    quads = service.store.quads_of_graph(iri)
    if quads is None:
        raise _unknown(iri)
    base = service.settings.base_iri
    writing = Writing(service.settings.max_result, service.settings.query_seconds)
    writing.write((unname_blank_nodes(quad.triple, base=base) for quad in quads), media_type)
    return writing


class Writing:
    """A graph is written within the limits of a query's answer."""

    def __init__(self, max_bytes: int, seconds: float) -> None:
        self._output = BytesIO()
        self._max_bytes = max_bytes
        self._seconds = seconds
        self._end = monotonic() + seconds
        self._is_late = False

    def write(self, triples: Iterable[ox.Triple], media_type: MediaType) -> None:
        """Write triples in the form asked for, up to the limits."""
        write_rdf(self._within_limits(triples), media_type, self._output)

    def _within_limits(self, triples: Iterable[ox.Triple]) -> Iterator[ox.Triple]:
        for triple in triples:
            self._is_late = monotonic() > self._end
            if self._is_late or self._output.tell() > self._max_bytes:
                return
            yield triple

    def content(self) -> bytes:
        """What was written, or raise what kept it from being whole."""
        if self._output.tell() > self._max_bytes:
            raise TooLargeError(
                f"the graph has more than {self._max_bytes:,} bytes: ask for parts of it by SPARQL"
            )
        if self._is_late:
            raise TimeUpError(
                f"the graph is not read within {self._seconds:g} s: ask for parts of it by SPARQL"
            )
        return self._output.getvalue()


def _unknown(iri: str | None) -> NotFoundError:
    return NotFoundError(f"the store has no graph {iri}: each article is one, and /articles lists them")


# Writing


async def _write(request: Request, iri: str) -> Response:
    if request.method == "DELETE":
        if not await run_in_threadpool(Service.of(request).store.delete_graph, iri):
            raise _unknown(iri)
        return Response(status_code=204)
    return await write_graph(request, iri, keep=request.method == "POST")


async def write_graph(request: Request, iri: str, *, keep: bool) -> Response:
    """Put what is sent in the place of what the graph said, or beside it; 201 where the graph is new."""
    service = Service.of(request)
    documents = await _read_documents(request, limit=service.settings.max_graph)
    if not await run_in_threadpool(_store, service, iri, documents, keep):
        return Response(status_code=204)
    base = service.settings.base_iri
    is_ours = iri.startswith((f"{base}graphs/", f"{base}article/"))
    location = local_path(iri, base) if is_ours else f"/graphs?graph={quote(iri, safe='')}"
    return Response(status_code=201, headers={"Location": location})


def _store(service: Service, iri: str, documents: Sequence[Document], keep: bool) -> bool:
    base = service.settings.base_iri
    quads = (quad for document in documents for quad in document.quads(base=iri))
    triples = {name_blank_nodes(quad, base=base).triple for quad in quads}
    return service.store.put_graph(iri, triples, keep=keep)


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
