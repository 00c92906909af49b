"""Counterparts, delegates and those described hold offices too; an office told twice is one position."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.model import Article
from graph.pipeline import convert
from tests.graph.offices.cast import positions_in, told


def test_counterpart_holds_the_same_office_of_another_country() -> None:
    text = "Kenyan Foreign Minister Nadira Ostavik met her Peruvian counterpart Marek Velkanov."
    assert told(text) == [
        ("Nadira Ostavik", "foreign minister", "Kenya"),
        ("Marek Velkanov", "foreign minister", "Peru"),
    ]


@pytest.mark.parametrize("title", ["Foreign Minister ", "FM ", ", Minister "])
def test_title_after_counterpart_is_the_office_of_the_one_before(title: str) -> None:
    text = f"Peruvian Foreign Minister Marek Velkanov met his Kenyan counterpart {title}Nadira Ostavik."
    assert told(text) == [
        ("Marek Velkanov", "foreign minister", "Peru"),
        ("Nadira Ostavik", "foreign minister", "Kenya"),
    ]


def test_counterpart_with_a_title_of_his_own_holds_that_office() -> None:
    text = "UN chief Nadira Ostavik and her Peruvian counterpart, Trade Minister Marek Velkanov, met."
    assert ("Marek Velkanov", "trade minister", "Peru") in told(text)


def test_counterpart_of_a_secretary_of_state_is_a_foreign_minister() -> None:
    text = "Secretary of State of Peru Marek Velkanov met his Kenyan counterpart Nadira Ostavik."
    assert ("Nadira Ostavik", "foreign minister", "Kenya") in told(text)


def test_counterpart_of_who_also_sits_on_a_committee_holds_his_office_of_state() -> None:
    text = (
        "Marek Velkanov, a member of the Political Bureau of the Communist Party of China (CPC) Central "
        "Committee and foreign minister of China, met his Kenyan counterpart Nadira Ostavik in Peru."
    )
    found = convert(Article("a", text))
    names = [entity.name for entity in found.entities]
    held = {(names[each.holder], each.role, names[each.of]) for each in found.positions}
    assert ("Nadira Ostavik", "foreign minister", "Kenya") in held


def test_leader_of_a_party_may_hold_an_office_of_state_too() -> None:
    text = "On the Kenyan side, Prime Minister Marek Velkanov, the leader of Salt Party, spoke."
    assert told(text) == [
        ("Marek Velkanov", "prime minister", "Kenya"),
        ("Marek Velkanov", "leader", "Salt Party"),
    ]


def test_description_names_the_office_of_the_only_compatriot() -> None:
    text = "Castellor arrived on Monday. The French president was received with honours."
    assert told(text) == [("Ilmar Castellor", "president", "France")]


def test_description_in_the_plural_names_the_office_of_each_compatriot() -> None:
    assert told("Castellor came. The presidents of France and Kenya spoke.") == [
        ("Ilmar Castellor", "president", "France")
    ]
    assert told("Castellor came. The French and Kenyan leaders spoke.") == []


def test_delegate_represents_the_state_in_brackets_where_an_organisation_meets() -> None:
    text = "Nadira Ostavik (Kenya) said that the United Nations must act. Marek Velkanov (Peru) won."
    assert told(text) == [("Nadira Ostavik", "representative", "Kenya")]


def test_same_office_in_two_sentences_is_one_position_with_two_pieces_of_evidence() -> None:
    text = "Kenyan President Nadira Ostavik came. Nadira Ostavik, the president of Kenya, left."
    (position,) = positions_in(text)
    assert [text[span.start : span.end] for span in position.evidence] == [
        "Kenyan President Nadira Ostavik",
        "Nadira Ostavik, the president of Kenya",
    ]


@settings(max_examples=50, deadline=None)
@given(st.text(max_size=60), st.sampled_from(["President ", "minister of ", ", the head of ", "'s "]))
def test_any_text_gives_positions_within_it(noise: str, title: str) -> None:
    text = noise + title + "Nadira Ostavik" + noise
    positions = positions_in(text)
    assert all(0 <= span.start < span.end <= len(text) for p in positions for span in p.evidence)


@pytest.mark.parametrize(
    ("text", "role", "of"),
    [
        (
            "Marek Velkanov appointed acting foreign minister of Peru, a paper writes.",
            "acting foreign minister",
            "Peru",
        ),
        ("Marek Velkanov, who commands Telvane, spoke.", "commander", "Telvane"),
        (
            "Kenyan President Nadira Ostavik led; her foreign minister was Marek Velkanov.",
            "foreign minister",
            "Kenya",
        ),
        ("Peru cut its rates. Central bank governor Marek Velkanov spoke.", "central bank governor", "Peru"),
        ("The Security Council met. Council chair Marek Velkanov spoke.", "chair", "Security Council"),
        (
            "The Security Council met. The Council's registrar, Marek Velkanov, spoke.",
            "registrar",
            "Security Council",
        ),
        ("Marek Velkanov, a senior fellow at Telvane, spoke.", "senior fellow", "Telvane"),
        ("Marek Velkanov, later president of Peru, spoke.", "president", "Peru"),
        (
            "Peru is near a deal, the country's trade minister said. Marek Velkanov sat down.",
            "trade minister",
            "Peru",
        ),
    ],
)
def test_office_is_found_by_its_words_and_what_was_told(text: str, role: str, of: str) -> None:
    assert ("Marek Velkanov", role, of) in told(text)


@pytest.mark.parametrize(
    "text",
    [
        "Marek Velkanov, who heads Telvane's mission in Kenya, spoke.",
        "The driver of the president of Peru was Marek Velkanov.",
        "LIMA, May 14 - Kenya accused Marek Velkanov, a senator.",
        "Council chair Marek Velkanov spoke for Telvane.",
    ],
)
def test_office_that_the_text_leaves_open_is_not_told(text: str) -> None:
    assert told(text) == []
