"""For which state a minister or a ministry without a name speaks."""

from __future__ import annotations

import pytest

from graph.events.unsaid.home_voices import home_of_voice
from graph.model import Entity, EntityType
from tests.graph.events.unsaid.scenes import scene_of

ENTITIES = (
    Entity("Kenya", EntityType.COUNTRY, country="KEN"),
    Entity("Peru", EntityType.COUNTRY, country="PER"),
    Entity("Lima", EntityType.PLACE, country="PER"),
)
KENYA, PERU, LIMA = range(len(ENTITIES))
SPOKEN_OF = "Peru has spoken. Peru and Kenya have met. Peru hopes. Peru waits. "


def state_in(text: str) -> tuple[int, ...]:
    """For whom the subject of the last "said", "announced" or "saying" speaks."""
    scene = scene_of(text, ENTITIES)
    sentences = scene.sentences
    verbs = (token for token in sentences[-1].tokens if token.lower_ in {"announced", "said", "saying"})
    voice = next(child for child in next(verbs).children if child.dep_ == "nsubj")
    return home_of_voice(voice, len(sentences) - 1, scene)


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("They met. A foreign ministry spokesman in Lima said that the talks failed.", (PERU,)),
        ("They met. A party spokesman in Lima said that the talks failed.", ()),
        ("They met. Kenya tested the gun, with the defence ministry saying it was useful.", (KENYA,)),
        ("Kenya has left the talks, a foreign ministry spokesman said.", (KENYA,)),
        ("They met. Kenya has left the talks, a foreign ministry spokesman said.", ()),
        ("They met. The prime minister announced that Kenya had left the talks.", (KENYA,)),
        (SPOKEN_OF + "The foreign ministry said that the talks failed.", (PERU,)),
        (SPOKEN_OF + "The foreign secretary said that the talks failed.", (PERU,)),
        (SPOKEN_OF + "The bank secretary said that the talks failed.", ()),
        (SPOKEN_OF + "Ministers said that the talks failed.", ()),
        (SPOKEN_OF + "Their foreign minister said that the talks failed.", ()),
        (SPOKEN_OF + "Kenya left. The foreign ministry said that the talks failed.", ()),
    ],
    ids=[
        "seat", "of no state", "beside who acts", "opens the text", "later", "announced",
        "at home", "secretary", "of a bank", "several", "somebody's", "two states",
    ],
)  # fmt: skip
def test_ministry_speaks_for_the_state_of_its_seat_its_act_or_the_story(
    text: str, state: tuple[int, ...]
) -> None:
    assert state_in(text) == state
