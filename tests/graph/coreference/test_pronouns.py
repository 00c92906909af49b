"""Pronouns, styles and those who speak are resolved to whom they mean."""

from __future__ import annotations

import pytest

from tests.graph.coreference.meaning import (
    BOTH,
    ENTITIES,
    TALKS,
    found_in,
    meant,
)


def test_object_is_not_the_subject_of_its_own_clause() -> None:
    text = TALKS + "Ostavik spoke. Velkanov told Castellor that Ostavik had called him."
    assert meant(text, "him") != ["Nadira Ostavik"]


@pytest.mark.parametrize(
    "text", ["It is clear that Peru will pay.", "It took two years.", "It remains to be seen."]
)
def test_impersonal_it_means_nothing(text: str) -> None:
    assert meant("Kenya waits. " + text, "It") == []


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("Velkanov and Ostavik will attend, he said.", "he", ["Ilmar Castellor"]),
        ("Velkanov said he would attend.", "he", ["Marek Velkanov"]),
        ('"We wait," the statement said.', "the statement", ["Ilmar Castellor"]),
    ],
)
def test_who_speaks_after_the_content_is_the_last_speaker(text: str, words: str, expected: list[str]) -> None:
    assert meant("Ilmar Castellor said that the talks went well. " + text, words) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Observers accuse Kenya of backing the rebels, which it denies.", ["Kenya"]),
        ("Kenya has been accused of backing the rebels, which it denies.", ["Kenya"]),
        ("Observers accuse Kenya of backing the rebels, which it leads.", []),
        ("Observers saw Kenya with the rebels, which it denies.", []),
        ("Peru accused Kenya of a raid and it denied visas to guests.", ["Peru"]),
    ],
)
def test_who_denies_a_charge_is_the_one_accused(text: str, expected: list[str]) -> None:
    assert meant("Peru waits. " + text, "it") == expected


@pytest.mark.parametrize("asked", ["asked Kenya on Friday", "on Friday asked Kenya", "asked Kenya"])
def test_who_is_asked_to_act_owns_what_he_acts_on(asked: str) -> None:
    assert meant(f"Peru {asked} to explain its decision.", "its") == ["Kenya"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Castellor received Velkanov during his visit.", ["Marek Velkanov"]),
        ("Castellor met Velkanov during his visit.", ["Ilmar Castellor"]),
        ("Castellor received Velkanov in his office.", ["Ilmar Castellor"]),
    ],
)
def test_visit_of_host_and_guest_is_the_guests(text: str, expected: list[str]) -> None:
    assert meant(TALKS + text, "his") == expected


def test_statement_that_nobody_reads_out_is_no_one() -> None:
    text = "Castellor said that the talks went well. Peru read the statement."
    assert [mention.text for mention in found_in(text)] == []


@pytest.mark.parametrize("style", ["His Highness", "His Royal Highness", "Her Majesty"])
def test_styles_are_no_pronouns(style: str) -> None:
    text = TALKS + f"Kenya thanked {style}."
    assert [mention.text for mention in found_in(text)] == []


def test_style_before_a_verb_is_who_spoke_last() -> None:
    text = TALKS + "Velkanov praised the port. His Excellency also stressed trade."
    assert meant(text, "His Excellency") == ["Marek Velkanov"]


def test_style_in_capitals_is_no_pronoun() -> None:
    assert [mention.text for mention in found_in(TALKS + "HE Marek Velkanov left.")] == []
    assert [mention.text for mention in found_in(TALKS + "THEN HE LEFT.")] == ["HE"]


def test_he_in_a_quotation_is_not_its_speaker() -> None:
    assert meant('Castellor praised Velkanov. "He is wise," Castellor said.', "He") == ["Marek Velkanov"]
    assert meant("Castellor praised Velkanov. He is wise, Castellor said.", "He") == ["Ilmar Castellor"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Foreign Minister Nadira Ostavik: This is a start. I met Velkanov.", ["Nadira Ostavik"]),
        ("Remarks by President Nadira Ostavik\n\nDear friends, I met Velkanov.", ["Nadira Ostavik"]),
        ("Speech of President Nadira Ostavik\n\nDear friends, I met Velkanov.", ["Nadira Ostavik"]),
        ("Address\n\nNadira Ostavik, President of Kenya\n\nI met Velkanov.", ["Nadira Ostavik"]),
        (
            "Remarks by Nadira Ostavik\n\nMinister Velkanov, ladies and gentlemen: good day.\n\nI am glad.",
            ["Nadira Ostavik"],
        ),
        ("Nadira Ostavik: Good morning.\n\nQuestion: May I ask?", None),
        ("Nadira Ostavik left. I met Velkanov.", None),
        ("Nadira Ostavik said: I met Velkanov.", None),
        ('Nadira Ostavik: "It is late." I met Velkanov.', None),
    ],
)
def test_i_in_a_speech_is_who_stands_before_the_colon(text: str, expected: list[str] | None) -> None:
    found = [mention for mention in found_in(text) if mention.text == "I"]
    assert [[ENTITIES[i].name for i in each.entities] for each in found] == ([expected] if expected else [])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Remarks by President Nadira Ostavik\n\nWe urge Peru to act.", [["Nadira Ostavik"]]),
        ("Remarks by Kenyan President Nadira Ostavik\n\nWe urge Peru to act.", [["Kenya"]]),
        ("Statement by African Union chief Nadira Ostavik\n\nWe urge Peru to act.", [["African Union"]]),
        ("Joint Statement by the Foreign Ministers of Kenya and Peru\n\nWe wept.", [["Kenya", "Peru"]]),
        ("We, the presidents of Kenya and Peru, met. Norway must know that We wept.", [["Kenya", "Peru"]]),
        ("Remarks by President Nadira Ostavik\n\nVelkanov came, and We met.", []),
        ('Remarks by President Nadira Ostavik\n\nVelkanov said: "We wept."', []),
        ("A statement by President Nadira Ostavik was read out.\n\nWe wept.", []),
        ("Nadira Ostavik met Marek Velkanov.\n\nWe agreed.", [["Nadira Ostavik", "Marek Velkanov"]]),
        ("Nadira Ostavik met Marek Velkanov.\n\n“We agreed.”", []),
    ],
)
def test_we_in_a_speech_are_those_for_whom_its_speaker_speaks(text: str, expected: list[list[str]]) -> None:
    found = [mention for mention in found_in(text) if mention.text == "We"]
    assert [[ENTITIES[i].name for i in each.entities] for each in found] == expected


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        (TALKS + "Later the former accused Norway of spying.", "the former", ["Nadira Ostavik"]),
        (TALKS + "The latter's visit was short.", "The latter", ["Marek Velkanov"]),
        ("Kenya and Peru signed a pact. Norway praised the latter.", "the latter", ["Peru"]),
        ("Kenya signed a pact with the latter.", "the latter", []),
    ],
)
def test_former_and_latter_are_of_two_told_of(text: str, words: str, expected: list[str]) -> None:
    assert meant(text, words) == expected


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("Velkanov said Castellor will arrive in Peru and he will fly to Kenya.", "he", "Ilmar Castellor"),
        ("Velkanov said Castellor will arrive in Peru, and he told Kenya so.", "he", "Marek Velkanov"),
        ("Velkanov voiced hope for Castellor's initiative and his visit to Peru.", "his", "Ilmar Castellor"),
        ("Velkanov voiced hope for Castellor and his own visit to Peru.", "his", "Marek Velkanov"),
    ],
)
def test_pronoun_goes_on_with_whom_its_clause_is_joined_to(text: str, words: str, expected: str) -> None:
    assert meant("Velkanov spoke. " + text, words) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kenya praised Peru for its decision.", ["Peru"]),
        ("Kenya visited Peru for its decision.", ["Kenya"]),
        ("Kenya thanked Peru for what is its finest hour.", ["Kenya"]),
    ],
)
def test_whoever_is_judged_is_judged_for_what_is_his(text: str, expected: list[str]) -> None:
    assert meant(text, "its") == expected


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        (
            "Ostavik left. Castellor will meet with her, and Velkanov will talk with her.",
            "her",
            ["Nadira Ostavik"],
        ),
        ("Ostavik spoke. Velkanov told Castellor that he would call him.", "him", ["Ilmar Castellor"]),
    ],
    ids=["again", "another"],
)
def test_pronoun_that_is_told_again_means_the_same_unless_it_cannot(
    text: str, word: str, expected: list[str]
) -> None:
    assert meant(text, word) == expected


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Velkanov received Castellor. Through Castellor he thanked Kenya.", "he", "Marek Velkanov"),
        (
            "Velkanov saw Castellor. He noted that Ostavik had left, adding that he is glad.",
            "he",
            "Marek Velkanov",
        ),
        (
            "Velkanov saw Castellor. He said Castellor told her so, adding that he is glad.",
            "he",
            "Ilmar Castellor",
        ),
    ],
    ids=["through him", "adds", "says so too"],
)
def test_he_is_who_does_the_main_deed(text: str, word: str, expected: str) -> None:
    assert meant(text, word) == [expected]


def test_its_in_a_clause_is_of_whom_the_clause_is_on() -> None:
    assert meant("Peru said it would wait, angering Kenya, which recalled its envoy.", "its") == ["Kenya"]


def test_city_of_a_dateline_is_none_of_those_who_act() -> None:
    text = "Nairobi, Kenya and Peru announced that they would leave."
    assert meant(text, "they") == ["Kenya", "Peru"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Velkanov and envoys came to see Ostavik. They later met Peru's king.", ["Marek Velkanov"]),
        ("Velkanov and envoys went to see Ostavik. They then met with Peru's king.", ["Marek Velkanov"]),
        ("Velkanov and envoys went to Nairobi to see Ostavik. They met on Monday.", BOTH),
        ("Velkanov and envoys went to Nairobi to see Ostavik. They signed a treaty.", BOTH),
        ("Velkanov went to Nairobi to see Ostavik. They later met Peru's king.", BOTH),
    ],
)
def test_who_meets_others_is_not_who_was_seen_before(text: str, expected: list[str]) -> None:
    assert sorted(meant(text, "They")) == sorted(expected)


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("The Peruvian president met Velkanov. He was late.", "He", ["Peru"]),
        ("The Minister met Velkanov. He was late.", "He", []),
        ("The Minister met Velkanov. He was late. He then left.", "He", []),
        ("The Minister met Velkanov. He asked him to wait.", "him", ["Marek Velkanov"]),
        ("The Minister met Velkanov. He asked him to wait. He then left.", "He", []),
        ("The Minister met Velkanov. He lost his hat.", "his", []),
        ("The Minister met Velkanov. His hat was new.", "His", ["Marek Velkanov"]),
        ("A minister met Velkanov. He was late.", "He", ["Marek Velkanov"]),
        ("The Kenyan envoy is Velkanov, who left. He was late.", "He", ["Marek Velkanov"]),
        ("The Minister met Velkanov. He said he had lost his hat.", "he", []),
        ("The storm met Velkanov. He was late.", "He", ["Marek Velkanov"]),
        ("The Minister said that Velkanov had left. He was late.", "He", ["Marek Velkanov"]),
        (
            "Minister Castellor met Velkanov. The Minister met Ostavik. He was late.",
            "He",
            ["Ilmar Castellor"],
        ),
        (
            "The United Nations Secretary-General met President Sarah Velkanov. He wept.",
            "He",
            ["United Nations"],
        ),
    ],
)
def test_title_that_acts_goes_on_before_whom_it_acts_on(text: str, word: str, expected: list[str]) -> None:
    assert meant(text, word) == expected
