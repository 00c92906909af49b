import asyncio
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.fuzz.requests import Call, make_call
from tests.fuzz.service import check, running_service

Service = tuple[asyncio.Runner, Any]


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    directory: Path = tmp_path_factory.mktemp("fuzz")
    running = running_service(directory)
    with asyncio.Runner() as runner:
        yield runner, runner.run(running.__aenter__())
        runner.run(running.__aexit__(None, None, None))


@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.randoms(use_true_random=False))
def test_whatever_comes_is_answered(service: Service, random: Random) -> None:
    runner, app = service
    runner.run(check(app, make_call(random)))


@pytest.mark.parametrize(
    "path", [b"/nowhere", b"/articles/a", b"/articles/", b"/entity/a", b"/sparql", b"/search"]
)
def test_bytes_in_a_query_string_that_are_no_text_are_no_fault_of_ours(service: Service, path: bytes) -> None:
    runner, app = service
    call = Call("GET", path, b"q=\xff&query=\xc3%zz", (), (b"",))
    assert runner.run(check(app, call)) in (200, 307, 400, 404)
