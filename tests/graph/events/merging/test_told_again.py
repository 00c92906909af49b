"""One gathering or paper is one event, however it is told again; titles, summits, signings."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from graph.events.draft import Draft
from graph.events.merging.merge import merge
from graph.events.scene import Scene
from graph.model import Article, DateRange, PartialDate, Sentence, Span, Status
from graph.reading.segment import segment
from tests.graph.events.merging.tellings import ENTITIES, FRANCE, KENYA, LIMA, OSTAVIK, PERU, VELKANOV

DAY = DateRange(PartialDate(2024, 5, 7))


def draft(
    sentences: tuple[Sentence, ...],
    number: int,
    word: str,
    event_type: str,
    roles: dict[str, tuple[int, ...]],
    **fields: Any,
) -> Draft:
    start = sentences[number].span.start + sentences[number].text.index(word)
    status = fields.pop("status", Status.ACTUAL)
    return Draft(number, Span(start, start + len(word)), event_type, status, 0.9, (), roles, **fields)


def are_one(sentences: tuple[Sentence, ...], *drafts: Draft) -> bool:
    return len(merge(drafts, Scene(sentences, ENTITIES, ()))) == 1


@pytest.mark.parametrize(
    ("second", "is_one"),
    [
        ("The treaty was signed by Velkanov.", True),
        ("Velkanov signed the deal.", True),
        ("Velkanov signed a treaty.", False),
        ("Velkanov signed the second treaty.", False),
        ("Velkanov signed the treaty of 1998.", False),
    ],
    ids=["was signed", "signed", "a treaty", "second", "of its own"],
)
def test_who_signed_the_treaty_signed_the_one_told_before(second: str, *, is_one: bool) -> None:
    sentences = segment(Article("a", f"Kenya and Peru signed a treaty. {second}"))
    first = draft(sentences, 0, "signed", "Agreement", {"party": (KENYA, PERU)}, when=DAY)
    again = draft(sentences, 1, "signed", "Agreement", {"party": (FRANCE,), "signatory": (VELKANOV,)})
    assert are_one(sentences, first, again) == is_one


@pytest.mark.parametrize(
    ("title", "is_one"),
    [("VISIT OF OSTAVIK TO PERU", True), ("OSTAVIK VISITED PERU", False)],
    ids=["noun", "verb"],
)
def test_visit_of_a_title_in_capitals_is_the_one_that_is_planned(title: str, *, is_one: bool) -> None:
    sentences = segment(Article("a", f"{title}\n\nOstavik will visit Peru."))
    roles = {"visitor": (OSTAVIK,), "destination": (PERU,)}
    first = draft(sentences, 0, title.split(maxsplit=1)[0] if is_one else "VISITED", "Visit", roles)
    second = draft(sentences, 1, "visit", "Visit", roles, status=Status.PLANNED)
    assert are_one(sentences, first, second) == is_one


@pytest.mark.parametrize(
    ("places", "is_one"), [((LIMA,), True), ((PERU,), False), ((), False)], ids=["city", "country", "none"]
)
def test_who_will_attend_the_summit_of_a_city_attends_the_one_there(
    places: tuple[int, ...], *, is_one: bool
) -> None:
    text = "Kenya held a summit in Lima. It rained. It poured. It snowed. France will attend the Lima summit."
    sentences = segment(Article("a", text))
    held = draft(
        sentences, 0, "summit", "Meeting", {"participant": (KENYA,)}, attribute="Summit", places=(LIMA,)
    )
    ahead = draft(
        sentences, 4, "attend", "Meeting", {"participant": (FRANCE,)}, attribute="Summit", places=places
    )
    ahead = replace(ahead, status=Status.PLANNED)
    assert are_one(sentences, held, ahead) == is_one


@pytest.mark.parametrize("implied", [frozenset({FRANCE}), frozenset()], ids=["guessed", "named"])
def test_the_only_summit_is_meant_from_afar_where_nobody_is_named(implied: frozenset[int]) -> None:
    text = (
        "Kenya held a summit with Peru. It rained. It poured. It snowed. It hailed. They spoke at the summit."
    )
    sentences = segment(Article("a", text))
    held = draft(sentences, 0, "summit", "Meeting", {"participant": (KENYA, PERU)}, attribute="Summit")
    again = draft(
        sentences, 5, "summit", "Meeting", {"participant": (FRANCE,)}, attribute="Summit", implied=implied
    )
    assert are_one(sentences, held, again) == bool(implied)


def test_in_their_last_talks_they_met_is_told_of_one_meeting() -> None:
    sentences = segment(Article("a", "In past talks Kenya met Peru."))
    roles = {"participant": (KENYA, PERU)}
    talks, met = (draft(sentences, 0, word, "Meeting", roles) for word in ("talks", "met"))
    assert are_one(sentences, talks, met)


@pytest.mark.parametrize(
    ("second", "word", "is_one"),
    [
        ("The expulsion would strain relations.", "expulsion", True),
        ("The decision to expel the envoy surprised many.", "expel", True),
        ("Kenya will expel another envoy.", "expel", False),
    ],
    ids=["noun", "decision", "verb"],
)
def test_what_was_done_to_relations_is_what_a_noun_tells_again(
    second: str, word: str, *, is_one: bool
) -> None:
    sentences = segment(Article("a", f"Kenya expelled the envoy of Peru. {second}"))
    roles = {"actor": (KENYA,), "target": (PERU,)}
    first = draft(sentences, 0, "expelled", "RelationsChange", roles)
    again = draft(sentences, 1, word, "RelationsChange", roles, status=Status.PLANNED)
    assert are_one(sentences, first, again) == is_one


def test_trip_that_follows_a_visit_is_another() -> None:
    sentences = segment(Article("a", "His trip follows the visit to Kenya by Velkanov."))
    trip, visit = (
        draft(sentences, 0, word, "Visit", {"visitor": (OSTAVIK,), "destination": (KENYA,)})
        for word in ("trip", "visit")
    )
    assert not are_one(sentences, trip, visit)


@pytest.mark.parametrize(
    ("second", "is_one"),
    [
        ("The Kenyan request came late.", True),
        ("Envoys spoke of Kenya's request.", True),
        ("A Kenyan request came late.", False),
        ("Another Kenyan request came late.", False),
        ("The Kenyan request for gas came late.", False),
        ("The French request came late.", False),
    ],
    ids=["the", "owner", "a", "another", "of its own", "of others"],
)
def test_request_that_points_back_was_made_before(second: str, *, is_one: bool) -> None:
    sentences = segment(Article("a", f"Kenya asked Peru for troops. {second}"))
    first = draft(sentences, 0, "asked", "Demand", {"actor": (KENYA,), "target": (PERU,)})
    actor = FRANCE if "French" in second else KENYA
    again = draft(sentences, 1, "request", "Demand", {"actor": (actor,)})
    assert are_one(sentences, first, again) == is_one


def test_request_far_from_the_one_told_before_is_another() -> None:
    sentences = segment(
        Article("a", "Kenya asked Peru to go. It is hot. It rains. It is late. The request came.")
    )
    first = draft(sentences, 0, "asked", "Demand", {"actor": (KENYA,), "target": (PERU,)})
    again = draft(sentences, 4, "request", "Demand", {"actor": (KENYA,)})
    assert not are_one(sentences, first, again)


@pytest.mark.parametrize(
    ("second", "is_one"),
    [
        ("Ostavik condemned these senseless acts against the embassy.", True),
        ("Ostavik deplored the attacks.", True),
        ("Ostavik condemned any attack.", True),
        ("Ostavik condemned the attack on a school.", False),
        ("Ostavik also condemned the attacks.", False),
        ("Ostavik condemned the law.", False),
        ("Ostavik condemned attacks.", False),
        ("Ostavik mocked the attacks.", False),
    ],
    ids=["these", "the", "any", "of its own", "also", "no deed", "bare", "another word"],
)
def test_attack_that_was_told_is_condemned_once(second: str, *, is_one: bool) -> None:
    sentences = segment(Article("a", f"Kenya condemned the raid on an embassy. {second}"))
    word = next(each for each in ("condemned", "deplored", "mocked") if each in second)
    first = draft(sentences, 0, "condemned", "Criticism", {"actor": (KENYA,)})
    again = draft(sentences, 1, word, "Criticism", {"actor": (OSTAVIK,)})
    assert are_one(sentences, first, again) == is_one


@pytest.mark.parametrize(
    ("second", "is_one"),
    [("The visit began.", True), ("Ostavik's trip began.", True), ("A visit began.", False)],
    ids=["the", "hers", "a"],
)
def test_visit_that_points_back_is_the_one_told_before_though_its_visitor_is_guessed(
    second: str, *, is_one: bool
) -> None:
    sentences = segment(Article("a", f"Official visit to Peru. It is hot. It rains. It is late. {second}"))
    guessed = frozenset({OSTAVIK})
    first = draft(sentences, 0, "visit", "Visit", {"visitor": (OSTAVIK,)}, implied=guessed)
    word = "trip" if "trip" in second else "visit"
    again = draft(sentences, 4, word, "Visit", {"visitor": (OSTAVIK,)})
    assert are_one(sentences, first, again) == is_one


def test_visit_of_somebody_else_is_another() -> None:
    sentences = segment(Article("a", "Official visit to Peru. It is hot. Velkanov's visit began."))
    first = draft(sentences, 0, "visit", "Visit", {"visitor": (OSTAVIK,)}, implied=frozenset({OSTAVIK}))
    assert not are_one(sentences, first, draft(sentences, 2, "visit", "Visit", {"visitor": (VELKANOV,)}))


@pytest.mark.parametrize(
    ("before", "is_one"),
    [("Kenya met Peru.", True), ("Kenya met Peru. France met Peru.", False)],
    ids=["only one", "one of two"],
)
def test_meeting_without_names_is_the_only_one_of_its_article(before: str, *, is_one: bool) -> None:
    sentences = segment(Article("a", f"{before} It is hot. It rains. It is late. Then the meeting ended."))
    told = [
        draft(sentences, number, "met", "Meeting", {"participant": (side, PERU)})
        for number, side in enumerate((KENYA, FRANCE)[: before.count("met")])
    ]
    again = draft(
        sentences,
        len(sentences) - 1,
        "meeting",
        "Meeting",
        {"participant": (KENYA,)},
        implied=frozenset({KENYA}),
    )
    assert (len(merge([*told, again], Scene(sentences, ENTITIES, ()))) == len(told)) is is_one


@pytest.mark.parametrize(
    ("second", "is_one"),
    [
        ("LIMA - Kenya condemned Peru for the raid, which will further harm it.", True),
        ("Kenya condemned Peru for the raid, on which it will vote next week.", True),
        ("Kenya also condemned Peru for the raid.", False),
        ("Next, Kenya condemned Peru for the raid.", False),
    ],
)
def test_act_is_no_further_one_by_a_word_of_another_clause(second: str, *, is_one: bool) -> None:
    sentences = segment(Article("a", f"Kenya condemned Peru for the raid. {second}"))
    roles = {"actor": (KENYA,), "target": (PERU,)}
    told = draft(sentences, 0, "condemned", "Criticism", roles)
    assert are_one(sentences, told, draft(sentences, 1, "condemned", "Criticism", roles)) is is_one


@pytest.mark.parametrize(
    ("second", "word", "is_one"),
    [
        ("The meeting will be held in Lima.", "meeting", True),
        ("They will also hold the 7th meeting of their council.", "meeting", False),
    ],
)
def test_numbered_meeting_that_is_ahead_is_not_the_one_held(second: str, word: str, *, is_one: bool) -> None:
    sentences = segment(Article("a", f"At a meeting of both, Kenya spoke. {second}"))
    roles = {"participant": (KENYA, PERU)}
    held = draft(sentences, 0, "meeting", "Meeting", roles)
    ahead = draft(sentences, 1, word, "Meeting", roles, status=Status.PLANNED)
    assert are_one(sentences, held, ahead) is is_one


@pytest.mark.parametrize(
    ("first", "second", "word", "is_one"),
    [
        ("Kenya met the union.", "It held a meeting with Ostavik.", "meeting", True),
        ("Kenya met the union.", "It held a separate meeting with Ostavik.", "meeting", False),
        ("Kenya met the union.", "It met Ostavik separately.", "met", False),
        ("Kenya met both separately.", "It held a separate meeting with Ostavik.", "meeting", True),
        ("Kenya met the union.", "In past meetings it met Ostavik.", "met", False),
    ],
)
def test_separate_meeting_and_past_ones_are_others(
    first: str, second: str, word: str, *, is_one: bool
) -> None:
    sentences = segment(Article("a", f"{first} {second}"))
    told = draft(sentences, 0, "met", "Meeting", {"participant": (KENYA,)})
    again = draft(sentences, 1, word, "Meeting", {"participant": (KENYA, OSTAVIK)})
    assert are_one(sentences, told, again) is is_one


@pytest.mark.parametrize(
    ("text", "words", "second", "is_one"),
    [
        ("Kenya will meet Peru at a summit.", ("meet", "summit"), Status.ACTUAL, True),
        (
            "Hopes of talks rose as Kenya and Peru are ready to meet.",
            ("talks", "meet"),
            Status.PROPOSED,
            True,
        ),
        ("At talks Kenya and Peru agreed to meet.", ("meet", "talks"), Status.ACTUAL, False),
        ("Kenya will meet Peru after talks.", ("meet", "talks"), Status.ACTUAL, False),
    ],
)
def test_sentence_that_tells_a_gathering_twice_tells_one_whatever_its_tenses(
    text: str, words: tuple[str, str], second: Status, *, is_one: bool
) -> None:
    sentences = segment(Article("a", text))
    roles = {"participant": (KENYA, PERU)}
    first = draft(sentences, 0, words[0], "Meeting", roles, status=Status.PLANNED)
    again = draft(sentences, 0, words[1], "Meeting", roles, status=second)
    assert are_one(sentences, first, again) is is_one
