import subprocess
import sys
from importlib.metadata import files
from pathlib import Path

import pytest

from service.engine.allocator import allocator_environment

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="a library is preloaded on Linux only")

# What a limit of memory rests on: the stock that the allocator keeps is not counted as held
RUN = """
from pathlib import Path
from service.engine.confinement import held_bytes, limit_memory
print("libmimalloc" in Path("/proc/self/maps").read_text())
print(held_bytes() < 200_000_000)
limit_memory(50_000_000)
try:
    bytearray(200_000_000)
except MemoryError:
    print("refused")
"""

ASK = """
from service.engine.allocator import allocator_environment
from service.logs import configure_logging
configure_logging("json")
print(dict(allocator_environment()))
"""


def test_process_takes_its_memory_from_mimalloc_and_its_limit_holds() -> None:
    answer = subprocess.run(
        [sys.executable, "-c", RUN],
        env=dict(allocator_environment()),
        cwd=Path(__file__).parents[3],
        capture_output=True,
        text=True,
        check=True,
    )
    assert answer.stdout.split() == ["True", "True", "refused"]


def test_system_allocates_where_mimalloc_lacks_a_library_and_the_log_says_which(tmp_path: Path) -> None:
    for path in files("cmeel-mimalloc") or ():
        if path.name in {"METADATA", "RECORD", "libmimalloc.so"}:
            copy = tmp_path / str(path)
            copy.parent.mkdir(parents=True, exist_ok=True)
            copy.write_bytes(path.read_binary().replace(b"libatomic.so.1", b"libmissing.so1"))
    answer = subprocess.run(
        [sys.executable, "-c", ASK],
        env={"PYTHONPATH": f"{tmp_path}:{Path(__file__).parents[3]}"},
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=True,
    )
    assert answer.stdout == "{}\n"
    assert "mimalloc does not load: long queries take longer" in answer.stderr
    assert "libmissing.so1: cannot open shared object file" in answer.stderr
