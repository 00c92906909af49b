import asyncio

from service.engine.places import Places
from service.errors import BusyError


def test_clients_take_turns_and_none_has_more_than_its_share() -> None:
    async def check() -> list[list[str]]:
        places = Places(3, client_count=2, patience=60)
        served: list[str] = []

        async def take(client: str) -> None:
            await places.take(client)
            served.append(client)

        async with asyncio.TaskGroup() as tasks:
            for client in "aaaabbc":
                tasks.create_task(take(client))
            seen = []
            for left in ("", "a", "b", "a", "c"):
                if left:
                    places.give_back(left)
                for _ in range(5):
                    await asyncio.sleep(0)
                seen.append(served.copy())
        return [found[len(before) :] for before, found in zip([[], *seen], seen, strict=False)]

    assert asyncio.run(check()) == [["a", "a", "b"], ["a"], ["b"], ["c"], ["a"]]


def test_who_waits_too_long_is_refused_and_leaves_no_trace() -> None:
    async def check() -> list[object]:
        places = Places(1, client_count=1, patience=0.05)
        await places.take("a")
        refused = await asyncio.gather(places.take("a"), places.take("b"), return_exceptions=True)
        places.give_back("a")
        await places.take("b")
        return [type(each) for each in refused]

    assert asyncio.run(check()) == [BusyError, BusyError]


def test_place_of_one_who_leaves_at_the_moment_of_getting_it_goes_on() -> None:
    async def check() -> None:
        places = Places(1, client_count=1, patience=60)
        await places.take("a")
        waiting = asyncio.create_task(places.take("b"))
        await asyncio.sleep(0)
        places.give_back("a")
        waiting.cancel()
        await asyncio.gather(waiting, return_exceptions=True)
        async with asyncio.timeout(60):
            await places.take("c")

    asyncio.run(check())
