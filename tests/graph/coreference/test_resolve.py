"""Descriptions are resolved to whom they mean."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.coreference.resolve import resolve
from graph.linking.gazetteer import load_gazetteer
from graph.model import Article, Form
from graph.offices.line import article_lines
from graph.reading.segment import segment
from tests.graph.coreference.meaning import (
    BOTH,
    ENTITIES,
    TALKS,
    found_in,
    meant,
    names_in,
)


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("The Kenyan leader thanked him.", "The Kenyan leader", ["Nadira Ostavik"]),
        ("The Peruvian president left.", "The Peruvian president", ["Marek Velkanov"]),
        ("The two presidents signed a treaty.", "The two presidents", BOTH),
        ("Both leaders spoke.", "Both leaders", BOTH),
        ("The two countries will trade more.", "The two countries", ["Kenya", "Peru"]),
        ("The sides agreed.", "The sides", ["Kenya", "Peru"]),
        ("Negotiators of the two governments met.", "the two governments", ["Kenya", "Peru"]),
        ("The Peruvian side thanked the hosts.", "The Peruvian side", ["Peru"]),
        ("Velkanov thanked his Kenyan counterpart.", "his Kenyan counterpart", ["Nadira Ostavik"]),
        ("Velkanov thanked his host.", "his host", ["Nadira Ostavik"]),
        ("Ostavik stressed that she would travel soon.", "she", ["Nadira Ostavik"]),
        ("In his speech Velkanov praised Ostavik.", "his", ["Marek Velkanov"]),
        ("The presidents of Kenya and Peru dined.", "The presidents of Kenya and Peru", BOTH),
        ("Its foreign minister, Ilmar Castellor, came too.", "Its foreign minister", ["Ilmar Castellor"]),
        ("They talked in the Kenyan capital.", "the Kenyan capital", ["Nairobi"]),
        ("They also toured the port.", "They", BOTH),
        ("The Norwegian foreign minister sent a letter.", "The Norwegian foreign minister", ["Norway"]),
    ],
)  # fmt: skip
def test_words_point_back_to_the_talks(text: str, words: str, expected: list[str]) -> None:
    assert meant(TALKS + text, words) == expected


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("NAIROBI (Coastal Front) _ Peru left. The group will return.", "The group", []),
        ("Velkanov slept. Ostavik reports. He woke up.", "He", ["Marek Velkanov"]),
        ("Velkanov slept. Reporting by Ilmar Castellor.\n\nHe woke up.", "He", ["Marek Velkanov"]),
        ("Velkanov slept. I'm Ilmar Castellor. He woke up.", "He", ["Marek Velkanov"]),
    ],
)
def test_who_brings_the_report_is_not_meant(text: str, words: str, expected: list[str]) -> None:
    assert meant(text, words) == expected


def test_bare_president_is_the_one_with_the_bare_title() -> None:
    text = "President Castellor waited. The Peruvian president, Marek Velkanov, spoke. The president left."
    assert meant(text, "The president") == ["Ilmar Castellor"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Velkanov of Kenya came. Castellor is also in the country.", "Norway"),
        ("Kenya's Velkanov came. Others expected in the country are well.", "Norway"),
        ("Kenya fell silent. Castellor arrived in the country.", "Kenya"),
        ("Velkanov of Kenya urged calm in the country.", "Kenya"),
        ("Velkanov of Kenya said that others had landed in the country.", "Kenya"),
    ],
)
def test_guests_come_to_the_country_that_is_not_just_somebodys(text: str, expected: str) -> None:
    assert meant(f"Norway will host the talks. {text}", "the country") == [expected]


@pytest.mark.parametrize("verb", ["is visiting", "came to", "praised"])
def test_who_visits_the_country_comes_from_another(verb: str) -> None:
    text = f"Kenyan President Nadira Ostavik met Velkanov, foreign minister of Peru, who {verb} the country."
    assert meant(text, "the country") == (["Peru"] if verb == "praised" else ["Kenya"])


def test_kingdom_is_a_state_that_calls_itself_one() -> None:
    text = "Norway and Peru traded notes. Peru waited. The kingdom answered on Friday."
    assert meant(text, "The kingdom") == ["Norway"]


def test_noun_before_the_name_of_a_state_is_that_state() -> None:
    text = "The nation of Kenya cut ties with Peru. The nation explained it."
    assert meant(text, "The nation of Kenya") == ["Kenya"]
    assert meant(text, "The nation") == ["Kenya"]
    assert meant("The neighbour of Kenya cut ties with Peru.", "The neighbour of Kenya") == []


def test_kingdom_by_name_is_hardly_ever_the_united_one() -> None:
    text = "The Norwegian minister left. It rained. It snowed. It froze. The United Kingdom and Peru met. "
    assert meant(text + "The Kingdom condemned the attack.", "The Kingdom") == ["Norway"]
    assert meant("The United Kingdom met Peru. " + "The Kingdom spoke.", "The Kingdom") == ["United Kingdom"]


def test_title_before_a_name_is_no_description() -> None:
    assert [m for m in found_in("Kenyan President Nadira Ostavik spoke.") if m.form is Form.DESCRIPTION] == []


def test_given_mentions_are_kept_and_all_are_sorted() -> None:
    text = TALKS + "The two sides agreed."
    article = Article("a", text, published=date(2024, 5, 1))
    sentences, names = segment(article), names_in(text)
    lines = article_lines(sentences, names)
    found = resolve(article, lines, names, ENTITIES, (), load_gazetteer())
    assert set(names) < set(found)
    assert list(found) == sorted(found, key=lambda mention: (mention.span, mention.form))


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("The head of state thanked the staff.", "The head of state", ["Nadira Ostavik"]),
        ("The head of state invited Ostavik to Lima.", "The head of state", ["Marek Velkanov"]),
        ("Velkanov congratulated the head of state.", "the head of state", ["Nadira Ostavik"]),
        ("Velkanov congratulated the president.", "the president", ["Nadira Ostavik"]),
        ("The president thanked the staff.", "The president", ["Nadira Ostavik"]),
    ],
)
def test_head_of_state_is_at_home_and_does_nothing_to_himself(
    text: str, words: str, expected: list[str]
) -> None:
    assert meant(TALKS + text, words) == expected


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("Norway also suspended aid to the country.", "the country", ["Kenya"]),
        ("Norway ordered the Kenyan ambassador to leave the country.", "the country", ["Norway"]),
        ("Norway is at peace. The country is rich.", "The country", ["Norway"]),
        ("Kenya praised the country's nurses.", "the country", ["Kenya"]),
    ],
)
def test_country_is_not_who_acts_on_it(text: str, words: str, expected: list[str]) -> None:
    assert meant("Peru has frozen its support to Kenya. " + text, words) == expected


@pytest.mark.parametrize(("title", "expected"), [("Curbs hit Peru\n\n", ["Peru"]), ("", ["Kenya"])])
def test_country_on_which_others_act_in_turn_is_that_of_the_title(title: str, expected: list[str]) -> None:
    text = "Peru is poor. Kenya condemned the coup and sent ships. The African Union punished the country."
    assert meant(title + text, "the country") == expected


def test_country_is_what_it_is_said_to_have_become() -> None:
    text = "Under a pact signed with Kenya, the country became Peru."
    assert meant(text, "the country") == ["Peru"]


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("Norway warned the junta.", "the junta", ["Kenya"]),
        ("Norway warned the coup leaders.", "the coup leaders", ["Kenya"]),
        ("Norway warned the Peruvian junta.", "the Peruvian junta", ["Peru"]),
        ("Norway warned the military rulers in Peru.", "the military rulers", ["Peru"]),
    ],
)
def test_junta_is_the_state_of_the_coup(text: str, words: str, expected: list[str]) -> None:
    assert meant("A coup toppled the president of Kenya. Peru waits. " + text, words) == expected


def test_two_titles_are_one_person_who_holds_both() -> None:
    text = (
        "Kenyan Prime Minister and Minister of Trade Nadira Ostavik received Peruvian Minister of Trade "
        "Marek Velkanov. The Prime Minister and Minister of Trade spoke."
    )
    assert meant(text, "Minister of Trade") == ["Nadira Ostavik"]
    text += " The Prime Minister and the Peruvian Minister of Trade left."
    assert meant(text, "the Peruvian Minister of Trade") == ["Marek Velkanov"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The United Nations sat. The Secretary-General spoke.", ["United Nations"]),
        (
            "The African Union sat. The African Union told the United Nations. The Secretary-General spoke.",
            [],
        ),
        ("United Nations Secretary-General Nadira Ostavik sat. The Secretary-General spoke.", [BOTH[0]]),
    ],
)
def test_secretary_general_without_a_name_is_the_united_nations(text: str, expected: list[str]) -> None:
    assert meant(text, "The Secretary-General") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A spokesman for the African Union wept. The spokesman left.", ["African Union"]),
        ("A spokesman wept for the African Union. The spokesman left.", []),
        ("African Union spokesman Marek Velkanov wept. The spokesman left.", ["Marek Velkanov"]),
    ],
)
def test_spokesman_without_a_name_is_whom_he_speaks_for(text: str, expected: list[str]) -> None:
    assert meant(text, "The spokesman") == expected


def test_executive_secretary_is_no_former_one() -> None:
    text = "African Union Executive Secretary Nadira Ostavik came. The Executive Secretary spoke."
    assert meant(text, "The Executive Secretary") == ["Nadira Ostavik"]


@settings(max_examples=50, deadline=None)
@given(
    st.lists(
        st.sampled_from([
            "the", "two", "presidents", "he", "Kenya", "Nadira Ostavik", "its", "'s", ",", "and", "both",
            "counterpart", "his", "said", ".", "\n\n", "minister", "Peruvian", "they", "\u2028", "bloc", "(",
        ]),
        max_size=25,
    )
)  # fmt: skip
def test_found_mentions_quote_the_text(words: list[str]) -> None:
    text = " ".join(words)
    assert all(text[m.span.start : m.span.end] == m.text for m in found_in(text))


def test_title_goes_on_meaning_the_state_of_its_unnamed_holder() -> None:
    text = "The Peruvian president landed in Kenya. The president met Kenyan President Nadira Ostavik. "
    assert meant(text + "The president left.", "The president") == ["Peru"]
    assert meant("The Peruvian president landed. He was late.", "He") == ["Peru"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("African Union Secretary General landed. The Secretary General spoke.", ["African Union"]),
        (
            "African Union Secretary General Ilmar Castellor spoke. The Secretary General left.",
            ["Ilmar Castellor"],
        ),
        ("The African Union met. The Secretary General spoke.", []),
        ("The Coastal Front's secretary general landed. The Secretary General spoke.", []),
    ],
)
def test_unnamed_head_of_an_organisation_stands_for_it(text: str, expected: list[str]) -> None:
    assert meant(text, "The Secretary General") == expected


def test_guest_of_someone_unnamed_does_not_become_him() -> None:
    text = "The President received Kenyan President Nadira Ostavik. The President was glad."
    assert meant(text, "The President") == []


def test_delegation_is_the_one_of_which_is_told_whose_it_is() -> None:
    assert meant("The Peruvian delegation landed. The delegation met Ostavik.", "The delegation") == ["Peru"]
    assert meant("Peru was late. The delegation met Ostavik.", "The delegation") == []
