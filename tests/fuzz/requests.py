"""requests: what strangers might send, made from a source of chance that a test or a seed controls."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from random import Random
from urllib.parse import quote, urlencode

from service.app import ROUTES
from service.canned_queries import load_canned_queries
from service.observation import templates_of

TOKEN = "open-sesame"  # noqa: S105 - of this test
PATHS = sorted({path for paths in templates_of(ROUTES).values() for path in paths})
ASKED = (
    "/sparql",
    "/sparql",
    "/sparql",
    "/queries/{name}",
    "/graphs",
    "/articles",
)  # where most can go wrong
VOCABULARY = json.loads(Path(__file__).with_name("vocabulary.json").read_text("utf-8"))
METHODS, TYPES, WORDS, QUERIES, HEADERS = (
    VOCABULARY[name] for name in ("methods", "media_types", "words", "queries", "headers")
)
TEXTS, VALUES = [*VOCABULARY["texts"], "a" * 5000], [*TYPES, *VOCABULARY["header_values"], "a" * 2000]
CANNED = sorted({name for query in load_canned_queries().values() for name in query.parameters})
NAMES = [*VOCABULARY["parameters"], *CANNED]


@dataclass(frozen=True, slots=True)
class Call:
    """One request, as a server hands it to an application."""

    method: str
    raw_path: bytes
    query: bytes
    headers: tuple[tuple[bytes, bytes], ...]
    body: tuple[bytes, ...]


def make_call(random: Random) -> Call:
    """Make a request; one in fifty has the token and a body of the right type."""
    if random.random() < 0.02:
        return _make_write(random)
    body = _body(random)
    size = random.randrange(len(body) + 1)
    pieces = (body,) if random.random() < 0.8 else (body[:size], body[size:])
    query = _pairs(random).encode() if random.random() < 0.8 else _bytes(random)
    return Call(random.choice(METHODS), _path(random), query, _headers(random), pieces)


def _make_write(random: Random) -> Call:
    method, path, query, media_type, body = random.choice(
        (
            ("POST", b"/articles", b"", b"application/json", _json(random)),
            ("POST", b"/articles", b"", b"text/plain", _text(random).encode("utf-8", "replace") * 20),
            ("DELETE", _path(random), b"", b"", b""),
            ("POST", b"/sparql", b"", b"application/sparql-update", _update(random)),
            (
                random.choice(("PUT", "POST")),
                b"/graphs",
                b"graph=http://e/g",
                b"text/turtle",
                _turtle(random),
            ),
        )
    )
    token = (b"authorization", f"Bearer {TOKEN}".encode())
    return Call(method, path, query, (token, (b"content-type", media_type), *_headers(random)), (body,))


def _update(random: Random) -> bytes:
    graph = f"GRAPH <http://e/{random.randrange(3)}>"
    known = (
        f"INSERT DATA {{ {graph} {{ <http://e/s> <http://e/p> {random.randrange(9)} }} }}",
        f"DELETE WHERE {{ {graph} {{ ?s ?p ?o }} }}",
        f"DROP SILENT {graph}",
        "CLEAR ALL",
    )
    return (random.choice(known) if random.random() < 0.7 else _sparql(random)).encode("utf-8", "replace")


def _turtle(random: Random) -> bytes:
    lines = (
        b"<http://e/s> <http://e/p> 1 .",
        b"_:b a [] .",
        b"<s> <p> (1 2) .",
        b'<s> <p> "\\u0041"@en .',
        _bytes(random),
    )
    return b"\n".join(random.choices(lines, weights=(5, 2, 2, 2, 1), k=3))


def _path(random: Random) -> bytes:
    if random.random() < 0.1:
        return b"/" + quote(_text(random).encode("utf-8", "replace"), safe="/%").encode()[:2000]
    template = random.choice(PATHS if random.random() < 0.5 else ASKED)
    while "{" in template:
        before, _, rest = template.partition("{")
        known = ("a", "b", "Q900000001", "visits", "evidence", "entities", "a-visit-0")
        filler = random.choice(known) if random.random() < 0.6 else _text(random)
        template = before + quote(filler.encode("utf-8", "replace"), safe="/") + rest.partition("}")[2]
    return template.encode()[:2000]


def _pairs(random: Random) -> str:
    pairs = [(random.choice(NAMES), _value(random)) for _ in range(random.choice((0, 1, 1, 1, 2, 3, 8)))]
    return urlencode([(name, value.encode("utf-8", "surrogatepass")) for name, value in pairs])


def _value(random: Random) -> str:
    return _sparql(random) if random.random() < 0.5 else _text(random)


def _text(random: Random) -> str:
    text = random.choice(TEXTS)
    return text if random.random() < 0.7 else text + "".join(chr(random.randrange(0xD800)) for _ in range(5))


def _sparql(random: Random) -> str:
    kind = random.random()
    if kind < 0.3:
        return random.choice(QUERIES)
    if kind < 0.4:
        depth = random.choice((5, 70, 300))
        return f"SELECT * {{ {'{' * depth} ?s ?p ?o {'}' * random.choice((depth, depth - 1))} }}"
    if kind < 0.7:
        return " ".join(random.choice(WORDS) for _ in range(random.randrange(1, 30)))
    words = random.choice(QUERIES).split(" ")
    for _ in range(random.randrange(1, 4)):
        words[random.randrange(len(words))] = random.choice(WORDS)
    return " ".join(words)


def _headers(random: Random) -> tuple[tuple[bytes, bytes], ...]:
    headers = [
        (random.choice(HEADERS), random.choice(VALUES)) for _ in range(random.choice((0, 1, 2, 2, 3, 6)))
    ]
    return tuple((name.encode("latin-1"), value.encode("utf-8")) for name, value in headers)


def _body(random: Random) -> bytes:
    kind = random.random()
    if kind < 0.3:
        return b""
    if kind < 0.45:
        return _sparql(random).encode("utf-8", "surrogatepass")
    if kind < 0.6:
        return _pairs(random).encode()
    if kind < 0.75:
        return _json(random)
    if kind < 0.85:
        return random.choice(
            (b"<http://e/s> <http://e/p> 1 .", b"@prefix", b"<html><body><p>x</p>", b"--x\r\n\r\n--x--")
        )
    return _bytes(random)


def _json(random: Random) -> bytes:
    fields = {
        name: random.choice((_text(random), None, 1, [], {}, "Norway and Sweden held talks in Oslo. " * 3))
        for name in ("id", "title", "text", "published", "publisher", "url", "language", "unknown")
        if random.random() < 0.6
    }
    text = json.dumps(fields)
    return (text if random.random() < 0.9 else text[: random.randrange(len(text))]).encode()


def _bytes(random: Random) -> bytes:
    return random.randbytes(random.choice((1, 10, 300)))
