import json
from pathlib import Path

from tests.service.commands.running import ROOT, TEXT, Run


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
