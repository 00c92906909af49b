"""Nobody is appointed because he stands near: not who receives credentials, nor who holds another office."""

from __future__ import annotations

from dataclasses import replace

import pytest

from graph.events.draft import Draft
from graph.events.roles.appointments import (
    accredit,
    appoint_others,
    leave_former_offices,
    named,
    only_comes,
    only_decides,
    part_from_predecessor,
    service_of_each,
)
from graph.events.scene import Scene
from graph.model import Article, Entity, EntityType, Form, Mention, Position, Span, Status
from graph.pipeline import convert
from graph.reading.segment import segment
from tests.graph.events.predicted import sentence_of
from tests.graph.events.roles.named import people_in, trigger_in

ENTITIES = (
    Entity("Nadira Ostavik", EntityType.PERSON),
    Entity("Marek Velkanov", EntityType.PERSON),
    Entity("Ilmar Castellor", EntityType.PERSON),
    Entity("Peru", EntityType.COUNTRY, country="PER"),
    Entity("Ghana", EntityType.COUNTRY, country="GHA"),
    Entity("Kenya", EntityType.COUNTRY, country="KEN"),
)
OSTAVIK, VELKANOV, CASTELLOR, PERU, GHANA, KENYA = range(len(ENTITIES))


def scene(text: str, *positions: Position) -> Scene:
    mentions = tuple(
        Mention(Span(start, start + len(entity.name)), entity.name, entity.type, Form.NAME, (number,))
        for number, entity in enumerate(ENTITIES)
        if (start := text.find(entity.name)) >= 0
    )
    return Scene(segment(Article("a", text)), ENTITIES, positions, mentions)


def appointment(**roles: tuple[int, ...]) -> Draft:
    return Draft(0, Span(0, 1), "Appointment", Status.ACTUAL, 0.9, (Span(0, 9),), roles)


@pytest.mark.parametrize(
    "text",
    [
        "Nadira Ostavik received the credentials of Marek Velkanov.",
        "Marek Velkanov presented his credentials to Nadira Ostavik.",
        "The credentials of Marek Velkanov were received by Nadira Ostavik.",
        "Marek Velkanov presented his credentials to President of Ghana Nadira Ostavik.",
    ],
)
def test_who_receives_credentials_is_not_appointed(text: str) -> None:
    draft = appointment(appointee=(OSTAVIK, VELKANOV), actor=(OSTAVIK,), of=(PERU,))
    assert accredit(draft, scene(text)).roles == {"appointee": (VELKANOV,), "of": (PERU,)}


def test_state_whose_president_receives_credentials_sends_nobody() -> None:
    told = scene("The president of Ghana received the credentials of the envoy of Peru.")
    assert accredit(appointment(of=(GHANA, PERU)), told).roles == {"of": (PERU,)}


def test_an_envoy_named_with_credentials_presents_them() -> None:
    told = scene(
        "Nadira Ostavik received the credentials of the ambassador, Marek Velkanov.",
        Position(VELKANOV, "ambassador", PERU, (Span(0, 1),)),
    )
    assert accredit(appointment(appointee=(OSTAVIK,)), told).roles == {"appointee": (VELKANOV,)}


def test_head_of_state_presents_no_credentials() -> None:
    president = Position(OSTAVIK, "president", GHANA, (Span(0, 1),))
    told = scene("Marek Velkanov came with credentials, and Nadira Ostavik smiled.", president)
    assert accredit(appointment(appointee=(OSTAVIK, VELKANOV)), told).roles == {"appointee": (VELKANOV,)}


def test_who_receives_an_appointment_is_appointed() -> None:
    draft = appointment(appointee=(OSTAVIK,))
    assert accredit(draft, scene("Nadira Ostavik received the post of envoy.")) == draft


def test_state_named_last_before_an_envoy_is_his() -> None:
    told = scene("In Kenya the envoys of Peru, Nadira Ostavik, and Ghana, Marek Velkanov, came.")
    draft = appointment(appointee=(OSTAVIK, VELKANOV), of=(KENYA, PERU, GHANA))
    assert service_of_each(draft, told) == {OSTAVIK: (PERU,), VELKANOV: (GHANA,)}


def test_title_elsewhere_tells_which_of_two_states_sends() -> None:
    told = scene("Nadira Ostavik came.", Position(OSTAVIK, "ambassador", PERU, (Span(90, 99),)))
    assert service_of_each(appointment(appointee=(OSTAVIK,), of=(PERU, GHANA)), told) == {OSTAVIK: (PERU,)}


@pytest.mark.parametrize(
    "text",
    [
        "Nadira Ostavik was elected chair in place of Marek Velkanov, who resigned.",
        "Nadira Ostavik was appointed envoy, replacing former envoy Marek Velkanov.",
        "Nadira Ostavik will succeed Marek Velkanov as envoy.",
    ],
)
def test_who_is_replaced_is_dismissed_and_not_appointed(text: str) -> None:
    draft = appointment(appointee=(OSTAVIK, VELKANOV))
    assert part_from_predecessor(draft, scene(text)).roles == {"appointee": (OSTAVIK,)}
    dismissal = replace(appointment(), attribute="true")
    assert part_from_predecessor(dismissal, scene(text)).roles == {"appointee": (VELKANOV,)}


def test_who_once_replaced_another_is_dismissed() -> None:
    draft = replace(appointment(appointee=(OSTAVIK,)), attribute="true")
    told = scene("Nadira Ostavik, who replaced Marek Velkanov, was dismissed.")
    assert part_from_predecessor(draft, told) == draft


def test_who_succeeds_is_appointed() -> None:
    draft = appointment(appointee=(OSTAVIK, VELKANOV))
    told = scene("Nadira Ostavik was succeeded by Marek Velkanov.")
    assert part_from_predecessor(draft, told).roles == {"appointee": (VELKANOV,)}


def test_two_are_appointed_together() -> None:
    draft = appointment(appointee=(OSTAVIK, VELKANOV))
    told = scene("Nadira Ostavik and Marek Velkanov were appointed envoys.")
    assert part_from_predecessor(draft, told) == draft


@pytest.mark.parametrize(("role", "kept"), [("former president", (GHANA,)), ("president", (PERU, GHANA))])
def test_appointee_is_not_in_the_service_of_a_former_office(role: str, kept: tuple[int, ...]) -> None:
    text = "Nadira Ostavik, a former president of Peru, becomes the envoy of Ghana."
    draft = appointment(appointee=(OSTAVIK,), of=(PERU, GHANA))
    held = Position(OSTAVIK, role, PERU, (Span(0, 9),))
    assert leave_former_offices(draft, scene(text, held)).roles["of"] == kept


@pytest.mark.parametrize(
    "text",
    [
        "The president of Kenya appointed Nadira Ostavik as foreign minister, replacing Marek Velkanov.",
        "Marek Velkanov was replaced by Nadira Ostavik as Kenya's foreign minister.",
    ],
)
def test_in_whose_place_somebody_is_appointed_is_told_of_one_appointment(text: str) -> None:
    found = convert(Article("a", text))
    appointed = [event.roles["appointee"] for event in found.events if event.type == "Appointment"]
    assert [[found.entities[each].name for each in one] for one in appointed] == [["Nadira Ostavik"]]


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        (
            "Nadira Ostavik flew to Lima to attend the inauguration of Marek Velkanov.",
            "inauguration",
            ["Nadira Ostavik"],
        ),
        ("Nadira Ostavik in Lima for the inauguration", "inauguration", ["Nadira Ostavik"]),
        ("Nadira Ostavik congratulated Marek Velkanov on his election.", "election", ["Nadira Ostavik"]),
        ("The presence of Nadira Ostavik at the inauguration was noted.", "inauguration", ["Nadira Ostavik"]),
        ("Nadira Ostavik accepted her appointment.", "appointment", []),
        ("Nadira Ostavik was elected on Monday.", "elected", []),
    ],
)
def test_whoever_comes_to_an_inauguration_is_not_inaugurated(
    text: str, word: str, expected: list[str]
) -> None:
    span, sentence = trigger_in(text, word), sentence_of(text)
    assert [each.text for each in people_in(text) if only_comes(sentence, span, each)] == expected


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Nadira Ostavik succeeds Marek Velkanov, who was named envoy.", "named", ["Marek Velkanov"]),
        (
            "Nadira Ostavik of Peru, Ilmar Castellor of Ghana and Marek Velkanov, who was elected, came.",
            "elected",
            ["Marek Velkanov"],
        ),
        (
            "Present were Nadira Ostavik of Peru and Marek Velkanov of Ghana, who took office in May.",
            "took",
            ["Marek Velkanov"],
        ),
        (
            "Present were Nadira Ostavik and Marek Velkanov, whose inauguration took place in May.",
            "inauguration",
            ["Marek Velkanov"],
        ),
        ("Nadira Ostavik met Marek Velkanov, who appointed Ilmar Castellor.", "appointed", []),
        ("Nadira Ostavik met Marek Velkanov, whose envoy resigned.", "resigned", []),
        ("Nadira Ostavik met Marek Velkanov, who swore in a minister.", "swore", []),
        (
            "Nadira Ostavik met Marek Velkanov, who accepted the resignation of Ilmar Castellor.",
            "accepted",
            [],
        ),
        (
            "Nadira Ostavik, a son of Marek Velkanov, who was elected in May, left.",
            "elected",
            ["Nadira Ostavik"],
        ),
        ("Nadira Ostavik was appointed by Marek Velkanov.", "appointed", ["Nadira Ostavik"]),
        (
            "Nadira Ostavik left Lima, the first to come since Marek Velkanov took office.",
            "took",
            ["Marek Velkanov"],
        ),
        ("Nadira Ostavik said Marek Velkanov had resigned.", "resigned", ["Marek Velkanov"]),
        ("Nadira Ostavik took Marek Velkanov as an envoy.", "took", []),
        ("Nadira Ostavik was replaced by Marek Velkanov.", "replaced", []),
        ("Nadira Ostavik named Marek Velkanov envoy.", "named", []),
    ],
)
def test_who_is_said_to_be_named_is_appointed_and_nobody_else(
    text: str, word: str, expected: list[str]
) -> None:
    found = named(sentence_of(text), trigger_in(text, word), people_in(text))
    assert [each.text for each in found] == expected


def test_group_before_a_relative_pronoun_is_not_who_is_named_next() -> None:
    text = "The envoys who presented credentials are Nadira Ostavik and Marek Velkanov."
    group = Mention(Span(0, 10), "The envoys", EntityType.PERSON, Form.DESCRIPTION, (OSTAVIK, VELKANOV))
    assert named(sentence_of(text), trigger_in(text, "presented"), [group, *people_in(text)]) == frozenset()


@pytest.mark.parametrize(
    ("text", "appointees"),
    [
        ("Nadira Ostavik named her team.", {"actor": (OSTAVIK,)}),
        ("Nadira Ostavik named Marek Velkanov.", {"actor": (OSTAVIK,), "appointee": (VELKANOV,)}),
    ],
)
def test_nobody_appoints_himself(text: str, appointees: dict[str, tuple[int, ...]]) -> None:
    named_so = (OSTAVIK, *appointees.get("appointee", ()))
    draft = appointment(actor=(OSTAVIK,), appointee=named_so)
    assert appoint_others(draft, scene(text)).roles == appointees


def test_who_is_told_to_appoint_himself_does() -> None:
    draft = appointment(actor=(OSTAVIK,), appointee=(OSTAVIK,))
    assert appoint_others(draft, scene("Nadira Ostavik named herself president.")) == draft


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nadira Ostavik has made ten appointments.", ["Nadira Ostavik"]),
        ("Nadira Ostavik announced the appointments of Marek Velkanov.", ["Nadira Ostavik"]),
        ("Nadira Ostavik accepted the appointments.", []),
        ("Nadira Ostavik announced her appointments.", []),
    ],
)
def test_who_makes_appointments_is_not_appointed(text: str, expected: list[str]) -> None:
    span, sentence = trigger_in(text, "appointments"), sentence_of(text)
    assert [each.text for each in people_in(text) if only_decides(sentence, span, each)] == expected
