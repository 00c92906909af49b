"""What is named in an article, wherever it stands."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.model import Article
from graph.reading.segment import segment
from tests.graph.names.reading import mentions, told

PIECES = st.sampled_from(
    [
        *(
            "President ",
            "Wang Yi",
            " of ",
            "Moscow",
            "'s ",
            "MINISTRY",
            ", ",
            ". ",
            "\n\n",
            "U.S.",
            "-",
            "al-",
            "Jr",
        ),
        *("al-", "Jr", "\u00a0", "”", "Foreign Ministry", "é", "🙂", "the ", "said", "(EU)", "Dr.", "\u2028"),
    ]
)


def test_said_within_a_sentence_is_a_name() -> None:
    text = "They thanked Foreign Minister Hamad Said, and Karim bin Said left."
    assert told(text) == ["Hamad Said Person", "Karim bin Said Person"]


KENYA_AND_BANK = ("Kenya Country", "African Development Bank InternationalOrganization")


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Foreign Minister Meets Peruvian Counterpart in Lima", ["Peruvian Country", "Lima Place"]),
        ("Foreign Minister Pellorin Meets Counterpart in Lima", ["Pellorin Person", "Lima Place"]),
        ("Kenya Joins African Development Bank Fund", [*KENYA_AND_BANK]),
    ],
)
def test_verb_of_a_headline_is_no_name(title: str, expected: list[str]) -> None:
    assert told(f"{title}\n\nThey spoke at length.", title) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "LARS VARNHOLT (Norway) called on Peru.",
            ["LARS VARNHOLT Person", "Norway Country", "Peru Country"],
        ),
        ("ALBRECK (Norway) - Talks began.", ["ALBRECK Place", "Norway Country"]),
    ],
)
def test_delegate_in_capitals_is_no_place_of_a_report(text: str, expected: list[str]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Russian President Vladimir Putin arrived.", ["Russian Country", "Vladimir Putin Person"]),
        ("He met Foreign Minister Alarik Pellorin on Tuesday.", ["Alarik Pellorin Person"]),
        ("Talks with Secretary of State Ilse Varnholt went on.", ["Ilse Varnholt Person"]),
        ("He thanked President Jordan Whitlock.", ["Jordan Whitlock Person"]),
        ("The speech of Joseph R. Biden, Jr. was short.", ["Joseph R. Biden, Jr Person"]),
        ("The emir, Tamim bin Hamad Al Thani, was host.", ["Tamim bin Hamad Al Thani Person"]),
        ("Czech Foreign Minister Jan Dvorin came on Jan. 5.", ["Czech Country", "Jan Dvorin Person"]),
        ("Foreign Minister Don Carvell came.", ["Don Carvell Person"]),
        ("EAM Alarik Pellorin came.", ["Alarik Pellorin Person"]),
        ("The delegation headed by Lavrov came.", ["Lavrov Person"]),
        ("The inter-Korean talks failed.", []),
        ("S. Korea met N. Korean envoys.", ["S. Korea Country", "N. Korean Country"]),
        ("The Anglo-Korean talks failed.", ["Korean Country"]),
        ("Italian Defense Minister Carlo Verrin came.", ["Italian Country", "Carlo Verrin Person"]),
        ("Kenyan President Samuel arap Keinor came.", ["Kenyan Country", "Samuel arap Keinor Person"]),
        (
            "Kenyan Ambassador to Chile Amina Odera came.",
            ["Kenyan Country", "Chile Country", "Amina Odera Person"],
        ),
        (
            "The ambassador of Peru to Ghana Georgia Salinas came.",
            ["Peru Country", "Ghana Country", "Georgia Salinas Person"],
        ),
        ("The ambassador to Kenya Airways came.", ["Kenya Airways Company"]),
        ("Minister of State for Regional Affairs Daouda Mbengue came.", ["Daouda Mbengue Person"]),
        ("State Councilor Wei Varnholt came.", ["Wei Varnholt Person"]),
        ("RA Foreign Minister Arman Pellorin came.", ["RA Country", "Arman Pellorin Person"]),
        ("She arrived at 7:39 PM ET.", []),
        ("They signed the Baku-Yerevan treaty.", ["Baku Place", "Yerevan Place"]),
        ("DR Congo and Rwanda signed.", ["DR Congo Country", "Rwanda Country"]),
        ("It cost three billion U.S. dollars.", []),
        ("West African leaders met in Lagos.", ["Lagos Place"]),
        ("HRVP Ilse Varnholt met DM Pellorin.", ["Ilse Varnholt Person", "Pellorin Person"]),
        (
            "The Head of Mission in Kosovo Alarik Pellorin came.",
            ["Kosovo Country", "Alarik Pellorin Person"],
        ),
        (
            "The special envoy of the Secretary-General for Yemen Ilse Varnholt came.",
            ["Yemen Country", "Ilse Varnholt Person"],
        ),
        ("The Ambassador Extraordinary and Plenipotentiary of Peru came.", ["Peru Country"]),
        ("Mr Even Strandvik came.", ["Even Strandvik Person"]),
        ("They thanked May Olsenvik and Will Dornvik.", ["May Olsenvik Person", "Will Dornvik Person"]),
        ("Last May Olsenvik came to Lima.", ["Lima Place"]),
        ("They thanked A. Pellorin of Peru.", ["A. Pellorin Person", "Peru Country"]),
    ],
)
def test_names_are_found_without_titles(text: str, expected: list[str]) -> None:
    assert told(text) == expected


def test_surname_is_found_again_without_its_article_and_with_its_hyphen() -> None:
    text = "Orvel al-Castin met Mira Vega-Soto. Castin left. Then Vega-Soto spoke."
    assert [mention.text for mention in mentions(text)][2:] == ["Castin", "Vega-Soto"]


def test_acronym_of_several_words_is_found_again() -> None:
    text = "The Velkan Alliance (VA-DA) won. The VA-DA's leader spoke."
    assert [mention.text for mention in mentions(text)] == ["Velkan Alliance", "VA-DA", "VA-DA"]


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        (
            "Ambassador of Peru Meets Prime Minister of Norway Alarik Pellorin",
            ["Peru Country", "Norway Country", "Alarik Pellorin Person"],
        ),
        ("President of Peru Lauds Trade Accord", ["Peru Country"]),
    ],
)
def test_name_behind_a_state_in_a_headline_is_a_persons(title: str, expected: list[str]) -> None:
    assert told(f"{title}\n\nThey spoke at length.", title) == expected


def test_surname_is_found_again_wherever_it_stands() -> None:
    text = "Nurbek Alimov came to Vienna.\n\nIt was late. Nobody had expected Alimov, and Mr. Alimov knew it."
    assert [mention.text for mention in mentions(text)] == ["Nurbek Alimov", "Vienna", "Alimov", "Alimov"]


def test_surname_that_a_known_body_bears_too_is_the_persons() -> None:
    text = "The envoy, Ivo Rada, met the press. Nobody had expected Rada."
    assert told(text) == ["Ivo Rada Person", "Rada Person"]


def test_surname_that_an_alliance_bears_too_is_the_alliances() -> None:
    text = "Kim Jong Un met envoys. The UN had sent them."
    assert told(text) == ["Kim Jong Un Person", "UN InternationalOrganization"]


def test_plain_words_of_a_headline_are_no_names() -> None:
    text = "President Tokayev Hosts Trilateral Meeting in Astana\n\nKassym-Jomart Tokayev hosted it."
    assert told(text, "President Tokayev Hosts Trilateral Meeting in Astana") == [
        "Tokayev Person",
        "Astana Place",
        "Kassym-Jomart Tokayev Person",
    ]


def test_place_ends_before_the_next_noun() -> None:
    assert told("At the Varnholt Palace the UN was host.") == [
        "Varnholt Palace Place",
        "UN InternationalOrganization",
    ]


def test_country_before_a_name_is_no_part_of_it() -> None:
    text = "The Deputy Minister of Trade of Uzbekistan Davlat Orzuev came."
    assert "Davlat Orzuev Person" in told(text)


def test_part_of_a_hyphenated_name_is_no_mention() -> None:
    assert "Saint-Denis" not in [mention.text for mention in mentions("They grew up in Seine-Saint-Denis.")]


@settings(max_examples=50, deadline=None)
@given(st.one_of(st.text(max_size=80), st.lists(PIECES, max_size=12).map("".join)))
def test_mentions_quote_the_text_and_do_not_overlap(text: str) -> None:
    found, sentences = mentions(text), segment(Article(id="a", text=text))
    assert all(text[each.span.start : each.span.end] == each.text for each in found)
    assert all(left.span.end <= right.span.start for left, right in pairwise(found))
    assert all(
        any(s.span.start <= each.span.start and each.span.end <= s.span.end for s in sentences)
        for each in found
    )


def test_first_name_with_an_apostrophe_does_not_part_a_name() -> None:
    text = "It was signed by Ali’ioaiga Feturi Elisaia of Samoa. Elisaia spoke."
    assert [each.text for each in mentions(text)] == ["Ali’ioaiga Feturi Elisaia", "Samoa", "Elisaia"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("French-speaking states left.", []),
        ("Peru's French-born envoy left.", ["Peru"]),
        ("French-led talks began.", ["French"]),
    ],
)
def test_state_that_only_says_of_what_sort_somebody_is_is_not_named(text: str, expected: list[str]) -> None:
    assert [mention.text for mention in mentions(text)] == expected


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Canada will help schools in Haiti, Lenora Kivista, its trade minister, said.", "Lenora Kivista"),
        ("In September 2015 Lenita Varnholt, then Minister for Trade, led a mission.", "Lenita Varnholt"),
    ],
)
def test_whose_title_stands_behind_a_name_is_a_person(text: str, name: str) -> None:
    assert f"{name} Person" in told(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A contract with the company Construtora Planalva was signed.", "Construtora Planalva Company"),
        ("She told the newspaper Pasaxor that all was well.", "Pasaxor Organization"),
        ("They embraced in the border town Charagna at noon.", "Charagna Place"),
        ("She told the newspaper Ana Pellorin had left.", "Ana Pellorin Person"),
        ("The state oil company Pertavia signed.", "Pertavia Company"),
        ("It was signed with Sonavo, a mining firm, in May.", "Sonavo Company"),
        ("Pertavia is a mining firm.", "Pertavia Company"),
        ("Ana Pellorin, a company director, left.", "Ana Pellorin Person"),
    ],
)
def test_noun_beside_a_name_may_say_what_it_is(text: str, expected: str) -> None:
    assert expected in told(text)


def test_name_told_to_be_a_companys_is_so_wherever_it_stands() -> None:
    text = "It was signed with Velka Orin, a mining firm. Talks with Velka Orin and Peru went on."
    assert told(text) == ["Velka Orin Company", "Velka Orin Company", "Peru Country"]


def test_name_told_to_be_a_companys_is_so_without_its_last_word() -> None:
    text = "Peru banned the airline Pellorin Air. Talks with Pellorin failed."
    assert told(text) == ["Peru Country", "Pellorin Air Company", "Pellorin Company"]


def test_surname_behind_a_place_and_a_point_is_the_persons() -> None:
    text = "President Marek Velkanov of Peru left. LIMA. Velkanov agreed to everything."
    assert "Velkanov Person" in told(text)


@pytest.mark.parametrize("word", ["Explainer", "Font", "Sultanate"])
def test_word_of_a_page_or_kind_of_state_is_no_name(word: str) -> None:
    assert [each.text for each in mentions(f"{word}: why Peru left.")] == ["Peru"]


def test_surname_behind_a_word_that_opens_a_sentence_is_the_persons() -> None:
    text = "Ilona Varga came. Then Varga answered the minister of Peru."
    assert told(text) == ["Ilona Varga Person", "Varga Person", "Peru Country"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The governor of West Ostavur came.", ["West Ostavur Place"]),
        ("He left the West Tuesday.", ["West Place"]),
    ],
)
def test_quarter_of_the_world_belongs_to_the_name_behind_it(text: str, expected: list[str]) -> None:
    assert told(text) == expected


def test_known_name_goes_on_behind_the_end_of_a_wrapped_line() -> None:
    text = (
        "The talks between the two ministers of trade were held in the North\nKorea centre of Lima on Monday."
    )
    assert [name.split()[-1] for name in told(text)][:1] == ["Country"]
