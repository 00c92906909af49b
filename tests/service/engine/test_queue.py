from hypothesis import given, settings
from hypothesis import strategies as st

from service.engine.queue import FairQueue


def test_clients_take_turns() -> None:
    queue = FairQueue[int]()
    for client, entry in [("a", 1), ("a", 2), ("a", 3), ("b", 4), ("c", 5), ("b", 6)]:
        queue.add(client, entry)
    assert [queue.take() for _ in range(6)] == [("a", 1), ("b", 4), ("c", 5), ("a", 2), ("b", 6), ("a", 3)]


def test_entry_that_waits_no_more_is_not_served() -> None:
    queue = FairQueue[int]()
    queue.add("a", 1)
    queue.add("b", 2)
    queue.discard("a", 1)
    queue.discard("a", 1)
    assert (len(queue), queue.take(), len(queue)) == (1, ("b", 2), 0)


@settings(max_examples=50, deadline=None)
@given(st.lists(st.tuples(st.sampled_from("abc"), st.integers())))
def test_everything_comes_out_once_and_in_each_clients_order(entries: list[tuple[str, int]]) -> None:
    queue = FairQueue[int]()
    for client, entry in entries:
        queue.add(client, entry)
    out = [queue.take() for _ in entries]
    for client in "abc":
        assert [pair for pair in out if pair[0] == client] == [pair for pair in entries if pair[0] == client]
