import subprocess
import sys

import pytest

from tests.service.commands.running import ROOT, Run

COMMANDS = [
    "backup", "convert", "evaluate", "explain", "export", "ingest",
    "query", "restore", "serve", "stats", "token", "train", "validate",
]  # fmt: skip


def test_help_names_every_command(run: Run) -> None:
    status, out, err = run("--help")
    assert (status, err) == (0, [])
    assert [name for name in COMMANDS if f"\n  {name} " not in out.decode()] == []


def test_no_command_shows_the_help(run: Run) -> None:
    assert run() == run("--help")


def test_help_loads_nothing_heavy() -> None:
    heavy = {"spacy", "onnxruntime", "starlette", "rdflib", "pyoxigraph", "scipy"}
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
