"""People are known by their offices where they are not named again."""

from __future__ import annotations

import pytest

from tests.graph.coreference.meaning import BOTH, TALKS, found_in, meant

TRADE = (
    "President Castellor met Agriculture Minister Nadira Ostavik and Minister of Trade and Flour Velkanov. "
)


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("The farm minister left.", "The farm minister", ["Nadira Ostavik"]),
        ("The minister of agriculture left.", "The minister of agriculture", ["Nadira Ostavik"]),
        ("The trade minister left.", "The trade minister", ["Marek Velkanov"]),
        ("The flour minister left.", "The flour minister", ["Marek Velkanov"]),
        ("The health minister left.", "The health minister", []),
    ],
)
def test_minister_is_known_by_one_of_his_tasks(text: str, words: str, expected: list[str]) -> None:
    assert meant(TRADE + text, words) == expected


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("The diplomat left.", "The diplomat", ["Ilmar Castellor"]),
        ("The Peruvian diplomat left.", "The Peruvian diplomat", ["Ilmar Castellor"]),
        ("The Peruvian official left.", "The Peruvian official", ["Ilmar Castellor"]),
        ("The Kenyan official left.", "The Kenyan official", []),
        ("A lone diplomat wept. The diplomat left.", "The diplomat", []),
        ("Diplomat Ostavik wept. The Peruvian diplomat left.", "The Peruvian diplomat", ["Ilmar Castellor"]),
        ("A Peruvian ambassador wept. The Peruvian ambassador left.", "The Peruvian ambassador", ["Peru"]),
    ],
)
def test_diplomat_is_the_one_named_unless_another_came_since(
    text: str, words: str, expected: list[str]
) -> None:
    came = "Peruvian Ambassador Ilmar Castellor met Kenyan President Nadira Ostavik. "
    assert meant(came + text, words) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kenyan President Nadira Ostavik slept. The President of the Commission left.", []),
        ("Kenyan President Nadira Ostavik slept. The President of the Republic left.", ["Nadira Ostavik"]),
        ("African Union President Nadira Ostavik slept. The President of the Commission left.", [BOTH[0]]),
        ("The Kenyan president slept. The President of the Commission left.", []),
    ],
)
def test_president_of_a_body_is_no_head_of_state(text: str, expected: list[str]) -> None:
    words = text.split(". ")[1].removesuffix(" left.")
    assert meant(text, words) == expected


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("The Kenyan leader left.", "The Kenyan leader", ["Ilmar Castellor"]),
        ("The Kenyan leader praised Castellor.", "The Kenyan leader", ["Kenya"]),
        ("The Kenyan minister left.", "The Kenyan minister", ["Kenya"]),
        ("Kenyan Minister Velkanov wept. The Kenyan leader left.", "The Kenyan leader", ["Kenya"]),
        ("The Peruvian leader left.", "The Peruvian leader", ["Nadira Ostavik"]),
        ("The former president left.", "The former president", []),
    ],
)
def test_who_alone_bears_a_title_is_of_the_state_of_which_nobody_else_is(
    text: str, words: str, expected: list[str]
) -> None:
    met = "Peruvian Prime Minister Nadira Ostavik met President Ilmar Castellor. "
    assert meant(met + text, words) == expected


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("Velkanov was chosen to serve as Kenyan ambassador.", "Kenyan ambassador", []),
        (
            "The Kenyan ambassador was chosen to serve as a guide.",
            "The Kenyan ambassador",
            ["Nadira Ostavik"],
        ),
    ],
)
def test_who_is_to_serve_in_an_office_is_not_who_holds_it(text: str, words: str, expected: list[str]) -> None:
    assert meant(f"Nadira Ostavik, the ambassador of Kenya, came. {text}", words) == expected


@pytest.mark.parametrize("words", ["The former president", "The former Kenyan president"])
def test_former_president_is_who_is_told_to_be_one(words: str) -> None:
    met = "Former Kenyan President Nadira Ostavik met Peruvian President Ilmar Castellor. "
    assert meant(f"{met}{words} left.", words) == ["Nadira Ostavik"]


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("The Kenyan vice-president left.", "The Kenyan vice-president", ["Nadira Ostavik"]),
        ("The United Nations boss left.", "The United Nations boss", ["Ilmar Castellor"]),
        ("The Secretary General left.", "The Secretary General", ["Ilmar Castellor"]),
    ],
)
def test_title_is_the_same_with_a_hyphen_or_by_another_name(
    text: str, words: str, expected: list[str]
) -> None:
    met = "Kenyan Vice President Nadira Ostavik met United Nations Secretary-General Ilmar Castellor. "
    assert meant(met + text, words) == expected


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Velkanov thanked the president for his gift.", "the president"),
        ("Velkanov briefed the president on flour.", "the president"),
        ("Velkanov thanked the Kenyan leader for peace.", "the Kenyan leader"),
        ("Velkanov thanked the president of Kenya for flour.", "the president of Kenya"),
    ],
)
def test_what_a_president_is_thanked_for_is_no_part_of_his_title(text: str, words: str) -> None:
    assert meant(f"Kenyan President Ilmar Castellor came. {text}", words) == ["Ilmar Castellor"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ["Nadira Ostavik"]),
        ("Velkanov slept. ", ["Marek Velkanov"]),
        ("The president thanked Velkanov. ", ["Nadira Ostavik"]),
        ("Velkanov invited Ostavik to Lima. ", ["Nadira Ostavik"]),
    ],
)
def test_one_of_two_presidents_is_who_acted_last(text: str, expected: list[str]) -> None:
    told = f"Kenyan President Nadira Ostavik called Peruvian President Marek Velkanov. {text}"
    assert meant(f"{told}The president left.", "The president") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Kenyan President Mwai Kibaki wept. William Ruto smiled. The Kenyan president left.",
            "William Ruto",
        ),
        ("Kenyan President Mwai Kibaki wept. Velkanov smiled. The Kenyan president left.", "Mwai Kibaki"),
    ],
)
def test_office_is_his_who_has_not_left_it(text: str, expected: str) -> None:
    assert meant(text, "The Kenyan president") == [expected]


def test_counterpart_is_rather_of_whom_an_office_is_told() -> None:
    told = TALKS + "They praised Ilmar Castellor. "
    assert meant(told + "Ostavik praised her counterpart.", "her counterpart") == ["Marek Velkanov"]


def test_counterpart_may_stand_behind_his_name() -> None:
    text = "Nadira Ostavik met Marek Velkanov, her Peruvian counterpart, in Nairobi. Peru was glad."
    assert meant(text, "her Peruvian counterpart") == ["Marek Velkanov"]


@pytest.mark.parametrize("before", ["A", "One", "One senior", "Another", "Some"])
def test_who_is_told_of_as_anybody_is_nobody_named(before: str) -> None:
    text = f"Kenyan President Nadira Ostavik slept. {before} Kenyan president wept."
    assert [mention.text for mention in found_in(text) if "president" in mention.text] == []
