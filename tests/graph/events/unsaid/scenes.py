"""scenes: what rules see of a text in which entities stand by their names."""

from collections.abc import Sequence

from graph.events.scene import Scene
from graph.model import Article, Entity
from graph.reading.segment import segment
from tests.graph.events.drafted import mentions_of


def scene_of(text: str, entities: Sequence[Entity]) -> Scene:
    """The scene of a text, each entity mentioned wherever its name stands."""
    return Scene(segment(Article("a", text)), entities, (), tuple(mentions_of(text, entities)))
