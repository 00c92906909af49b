"""What is called off does not take place, and what may be called off is still ahead."""

from __future__ import annotations

import pytest

from graph.model import Status
from tests.graph.events.triggers.marked import status_of


@pytest.mark.parametrize(
    ("marked", "status"),
    [
        ("A <summit> of Peru and Chile planned for May in Lima has been called off.", Status.DENIED),
        ("The <talks> of Peru and Chile were then abruptly cancelled.", Status.DENIED),
        ("<Talks> with Chile will not go ahead.", Status.DENIED),
        ("Peru asked for the postponement of the <talks>.", Status.PLANNED),
        ("Peru told of the postponement of the <summit> from 12 to 18 May.", Status.DENIED),
        ("The <talks> were not cancelled.", Status.PLANNED),
        ("The <talks> may be cancelled.", Status.PLANNED),
        ("Peru asked Chile to postpone the <talks>.", Status.PLANNED),
        ("The <talks> will go ahead.", Status.PLANNED),
        ("The <talks> could not have happened without Peru.", Status.PLANNED),
    ],
)
def test_what_is_called_off_does_not_take_place(marked: str, status: Status) -> None:
    assert status_of(marked, "Meeting", planned=0.9) is status
