"""The first word of a sentence has a capital, and need not be part of a name."""

import pytest

from tests.graph.names.reading import told


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("Other Security Council members left Peru.", "Security Council InternationalOrganization"),
        ("Replied State Department officials to Peru.", "State Department GovernmentBody"),
        ("Twelve Arab League members left Peru.", "Arab League InternationalOrganization"),
        ("Joint Security Committee members left Peru.", "Joint Security Committee GovernmentBody"),
        ("National Assembly members left Peru.", "National Assembly GovernmentBody"),
        ("Smaller Peruvian groups came.", "Peruvian Country"),
        ("Associated Press reporters came.", "Associated Press Organization"),
    ],
)
def test_ordinary_word_that_opens_a_sentence_is_no_part_of_a_name(text: str, first: str) -> None:
    assert told(text)[0] == first


@pytest.mark.parametrize("name", ["Grant Velkanov", "Frank Ostavik", "Young Marek Velkanov"])
def test_name_that_opens_a_sentence_is_whole(name: str) -> None:
    assert told(f"{name} of Peru spoke.")[0] == f"{name} Person"
