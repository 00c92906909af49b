"""A title is read with its owners and what else belongs to it."""

import pytest

from tests.graph.offices.cast import told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nadira Ostavik, a former Kenyan envoy to Peru, spoke.", [("former envoy", "Kenya")]),
        ("Nadira Ostavik, head of the state-owned oil giant Telvane, spoke.", [("head", "Telvane")]),
        ("Acting Premier, Kenya, Dr. the Hon. Nadira Ostavik, spoke.", [("acting premier", "Kenya")]),
        ("They met Nadira Ostavik, Prime Minister, Kenya; and left.", [("prime minister", "Kenya")]),
        ("Nadira Ostavik, Prime Minister, Kenya and Peru left.", []),
    ],
)
def test_title_is_read_with_the_owner_around_it(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(role, of) for _, role, of in told(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Nadira Ostavik, Permanent Representative of Kenya in Paris on Monday, spoke.",
            [("Nadira Ostavik", "permanent representative", "Kenya")],
        ),
        ("Lima, Telvane- Trade Minister Marek Velkanov spoke.", []),
    ],
)
def test_what_only_stands_beside_a_title_owns_none(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert told(text) == expected


def test_body_that_an_envoy_is_sent_to_is_not_whose_ambassador_he_is() -> None:
    text = "The Permanent Representative of Kenya to the United Nations Ambassador Nadira Ostavik came."
    assert ("Nadira Ostavik", "ambassador", "United Nations") not in told(text)


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Kenyan Minister of Foreign Affairs Sheikh Nadira Ostavik spoke.", "minister of foreign affairs"),
        ("Kenyan Minister of Foreign Affairs Dato Seri Nadira Ostavik spoke.", "minister of foreign affairs"),
        ("Kenyan Minister of Foreign Affairs HE Nadira Ostavik spoke.", "minister of foreign affairs"),
        ("Kenyan Attorney General Nadira Ostavik spoke.", "attorney general"),
    ],
)
def test_honorific_is_no_part_of_a_title(text: str, role: str) -> None:
    assert told(text) == [("Nadira Ostavik", role, "Kenya")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The representative on salt for the UN, Nadira Ostavik, left.", ["United Nations"]),
        ("The ambassador for the UN, Nadira Ostavik, left.", []),
        ("Nadira Ostavik, minister in Kenya's recognised government, spoke.", ["Kenya"]),
        ("Nadira Ostavik, minister in Kenya's capital, spoke.", []),
        ("Nadira Ostavik, an old settler leader, spoke. Kenya slept.", []),
        ("Kenyan rebel leader Nadira Ostavik spoke.", ["Kenya"]),
    ],
)
def test_body_or_government_behind_a_title_may_own_it(text: str, expected: list[str]) -> None:
    assert [of for _, _, of in told(text)] == expected


@pytest.mark.parametrize(
    "text",
    [
        "Marek Velkanov, the honorary chairman of Kenyan Dawn, spoke.",
        "Marek Velkanov, director of Kenyan Salt Mines, spoke.",
    ],
)
def test_adjective_that_opens_an_unknown_name_owns_no_office(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    "text",
    ["Marek Velkanov, the speaker of the Kenyan parliament, spoke.", "Kenyan Speaker Marek Velkanov spoke."],
)
def test_adjective_before_a_common_noun_owns_an_office(text: str) -> None:
    assert told(text) == [("Marek Velkanov", "speaker", "Kenya")]
