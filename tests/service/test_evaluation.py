import asyncio
from threading import Event

import pytest

from service.errors import BusyError, TimeUpError
from service.evaluation import Evaluation


def test_work_gives_its_result_or_its_error() -> None:
    evaluation = Evaluation(slots=1, seconds=5)
    assert asyncio.run(evaluation.run(lambda: 42)) == 42
    with pytest.raises(ZeroDivisionError):
        asyncio.run(evaluation.run(lambda: 1 / 0))


def test_work_that_does_not_end_is_given_up_and_keeps_its_slot() -> None:
    evaluation, end = Evaluation(slots=1, seconds=0.1), Event()
    with pytest.raises(TimeUpError, match=r"ran for 0\.1 s"):
        asyncio.run(evaluation.run(end.wait))
    with pytest.raises(BusyError, match="try again"):
        asyncio.run(evaluation.run(lambda: 42))
    end.set()


def test_slot_is_free_again_when_the_work_ends() -> None:
    evaluation, end = Evaluation(slots=1, seconds=2), Event()

    async def both() -> list[object]:
        first = asyncio.create_task(evaluation.run(end.wait))
        second = asyncio.create_task(evaluation.run(lambda: 42))
        await asyncio.sleep(0.05)
        end.set()
        return await asyncio.gather(first, second)

    assert asyncio.run(both()) == [True, 42]
