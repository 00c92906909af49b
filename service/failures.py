"""failures: an error becomes an answer that says what is wrong and how to put it right, never a traceback."""

from __future__ import annotations

import logging
from http import HTTPStatus

from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect, Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from graph.errors import DiplographError, EngineError, StoreError
from service.access import WRITER_KEY
from service.errors import NotAcceptableError, status_of
from service.logs import log
from service.negotiation import HTML, JSON, TEXT, best
from service.observation import ERROR_KEY, REQUEST_ID_KEY
from service.pages import render

_log = logging.getLogger(__name__)
_RETRY_SECONDS = "10"
_STORE = "the store does not answer as it should: try again later; the log of the service says more"


async def answer_error(request: Request, error: Exception) -> Response:
    """Answer with the status that our error stands for."""
    if not isinstance(error, DiplographError):
        raise error
    status, code = status_of(error)
    headers = {"WWW-Authenticate": "Bearer"} if status == HTTPStatus.UNAUTHORIZED else {}
    if status in (HTTPStatus.TOO_MANY_REQUESTS, HTTPStatus.SERVICE_UNAVAILABLE):
        headers["Retry-After"] = _RETRY_SECONDS
    message = str(error)
    if isinstance(error, StoreError):
        log(_log, logging.ERROR, "the store failed", error=message)
        # Where it is and what it says is for whoever runs the service; who may write is told of a full disk
        if isinstance(error, EngineError) or WRITER_KEY not in request.scope:
            message = _STORE
    return error_response(request, status, code, message, headers)


async def answer_http_error(request: Request, error: Exception) -> Response:
    """Answer where no route takes the path or the method."""
    if not isinstance(error, HTTPException):
        raise error
    status = HTTPStatus(error.status_code)
    messages = {
        HTTPStatus.NOT_FOUND: f"there is nothing at {request.scope['path']}",
        HTTPStatus.METHOD_NOT_ALLOWED: f"{request.method} is not answered at {request.scope['path']}",
    }
    code = status.phrase.lower().replace(" ", "-")
    message = messages.get(status, str(error.detail))
    return error_response(request, status, code, message, dict(error.headers or {}))


class Failures:
    """Answers where the fault is ours: the log has the traceback, the client never."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request."""
        begun = False

        async def send_and_note(message: Message) -> None:
            nonlocal begun
            begun = True
            await send(message)

        try:
            await self._app(scope, receive, send_and_note)
        except ClientDisconnect:
            return  # nobody is left to answer
        except Exception:
            # An answer that has begun must break off visibly, for a client must not take it for whole
            if scope["type"] != "http" or begun:
                raise
            _log.exception("%s %s failed", scope["method"], scope["path"])
            message = "something went wrong here; the log of the service says what"
            response = error_response(Request(scope), 500, "internal-error", message, {})
            await response(scope, receive, send)


def error_response(
    request: Request, status: int, code: str, message: str, headers: dict[str, str]
) -> Response:
    """Write an error as JSON, or as the page or the plain text that the client likes better."""
    request.scope[ERROR_KEY] = code
    try:
        form = best(request.headers.get("accept", "*/*"), (JSON, TEXT, HTML))
    except NotAcceptableError:
        form = TEXT if "sparql" in request.headers.get("accept", "") else JSON
    if form is HTML:
        title = HTTPStatus(status).phrase
        page = render(request, "error.html", status=status, title=title, message=message)
        page.headers.update(headers)
        return page
    if form is TEXT:
        return PlainTextResponse(message + "\n", status, headers)
    content = {"error": code, "message": message}
    if REQUEST_ID_KEY in request.scope:
        content["request_id"] = request.scope[REQUEST_ID_KEY]
    return JSONResponse(content, status, headers)
