"""Brackets say what an acronym stands for, and whether that is a body."""

from __future__ import annotations

import pytest

from graph.names.acronyms import acronyms_of_things
from tests.graph.names.reading import told


@pytest.mark.parametrize(
    ("text", "acronyms"),
    [
        ("Peru left the Coastal Trade Plan (CTP) with unmanned harbour vehicles (UHVs).", {"CTP", "UHVs"}),
        ("The health ministry (MOH) and the Peru Harbour Union (PHU) met.", set()),
        ("Peru left the Coastal Trade Treaty (CTT).", set()),
        ("The team (a) left and its minister (left) came.", set()),
    ],
)
def test_what_is_no_body_has_an_acronym_that_names_none(text: str, acronyms: set[str]) -> None:
    assert acronyms_of_things(text) == acronyms


def test_acronym_of_a_plan_is_no_entity_elsewhere() -> None:
    assert told("Peru left the Coastal Trade Plan (CTP). The CTP was made in Lima.") == [
        "Peru Country",
        "Lima Place",
    ]
