"""Several tellings of one event are one event, and several events stay several."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.events.draft import SPEECH, Draft
from graph.events.merging.merge import merge
from graph.model import DateRange, PartialDate, Span, Status
from tests.graph.events.merging.dates import DATES
from tests.graph.events.merging.tellings import (
    CUSCO,
    ENTITIES,
    FRANCE,
    HOLM,
    KENYA,
    LIMA,
    ONE,
    OSTAVIK,
    PERU,
    SCENE,
    SENTENCES,
    TWO,
    UNION,
    VELKANOV,
    draft,
    groups,
)


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


def test_invitation_of_who_was_invited_is_another() -> None:
    told = draft("Invitation", 0, {"actor": (KENYA,), "target": (PERU,)})
    returned = draft("Invitation", 3, {"actor": (PERU,), "target": (KENYA,)}, "invitation")
    assert groups(told, returned) == TWO


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


@pytest.mark.parametrize(
    ("told", "again", "expected"),
    [
        (PartialDate(1949, 11, 26), PartialDate(1949), ONE),
        (PartialDate(1949), PartialDate(1950), TWO),
        (PartialDate(1949), PartialDate(None, 11, 26), TWO),
    ],
    ids=["one year", "two years", "no year"],
)
def test_guessed_telling_joins_an_event_far_before_of_its_date(
    told: PartialDate, again: PartialDate, expected: list[list[int]]
) -> None:
    first = draft(sentence=0, when=DateRange(told))
    guessed = draft(sentence=4, implied=frozenset({OSTAVIK, PERU}), when=DateRange(again))
    assert groups(first, guessed) == expected


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


def test_guess_of_several_makes_no_two_events_one() -> None:
    of_peru = draft("Sanction", 1, {"actor": (UNION,), "target": (PERU,)})
    guessed = draft(
        "Sanction", 2, {"actor": (UNION,), "target": (PERU, FRANCE)}, implied=frozenset({PERU, FRANCE})
    )
    of_france = draft("Sanction", 3, {"actor": (UNION,), "target": (FRANCE,)})
    assert groups(of_peru, guessed, of_france) == [[0, 1], [2]]


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
    merged = merge(drafts, SCENE)
    assert sorted(id(each) for group in merged for each in group) == sorted(map(id, drafts))
    assert all(
        [each.sentence for each in group] == sorted(each.sentence for each in group) for group in merged
    )
    assert all(len({each.type for each in group}) == 1 for group in merged)
