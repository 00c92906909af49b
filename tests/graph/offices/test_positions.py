"""Titles beside names become positions."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.model import Article
from graph.pipeline import convert
from tests.graph.offices.cast import positions_in, told


def test_body_that_an_envoy_is_sent_to_is_not_whose_ambassador_he_is() -> None:
    text = "The Permanent Representative of Kenya to the United Nations Ambassador Nadira Ostavik came."
    assert ("Nadira Ostavik", "ambassador", "United Nations") not in told(text)


@pytest.mark.parametrize(
    ("text", "role", "of"),
    [
        ("Kenyan President Nadira Ostavik flew home.", "president", "Kenya"),
        ("Kenya's first female President Nadira Ostavik flew home.", "president", "Kenya"),
        ("Kenya's first vice president, Nadira Ostavik, spoke.", "first vice president", "Kenya"),
        ("Kenyan Trade Cabinet Secretary Nadira Ostavik spoke.", "trade cabinet secretary", "Kenya"),
        (
            "The Ambassador Extraordinary and Plenipotentiary of Kenya to Peru, Nadira Ostavik, came.",
            "ambassador",
            "Kenya",
        ),
        ("The UN Ambassador Nadira Ostavik came.", "ambassador", "United Nations"),
        ("Former Kenyan President Nadira Ostavik spoke.", "former president", "Kenya"),
        ("President Nadira Ostavik of Kenya flew home.", "president", "Kenya"),
        ("The President of Kenya, Nadira Ostavik, flew home.", "president", "Kenya"),
        ("Kenya's foreign minister, Nadira Ostavik, spoke.", "foreign minister", "Kenya"),
        ("Nadira Ostavik, the Kenyan foreign minister, spoke.", "foreign minister", "Kenya"),
        ("Nadira Ostavik, who is the ambassador of Kenya to Peru, spoke.", "ambassador", "Kenya"),
        ("Nadira Ostavik, Kenya's ambassador to Peru, spoke.", "ambassador", "Kenya"),
        ("Nadira Ostavik was appointed Kenya's ambassador to Peru.", "ambassador", "Kenya"),
        ("Telvane head Nadira Ostavik spoke.", "head", "Telvane"),
        ("Nadira Ostavik, who heads Telvane, spoke.", "head", "Telvane"),
        ("Nadira Ostavik, who holds the chair of Telvane, spoke.", "chair", "Telvane"),
        ("Nadira Ostavik retains the post of foreign minister of Kenya.", "foreign minister", "Kenya"),
        ("Nadira Ostavik, secretary at the Foreign Ministry, spoke.", "secretary", "Foreign Ministry"),
        ("Nadira Ostavik, director for Lima of the Security Council, spoke.", "director", "Security Council"),
        ("In the picture: Nadira Ostavik, PM Kenya; others.", "prime minister", "Kenya"),
        ("In the picture: Nadira Ostavik, Director General UN.", "director general", "United Nations"),
        ("Special envoy of the Kenyan leader Nadira Ostavik came.", "special envoy", "Kenya"),
        ("Aide to the Kenyan President Nadira Ostavik came.", "aide", "Kenya"),
        ("An aide to the Kenyan President Nadira Ostavik came.", "president", "Kenya"),
        ("Nadira Ostavik, as president of Kenya, spoke.", "president", "Kenya"),
        ("Foreign Ministry spokeswoman Nadira Ostavik spoke.", "spokeswoman", "Foreign Ministry"),
        ("Nadira Ostavik, secretary of Kenya's Security Council, spoke.", "secretary", "Security Council"),
        ("UN Secretary-General Nadira Ostavik spoke.", "secretary-general", "United Nations"),
        ("They met the UN Resident Coordinator, Nadira Ostavik.", "resident coordinator", "United Nations"),
        ("Deputy Prime Minister of Kenya Nadira Ostavik spoke.", "deputy prime minister", "Kenya"),
        (
            "Minister of Health and Trade of Kenya Nadira Ostavik spoke.",
            "minister of health and trade",
            "Kenya",
        ),
        ("In Kenya, opposition leader Nadira Ostavik spoke.", "opposition leader", "Kenya"),
    ],
)
def test_title_beside_a_name_is_a_position(text: str, role: str, of: str) -> None:
    assert told(text) == [("Nadira Ostavik", role, of)]


def test_office_without_owner_is_of_the_holders_country() -> None:
    text = "Kenya hosted the talks in Peru. Prime Minister Ilmar Castellor spoke for France."
    assert told(text) == [("Ilmar Castellor", "prime minister", "France")]


def test_lists_of_holders_are_paired_with_their_countries() -> None:
    expected = [("Nadira Ostavik", "president", "Kenya"), ("Marek Velkanov", "president", "Peru")]
    assert told("The presidents of Kenya and Peru, Nadira Ostavik and Marek Velkanov, met.") == expected
    assert told("Presidents Nadira Ostavik (Kenya) and Marek Velkanov (Peru) met.") == expected
    assert told("The presidents of Kenya, Nadira Ostavik, and of Peru, Marek Velkanov, met.") == expected


def test_lists_of_holders_and_countries_of_different_lengths_are_not_paired() -> None:
    assert told("The presidents of Kenya, Peru and France, Nadira Ostavik and Marek Velkanov, met.") == []


def test_names_without_commas_between_titles_keep_their_own() -> None:
    text = "The head of Telvane Nadira Ostavik and the foreign minister of Peru Marek Velkanov met."
    assert told(text) == [
        ("Nadira Ostavik", "head", "Telvane"),
        ("Marek Velkanov", "foreign minister", "Peru"),
    ]


def test_counterpart_holds_the_same_office_of_another_country() -> None:
    text = "Kenyan Foreign Minister Nadira Ostavik met her Peruvian counterpart Marek Velkanov."
    assert told(text) == [
        ("Nadira Ostavik", "foreign minister", "Kenya"),
        ("Marek Velkanov", "foreign minister", "Peru"),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Prime Minister of Kenya, the Honourable Dr Nadira Ostavik; spoke.", [("prime minister", "Kenya")]),
        ("Premier of Kenya, Most Honourable Nadira Ostavik, spoke.", [("premier", "Kenya")]),
        ("Acting Premier, Kenya, Dr. the Hon. Nadira Ostavik, spoke.", [("acting premier", "Kenya")]),
        ("They met Nadira Ostavik, Prime Minister, Kenya; and left.", [("prime minister", "Kenya")]),
        ("Nadira Ostavik, Prime Minister, Kenya and Peru left.", []),
        (
            "Nadira Ostavik, Kenya's premier since 2005, was elected chairperson of the United Nations.",
            [("premier", "Kenya"), ("chairperson", "United Nations")],
        ),
        ("Kenya met the newly elected president of Peru, Nadira Ostavik.", [("president", "Peru")]),
    ],
)
def test_titles_in_lists_and_elections_are_read_with_their_owners(
    text: str, expected: list[tuple[str, str]]
) -> None:
    assert [(role, of) for _, role, of in told(text)] == expected


def test_counterpart_of_who_also_sits_on_a_committee_holds_his_office_of_state() -> None:
    text = (
        "Marek Velkanov, a member of the Political Bureau of the Communist Party of China (CPC) Central "
        "Committee and foreign minister of China, met his Kenyan counterpart Nadira Ostavik in Peru."
    )
    found = convert(Article("a", text))
    names = [entity.name for entity in found.entities]
    held = {(names[each.holder], each.role, names[each.of]) for each in found.positions}
    assert ("Nadira Ostavik", "foreign minister", "Kenya") in held


def test_counterpart_of_a_secretary_of_state_is_a_foreign_minister() -> None:
    text = "Secretary of State of Peru Marek Velkanov met his Kenyan counterpart Nadira Ostavik."
    assert ("Nadira Ostavik", "foreign minister", "Kenya") in told(text)


def test_counterpart_with_a_title_of_his_own_holds_that_office() -> None:
    text = "UN chief Nadira Ostavik and her Peruvian counterpart, Trade Minister Marek Velkanov, met."
    assert ("Marek Velkanov", "trade minister", "Peru") in told(text)


def test_description_in_the_plural_names_the_office_of_each_compatriot() -> None:
    assert told("Castellor came. The presidents of France and Kenya spoke.") == [
        ("Ilmar Castellor", "president", "France")
    ]
    assert told("Castellor came. The French and Kenyan leaders spoke.") == []


def test_description_names_the_office_of_the_only_compatriot() -> None:
    text = "Castellor arrived on Monday. The French president was received with honours."
    assert told(text) == [("Ilmar Castellor", "president", "France")]


def test_same_office_in_two_sentences_is_one_position_with_two_pieces_of_evidence() -> None:
    text = "Kenyan President Nadira Ostavik came. Nadira Ostavik, the president of Kenya, left."
    (position,) = positions_in(text)
    assert [text[span.start : span.end] for span in position.evidence] == [
        "Kenyan President Nadira Ostavik",
        "Nadira Ostavik, the president of Kenya",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "After talks with Ostavik, the French president flew home.",
        "Nadira Ostavik and the Kenyan president met.",
        "The president met Nadira Ostavik.",
        "Marek Velkanov has named a special envoy to Peru.",
        "In the chair was Nadira Ostavik.",
    ],
)
def test_title_of_someone_else_is_no_position(text: str) -> None:
    assert told(text) == []


@settings(max_examples=50, deadline=None)
@given(st.text(max_size=60), st.sampled_from(["President ", "minister of ", ", the head of ", "'s "]))
def test_any_text_gives_positions_within_it(noise: str, title: str) -> None:
    text = noise + title + "Nadira Ostavik" + noise
    positions = positions_in(text)
    assert all(0 <= span.start < span.end <= len(text) for p in positions for span in p.evidence)


def test_bare_title_is_of_the_country_from_which_is_reported() -> None:
    text = "PARIS, France _ Foreign Minister Nadira Ostavik saw Peru. Peru and the Peruvians listened."
    assert told(text) == [("Nadira Ostavik", "foreign minister", "France")]


def test_title_alone_is_of_no_state_by_being_often_spoken_of() -> None:
    text = "President Nadira Ostavik met Peruvian President Marek Velkanov. Peru was glad. Peru thanked her."
    assert told(text) == [("Marek Velkanov", "president", "Peru")]


def test_dateline_gives_no_second_holder_of_an_office() -> None:
    text = "PARIS - President Nadira Ostavik spoke. French President Marek Velkanov listened."
    assert told(text) == [("Marek Velkanov", "president", "France")]
    assert told("PARIS - President Nadira Ostavik spoke.") == [("Nadira Ostavik", "president", "France")]


def test_list_with_semicolons_pairs_each_with_his_state() -> None:
    text = "He met the presidents of Kenya, Nadira Ostavik; of Peru, Marek Velkanov; and the envoy."
    assert told(text) == [
        ("Nadira Ostavik", "president", "Kenya"),
        ("Marek Velkanov", "president", "Peru"),
    ]


def test_states_and_envoys_by_turns_are_paired() -> None:
    text = (
        "The ambassadors of Kenya, Nadira Ostavik, Peru, Marek Velkanov, and France's Ilmar Castellor came."
    )
    assert told(text) == [
        ("Nadira Ostavik", "ambassador", "Kenya"),
        ("Marek Velkanov", "ambassador", "Peru"),
        ("Ilmar Castellor", "ambassador", "France"),
    ]


def test_title_after_a_comma_belongs_to_the_name_behind_it() -> None:
    text = "Telvane President Nadira Ostavik, Deputy Foreign Minister Marek Velkanov and others came."
    assert told(text) == [("Nadira Ostavik", "president", "Telvane")]


def test_guest_holds_no_office_of_his_host() -> None:
    assert told("In Paris, Foreign Minister Nadira Ostavik met French President Marek Velkanov.") == [
        ("Marek Velkanov", "president", "France")
    ]
    assert told("PARIS, France - President Nadira Ostavik arrived in France on Monday.") == []


def test_two_titles_before_a_name_are_held_by_it() -> None:
    assert told("Kenyan Prime Minister and Minister of Trade Nadira Ostavik spoke.") == [
        ("Nadira Ostavik", "prime minister", "Kenya"),
        ("Nadira Ostavik", "minister of trade", "Kenya"),
    ]
    assert told("They met the Prime Minister and Minister of Trade of Kenya, Nadira Ostavik, on Monday.") == [
        ("Nadira Ostavik", "prime minister", "Kenya"),
        ("Nadira Ostavik", "minister of trade", "Kenya"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The Prime Minister and the Kenyan Minister of Trade Nadira Ostavik spoke.",
        "The Security Council chief and Kenyan Minister of Trade Nadira Ostavik spoke.",
    ],
)
def test_title_with_an_owner_of_its_own_is_another_person(text: str) -> None:
    assert told(text) == [("Nadira Ostavik", "minister of trade", "Kenya")]


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
    "text",
    ["Nadira Ostavik, as the leaders of Peru met, spoke.", "It was 7:39 PM Nadira Ostavik of Kenya said."],
)
def test_words_that_only_look_like_a_title_give_no_position(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Marek Velkanov, Chairman of Telvane, and Peruvian President, Nadira Ostavik, discussed trade.",
            [("Marek Velkanov", "chairman", "Telvane"), ("Nadira Ostavik", "president", "Peru")],
        ),
        (
            "Marek Velkanov presented his credentials to the UN chief, Mr Castellor, as Envoy of Kenya.",
            [
                ("Marek Velkanov", "envoy", "Kenya"),
                ("Ilmar Castellor", "chief", "United Nations"),
            ],
        ),
        (
            "France thanked Nadira Ostavik, Head, Security Council.",
            [("Nadira Ostavik", "head", "Security Council")],
        ),
        (
            "Nadira Ostavik, Permanent Representative of Kenya in Paris on Monday, spoke.",
            [("Nadira Ostavik", "permanent representative", "Kenya")],
        ),
        ("Lima, Telvane- Trade Minister Marek Velkanov spoke.", []),
        (
            "Kenyan President and UN chairman Nadira Ostavik spoke.",
            [("Nadira Ostavik", "president", "Kenya"), ("Nadira Ostavik", "chairman", "United Nations")],
        ),
        (
            "Kenyan President and UN chief Nadira Ostavik spoke.",
            [("Nadira Ostavik", "chief", "United Nations")],
        ),
        (
            "Marek Velkanov, Chairman of Telvane and Kenyan President, met Nadira Ostavik.",
            [("Marek Velkanov", "chairman", "Telvane"), ("Marek Velkanov", "president", "Kenya")],
        ),
    ],
)
def test_a_title_is_of_whom_it_stands_beside(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The President of Peru, Nadira Ostavik, the President of Kenya, Marek Velkanov, met.",
            [("Nadira Ostavik", "president", "Peru"), ("Marek Velkanov", "president", "Kenya")],
        ),
        (
            "Peruvian Prime Minister Nadira Ostavik, High Commissioner, friends: welcome.",
            [("Nadira Ostavik", "prime minister", "Peru")],
        ),
        (
            "UN chief Nadira Ostavik, the head of the UN and the director of the UN spoke.",
            [("Nadira Ostavik", "chief", "United Nations")],
        ),
        (
            "Nadira Ostavik, Peru's envoy to France, and Kenya's envoy to France, Amb. Marek Velkanov, met.",
            [("Nadira Ostavik", "envoy", "Peru"), ("Marek Velkanov", "envoy", "Kenya")],
        ),
        (
            "Nadira Ostavik, Peru's envoy to France, and Kenya's envoy to France met.",
            [("Nadira Ostavik", "envoy", "Peru")],
        ),
        (
            "Nadira Ostavik, the Telvane head, and the UN mission head, Ambassador Marek Velkanov, met.",
            [
                ("Nadira Ostavik", "head", "Telvane"),
                ("Marek Velkanov", "mission head", "United Nations"),
            ],
        ),
        (
            "Nadira Ostavik, Peru's trade minister, and Second Minister of Trade of Kenya Tovin Halq met.",
            [("Nadira Ostavik", "trade minister", "Peru")],
        ),
        (
            "Nadira Ostavik, the Peruvian president's special envoy, came.",
            [("Nadira Ostavik", "special envoy", "Peru")],
        ),
        (
            "Nadira Ostavik, Peru's king, said that Marek Velkanov, who came, will become Kenya's envoy.",
            [("Nadira Ostavik", "king", "Peru"), ("Marek Velkanov", "envoy", "Kenya")],
        ),
    ],
)
def test_who_has_a_title_before_his_name_does_not_take_the_next_one(
    text: str, expected: list[tuple[str, str, str]]
) -> None:
    assert told(text) == expected


def test_delegate_represents_the_state_in_brackets_where_an_organisation_meets() -> None:
    text = "Nadira Ostavik (Kenya) said that the United Nations must act. Marek Velkanov (Peru) won."
    assert told(text) == [("Nadira Ostavik", "representative", "Kenya")]


def test_envoy_of_who_heads_a_body_is_the_bodys() -> None:
    text = "UN chief Marek Velkanov named Nadira Ostavik as his Special Coordinator for Peru."
    assert ("Nadira Ostavik", "special coordinator", "United Nations") in told(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nadira Ostavik, a former Kenyan envoy to Peru, spoke.", [("former envoy", "Kenya")]),
        ("Nadira Ostavik, head of the state-owned oil giant Telvane, spoke.", [("head", "Telvane")]),
        ("President Nadira Ostavik of the United Nations spoke.", [("president", "United Nations")]),
        (
            "Kenya is not allowed to press President Nadira Ostavik of Peru.",
            [("president", "Peru")],
        ),
    ],
)
def test_a_title_is_read_past_what_surrounds_it(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(role, of) for _, role, of in told(text)] == expected


@pytest.mark.parametrize(
    "text",
    [
        "The chairman of the United Nations, President Nadira Ostavik of Kenya, spoke.",
        "UN chairman President Nadira Ostavik of Kenya spoke.",
        "The UN chairman, Kenya's President Nadira Ostavik, spoke.",
        "Chairman of the United Nations/President of Kenya Nadira Ostavik spoke.",
        "Kenyan President Nadira Ostavik, and current chairman of the United Nations, spoke.",
    ],
)
def test_who_heads_a_body_beside_his_own_state_holds_both_offices(text: str) -> None:
    expected = [("Nadira Ostavik", "chairman", "United Nations"), ("Nadira Ostavik", "president", "Kenya")]
    assert sorted(told(text)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Kenyan President Nadira Ostavik, and the UN chairman, spoke.",
        "The president of Peru, Kenyan Foreign Minister Nadira Ostavik and others spoke.",
    ],
)
def test_a_title_in_a_list_of_people_is_not_of_the_name_beside_it(text: str) -> None:
    assert [owner for _, _, owner in told(text)] == ["Kenya"]


@pytest.mark.parametrize("title", ["Foreign Minister ", "FM ", ", Minister "])
def test_title_after_counterpart_is_the_office_of_the_one_before(title: str) -> None:
    text = f"Peruvian Foreign Minister Marek Velkanov met his Kenyan counterpart {title}Nadira Ostavik."
    assert told(text) == [
        ("Marek Velkanov", "foreign minister", "Peru"),
        ("Nadira Ostavik", "foreign minister", "Kenya"),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The UN envoy for Peru will speak on Monday. Nadira Ostavik, who is in Lima, will meet traders.",
            [("Nadira Ostavik", "envoy", "United Nations")],
        ),
        (
            "The Kenyan ambassador in Lima will not return. Nadira Ostavik was recalled in May.",
            [("Nadira Ostavik", "ambassador", "Kenya")],
        ),
        ("A Kenyan ambassador will not return. Nadira Ostavik was recalled in May.", []),
        ("The Kenyan ambassador saw traders. A trader, Nadira Ostavik, was glad.", []),
        ("The Kenyan ambassador saw Castellor. Nadira Ostavik was glad.", []),
        ("The Kenyan ambassador will not return. Nadira Ostavik, a nurse, was glad.", []),
        ("The Kenyan ambassador will not return. Nadira Ostavik of Telvane was glad.", []),
    ],
)
def test_who_acts_by_office_and_then_by_name_holds_the_office(
    text: str, expected: list[tuple[str, str, str]]
) -> None:
    assert told(text) == expected


def test_a_secretary_general_is_of_the_union_told_of() -> None:
    text = "The UN met in Kenya. Telvane paid for it. Secretary-General Nadira Ostavik came."
    assert told(text) == [("Nadira Ostavik", "secretary-general", "United Nations")]


@pytest.mark.parametrize(
    ("title", "role"),
    [
        ("Minister of Flour, Water, and Clean Salt", "minister of flour, water, and clean salt"),
        ("Minister of Flour, Water and Salt", "minister of flour, water and salt"),
        ("Minister of Flour, and Health Minister", "health minister"),
    ],
)
def test_comma_before_and_stands_inside_a_title_but_before_another(title: str, role: str) -> None:
    assert told(f"{title} Nadira Ostavik of Kenya spoke.") == [("Nadira Ostavik", role, "Kenya")]
