import asyncio

import pytest

from service.figures import Figure


class Counted:
    """A store whose figure is the number of the search for it."""

    def __init__(self) -> None:
        self.revision = 7
        self.searches: list[int] = []

    async def find(self, revision: int) -> int:
        await asyncio.sleep(0.02)
        self.searches.append(revision)
        return len(self.searches)


def test_figure_is_found_once_for_each_revision_however_many_ask() -> None:
    async def ask() -> tuple[list[int], list[int]]:
        counted = Counted()
        figure = Figure(counted.find, lambda: counted.revision)
        first = await asyncio.gather(*(figure.value() for _ in range(8)))
        counted.revision = 8
        return first, await asyncio.gather(*(figure.value() for _ in range(8)))

    assert asyncio.run(ask()) == ([1] * 8, [2] * 8)


def test_who_asks_after_a_write_gets_no_figure_from_before_it() -> None:
    async def ask() -> tuple[int, int, list[int]]:
        counted = Counted()
        figure = Figure(counted.find, lambda: counted.revision)
        before = asyncio.create_task(figure.value())
        while not counted.searches and figure._search is None:
            await asyncio.sleep(0)
        counted.revision = 8
        return await figure.value(), await before, counted.searches

    assert asyncio.run(ask()) == (2, 1, [7, 8])


def test_figure_that_may_be_old_is_not_found_anew() -> None:
    async def ask() -> list[int]:
        counted = Counted()
        figure = Figure(counted.find, lambda: counted.revision)
        values = [await figure.value()]
        counted.revision = 8
        return [*values, await figure.recent_value(seconds=1000), await figure.value()]

    assert asyncio.run(ask()) == [1, 1, 2]


def test_search_that_fails_is_told_to_all_and_begun_anew() -> None:
    searches = 0

    async def find(_: int) -> int:
        nonlocal searches
        searches += 1
        await asyncio.sleep(0.02)
        if searches == 1:
            raise OSError("broken")
        return searches

    async def ask() -> int:
        figure = Figure(find, lambda: 1)
        failed = await asyncio.gather(*(figure.value() for _ in range(3)), return_exceptions=True)
        assert [str(error) for error in failed] == ["broken"] * 3
        return await figure.value()

    assert asyncio.run(ask()) == 2


def test_client_that_leaves_does_not_end_the_search_for_the_others() -> None:
    async def ask() -> int:
        counted = Counted()
        figure = Figure(counted.find, lambda: counted.revision)
        leaving, staying = (asyncio.create_task(figure.value()) for _ in range(2))
        await asyncio.sleep(0.01)
        leaving.cancel()
        with pytest.raises(asyncio.CancelledError):
            await leaving
        return await staying

    assert asyncio.run(ask()) == 1
