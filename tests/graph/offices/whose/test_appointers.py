"""Who is appointed serves whom the one serves who appoints him."""

import pytest

from tests.graph.offices.cast import told


@pytest.mark.parametrize(
    ("text", "role", "of"),
    [
        ("Kenya named Marek Velkanov ambassador to Peru.", "ambassador", "Kenya"),
        ("Kenya's president Nadira Ostavik named Marek Velkanov envoy to Peru.", "envoy", "Kenya"),
        ("Marek Velkanov was appointed minister by Kenya's president Nadira Ostavik.", "minister", "Kenya"),
        (
            "The United Nations named Marek Velkanov special envoy for Peru.",
            "special envoy",
            "United Nations",
        ),
    ],
)
def test_appointed_officer_is_of_the_state_or_union_that_appoints_him(text: str, role: str, of: str) -> None:
    assert ("Marek Velkanov", role, of) in told(text)


@pytest.mark.parametrize(
    "text",
    [
        "Kenya accepted Marek Velkanov as ambassador.",
        "Kenya's president Nadira Ostavik, chair of the United Nations, named Marek Velkanov envoy.",
        "Kenya met Marek Velkanov, ambassador to Peru.",
        "Telvane named Marek Velkanov ambassador to Peru.",
    ],
)
def test_who_only_receives_or_serves_two_appoints_for_nobody(text: str) -> None:
    assert "Marek Velkanov" not in [holder for holder, _, _ in told(text)]
