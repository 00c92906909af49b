import asyncio
from pathlib import Path
from threading import Event

import pytest

from graph.storage.store import Store
from service.engine.publisher import Checkpoint, Publisher
from tests.service.engine.asking import write


class SlowStore(Store):
    """A store whose copies are not finished before `go` is set."""

    go = Event()

    def checkpoint(self, directory: Path) -> None:
        self.go.wait(60)
        super().checkpoint(directory)


async def prepare_nothing(_: Checkpoint) -> None:
    pass


async def read(publisher: Publisher) -> int:
    checkpoint = await publisher.hold()
    publisher.release(checkpoint)
    return checkpoint.revision


async def write_one(publisher: Publisher, store: Store) -> None:
    async with publisher.writing():
        write(store, 1)


def test_write_that_is_not_acknowledged_keeps_no_query_waiting(tmp_path: Path) -> None:
    async def check() -> None:
        store = SlowStore.open(tmp_path / "store")
        publisher = Publisher(store, prepare_nothing)
        SlowStore.go.set()
        assert await read(publisher) == 0
        SlowStore.go.clear()
        writing = asyncio.create_task(write_one(publisher, store))
        await asyncio.sleep(0)
        assert (store.revision, publisher.revision, await read(publisher), writing.done()) == (1, 0, 0, False)
        SlowStore.go.set()
        await writing
        assert (publisher.revision, await read(publisher)) == (1, 1)
        await publisher.close()

    asyncio.run(check())


def test_write_of_which_nothing_is_published_yet_is_not_missed(on_disk: Store) -> None:
    async def check() -> None:
        publisher = Publisher(on_disk, prepare_nothing)
        await write_one(publisher, on_disk)
        assert on_disk.path is not None
        assert not (on_disk.path / "published").exists()
        assert (publisher.revision, await read(publisher)) == (1, 1)
        await publisher.close()

    asyncio.run(check())


def test_write_that_fails_leaves_no_query_behind(on_disk: Store) -> None:
    async def fail(publisher: Publisher) -> None:
        async with publisher.writing():
            write(on_disk, 1)
            raise ValueError

    async def check() -> None:
        publisher = Publisher(on_disk, prepare_nothing)
        assert await read(publisher) == 0
        with pytest.raises(ValueError):  # noqa: PT011 - of this test
            await fail(publisher)
        assert await read(publisher) == 1
        await publisher.close()

    asyncio.run(check())


def test_state_grows_with_the_store_and_with_what_is_published(on_disk: Store) -> None:
    async def check() -> None:
        publisher = Publisher(on_disk, prepare_nothing)
        await read(publisher)
        states = [publisher.state]
        async with publisher.writing():
            write(on_disk, 1)
            states.append(publisher.state)
        states.append(publisher.state)
        await publisher.close()
        assert states == [0, 1, 2]

    asyncio.run(check())
