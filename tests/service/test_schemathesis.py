import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PROGRAM = shutil.which("schemathesis") or shutil.which("schemathesis", path=str(Path(sys.executable).parent))
# A few requests of each operation; README says how the whole run is made
OPTIONS = os.environ.get("SCHEMATHESIS", "--phases examples,fuzzing,stateful --max-examples 2 --seed 1")
TOKEN = "open-sesame"  # noqa: S105 - of this test
# A schema cannot say what is a SPARQL query, or that of two parameters one must be given
UNDECIDABLE = "positive_data_acceptance,negative_data_rejection"


@pytest.fixture
def url(tmp_path: Path) -> Iterator[str]:
    """A service over an empty store, in a process of its own."""
    log = tmp_path / "log"
    code = "import sys; from service.cli import main; sys.exit(main())"
    command = [sys.executable, "-c", code, "serve", "--port", "0", "--store", str(tmp_path / "store")]
    with log.open("wb") as output:
        process = subprocess.Popen(
            command, cwd=ROOT, stderr=output, env=os.environ | {"DIPLOGRAPH_TOKEN": TOKEN}
        )
    try:
        for _ in range(600):
            if found := re.search(r"http://[\d.]+:\d+/", log.read_text("utf-8")):
                yield found[0]
                break
            time.sleep(0.1)
    finally:
        process.kill()
        process.wait()


@pytest.mark.skipif(PROGRAM is None, reason="schemathesis is not installed: pip install schemathesis")
def test_every_answer_is_one_that_openapi_describes(url: str) -> None:
    command = [str(PROGRAM), "run", f"{url}openapi.json", "--header", f"Authorization: Bearer {TOKEN}"]
    options = ["--exclude-checks", UNDECIDABLE, "--request-timeout", "60", *OPTIONS.split()]
    run = subprocess.run([*command, *options], capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stdout
