"""Who says "we" in a quotation of several sentences is told before or behind it."""

from __future__ import annotations

import pytest

from graph.events.draft import Draft
from graph.events.unsaid.quoted import speaks_in_quotation
from graph.model import Entity, EntityType, Span, Status
from tests.graph.events.unsaid.scenes import scene_of

ENTITIES = (
    Entity("Nadira Ostavik", EntityType.PERSON, country="KEN"),
    Entity("Marek Velkanov", EntityType.PERSON, country="PER"),
    Entity("Peru", EntityType.COUNTRY, country="PER"),
)
OSTAVIK, VELKANOV, PERU = range(len(ENTITIES))


def speaker_of(text: str) -> tuple[int, ...]:
    """Who condemns by a text, after Velkanov spoke in its first sentence."""
    scene = scene_of(text, ENTITIES)
    sentences = scene.sentences
    start = text.index("condemn")
    number = next(number for number, each in enumerate(sentences) if start < each.span.end)
    first, own = sentences[0].span, sentences[number].span
    told = Draft(0, first, "Statement", Status.ACTUAL, 0.9, (first,), {"speaker": (VELKANOV,)})
    trigger = Span(start, start + len("condemn"))
    return speaks_in_quotation(
        Draft(number, trigger, "Criticism", Status.ACTUAL, 0.9, (own,), {}), [told], scene
    )


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Velkanov spoke. “We condemn the raid. It must end,” Nadira Ostavik said.", (OSTAVIK,)),
        ("Velkanov spoke. “I condemn Peru. It is bad. It must end,” said Nadira Ostavik.", (OSTAVIK,)),
        ('Velkanov spoke. "We condemn the raid. It must end," Nadira Ostavik said.', (OSTAVIK,)),
        ("It rained. Nadira Ostavik said: “We are sad. We condemn the raid.”", (OSTAVIK,)),
        ("“It is sad,” Velkanov said. “We condemn the raid.”", (VELKANOV,)),
        ("Velkanov spoke. “They condemn the raid. It must end,” Nadira Ostavik said.", ()),
        ("Velkanov spoke. We condemn the raid. It must end, Nadira Ostavik said.", ()),
        ("“It is sad,” Velkanov said. We condemn the raid.", ()),
    ],
    ids=["behind", "far behind", "straight marks", "before", "goes on", "others", "no quotation", "after it"],
)
def test_who_speaks_a_quotation_says_we(text: str, speaker: tuple[int, ...]) -> None:
    assert speaker_of(text) == speaker
