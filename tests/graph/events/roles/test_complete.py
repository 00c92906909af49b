"""What the domain decides is added to a draft: who signs for whom, who acts, who is no target."""

from __future__ import annotations

from dataclasses import replace

import pytest

from graph.events.draft import Draft
from graph.events.roles.complete import complete
from graph.events.scene import Scene
from graph.model import Article, Entity, EntityType, Position, Span, Status
from graph.reading.segment import segment

TEXT = "Rosvik and Telvane agreed, their heads said. Nadira Ostavik and Marek Velkanov signed it."
SENTENCES = segment(Article("a", TEXT))
ENTITIES = (
    Entity("Nadira Ostavik", EntityType.PERSON, country="KEN"),
    Entity("Marek Velkanov", EntityType.PERSON, country="PER"),
    Entity("Kenya", EntityType.COUNTRY, country="KEN"),
    Entity("Peru", EntityType.COUNTRY, country="PER"),
    Entity("Rosvik", EntityType.COMPANY),
    Entity("Telvane", EntityType.COMPANY),
    Entity("Ilmar Castellor", EntityType.PERSON),
    Entity("Mombasa", EntityType.PLACE, country="KEN"),
    Entity("Government of Peru", EntityType.GOVERNMENT_BODY, country="PER"),
    Entity("Foreign Ministry of Kenya", EntityType.GOVERNMENT_BODY, country="KEN"),
)
OSTAVIK, VELKANOV, KENYA, PERU, ROSVIK, TELVANE, CASTELLOR, MOMBASA, GOVERNMENT, MINISTRY = range(
    len(ENTITIES)
)
FIRST, SECOND = (sentence.span for sentence in SENTENCES)


def draft(event_type: str, sentence: int = 1, **roles: tuple[int, ...]) -> Draft:
    return Draft(
        sentence=sentence,
        trigger=Span(0, 1),
        type=event_type,
        status=Status.ACTUAL,
        score=0.9,
        evidence=(SENTENCES[sentence].span,),
        roles=roles,
    )


def completed(*drafts: Draft, positions: tuple[Position, ...] = ()) -> list[dict[str, tuple[int, ...]]]:
    return [dict(each.roles) for each in complete(drafts, Scene(SENTENCES, ENTITIES, positions))]


def test_persons_among_the_parties_sign_for_their_states() -> None:
    assert completed(draft("Agreement", party=(OSTAVIK, VELKANOV))) == [
        {"signatory": (OSTAVIK, VELKANOV), "party": (KENYA, PERU)}
    ]


def test_signatories_sign_for_what_they_head() -> None:
    positions = (
        Position(OSTAVIK, "head", ROSVIK, (FIRST,)),
        Position(VELKANOV, "director", TELVANE, (FIRST,)),
    )
    assert completed(draft("Agreement", signatory=(OSTAVIK, VELKANOV)), positions=positions) == [
        {"signatory": (OSTAVIK, VELKANOV), "party": (ROSVIK, TELVANE)}
    ]


def test_office_told_in_the_sentence_itself_goes_before_others() -> None:
    positions = (
        Position(OSTAVIK, "head", ROSVIK, (FIRST,)),
        Position(OSTAVIK, "president", KENYA, (SECOND,)),
    )
    assert completed(draft("Agreement", signatory=(OSTAVIK,)), positions=positions) == [
        {"signatory": (OSTAVIK,), "party": (KENYA,)}
    ]


def test_two_parties_that_are_told_stay_as_they_are() -> None:
    told = {"party": (ROSVIK, TELVANE), "signatory": (OSTAVIK, VELKANOV)}
    assert completed(draft("Agreement", **told)) == [told]


def test_signatory_without_office_and_country_adds_no_party() -> None:
    assert completed(draft("Agreement", signatory=(CASTELLOR,))) == [{"signatory": (CASTELLOR,)}]


def test_person_acts_for_his_own_state() -> None:
    assert completed(draft("Visit", visitor=(OSTAVIK, KENYA), destination=(PERU,))) == [
        {"visitor": (OSTAVIK,), "destination": (PERU,)}
    ]


@pytest.mark.parametrize("served", [KENYA, MINISTRY])
def test_state_whose_own_spokesman_speaks_is_no_target(served: int) -> None:
    positions = (Position(OSTAVIK, "spokeswoman", served, (FIRST,)),)
    assert completed(draft("Criticism", actor=(OSTAVIK,), target=(PERU, KENYA)), positions=positions) == [
        {"actor": (OSTAVIK,), "target": (PERU,)}
    ]


@pytest.mark.parametrize("event_type", ["Criticism", "Sanction"])
def test_state_of_a_ministry_that_acts_is_no_target(event_type: str) -> None:
    assert completed(draft(event_type, actor=(MINISTRY,), target=(PERU, KENYA))) == [
        {"actor": (MINISTRY,), "target": (PERU,)}
    ]


def test_no_state_gives_aid_to_its_own_bodies() -> None:
    assert completed(draft("Aid", actor=(KENYA,), target=(PERU, MINISTRY))) == [
        {"actor": (KENYA,), "target": (PERU,)}
    ]


def test_nobody_speaks_against_himself() -> None:
    assert completed(draft("Criticism", actor=(KENYA,), target=(KENYA, PERU))) == [
        {"actor": (KENYA,), "target": (PERU,)}
    ]


def test_person_beside_another_state_leaves_it_its_role() -> None:
    assert completed(draft("Meeting", participant=(OSTAVIK, PERU))) == [{"participant": (OSTAVIK, PERU)}]


def test_destination_keeps_its_city_and_its_country() -> None:
    told = {"visitor": (VELKANOV,), "destination": (MOMBASA, KENYA)}
    assert completed(draft("Visit", **told)) == [told]


def test_changed_relations_are_of_both_sides() -> None:
    assert completed(draft("RelationsChange", actor=(KENYA, PERU))) == [
        {"actor": (KENYA, PERU), "target": (KENYA, PERU)}
    ]


@pytest.mark.parametrize(
    ("text", "kind", "roles", "is_mutual"),
    [
        ("Kenya restored ties with Peru.", "restore", {"actor": (KENYA,), "target": (PERU,)}, True),
        ("Relations between Kenya and Peru were set up.", "establish", {"target": (KENYA, PERU)}, True),
        ("Kenya and Peru cut ties.", "sever", {"actor": (KENYA, PERU)}, True),
        ("Kenya and Peru have followed suit.", "sever", {"actor": (KENYA, PERU)}, False),
        ("Kenya recognised Peru.", "establish", {"actor": (KENYA,), "target": (PERU,)}, False),
        ("Kenya broke off relations with Peru.", "sever", {"actor": (KENYA,), "target": (PERU,)}, False),
        ("The envoys of Kenya and Peru were expelled.", "expel", {"target": (KENYA, PERU)}, False),
    ],
)
def test_relations_that_two_tie_are_tied_by_both(
    text: str, kind: str, roles: dict[str, tuple[int, ...]], is_mutual: bool
) -> None:
    told = replace(draft("RelationsChange", sentence=0, **roles), attribute=kind)
    (done,) = complete([told], Scene(segment(Article("a", text)), ENTITIES, ()))
    assert done.roles == ({"actor": (KENYA, PERU), "target": (KENYA, PERU)} if is_mutual else roles)


@pytest.mark.parametrize("event_type", ["Criticism", "Demand", "Aid", "Support", "Threat"])
def test_nobody_acts_on_himself(event_type: str) -> None:
    assert completed(draft(event_type, actor=(KENYA,), target=(KENYA, PERU))) == [
        {"actor": (KENYA,), "target": (PERU,)}
    ]
    assert completed(draft(event_type, actor=(KENYA,), target=(KENYA,))) == [{"actor": (KENYA,)}]


@pytest.mark.parametrize(
    ("event_type", "targets"), [("Criticism", (TELVANE,)), ("Demand", (ROSVIK, TELVANE))]
)
def test_who_heads_a_body_speaks_against_others_for_it(event_type: str, targets: tuple[int, ...]) -> None:
    heading = Position(CASTELLOR, "head", ROSVIK, (FIRST,))
    told = draft(event_type, actor=(CASTELLOR,), target=(ROSVIK, TELVANE))
    assert completed(told, positions=(heading,)) == [{"actor": (CASTELLOR,), "target": targets}]


def test_nobody_criticises_or_visits_whom_he_serves() -> None:
    positions = (Position(OSTAVIK, "president", KENYA, (FIRST,)),)
    criticism = draft("Criticism", actor=(OSTAVIK,), target=(KENYA, PERU))
    assert completed(criticism, positions=positions) == [{"actor": (OSTAVIK,), "target": (PERU,)}]
    visit = draft("Visit", visitor=(OSTAVIK,), destination=(KENYA,))
    assert completed(visit, positions=positions) == [{"visitor": (OSTAVIK,)}]


def test_leader_of_an_opposition_may_criticise_his_state() -> None:
    positions = (Position(OSTAVIK, "opposition leader", KENYA, (FIRST,)),)
    criticism = draft("Criticism", actor=(OSTAVIK,), target=(KENYA,))
    assert completed(criticism, positions=positions) == [dict(criticism.roles)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ostavik returned to Kenya.", []),
        ("Ostavik left for Kenya and Peru.", [(PERU,)]),
        ("Ostavik went to Kenya and Peru.", [(PERU,)]),
    ],
)
def test_who_goes_home_pays_no_visit(text: str, expected: list[tuple[int, ...]]) -> None:
    sentences, verb = segment(Article("a", text)), text.split()[1]
    visit = replace(
        draft("Visit", visitor=(OSTAVIK,), destination=(KENYA, PERU) if "Peru" in text else (KENYA,)),
        sentence=0,
        trigger=Span(8, 8 + len(verb)),
    )
    positions = (Position(OSTAVIK, "president", KENYA, (FIRST,)),)
    found = complete([visit], Scene(sentences, ENTITIES, positions))
    assert [each.roles["destination"] for each in found] == expected


def test_government_is_its_state_in_relations_and_aid_and_itself_elsewhere() -> None:
    told = {"actor": (KENYA,), "target": (PERU, GOVERNMENT)}
    drafts = [draft(each, **told) for each in ("RelationsChange", "Aid", "Criticism")]
    assert completed(*drafts) == [*[{"actor": (KENYA,), "target": (PERU,)}] * 2, told]


def test_envoy_of_no_known_country_stands_for_the_state_that_he_serves() -> None:
    positions = (Position(CASTELLOR, "ambassador", PERU, (FIRST,)),)
    assert completed(draft("RelationsChange", actor=(KENYA,), target=(CASTELLOR,)), positions=positions) == [
        {"actor": (KENYA,), "target": (PERU,)}
    ]


@pytest.mark.parametrize(
    ("actor", "of"), [(OSTAVIK, KENYA), (KENYA, KENYA), (ROSVIK, ROSVIK)], ids=["own", "state", "office"]
)
def test_statement_that_reports_an_act_of_speech_is_that_act(actor: int, of: int) -> None:
    criticism = draft("Criticism", actor=(actor,), target=(PERU,))
    positions = (Position(OSTAVIK, "head", of, (FIRST,)),)
    assert completed(draft("Statement", speaker=(OSTAVIK,)), criticism, positions=positions) == [
        {"actor": (actor,), "target": (PERU,)}
    ]


@pytest.mark.parametrize(
    "statement",
    [
        draft("Statement", speaker=(VELKANOV,)),
        draft("Statement", speaker=(OSTAVIK, VELKANOV)),
        draft("Statement", sentence=0, speaker=(OSTAVIK,)),
    ],
    ids=["of another speaker", "of one more speaker", "of another sentence"],
)
def test_other_statement_stays_beside_an_act_of_speech(statement: Draft) -> None:
    criticism = draft("Criticism", actor=(OSTAVIK,), target=(PERU,))
    assert completed(statement, criticism) == [dict(statement.roles), dict(criticism.roles)]


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        (
            "Kenya condemned the raid, though Nadira Ostavik said that talks went on.",
            ["Statement", "Criticism"],
        ),
        ("Nadira Ostavik said that Kenya condemned the raid.", ["Criticism"]),
        ("Nadira Ostavik condemned the raid but said that talks went on.", ["Statement", "Criticism"]),
        ("Nadira Ostavik said a word of thanks and condemned the raid.", ["Statement", "Criticism"]),
        ("Nadira Ostavik condemned the raid, saying that it was wrong.", ["Criticism"]),
    ],
)
def test_what_a_speaker_adds_in_a_clause_of_his_own_is_a_statement(text: str, kept: list[str]) -> None:
    sentences = segment(Article("a", text))
    said, condemned = (
        replace(draft(event_type, 0, **roles), trigger=Span(start, start + len(word)))
        for event_type, word, roles in (
            ("Statement", "sa", {"speaker": (OSTAVIK,)}),
            ("Criticism", "condemned", {"actor": (KENYA,)}),
        )
        for start in [text.index(word)]
    )
    told = complete([said, condemned], Scene(sentences, ENTITIES, ()))
    assert [each.type for each in told] == kept


def test_draft_that_needs_nothing_stays_the_same_and_what_is_added_is_noted() -> None:
    visit = draft("Visit", visitor=(OSTAVIK,), destination=(PERU,))
    scene = Scene(SENTENCES, ENTITIES, ())
    assert complete([visit], scene) == (visit,)
    assert [bool(each.notes) for each in complete([draft("Agreement", signatory=(OSTAVIK,))], scene)] == [
        True
    ]


@pytest.mark.parametrize("event_type", ["RelationsChange", "Aid"])
def test_envoys_and_capitals_stand_for_their_states(event_type: str) -> None:
    assert completed(draft(event_type, actor=(VELKANOV,), target=(MOMBASA,))) == [
        {"actor": (PERU,), "target": (KENYA,)}
    ]
    assert completed(draft(event_type, actor=(CASTELLOR,), target=(KENYA,))) == [
        {"actor": (CASTELLOR,), "target": (KENYA,)}
    ]


def test_who_demands_something_does_so_himself() -> None:
    roles = {"actor": (VELKANOV,), "target": (MOMBASA,)}
    assert completed(draft("Demand", **roles)) == [roles]


def test_who_speaks_for_a_state_or_a_ministry_acts_in_its_place() -> None:
    minister = Position(CASTELLOR, "foreign minister", KENYA, (SECOND,))
    assert completed(draft("Rejection", actor=(CASTELLOR, KENYA), target=(PERU,)), positions=(minister,)) == [
        {"actor": (CASTELLOR,), "target": (PERU,)}
    ]
    assert completed(draft("Rejection", actor=(CASTELLOR, KENYA), target=(PERU,))) == [
        {"actor": (CASTELLOR, KENYA), "target": (PERU,)}
    ]


@pytest.mark.parametrize(
    ("kind", "sides", "expected"),
    [
        ("expel", ((KENYA,), (KENYA, PERU)), ((KENYA,), (PERU,))),
        ("expel", ((KENYA, PERU), (PERU,)), ((KENYA,), (PERU,))),
        ("expel", ((KENYA, PERU), (KENYA, PERU)), ((KENYA, PERU), (KENYA, PERU))),
        ("recall", ((KENYA,), (KENYA,)), ((KENYA,), ())),
        ("expel", ((KENYA,), (KENYA,)), ((), (KENYA,))),
        ("recall", ((MINISTRY,), (KENYA, PERU)), ((MINISTRY,), (PERU,))),
        ("restore", ((KENYA, PERU), (PERU,)), ((KENYA, PERU), (PERU,))),
    ],
)
def test_no_state_expels_its_own_envoys(
    kind: str, sides: tuple[tuple[int, ...], ...], expected: tuple[tuple[int, ...], ...]
) -> None:
    told = replace(draft("RelationsChange", actor=sides[0], target=sides[1]), attribute=kind)
    (found,) = completed(told)
    assert (found.get("actor", ()), found.get("target", ())) == expected


def test_nobody_ties_relations_with_himself() -> None:
    assert completed(draft("RelationsChange", actor=(PERU,), target=(PERU,))) == [{"actor": (PERU,)}]


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("Kenya called for a summit.", {"Demand": "called", "Proposal": "called for"}, ["Proposal"]),
        ("The proposal was raised by Kenya.", {"Proposal": "raised", "Demand": "raised"}, ["Proposal"]),
        ("Kenya urged talks, proposing one.", {"Demand": "urged", "Proposal": "one"}, ["Demand", "Proposal"]),
    ],
)
def test_one_verb_that_proposes_demands_nothing(
    text: str, words: dict[str, str], expected: list[str]
) -> None:
    spans = {kind: Span(text.index(word), text.index(word) + len(word)) for kind, word in words.items()}
    drafts = [replace(draft(kind, actor=(KENYA,)), sentence=0, trigger=span) for kind, span in spans.items()]
    found = complete(drafts, Scene(segment(Article("a", text)), ENTITIES, ()))
    assert [each.type for each in found] == expected
