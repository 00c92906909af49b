"""People who hold no office act for nobody but themselves."""

from __future__ import annotations

import pytest

from graph.events.draft import Draft
from graph.events.roles.private import without_opinions, without_private
from graph.events.scene import Scene
from graph.model import Article, Entity, EntityType, Form, Mention, Position, Span, Status
from graph.pipeline import convert
from graph.reading.segment import segment


def acting(text: str, *names: str) -> list[str]:
    mentions = [
        Mention(Span(text.index(name), text.index(name) + len(name)), name, EntityType.COUNTRY, form, (0,))
        for name in names
        for form in [Form.DEMONYM if name.endswith(("n", "s", "sh")) else Form.NAME]
    ]
    return [mention.text for mention in without_private(segment(Article("a", text)), mentions)]


@pytest.mark.parametrize(
    ("text", "names", "expected"),
    [
        ("They accused the Chilean banker Luis Sotelo.", ["Chilean"], []),
        ("They freed three Danish and Swedish tourists.", ["Danish", "Swedish"], []),
        ("Some 900 Danes of Chilean origin marched.", ["Danes", "Chilean"], []),
        ("Peru expelled three Swedes suspected of theft.", ["Peru", "Swedes"], ["Peru"]),
        ("Peru expelled three Swedish diplomats.", ["Peru", "Swedish"], ["Peru", "Swedish"]),
        ("Chilean rebels accused the Danish president.", ["Chilean", "Danish"], ["Danish"]),
        ("Chilean opposition leaders met Danes.", ["Chilean", "Danes"], ["Danes"]),
        ("The Chilean army fought the rebels.", ["Chilean"], ["Chilean"]),
        ("A Chilean bank and Danish newspapers accused Peru.", ["Chilean", "Danish", "Peru"], ["Peru"]),
        ("Peru was accused by Chilean state media.", ["Peru", "Chilean"], ["Peru"]),
        ("Peru banned two Chilean firms.", ["Peru", "Chilean"], ["Peru", "Chilean"]),
        ("The Chilean bank governor met Danes.", ["Chilean", "Danes"], ["Chilean", "Danes"]),
        ("The Swedes agreed with the Danish minister.", ["Swedes", "Danish"], ["Swedes", "Danish"]),
    ],
)
def test_private_people_rebels_and_institutions_are_not_their_states(
    text: str, names: list[str], expected: list[str]
) -> None:
    assert acting(text, *names) == expected


def test_accusation_of_a_private_person_is_not_against_his_state() -> None:
    extraction = convert(Article("a", "Norway on Monday accused the Chilean banker Luis Sotelo of fraud."))
    names = [entity.name for entity in extraction.entities]
    told = [
        {role: [names[index] for index in fillers] for role, fillers in event.roles.items()}
        for event in extraction.events
    ]
    assert told == [{"actor": ["Norway"], "target": ["Luis Sotelo"]}]


@pytest.mark.parametrize(
    ("text", "is_in_office", "told"),
    [
        ("It is over, said Lars Holm, an analyst at a bank.", False, []),
        ("It is over, said the market trader Lars Holm.", False, []),
        ("It is over, said Lars Holm, an envoy.", False, ["Statement"]),
        ("It is over, said Lars Holm, an economist.", True, ["Statement"]),
        ("An analyst met Lars Holm, who said it was over.", False, ["Statement"]),
    ],
    ids=["beside the name", "before the name", "envoy", "in office", "another"],
)
def test_what_an_analyst_or_a_trader_thinks_is_no_statement(
    text: str, is_in_office: bool, told: list[str]
) -> None:
    start = text.index("Lars Holm")
    named = Mention(Span(start, start + 9), "Lars Holm", EntityType.PERSON, Form.NAME, (0,))
    entities = (Entity("Lars Holm", EntityType.PERSON), Entity("Peru", EntityType.COUNTRY, country="PER"))
    offices = (Position(0, "minister", 1, (named.span,)),) if is_in_office else ()
    said = Span(text.index("said"), text.index("said") + 4)
    draft = Draft(0, said, "Statement", Status.ACTUAL, 0.9, (Span(0, len(text)),), {"speaker": (0,)})
    scene = Scene(segment(Article("a", text)), entities, offices, (named,))
    assert [each.type for each in without_opinions((draft,), scene)] == told
