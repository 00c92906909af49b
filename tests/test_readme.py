import csv
import re
import shlex
from itertools import pairwise
from pathlib import Path

import pyoxigraph as ox
import pytest
from typer.main import get_command

from graph.storage.store import Store
from service.answers import ask
from service.cli import app

README = (Path(__file__).parents[1] / "README.md").read_text("utf-8")
BLOCKS = re.findall(r"^```(\w+)\n(.*?)^```$", README, re.MULTILINE | re.DOTALL)
SHELL = "\n".join(
    block.replace("\\\n", " ") for language, block in BLOCKS if language in {"sh", "bash", "console"}
)
COMMANDS = re.findall(r"(?:^\$ |^|&& |\| )(diplograph [^|&>#\n]*)", SHELL, re.MULTILINE)
# A query, and right behind it the answer that README promises
ANSWERS = [
    (query, answer)
    for (language, query), (next_language, answer) in pairwise(BLOCKS)
    if (language, next_language) == ("sparql", "csv")
]


def test_readme_has_the_two_commands() -> None:
    assert "pip install . && diplograph serve --seeds" in SHELL
    assert "pip install '.[test]' && pytest" in SHELL


def test_readme_shows_a_query_with_its_answer() -> None:
    assert ANSWERS


@pytest.mark.parametrize(("query", "answer"), ANSWERS)
def test_query_in_readme_has_the_answer_that_stands_there(
    query: str, answer: str, bundled_store: Store
) -> None:
    results = ask(bundled_store, query)
    assert isinstance(results, ox.QuerySolutions)
    found = results.serialize(format=ox.QueryResultsFormat.CSV)
    assert found is not None
    assert rows(found.decode()) == rows(answer)


def rows(text: str) -> list[list[str]]:
    return list(csv.reader(text.splitlines()))


@pytest.mark.parametrize("line", COMMANDS)
def test_command_in_readme_exists_with_its_options(line: str) -> None:
    words = shlex.split(line)[1:]
    commands = get_command(app).commands  # type: ignore[attr-defined]
    if words[0].startswith("-"):
        return
    options = {name for parameter in commands[words[0]].params for name in parameter.opts}
    assert {word.split("=")[0] for word in words if word.startswith("--")} <= options
