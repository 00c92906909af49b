import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.errors import QueryError
from service.engine.messages import (
    Bounds,
    Frame,
    Query,
    Question,
    Task,
    WholeGraph,
    error_frame,
    frame,
    read_error,
    take_frames,
)
from service.query_check import Limits


@settings(max_examples=50, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(list(Frame)), st.binary(max_size=50))), st.integers(1, 20))
def test_frames_come_out_as_they_went_in_however_they_are_cut(
    frames: list[tuple[Frame, bytes]], size: int
) -> None:
    sent, received, taken = b"".join(frame(*each) for each in frames), bytearray(), []
    for start in range(0, len(sent), size):
        received += sent[start : start + size]
        taken += take_frames(received)
    assert (taken, received) == (frames, bytearray())


@pytest.mark.parametrize(
    "question",
    [
        Query("ASK { 'ü' }", ("http://e/d",), (), ((4, "{}"), (5, ""))),
        Query("ASK {\n} # \ud800"),
        WholeGraph("http://e/ü", "http://e/genid/"),
        WholeGraph(None, "http://e/genid/"),
    ],
)
def test_task_and_bounds_survive_the_way(question: Question) -> None:
    task = Task(question, "/published/1", "json", None)
    [(kind, content)] = take_frames(bytearray(task.encode()))
    bounds = Bounds(1, 2, 3.5, Limits(4, 5, 6, 7))
    assert (kind, Task.decode(content), Bounds.decode(bounds.encode())) == (Frame.TASK, task, bounds)


def test_error_arrives_as_what_it_is() -> None:
    [(kind, content)] = take_frames(bytearray(error_frame(QueryError("where: ü"))))
    error = read_error(content)
    assert (kind, type(error), str(error)) == (Frame.ERROR, QueryError, "where: ü")
