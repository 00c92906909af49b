"""Linked articles become the weights of what a sentence leaves unsaid."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from graph.fit_implicit import Example, LinkedArticle, examples, fit, load_linked
from graph.pipeline import read_closely

PASSAGE = {
    "id": "x1",
    "published": "2024-05-07",
    "lines": [
        {
            "text": "Ghana and Togo signed a treaty on their sea border in Accra on Monday.",
            "events": [
                {"type": "Agreement", "trigger": "signed", "roles": {"party": ["Ghana", "Togo"]}},
            ],
        },
        {
            "text": "Nigeria welcomed the agreement.",
            "events": [{"type": "Support", "trigger": "welcomed", "roles": {"actor": ["Nigeria"]}}],
        },
        {
            "text": "The treaty was signed by both sides at noon.",
            "events": [{"type": "Agreement", "trigger": "signed", "roles": {}}],
        },
    ],
}
LINKS = {
    "id": "x1",
    "links": [
        {"event": [1, 0], "roles": {"target": [[0, "Ghana"], [0, "Togo"]]}},
        {"event": [2, 0], "same": [0, 0]},
    ],
}


@pytest.fixture
def linked(tmp_path: Path) -> LinkedArticle:
    (tmp_path / "links").mkdir()
    (tmp_path / "x.jsonl").write_text(json.dumps(PASSAGE) + "\n")
    (tmp_path / "links" / "x.jsonl").write_text(json.dumps(LINKS) + "\n")
    (only,) = load_linked(tmp_path, tmp_path / "links")
    return only


def words(linked: LinkedArticle, event: tuple[int, int], role: str) -> list[str]:
    return [linked.article.text[start:end] for start, end in linked.fillers(event, role)]


def test_fillers_are_found_where_the_links_say(linked: LinkedArticle) -> None:
    assert words(linked, (1, 0), "target") == ["Ghana", "Togo"]
    assert words(linked, (1, 0), "actor") == ["Nigeria"]


def test_retelling_has_the_fillers_of_the_first_telling(linked: LinkedArticle) -> None:
    assert words(linked, (2, 0), "party") == ["Ghana", "Togo"]


def test_candidates_are_those_for_open_roles(linked: LinkedArticle) -> None:
    found = list(examples(linked, read_closely(linked.article)))
    targets = [example for example in found if "Support target" in example.signs]
    assert sum(example.is_meant for example in targets) == 2


def test_fit_weighs_a_sign_by_what_it_foretells() -> None:
    good, bad = (Example(frozenset({"any", sign}), sign == "good") for sign in ("good", "bad"))
    weights = fit([good, bad] * 10)
    assert weights["good"] > 0 > weights["bad"]


def test_fit_gives_the_same_weights_again() -> None:
    found = [Example(frozenset({"any", str(number % 3)}), number % 2 == 0) for number in range(40)]
    assert fit(found) == fit(found)
