"""The clauses of a resolution are acts of the body that adopts it."""

import pytest

from graph.model import Article, DateRange, PartialDate
from graph.pipeline import convert

OPENING = "The Security Council of the United Nations adopted this resolution on 5 May 2020.\n\n"
CLAUSES = "1. Strongly condemns Ghana;\n\n2. Demands that Ghana leave Peru at once."


def actors(text: str) -> list[tuple[str, list[str]]]:
    """Who acts in each act of speech of a text."""
    found = convert(Article("a", text))
    return [
        (event.type, [found.entities[each].name for each in event.roles.get("actor", ())])
        for event in found.events
        if event.type in {"Criticism", "Demand"}
    ]


@pytest.mark.parametrize("before", ["", "It had heard Norway, which met Peru in Oslo.\n\n"])
def test_who_adopts_a_resolution_does_what_its_clauses_tell(before: str) -> None:
    council = ["United Nations Security Council"]
    assert actors(OPENING + before + CLAUSES) == [("Criticism", council), ("Demand", council)]


def test_body_that_has_heard_others_talk_adopts_the_clauses() -> None:
    lead = "The Council, having heard Ali Barre, who held talks with Kofi Mensah in Lima on 2 May 2020:\n\n"
    found = convert(Article("a", OPENING + lead + CLAUSES + "\n\n3. Rejects the request of Togo."))
    acts = [event for event in found.events if event.type in {"Criticism", "Demand", "Rejection"}]
    assert [event.type for event in acts] == ["Criticism", "Demand", "Rejection"]
    assert {found.entities[each].name for event in acts for each in event.roles["actor"]} == {
        "United Nations Security Council"
    }
    assert DateRange(PartialDate(2020, 5, 2)) not in [event.when for event in acts]


def test_heading_names_who_adopts_a_resolution() -> None:
    text = "Communiqué of the African Union\n\nGuests came from Norway.\n\n" + CLAUSES
    assert actors(text) == [("Criticism", ["African Union"]), ("Demand", ["African Union"])]


def test_who_acts_in_a_clause_himself_keeps_his_act() -> None:
    assert actors(OPENING + CLAUSES + "\n\n3. Peru condemns Norway.")[2:] == [("Criticism", ["Peru"])]


def dates(text: str) -> list[tuple[str, DateRange | None]]:
    """When each event of a text was."""
    return [(event.type, event.when) for event in convert(Article("a", text)).events]


SESSION = "LIMA, 8 May 2020 – The Council of the Andean Union, which met on 6 May, adopted a communiqué.\n\n"


def test_body_after_a_dateline_adopts_the_clauses() -> None:
    council = ["Council of the Andean Union"]
    assert actors(SESSION + CLAUSES) == [("Criticism", council), ("Demand", council)]


def test_clauses_are_of_the_day_on_which_the_body_met_and_what_they_recall_is_not() -> None:
    more = "\n\n3. Decides to suspend Ghana from the Union;\n\n4. Recalls that Norway severed ties with Togo."
    day = DateRange(PartialDate(2020, 5, 6))
    assert dates(SESSION + CLAUSES + more) == [
        ("Meeting", day),
        ("Agreement", day),
        ("Criticism", day),
        ("Demand", day),
        ("Accession", day),
        ("RelationsChange", None),
    ]
