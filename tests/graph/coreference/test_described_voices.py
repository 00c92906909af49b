"""Who speaks behind a word is told of before."""

from __future__ import annotations

from tests.graph.coreference.meaning import found_in


def test_statement_that_nobody_reads_out_is_no_one() -> None:
    text = "Castellor said that the talks went well. Peru read the statement."
    assert [mention.text for mention in found_in(text)] == []
