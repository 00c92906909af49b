"""Who speaks where nobody with a name does."""

from __future__ import annotations

import re

import pytest

from graph.events.draft import Draft
from graph.events.scene import Scene
from graph.events.unsaid.speakers import speakers_of, speaks_of_himself
from graph.model import Article, Entity, EntityType, Form, Mention, Span, Status
from graph.reading.segment import segment
from tests.graph.events.unsaid.scenes import scene_of

ENTITIES = (
    Entity("Nadira Ostavik", EntityType.PERSON, country="KEN"),
    Entity("Kenya", EntityType.COUNTRY, country="KEN"),
    Entity("Peru", EntityType.COUNTRY, country="PER"),
    Entity("Nairobi", EntityType.PLACE, country="KEN"),
    Entity("Cusco", EntityType.PLACE, country="PER"),
)
OSTAVIK, KENYA, PERU, NAIROBI, CUSCO = range(len(ENTITIES))


def speakers_in(text: str) -> list[tuple[int, ...]]:
    """Who speaks in each sentence, told by its last verb of saying."""
    scene = scene_of(text, ENTITIES)
    sentences = scene.sentences
    told: list[Draft] = []
    for number, sentence in enumerate(sentences):
        verb = next(re.finditer(r"said|added|saying", sentence.text))
        trigger = Span(sentence.span.start + verb.start(), sentence.span.start + verb.end())
        draft = Draft(number, trigger, "Statement", Status.ACTUAL, 0.9, (sentence.span,), {})
        roles = {"speaker": speakers_of(draft, told, scene)}
        told.append(draft.filled(roles, "speaker"))
    return [draft.roles.get("speaker", ()) for draft in told]


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("An official of Kenya said that Peru was weak.", [(KENYA,)]),
        ("An official in Nairobi said that Peru was weak.", [(KENYA,)]),
        ("A diplomat in Nairobi said that Peru was weak.", [()]),
        ("An official in Cusco said that Peru was weak.", [()]),
        ("An official of Peru in Nairobi said that Kenya was weak.", [(PERU,)]),
        ("An official said that Peru was weak.", [()]),
        ("A trader of Kenya said that Peru was weak.", [()]),
        ("An official of Kenya said so. The official added that Peru was weak.", [(KENYA,), (KENYA,)]),
        ("An official of Kenya said so. An official added that Peru was weak.", [(KENYA,), ()]),
        ("An official of Kenya said so. The diplomat added that Peru was weak.", [(KENYA,), ()]),
        ("An official of Kenya said so. He added that Peru was weak.", [(KENYA,), (KENYA,)]),
        ("An official of Kenya said so. He said that Peru was weak.", [(KENYA,), ()]),
        ("Kenya issued a statement, it was said. The statement added that Peru was weak.", [(), (KENYA,)]),
        ("A statement of Kenya said so. The statement added that Peru was weak.", [(KENYA,), (KENYA,)]),
        ("A paper quoted an official of Kenya as saying that Peru was weak.", [(KENYA,)]),
        ("Kenya has left, a foreign ministry spokesman said.", [(KENYA,)]),
    ],
    ids=[
        "of a state", "in a capital",
        "from anywhere", "in another city", "of a state elsewhere",
        "of nobody", "of no office", "again", "another", "another voice",
        "goes on", "somebody", "issued before", "spoke before", "quoted", "ministry without a name",
    ],
)  # fmt: skip
def test_who_speaks_for_a_body_and_again(text: str, speakers: list[tuple[int, ...]]) -> None:
    assert speakers_in(text) == speakers


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('"I have invited the envoys of Peru," Nadira Ostavik said.', (OSTAVIK,)),
        ('"We have invited the envoys of Peru," said Nadira Ostavik.', (OSTAVIK,)),
        ('"They have invited the envoys of Peru," Nadira Ostavik said.', ()),
        ("Nadira Ostavik said that Peru invited the envoys.", ()),
    ],
)
def test_who_tells_in_the_first_person_what_he_does_acts(text: str, expected: tuple[int, ...]) -> None:
    sentences = segment(Article("a", text))
    named = [
        Mention(Span(*found.span()), found[0], entity.type, Form.NAME, (number,))
        for number, entity in enumerate(ENTITIES)
        for found in re.finditer(entity.name, text)
    ]
    trigger = Span(text.index("invited"), text.index("invited") + 7)
    draft = Draft(0, trigger, "Invitation", Status.ACTUAL, 0.9, (sentences[0].span,), {})
    assert speaks_of_himself(draft, (), Scene(sentences, ENTITIES, (), named)) == expected
