"""Who is left out has no part, and where nobody went is no place."""

from __future__ import annotations

import pytest

from graph.events.roles.excluded import is_broken_from, is_excluded, is_joined
from graph.model import EntityType, Form, Mention
from tests.graph.events.predicted import sentence_of
from tests.graph.events.roles.named import people_in, states_in, trigger_in


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Unlike Kenya, Peru signed the treaty.", {"Kenya"}),
        ("Peru met Chile despite Kenya.", {"Kenya"}),
        ("Peru signed it in the absence of Kenya and Chile.", {"Kenya", "Chile"}),
        ("The treaty was signed by Peru, but not by Kenya.", {"Kenya"}),
        ("Peru met not only Kenya, but also Chile.", set()),
        ("Peru met many envoys, but not only of Kenya.", set()),
        ("Peru signed it with Chile.", set()),
        ("Despite Kenya denying it, Peru condemned it.", set()),
        ("She went not to Kenya, but to Peru.", {"Kenya"}),
        ("She went not only to Kenya but to Peru.", set()),
        ("She did not go to Kenya.", set()),
        ("She landed in Chile instead of Kenya on Monday.", {"Kenya"}),
    ],
)
def test_who_has_no_part_is_excluded(text: str, expected: set[str]) -> None:
    assert {each.text for each in states_in(text) if is_excluded(sentence_of(text), each)} == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The union invited an envoy rather than President Marek Velkanov.", {"Marek Velkanov"}),
        ("Nadira Ostavik came instead of Prime Minister Marek Velkanov.", {"Marek Velkanov"}),
        ("Rather than Marek Velkanov, Nadira Ostavik met the envoys.", {"Marek Velkanov"}),
        ("Nadira Ostavik wrote rather than meet Marek Velkanov.", set()),
        ("Rather than wait, Marek Velkanov met Nadira Ostavik.", set()),
    ],
)
def test_who_is_set_aside_for_another_is_excluded(text: str, expected: set[str]) -> None:
    assert {each.text for each in people_in(text) if is_excluded(sentence_of(text), each)} == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kenya recognised the independence of Peru from Chile.", {"Chile"}),
        ("Kenya heard of independence from Chile.", {"Chile"}),
        ("Kenya recognised the independence of Peru.", set()),
        ("Kenya had a demand from Chile.", set()),
    ],
)
def test_what_others_are_free_of_is_told_from_them(text: str, expected: set[str]) -> None:
    assert {each.text for each in states_in(text) if is_broken_from(sentence_of(text), each)} == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kenya backs Peru's access to the Union.", True),
        ("Kenya rejects their membership in the Union.", True),
        ("Kenya listens to the Union.", False),
        ("Kenya rejects the plan of the Union.", False),
    ],
)
def test_what_others_want_to_be_in_is_told_from_them(text: str, expected: bool) -> None:
    kind = EntityType.INTERNATIONAL_ORGANIZATION
    union = Mention(trigger_in(text, "Union"), "Union", kind, Form.NAME, (0,))
    assert is_joined(sentence_of(text), union) is expected
