"""A date belongs to the clause in which it stands, as the parse shows it."""

from __future__ import annotations

import pytest

from graph.events.dates.clauses import Clause, clause_of
from graph.model import Article, Span
from graph.reading.segment import segment


@pytest.mark.parametrize(
    ("text", "date", "event", "rival", "clause"),
    [
        ("Kenya signed a treaty on Monday.", "on Monday", "signed", "treaty", Clause.OWN),
        ("Kenya hailed the accord that Peru signed in May.", "in May", "accord", "hailed", Clause.OWN),
        (
            "Kenya imposed tariffs in May and lifted them on Monday.",
            "on Monday",
            "lifted",
            "imposed",
            Clause.OWN,
        ),
        (
            "The minister phoned both leaders on Monday and warned them of war.",
            "on Monday",
            "warned",
            "phoned",
            Clause.SHARED,
        ),
        (
            "Kenya recalled its envoy on Monday, accusing Peru of spying.",
            "on Monday",
            "accusing",
            "recalled",
            Clause.SHARED,
        ),
        (
            "The minister repeated her statement of 9 May and warned them of war.",
            "9 May",
            "warned",
            "repeated",
            Clause.OTHERS,
        ),
        (
            "Kenya recalled its envoy on Monday to show disapproval.",
            "on Monday",
            "disapproval",
            "recalled",
            Clause.OPEN,
        ),
        (
            "Kenya had warned Peru earlier of war, the agency reported on Monday.",
            "on Monday",
            "warned",
            "",
            Clause.OTHERS,
        ),
        ("Kenya warned Peru of war, the agency reported on Monday.", "on Monday", "warned", "", Clause.OPEN),
        ("Kenya invited him to visit Nairobi in May.", "in May", "invited", "visit", Clause.OTHERS),
        ("Kenya's pledge was half of what it gave in May.", "in May", "pledge", "", Clause.OTHERS),
        ("Kenya accused Peru of shooting at a boat in May.", "in May", "accused", "", Clause.CONTENT),
        ("Kenya and Peru agreed to open embassies in May.", "in May", "agreed", "", Clause.CONTENT),
        (
            "He visited Peru, where he met the minister on Monday.",
            "on Monday",
            "visited",
            "met",
            Clause.OTHERS,
        ),
        (
            "The envoy, who had travelled to Peru, met the minister on Monday.",
            "on Monday",
            "travelled",
            "met",
            Clause.OTHERS,
        ),
        (
            "Kenya imposed sanctions on Peru after troops crossed the border in May.",
            "in May",
            "imposed",
            "",
            Clause.OTHERS,
        ),
        ("Kenya warned Peru when troops crossed in May.", "in May", "warned", "", Clause.OPEN),
        (
            "Kenya recalled its envoy on Monday after Peru had expelled a consul.",
            "on Monday",
            "expelled",
            "recalled",
            Clause.OTHERS,
        ),
        ("Kenya had left on Monday and would return.", "on Monday", "return", "left", Clause.OTHERS),
        ("Kenya will leave on Monday and will return.", "on Monday", "return", "leave", Clause.SHARED),
        ("On Monday Kenya left as Peru expelled a consul.", "On Monday", "expelled", "left", Clause.OPEN),
        ("Kenya warned Peru, and troops crossed in May.", "in May", "warned", "", Clause.OTHERS),
        (
            "Kenya severed ties in May, and Peru followed.",
            "in May",
            "followed",
            "severed",
            Clause.OPEN,
        ),
        (
            "The envoy, who arrived in Lima on Monday, spoke in parliament and met the minister.",
            "on Monday",
            "met",
            "arrived",
            Clause.OTHERS,
        ),
        ("Kenya will replace Ana Roth, who has been envoy since May.", "May", "replace", "", Clause.OTHERS),
        ("Kenya backs the campaign launched by Peru in May.", "in May", "backs", "", Clause.OTHERS),
        ("Kenya backed Peru, where 200 people died in May.", "in May", "backed", "", Clause.OTHERS),
        ("The envoy, speaking in Lima on Monday, warned Peru.", "on Monday", "warned", "", Clause.OPEN),
        ("The envoy warned Peru in a speech delivered on Monday.", "on Monday", "warned", "", Clause.OPEN),
        (
            "She will attend the meeting of the board of the bank, which begins on Monday.",
            *("on Monday", "meeting", "", Clause.OPEN),
        ),
        (
            "The talks between Kenya and Peru, which were to be held on Monday, failed.",
            *("on Monday", "talks", "", Clause.OPEN),
        ),
        (
            "The board, which met in Lima on Monday, adopted a plan.",
            "on Monday",
            "adopted",
            "met",
            Clause.OWN,
        ),
        (
            "The board, which met the banks on Monday, adopted a plan.",
            *("on Monday", "adopted", "met", Clause.OTHERS),
        ),
        ("The board, which met on Monday, accused Peru.", "on Monday", "accused", "met", Clause.OTHERS),
        ("A statement issued in May denies it.", "in May", "denies", "", Clause.OPEN),
        ("Kenya imposed tariffs that take effect in May.", "in May", "imposed", "", Clause.OPEN),
    ],
)
def test_date_stands_in_the_clause_of_an_event(
    text: str, date: str, event: str, rival: str, clause: Clause
) -> None:
    article = Article("a", f"It rained.\n\n{text}")

    def span(words: str) -> Span:
        start = article.text.index(words)
        return Span(start, start + len(words))

    rivals = [span(rival)] if rival else []
    assert clause_of(span(date), span(event), rivals, segment(article)[-1]) is clause
