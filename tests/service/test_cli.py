import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.request import urlopen

import pyoxigraph as ox
import pytest

from graph.model import Article, Entity, EntityType, Event, Extraction, Span, Status
from graph.rdf.triples import article_iri, extraction_quads
from graph.storage.store import Store
from service.cli import main

COMMANDS = [
    "backup", "convert", "evaluate", "explain", "export", "ingest",
    "query", "restore", "serve", "stats", "token", "train", "validate",
]  # fmt: skip
BASE = "http://localhost:8000/"
TEXT = (
    "Kazakh President Kassym-Jomart Tokayev visited Hungary on 9 May 2024 and met Viktor Orbán in Budapest."
)
GOOD = {"id": "good", "title": "A visit", "text": TEXT, "published": "2024-05-10"}
GOOD_IRI = ox.NamedNode(f"{BASE}article/good")
DIPLOGRAPH = [sys.executable, "-c", "import sys; from service.cli import main; sys.exit(main())"]
ROOT = Path(__file__).parents[2]

Run = Callable[..., tuple[int, bytes, list[str]]]


@pytest.fixture(autouse=True)
def plain_environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in [name for name in os.environ if name.startswith("DIPLOGRAPH_")]:
        monkeypatch.delenv(name)
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def run(capfdbinary: pytest.CaptureFixture[bytes]) -> Run:
    """Run a command: its exit status, its output, and the lines that it says on standard error."""

    def run_command(*arguments: str | Path) -> tuple[int, bytes, list[str]]:
        capfdbinary.readouterr()
        status = main([str(argument) for argument in arguments])
        out, err = capfdbinary.readouterr()
        return status, out, err.decode().splitlines()

    return run_command


@pytest.fixture
def good(tmp_path: Path) -> Path:
    path = tmp_path / "good.json"
    path.write_text(json.dumps(GOOD))
    return path


@pytest.fixture
def stored(tmp_path: Path) -> Path:
    """A store with one article, whose claims are written by hand."""
    path = tmp_path / "stored"
    store = Store.open(path)
    extraction = Extraction(
        Article("a1", "Ana Silva visited Freedonia."),
        entities=(Entity("Ana Silva", EntityType.PERSON), Entity("Freedonia", EntityType.COUNTRY)),
        events=(Event("Visit", Status.ACTUAL, (Span(0, 28),), {"visitor": (0,), "destination": (1,)}),),
    )
    quads = extraction_quads(extraction, base=BASE)
    store.replace_article(article_iri(extraction.article, base=BASE).value, quads)
    store.close()
    return path


def graph_names(nquads: bytes) -> set[object]:
    return {quad.graph_name for quad in ox.parse(nquads, ox.RdfFormat.N_QUADS)} - {ox.DefaultGraph()}


# Usage


def test_help_names_every_command(run: Run) -> None:
    status, out, err = run("--help")
    assert (status, err) == (0, [])
    assert [name for name in COMMANDS if f"\n  {name} " not in out.decode()] == []


def test_no_command_shows_the_help(run: Run) -> None:
    assert run() == run("--help")


def test_help_loads_nothing_heavy() -> None:
    heavy = {"spacy", "onnxruntime", "fastapi", "rdflib", "pyoxigraph", "scipy"}
    code = (
        "import sys; from service.cli import main; main(['--help']); "
        f"print(sorted({heavy} & sys.modules.keys()))"
    )
    out = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout
    assert out.splitlines()[-1] == "[]"


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["convert"], "Missing argument 'PATH'."),
        (["unknown"], "No such command 'unknown'."),
        (["convert", "--colour", "x"], "No such option: --colour"),
        (
            ["convert", "--workers", "0", "x"],
            "Invalid value for '--workers': Input should be greater than or equal to 1",
        ),
        (["convert", "--format", "pdf", "x"], "Invalid value for '--format'"),
        (["serve", "--port", "99999"], "Invalid value for '--port'"),
        (["query"], "Missing argument 'SPARQL|FILE.rq'."),
        (["backup"], "Missing argument 'DIR'."),
    ],
)
def test_usage_error_is_one_line_and_status_2(run: Run, arguments: list[str], message: str) -> None:
    status, out, err = run(*arguments)
    assert (status, out, len(err)) == (2, b"", 1)
    assert err[0].startswith(f"diplograph: {message}")


def test_wrong_setting_is_named(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DIPLOGRAPH_BASE_IRI", "no iri")
    status, _, err = run("stats")
    assert (status, len(err)) == (1, 1)
    assert "DIPLOGRAPH_BASE_IRI" in err[0]


# Conversion


@pytest.mark.parametrize("syntax", ["turtle", "trig", "nquads", "ntriples", "jsonld"])
def test_every_syntax_says_the_same(run: Run, good: Path, syntax: str) -> None:
    expected = {
        quad.triple for quad in ox.parse(run("convert", good, "--format", "nquads")[1], ox.RdfFormat.N_QUADS)
    }
    formats = {"turtle": ox.RdfFormat.TURTLE, "trig": ox.RdfFormat.TRIG, "nquads": ox.RdfFormat.N_QUADS,
               "ntriples": ox.RdfFormat.N_TRIPLES, "jsonld": ox.RdfFormat.JSON_LD}  # fmt: skip
    status, out, err = run("convert", good, "--format", syntax)
    assert (status, err) == (0, [])
    assert {quad.triple for quad in ox.parse(out, formats[syntax])} == expected


def test_output_goes_to_a_file(run: Run, good: Path, tmp_path: Path) -> None:
    output = tmp_path / "graph.nq"
    assert run("convert", good, "--format", "nquads", "--output", output) == (0, b"", [])
    assert graph_names(output.read_bytes()) == {GOOD_IRI}
    assert sorted(path.name for path in tmp_path.iterdir()) == ["good.json", "graph.nq"]


def test_output_that_cannot_be_written_is_named(run: Run, good: Path, tmp_path: Path) -> None:
    status, _, err = run("convert", good, "--output", tmp_path / "none" / "graph.nq")
    assert (status, len(err)) == (1, 1)
    assert "cannot write" in err[0]


def test_later_article_of_the_same_id_replaces_the_earlier(run: Run, good: Path, tmp_path: Path) -> None:
    lines = [json.dumps(GOOD), json.dumps(GOOD | {"title": "The later one"})]
    (tmp_path / "two.jsonl").write_text("\n".join(lines))
    status, out, err = run("convert", tmp_path / "two.jsonl", "--format", "nquads")
    assert (status, err) == (
        0,
        ["diplograph: warning: two articles have the id 'good': the later one replaces the earlier"],
    )
    assert b'"The later one"' in out
    assert b'"A visit"' not in out


def test_order_and_workers_change_nothing(run: Run, tmp_path: Path) -> None:
    paths = []
    for number in range(3):
        path = tmp_path / f"{number}.json"
        path.write_text(json.dumps(GOOD | {"id": f"a{number}", "text": TEXT * (number + 1)}))
        paths.append(path)
    _, one, _ = run("convert", *paths, "--format", "nquads")
    _, two, _ = run("convert", *paths, "--format", "nquads", "--workers", "2")
    _, reversed_order, _ = run("convert", *reversed(paths), "--format", "nquads")
    assert two == one
    assert sorted(reversed_order.splitlines()) == sorted(one.splitlines())


HOSTILE: dict[str, tuple[str, bytes, str]] = {
    "not UTF-8": ("bad.txt", "Präsident".encode("latin-1"), "not UTF-8"),
    "empty": ("bad.txt", b"", "empty"),
    "only blanks": ("bad.md", b" \n\n\t", "empty"),
    "10 MB": ("bad.txt", b"The minister met. " * 600_000, "at most 2,000,000"),
    "binary": ("bad.txt", bytes(range(256)) * 40, "byte 0 is zero, so this is no text"),
    "NUL": ("bad.txt", b"The minister\0 met.", "byte 12 is zero, so this is no text"),
    "malformed JSON": ("bad.json", b'{"text": "a",}', "not valid JSON at column 14"),
    "JSON of another kind": ("bad.json", b"[1, 2]", "expected a JSON object"),
    "JSON too deep": ("bad.json", b"[" * 100_000, "JSON"),
    "JSON without text": ("bad.json", b'{"title": "a"}', '"text" is missing'),
    "wrong date": ("bad.json", b'{"text": "a", "published": "yesterday"}', '"published" must be a day'),
    "bad line": ("bad.jsonl", b"{}\n", "line 1"),
    "HTML without text": ("bad.html", b"<html><body></body></html>", "no article text"),
    "Russian": (
        "bad.txt",
        "Президент прибыл в Ташкент с рабочим визитом и провёл переговоры с главой республики.".encode(),
        "English",
    ),
    "unknown kind": ("bad.pdf", b"%PDF-1.4", "not a kind of file"),
}


@pytest.mark.parametrize(("name", "content", "reason"), HOSTILE.values(), ids=list(HOSTILE))
def test_bad_article_is_named_and_the_rest_converted(
    run: Run, good: Path, tmp_path: Path, name: str, content: bytes, reason: str
) -> None:
    (tmp_path / name).write_bytes(content)
    status, out, err = run("convert", tmp_path / name, good, "--format", "nquads")
    assert (status, len(err)) == (1, 1)
    assert name in err[0]
    assert reason in err[0]
    assert graph_names(out) == {GOOD_IRI}


def test_missing_file_is_named(run: Run, good: Path) -> None:
    status, out, err = run("convert", "none.json", good, "--format", "nquads")
    assert (status, err) == (1, ["diplograph: none.json: no such file or folder"])
    assert graph_names(out) == {GOOD_IRI}


def test_reader_that_leaves_early_ends_it_quietly(good: Path) -> None:
    command = f"{sys.executable} -c '{DIPLOGRAPH[2]}' convert {good} | head -c 1 >/dev/null"
    done = subprocess.run(command, shell=True, cwd=ROOT, capture_output=True, text=True, check=False)  # noqa: S602
    assert done.stderr == ""


# The store


def test_ingest_is_repeatable(run: Run, good: Path) -> None:
    assert run("ingest", good) == (0, b"", ["1 article in the store diplograph-store"])
    first = run("export")[1]
    assert run("ingest", good)[0] == 0
    assert sorted(run("export")[1].splitlines()) == sorted(first.splitlines())
    assert graph_names(first) == {GOOD_IRI}


def test_ingest_keeps_the_good_where_there_is_a_bad(run: Run, good: Path) -> None:
    status, _, err = run("ingest", "none.json", good)
    assert (status, len(err)) == (1, 2)
    assert graph_names(run("export")[1]) == {GOOD_IRI}


@pytest.mark.parametrize(
    "command", [["stats"], ["export"], ["query", "ASK {}"], ["validate"], ["backup", "b"]]
)
def test_reading_makes_no_store(run: Run, tmp_path: Path, command: list[str]) -> None:
    status, out, err = run(*command, "--store", "none")
    assert (status, out) == (1, b"")
    assert err == [
        "diplograph: there is no store at none: make one with `diplograph ingest`, or name another"
    ]
    assert list(tmp_path.iterdir()) == []


def test_store_in_use_is_named(run: Run, good: Path, stored: Path) -> None:
    store = Store.open(stored)
    status, _, err = run("ingest", good, "--store", stored)
    store.close()
    assert (status, len(err)) == (1, 1)
    assert f"{stored} is in use by another process" in err[0]


def test_store_that_is_a_file_is_named(run: Run, good: Path) -> None:
    status, _, err = run("ingest", good, "--store", good)
    assert (status, len(err)) == (1, 1)
    assert "is a file" in err[0]


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may write everywhere")
def test_store_that_cannot_be_written_is_named(run: Run, good: Path, stored: Path) -> None:
    stored.chmod(0o500)
    status, _, err = run("ingest", good, "--store", stored)
    stored.chmod(0o700)
    assert (status, len(err)) == (1, 1)
    assert "not writable" in err[0]


QUERY = "SELECT ?event ?label { ?event a dip:Visit ; rdfs:label ?label }"
LABEL = "Ana Silva visits Freedonia (actual)"


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        ("csv", f"event,label\r\n{BASE}event/a1-visit-0,{LABEL}\r\n"),
        ("tsv", f'?event\t?label\n<{BASE}event/a1-visit-0>\t"{LABEL}"\n'),
    ],
)
def test_answer_in_a_form(run: Run, stored: Path, form: str, expected: str) -> None:
    assert run("query", QUERY, "--store", stored, "--format", form) == (0, expected.encode(), [])


def test_answer_as_a_table_and_in_the_standards_forms(run: Run, stored: Path) -> None:
    status, table, err = run("query", QUERY, "--store", stored)
    assert (status, err) == (0, [])
    assert [part.strip() for part in table.decode().splitlines()[-1].split("│")] == [
        f"{BASE}event/a1-visit-0",
        LABEL,
    ]
    rows = json.loads(run("query", QUERY, "--store", stored, "--format", "json")[1])["results"]["bindings"]
    assert rows[0]["label"]["value"] == LABEL
    assert b"</sparql>" in run("query", QUERY, "--store", stored, "--format", "xml")[1]


def test_query_comes_from_a_file(run: Run, stored: Path, tmp_path: Path) -> None:
    (tmp_path / "ask.rq").write_text("ASK { ?event a dip:Visit }")
    assert run("query", "ask.rq", "--store", stored) == (0, b"true\n", [])


def test_graph_is_answered_in_turtle(run: Run, stored: Path) -> None:
    construct = "CONSTRUCT { ?e a dip:Event } WHERE { ?e a dip:Visit }"
    status, out, _ = run("query", construct, "--store", stored)
    assert status == 0
    assert len(list(ox.parse(out, ox.RdfFormat.TURTLE))) == 1


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (
            ["SELECT ?x { ?x a dip:Visit"],
            "the query is malformed at line 1, column 27: found the end of the line",
        ),
        (["SELECT ?x { ?x a foo:Visit }"], "the prefix foo: is not declared: declare it: PREFIX foo: <…>"),
        (["none.rq"], "cannot read none.rq: No such file or directory"),
        (
            ["ASK {}", "--format", "turtle"],
            "a SELECT or ASK query has no Turtle: ask for table, csv, tsv, json or xml",
        ),
        (
            ["DESCRIBE dip:x", "--format", "csv"],
            "a CONSTRUCT or DESCRIBE query gives a graph: ask for turtle",
        ),
    ],
)
def test_query_that_cannot_be_answered(run: Run, stored: Path, arguments: list[str], message: str) -> None:
    assert run("query", *arguments, "--store", stored) == (1, b"", [f"diplograph: {message}"])


def test_backup_is_restored(run: Run, stored: Path, tmp_path: Path) -> None:
    before = run("export", "--store", stored)[1]
    held = f"{len(before.splitlines())} quads in 1 graphs"
    assert run("backup", "copy", "--store", stored) == (0, b"", [f"backed up to copy: {held}"])
    restored = f"restored to again, and checked: {held}"
    assert run("restore", "copy", "--store", "again") == (0, b"", [restored])
    assert sorted(run("export", "--store", "again")[1].splitlines()) == sorted(before.splitlines())


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["backup", "stored"], "stored exists: name a new directory for the backup"),
        (["restore", "."], ". is no backup of a store: name the directory that `backup` wrote"),
        (["restore", "stored"], "stored is no backup of a store: name the directory that `backup` wrote"),
    ],
)
def test_backup_overwrites_nothing(run: Run, stored: Path, arguments: list[str], message: str) -> None:
    assert run(*arguments, "--store", "stored") == (1, b"", [f"diplograph: {message}"])


def test_stats_count_what_is_there(run: Run, stored: Path) -> None:
    status, out, _ = run("stats", "--store", stored)
    rows = [[cell.strip() for cell in line.split("│")] for line in out.decode().splitlines()]
    assert status == 0
    assert ["articles", "1"] in rows
    assert ["dip:Visit", "1"] in rows


def test_validate_names_each_fault(run: Run, tmp_path: Path) -> None:
    (tmp_path / "bad.ttl").write_text(
        "@prefix dip: <https://w3id.org/diplograph/ontology#> . <urn:visit> a dip:Event , dip:Visit ."
    )
    status, out, err = run("validate", "bad.ttl")
    assert status == 1
    assert all("<urn:visit>" in line for line in out.decode().splitlines())
    assert err == [f"{len(out.splitlines())} faults"]


def test_store_conforms(run: Run, stored: Path) -> None:
    assert run("validate", "--store", stored) == (0, b"", ["0 faults"])


# Accuracy and reasons


def test_evaluate_gives_every_figure(run: Run) -> None:
    folder = Path("gold")
    folder.mkdir()
    (folder / "d27.json").write_bytes((ROOT / "tests" / "gold" / "d27.json").read_bytes())
    status, out, _ = run("evaluate", folder, "--json")
    figures = json.loads(out)
    assert status == 0
    assert {"event", "frame", "link", "status", "negatives", "per_type"} <= figures.keys()
    assert figures["negatives"] in (0, 1)
    assert b"precision" in run("evaluate", folder)[1]


def test_explain_shows_the_sentence(run: Run, good: Path) -> None:
    status, out, err = run("explain", good, "--sentence", "1")
    assert (status, err) == (0, [])
    assert TEXT in out.decode()


# The service


def test_port_in_use_is_named(run: Run) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        status, _, err = run("serve", "--port", str(port))
    assert (status, len(err)) == (1, 1)
    assert f"cannot listen on 127.0.0.1, port {port}" in err[0]


@pytest.fixture
def service(tmp_path: Path) -> Iterator[Callable[[], tuple[str, subprocess.Popen[str]]]]:
    started: list[subprocess.Popen[str]] = []

    def start() -> tuple[str, subprocess.Popen[str]]:
        command = [*DIPLOGRAPH, "serve", "--seeds", "--port", "0", "--store", str(tmp_path / "served")]
        process = subprocess.Popen(command, cwd=ROOT, stderr=subprocess.PIPE, text=True)
        started.append(process)
        assert process.stderr is not None
        line = process.stderr.readline()
        assert "http://127.0.0.1:" in line
        return line.split(" at ")[1].split()[0], process

    yield start
    for process in started:
        process.kill()
        process.communicate()


def health(url: str) -> dict[str, object]:
    for _ in range(100):
        try:
            with urlopen(f"{url}health") as answer:
                return dict(json.load(answer))
        except OSError:
            time.sleep(0.1)
    raise AssertionError(f"{url} does not answer")


def test_service_loads_the_bundled_articles_once(
    service: Callable[[], tuple[str, subprocess.Popen[str]]],
) -> None:
    url, process = service()
    first = health(url)
    process.send_signal(signal.SIGINT)
    logged = [json.loads(line)["event"] for line in process.communicate(timeout=60)[1].splitlines()]
    assert set(logged) == {"request"}
    url, _ = service()
    assert health(url) == first
    assert first["articles"] == 10
