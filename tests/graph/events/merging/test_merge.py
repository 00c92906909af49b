"""Several tellings of one event are one event, and several events stay several."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.events.draft import SPEECH, Draft
from graph.events.merging.merge import dates_agree, merge, union
from graph.model import Article, DateRange, Entity, EntityType, PartialDate, Span, Status
from graph.reading.segment import segment

TITLE = "Summit opens in Lima"
TEXT = (
    f"{TITLE}\n\nThe summit opened in Lima. It was attended by the presidents. "
    "An invitation came. Their last talks were long. Nobody minded it. "
    "Kenya condemned the raid. It condemned Peru on Monday. It condemned Peru again. "
    "Ostavik's visit comes late. Her next visit is far off. Monday's meeting was short. "
    "France took part. During the meeting Kenya spoke. The meeting with France was short. "
    "France attended the Lima Forum. Peru spoke during the visit of Ostavik."
)
SENTENCES = segment(Article("a", TEXT, title=TITLE))
ENTITIES = (
    Entity("Nadira Ostavik", EntityType.PERSON, country="KEN"),
    Entity("Kenya", EntityType.COUNTRY, country="KEN"),
    Entity("Peru", EntityType.COUNTRY, country="PER"),
    Entity("Lima", EntityType.PLACE, country="PER"),
    Entity("France", EntityType.COUNTRY, country="FRA"),
    Entity("Marek Velkanov", EntityType.PERSON, country="KEN"),
    Entity("Cusco", EntityType.PLACE, country="PER"),
    Entity("Hotel Bolívar", EntityType.PLACE),
    Entity("Andean Union", EntityType.INTERNATIONAL_ORGANIZATION),
    Entity("Andean Union Council", EntityType.INTERNATIONAL_ORGANIZATION),
    Entity("Lars Holm", EntityType.PERSON, country="PER"),
    Entity("Ines Dahl", EntityType.PERSON, country="PER"),
)
OSTAVIK, KENYA, PERU, LIMA, FRANCE, VELKANOV, CUSCO, SOMEWHERE, UNION, COUNCIL, HOLM, DAHL = range(
    len(ENTITIES)
)
VISIT = {"visitor": (OSTAVIK,), "destination": (PERU,)}


def draft(
    event_type: str = "Visit",
    sentence: int = 1,
    roles: dict[str, tuple[int, ...]] | None = None,
    word: str = "",
    **fields: Any,
) -> Draft:
    span = SENTENCES[sentence].span
    start = span.start + (SENTENCES[sentence].text.index(word) if word else 0)
    return Draft(
        sentence=sentence,
        trigger=Span(start, start + (len(word) or 3)),
        type=event_type,
        status=fields.pop("status", Status.ACTUAL),
        score=0.9,
        evidence=(span,),
        roles=VISIT if roles is None else roles,
        **fields,
    )


def groups(*drafts: Draft) -> list[list[int]]:
    """The numbers of the drafts that are merged."""
    return [[drafts.index(each) for each in group] for group in merge(drafts, SENTENCES, ENTITIES)]


ONE, TWO = [[0, 1]], [[0], [1]]


def day(month: int, number: int, year: int | None = None) -> PartialDate:
    return PartialDate(year, month, number)


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ({}, {}, ONE),
        ({"status": Status.PLANNED}, {}, TWO),
        ({"when": DateRange(day(5, 5))}, {}, ONE),
        ({"when": DateRange(day(5, 5))}, {"when": DateRange(day(5, 6))}, TWO),
        ({"when": DateRange(day(5, 5, 2024))}, {"when": DateRange(day(5, 6, 2024))}, ONE),
        ({"when": DateRange(day(5, 5, 2024))}, {"when": DateRange(day(5, 9, 2024))}, TWO),
        ({"when": DateRange(day(5, 5))}, {"when": DateRange(PartialDate(2024, 5))}, ONE),
        ({"when": DateRange(day(5, 5), day(5, 9))}, {"when": DateRange(day(5, 7))}, ONE),
        ({"when": DateRange(day(5, 5), day(5, 9))}, {"when": DateRange(day(5, 10))}, TWO),
        ({"attribute": "state"}, {"attribute": "unspecified"}, ONE),
        ({"attribute": "state"}, {"attribute": "working"}, TWO),
        ({"details": {"count": 2}}, {"details": {"count": 3}}, TWO),
        ({"details": {"amount": "$250 million"}}, {"details": {"amount": "659.5 million euros"}}, TWO),
        ({"details": {"amount": "$250 million"}}, {"details": {"amount": "250 million dollars"}}, ONE),
        ({}, {"roles": {"visitor": (OSTAVIK,), "destination": (FRANCE,)}}, TWO),
        ({}, {"roles": {"visitor": (OSTAVIK,), "destination": (LIMA,)}}, ONE),
        ({}, {"roles": {"visitor": (KENYA,), "destination": (PERU,)}}, ONE),
        ({}, {"roles": {"visitor": (VELKANOV,), "destination": (PERU,)}}, TWO),
        ({}, {"roles": {"destination": (PERU,)}}, ONE),
        ({"roles": {"visitor": (OSTAVIK,)}}, {"roles": {"destination": (PERU,)}}, TWO),
        ({}, {"roles": {}}, ONE),
        ({"places": (LIMA,)}, {"places": (PERU,)}, ONE),
        ({"places": (LIMA,)}, {"places": (CUSCO,)}, TWO),
        ({"places": (LIMA,)}, {"places": (SOMEWHERE,)}, ONE),
    ],
)
def test_two_tellings_are_one_event_where_nothing_contradicts(
    first: dict[str, Any], second: dict[str, Any], expected: list[list[int]]
) -> None:
    assert groups(draft(sentence=1, **first), draft(sentence=2, **second)) == expected


def test_organ_acts_for_its_organisation() -> None:
    roles = {"actor": (UNION,), "target": (PERU,)}
    assert groups(draft("Sanction", 1, roles), draft("Sanction", 2, {**roles, "actor": (COUNCIL,)})) == ONE
    assert groups(draft("Sanction", 1, roles), draft("Sanction", 2, {**roles, "actor": (KENYA,)})) == TWO


def test_telephone_call_is_no_meeting_at_a_place() -> None:
    roles = {"participant": (OSTAVIK, VELKANOV)}
    call = draft("Meeting", 1, roles, attribute="Call")
    assert groups(call, draft("Meeting", 2, roles, attribute="Meeting")) == ONE
    assert groups(call, draft("Meeting", 2, roles, attribute="Meeting", places=(LIMA,))) == TWO
    from_lima = draft("Meeting", 1, roles, attribute="Call", places=(LIMA,))
    assert groups(from_lima, draft("Meeting", 2, roles, attribute="Meeting")) == ONE


def test_talk_of_two_people_is_not_the_summit_that_they_attend() -> None:
    summit = draft("Meeting", 1, {"participant": (UNION, OSTAVIK, VELKANOV)}, attribute="Summit")
    assert (
        groups(summit, draft("Meeting", 2, {"participant": (OSTAVIK, VELKANOV)}, attribute="Meeting")) == TWO
    )
    assert groups(summit, draft("Meeting", 2, {"participant": (OSTAVIK,)}, attribute="Meeting")) == ONE


def test_talk_of_two_people_is_not_the_gathering_of_its_own_beside_it() -> None:
    two = {"participant": (OSTAVIK, HOLM)}
    talk = draft("Meeting", 2, two, attribute="Meeting")
    forum = draft("Meeting", 1, {"participant": (UNION, HOLM)}, is_own=True)
    assert groups(forum, talk) == groups(talk, forum) == TWO
    assert groups(draft("Meeting", 1, two, is_own=True), talk) == ONE
    assert groups(draft("Meeting", 1, {"participant": (HOLM,)}, attribute="Summit"), talk) == ONE


def test_talk_joins_the_talk_before_rather_than_a_gathering_of_its_own() -> None:
    two = {"participant": (OSTAVIK, HOLM)}
    talk, forum = (
        draft("Meeting", 0, two, places=(LIMA,)),
        draft("Meeting", 1, two, places=(CUSCO,), is_own=True),
    )
    assert groups(talk, forum, draft("Meeting", 2, two)) == [[0, 2], [1]]


def test_named_gathering_of_which_nobody_is_told_is_no_talk_told_before() -> None:
    talk = draft("Meeting", 1, {"participant": (OSTAVIK, HOLM)})
    assert groups(talk, draft("Meeting", 2, {}, is_own=True)) == TWO
    assert groups(talk, draft("Meeting", 2, {})) == ONE


def test_invitation_is_the_one_told_before_whoever_is_said_to_have_made_it() -> None:
    told = draft("Invitation", 0, {"actor": (KENYA,), "target": (PERU,)})
    again = draft("Invitation", 3, {"target": (KENYA,)}, "invitation")
    other = draft("Invitation", 3, {"target": (FRANCE,)}, "invitation")
    assert groups(told, again) == ONE
    assert groups(told, other) == TWO


def test_last_meeting_is_not_this_one() -> None:
    roles = {"participant": (OSTAVIK, VELKANOV)}
    assert groups(draft("Meeting", 1, roles, "summit"), draft("Meeting", 4, roles, "talks")) == TWO
    assert groups(draft("Meeting", 1, roles, "summit"), draft("Meeting", 2, roles)) == ONE


def test_events_of_two_classes_are_two() -> None:
    assert groups(draft(), draft("Meeting", 2, {"participant": (OSTAVIK,)})) == TWO


def test_telling_far_behind_is_still_the_event_but_not_one_without_names() -> None:
    assert groups(draft(sentence=1), draft(sentence=5)) == ONE
    assert groups(draft(sentence=1), draft(sentence=5, roles={})) == TWO


def test_telling_without_names_is_of_the_event_told_next() -> None:
    nameless = draft(sentence=1, roles={})
    assert groups(nameless, draft(sentence=2)) == ONE
    assert groups(nameless, draft(sentence=3)) == TWO


def test_guessed_telling_joins_an_event_far_before_by_way_of_a_named_one() -> None:
    told, named = draft(sentence=0), draft(sentence=5)
    guessed = draft(sentence=4, implied=frozenset({OSTAVIK, PERU}))
    assert groups(told, guessed) == TWO
    assert groups(told, guessed, named) == [[0, 1, 2]]


@pytest.mark.parametrize("event_type", sorted(SPEECH))
def test_two_sentences_with_one_speaker_are_two_acts(event_type: str) -> None:
    roles = {"speaker" if event_type == "Statement" else "actor": (OSTAVIK,)}
    assert groups(draft(event_type, 1, roles), draft(event_type, 2, roles)) == TWO


def test_act_of_speech_told_in_the_same_word_of_both_sides_is_one() -> None:
    roles = {"actor": (KENYA,), "target": (PERU,)}
    told = draft("Criticism", 6, roles, "condemned")
    assert groups(told, draft("Criticism", 7, roles, "condemned")) == ONE
    assert groups(told, draft("Criticism", 8, roles, "condemned")) == TWO
    assert groups(told, draft("Criticism", 7, {"actor": (KENYA,)}, "condemned")) == TWO
    assert groups(told, draft("Criticism", 2, roles)) == TWO


def test_headline_takes_the_first_telling_of_the_text_and_none_after_it() -> None:
    roles = {"actor": (KENYA,), "target": (PERU,)}
    told = [draft("Criticism", 0, roles), draft("Criticism", 1, roles), draft("Criticism", 2, roles)]
    assert groups(*told) == [[0, 1], [2]]


def test_visit_spoken_of_by_a_noun_is_the_one_told_whatever_its_tense() -> None:
    planned = draft(sentence=1, status=Status.PLANNED)
    assert groups(planned, draft("Visit", 9, word="visit")) == ONE
    assert groups(planned, draft("Visit", 10, word="visit")) == TWO
    assert groups(draft(status=Status.DENIED), draft("Visit", 9, word="visit")) == TWO
    roles = {"participant": (OSTAVIK, VELKANOV)}
    meeting = draft("Meeting", 1, roles, status=Status.PLANNED)
    assert groups(meeting, draft("Meeting", 11, roles, "meeting")) == TWO


def test_verb_tells_again_the_visit_during_which_something_was_done_whatever_its_tense() -> None:
    aside = draft(sentence=16, word="visit")
    assert groups(aside, draft(sentence=6, status=Status.PLANNED)) == [[1, 0]]
    assert groups(aside, draft(sentence=8, status=Status.PLANNED)) == TWO, "another visit"
    assert groups(aside, draft(sentence=6, status=Status.DENIED)) == TWO


@pytest.mark.parametrize(
    ("kind", "first", "second", "expected"),
    [
        ("restore", Status.PLANNED, Status.ACTUAL, ONE),
        ("restore", Status.DENIED, Status.ACTUAL, TWO),
        ("expel", Status.PLANNED, Status.ACTUAL, TWO),
    ],
)
def test_ties_are_restored_once(kind: str, first: Status, second: Status, expected: list[list[int]]) -> None:
    roles = {"actor": (KENYA,), "target": (PERU,)}
    tellings = [
        draft("RelationsChange", number, roles, status=status, attribute=kind)
        for number, status in ((6, first), (7, second))
    ]
    assert groups(*tellings) == expected


def test_noun_joins_the_event_of_its_status_first() -> None:
    tellings = (draft(), draft(sentence=3, status=Status.PLANNED), draft(sentence=9, word="visit"))
    assert groups(*tellings) == [[0, 2], [1]]


def test_headline_tells_what_the_text_tells_whatever_its_tense() -> None:
    roles = {"speaker": (OSTAVIK,)}
    assert groups(draft("Statement", 0, roles), draft("Statement", 1, roles)) == ONE
    assert groups(draft(sentence=0, status=Status.PLANNED), draft(sentence=1)) == ONE


def test_two_words_of_one_sentence_tell_one_event_but_two_proposals() -> None:
    assert groups(draft(word="summit"), draft(word="opened")) == ONE
    actor = {"actor": (OSTAVIK,)}
    assert groups(draft("Proposal", 1, actor, "summit"), draft("Proposal", 1, actor, "opened")) == TWO


def test_one_word_that_comes_twice_in_a_sentence_tells_two_agreements() -> None:
    party = {"party": (KENYA, PERU)}
    sentence = SENTENCES[1].span
    first = draft("Agreement", 1, party, "opened")
    second = Draft(1, Span(first.trigger.start, first.trigger.end), "Agreement", *_rest(sentence, party))
    assert groups(first, second) == TWO
    assert groups(first, draft("Agreement", 1, party, "summit")) == ONE


def _rest(span: Span, roles: dict[str, tuple[int, ...]]) -> tuple[Any, ...]:
    return Status.ACTUAL, 0.8, (span,), roles


def test_items_of_a_list_are_events_of_their_own() -> None:
    party = {"party": (KENYA, PERU)}
    items = [draft("Agreement", number, party, is_listed=True) for number in (1, 2, 3)]
    assert groups(*items) == [[0], [1], [2]]


def test_talks_with_different_partners_are_apart() -> None:
    states = draft("Meeting", 0, {"participant": (KENYA, PERU)})
    first = draft("Meeting", 1, {"participant": (OSTAVIK, HOLM)})
    with_another = draft("Meeting", 2, {"participant": (OSTAVIK, DAHL)})
    assert groups(states, first, with_another) == [[0, 1], [2]]
    of_delegations = draft("Meeting", 2, {"participant": (OSTAVIK, HOLM, DAHL)})
    assert groups(states, first, of_delegations) == [[0, 1, 2]]
    at_a_summit = draft("Meeting", 2, {"participant": (OSTAVIK, DAHL)}, attribute="Summit")
    assert groups(states, first, at_a_summit) == [[0, 1, 2]]


def test_what_is_dated_long_before_the_article_is_not_its_news() -> None:
    before = {"when": DateRange(PartialDate(2019)), "is_long_past": True}
    assert groups(draft(sentence=1), draft(sentence=2, **before)) == TWO
    assert groups(draft(sentence=0), draft(sentence=2, **before)) == ONE  # a title has no date
    assert groups(draft(sentence=1, **before), draft(sentence=2)) == ONE
    assert groups(draft(sentence=1, **before), draft(sentence=5)) == TWO
    assert groups(draft(sentence=1, **before), draft(sentence=5, **before)) == ONE


def test_who_attended_was_at_the_summit_before() -> None:
    summit = draft("Meeting", 1, {"participant": (PERU,)}, "summit", attribute="Summit")
    attended = draft("Meeting", 2, {"participant": (OSTAVIK, VELKANOV)}, "attended")
    assert groups(summit, attended) == ONE


def test_who_came_and_what_went_on_there_is_of_the_meeting_told_last() -> None:
    told = draft("Meeting", 11, {"participant": (OSTAVIK, PERU)}, "meeting")
    france = {"participant": (FRANCE,)}
    came, during = draft("Meeting", 12, france, "took part"), draft("Meeting", 13, france, "meeting")
    assert groups(told, came) == groups(told, during) == ONE
    assert groups(draft("Meeting", 1, {"participant": (OSTAVIK, PERU)}), during) == TWO
    assert groups(told, draft("Meeting", 14, france, "meeting")) == TWO
    other = draft("Meeting", 10, {"participant": (VELKANOV, PERU)})
    assert groups(other, told, during) == [[0], [1, 2]]


def test_what_went_on_at_the_meeting_is_not_told_of_one_that_is_ahead() -> None:
    told = draft("Meeting", 11, {"participant": (OSTAVIK, PERU)}, "meeting")
    ahead = draft("Meeting", 12, {"participant": (VELKANOV, HOLM)}, status=Status.PLANNED)
    during = draft("Meeting", 13, {"participant": (FRANCE,)}, "meeting")
    assert groups(told, ahead, during) == [[0, 2], [1]]


def test_who_attended_a_gathering_with_a_name_was_not_at_the_one_before() -> None:
    told = draft("Meeting", 14, {"participant": (OSTAVIK, PERU)}, "meeting")
    assert groups(told, draft("Meeting", 15, {"participant": (FRANCE,)}, "attended")) == TWO


def test_tellings_are_joined_in_the_order_of_the_text() -> None:
    first = draft(roles={"participant": (PERU, OSTAVIK)})
    second = draft(roles={"participant": (OSTAVIK, FRANCE), "chair": (PERU,)})
    assert union([first, second]) == {"participant": (PERU, OSTAVIK, FRANCE), "chair": (PERU,)}
    assert union([]) == {}


def test_guess_fills_only_what_no_telling_names() -> None:
    named = draft("Sanction", roles={"actor": (UNION,), "target": (PERU,)})
    guessed = draft(
        "Sanction", roles={"actor": (UNION,), "target": (PERU, FRANCE)}, implied=frozenset({PERU, FRANCE})
    )
    assert union([guessed, named]) == {"actor": (UNION,), "target": (PERU,)}
    assert union([guessed]) == {"actor": (UNION,), "target": (PERU, FRANCE)}
    alone = draft("Meeting", roles={"participant": (OSTAVIK, HOLM)}, implied=frozenset({HOLM}))
    assert union([alone]) == {"participant": (OSTAVIK, HOLM)}
    two = draft("Meeting", roles={"participant": (OSTAVIK, DAHL)})
    assert union([alone, two]) == {"participant": (OSTAVIK, DAHL)}


def test_guess_of_several_makes_no_two_events_one() -> None:
    of_peru = draft("Sanction", 1, {"actor": (UNION,), "target": (PERU,)})
    guessed = draft(
        "Sanction", 2, {"actor": (UNION,), "target": (PERU, FRANCE)}, implied=frozenset({PERU, FRANCE})
    )
    of_france = draft("Sanction", 3, {"actor": (UNION,), "target": (FRANCE,)})
    assert groups(of_peru, guessed, of_france) == [[0, 1], [2]]


PARTS = st.sampled_from([None, 1, 2])
DATES = st.none() | st.builds(
    lambda year, month, number, end: DateRange(PartialDate(year, month, number), end),
    st.sampled_from([None, 2023, 2024]),
    PARTS,
    PARTS,
    st.none() | st.builds(PartialDate, st.sampled_from([None, 2024]), PARTS, PARTS),
)


@settings(deadline=None)
@given(DATES, DATES)
def test_dates_agree_whichever_comes_first(one: DateRange | None, other: DateRange | None) -> None:
    assert dates_agree(one, other) == dates_agree(other, one)
    assert dates_agree(one, one)


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.builds(
            draft,
            st.sampled_from(["Visit", "Meeting", "Agreement", "Statement"]),
            st.integers(0, len(SENTENCES) - 1),
            st.dictionaries(
                st.sampled_from(["visitor", "participant"]),
                st.lists(st.integers(0, len(ENTITIES) - 1), min_size=1, max_size=3, unique=True).map(tuple),
            ),
            status=st.sampled_from(Status),
            when=DATES,
            is_listed=st.booleans(),
        ),
        max_size=8,
    )
)
def test_each_draft_tells_exactly_one_event(drafts: list[Draft]) -> None:
    drafts.sort(key=lambda each: each.sentence)
    merged = merge(drafts, SENTENCES, ENTITIES)
    assert sorted(id(each) for group in merged for each in group) == sorted(map(id, drafts))
    assert all(
        [each.sentence for each in group] == sorted(each.sentence for each in group) for group in merged
    )
    assert all(len({each.type for each in group}) == 1 for group in merged)
