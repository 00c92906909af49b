import json
import os
import subprocess
import sys
from pathlib import Path

import pyoxigraph as ox
import pytest

from tests.service.commands.running import DIPLOGRAPH, GOOD, GOOD_IRI, ROOT, TEXT, Run, graph_names


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


@pytest.mark.parametrize(
    ("name", "reason"), [("none/graph.nq", "No such file or directory"), (".", "Is a directory")]
)
def test_output_that_cannot_be_written_is_named(
    run: Run, good: Path, tmp_path: Path, name: str, reason: str
) -> None:
    output = tmp_path / name
    assert run("convert", good, "--output", output) == (
        1,
        b"",
        [f"diplograph: cannot write {output}: {reason}"],
    )
    assert [path.name for path in tmp_path.iterdir()] == ["good.json"]


def test_output_to_a_pipe_leaves_it_a_pipe(run: Run, good: Path, tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with subprocess.Popen(["cat", str(pipe)], stdout=subprocess.PIPE) as reader:
        assert run("convert", good, "--format", "nquads", "--output", pipe) == (0, b"", [])
        out, _ = reader.communicate()
    assert (graph_names(out), pipe.is_fifo()) == ({GOOD_IRI}, True)


def test_output_to_a_link_leaves_it_a_link(run: Run, good: Path, tmp_path: Path) -> None:
    link, target = tmp_path / "link", tmp_path / "graph.nq"
    link.symlink_to(target)
    assert run("convert", good, "--format", "nquads", "--output", link) == (0, b"", [])
    assert (graph_names(target.read_bytes()), link.is_symlink()) == ({GOOD_IRI}, True)


@pytest.mark.skipif(not Path("/dev/full").is_char_device(), reason="there is no device that is full")
def test_output_that_is_full_is_named(good: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        command = [*DIPLOGRAPH, "convert", str(good)]
        done = subprocess.run(command, cwd=ROOT, stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    message = "diplograph: cannot read or write the output: No space left on device\n"
    assert (done.returncode, done.stderr) == (1, message)


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
