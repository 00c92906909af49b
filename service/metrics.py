"""metrics: how the service fares, counted for Prometheus."""

from __future__ import annotations

from collections.abc import Iterator
from ipaddress import ip_address
from typing import Any

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, ProcessCollector
from prometheus_client.core import CounterMetricFamily
from prometheus_client.exposition import choose_encoder
from prometheus_client.registry import Collector
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from service.access import require_token, token_digests
from service.context import Service
from service.engine.cache import Cache
from service.errors import ForbiddenError, NotFoundError

_SECONDS = (0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0, 60.0)
_METHODS = frozenset({"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"})


class Metrics:
    """The figures of one service, in a registry of its own.

    Every label takes few values, whatever strangers send: a route's template and never a path, a method that
    HTTP knows, a status, a code of ours.
    """

    def __init__(self, cache: Cache[Any]) -> None:
        self.registry = CollectorRegistry()
        ProcessCollector(registry=self.registry)
        self.registry.register(CacheFigures(cache))
        self.seconds = self._histogram("request_seconds", "Time until an answer is sent, by route.", "route")
        self.requests = self._counter("requests", "Requests answered.", "method", "route", "status")
        self.bytes = self._counter("response_bytes", "Bytes of answers, as they are sent.", "route")
        self.open_requests = self._gauge("open_requests", "Requests that are being answered.")
        self.stopped = self._counter(
            "queries_stopped", "Queries that were refused or stopped, by the code of the error.", "reason"
        )
        self._writers = self._gauge("writers", "Writes that are being done or wait for the one before them.")
        self.articles = self._counter("articles_converted", "Articles converted: done or failed.", "outcome")
        self.conversion_seconds = self._histogram(
            "conversion_seconds", "Time until an article is converted, waiting included."
        )
        self.conversions = self._gauge(
            "conversions", "Articles that are being converted or wait to be converted."
        )
        self._store = {
            name: self._gauge(f"store_{name}", f"{name.capitalize()} of the store.")
            for name in ("revision", "triples", "articles", "events", "entities")
        }

    def _counter(self, name: str, text: str, *labels: str) -> Counter:
        return Counter(f"diplograph_{name}", text, labels, registry=self.registry)

    def _gauge(self, name: str, text: str) -> Gauge:
        return Gauge(f"diplograph_{name}", text, registry=self.registry)

    def _histogram(self, name: str, text: str, *labels: str) -> Histogram:
        return Histogram(f"diplograph_{name}", text, labels, registry=self.registry, buckets=_SECONDS)

    def count_request(self, *, method: str, route: str, status: int, seconds: float, sent: int) -> None:
        """Count a request that has been answered."""
        self.requests.labels(method if method in _METHODS else "other", route, str(status)).inc()
        self.seconds.labels(route).observe(seconds)
        self.bytes.labels(route).inc(sent)

    def exposition(self, service: Service, accept: str) -> tuple[bytes, str]:
        """Write the figures in the form that the scraper likes best, with its media type."""
        stats = service.stats()
        for name, gauge in self._store.items():
            gauge.set(getattr(stats, name))
        self._writers.set(service.store.writers)
        encode, media_type = choose_encoder(accept)
        return encode(self.registry), media_type


class CacheFigures(Collector):
    """What the cache of answers counts by itself."""

    def __init__(self, cache: Cache[Any]) -> None:
        self._cache = cache

    def collect(self) -> Iterator[CounterMetricFamily]:
        """Give the figures of this moment."""
        found = CounterMetricFamily(
            "diplograph_cache_answers", "Answers looked up in the cache.", labels=["outcome"]
        )
        found.add_metric(["hit"], self._cache.hits)
        found.add_metric(["miss"], self._cache.misses)
        yield found


async def metrics(request: Request) -> Response:
    """Answer a scraper, if it may read the figures."""
    service = Service.of(request)
    check_access(request, service)
    figures: Metrics = request.app.state.metrics
    accept = request.headers.get("accept", "")
    content, media_type = await run_in_threadpool(figures.exposition, service, accept)
    return Response(content, headers={"Content-Type": media_type, "Cache-Control": "no-store"})


def check_access(request: Request, service: Service) -> None:
    """Refuse whoever may not read the figures by the setting."""
    access = service.settings.metrics
    if access == "off":
        raise NotFoundError("the figures are off: DIPLOGRAPH_METRICS says who may read them")
    if access == "public" or (access == "local" and is_local(request)):
        return
    if not token_digests(service.settings):
        raise ForbiddenError("the figures are read on the machine of the service only")
    require_token(request, service.settings)


def is_local(request: Request) -> bool:
    """Whether the client is on this machine; what a proxy passes on is a stranger's."""
    if any(True for _ in _forwarding(request)):
        return False
    try:
        return request.client is not None and ip_address(request.client.host).is_loopback
    except ValueError:
        return False


def _forwarding(request: Request) -> Iterator[str]:
    return (
        name for name in request.headers if name in ("forwarded", "via") or name.startswith("x-forwarded")
    )
