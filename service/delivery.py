"""delivery: an answer goes to the client, whole or as a stream, with what caches need to know."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response, StreamingResponse
from starlette.types import Receive, Scope, Send

from service.conditions import KEPT, NOT_KEPT
from service.engine.engine import Answer
from service.negotiation import MediaType


def deliver(request: Request, answer: Answer, media_type: MediaType) -> Response:
    """Send an answer: one that is not complete yet streams, and breaks off visibly where it fails."""
    headers = validators(answer.tag)
    if answer.pieces is None:
        return Response(answer.content, media_type=media_type.content_type, headers=headers)
    if request.method == "HEAD":
        answer.close()
        return head(answer.tag, media_type)
    return Stream(answer, media_type=media_type.content_type, headers=headers)


def head(tag: str | None, media_type: MediaType) -> Response:
    """Tell of an answer what is known without making it: its length is not."""
    response = Response(media_type=media_type.content_type, headers=validators(tag))
    del response.headers["content-length"]
    return response


def validators(tag: str | None) -> dict[str, str]:
    """The headers by which an answer is known again; one without a tag is another each time."""
    if tag is None:
        return {"Vary": "Accept", "Cache-Control": NOT_KEPT}
    return {"Vary": "Accept", "Cache-Control": KEPT, "ETag": f'"{tag}"'}


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
