import subprocess
import sys
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
