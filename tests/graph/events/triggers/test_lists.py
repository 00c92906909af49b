"""What a list announces, each of its items tells."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from graph.events.draft import Draft
from graph.events.model.encoding import SLOTS
from graph.events.model.predict import Prediction, Trigger
from graph.events.triggers.lists import Listing, announce, find_lists, spread
from graph.model import Article, DateRange, PartialDate, Sentence, Span, Status
from graph.reading.segment import segment

PROPOSALS = (
    "Rain fell. She also proposed:\n\n"
    "▪ opening a joint university;\n▪ creating a council of experts;\n▪ holding an annual festival.\n\n"
    "Then she left."
)
PAPERS = (
    "Papers signed:\n\n- Memorandum of Understanding on health\n- Protocol on customs\n- Cultural centres\n"
)


def sentences_of(text: str) -> tuple[Sentence, ...]:
    return segment(Article("a", text))


def trigger(event_type: str, sentence: Sentence, score: float = 0.9, attribute: str | None = None) -> Trigger:
    start = sentence.span.start
    slots = np.zeros((0, len(SLOTS)), np.float32)
    return Trigger(event_type, Span(start, start + 3), score, dict.fromkeys(Status, 0.25), attribute, slots)


def predicted(
    sentences: tuple[Sentence, ...], triggers: dict[int, list[Trigger]] | None = None
) -> list[Prediction]:
    return [Prediction((), 1.0, tuple((triggers or {}).get(number, ()))) for number in range(len(sentences))]


def draft(event_type: str, sentence: int, roles: dict[str, tuple[int, ...]], **fields: Any) -> Draft:
    evidence = (Span(sentence * 10, sentence * 10 + 9),)
    return Draft(sentence, Span(0, 1), event_type, Status.ACTUAL, 0.9, evidence, roles, **fields)


LIST = Listing(0, (1, 2))


def test_lists_are_found_with_their_lead_ins() -> None:
    assert find_lists(sentences_of(PROPOSALS)) == (Listing(1, (2, 3, 4)),)
    assert find_lists(sentences_of(f"{PAPERS}\n{PROPOSALS}")) == (
        Listing(0, (1, 2, 3)),
        Listing(5, (6, 7, 8)),
    )


@pytest.mark.parametrize("text", ["", "Kenya met Peru. They agreed.", "- Kenya met Peru."])
def test_text_without_lead_in_and_items_has_no_list(text: str) -> None:
    assert find_lists(sentences_of(text)) == ()


def told(text: str, triggers: dict[int, list[tuple[str, float]]]) -> list[list[tuple[str, str | None]]]:
    """The class and attribute of the triggers of each sentence, once the lists have announced theirs."""
    sentences = sentences_of(text)
    given = {
        number: [trigger(event_type, sentences[number], score) for event_type, score in each]
        for number, each in triggers.items()
    }
    announced = announce(find_lists(sentences), sentences, predicted(sentences, given))
    for sentence, prediction in zip(sentences, announced, strict=True):
        for found in prediction.triggers:
            assert sentence.span.start <= found.span.start < found.span.end <= sentence.span.end
    return [[(found.type, found.attribute) for found in prediction.triggers] for prediction in announced]


def test_each_item_tells_what_the_lead_in_announces() -> None:
    proposal = [("Proposal", None)]
    expected = [[], proposal, proposal, proposal, proposal, []]
    assert told(PROPOSALS, {1: [("Proposal", 0.9)]}) == expected


def test_item_of_a_list_of_proposals_tells_nothing_besides() -> None:
    proposal = [("Proposal", None)]
    triggers = {1: [("Proposal", 0.9)], 2: [("Aid", 0.9)], 3: [("Meeting", 0.8), ("Proposal", 0.8)]}
    assert told(PROPOSALS, triggers) == [[], proposal, proposal, proposal, proposal, []]


def test_announced_event_is_as_sure_as_its_announcement() -> None:
    sentences = sentences_of(PROPOSALS)
    given = predicted(sentences, {1: [trigger("Proposal", sentences[1], 0.93)]})
    announced = announce(find_lists(sentences), sentences, given)
    assert min(found.score for prediction in announced[2:5] for found in prediction.triggers) >= 0.93


def test_what_half_the_items_tell_all_tell() -> None:
    triggers = {2: [("Demand", 0.9)], 4: [("Demand", 0.7)]}
    demand = [("Demand", None)]
    assert told(PROPOSALS, triggers) == [[], [], demand, demand, demand, []]


def test_what_one_item_tells_is_its_own() -> None:
    assert told(PROPOSALS, {2: [("Aid", 0.9)]}) == [[], [], [("Aid", None)], [], [], []]


def test_class_that_does_not_come_in_lists_is_not_announced() -> None:
    assert told(PROPOSALS, {1: [("Meeting", 0.9)]}) == [[], [("Meeting", None)], [], [], [], []]


def test_item_named_after_a_paper_is_an_agreement() -> None:
    assert told(PAPERS, {}) == [[], [("Agreement", "memorandum")], [("Agreement", "protocol")], []]


def test_items_inherit_what_the_lead_in_tells_and_replace_it() -> None:
    when = DateRange(PartialDate(2024, 5, 5))
    lead = draft("Proposal", 0, {"actor": (0,)}, when=when, places=(3,))
    first = draft("Proposal", 1, {})
    second = draft("Proposal", 2, {"actor": (1,), "target": (2,)})
    spread_out = spread([LIST], [lead, first, second])
    assert [(each.sentence, each.roles, each.when, each.places, each.evidence) for each in spread_out] == [
        (1, {"actor": (0,)}, when, (3,), (Span(0, 9), Span(10, 19))),
        (2, {"actor": (0,), "target": (2,)}, when, (3,), (Span(0, 9), Span(20, 29))),
    ]
    assert all(each.is_listed for each in spread_out)


def test_other_events_of_the_lead_in_stay() -> None:
    meeting = draft("Meeting", 0, {"participant": (0, 1)})
    item = draft("Agreement", 1, {"party": (0, 1)})
    assert [each.type for each in spread([LIST], [meeting, item])] == ["Meeting", "Agreement"]


def test_item_that_names_nobody_is_of_those_told_of_before_the_list() -> None:
    before = draft("Agreement", 0, {"party": (0, 1)})
    items = draft("Agreement", 2, {"party": (2, 3)}), draft("Agreement", 3, {})
    told = spread([Listing(1, (2, 3))], [before, *items])
    assert [each.roles for each in told] == [{"party": (0, 1)}, {"party": (2, 3)}, {"party": (0, 1)}]


def test_item_of_an_agreement_has_the_parties_that_it_names() -> None:
    lead, item = draft("Agreement", 0, {"party": (0, 1)}), draft("Agreement", 1, {"party": (2,)})
    assert [each.roles for each in spread([LIST], [lead, item])] == [{"party": (2,)}]


@pytest.mark.parametrize(
    ("lead", "item", "expected"),
    [
        (("Meeting", {"participant": (0, 1)}), ("Statement", {}), {"speaker": (0, 1)}),
        (
            ("Meeting", {"participant": (0, 1)}),
            ("Demand", {"target": (2,)}),
            {"actor": (0, 1), "target": (2,)},
        ),
        (("Statement", {"speaker": (0,)}), ("Criticism", {"target": (2,)}), {"actor": (0,), "target": (2,)}),
        (("Meeting", {"participant": (0, 1)}), ("Criticism", {"actor": (2,)}), {"actor": (2,)}),
        (("Meeting", {"participant": (0,)}), ("Statement", {}), {}),
        (("Meeting", {"participant": (0, 1)}), ("Aid", {"recipient": (2,)}), {"recipient": (2,)}),
    ],
)
def test_item_that_names_no_speaker_has_the_voice_of_its_lead_in(
    lead: tuple[str, dict[str, tuple[int, ...]]],
    item: tuple[str, dict[str, tuple[int, ...]]],
    expected: dict[str, tuple[int, ...]],
) -> None:
    told = spread([LIST], [draft(lead[0], 0, lead[1]), draft(item[0], 1, item[1])])
    assert told[-1].roles == expected


def test_drafts_outside_lists_stay_as_they_are() -> None:
    drafts = (draft("Visit", 3, {"visitor": (0,)}), draft("Proposal", 4, {}))
    assert spread([LIST], drafts) == drafts
    assert spread([], drafts) == drafts


def test_list_of_pledges_tells_aid_with_each_sum() -> None:
    text = "Pledges so far\n\n- Kenya — $5m\n- Peru: 30 tonnes of rice\n- more is to come\n"
    sentences = sentences_of(text)
    announced = announce(find_lists(sentences), sentences, predicted(sentences))
    found = [[(each.type, each.status) for each in prediction.triggers] for prediction in announced]
    assert found == [[], [("Aid", Status.PLANNED)], [("Aid", Status.PLANNED)], []]
