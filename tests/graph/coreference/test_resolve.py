"""Descriptions and pronouns are resolved to whom they mean."""

import re
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.coreference.resolve import resolve
from graph.linking.gazetteer import load_gazetteer
from graph.model import Article, Entity, EntityType, Form, Mention, Span
from graph.offices.positions import find_positions
from graph.reading.segment import segment

PERSON, COUNTRY, PLACE = EntityType.PERSON, EntityType.COUNTRY, EntityType.PLACE
ENTITIES = (
    Entity("Ilmar Castellor", PERSON),
    Entity("Nadira Ostavik", PERSON),
    Entity("Marek Velkanov", PERSON),
    Entity("Norway", COUNTRY, country="NOR", aliases=("Norwegian",)),
    Entity("Kenya", COUNTRY, country="KEN", aliases=("Kenyan",)),
    Entity("Peru", COUNTRY, country="PER", aliases=("Peruvian",)),
    Entity("Council of Europe", EntityType.INTERNATIONAL_ORGANIZATION),
    Entity("African Union", EntityType.INTERNATIONAL_ORGANIZATION),
    Entity("Nairobi", PLACE, country="KEN"),
    Entity("Coastal Front", EntityType.ORGANIZATION),
    Entity("Highland Army", EntityType.ORGANIZATION),
    Entity("United Kingdom", COUNTRY, country="GBR"),
)
BOTH = ["Nadira Ostavik", "Marek Velkanov"]
THREE = ["Nadira Ostavik", "Ilmar Castellor", "Marek Velkanov"]
TALKS = "Kenyan President Nadira Ostavik received Peruvian President Marek Velkanov in Nairobi. "


def found_in(text: str) -> list[Mention]:
    article = Article("a", text, published=date(2024, 5, 1))
    sentences, mentions = segment(article), names_in(text)
    positions = find_positions(sentences, mentions, ENTITIES)
    found = resolve(article, sentences, mentions, ENTITIES, positions, load_gazetteer())
    return [mention for mention in found if mention.form in (Form.DESCRIPTION, Form.PRONOUN)]


def names_in(text: str) -> tuple[Mention, ...]:
    found = []
    for index, entity in enumerate(ENTITIES):
        surname = [entity.name.split()[-1]] if entity.type is PERSON else []
        names = "|".join(map(re.escape, (entity.name, *surname, *entity.aliases)))
        for match in re.finditer(rf"(?<!\w)(?:{names})(?!\w)", text):
            form = Form.DEMONYM if match[0].endswith("an") and entity.type is COUNTRY else Form.NAME
            found.append(Mention(Span(*match.span()), match[0], entity.type, form, (index,)))
    return tuple(found)


def meant(text: str, words: str) -> list[str]:
    """Give the names of those whom the last such words of a text mean."""
    mention = [mention for mention in found_in(text) if mention.text == words][-1]
    return [ENTITIES[index].name for index in mention.entities]


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
    ("text", "words", "expected"),
    [
        ("The political parties agreed.", "The political parties", []),
        ("The two parties agreed.", "The two parties", ["Kenya", "Peru"]),
        ("The two African countries agreed.", "The two African countries", ["Kenya", "Peru"]),
        ("The two new members agreed.", "The two new members", ["Kenya", "Peru"]),
        ("The two members of the board agreed.", "The two members of the board", []),
        ("Ghana and its allies agreed.", "its allies", []),
        ("The two rivals agreed.", "The two rivals", ["Kenya", "Peru"]),
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


@pytest.mark.parametrize("verb", ["is visiting", "came to", "praised"])
def test_who_visits_the_country_comes_from_another(verb: str) -> None:
    text = f"Kenyan President Nadira Ostavik met Velkanov, foreign minister of Peru, who {verb} the country."
    assert meant(text, "the country") == (["Peru"] if verb == "praised" else ["Kenya"])


def test_object_is_not_the_subject_of_its_own_clause() -> None:
    text = TALKS + "Ostavik spoke. Velkanov told Castellor that Ostavik had called him."
    assert meant(text, "him") != ["Nadira Ostavik"]


def test_sides_are_those_who_acted_together_whoever_brokered_it() -> None:
    text = "The Coastal Front and the Highland Army signed a truce that Kenya and Peru had brokered. "
    assert meant(text + "The two sides shook hands.", "The two sides") == ["Coastal Front", "Highland Army"]
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


def test_kingdom_is_a_state_that_calls_itself_one() -> None:
    text = "Norway and Peru traded notes. Peru waited. The kingdom answered on Friday."
    assert meant(text, "The kingdom") == ["Norway"]


def test_kingdom_by_name_is_hardly_ever_the_united_one() -> None:
    text = "The Norwegian minister left. It rained. It snowed. It froze. The United Kingdom and Peru met. "
    assert meant(text + "The Kingdom condemned the attack.", "The Kingdom") == ["Norway"]
    assert meant("The United Kingdom met Peru. " + "The Kingdom spoke.", "The Kingdom") == ["United Kingdom"]


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


def test_diplomats_who_were_expelled_are_not_those_who_talked() -> None:
    text = "Norway expelled five diplomats of Peru. The diplomats were given a week to leave."
    assert meant(text, "The diplomats") == []


def test_verdict_is_withheld_where_several_are_possible() -> None:
    text = "Castellor, Ostavik and Velkanov arrived. He spoke first."
    assert meant(text, "He") == []


@pytest.mark.parametrize(
    "text", ["It is clear that Peru will pay.", "It took two years.", "It remains to be seen."]
)
def test_impersonal_it_means_nothing(text: str) -> None:
    assert meant("Kenya waits. " + text, "It") == []


def test_title_before_a_name_is_no_description() -> None:
    assert [m for m in found_in("Kenyan President Nadira Ostavik spoke.") if m.form is Form.DESCRIPTION] == []


def test_given_mentions_are_kept_and_all_are_sorted() -> None:
    text = TALKS + "The two sides agreed."
    article = Article("a", text, published=date(2024, 5, 1))
    sentences, names = segment(article), names_in(text)
    found = resolve(article, sentences, names, ENTITIES, (), load_gazetteer())
    assert set(names) < set(found)
    assert list(found) == sorted(found, key=lambda mention: (mention.span, mention.form))


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("The head of state thanked the staff.", "The head of state", ["Nadira Ostavik"]),
        ("The head of state invited Ostavik to Lima.", "The head of state", ["Marek Velkanov"]),
        ("Velkanov congratulated the head of state.", "the head of state", ["Nadira Ostavik"]),
        ("Velkanov congratulated the president.", "the president", ["Nadira Ostavik"]),
        ("The president thanked the staff.", "The president", ["Marek Velkanov"]),
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
    ("words", "expected"),
    [("The Secretary", ["Ilmar Castellor"]), ("the Foreign Minister", ["Nadira Ostavik"])],
)
def test_two_titles_mean_the_two_who_bear_them(words: str, expected: list[str]) -> None:
    text = "Secretary of State Ilmar Castellor met Kenyan Foreign Minister Nadira Ostavik. "
    assert meant(text + "The Secretary and the Foreign Minister discussed trade.", words) == expected
    bare = text + "The Secretary and Foreign Minister discussed trade."
    assert meant(bare, words.removeprefix("the ")) == expected


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


def test_statement_that_nobody_reads_out_is_no_one() -> None:
    text = "Castellor said that the talks went well. Peru read the statement."
    assert [mention.text for mention in found_in(text)] == []


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


@pytest.mark.parametrize("style", ["His Highness", "His Royal Highness", "Her Majesty"])
def test_styles_are_no_pronouns(style: str) -> None:
    text = TALKS + f"Kenya thanked {style}."
    assert [mention.text for mention in found_in(text)] == []


def test_two_titles_are_one_person_who_holds_both() -> None:
    text = (
        "Kenyan Prime Minister and Minister of Trade Nadira Ostavik received Peruvian Minister of Trade "
        "Marek Velkanov. The Prime Minister and Minister of Trade spoke."
    )
    assert meant(text, "Minister of Trade") == ["Nadira Ostavik"]
    text += " The Prime Minister and the Peruvian Minister of Trade left."
    assert meant(text, "the Peruvian Minister of Trade") == ["Marek Velkanov"]


def test_style_before_a_verb_is_who_spoke_last() -> None:
    text = TALKS + "Velkanov praised the port. His Excellency also stressed trade."
    assert meant(text, "His Excellency") == ["Marek Velkanov"]


def test_style_in_capitals_is_no_pronoun() -> None:
    assert [mention.text for mention in found_in(TALKS + "HE Marek Velkanov left.")] == []
    assert [mention.text for mention in found_in(TALKS + "THEN HE LEFT.")] == ["HE"]


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


def test_title_goes_on_meaning_the_state_of_its_unnamed_holder() -> None:
    text = "The Peruvian president landed in Kenya. The president met Kenyan President Nadira Ostavik. "
    assert meant(text + "The president left.", "The president") == ["Peru"]
    assert meant("The Peruvian president landed. He was late.", "He") == ["Peru"]
    assert meant("The Peruvian president met Velkanov. He was late.", "He") == ["Marek Velkanov"]


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


def test_he_in_a_quotation_is_not_its_speaker() -> None:
    assert meant('Castellor praised Velkanov. "He is wise," Castellor said.', "He") == ["Marek Velkanov"]
    assert meant("Castellor praised Velkanov. He is wise, Castellor said.", "He") == ["Ilmar Castellor"]


def test_delegation_is_the_one_of_which_is_told_whose_it_is() -> None:
    assert meant("The Peruvian delegation landed. The delegation met Ostavik.", "The delegation") == ["Peru"]
    assert meant("Peru was late. The delegation met Ostavik.", "The delegation") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Foreign Minister Nadira Ostavik: This is a start. I met Velkanov.", ["Nadira Ostavik"]),
        ("Remarks by President Nadira Ostavik\n\nDear friends, I met Velkanov.", ["Nadira Ostavik"]),
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
    ],
)
def test_we_in_a_speech_are_those_for_whom_its_speaker_speaks(text: str, expected: list[list[str]]) -> None:
    found = [mention for mention in found_in(text) if mention.text == "We"]
    assert [[ENTITIES[i].name for i in each.entities] for each in found] == expected


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


def test_former_minister_is_none_of_two() -> None:
    assert "the former" not in [each.text for each in found_in(TALKS + "Norway met the former minister.")]


def test_bare_title_in_the_plural_means_those_who_bore_it_last() -> None:
    text = "The foreign ministers of Kenya and Peru met. "
    assert meant(text + "The ministers spoke.", "The ministers") == ["Kenya", "Peru"]
    assert meant(text + "The trade ministers spoke.", "The trade ministers") == []
