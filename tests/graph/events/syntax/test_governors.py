"""Who is the subject of one verb does not act in another's event."""

from __future__ import annotations

import pytest

from graph.events.syntax.governors import belongs_elsewhere
from graph.model import Article, EntityType, Form, Mention, Span
from graph.reading.segment import segment

TWO_CLAUSES = "Kenya and Peru agreed on a plan, and France signed a treaty with Chile."


def elsewhere(text: str, name: str, trigger: str, rival: str) -> bool:
    article = Article("a", f"It rained.\n\n{text}")

    def span(word: str) -> Span:
        start = article.text.index(word)
        return Span(start, start + len(word))

    mention = Mention(span(name), name, EntityType.COUNTRY, Form.NAME, (0,))
    return belongs_elsewhere(segment(article)[-1], mention, span(trigger), [span(rival)])


@pytest.mark.parametrize(
    ("name", "trigger", "rival", "expected"),
    [
        ("Kenya", "agreed", "signed", False),
        ("Peru", "agreed", "signed", False),
        ("France", "agreed", "signed", True),
        ("France", "signed", "agreed", False),
        ("Kenya", "signed", "agreed", True),
        ("Peru", "signed", "agreed", True),
        ("Chile", "agreed", "signed", True),
    ],
)
def test_subject_of_one_verb_acts_in_its_event_alone(
    name: str, trigger: str, rival: str, expected: bool
) -> None:
    assert elsewhere(TWO_CLAUSES, name, trigger, rival) is expected


def test_subject_of_two_verbs_acts_in_both_events() -> None:
    text = "Kenya condemned Peru and thanked France."
    assert not elsewhere(text, "Kenya", "thanked", "condemned")
    assert not elsewhere(text, "Kenya", "condemned", "thanked")


@pytest.mark.parametrize(("name", "expected"), [("Kenya", True), ("Peru", True), ("France", False)])
def test_what_somebody_is_due_to_do_is_his_alone(name: str, expected: bool) -> None:
    text = "Kenya met Peru in September, and President Holm of France is due to visit Chile."
    assert elsewhere(text, name, "visit", "met") is expected


@pytest.mark.parametrize(("name", "expected"), [("Kenya", False), ("Peru", False), ("France", True)])
def test_those_on_whom_a_clause_is_belong_to_it(name: str, expected: bool) -> None:
    text = "France praised Kenya and Peru, who were invited to the summit."
    assert elsewhere(text, name, "invited", "praised") is expected
