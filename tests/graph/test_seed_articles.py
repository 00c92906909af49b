"""Two real articles, kept beside the repository: the graph says what a reader finds in them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from graph.model import Article, DateRange, Entity, Event, Extraction, PartialDate, Status
from graph.pipeline import convert
from graph.reading.read import read_paths

SEEDS = Path(__file__).parents[3] / "shared" / "seeds"
PATHS = sorted(SEEDS.glob("*.txt"))
pytestmark = pytest.mark.skipif(len(PATHS) != 2, reason="needs the two articles in ../shared/seeds")

PUTIN, MIRZIYOYEV, BLINKEN = "Q7747", "Q57808", "Q7821917"
RAHMON, TOKAYEV, JAPAROV, BERDIMUHAMEDOW = "Q57366", "Q200881", "Q25597826", "Q51874548"
UZBEKISTAN, RUSSIA, UNITED_STATES, TAJIKISTAN = "Q265", "Q159", "Q30", "Q863"
KAZAKHSTAN, KYRGYZSTAN, TURKMENISTAN = "Q232", "Q813", "Q874"
# Those without an identifier go by their names in lower case.
DUSHANBE, ROSATOM, SBERBANK, GAZPROM_NEFT = "Q9365", "Q514140", "Q205012", "Q1461799"
LIKHACHEV, GREF, SHUVALOV, KHODZHAEV = "Q9956195", "Q465285", "Q1396860", "Q106574535"


def convert_file(number: int) -> Extraction:
    (article,) = read_paths([str(PATHS[number])])
    assert isinstance(article, Article)
    return convert(article)


@pytest.fixture(scope="module")
def visit_article() -> Extraction:
    return convert_file(0)


@pytest.fixture(scope="module")
def summit_article() -> Extraction:
    return convert_file(1)


def key(entity: Entity) -> str:
    return entity.qid or entity.name.lower()


def keys(extraction: Extraction, event: Event, role: str) -> set[str]:
    return {key(extraction.entities[filler]) for filler in event.roles.get(role, ())}


def events(extraction: Extraction, event_type: str, **roles: str) -> list[Event]:
    """The events of a class that have these fillers among others."""
    return [
        event
        for event in extraction.events
        if event.type == event_type
        and all(filler in keys(extraction, event, role) for role, filler in roles.items())
    ]


def test_putin_visits_uzbekistan(visit_article: Extraction) -> None:
    (visit,) = (
        event
        for event in events(visit_article, "Visit", visitor=PUTIN, destination=UZBEKISTAN)
        if event.status is Status.ACTUAL
    )
    assert visit.when == DateRange(PartialDate(None, 5, 26), PartialDate(None, 5, 28))
    assert keys(visit_article, visit, "visitor") == {PUTIN}
    assert keys(visit_article, visit, "host") == {MIRZIYOYEV}
    assert visit.attributes == {"visitKind": "working"}
    assert visit.evidence


AGREEMENTS = {
    "nuclear power plant": ({ROSATOM, "uzatom"}, {LIKHACHEV, "azim akhmedkhadzhaev"}, None),
    "energy roadmap": ({"ministry of energy of uzbekistan", GAZPROM_NEFT}, set(), "roadmap"),
    "health protocols": (
        {"ministry of health of uzbekistan", "ministry of health of russia"},
        set(),
        "protocol",
    ),
    "aviation industry": (
        {"ministry of digital industry of uzbekistan", "ministry of industry and trade of russia"},
        set(),
        None,
    ),
    "tourism": ({"tourism committee of uzbekistan", SBERBANK}, {"umid shadiev", GREF}, "agreement"),
    "priority projects": ({UZBEKISTAN, "veb russia"}, {KHODZHAEV, SHUVALOV}, "agreement"),
    "agrological centres": ({UZBEKISTAN, "veb russia"}, {KHODZHAEV, SHUVALOV}, "agreement"),
}


@pytest.mark.parametrize("name", AGREEMENTS)
def test_agreement_has_its_parties_and_signatories(visit_article: Extraction, name: str) -> None:
    parties, signatories, instrument = AGREEMENTS[name]
    told = [
        (keys(visit_article, event, "party"), keys(visit_article, event, "signatory"))
        for event in events(visit_article, "Agreement")
        if instrument in (None, event.attributes.get("instrument")) and event.status is Status.ACTUAL
    ]
    same = [each for each in AGREEMENTS.values() if each == AGREEMENTS[name]]
    assert told.count((parties, signatories)) == len(same)


def test_blinken_visited_uzbekistan_in_may_2022(visit_article: Extraction) -> None:
    visits = events(visit_article, "Visit", visitor=BLINKEN, destination=UZBEKISTAN)
    told = [visit.when for visit in visits if visit.status is Status.ACTUAL and visit.evidence]
    assert told == [DateRange(PartialDate(2022, 5))]


def test_blinken_does_not_visit_uzbekistan_now(visit_article: Extraction) -> None:
    visits = events(visit_article, "Visit", visitor=BLINKEN, destination=UZBEKISTAN)
    denied = [visit for visit in visits if visit.status is Status.DENIED]
    assert [(visit.when, bool(visit.evidence)) for visit in denied] == [(None, True)]


def test_six_presidents_meet_in_dushanbe(summit_article: Extraction) -> None:
    (summit,) = (
        event for event in events(summit_article, "Meeting", chair=RAHMON) if event.subtype == "Summit"
    )
    assert keys(summit_article, summit, "participant") == {
        RAHMON,
        MIRZIYOYEV,
        PUTIN,
        TOKAYEV,
        JAPAROV,
        BERDIMUHAMEDOW,
    }
    assert summit.status is Status.ACTUAL
    assert summit.when == DateRange(PartialDate(None, 10, 9))
    assert [key(summit_article.entities[place]) for place in summit.places] == [DUSHANBE]
    assert summit.evidence


def test_the_summit_is_one_event(summit_article: Extraction) -> None:
    assert [event.subtype for event in events(summit_article, "Meeting")] == ["Summit"]


def test_each_bullet_is_a_proposal_of_its_own(summit_article: Extraction) -> None:
    text = summit_article.article.text
    bullets = [(found.start(1), found.end(1)) for found in re.finditer(r"(?m)^▪ (.+?)[;.]?$", text)]
    proposals = events(summit_article, "Proposal", actor=MIRZIYOYEV)
    told = [
        sum(any(span.start < end and span.end > start for span in event.evidence) for event in proposals)
        for start, end in bullets
    ]
    assert told == [1] * 7


@pytest.mark.parametrize(
    ("holder", "role", "of"),
    [
        (PUTIN, "president", RUSSIA),
        (MIRZIYOYEV, "president", UZBEKISTAN),
        (LIKHACHEV, "head", ROSATOM),
        ("azim akhmedkhadzhaev", "director", "uzatom"),
        ("umid shadiev", "chairman", "tourism committee of uzbekistan"),
        (GREF, "head", SBERBANK),
        (KHODZHAEV, "deputy prime minister", UZBEKISTAN),
        (SHUVALOV, "head", "veb russia"),
        (BLINKEN, "secretary of state", UNITED_STATES),
        (TOKAYEV, "head", KAZAKHSTAN),
    ],
)
def test_office_in_the_visit_article(visit_article: Extraction, holder: str, role: str, of: str) -> None:
    assert (holder, role, of) in offices(visit_article)


@pytest.mark.parametrize(
    ("holder", "of"),
    [
        (MIRZIYOYEV, UZBEKISTAN),
        (RAHMON, TAJIKISTAN),
        (PUTIN, RUSSIA),
        (TOKAYEV, KAZAKHSTAN),
        (JAPAROV, KYRGYZSTAN),
        (BERDIMUHAMEDOW, TURKMENISTAN),
    ],
)
def test_president_in_the_summit_article(summit_article: Extraction, holder: str, of: str) -> None:
    assert (holder, "president", of) in offices(summit_article)


def offices(extraction: Extraction) -> set[tuple[str, str, str]]:
    return {
        (key(extraction.entities[position.holder]), position.role, key(extraction.entities[position.of]))
        for position in extraction.positions
        if position.evidence
    }
