"""A title that does not say whose it is belongs to whom the reader has in mind."""

import pytest

from tests.graph.offices.cast import told


@pytest.mark.parametrize(
    ("text", "of"),
    [
        ("Peru's army denied it. Foreign Minister Nadira Ostavik told reporters that Telvane lied.", "Peru"),
        ("The army of Peru denied it, and Foreign Minister Nadira Ostavik said so.", "Peru"),
        ("Foreign Minister Nadira Ostavik took part on the Kenyan side.", "Kenya"),
        ("On the Kenyan side, Foreign Minister Nadira Ostavik took part.", "Kenya"),
        ("The leader of breakaway Kenya, Nadira Ostavik, spoke.", "Kenya"),
        ("Peru fears the tariffs of Kenya. Its foreign minister, Nadira Ostavik, spoke.", "Peru"),
        ("It fears Kenya. Its foreign minister, Nadira Ostavik, spoke.", "Kenya"),
        ("Nadira Ostavik, Minister of Trade, represented Kenya while Peru slept.", "Kenya"),
    ],
)
def test_a_minister_serves_the_state_that_acted_before_or_whose_side_is_named(text: str, of: str) -> None:
    assert [(name, owner) for name, _, owner in told(text)] == [("Nadira Ostavik", of)]


@pytest.mark.parametrize(
    "text",
    [
        "Telvane thanked the army of Peru. Foreign Minister Nadira Ostavik denied it.",
        "Peru's army welcomed guests. Foreign Minister Nadira Ostavik denied it.",
        "Peru's army and Kenya denied it. Foreign Minister Nadira Ostavik denied it.",
        "Peru's army denied it. Telvane thanked Foreign Minister Nadira Ostavik.",
        "Peru's army denied it. Ambassador Nadira Ostavik denied it.",
    ],
)
def test_a_minister_does_not_serve_a_state_told_of_otherwise(text: str) -> None:
    assert told(text) == []


def test_counterpart_of_a_state_holds_the_same_office() -> None:
    text = "Kenyan President Nadira Ostavik met her counterpart of Peru, Marek Velkanov."
    assert told(text) == [("Nadira Ostavik", "president", "Kenya"), ("Marek Velkanov", "president", "Peru")]


@pytest.mark.parametrize(
    "text",
    [
        "Peruvian President Marek Velkanov and Foreign Minister Nadira Ostavik came.",
        "Kenya thanked Peruvian President Marek Velkanov and Foreign Minister Nadira Ostavik.",
        "Marek Velkanov arrived in Peru on Monday, where he met Foreign Minister Nadira Ostavik.",
        "Marek Velkanov, who is visiting Peru, held a meeting with Nadira Ostavik, Foreign Minister.",
        "Marek Velkanov visited Peru. He met with Foreign Minister Nadira Ostavik.",
        "Marek Velkanov visited Peru. It rained. He called on Foreign Minister Nadira Ostavik.",
        "Marek Velkanov visited Peru. It rained. Discussions with Foreign Minister Nadira Ostavik followed.",
        "In Peru, Marek Velkanov will meet Foreign Minister Nadira Ostavik.",
        "LIMA, Tuesday - Foreign Minister Nadira Ostavik spoke.",
        "The Peruvian foreign minister spoke. Foreign Minister Nadira Ostavik was glad.",
        "Kenya met Peruvian President Marek Velkanov , Foreign Minister Nadira Ostavik and others.",
    ],
)
def test_a_colleague_and_a_host_serve_the_state_named(text: str) -> None:
    assert ("Nadira Ostavik", "foreign minister", "Peru") in told(text)


@pytest.mark.parametrize(
    "text",
    [
        "Kenya thanked Peruvian President Marek Velkanov, and Foreign Minister Nadira Ostavik said so.",
        "Marek Velkanov arrived in Peru on Monday with Foreign Minister Nadira Ostavik.",
        "Peruvian Foreign Minister Marek Velkanov and Foreign Minister Nadira Ostavik came.",
        "Peruvian Ambassador Marek Velkanov and Foreign Minister Nadira Ostavik came.",
        "Velkanov will visit Peru and Kenya. On Monday he will meet Foreign Minister Nadira Ostavik.",
        "Marek Velkanov visited Peru. Peruvian President Oona Berling met Foreign Minister Nadira Ostavik.",
    ],
)
def test_who_only_stands_near_serves_another_state(text: str) -> None:
    assert ("Nadira Ostavik", "foreign minister", "Peru") not in told(text)


@pytest.mark.parametrize(
    ("text", "of"),
    [
        ("Nairobi, 31 May 2012\n\nPrime Minister Marek Velkanov came. Kenya will pay.", None),
        ("PARIS, 31 May 2012\n\nPrime Minister Marek Velkanov came.", "France"),
        ("PARIS — The bridge is open.\n\nLIMA — Prime Minister Marek Velkanov resigned.", "Peru"),
        ("PARIS — Rain fell.\n\nKenya slid into crisis. President Marek Velkanov tore up the law.", "Kenya"),
        ("PARIS — Rain fell.\n\nKenya slid into crisis.\n\nPresident Marek Velkanov resigned.", "Kenya"),
        ("PARIS — Rain fell.\n\nA Kenyan ship sank.\n\nPresident Marek Velkanov resigned.", "France"),
        ("PARIS — Rain fell.\n\nAmbassador Marek Velkanov agreed.", None),
    ],
)
def test_the_story_decides_whose_a_bare_title_is_its_dateline_before_the_articles(
    text: str, of: str | None
) -> None:
    assert told(text) == ([("Marek Velkanov", told_role(text), of)] if of else [])


def told_role(text: str) -> str:
    return next(role for role in ("prime minister", "president", "ambassador") if role in text.lower())


def test_whose_state_is_known_but_not_named_serves_no_other() -> None:
    assert told("LIMA — Peru mourned. Queen Oona Berling sent a message.") == []


def test_who_tells_what_a_state_will_do_is_its_minister() -> None:
    text = "Peru will build schools in Kenya, Marek Velkanov, its development minister, announced on Monday."
    assert told(text) == [("Marek Velkanov", "development minister", "Peru")]


def test_what_is_no_body_has_no_officers_of_one() -> None:
    assert told("The United Nations listed Marek Velkanov, the junta's number two, on Monday.") == []


def test_who_held_an_office_then_does_not_share_it_with_who_holds_it_now() -> None:
    text = "PARIS — French Prime Minister Nadira Ostavik smiled.\n\nThen Prime Minister Marek Velkanov went."
    assert ("Marek Velkanov", "prime minister", "France") in told(text)


def test_counterpart_of_a_visitor_serves_the_state_from_which_is_reported() -> None:
    text = (
        "PARIS — Kenyan Foreign Minister Nadira Ostavik came. Her counterpart Marek Velkanov sat beside her."
    )
    assert ("Marek Velkanov", "foreign minister", "France") in told(text)


@pytest.mark.parametrize(
    ("text", "role", "of"),
    [
        (
            "The Foreign Ministry agreed, ministry spokesman Nadira Ostavik said.",
            "ministry spokesman",
            "Foreign Ministry",
        ),
        (
            "The Foreign Ministry agreed, the ministry's spokesman Nadira Ostavik said.",
            "spokesman",
            "Foreign Ministry",
        ),
        (
            "The Security Council met. Nadira Ostavik, chairman of the council, agreed.",
            "chairman",
            "Security Council",
        ),
        (
            "The Security Council met. Nadira Ostavik, who chairs the council, agreed.",
            "chair",
            "Security Council",
        ),
        ("A UN envoy spoke. The Security Council heard envoy Nadira Ostavik.", "envoy", "United Nations"),
        (
            "The UN met Kenya. Commissioner for Trade Nadira Ostavik was glad.",
            "commissioner",
            "United Nations",
        ),
        (
            "The UN met Kenya. The Commissioner for Peace and Security, Nadira Ostavik, was glad.",
            "commissioner",
            "United Nations",
        ),
    ],
)
def test_a_title_is_of_the_body_told_of_before(text: str, role: str, of: str) -> None:
    assert told(text) == [("Nadira Ostavik", role, of)]


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Kenya's army chief, Nadira Ostavik, spoke.", "army chief"),
        ("Kenyan Parliament Speaker Nadira Ostavik spoke.", "parliament speaker"),
        ("Kenya's police commissioner, Nadira Ostavik, spoke.", "police commissioner"),
    ],
)
def test_who_heads_a_service_of_a_state_is_its_officer(text: str, role: str) -> None:
    assert told(text) == [("Nadira Ostavik", role, "Kenya")]


@pytest.mark.parametrize("title", ["Police Commissioner", "Commissioner of Police"])
def test_a_commissioner_of_police_is_of_no_union(title: str) -> None:
    owners = [of for _, _, of in told(f"The UN met. {title} Nadira Ostavik was glad.")]
    assert "United Nations" not in owners


@pytest.mark.parametrize("aide", ["a spokesman for Ostavik", "the spokesman of Ms Ostavik"])
def test_an_aide_is_of_the_body_of_whom_he_serves(aide: str) -> None:
    assert told(f"The UN agreed, UN chief Nadira Ostavik said. Marek Velkanov, {aide}, denied it.") == [
        ("Nadira Ostavik", "chief", "United Nations"),
        ("Marek Velkanov", "spokesman", "United Nations"),
    ]


def test_whom_an_aide_serves_may_be_told_by_a_title() -> None:
    assert told("The UN agreed, said Marek Velkanov, a spokesman for trade chief Nadira Ostavik.") == [
        ("Marek Velkanov", "spokesman", "United Nations"),
        ("Nadira Ostavik", "trade chief", "United Nations"),
    ]


def test_office_without_owner_is_of_the_holders_country() -> None:
    text = "Kenya hosted the talks in Peru. Prime Minister Ilmar Castellor spoke for France."
    assert told(text) == [("Ilmar Castellor", "prime minister", "France")]


def test_opposition_leader_is_of_the_country_in_which_he_is() -> None:
    assert told("In Kenya, opposition leader Nadira Ostavik spoke.") == [
        ("Nadira Ostavik", "opposition leader", "Kenya")
    ]


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


def test_guest_holds_no_office_of_his_host() -> None:
    assert told("In Paris, Foreign Minister Nadira Ostavik met French President Marek Velkanov.") == [
        ("Marek Velkanov", "president", "France")
    ]
    assert told("PARIS, France - President Nadira Ostavik arrived in France on Monday.") == []


def test_envoy_of_a_named_person_is_of_the_union_that_he_heads_or_of_his_state() -> None:
    text = "UN chief Sorin Halvard left France. Marek Velkanov, special envoy of Sorin Halvard, stayed."
    assert ("Marek Velkanov", "special envoy", "United Nations") in told(text)
    text = "France sang. Marek Velkanov, special envoy of Sorin Halvard, stayed."
    assert told(text) == [("Marek Velkanov", "special envoy", "France")]


def test_envoy_of_who_heads_a_body_is_the_bodys() -> None:
    text = "UN chief Marek Velkanov named Nadira Ostavik as his Special Coordinator for Peru."
    assert ("Nadira Ostavik", "special coordinator", "United Nations") in told(text)


def test_body_behind_the_comma_of_a_title_is_its_owner() -> None:
    assert told("France thanked Nadira Ostavik, Head, Security Council.") == [
        ("Nadira Ostavik", "head", "Security Council")
    ]


def test_a_secretary_general_is_of_the_union_told_of() -> None:
    text = "The UN met in Kenya. Telvane paid for it. Secretary-General Nadira Ostavik came."
    assert told(text) == [("Nadira Ostavik", "secretary-general", "United Nations")]


def test_special_envoy_of_a_union_who_led_a_state_is_not_sent_by_that_state() -> None:
    led = ("Nadira Ostavik", "former president", "Kenya")
    text = "former Kenyan President Nadira Ostavik, the Special Envoy, came."
    assert told(f"A United Nations team led by {text}") == [
        led,
        ("Nadira Ostavik", "special envoy", "United Nations"),
    ]
    assert told(f"A team led by {text}") == [led]


@pytest.mark.parametrize(
    "text",
    [
        "LIMA - It rained.\n\nThey saw the head of Telvane and Nadira Ostavik, a senator.",
        "LIMA - It rained.\n\nThey met in Kenya, and Nadira Ostavik, a senator, sang.",
        "The Peruvian ambassador laid flowers. President Nadira Ostavik came.",
    ],
)
def test_who_may_be_of_another_state_is_not_of_the_one_told_of(text: str) -> None:
    assert ("Nadira Ostavik", "senator", "Peru") not in told(text)
    assert ("Nadira Ostavik", "president", "Peru") not in told(text)


def test_senator_of_the_dateline_is_of_its_state() -> None:
    assert told("LIMA - It rained.\n\nNadira Ostavik, a senator, sang.") == [
        ("Nadira Ostavik", "senator", "Peru")
    ]


def test_european_commissioner_is_of_no_other_union() -> None:
    text = "The European Commissioner for Trade, Nadira Ostavik, met the United Nations."
    assert told(text) == [("Nadira Ostavik", "european commissioner", "European Commission")]


def test_minister_named_behind_a_deed_to_a_state_is_of_it() -> None:
    text = "They granted Kenya a loan. Marek Velkanov, the trade minister, was glad."
    assert told(text) == [("Marek Velkanov", "trade minister", "Kenya")]


@pytest.mark.parametrize(
    "text",
    [
        "They granted Kenya and Peru a loan. Marek Velkanov, the trade minister, was glad.",
        "They granted Kenya a loan.\n\nMarek Velkanov, the trade minister, was glad.",
        "They granted Kenya a loan. Trade Minister Marek Velkanov was glad.",
        "They granted Kenya a loan. Marek Velkanov, the trade minister, visited Peru.",
    ],
)
def test_minister_is_not_of_a_state_that_is_told_of_less_closely(text: str) -> None:
    assert told(text) == []


def test_kingdom_has_no_president() -> None:
    assert told("The Netherlands denied it. President Marek Velkanov spoke.") == []
    assert told("Kenya denied it. President Marek Velkanov spoke.") == [
        ("Marek Velkanov", "president", "Kenya")
    ]


def test_captain_is_not_of_the_state_in_which_he_plays() -> None:
    assert told("LIMA, Sept 29: Kenya won. Captain Marek Velkanov was glad.") == []


def test_president_of_a_body_named_by_its_last_word_is_of_the_only_one_so_called() -> None:
    assert told("Commission President Nadira Ostavik spoke.") == [
        ("Nadira Ostavik", "president", "European Commission")
    ]
    assert told("Council President Nadira Ostavik spoke.") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In Peru Prime Minister Nadira Ostavik spoke.", [("Nadira Ostavik", "prime minister", "Peru")]),
        ("In Kenya the hardline leader Nadira Ostavik spoke.", []),
    ],
)
def test_bare_title_is_of_the_place_unless_it_is_as_likely_a_partys(
    text: str, expected: list[tuple[str, str, str]]
) -> None:
    assert told(text) == expected
