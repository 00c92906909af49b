import csv
import json
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


FIGURES = json.loads((Path(__file__).parent / "gold" / "figures.json").read_text("utf-8"))
UNSEEN = json.loads((Path(__file__).parent / "unseen" / "figures.json").read_text("utf-8"))
MEASURED = {
    "events": "event",
    "frames": "frame",
    "role fillers": "role",
    "start dates": "date",
    "places": "place",
    "statements": "statement",
    "positions": "position",
    "entities named": "entity",
    "links to Wikidata": "link",
}


def test_accuracy_in_readme_is_what_was_measured() -> None:
    figure = r" (0\.\d+) \|"
    rows = re.findall(rf"^\| ([^|]+) \|{figure * 4}$", README, re.MULTILINE)
    stated = {MEASURED[re.split("[:,]", name)[0]]: tuple(figures) for name, *figures in rows}
    assert stated == {
        name: (*(f"{FIGURES[name][part]:.3f}" for part in ("p", "r", "f1")), f"{UNSEEN[name]['f1']:.3f}")
        for name in MEASURED.values()
    }


def test_accuracy_by_class_in_readme_is_what_was_measured() -> None:
    (line,) = re.findall(r"^Frame F1 by class: (.*)\.$", README, re.MULTILINE)
    stated = dict(pair.rsplit(" ", 1) for pair in line.split(", "))
    assert stated == {name: f"{figure:.2f}" for name, figure in FIGURES["per_type"].items()}


def test_reliability_in_readme_is_what_was_measured() -> None:
    stated = dict(re.findall(r"^\| (0\.\d) \| (0\.\d{3}) \|$", README, re.MULTILINE))
    measured = {name.split()[1]: f"{share:.3f}" for name, share in FIGURES["reliability"].items()}
    assert stated == {lowest: share for lowest, share in measured.items() if lowest != "0"}
