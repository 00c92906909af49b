"""metrics: how the service fares, counted for Prometheus."""

from __future__ import annotations

import asyncio
from bisect import bisect_left
from collections import Counter as Counting
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from ipaddress import ip_address
from itertools import accumulate
from typing import Any

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, ProcessCollector
from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily, HistogramMetricFamily, Metric
from prometheus_client.exposition import choose_encoder
from prometheus_client.registry import Collector
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from graph.errors import DiplographError
from graph.storage.stats import Stats
from service.access import require_token, token_digests
from service.context import Service
from service.engine.cache import Cache
from service.errors import ForbiddenError, NotFoundError

_SECONDS = (0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0, 60.0)
_PATIENCE = 5.0  # seconds that a scraper waits for what is counted of the store
_METHODS = frozenset({"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"})


class Metrics:
    """The figures of one service, in a registry of its own.

    Every label takes few values, whatever strangers send: a route's template and never a path, a method that
    HTTP knows, a status, a code of ours.
    """

    def __init__(self, caches: Mapping[str, Cache[Any]]) -> None:
        self.registry = CollectorRegistry()
        ProcessCollector(registry=self.registry)
        self.registry.register(CacheFigures(caches))
        self.requests = RequestFigures()
        self.registry.register(self.requests)
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

    def exposition(self, stats: Stats | None, writers: int, accept: str) -> tuple[bytes, str]:
        """Write the figures in the form that the scraper likes best, with its media type."""
        for name, gauge in self._store.items() if stats is not None else ():
            gauge.set(getattr(stats, name))
        self._writers.set(writers)
        encode, media_type = choose_encoder(accept)
        return encode(self.registry), media_type


@dataclass(slots=True)
class Tally:
    """What is counted of the requests of one route."""

    statuses: Counting[tuple[str, int]] = field(default_factory=Counting)
    buckets: list[int] = field(default_factory=lambda: [0] * (len(_SECONDS) + 1))
    seconds: float = 0.0
    sent: int = 0


class RequestFigures(Collector):
    """What is counted of requests; the event loop alone counts, so nothing needs a lock."""

    def __init__(self) -> None:
        self.open = 0
        self._tallies: defaultdict[str, Tally] = defaultdict(Tally)

    def count(self, *, method: str, route: str, status: int, seconds: float, sent: int) -> None:
        """Count a request that has been answered."""
        tally = self._tallies[route]
        tally.statuses[method if method in _METHODS else "other", status] += 1
        tally.buckets[bisect_left(_SECONDS, seconds)] += 1
        tally.seconds += seconds
        tally.sent += sent

    def collect(self) -> Iterator[Metric]:
        """Give the figures of this moment."""
        yield GaugeMetricFamily("diplograph_open_requests", "Requests that are being answered.", self.open)
        seconds = HistogramMetricFamily(
            "diplograph_request_seconds", "Time until an answer is sent, by route.", labels=["route"]
        )
        answers = CounterMetricFamily(
            "diplograph_requests", "Requests answered.", labels=["method", "route", "status"]
        )
        sent = CounterMetricFamily("diplograph_response_bytes", "Bytes of answers as sent.", labels=["route"])
        for route, tally in sorted(self._tallies.items()):
            counts = zip([*map(str, _SECONDS), "+Inf"], accumulate(tally.buckets), strict=True)
            seconds.add_metric([route], list(counts), tally.seconds)
            sent.add_metric([route], tally.sent)
            for (method, status), count in sorted(tally.statuses.items()):
                answers.add_metric([method, route, str(status)], count)
        yield from (seconds, answers, sent)


class CacheFigures(Collector):
    """What the caches of answers count by themselves, by their names."""

    def __init__(self, caches: Mapping[str, Cache[Any]]) -> None:
        self._caches = caches

    def collect(self) -> Iterator[Metric]:
        """Give the figures of this moment."""
        found = CounterMetricFamily(
            "diplograph_cache_answers", "Answers looked up in a cache.", labels=["cache", "outcome"]
        )
        for name, cache in self._caches.items():
            found.add_metric([name, "hit"], cache.hits)
            found.add_metric([name, "miss"], cache.misses)
        yield found


async def metrics(request: Request) -> Response:
    """Answer a scraper, if it may read the figures."""
    service = Service.of(request)
    check_access(request, service)
    figures: Metrics = request.app.state.metrics
    accept = request.headers.get("accept", "")
    stats = await _recent_stats(service)
    content, media_type = await run_in_threadpool(figures.exposition, stats, service.store.writers, accept)
    return Response(content, headers={"Content-Type": media_type, "Cache-Control": "no-store"})


async def _recent_stats(service: Service) -> Stats | None:
    """What the store held; None where it does not say so in time: then the other figures matter most."""
    try:
        async with asyncio.timeout(_PATIENCE):
            return await service.recent_stats()
    except (DiplographError, TimeoutError):
        return None


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
