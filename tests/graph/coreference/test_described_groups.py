"""Several people or countries at once are told: "the two sides", "both ministers"."""

from __future__ import annotations

import pytest

from tests.graph.coreference.meaning import (
    BOTH,
    TALKS,
    THREE,
    found_in,
    meant,
)


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("The political parties agreed.", "The political parties", []),
        ("The two parties agreed.", "The two parties", ["Kenya", "Peru"]),
        ("The two African countries agreed.", "The two African countries", ["Kenya", "Peru"]),
        ("The two new members agreed.", "The two new members", ["Kenya", "Peru"]),
        ("The two members of the board agreed.", "The two members of the board", []),
        ("Ghana and its allies agreed.", "its allies", []),
        ("The two rivals agreed.", "The two rivals", ["Kenya", "Peru"]),
        ("The two juntas agreed.", "The two juntas", ["Kenya", "Peru"]),
    ],
)
def test_groups_of_states_are_told_from_others(text: str, words: str, expected: list[str]) -> None:
    assert meant("Kenya and Peru joined the African Union. " + text, words) == expected


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("France will aid the three countries.", "the three countries", ["Kenya", "Peru", "Norway"]),
        ("France will aid the four countries.", "the four countries", []),
        ("The three presidents left.", "The three presidents", THREE),
        ("The four presidents left.", "The four presidents", []),
    ],
)
def test_group_of_three_is_known_by_its_number_from_afar(text: str, words: str, expected: list[str]) -> None:
    told = (
        "Kenyan President Nadira Ostavik, Peruvian President Ilmar Castellor and Norwegian President Marek "
    )
    between = "Velkanov attended. It rained. The sea was calm. The town slept. France waited. "
    assert meant(told + between + text, words) == expected


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("The two states – Peru and Norway – agreed.", "The two states", ["Peru", "Norway"]),
        ("Ghana met the two presidents (Ostavik and Velkanov).", "the two presidents", BOTH),
        ("The two states (both poor) agreed.", "The two states", ["Kenya", "Peru"]),
        ("The two states – Peru, above all – agreed.", "The two states", ["Kenya", "Peru"]),
        ("The only two states with a coast agreed.", "The only two states", []),
    ],
)
def test_counted_group_is_whom_a_list_behind_it_names(text: str, words: str, expected: list[str]) -> None:
    assert meant("Kenya and Peru joined the African Union. " + text, words) == expected


def test_members_of_what_is_somebodys_are_not_his() -> None:
    text = "Two members of Ostavik's Coastal Front left."
    assert meant(text, "Two members of Ostavik's Coastal Front") == []


def test_counted_people_to_whom_something_is_done_are_the_others() -> None:
    told = "Kenyan President Nadira Ostavik hosted the presidents Ilmar Castellor and Marek Velkanov in May. "
    text = told + "Ostavik had invited the two leaders."
    assert meant(text, "the two leaders") == ["Ilmar Castellor", "Marek Velkanov"]


def test_group_that_was_called_by_its_number_is_known_by_it_again() -> None:
    told = "Kenya, Peru and Norway severed relations with the United Kingdom. The three states waited. "
    between = (
        "It rained. The sea was calm. The United Kingdom thanked Peru for its talks with Norway. It snowed. "
    )
    text = "The United Kingdom said that the three countries were wrong."
    assert meant(told + between + text, "the three countries") == ["Kenya", "Peru", "Norway"]


def test_pair_that_bore_a_title_bears_it_again_from_afar() -> None:
    told = (
        "Kenyan President Nadira Ostavik met Peruvian President Ilmar Castellor. The two presidents spoke. "
    )
    between = "It rained. The sea was calm. The town slept. The health ministries of Kenya and Peru agreed. "
    assert meant(told + between + "Both presidents left.", "Both presidents") == [
        "Nadira Ostavik",
        "Ilmar Castellor",
    ]


def test_visiting_leaders_are_all_but_who_receives_them() -> None:
    text = "President Ostavik met President Castellor and President Velkanov in Nairobi. "
    assert meant(text + "Ostavik thanked the visiting leaders.", "the visiting leaders") == THREE[1:]


def test_sides_are_those_who_acted_together_whoever_brokered_it() -> None:
    text = "The Coastal Front and the Highland Army signed a truce that Kenya and Peru had brokered. "
    assert meant(text + "The two sides shook hands.", "The two sides") == ["Coastal Front", "Highland Army"]
    assert meant(text + "The two countries were thanked.", "The two countries") == ["Kenya", "Peru"]


def test_country_between_two_others_is_none_of_a_pair_with_them() -> None:
    text = "Norway and the United Kingdom signed a pact. Wedged between Kenya and Peru, Norway is rich. "
    assert meant(text + "The two countries were thanked.", "The two countries") == [
        "Norway",
        "United Kingdom",
    ]
    text = "Norway and the United Kingdom signed a pact. A lake lies between Kenya and Peru. "
    assert meant(text + "The two countries were thanked.", "The two countries") == ["Kenya", "Peru"]


def test_sides_are_those_who_signed_and_not_who_said_so() -> None:
    text = "The Coastal Front and the Highland Army signed a truce, said Kenya and Peru. "
    assert meant(text + "Both sides shook hands.", "Both sides") == ["Coastal Front", "Highland Army"]
    text = "Kenya and Peru said that Norway had signed a truce. "
    assert meant(text + "Both sides shook hands.", "Both sides") == ["Kenya", "Peru"]


def test_other_side_without_a_name_is_no_bystander() -> None:
    text = "Kenya and the rebels signed a truce on Monday. Peru welcomed it. The two sides traded blame."
    assert meant(text, "The two sides") == ["Kenya"]
    text = "Kenya and Norway signed a truce on Monday. Peru welcomed it. The two sides traded blame."
    assert meant(text, "The two sides") == ["Kenya", "Norway"]


@pytest.mark.parametrize("setting", ["In the Peruvian town of Huaraz,", "After Peruvian-brokered talks,"])
def test_state_that_says_where_or_who_brokered_is_no_side(setting: str) -> None:
    text = f"{setting} Kenya said that its talks with Norway went well and urged both sides to wait."
    assert set(meant(text, "both sides")) == {"Kenya", "Norway"}


def test_state_that_hosts_and_takes_part_is_a_side() -> None:
    text = "In the Peruvian town of Huaraz, Peru held talks with Norway. Both sides voiced hope."
    assert set(meant(text, "Both sides")) == {"Peru", "Norway"}


def test_bloc_is_the_organisation_of_which_the_article_speaks() -> None:
    text = "The African Union met on Monday. Peru sent a letter. The bloc condemned the attack."
    assert meant(text, "The bloc") == ["African Union"]


@pytest.mark.parametrize("words", ["The diplomats", "The interlocutors", "The heads of delegations"])
def test_those_who_talked_are_meant(words: str) -> None:
    assert meant(TALKS + f"{words} voiced concern at the attack.", words) == BOTH


def test_communique_speaks_of_its_ministers_without_an_article() -> None:
    text = "The ministers of Peru and Kenya met in Nairobi. Ministers urged Norway to withdraw."
    assert meant(text, "Ministers") == ["Peru", "Kenya"]


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("Peru spoke. Norway left. Kenya sang.\n\nClimate: Leaders wept.", "Leaders", ["African Union"]),
        (TALKS + "On Monday, leaders are expected to sign a pact.", "leaders", ["African Union"]),
        ("Peru spoke. Norway left. Kenya sang.\n\nThe ministers wept.", "The ministers", []),
    ],
)
def test_leaders_without_an_article_are_those_of_the_body_that_gathered(
    text: str, words: str, expected: list[str]
) -> None:
    assert meant("The African Union Leaders Meeting ended. " + text, words) == expected


def test_leaders_of_some_kind_are_not_those_who_gathered() -> None:
    found = found_in("The African Union Leaders Meeting ended. Opposition leaders wept.")
    assert [mention.text for mention in found if mention.entities] == ["The African Union Leaders"]


def test_ministers_who_spoke_to_journalists_are_not_those_of_a_body() -> None:
    text = "At a news conference, Peru spoke of the African Union. The ministers then signed a pact."
    assert meant(text, "The ministers") == []


def test_diplomats_who_were_expelled_are_not_those_who_talked() -> None:
    text = "Norway expelled five diplomats of Peru. The diplomats were given a week to leave."
    assert meant(text, "The diplomats") == []


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("The African Union countries condemned it.", "The African Union countries", ["African Union"]),
        ("African Union leaders condemned it.", "African Union leaders", ["African Union"]),
        ("Several African Union countries condemned it.", "African Union countries", []),
        ("The members of the African Union spoke.", "The members of the African Union", ["African Union"]),
        ("The leaders condemned it. They left.", "The leaders", ["African Union"]),
        ("The leaders condemned it. They left.", "They", ["African Union"]),
        ("The Authority condemned it.", "The Authority", ["African Union"]),
        ("The authority condemned it.", "The authority", []),
        ("The Kenyan authorities condemned it.", "The Kenyan authorities", ["Kenya"]),
        ("The ambassadors condemned it.", "The ambassadors", []),
    ],
)
def test_organisation_stands_for_its_members(text: str, words: str, expected: list[str]) -> None:
    assert meant("The African Union held a summit in Nairobi on Monday. " + text, words) == expected


@pytest.mark.parametrize("words", ["The leaders", "The two leaders", "Both leaders"])
def test_leaders_of_talks_are_those_who_talked(words: str) -> None:
    text = TALKS + f"The African Union praised the meeting. {words} dined."
    assert meant(text, words) == BOTH


def test_both_leaders_are_not_told_by_one_of_them() -> None:
    assert meant(TALKS + "Velkanov phoned both leaders.", "both leaders") == []


@pytest.mark.parametrize(("words", "expected"), [("Two presidents", []), ("The two presidents", BOTH)])
def test_counted_people_are_others_than_those_told_of(words: str, expected: list[str]) -> None:
    assert meant(TALKS + f"{words} left.", words) == expected


@pytest.mark.parametrize(
    ("words", "expected"), [("Two more countries", []), ("The two countries", ["Kenya", "Peru"])]
)
def test_so_many_more_are_others_than_those_told_of(words: str, expected: list[str]) -> None:
    assert meant(f"Kenya and Peru joined the African Union. {words} joined it in May.", words) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [("The Secretary", ["Ilmar Castellor"]), ("the Foreign Minister", ["Nadira Ostavik"])],
)
def test_two_titles_mean_the_two_who_bear_them(words: str, expected: list[str]) -> None:
    text = "Secretary of State Ilmar Castellor met Kenyan Foreign Minister Nadira Ostavik. "
    assert meant(text + "The Secretary and the Foreign Minister discussed trade.", words) == expected
    bare = text + "The Secretary and Foreign Minister discussed trade."
    assert meant(bare, words.removeprefix("the ")) == expected


def test_counted_countries_are_none_of_which_the_actor_is_one() -> None:
    text = "Norwegian, Kenyan and Peruvian officials talked. Norway will lend the two countries money."
    assert meant(text, "the two countries") == ["Kenya", "Peru"]


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("After talks with Ostavik, Velkanov met with Castellor. They dined.", "They", 2),
        ("After talks with Ostavik, Velkanov met with Castellor. The two men dined.", "The two men", 2),
        ("Velkanov met with Castellor, and then Ostavik. They dined.", "They", 0),
    ],
)
def test_pair_of_a_meeting_is_meant_whoever_else_is_named_before(
    text: str, words: str, expected: int
) -> None:
    assert meant(text, words) == ["Ilmar Castellor", "Marek Velkanov"][::-1][:expected]


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        (
            "The Kenyan president met Peruvian President Marek Velkanov. The two heads of state spoke.",
            "The two heads of state",
            ["Kenya", "Marek Velkanov"],
        ),
        (
            "African Union Secretary General met Peruvian President Marek Velkanov. The two leaders spoke.",
            "The two leaders",
            ["African Union", "Marek Velkanov"],
        ),
        ("Ilmar Castellor praised missions in Kenya and Peru. The two leaders spoke.", "The two leaders", []),
        (
            "President Ilmar Castellor met envoy Nadira Ostavik. Peru is an issue. The two presidents spoke.",
            "The two presidents",
            ["Ilmar Castellor", "Nadira Ostavik"],
        ),
        ("Kenya and Peru held talks. The two leaders spoke.", "The two leaders", ["Kenya", "Peru"]),
        (
            TALKS + "The presidents of the two countries spoke.",
            "The presidents of the two countries",
            ["Nadira Ostavik", "Marek Velkanov"],
        ),
        (
            "Kenya and Peru held talks. The foreign ministers of the two countries spoke.",
            "The foreign ministers of the two countries",
            ["Kenya", "Peru"],
        ),
    ],
)
def test_leaders_are_people_or_those_that_stand_for_them(text: str, words: str, expected: list[str]) -> None:
    assert meant(text, words) == expected


def test_former_minister_is_none_of_two() -> None:
    assert "the former" not in [each.text for each in found_in(TALKS + "Norway met the former minister.")]


def test_bare_title_in_the_plural_means_those_who_bore_it_last() -> None:
    text = "The foreign ministers of Kenya and Peru met. "
    assert meant(text + "The ministers spoke.", "The ministers") == ["Kenya", "Peru"]
    assert meant(text + "The trade ministers spoke.", "The trade ministers") == []


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ("He read the Norwegian president's letter to Peru.", {"Kenya", "Peru"}),
        ("Norway read a letter to Peru.", {"Norway", "Peru"}),
        ("He spoke of Norway and Peru.", {"Norway", "Peru"}),
    ],
)
def test_sides_are_those_who_met_while_one_of_them_goes_on(told: str, expected: set[str]) -> None:
    talks = TALKS.replace("received", "held talks with")
    for met in (TALKS, talks):
        assert set(meant(f"Norway wept. {met}{told} The two sides agreed.", "The two sides")) == expected


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
    ("text", "expected"),
    [
        ("Both presidents spoke.", BOTH),
        ("The two presidents spoke.", BOTH),
        ("Both kings spoke.", ["Kenya", "Peru"]),
        ("The three presidents spoke.", []),
        ("Norwegian President Ilmar Castellor slept. It was late. Both presidents spoke.", ["Kenya", "Peru"]),
    ],
    ids=["both", "two", "another office", "another number", "a third holder"],
)
def test_counted_officials_are_the_only_holders_of_their_office(text: str, expected: list[str]) -> None:
    between = "It rained. The sea was calm. The town slept. Fish was dear. Peru built ships. Kenya grew tea. "
    described = text.rsplit(". ", maxsplit=1)[-1].removesuffix(" spoke.")
    assert meant(TALKS + between + text, described) == expected


@pytest.mark.parametrize(("words", "expected"), [("The Presidents", BOTH), ("The presidents", [])])
def test_group_called_by_a_name_is_known_by_it_from_afar(words: str, expected: list[str]) -> None:
    between = "It rained. The sea was calm. The town slept. Fish was dear. Peru built ships. Kenya grew tea. "
    assert meant(f"{TALKS}The Presidents agreed. {between}{words} spoke.", words) == expected


def test_officials_of_others_are_not_the_holders_told_of() -> None:
    text = TALKS + "It rained. The sea was calm. The town slept. Fish was dear. "
    words = "The two countries' presidents"
    assert meant(f"{text}{words} spoke.", words) == ["Kenya", "Peru"]


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("France and three powers agreed.", "three powers", []),
        ("All three powers agreed.", "three powers", ["Kenya", "Peru", "Norway"]),
        ("These three states agreed.", "three states", ["Kenya", "Peru", "Norway"]),
    ],
)
def test_number_counts_others_unless_it_points_back(text: str, words: str, expected: list[str]) -> None:
    assert meant(f"Kenya, Peru and Norway met. {text}", words) == expected
