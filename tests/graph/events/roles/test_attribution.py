"""What an article tells as someone's claim is attributed, unless it is the claimant's own act."""

from __future__ import annotations

import pytest

from graph.events.draft import Draft
from graph.events.roles.attribution import attribute_to
from graph.events.scene import Scene
from graph.model import Article, Entity, EntityType, Form, Mention, Position, Span, Status
from graph.reading.segment import segment

ENTITIES = (
    Entity("Kenya", EntityType.COUNTRY, country="KEN"),
    Entity("Peru", EntityType.COUNTRY, country="PER"),
    Entity("France", EntityType.COUNTRY, country="FRA"),
    Entity("Nadira Ostavik", EntityType.PERSON),
    Entity("Ministry of Foreign Affairs of Kenya", EntityType.GOVERNMENT_BODY, country="KEN"),
    Entity("African Union", EntityType.INTERNATIONAL_ORGANIZATION),
)
KENYA, PERU, FRANCE, OSTAVIK, MINISTRY, UNION = range(len(ENTITIES))
NAMES = {
    "Kenyan foreign ministry": MINISTRY,
    "Nadira Ostavik": OSTAVIK,
    "African Union": UNION,
    "Kenya": KENYA,
    "Peru": PERU,
    "France": FRANCE,
    "French": FRANCE,
}


def claimants(
    text: str, trigger: str, roles: dict[str, tuple[int, ...]], title: str | None = None
) -> list[int]:
    """Whom an event is attributed to that each sentence with the word tells."""
    article = Article("a", text, title)
    sentences = segment(article)
    mentions = [
        Mention(Span(start, start + len(name)), name, ENTITIES[entity].type, Form.NAME, (entity,))
        for name, entity in NAMES.items()
        for start in range(len(text))
        if text.startswith(name, start)
    ]
    mentions.sort(key=lambda mention: mention.span)
    positions = (Position(OSTAVIK, "chair", UNION, (Span(0, 1),)),)
    drafts = [
        Draft(number, Span(start, start + len(trigger)), "Visit", Status.ACTUAL, 0.9, (sentence.span,), roles)
        for number, sentence in enumerate(sentences)
        if (start := text.find(trigger, sentence.span.start, sentence.span.end)) >= 0
    ]
    return list(attribute_to(drafts, roles, Scene(sentences, ENTITIES, positions, mentions)))


PERU_TO_FRANCE = {"visitor": (PERU,), "destination": (FRANCE,)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kenya said that Peru had visited France.", [KENYA]),
        ("Peru had visited France, Kenya said.", [KENYA]),
        ("According to Nadira Ostavik, Peru visited France.", [OSTAVIK]),
        ("“Peru has visited France,” Nadira Ostavik told reporters.", [OSTAVIK]),
        ("A spokesman for the Kenyan foreign ministry said Peru had visited France.", [MINISTRY]),
        ("Peru visited France.", []),
        ("Peru visited France after Kenya said it was ready.", []),
        ("Sources said that Peru had visited France.", []),
        ("It was said in Kenya that Peru had visited France.", []),
    ],
)
def test_claim_is_attributed_to_who_makes_it(text: str, expected: list[int]) -> None:
    assert claimants(text, "visited", PERU_TO_FRANCE) == expected


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("Peru said that Peru had visited France.", PERU_TO_FRANCE),
        ("French officials said that Peru had visited France.", PERU_TO_FRANCE),
        (
            "The Kenyan foreign ministry said Kenya had visited Peru.",
            {"visitor": (KENYA,), "destination": (PERU,)},
        ),
        (
            "Nadira Ostavik said the African Union had visited Peru.",
            {"visitor": (UNION,), "destination": (PERU,)},
        ),
        ("Kenya said it had visited Peru.", {"destination": (PERU,)}),
    ],
)
def test_own_act_is_no_claim(text: str, roles: dict[str, tuple[int, ...]]) -> None:
    assert claimants(text, "visited", roles) == []


def test_who_only_suffers_the_act_claims_it() -> None:
    roles = {"actor": (PERU,), "target": (KENYA,)}
    assert claimants("Kenya said that Peru had threatened Kenya.", "threatened", roles) == [KENYA]


def test_blame_is_a_claim() -> None:
    text = "Kenya accused Peru of expelling diplomats from France."
    assert claimants(text, "expelling", {"actor": (PERU,), "target": (FRANCE,)}) == [KENYA]


def test_what_the_article_tells_itself_elsewhere_is_no_claim() -> None:
    text = "Kenya said that Peru had visited France. Peru visited France in May."
    assert claimants(text, "visited", PERU_TO_FRANCE) == []


def test_headline_does_not_vouch_for_what_the_text_attributes() -> None:
    title = "Peru visited France"
    text = f"{title}\n\nKenya said that Peru had visited France."
    assert claimants(text, "visited", PERU_TO_FRANCE, title) == [KENYA]
