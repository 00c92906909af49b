import socket
import subprocess
import sys

import pytest

REACH = """
import os, socket, sys
from service.engine.confinement import confine
confine(os.getppid())
try:
    socket.create_connection(("127.0.0.1", int(sys.argv[1])), timeout=5)
except OSError:
    print("out of reach")
"""
HOLD = """
import resource
from service.engine.confinement import held_bytes, limit_memory
before = held_bytes()
limit_memory(50_000_000)
bytearray(20_000_000)
try:
    bytearray(100_000_000)
except MemoryError:
    print("no more than", 10 <= (resource.getrlimit(resource.RLIMIT_DATA)[0] - before) // 1_000_000)
"""


def run(code: str, *arguments: str) -> str:
    answer = subprocess.run(
        [sys.executable, "-c", code, *arguments], capture_output=True, text=True, check=True
    )
    return answer.stdout.strip()


@pytest.mark.skipif(sys.platform != "linux", reason="namespaces and RLIMIT_DATA are Linux's")
def test_process_reaches_no_other() -> None:
    allowed = subprocess.run(["unshare", "--user", "--net", "true"], capture_output=True, check=False)
    if allowed.returncode:
        pytest.skip("this kernel gives users no namespaces of their own")
    with socket.create_server(("127.0.0.1", 0)) as server:
        assert run(REACH, str(server.getsockname()[1])) == "out of reach"


@pytest.mark.skipif(sys.platform != "linux", reason="namespaces and RLIMIT_DATA are Linux's")
def test_memory_is_limited_beyond_what_is_held() -> None:
    assert run(HOLD) == "no more than True"


def test_process_whose_parent_has_ended_ends() -> None:
    answer = subprocess.run(
        [sys.executable, "-c", "from service.engine.confinement import confine; confine(1)"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (answer.returncode, answer.stderr) == (1, "the service has ended\n")
