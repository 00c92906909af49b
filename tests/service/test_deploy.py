import configparser
import json
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from typer.main import get_command

from service.cli import app
from service.settings import Settings

DEPLOY = Path(__file__).parents[2] / "service" / "deploy"
FILES = sorted(path for path in DEPLOY.iterdir() if path.is_file())
DOCKERFILE = (DEPLOY / "Dockerfile").read_text("utf-8").replace("\\\n", " ")
UNIT = DEPLOY / "diplograph.service"
PROGRAM = "/opt/diplograph/bin/diplograph"


def instructions(name: str) -> list[str]:
    return re.findall(rf"^{name}\s+(.*)$", DOCKERFILE, re.MULTILINE)


def unit_settings() -> dict[str, str]:
    parser = configparser.ConfigParser(strict=False, interpolation=None)
    parser.optionxform = str  # type: ignore[assignment,method-assign]  # the way that configparser documents
    parser.read(UNIT, "utf-8")
    return dict(parser["Service"])


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_variables_that_are_named_are_settings(path: Path) -> None:
    named = set(re.findall(r"DIPLOGRAPH_[A-Z_]+[A-Z]", path.read_text("utf-8")))
    assert named <= {f"DIPLOGRAPH_{name.upper()}" for name in Settings.model_fields}


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_commands_that_are_named_exist_with_their_options(path: Path) -> None:
    commands = get_command(app).commands  # type: ignore[attr-defined]
    lines = re.findall(
        r"(?:^|bin/|&& |`|exec diplograph )diplograph ([a-z][^`|&>\n]*)",
        path.read_text("utf-8"),
        re.MULTILINE,
    )
    for words in map(shlex.split, lines):
        options = {name for parameter in commands[words[0]].params for name in parameter.opts}
        assert {word for word in words if word.startswith("--")} <= options


def test_values_in_the_example_are_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    text = (DEPLOY / "diplograph.env").read_text("utf-8")
    for line in text.splitlines():
        if line.startswith("DIPLOGRAPH_"):
            monkeypatch.setenv(*line.split("=", 1))
    assert Settings().base_iri == "https://diplograph.example/"


def test_image_runs_one_command_as_a_user_without_rights() -> None:
    (user,) = instructions("USER")
    assert re.fullmatch(r"[1-9]\d{3,}:[1-9]\d{3,}", user)
    command = [word for name in ("ENTRYPOINT", "CMD") for word in json.loads(instructions(name)[-1])]
    assert command == ["diplograph", "serve"]


def test_health_check_of_the_image_asks_an_address_that_there_is() -> None:
    (check,) = instructions("HEALTHCHECK")
    program, _, code = json.loads(check.partition("CMD")[2])
    assert program == "python"
    assert "http://127.0.0.1:8000/health/live" in code
    compile(code, "HEALTHCHECK", "exec")


def test_image_copies_only_what_the_package_is_built_from() -> None:
    root = DEPLOY.parents[1]
    copied = [word for line in instructions("COPY") if "--from" not in line for word in line.split()[:-1]]
    assert all((root / name).exists() for name in copied)
    ignored = (DEPLOY / "Dockerfile.dockerignore").read_text("utf-8").split()
    assert {f"!{name}" for name in copied} == {line for line in ignored if line.startswith("!")}


def test_unit_lets_query_processes_give_up_the_network_and_end_alone() -> None:
    unit = unit_settings()
    assert (unit["RestrictNamespaces"], unit["OOMPolicy"]) == ("user net", "continue")
    assert (unit["ExecStart"], unit["User"], unit["ProtectSystem"]) == (
        f"{PROGRAM} serve",
        "diplograph",
        "strict",
    )


@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="systemd-analyze is not installed")
def test_systemd_finds_no_fault_with_the_unit(tmp_path: Path) -> None:
    unit = tmp_path / UNIT.name
    unit.write_text(UNIT.read_text("utf-8").replace(PROGRAM, sys.executable))
    run = subprocess.run(["systemd-analyze", "verify", unit], capture_output=True, text=True, check=False)
    ours = [line for line in run.stderr.splitlines() if unit.name in line]
    assert (run.returncode, ours) == (0, [])
