"""A name's words and its place in the sentence show its type."""

from __future__ import annotations

import pytest

from tests.graph.names.reading import told


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The president held talks in his residence in Novo-Velkano on Tuesday.", "Novo-Velkano Place"),
        ("According to VCS, the minister left for Lima.", "VCS Organization"),
        ("The minister opened a school in VCS.", "VCS Place"),
        ("Peru closed the seaports of Velkana, Lima and Ostrun.", "Ostrun Place"),
        ("The town is twinned with Velkana in Peru.", "Velkana Place"),
        ("Talks promote peace in the ASEAN region, he said.", "ASEAN InternationalOrganization"),
    ],
)
def test_where_a_name_stands_tells_a_place_from_a_body(text: str, name: str) -> None:
    assert name in told(text)
