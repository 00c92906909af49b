import csv
import re
from datetime import date
from importlib.resources import files

import pytest

from graph.linking.gazetteer import holds, is_over, load_gazetteer
from graph.linking.known import Known, Office
from graph.model import EntityType
from graph.names.words import fold_name, split_words

ENTITIES = files("seeds") / "entities"


def rows(name: str) -> list[dict[str, str]]:
    return list(csv.DictReader((ENTITIES / name).read_text("utf-8").splitlines()))


def found(text: str) -> list[str]:
    words = split_words(text)
    longest = load_gazetteer().longest_at(words, 0, text)
    return [] if longest is None else list(dict.fromkeys(name.known.name for name in longest.names))


def office(start: str, end: str = "", known_until: str = "") -> Office:
    return Office(Known("X", EntityType.PERSON), "President", "head of state", "KAZ", start, end, known_until)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Guinea-Bissau said", ["Guinea-Bissau"]),
        ("Côte d’Ivoire", ["Ivory Coast"]),
        ("Cote d'Ivoire", ["Ivory Coast"]),
        ("US officials", ["United States"]),
        ("U.S. officials", ["United States"]),
        ("us all", []),
        ("Us and Them", []),
        ("turkey and ham", []),
        ("WHO experts", ["World Health Organization"]),
        ("who came", []),
        ("Who came", []),
        ("Unesco listed it", ["UNESCO"]),
        ("SOUTH KOREA", ["South Korea"]),
        ("Congo", ["Democratic Republic of the Congo", "Republic of the Congo"]),
        ("Recep Tayyip Erdogan", ["Recep Tayyip Erdoğan"]),
        ("Bissau Guinea", ["Guinea-Bissau"]),
        ("Peoples Republic of China", ["China"]),
        ("Former Yugoslav Republic of Macedonia", ["North Macedonia"]),
        ("Union of Comoros", ["Comoros"]),
        ("St. Kitts-Nevis", ["Saint Kitts and Nevis"]),
        ("United, Nations", []),
    ],
)
def test_longest_name_is_found_with_regard_to_case(text: str, names: list[str]) -> None:
    assert found(text) == names


def test_name_is_found_where_a_text_begins_elsewhere() -> None:
    words = split_words("Sri Lanka", offset=100)
    longest = load_gazetteer().longest_at(words, 0, "Sri Lanka", 100)
    assert longest is not None
    assert longest.end == 2


def test_country_is_found_by_code_and_by_capital() -> None:
    gazetteer = load_gazetteer()
    country = gazetteer.country("UZB")
    assert country is not None
    assert (country.name, country.qid, country.iso2, country.capital) == (
        "Uzbekistan",
        "Q265",
        "UZ",
        "Tashkent",
    )
    assert gazetteer.capital_of("TASHKENT") == (country,)
    assert gazetteer.capital_of("Samarkand") == ()
    assert gazetteer.country(None) is None


def test_holders_are_told_for_a_day_within_a_term() -> None:
    names = [known.name for known in load_gazetteer().holders("head of state", "KAZ", date(2021, 5, 1))]
    assert names == ["Kassym-Jomart Tokayev"]


@pytest.mark.parametrize("day", [None, date(1950, 1, 1), date(2060, 1, 1)])
def test_holders_are_not_told_where_dates_say_nothing(day: date | None) -> None:
    assert load_gazetteer().holders("head of state", "KAZ", day) == ()


@pytest.mark.parametrize(
    ("term", "held"),
    [
        (office("2019-03-20", "2024-01-01"), True),
        (office("2019-03-20", known_until="2026-05"), True),
        (office("2019-03-20"), False),
        (office("", "2024-01-01"), False),
        (office("2021", "2024-01-01"), False),
        (office("2020", "2024-01-01"), True),
        (office("2019-03-20", "2021-05-01"), False),
        (office("2019-03-20", "2021"), False),
    ],
)
def test_term_holds_only_for_certain(term: Office, *, held: bool) -> None:
    assert holds(term, date(2021, 5, 1)) is held


@pytest.mark.parametrize(
    ("end", "over"),
    [("2009-05-09", True), ("2009-05-10", False), ("2009", False), ("2008", True), ("", False)],
)
def test_term_is_over_only_for_certain(end: str, *, over: bool) -> None:
    assert is_over(office("", end), date(2009, 5, 10)) is over


def test_words_fold_case_accents_and_points() -> None:
    assert fold_name("U.N. Łódź, Çavuşoğlu’s") == ("un", "lodz", ",", "cavusoglu", "s")


@pytest.mark.parametrize("name", ["countries.csv", "organisations.csv", "people.csv", "places.csv"])
def test_wikidata_identifiers_are_well_formed_and_names_are_given(name: str) -> None:
    bad = [
        row["name"] for row in rows(name) if not row["name"] or not re.fullmatch(r"(Q[1-9]\d*)?", row["qid"])
    ]
    assert bad == []


@pytest.mark.parametrize("name", ["countries.csv", "organisations.csv", "people.csv", "places.csv"])
def test_one_identifier_has_one_row(name: str) -> None:
    identifiers = [row["qid"] for row in rows(name) if row["qid"]]
    assert sorted({each for each in identifiers if identifiers.count(each) > 1}) == []


def test_every_sovereign_capital_is_a_place() -> None:
    places = {
        (fold_name(row["name"]), row["country"]) for row in rows("places.csv") if row["kind"] == "capital"
    }
    lacking = [
        row["capital"]
        for row in rows("countries.csv")
        if row["kind"] == "un member" and (fold_name(row["capital"]), row["iso3"]) not in places
    ]
    assert lacking == []


def test_members_and_countries_are_known_codes() -> None:
    codes = {row["iso3"] for row in rows("countries.csv")}
    members = {code for row in rows("organisations.csv") for code in row["members"].split("|") if code}
    homes = {
        row["country"] for name in ("organisations.csv", "people.csv", "places.csv") for row in rows(name)
    }
    assert sorted((members | homes) - codes - {""}) == []


def test_places_with_coordinates_have_both() -> None:
    half = [row["name"] for row in rows("places.csv") if bool(row["latitude"]) != bool(row["longitude"])]
    assert half == []


@pytest.mark.parametrize(
    ("name", "country"),
    [
        ("Emmanuel Macron", "FRA"),
        ("François Hollande", "FRA"),
        ("Charles III", "GBR"),
        ("Elizabeth II", "GBR"),
    ],
)
def test_person_is_of_his_own_state_whatever_else_he_heads(name: str, country: str) -> None:
    assert [known.country for known in load_gazetteer().named(name)] == [country]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Sinn Fein", "Sinn Féin"),
        ("VOA", "Voice of America"),
        ("Palestinian Liberation Organization", "Palestine Liberation Organization"),
        ("Organization for Islamic Cooperation", "Organisation of Islamic Cooperation"),
        ("OAU", "Organization of African Unity"),
    ],
)
def test_bodies_are_known_by_their_other_names(text: str, name: str) -> None:
    assert found(text) == [name]
