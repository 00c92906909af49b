import json
import signal
import socket
import subprocess
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.request import urlopen

import pytest

from tests.service.commands.running import DIPLOGRAPH, ROOT, Run


def test_port_in_use_is_named(run: Run) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        status, _, err = run("serve", "--port", str(port))
    assert (status, len(err)) == (1, 1)
    assert f"cannot listen on 127.0.0.1, port {port}" in err[0]


@pytest.fixture
def service(tmp_path: Path) -> Iterator[Callable[[], tuple[str, subprocess.Popen[str]]]]:
    started: list[subprocess.Popen[str]] = []

    def start() -> tuple[str, subprocess.Popen[str]]:
        command = [*DIPLOGRAPH, "serve", "--seeds", "--port", "0", "--store", str(tmp_path / "served")]
        process = subprocess.Popen(command, cwd=ROOT, stderr=subprocess.PIPE, text=True)
        started.append(process)
        assert process.stderr is not None
        line = process.stderr.readline()
        assert "http://127.0.0.1:" in line
        return line.split(" at ")[1].split()[0], process

    yield start
    for process in started:
        process.kill()
        process.communicate()


def health(url: str) -> dict[str, object]:
    for _ in range(100):
        try:
            with urlopen(f"{url}health") as answer:
                return dict(json.load(answer))
        except OSError:
            time.sleep(0.1)
    raise AssertionError(f"{url} does not answer")


def test_service_loads_the_bundled_articles_once(
    service: Callable[[], tuple[str, subprocess.Popen[str]]],
) -> None:
    url, process = service()
    first = health(url)
    process.send_signal(signal.SIGINT)
    logged = [json.loads(line)["event"] for line in process.communicate(timeout=60)[1].splitlines()]
    assert set(logged) == {"request"}
    url, _ = service()
    assert health(url) == first
    assert first["articles"] == 10
