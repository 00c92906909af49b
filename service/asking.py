"""asking: a question is answered for a client, for as long as it waits."""

from __future__ import annotations

from functools import partial
from time import monotonic

import pyoxigraph as ox
from starlette.requests import Request
from starlette.responses import Response

from service.clients import client_of
from service.conditions import Condition
from service.context import Service
from service.delivery import validators
from service.direct import OUTCOME_KEY, Outcome
from service.engine.engine import Answer, Forms
from service.engine.messages import Query, Question
from service.observation import QUERY_KEY
from service.presence import while_present
from service.rows import ROWS, read_rows


async def have_answered(
    request: Request, query: Question, forms: Forms, *, is_whole: bool = False
) -> Answer | Response:
    """Have a question answered, unless the client has the answer; a large one may be a stream."""
    outcome: Outcome | None = request.scope.get(OUTCOME_KEY)
    if outcome is not None:
        request.scope[QUERY_KEY] = query.text
        return outcome.take()
    condition = Condition.of(request.scope)
    if condition.tags is not None:
        known = condition.named_tag(Service.of(request).engine.tag(query, forms))
        if known is not None:
            return Response(status_code=304, headers=validators(known))
    return await _answer(request, query, forms, is_whole=is_whole)


async def _answer(request: Request, query: Question, forms: Forms, *, is_whole: bool) -> Answer:
    request.scope[QUERY_KEY] = query.text
    service, client, begun = Service.of(request), client_of(request), monotonic()
    # Where an answer ends with the connection, one that is cut would look whole
    is_whole = is_whole or request.scope.get("http_version") == "1.0"
    with while_present(request):
        spent = 0.0
        if isinstance(query, Query):
            ask = partial(_ask_for_rows, service, client)
            query = await service.federation.resolve(query, client=client, ask=ask)
            spent = monotonic() - begun if query.tables else 0.0
        return await service.engine.answer(query, forms, client=client, is_whole=is_whole, spent=spent)


async def _ask_for_rows(service: Service, client: str, query: Query) -> bytes:
    return (await service.engine.answer(query, ROWS, client=client, is_whole=True)).content


async def have_rows(request: Request, text: str) -> ox.QuerySolutions:
    """Have a query of our own for rows answered like a stranger's."""
    return read_rows(await _answer(request, Query(text), ROWS, is_whole=True))
