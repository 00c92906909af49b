"""The entries of a diary tell what the person in the heading above them did."""

from __future__ import annotations

import pytest

from graph.model import Article
from graph.pipeline import convert

HEADINGS = {
    "Ostavik": "Premier Nadira Ostavik, Peru\n\n",
    "Velkanov": "President Marek Velkanov, Kenya\n\n",
}
MET = "Met with President Ilmar Castellor in New York."


def told(text: str) -> list[tuple[str, dict[str, list[str]], list[str]]]:
    """The class, the people and the evidence of each event."""
    found = convert(Article("a", text))
    return [
        (
            event.type,
            {
                role: [found.entities[each].name for each in fillers]
                for role, fillers in sorted(event.roles.items())
            },
            [text[span.start : span.end] for span in event.evidence],
        )
        for event in found.events
    ]


def test_entries_are_of_the_person_in_the_heading_above_them_which_is_evidence() -> None:
    text = f"{HEADINGS['Velkanov']}{MET}\n\n{HEADINGS['Ostavik']}{MET}"
    assert told(text) == [
        (
            "Meeting",
            {"participant": ["Marek Velkanov", "Ilmar Castellor"]},
            ["President Marek Velkanov, Kenya", MET],
        ),
        (
            "Meeting",
            {"participant": ["Nadira Ostavik", "Ilmar Castellor"]},
            ["Premier Nadira Ostavik, Peru", MET],
        ),
    ]


def test_second_entry_below_a_heading_is_of_the_same_person() -> None:
    text = f"{HEADINGS['Ostavik']}State visit. Held talks with President Ilmar Castellor on trade."
    assert [(kind, people) for kind, people, _ in told(text)] == [
        ("Visit", {"visitor": ["Nadira Ostavik"]}),
        ("Meeting", {"participant": ["Nadira Ostavik", "Ilmar Castellor"]}),
    ]


@pytest.mark.parametrize(
    "text",
    [
        f"{HEADINGS['Ostavik']}Rain fell in Lima. {MET}",
        f"Premier Nadira Ostavik and President Marek Velkanov\n\n{MET}",
        f"Nadira Ostavik of Peru leaves Kenya\n\n{MET}",
    ],
    ids=["another sentence between", "two persons", "a headline"],
)
def test_nobody_is_taken_from_what_is_no_heading_of_one_person(text: str) -> None:
    (meeting,) = (people for kind, people, _ in told(text) if kind == "Meeting")
    assert "Ilmar Castellor" in meeting["participant"]
    assert "Nadira Ostavik" not in meeting["participant"]


def test_entry_without_a_heading_does_not_go_on_with_the_entry_before() -> None:
    text = "Met with President Ilmar Castellor in Lima.\n\nMet with Premier Nadira Ostavik in Quito."
    assert [people for kind, people, _ in told(text)] == [
        {"participant": ["Ilmar Castellor"]},
        {"participant": ["Nadira Ostavik"]},
    ]


def test_sentence_with_a_subject_of_its_own_is_no_entry() -> None:
    text = (
        f"{HEADINGS['Ostavik']}Asked about trade, Marek Velkanov said he had met President Ilmar Castellor."
    )
    assert [people for kind, people, _ in told(text) if kind == "Statement"] == [
        {"speaker": ["Marek Velkanov"]}
    ]
