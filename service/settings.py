"""settings: everything that can be configured, each value also by an environment variable DIPLOGRAPH_…."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any, Literal
from urllib.parse import urlsplit

from pydantic import AfterValidator, AnyHttpUrl, Field, PositiveFloat, PositiveInt, SecretStr, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict, SettingsError
from pyoxigraph import NamedNode

from graph.errors import DiplographError
from graph.reading.formats import MAX_BYTES
from service.engine.admission import Shares
from service.engine.messages import Bounds
from service.federation.federation import Reach
from service.query_check import Limits


def _checked_base(value: str) -> str:
    """Take an absolute http(s) IRI that ends in a slash, so that paths can follow it."""
    NamedNode(value)
    if not value.startswith(("http://", "https://")) or not value.endswith("/"):
        raise ValueError("expected an IRI that begins with http:// or https:// and ends with /")
    return value


def _checked_endpoint(value: str) -> str:
    """Take the URL of an endpoint as queries will write it, letter by letter."""
    NamedNode(value)
    parts = urlsplit(value)
    if parts.scheme not in ("http", "https") or not parts.hostname or not value.isascii():
        raise ValueError("expected a whole URL such as https://query.wikidata.org/sparql")
    if parts.username is not None or parts.fragment or parts.port == 0:
        raise ValueError("expected a URL without user, fragment and port 0")
    return value


def _checked_store(value: AnyHttpUrl | Path) -> AnyHttpUrl | Path:
    """Refuse what was meant as a URL and is none, lest it become a directory."""
    if isinstance(value, Path) and str(value).startswith(("http:", "https:")):
        raise ValueError("expected a directory or a whole URL such as https://host/sparql")
    return value


class Settings(BaseSettings):
    """How this installation works; `DIPLOGRAPH_PORT=9000` in the environment sets `port`."""

    model_config = SettingsConfigDict(env_prefix="DIPLOGRAPH_", frozen=True)

    store: Annotated[AnyHttpUrl | Path, AfterValidator(_checked_store)] = Field(
        Path("diplograph-store"),
        union_mode="left_to_right",
        description="The directory of the store, or the URL of another engine's SPARQL endpoint.",
    )
    update_url: AnyHttpUrl | None = Field(
        None, description="Where another engine takes updates, if not at the URL of its queries."
    )
    graph_store_url: AnyHttpUrl | None = Field(
        None, description="Where another engine gives whole graphs, if it has the Graph Store Protocol."
    )
    store_user: str | None = Field(None, description="The user to be at another engine, with a password.")
    store_password: SecretStr | None = Field(None, description="That user's password.")
    store_token: SecretStr | None = Field(None, description="The bearer token to send to another engine.")
    store_read_user: str | None = Field(
        None, description="The user that asks queries there, if another: one that cannot write."
    )
    store_read_password: SecretStr | None = Field(None, description="That user's password.")
    store_read_token: SecretStr | None = Field(None, description="The bearer token to send with queries.")
    store_seconds: PositiveFloat = Field(60.0, description="How long another engine may take for a write.")
    host: str = Field("127.0.0.1", description="The address to listen on.")
    port: int = Field(8000, ge=0, le=65535, description="The port to listen on; 0 takes a free one.")
    base_iri: Annotated[str, AfterValidator(_checked_base)] = Field(
        "http://localhost:8000/", description="What every minted IRI begins with."
    )
    token: SecretStr | None = Field(None, description="The bearer token of writes; without it they are off.")
    tokens: dict[str, Annotated[str, Field(pattern="^[0-9a-f]{64}$")]] = Field(
        {}, description="Further tokens: by name, the digest that `diplograph token` shows, as a JSON object."
    )
    origins: tuple[str, ...] = Field(
        ("*",), description="Sites whose pages may read answers, as a JSON list."
    )
    max_body: PositiveInt = Field(MAX_BYTES, description="Bytes of an article that is posted.")
    max_graph: PositiveInt = Field(64_000_000, description="Bytes of a graph or an update that is sent.")
    max_bodies: PositiveInt = Field(
        256_000_000, description="Bytes of all bodies under way; of one client address half of them."
    )
    body_seconds: PositiveFloat = Field(60.0, description="How long a client may take to send a body.")
    head_seconds: PositiveInt = Field(
        10, description="How long a client may take to send the address and headers of its next request."
    )
    max_query: PositiveInt = Field(1_200_000, description="Characters of a query.")
    max_query_depth: PositiveInt = Field(64, description="Brackets open at once in a query.")
    max_query_patterns: PositiveInt = Field(100, description="Triple patterns and groups in a query.")
    max_query_parts: PositiveInt = Field(
        256, description="Operators, or clauses such as OPTIONAL, in a query."
    )
    service_endpoints: tuple[Annotated[str, AfterValidator(_checked_endpoint)], ...] = Field(
        (), description="URLs of other endpoints that queries may ask by SERVICE, as a JSON list."
    )
    service_internal_hosts: tuple[str, ...] = Field(
        (),
        description="Hosts of such URLs that may stand in a network of your own, as a JSON list.",
    )
    service_seconds: PositiveFloat = Field(
        20.0, description="How long such an endpoint may take, within the time of the query."
    )
    max_service_rows: PositiveInt = Field(10_000, description="Rows of its answer.")
    max_result: PositiveInt = Field(256_000_000, description="Bytes of a query's answer.")
    query_seconds: PositiveFloat = Field(30.0, description="How long a query may run.")
    answer_seconds: PositiveFloat = Field(300.0, description="How long a client may take to read an answer.")
    query_memory: PositiveInt = Field(1_000_000_000, description="Bytes of memory that a query may need.")
    query_processes: PositiveInt = Field(4, description="Processes for queries that take less than a second.")
    max_long_queries: PositiveInt = Field(12, description="Queries that take longer, at the same time.")
    max_client_long_queries: PositiveInt = Field(8, description="Such queries of one client address.")
    max_queries: PositiveInt = Field(512, description="Queries that run or wait at the same time.")
    max_client_queries: PositiveInt = Field(128, description="Such queries of one client address.")
    cache_bytes: int = Field(64_000_000, ge=0, description="Bytes of answers that are kept.")
    workers: PositiveInt = Field(1, description="Processes that convert the articles that are posted.")
    convert_seconds: PositiveFloat = Field(300.0, description="How long an article may be converted.")
    metrics: Literal["local", "token", "public", "off"] = Field(
        "local",
        description="Who may read /metrics: this machine and holders of the token, these alone, all, nobody.",
    )
    log_format: Literal["json", "text"] | None = Field(
        None, description="How the log is written; if not set, as text on a terminal, else as JSON."
    )
    slow_query_seconds: PositiveFloat = Field(
        1.0, description="From when on a query is logged with its text."
    )

    def __init__(self, **given: Any) -> None:
        try:
            super().__init__(**given)
        except SettingsError as error:
            raise DiplographError(f"a setting is no JSON, as it must be: {error}") from error
        except ValidationError as error:
            first = error.errors()[0]
            name = str(first["loc"][0])
            raise DiplographError(
                f"the setting {name} (DIPLOGRAPH_{name.upper()}) is wrong: "
                f"{first['msg'].removeprefix('Value error, ')}, found {first['input']!r}"
            ) from error

    @property
    def query_bounds(self) -> Bounds:
        """What a query process lives within."""
        return Bounds(self.query_memory, self.max_result, self.query_seconds, self.query_limits)

    @property
    def reach(self) -> Reach:
        """Which other endpoints are asked, and within what bounds."""
        seconds = min(self.service_seconds, self.query_seconds)
        internal = frozenset(host.lower() for host in self.service_internal_hosts)
        endpoints = frozenset(self.service_endpoints)
        return Reach(endpoints, seconds, self.max_service_rows, internal_hosts=internal)

    @property
    def query_shares(self) -> Shares:
        """How many queries there may be, in all and of one client."""
        return Shares(
            processes=self.query_processes,
            queries=self.max_queries,
            client_queries=self.max_client_queries,
            long_queries=self.max_long_queries,
            client_long_queries=self.max_client_long_queries,
        )

    @property
    def query_limits(self) -> Limits:
        """How large a query may be."""
        return Limits(
            length=self.max_query,
            depth=self.max_query_depth,
            patterns=self.max_query_patterns,
            parts=self.max_query_parts,
        )
