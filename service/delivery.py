"""delivery: an answer goes to the client, whole or as a stream, with what caches need to know."""

from __future__ import annotations

from email.utils import formatdate
from functools import lru_cache

from starlette.requests import Request
from starlette.responses import Response, StreamingResponse
from starlette.types import Receive, Scope, Send

from service.engine.engine import Answer
from service.negotiation import MediaType

# Anyone may keep an answer, and asks each time whether it still holds: an article is there once it is posted
_KEPT = "public, no-cache"
_NOT_KEPT = "no-store"


def deliver(request: Request, answer: Answer, media_type: MediaType) -> Response:
    """Send an answer: one that is not complete yet streams, and breaks off visibly where it fails."""
    headers = _headers(answer.tag)
    if answer.tag is not None:
        headers["Last-Modified"] = _date(int(answer.published))
    if answer.pieces is None:
        return Response(answer.content, media_type=media_type.content_type, headers=headers)
    if request.method == "HEAD":
        answer.close()
        return _without_length(Response(media_type=media_type.content_type, headers=headers))
    return Stream(answer, media_type=media_type.content_type, headers=headers)


def not_modified(request: Request, tag: str | None) -> Response | None:
    """Answer 304 where the client has the very answer that it asks for."""
    given = request.headers.get("if-none-match")
    if given is None or tag is None or request.method not in ("GET", "HEAD"):
        return None
    for each in given.split(","):
        # A compressed form has a tag of its own, which begins the same
        opaque = each.strip().removeprefix("W/").strip('"')
        if opaque.partition("-")[0] == tag:
            return Response(status_code=304, headers=_headers(opaque))
    return None


@lru_cache(maxsize=16)
def _date(seconds: int) -> str:
    return formatdate(seconds, usegmt=True)


def _headers(tag: str | None) -> dict[str, str]:
    if tag is None:
        return {"Vary": "Accept", "Cache-Control": _NOT_KEPT}
    return {"Vary": "Accept", "Cache-Control": _KEPT, "ETag": f'"{tag}"'}


def _without_length(response: Response) -> Response:
    del response.headers["content-length"]
    return response


class Stream(StreamingResponse):
    """An answer that is sent as it comes; whatever happens, its process is given back."""

    def __init__(self, answer: Answer, *, media_type: str, headers: dict[str, str]) -> None:
        super().__init__(answer.pieces or (), media_type=media_type, headers=headers)
        self._close = answer.close

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Send the answer."""
        try:
            await super().__call__(scope, receive, send)
        finally:
            self._close()
