"""update: the SPARQL 1.1 Protocol for updates."""

from __future__ import annotations

from functools import partial
from typing import cast

from starlette.requests import Request
from starlette.responses import Response

from graph.errors import QueryError
from graph.storage.remote import RemoteStore
from graph.storage.store import Store
from service.access import require_token
from service.blank_nodes import name_blank_nodes
from service.bodies import read_body
from service.context import Service
from service.parameters import Parameters, decode_text, graphs_named, only_value
from service.query_check import check_service
from service.remote_update import update_there
from service.update_operations import DataSet, read_update
from service.update_process import carry_out, endpoint

UPDATE_TYPE = "application/sparql-update"


async def post_update(request: Request, service: Service, url: Parameters, form: Parameters = ()) -> Response:
    """Carry out the update that stands in a form, or else in the body, with the graphs that the URL names."""
    require_token(request, service.settings)
    if "update" in dict(url) or "query" in dict([*url, *form]):
        raise QueryError("an update stands in the body, and no query beside it")
    if form:
        text = only_value(form, "update")
    else:
        text = decode_text(await read_body(request, limit=service.settings.max_graph))
    named = (graphs_named([*url, *form], name) for name in ("using-graph-uri", "using-named-graph-uri"))
    await service.write(partial(_update, service, text, DataSet(*named)))
    return Response(status_code=204)


def _update(service: Service, text: str, data_set: DataSet) -> None:
    """Change a copy of the store, and take over what the update did there to named graphs.

    The default graph follows when all operations are done: none of them sees in it what another one did.
    """
    settings = service.settings
    check_service(text)
    update = read_update(text, data_set, base=endpoint(settings))
    rename = partial(name_blank_nodes, base=settings.base_iri)
    if isinstance(service.store, Store):
        change = partial(carry_out, update.text, settings)
        service.store.change_on_copy(change, graphs=update.graphs, rename=rename)
    else:
        update_there(cast("RemoteStore", service.store), update, settings, rename=rename)
