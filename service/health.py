"""health: whether the service lives, whether it is ready to answer, and how much its store holds."""

from __future__ import annotations

import asyncio
import logging
from dataclasses import asdict

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse

from graph.errors import StoreError
from service.context import Service
from service.errors import RequestError
from service.logs import log

_log = logging.getLogger("diplograph.health")
_FRESH = {"Cache-Control": "no-store"}
_PATIENCE = 5.0  # seconds: who asks for health does not wait for figures as long as a query may run


async def health(request: Request) -> JSONResponse:
    """Answer with the store's figures; with 503 where it does not answer, or takes no writes any more."""
    service = Service.of(request)
    try:
        figures = await _figures(service)
    except StoreError as error:
        log(_log, logging.ERROR, "the store does not answer", error=str(error))
        return _unready("unavailable")
    if not service.engine.is_able:
        return _unready("unavailable")
    if not service.store.takes_writes:
        return _unready("read-only", **figures)
    return JSONResponse({"status": "ok", "live": True, "ready": True, **figures}, headers=_FRESH)


async def _figures(service: Service) -> dict[str, float]:
    """How much the store holds; its revision alone where that is not found out in time."""
    try:
        async with asyncio.timeout(_PATIENCE):
            stats = await service.recent_stats()
    except (RequestError, TimeoutError):
        return {"revision": await run_in_threadpool(lambda: service.store.revision)}
    counts = {name: value for name, value in asdict(stats).items() if isinstance(value, int)}
    return {**counts, "linked_share": round(stats.linked_share, 4)}


def _unready(status: str, **figures: float) -> JSONResponse:
    state = {"status": status, "live": True, "ready": False, **figures}
    return JSONResponse(state, 503, {**_FRESH, "Retry-After": "10"})


async def live(_: Request) -> JSONResponse:
    """Answer that the process runs, whatever the store does: who gets no answer should start it anew."""
    return JSONResponse({"status": "ok", "live": True}, headers=_FRESH)
