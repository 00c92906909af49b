"""access: who may write."""

from __future__ import annotations

from hmac import compare_digest

from starlette.requests import Request

from service.errors import ForbiddenError, UnauthorizedError
from service.settings import Settings


def require_token(request: Request, settings: Settings) -> None:
    """Refuse a write without the bearer token, and every write where no token is configured."""
    if settings.token is None or not settings.token.get_secret_value():
        raise ForbiddenError(
            "writes are off: start the service with DIPLOGRAPH_TOKEN set, and send Authorization: Bearer …"
        )
    scheme, _, given = request.headers.get("authorization", "").partition(" ")
    expected = settings.token.get_secret_value()
    # In constant time: how long a comparison takes must not tell how much of the token is right
    if scheme.lower() != "bearer" or not compare_digest(given.strip().encode(), expected.encode()):
        raise UnauthorizedError(
            "the token is missing or wrong: send Authorization: Bearer followed by the token"
        )
