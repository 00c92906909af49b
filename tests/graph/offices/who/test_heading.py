"""Whoever heads a body is its head."""

from tests.graph.offices.cast import told


def test_who_heads_a_body_is_its_head() -> None:
    assert told("Nadira Ostavik, who heads Telvane, spoke.") == [("Nadira Ostavik", "head", "Telvane")]
