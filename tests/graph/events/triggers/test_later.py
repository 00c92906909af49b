"""What is not done until some time is done then."""

from __future__ import annotations

import pytest

from graph.model import Status
from tests.graph.events.triggers.marked import status_of


@pytest.mark.parametrize(
    ("marked", "event_type", "status"),
    [
        ("The treaty will not be <signed> until after the elections.", "Agreement", Status.PLANNED),
        ("The <talks> will not begin until June.", "Meeting", Status.PLANNED),
        ("The minister will not <visit> Peru until 2026.", "Visit", Status.PLANNED),
        ("Peru did not <recognise> Chile until 1964.", "RelationsChange", Status.ACTUAL),
        ("The <summit> was not held until the war was over.", "Meeting", Status.ACTUAL),
        ("Peru will not <sign> it until the release of the prisoners.", "Agreement", Status.DENIED),
        ("Peru will not <meet> Chile until the prisoners are freed.", "Meeting", Status.DENIED),
        (
            "Peru did not <recognise> Chile, which was ruled by a king until 1964.",
            "RelationsChange",
            Status.DENIED,
        ),
        ("The <talks> will not end until June.", "Meeting", Status.DENIED),
        ("Peru will not <reject> the plan until June.", "Rejection", Status.DENIED),
    ],
)
def test_what_is_not_done_until_some_time_is_done_then(marked: str, event_type: str, status: Status) -> None:
    assert status_of(marked, event_type, denied=0.9) is status
