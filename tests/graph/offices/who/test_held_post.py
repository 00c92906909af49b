"""Who held "the post" held the one told of just before."""

import pytest

from tests.graph.offices.cast import told


@pytest.mark.parametrize("held", ["held the post", "has held that position", "had previously held the job"])
def test_who_held_the_post_held_the_office_told_of_before(held: str) -> None:
    text = f"Kenya's foreign minister flew in. It shows, says Marek Velkanov, who {held} until 2002."
    assert told(text) == [("Marek Velkanov", "foreign minister", "Kenya")]


@pytest.mark.parametrize(
    "text",
    [
        "Peru's envoy met Kenya's trade minister. It went well for Marek Velkanov, who held the post.",
        "Kenya's president flew in with Marek Velkanov, who held a post there.",
        "Kenya's president flew in with Marek Velkanov, who held the door.",
    ],
)
def test_who_held_another_or_no_certain_post_holds_nothing(text: str) -> None:
    assert told(text) == []
