import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]


def test_service_that_is_killed_loses_nothing_acknowledged_and_leaves_no_article_in_part(
    tmp_path: Path,
) -> None:
    command = [sys.executable, "tests/bench/soak.py", "--kills", "3", "--ingest-kills", "0"]
    run = subprocess.run(
        [*command, "--directory", tmp_path], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert run.returncode == 0, run.stdout + run.stderr
    assert "3 kills, 0 with faults" in run.stdout
