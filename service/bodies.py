"""bodies: what a client sends, up to a limit."""

from __future__ import annotations

from starlette.requests import Request

from service.errors import TooLargeError, UnsupportedTypeError

# How a query is posted: in a form, or as the body itself.
FORM_TYPE = "application/x-www-form-urlencoded"
QUERY_TYPE = "application/sparql-query"


def content_type(request: Request) -> str:
    """The body's media type in lower case, without parameters; text is UTF-8 or refused."""
    return media_type_of(request.headers.get("content-type", ""))


def media_type_of(header: str) -> str:
    """The media type that a Content-Type header names."""
    value, *parameters = (part.strip().lower() for part in header.split(";"))
    for parameter in parameters:
        name, _, charset = parameter.partition("=")
        if name.strip() == "charset" and charset.strip().strip('"') not in ("utf-8", "utf8"):
            raise UnsupportedTypeError(f"the charset {charset[:40]!r} is not read here: send UTF-8")
    return value


async def read_body(request: Request, *, limit: int) -> bytes:
    """Read a body piece by piece, and stop at the limit."""
    if request.headers.get("content-encoding", "identity").lower() != "identity":
        raise UnsupportedTypeError(
            "a compressed body is not read here: send it as it is, without Content-Encoding"
        )
    announced = request.headers.get("content-length", "")
    if announced.isdecimal() and int(announced) > limit:
        raise _too_large(limit)
    body = bytearray()
    async for piece in request.stream():
        body += piece
        if len(body) > limit:
            raise _too_large(limit)
    return bytes(body)


def _too_large(limit: int) -> TooLargeError:
    return TooLargeError(f"the body has more than {limit:,} bytes, which is the limit")
