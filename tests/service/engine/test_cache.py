from dataclasses import dataclass

from service.engine.cache import Cache


@dataclass(frozen=True)
class Item:
    size: int


def test_what_was_asked_longest_ago_goes_first() -> None:
    cache = Cache[Item](80)
    for key in range(8):
        cache.put(key, 1, Item(10))
    assert cache.get(0, 1) == Item(10)
    cache.put(8, 1, Item(10))
    assert [key for key in range(9) if cache.get(key, 1) is None] == [1]


def test_nothing_of_another_revision_is_given() -> None:
    cache = Cache[Item](1000)
    cache.put("a", 1, Item(1))
    assert cache.get("a", 2) is None
    cache.put("b", 2, Item(1))
    cache.put("c", 1, Item(1))
    assert [cache.get(key, revision) for key in "abc" for revision in (1, 2)] == [
        None, None, None, Item(1), None, None,
    ]  # fmt: skip


def test_answer_that_is_too_large_pushes_nothing_out() -> None:
    cache = Cache[Item](80)
    cache.put("small", 1, Item(10))
    cache.put("large", 1, Item(11))
    assert (cache.get("small", 1), cache.get("large", 1)) == (Item(10), None)


def test_what_the_key_takes_counts() -> None:
    cache = Cache[Item](80)
    for key in range(9):
        cache.put(key, 1, Item(1), key_size=9)
    cache.put(8, 1, Item(1), key_size=9)
    cache.put("large", 1, Item(1), key_size=10)
    assert [key for key in (*range(9), "large") if cache.get(key, 1) is None] == [0, "large"]


def test_hits_and_misses_are_counted() -> None:
    cache = Cache[Item](80)
    cache.put("a", 1, Item(10))
    for key in "aab":
        cache.get(key, 1)
    assert (cache.hits, cache.misses) == (2, 1)
