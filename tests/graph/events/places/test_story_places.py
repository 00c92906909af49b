"""What was agreed at a meeting was agreed where the meeting was."""

from __future__ import annotations

import re

import pytest

from graph.events.draft import Draft
from graph.events.places.story_places import place_by_story
from graph.events.scene import Scene
from graph.events.triggers.lists import find_lists
from graph.model import Article, DateRange, Entity, EntityType, PartialDate, Span, Status
from graph.reading.segment import segment

ENTITIES = (
    Entity("Lima", EntityType.PLACE, country="PER"),
    Entity("Cusco", EntityType.PLACE, country="PER"),
    Entity("Kenya", EntityType.COUNTRY, country="KEN"),
    Entity("Peru", EntityType.COUNTRY, country="PER"),
    Entity("Chile", EntityType.COUNTRY, country="CHL"),
)
LIMA, CUSCO, KENYA, PERU, CHILE = range(len(ENTITIES))
MET = "The ministers met in Lima. "
MAY = DateRange(PartialDate(2023, 5))
DAY, ANOTHER = DateRange(PartialDate(2023, 5, 3)), DateRange(PartialDate(2023, 5, 4))


def places_of(
    text: str,
    *,
    at: tuple[int, ...] = (LIMA,),
    own: tuple[int, ...] = (),
    when: DateRange | None = None,
    met: DateRange = DAY,
    sides: tuple[int, ...] = (),
) -> tuple[int, ...]:
    """Where the agreement of the text's last sentence was made, the first telling a meeting in Lima."""
    sentences = segment(Article("a", text))
    number = len(sentences) - 1
    verb = next(re.finditer(r"signed|treaty", sentences[number].text))
    start = sentences[number].span.start
    trigger = Span(start + verb.start(), start + verb.end())
    talks = Draft(
        0,
        Span(14, 17),
        "Meeting",
        Status.ACTUAL,
        0.9,
        (),
        {"participant": (KENYA, PERU)},
        when=DAY,
        places=at,
    )
    told = Draft(
        number, trigger, "Agreement", Status.ACTUAL, 0.9, (), {"party": sides}, when=when, places=own
    )
    return place_by_story([talks, told], find_lists(sentences), Scene(sentences, ENTITIES, ()))[1].places


@pytest.mark.parametrize(
    ("text", "places"),
    [
        (MET + "They signed a treaty.", (LIMA,)),
        (MET + "A treaty was signed.", (LIMA,)),
        (MET + "They had signed a treaty.", ()),
        (MET + "It rained. " * 6 + "They signed a treaty.", ()),
        ("The ministers met in Lima. They brought home:\n\n- a treaty on trade.", (LIMA,)),
    ],
    ids=["signed", "was signed", "told back", "far below", "list"],
)
def test_what_was_signed_after_a_meeting_is_of_its_place(text: str, places: tuple[int, ...]) -> None:
    assert places_of(text) == places


def test_place_of_its_own_another_day_and_two_places_leave_an_agreement_as_it_is() -> None:
    text = MET + "They signed a treaty."
    assert places_of(text, own=(CUSCO,)) == (CUSCO,)
    assert [places_of(text, when=DAY), places_of(text, when=ANOTHER)] == [(LIMA,), ()]
    assert places_of(text, at=(LIMA, CUSCO)) == ()


def test_meeting_of_some_month_gives_way_to_one_of_a_day() -> None:
    sentences = segment(Article("a", MET + "They had met in Cusco in May. A treaty was signed."))
    start = sentences[2].span.start + len("A treaty was ")
    drafts = [
        Draft(0, Span(14, 17), "Meeting", Status.ACTUAL, 0.9, (), {}, when=DAY, places=(LIMA,)),
        Draft(1, Span(36, 39), "Meeting", Status.ACTUAL, 0.9, (), {}, when=MAY, places=(CUSCO,)),
        Draft(2, Span(start, start + 6), "Agreement", Status.ACTUAL, 0.9, (), {}),
    ]
    assert place_by_story(drafts, (), Scene(sentences, ENTITIES, ()))[2].places == (LIMA,)
    assert place_by_story(drafts[1:], (), Scene(sentences, ENTITIES, ()))[1].places == (CUSCO,)


@pytest.mark.parametrize(
    ("following", "places"),
    [
        ("On the sidelines she saw her colleague.", (LIMA,)),
        ("On the margins of the talks she saw her colleague.", (LIMA,)),
        ("On the sidelines of a summit she saw her colleague.", ()),
        ("She saw her colleague.", ()),
    ],
)
def test_who_met_on_the_sidelines_met_at_the_place_of_the_meeting(
    following: str, places: tuple[int, ...]
) -> None:
    sentences = segment(Article("a", MET + following))
    start = sentences[1].span.start + following.index("saw")
    drafts = [
        Draft(0, Span(14, 17), "Meeting", Status.ACTUAL, 0.9, (), {}, when=DAY, places=(LIMA,)),
        Draft(1, Span(start, start + 3), "Meeting", Status.ACTUAL, 0.9, (), {}),
    ]
    assert place_by_story(drafts, (), Scene(sentences, ENTITIES, ()))[1].places == places


def test_what_was_signed_in_some_year_was_not_signed_at_a_meeting_without_a_date() -> None:
    sentences = segment(Article("a", MET + "They signed a treaty."))
    talks = Draft(0, Span(14, 17), "Meeting", Status.ACTUAL, 0.9, (), {}, places=(LIMA,))
    signed = Span(32, 38)
    treaty = Draft(1, signed, "Agreement", Status.ACTUAL, 0.9, (), {}, when=DateRange(PartialDate(2004)))
    today = Draft(1, signed, "Agreement", Status.ACTUAL, 0.9, (), {}, when=DAY)
    assert [
        place_by_story([talks, each], (), Scene(sentences, ENTITIES, ()))[1].places
        for each in (treaty, today)
    ] == [
        (),
        (LIMA,),
    ]


def test_what_others_signed_was_not_signed_where_the_meeting_was() -> None:
    text = MET + "They signed a treaty."
    assert [places_of(text, sides=sides) for sides in ((KENYA,), (CHILE,))] == [(LIMA,), ()]
