"""health: whether the service lives, and how much its store holds."""

from __future__ import annotations

from dataclasses import asdict

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse

from service.context import Service


async def health(request: Request) -> JSONResponse:
    """Answer with the store's figures."""
    stats = await run_in_threadpool(Service.of(request).stats)
    figures = {
        name: value
        for name, value in asdict(stats).items()
        if isinstance(value, int) and not isinstance(value, bool)
    }
    return JSONResponse(
        {"status": "ok", "live": True, **figures, "linked_share": round(stats.linked_share, 4)}
    )
