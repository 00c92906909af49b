"""What "it" and "its" mean is a state or body, or nothing."""

from __future__ import annotations

import pytest

from tests.graph.coreference.meaning import meant


@pytest.mark.parametrize(
    "text", ["It is clear that Peru will pay.", "It took two years.", "It remains to be seen."]
)
def test_impersonal_it_means_nothing(text: str) -> None:
    assert meant("Kenya waits. " + text, "It") == []
