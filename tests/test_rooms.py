import ast
import subprocess
from collections.abc import Iterator
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
# Each room, and the rooms that it may know.
ROOMS = {
    "ontology": {"ontology"},
    "graph": {"ontology", "graph", "seeds"},
    "service": {"ontology", "graph", "service", "seeds"},
    "seeds": {"seeds"},
}
TOP_LEVEL = {*ROOMS, "tests", "CHANGELOG.md", "LICENSE", "README.md", "pyproject.toml"}


def modules(room: str) -> list[Path]:
    return sorted((ROOT / room).rglob("*.py"))


def imported_rooms(module: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(module.read_text("utf-8"))):
        match node:
            case ast.Import(names=names):
                yield from (name.name.split(".")[0] for name in names)
            case ast.ImportFrom(module=str(name), level=0):
                yield name.split(".")[0]
            case ast.ImportFrom():
                yield "a relative import"


@pytest.mark.parametrize("room", ROOMS)
def test_imports_go_one_way(room: str) -> None:
    known = ROOMS[room]
    strangers = (ROOMS.keys() | {"tests", "a relative import"}) - known
    found = {str(module): set(imported_rooms(module)) & strangers for module in modules(room)}
    assert {module: rooms for module, rooms in found.items() if rooms} == {}


@pytest.mark.parametrize("room", ["ontology", "graph", "service"])
def test_every_module_begins_with_a_line_that_says_what_it_is(room: str) -> None:
    bare = [
        str(module) for module in modules(room) if not ast.get_docstring(ast.parse(module.read_text("utf-8")))
    ]
    assert bare == []


def test_no_file_lies_outside_the_rooms() -> None:
    try:
        listing = subprocess.run(
            ["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True
        ).stdout
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("no git checkout")
    top = {Path(line).parts[0] for line in listing.splitlines()}
    assert {name for name in top if not name.startswith(".")} <= TOP_LEVEL


@pytest.mark.parametrize("package", ROOMS)
def test_no_other_distribution_owns_our_package_names(package: str) -> None:
    assert set(packages_distributions().get(package, [])) <= {"diplograph"}
