"""health: whether the service lives, whether it is ready to answer, and how much its store holds."""

from __future__ import annotations

import logging
from dataclasses import asdict

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse

from graph.errors import StoreError
from service.context import Service
from service.logs import log

_log = logging.getLogger("diplograph.health")
_FRESH = {"Cache-Control": "no-store"}


async def health(request: Request) -> JSONResponse:
    """Answer with the store's figures, or with 503 where it does not answer."""
    try:
        stats = await run_in_threadpool(Service.of(request).recent_stats)
    except StoreError as error:
        log(_log, logging.ERROR, "the store does not answer", error=str(error))
        state = {"status": "unavailable", "live": True, "ready": False}
        return JSONResponse(state, 503, {**_FRESH, "Retry-After": "10"})
    figures = {
        name: value
        for name, value in asdict(stats).items()
        if isinstance(value, int) and not isinstance(value, bool)
    }
    share = round(stats.linked_share, 4)
    return JSONResponse(
        {"status": "ok", "live": True, "ready": True, **figures, "linked_share": share}, headers=_FRESH
    )


async def live(_: Request) -> JSONResponse:
    """Answer that the process runs, whatever the store does: who gets no answer should start it anew."""
    return JSONResponse({"status": "ok", "live": True}, headers=_FRESH)
