"""What a text says that somebody blocked is not told."""

from __future__ import annotations

import pytest

from graph.events.triggers.blocked import is_blocked
from graph.model import Article
from graph.pipeline import convert
from tests.graph.events.predicted import sentence_of
from tests.graph.events.roles.named import trigger_in


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kenya blocked a statement condemning Peru.", True),
        ("A draft that condemned Peru was vetoed by Kenya.", True),
        ("Kenya rejected the statement signed by Peru, which condemned it.", False),
        ("Kenya opposed Peru's resolution condemning it.", False),
        ("Kenya adopted a statement condemning Peru.", False),
        ("Kenya rejected the plan and condemned Peru.", False),
        ("The council failed to adopt a statement condemning Peru.", True),
        ("The council was unable to agree on a statement condemning Peru.", True),
        ("The resolution condemning Peru did not pass in the council.", True),
        ("A draft resolution condemning Peru fell one vote short.", True),
        ("The council failed to reach a consensus to condemn Peru.", True),
        ("The council failed to secure a majority to condemn Peru.", True),
        ("Kenya failed to get the council to condemn Peru.", True),
        ("Kenya abstained from all resolutions condemning Peru.", True),
        ("Kenya abstained on a resolution that condemned Peru.", True),
        ("Kenya voted against a resolution condemning Peru.", True),
        ("Kenya voted for a resolution condemning Peru.", False),
        ("Kenya abstained from Peru's resolution condemning it.", False),
        ("The council agreed on a statement condemning Peru.", False),
        ("The council reached a consensus to condemn Peru.", False),
        ("Kenya, which failed to reach a consensus, condemned Peru.", False),
        ("Kenya condemned Peru, which failed to adopt a statement.", False),
    ],
)
def test_what_a_blocked_text_says_is_not_told(text: str, expected: bool) -> None:
    assert is_blocked(sentence_of(text), trigger_in(text, "condemn")) is expected


def test_whose_text_was_blocked_condemns_nobody() -> None:
    text = "Kenya blocked an African Union statement condemning Peru."
    assert "Criticism" not in {event.type for event in convert(Article("a", text)).events}
