"""errors: what can be wrong with a request, and the one table from our errors to statuses.

DiplographError
└── RequestError               a request that cannot be answered
    ├── UnauthorizedError      401: the token is missing or wrong
    ├── ForbiddenError         403: not allowed here, whatever the token
    ├── NotFoundError          404
    ├── NotAcceptableError     406: no form of the answer that the client takes
    ├── SlowError              408: a body that has not come in time
    ├── ConditionError         412: the graph to be written is not as the client says
    ├── TooLargeError          413
    ├── UnsupportedTypeError   415: a body of a type that we do not read
    ├── EndpointError          502: an endpoint that SERVICE names did not answer as it should
    ├── BusyError              429: too many queries at the same time
    ├── OverloadedError        503: too much is being sent at the same time
    ├── OverMemoryError        503: a query that needed too much memory
    └── TimeUpError            503: a query that ran too long
"""

from __future__ import annotations

from graph.errors import (
    ConversionError,
    DiplographError,
    LanguageError,
    ParameterError,
    QueryError,
    ReadError,
    StoreError,
)


class RequestError(DiplographError):
    """A request cannot be answered."""


class UnauthorizedError(RequestError):
    """The token is missing or wrong."""


class ForbiddenError(RequestError):
    """What is asked is not allowed here."""


class NotFoundError(RequestError):
    """There is nothing at the address."""


class NotAcceptableError(RequestError):
    """The client takes no form of the answer that we have."""


class SlowError(RequestError):
    """A body has not come in time."""


class ConditionError(RequestError):
    """A graph that is to be written is not as the client says that it is."""


class TooLargeError(RequestError):
    """A body, a query or an answer is larger than we take or give."""


class UnsupportedTypeError(RequestError):
    """A body is of a type that we do not read."""


class EndpointError(RequestError):
    """An endpoint that a query names by SERVICE does not answer, or not as it should."""


class BusyError(RequestError):
    """Too many queries run at the same time."""


class OverloadedError(RequestError):
    """Too much is being sent at the same time."""


class OverMemoryError(RequestError):
    """A query needed too much memory."""


class TimeUpError(RequestError):
    """A query ran too long."""


# Looked up along an error's classes, the nearest first.
STATUSES: dict[type[DiplographError], tuple[int, str]] = {
    UnauthorizedError: (401, "unauthorized"),
    ForbiddenError: (403, "forbidden"),
    NotFoundError: (404, "not-found"),
    NotAcceptableError: (406, "not-acceptable"),
    SlowError: (408, "too-slow"),
    ConditionError: (412, "changed-meanwhile"),
    TooLargeError: (413, "too-large"),
    UnsupportedTypeError: (415, "unsupported-type"),
    EndpointError: (502, "endpoint-failed"),
    BusyError: (429, "busy"),
    OverloadedError: (503, "overloaded"),
    OverMemoryError: (503, "over-memory"),
    TimeUpError: (503, "time-up"),
    ParameterError: (422, "invalid-parameter"),
    QueryError: (400, "malformed-query"),
    LanguageError: (422, "unsupported-language"),
    ReadError: (400, "unreadable-article"),
    ConversionError: (503, "conversion-failed"),
    StoreError: (503, "store-unavailable"),
    RequestError: (400, "bad-request"),
}


def status_of(error: DiplographError) -> tuple[int, str]:
    """Give the HTTP status and the code of an error."""
    for kind in type(error).__mro__:
        if kind in STATUSES:
            return STATUSES[kind]
    return 500, "internal-error"
