from concurrent.futures import ThreadPoolExecutor
from itertools import count
from time import sleep

from service.figures import Figure


def test_figure_is_found_once_for_each_revision_however_many_ask() -> None:
    finds, revisions = count(1), [7]

    def find() -> int:
        number = next(finds)
        sleep(0.05)
        return number

    figure = Figure(find, lambda: revisions[-1])
    with ThreadPoolExecutor(8) as threads:
        first = list(threads.map(lambda _: figure.value(), range(8)))
        revisions.append(8)
        second = list(threads.map(lambda _: figure.value(), range(8)))
    assert (first, second) == ([1] * 8, [2] * 8)


def test_figure_that_may_be_old_is_not_found_anew() -> None:
    revisions = count()
    figure = Figure(lambda: next(revisions), lambda: next(revisions))
    known = figure.value()
    assert figure.value(seconds=1000) == known
    assert figure.value() != known
