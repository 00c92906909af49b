from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.topics import find_topics, load_topic_labels
from ontology.vocabulary import DIP


@pytest.mark.parametrize(
    ("text", "topics"),
    [
        ("trade, investment and culture", ("culture", "investment", "trade")),
        ("Trade in TARIFFS", ("trade",)),
        ("a new nuclear power plant", ("nuclearEnergy",)),
        ("two power plants", ("energy",)),
        ("a gas pipeline and a nuclear reactor", ("energy", "nuclearEnergy")),
        ("counter-terrorism and counter terrorism", ("terrorism",)),
        ("women’s rights", ("humanRights",)),
        ("a visa‑free regime", ("migration",)),
        ("fisheries and a fishery", ("agriculture",)),
        ("free, trade", ("trade",)),
        ("tradeoff, Energia, exportable", ()),
        ("a space for dialogue in territorial waters", ()),
        ("the two ministers met", ()),
        ("", ()),
    ],
)
def test_topics_are_found_by_whole_words(text: str, topics: tuple[str, ...]) -> None:
    assert find_topics(text) == topics


def test_a_label_does_not_reach_over_punctuation() -> None:
    assert find_topics("They spoke of water. Treaty texts were exchanged; of human, rights were none") == ()


def test_topics_are_terms_of_the_ontology() -> None:
    topics = set(load_topic_labels().values())
    assert 20 <= len(topics) <= 30
    assert {topic for topic in topics if topic not in DIP} == set()


@given(st.text())
@settings(max_examples=50, deadline=None)
def test_any_text_has_topics_in_order(text: str) -> None:
    topics = find_topics(f"{text} energy")
    assert list(topics) == sorted(set(topics))
    assert {topics} <= {find_topics(f"{text} energy".replace("’", "'"))}
