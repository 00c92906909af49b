import io
import json
import logging
import subprocess
import sys
import time
from collections.abc import Iterator

import pytest

from service.logs import REQUEST_ID, JsonFormatter, TextFormatter, configure_logging, log

LOGGER = logging.getLogger("diplograph.test")
HOSTILE = 'a\n{"level": "critical"}\r\x1b[2J\x00\u2028\u202e"\\'


@pytest.fixture(autouse=True)
def logging_as_it_was() -> Iterator[None]:
    root = logging.getLogger()
    before = root.handlers, root.level
    yield
    root.handlers, root.level = before


@pytest.fixture
def stream() -> io.StringIO:
    return io.StringIO()


def written(stream: io.StringIO) -> str:
    """What has been logged, without the wait for more."""
    for handler in logging.getLogger().handlers:
        handler.flush()
    return stream.getvalue()


def test_event_is_one_json_object_on_one_line(stream: io.StringIO) -> None:
    configure_logging("json", stream)
    log(LOGGER, logging.INFO, "an event", route="/sparql", ms=1.5, error=None)
    entry = json.loads(written(stream))
    assert entry.pop("time").endswith("+00:00")
    assert entry == {
        "level": "info", "logger": "diplograph.test", "event": "an event",
        "route": "/sparql", "ms": 1.5, "error": None,
    }  # fmt: skip


@pytest.mark.parametrize("form", ["json", "text"])
def test_nothing_that_strangers_send_begins_a_line_or_moves_the_cursor(
    form: str, stream: io.StringIO
) -> None:
    configure_logging(form, stream)  # type: ignore[arg-type]
    log(LOGGER, logging.INFO, HOSTILE, path=HOSTILE)
    LOGGER.warning(HOSTILE)
    lines = written(stream)
    assert lines.count("\n") == 2
    assert all(" " <= character <= "~" for character in lines.replace("\n", ""))


def test_json_keeps_what_it_escapes(stream: io.StringIO) -> None:
    configure_logging("json", stream)
    log(LOGGER, logging.INFO, "request", path=HOSTILE)
    assert json.loads(written(stream))["path"] == HOSTILE


@pytest.mark.parametrize("formatter", [JsonFormatter(), TextFormatter()], ids=["json", "text"])
def test_traceback_is_part_of_its_event(formatter: logging.Formatter, stream: io.StringIO) -> None:
    handler = logging.StreamHandler(stream)
    handler.setFormatter(formatter)
    logging.getLogger().handlers = [handler]
    LOGGER.error("failed", exc_info=ValueError("first\nsecond"))
    lines = stream.getvalue().splitlines()
    assert all(line.startswith("  | ") for line in lines[1:])
    assert "second" in stream.getvalue()


def test_request_id_is_on_all_that_is_logged_while_it_is_answered(stream: io.StringIO) -> None:
    configure_logging("json", stream)
    token = REQUEST_ID.set("4711")
    LOGGER.error("failed")
    REQUEST_ID.reset(token)
    LOGGER.error("failed")
    assert [json.loads(line).get("request_id") for line in stream.getvalue().splitlines()] == ["4711", None]


def test_without_a_form_a_file_gets_json(stream: io.StringIO) -> None:
    configure_logging(None, stream)
    log(LOGGER, logging.INFO, "an event")
    assert json.loads(written(stream))["event"] == "an event"


def test_libraries_say_only_what_is_wrong(stream: io.StringIO) -> None:
    configure_logging("json", stream)
    logging.getLogger("urllib3").info("a connection")
    logging.getLogger("uvicorn.error").warning("a warning")
    assert [json.loads(line)["event"] for line in stream.getvalue().splitlines()] == ["a warning"]


def test_lines_are_written_soon_and_in_their_order_and_warnings_at_once(stream: io.StringIO) -> None:
    configure_logging("json", stream)
    log(LOGGER, logging.INFO, "first")
    LOGGER.warning("second")
    assert [json.loads(line)["event"] for line in stream.getvalue().splitlines()] == ["first", "second"]
    log(LOGGER, logging.INFO, "third")
    deadline = time.monotonic() + 60
    while "third" not in stream.getvalue() and time.monotonic() < deadline:
        time.sleep(0.01)
    assert json.loads(stream.getvalue().splitlines()[-1])["event"] == "third"


def test_what_is_logged_last_is_written_before_the_process_ends() -> None:
    code = """
import logging
from service.logs import configure_logging, log
configure_logging("json")
log(logging.getLogger("diplograph.test"), logging.INFO, "last")
"""
    ended = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True)
    assert json.loads(ended.stderr)["event"] == "last"


def test_stream_that_nobody_reads_stops_nobody() -> None:
    stream = io.StringIO()
    configure_logging("json", stream)
    stream.close()
    LOGGER.warning("lost")


def test_message_that_does_not_fit_its_arguments_loses_no_other(
    stream: io.StringIO, capsys: pytest.CaptureFixture[str]
) -> None:
    configure_logging("json", stream)
    LOGGER.error("%d", "not a number")
    LOGGER.error("another")
    assert json.loads(written(stream))["event"] == "another"
    assert "not a number" in capsys.readouterr().err
