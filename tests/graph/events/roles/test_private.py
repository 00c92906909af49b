"""People who hold no office act for nobody but themselves."""

from __future__ import annotations

import pytest

from graph.events.roles.private import without_private
from graph.model import Article, EntityType, Form, Mention, Span
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
        ("The Swedes agreed with the Danish minister.", ["Swedes", "Danish"], ["Swedes", "Danish"]),
    ],
)
def test_private_people_and_rebels_are_not_their_states(
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
