import json
import os
from pathlib import Path

import pyoxigraph as ox
import pytest

from graph.storage.store import Store
from tests.service.commands.running import BASE, GOOD_IRI, Run, graph_names


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


@pytest.mark.parametrize(
    ("url", "message"),
    [
        ("localhost", "localhost is no URL of a service, such as http://127.0.0.1:8000"),
        (
            "http://127.0.0.1:1",
            "cannot take a backup from http://127.0.0.1:1/backup: connection refused",
        ),
    ],
)
def test_service_that_gives_no_backup_is_named(run: Run, tmp_path: Path, url: str, message: str) -> None:
    copy = tmp_path / "copy"
    assert run("backup", copy, "--from", url) == (1, b"", [f"diplograph: {message}"])
    assert not copy.exists()


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
