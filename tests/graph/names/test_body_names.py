"""How far the name of a body goes, and what is none."""

from __future__ import annotations

import pytest

from tests.graph.names.reading import mentions, told


@pytest.mark.parametrize(
    "body",
    [
        "Ministry of Foreign Affairs of Japan",
        "Ministry of Electronics and Information Technology of India",
        "Ministry of Investments, Industry and Trade of Uzbekistan",
        "Embassy of Uzbekistan in Germany",
        "Ministry of Foreign Affairs and Regional Integration",
        "Ministry of Foreign Affairs, International Trade and Worship of Argentina",
        "Uzbek Ministry of Energy",
        "Kenya's foreign ministry",
        "Rwandan army",
        "Supreme National Security Council",
        "Council of Foreign Ministers",
    ],
)
def test_body_is_one_mention(body: str) -> None:
    assert f"{body} GovernmentBody" in told(f"The text was signed by the {body} on Tuesday.")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Bread and Land Movement spoke.", ["Bread and Land Movement Organization"]),
        ("The Parliament and Opposition Party spoke.", ["Opposition Party Organization"]),
        (
            "The International Union of Muslim Scholars spoke.",
            ["International Union of Muslim Scholars InternationalOrganization"],
        ),
        (
            "The Council of Foreign Ministers of the African Union met.",
            ["Council of Foreign Ministers of the African Union InternationalOrganization"],
        ),
        ("The Council of Europe Ambassadors spoke.", ["Council of Europe InternationalOrganization"]),
        ("Foreign Office Consultations were held.", []),
        ("The Bread and Security Council spoke.", ["Bread and Security Council GovernmentBody"]),
        (
            "The Speaker of the Senate of the Oliy Majlis Orvela Castin spoke.",
            ["Senate of the Oliy Majlis GovernmentBody", "Orvela Castin Person"],
        ),
        (
            "The head of the Atomic Energy Organization of Iran Ali Pellorin spoke.",
            ["Atomic Energy Organization of Iran GovernmentBody", "Ali Pellorin Person"],
        ),
        (
            "The director of the Arvel Institute for Strategic Studies Alarik Pellorin spoke.",
            ["Arvel Institute for Strategic Studies Organization", "Alarik Pellorin Person"],
        ),
        (
            "The Heads of State and Government of SADC spoke to Peru.",
            ["SADC InternationalOrganization", "Peru Country"],
        ),
        (
            "The Ministry of Foreign Affairs, Ilse Varnholt and Carlo Verrin spoke.",
            ["Ministry of Foreign Affairs GovernmentBody", "Ilse Varnholt Person", "Carlo Verrin Person"],
        ),
        (
            "The Representative of the European Union for Foreign Affairs and Trade spoke.",
            ["European Union InternationalOrganization"],
        ),
        ("The Peruvian Trade Cabinet Secretary spoke.", ["Peruvian Country"]),
        ("The Arvel News Agency reported it.", ["Arvel News Agency Organization"]),
        ("It opened an embassy in Tonga.", ["Tonga Country"]),
        ("It closed the embassy in Tonga.", ["embassy in Tonga GovernmentBody"]),
        ("Kenya's Oil Minister Orvela Castin spoke.", ["Kenya Country", "Orvela Castin Person"]),
        ("Kenya's Velkan Oil spoke.", ["Kenya Country", "Velkan Oil Company"]),
        ("The Peru-Kenya Association Agreement ended.", ["Peru Country", "Kenya Country"]),
    ],
)
def test_body_reaches_as_far_as_its_name(text: str, expected: list[str]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize("name", ["Coastal People’s Liberation Front", "Highland Women's Party"])
def test_front_of_a_people_is_one_mention(name: str) -> None:
    assert told(f"The {name} and Kenya signed.") == [f"{name} Organization", "Kenya Country"]


@pytest.mark.parametrize("name", ["Velkan Freedom Movement-North", "Velkan Workers' Party"])
def test_wing_and_genitive_of_a_plural_belong_to_a_movement(name: str) -> None:
    assert f"{name} Organization" in told(f"Talks with the {name} were suspended.")


def test_another_states_ministry_is_a_name_of_its_own() -> None:
    text = "The Ministry of Foreign Affairs and the Norwegian Ministry of Trade met."
    assert [mention.text for mention in mentions(text)] == [
        "Ministry of Foreign Affairs",
        "Norwegian Ministry of Trade",
    ]


def test_ministry_ends_before_the_name_of_a_person() -> None:
    assert told("The Department of Asian Affairs Ilsu Pellorin was told.")[0] == (
        "Department of Asian Affairs GovernmentBody"
    )


def test_name_of_a_body_ends_before_what_is_named_beside_it() -> None:
    text = "She thanked the League of Arab States and of the Organisation of La Francophonie."
    assert told(text)[0] == "League of Arab States InternationalOrganization"


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Ministry of Energy of Tajikistan", "Ministry of Water Resources of Kazakhstan"),
        ("Department of the Treasury", "US State Department"),
        ("Department of Arvel Affairs", "Coastal Trade Council"),
    ],
)
def test_two_ministries_are_two_mentions(first: str, second: str) -> None:
    text = f"MoU between the {first} and the {second}"
    assert told(text) == [f"{first} GovernmentBody", f"{second} GovernmentBody"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Thai military was late.", ["Thai military GovernmentBody"]),
        ("The Western military was late.", []),
        ("The Western and Thai foreign ministry was late.", ["Thai foreign ministry GovernmentBody"]),
        ("They had sent Thai military aid.", ["Thai Country"]),
    ],
)
def test_body_in_small_letters_has_an_owner_and_is_no_adjective(text: str, expected: list[str]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The trade ministry of Kenya spoke.", ["trade ministry of Kenya"]),
        ("The trade ministry of Kenya's neighbour spoke.", ["Kenya"]),
    ],
)
def test_ministry_of_whom_a_state_has_is_not_the_state_s_own(text: str, expected: list[str]) -> None:
    assert [each.text for each in mentions(text)] == expected


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "The chair of the Committee of Ministers and Foreign Minister Tovin Halq came.",
            "Committee of Ministers",
        ),
        (
            "They met the chairman of Velkan Regional Executive Committee.",
            "Velkan Regional Executive Committee",
        ),
        ("The head of the Trade Policy Review Body came.", "Trade Policy Review Body"),
        ("They thanked the Velkan Peace Fund for it.", "Velkan Peace Fund"),
    ],
)
def test_name_of_a_body_ends_at_its_head_and_before_a_title(text: str, name: str) -> None:
    assert name in [mention.text for mention in mentions(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Minister for the Interior and Administration of Peru came.", ["Peru Country"]),
        ("Ministers of Trade and Army Commander Marek Velkanov came.", ["Marek Velkanov Person"]),
        (
            "The director of the Interior and Trade Administration of Peru came.",
            ["Interior and Trade Administration of Peru GovernmentBody"],
        ),
    ],
)
def test_what_a_minister_is_in_charge_of_is_no_body(text: str, expected: list[str]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The UN-Arab League envoy came.",
            ["UN InternationalOrganization", "Arab League InternationalOrganization"],
        ),
        ("The Russian Security Council met.", ["Russian Security Council GovernmentBody"]),
        ("The NATO-Russia Council met.", ["NATO-Russia Council InternationalOrganization"]),
        ("The Royal Tonga Police Force came.", ["Royal Tonga Police Force GovernmentBody"]),
        ("The Velkan Support Mission came.", ["Velkan Support Mission Organization"]),
    ],
)
def test_two_bodies_that_a_hyphen_joins_are_two_and_a_force_is_one(text: str, expected: list[str]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The Velkanization and Farm Service of Peru came.",
            ["Velkanization and Farm Service of Peru GovernmentBody"],
        ),
        ("He left Ostavik Air Force Base.", ["Ostavik Air Force Base Place"]),
        ("He came to the Marek S. Velkanov Library.", ["Marek S. Velkanov Library Place"]),
        ("The Ostavik Liberation Army came.", ["Ostavik Liberation Army Organization"]),
        ("The Ostavik Park newspaper closed.", ["Ostavik Park Organization"]),
        (
            "The Inter-governmental Authority on Fisheries met.",
            ["Inter-governmental Authority on Fisheries GovernmentBody"],
        ),
        ("Planes joined Operation Desert Lantern.", []),
        ("My Government thanked Peru.", ["Peru Country"]),
        (
            "The United Nations and Council of Europe met.",
            ["United Nations InternationalOrganization", "Council of Europe InternationalOrganization"],
        ),
        ('"Without Security Council help it ends," he said.', ["Security Council InternationalOrganization"]),
    ],
)
def test_name_of_a_body_is_whole_and_no_more(text: str, expected: list[str]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("She was rebuked by the House of Representatives.", "House of Representatives GovernmentBody"),
        (
            "He spoke at the Chancellery of the Prime Minister.",
            "Chancellery of the Prime Minister GovernmentBody",
        ),
        ("White House Press Secretary Ana Paz spoke.", "White House GovernmentBody"),
        ("The Belt and Road Forum opened in Lima.", "Belt and Road Forum Organization"),
        ("The EU Delegation to Peru left.", "EU Delegation to Peru InternationalOrganization"),
        ("The Coastal Union Police Mission left.", "Coastal Union Police Mission Organization"),
    ],
)
def test_name_goes_as_far_as_its_head_and_office(text: str, name: str) -> None:
    assert name in told(text)


@pytest.mark.parametrize(
    "text", ["Wish List for Costa Rica's New Government", "Costa Rica has a house of lords."]
)
def test_new_or_nameless_body_is_none(text: str) -> None:
    assert told(text) == ["Costa Rica Country"]
