"""access: who may write."""

from __future__ import annotations

from hashlib import sha256
from hmac import compare_digest
from secrets import token_urlsafe

from starlette.requests import Request

from service.errors import ForbiddenError, UnauthorizedError
from service.settings import Settings

WRITER_KEY = "writer"  # where in a request's scope the name of its token stands


def require_token(request: Request, settings: Settings) -> None:
    """Refuse a write without a bearer token that is known, and every write where none is configured."""
    digests = token_digests(settings)
    if not digests:
        raise ForbiddenError(
            "writes are off: start the service with DIPLOGRAPH_TOKEN or with what `diplograph token` makes, "
            "and send Authorization: Bearer …"
        )
    scheme, _, given = request.headers.get("authorization", "").partition(" ")
    digest = digest_of(given.strip())
    # All are compared, each in constant time: how long that takes must not tell what is right
    names = [name for name, known in digests.items() if compare_digest(digest, known)]
    if scheme.lower() != "bearer" or not names:
        raise UnauthorizedError(
            "the token is missing or wrong: send Authorization: Bearer followed by the token"
        )
    request.scope[WRITER_KEY] = names[0]


def token_digests(settings: Settings) -> dict[str, str]:
    """The digest of each token, by the token's name."""
    given = "" if settings.token is None else settings.token.get_secret_value()
    return {**settings.tokens, **({"token": digest_of(given)} if given else {})}


def make_token() -> tuple[str, str]:
    """Make a token that nobody can guess, and the digest that stands for it in the settings."""
    token = token_urlsafe(32)
    return token, digest_of(token)


def digest_of(token: str) -> str:
    """The SHA-256 of a token: of 256 random bits, it needs no salt and no slow function."""
    return sha256(token.encode("utf-8", "surrogateescape")).hexdigest()
