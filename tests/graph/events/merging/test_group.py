"""What the tellings of one event say together."""

from __future__ import annotations

from graph.events.merging.group import union
from tests.graph.events.merging.tellings import DAHL, FRANCE, HOLM, OSTAVIK, PERU, UNION, draft


def test_tellings_are_joined_in_the_order_of_the_text() -> None:
    first = draft(roles={"participant": (PERU, OSTAVIK)})
    second = draft(roles={"participant": (OSTAVIK, FRANCE), "chair": (PERU,)})
    assert union([first, second]) == {"participant": (PERU, OSTAVIK, FRANCE), "chair": (PERU,)}
    assert union([]) == {}


def test_guess_fills_only_what_no_telling_names() -> None:
    named = draft("Sanction", roles={"actor": (UNION,), "target": (PERU,)})
    guessed = draft(
        "Sanction", roles={"actor": (UNION,), "target": (PERU, FRANCE)}, implied=frozenset({PERU, FRANCE})
    )
    assert union([guessed, named]) == {"actor": (UNION,), "target": (PERU,)}
    assert union([guessed]) == {"actor": (UNION,), "target": (PERU, FRANCE)}
    alone = draft("Meeting", roles={"participant": (OSTAVIK, HOLM)}, implied=frozenset({HOLM}))
    assert union([alone]) == {"participant": (OSTAVIK, HOLM)}
    two = draft("Meeting", roles={"participant": (OSTAVIK, DAHL)})
    assert union([alone, two]) == {"participant": (OSTAVIK, DAHL)}
