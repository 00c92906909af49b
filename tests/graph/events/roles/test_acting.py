"""Who acts is told by the parse."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.events.roles.acting import acting, has_unnamed_subject, is_of_clause
from graph.model import Article, Span
from graph.reading.segment import segment
from tests.graph.events.predicted import sentence_of
from tests.graph.events.roles.named import states_in, trigger_in


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Chile condemned Peru.", "condemned", {"Chile"}),
        ("Chile and Peru condemned Kenya.", "condemned", {"Chile", "Peru"}),
        ("Chile praises the work Peru is doing and condemns Kenya.", "condemns", {"Chile"}),
        ("Chile praises the work Peru is doing and promoting.", "promoting", {"Peru"}),
        ("Chile, together with Peru, condemned Kenya.", "condemned", {"Chile", "Peru"}),
        ("Kenya said Chile had threatened Peru.", "threatened", {"Chile"}),
        ("Peru was threatened by Chile.", "threatened", {"Chile"}),
        ("Chile condemned the remarks of Peru and threatened Kenya.", "threatened", {"Chile"}),
        ("Chile's threats against Peru were condemned by Kenya.", "threats", {"Chile"}),
        ("Chile's threats against Peru were condemned by Kenya.", "condemned", {"Kenya"}),
        ("Threats by Chile alarmed Peru.", "Threats", {"Chile"}),
        ("Kenya assured Peru of the support of Chile.", "support", {"Chile"}),
        ("The support of Chile is sure.", "support", set()),
        ("Kenya assured Peru of the rejection of Chile.", "rejection", set()),
        ("Kenya said Chile had sent an invitation to Peru.", "invitation", {"Chile"}),
        ("Chile declined the invitation.", "invitation", set()),
        ("Chile rejected criticism from Peru.", "criticism", {"Peru"}),
        ("Chile thanked Peru for the invitation.", "invitation", {"Peru"}),
        ("Chile and Peru agreed to urge Kenya to sign.", "urge", {"Chile", "Peru"}),
        ("Chile asked Peru to condemn Kenya.", "condemn", set()),
        ("Chile is set to condemn Peru.", "condemn", {"Chile"}),
        ("Chile left after condemning Peru.", "condemning", {"Chile"}),
        ("Chile thanked Peru for condemning Kenya.", "condemning", set()),
        ("Chile, an ally of Peru, condemned Kenya.", "condemned", {"Chile"}),
        ("Kenya deplored the sanctions imposed by Chile.", "sanctions", {"Chile"}),
        ("Kenya voiced Chile's support for Peru.", "support", {"Chile"}),
        ("Chile withdrew its aid from Peru.", "withdrew", {"Chile"}),
        ("Peru came at the invitation of Chile.", "invitation", {"Chile"}),
        ("The report, which condemned Peru, was long.", "condemned", set()),
        ("Kenya condemned the attack, and so did Peru.", "condemned", {"Kenya", "Peru"}),
        ("Kenya condemned the attack, as did Peru and Chile.", "condemned", {"Kenya", "Peru", "Chile"}),
        ("Kenya condemned the attack while Peru did nothing.", "condemned", {"Kenya"}),
        ("Kenya met the president of Peru, who condemned Chile.", "condemned", {"Peru"}),
        ("Kenya, which Chile has condemned, met Peru.", "condemned", {"Chile"}),
        ("Kenya read the statement of Peru calling for talks with Chile.", "calling", {"Peru"}),
        ("Kenya issued a statement condemning Peru.", "condemning", {"Kenya"}),
        ("Kenya's decision drew criticism from Peru.", "criticism", {"Peru"}),
        ("Chile mediators were present when Peru signed.", "mediators", {"Chile"}),
        ("Kenya met Chile, whose president condemned Peru.", "condemned", {"Chile"}),
        ("Kenya's decision sparked criticism from Peru.", "sparked criticism", {"Peru"}),
        ("Kenya criticised Chile's decision to expel envoys of Peru.", "expel", {"Chile"}),
        ("Kenya rejected the sanctions imposed by Peru.", "imposed", {"Peru"}),
        ("Kenya met Chile and left, urging Peru to sign.", "urging", {"Kenya"}),
        ("The raid forced Chile to expel envoys of Peru.", "expel", {"Chile"}),
        ("Chile not invited", "invited", set()),
        ("Kenya won backing for the plan from Peru.", "backing", {"Peru"}),
        ("Kenya won backing for the plan from Peru.", "won", {"Peru"}),
        ("Kenya has the support of Chile and Peru.", "support", {"Chile", "Peru"}),
        ("Kenya, with the support of Peru, condemned Chile.", "condemned", {"Kenya"}),
        ("Kenya, with a warning from Peru, condemned Chile.", "condemned", {"Kenya"}),
        ("Kenya, with the support of Peru, condemned Chile.", "support", {"Peru"}),
        ("Kenya considered the Chilean offer.", "offer", {"Chile"}),
        ("Kenya joined with Chile to condemn Peru.", "condemn", {"Chile", "Kenya"}),
        ("Kenya joined Chile in condemning Peru.", "condemning", {"Chile", "Kenya"}),
        ("Kenya joined the pact of Chile to weaken Peru.", "weaken", {"Kenya"}),
        ("Kenya sought to offset criticism by Peru.", "criticism", {"Peru"}),
    ],
)
def test_who_acts_is_subject_agent_or_owner(text: str, word: str, expected: set[str]) -> None:
    found = acting(sentence_of(text), trigger_in(text, word), states_in(text))
    assert {mention.text for mention in found} == expected


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("In a letter to Chile the ministers urged Peru to sign.", "urged", True),
        ("The ministers came and urged Peru to sign.", "urged", True),
        ("The ministers of Chile urged Peru to sign.", "urged", False),
        ("Republicans urged Peru to sign.", "urged", True),
        ("In a letter to Chile they urged Peru to sign.", "urged", False),
        ("The ministers were urged by Peru to sign.", "urged", False),
        ("The ministers spoke of an appeal to Peru.", "appeal", False),
        ("Chile condemned the government's invitation to Peru.", "invitation", True),
        ("Chile condemned last week's invitation to Peru.", "invitation", False),
        ("Peru was accused by trade unions of theft.", "accused", True),
        ("Peru was accused by the unions of Chile.", "accused", False),
        ("The motion of Peru was adopted by a vote of nine to two.", "adopted", False),
        ("Kenya fears rebels who attacked Peru in May.", "attacked", True),
        ("Kenya fears rebels of Chile who attacked Peru in May.", "attacked", False),
        ("Kenya is a voice for miners condemning Peru.", "condemning", True),
        ("Kenya issued a statement condemning Peru.", "condemning", False),
        ("Kenya, in a letter condemning Peru, set a date.", "condemning", False),
    ],
)
def test_subject_without_a_name_is_none_of_those_named(text: str, word: str, expected: bool) -> None:
    sentence, trigger = sentence_of(text), trigger_in(text, word)
    assert has_unnamed_subject(sentence, trigger, states_in(text)) == expected


@settings(max_examples=30, deadline=None)
@given(text=st.text(min_size=1, max_size=60), start=st.integers(0, 50), size=st.integers(1, 5))
def test_any_text_has_actors_or_none(text: str, start: int, size: int) -> None:
    for sentence in segment(Article("a", f"Chile {text} Peru")):
        trigger = Span(sentence.span.start + start, sentence.span.start + start + size)
        states = states_in(sentence.text)
        assert acting(sentence, trigger, states) <= frozenset(states)


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Chile blamed Peru, which recalled its envoy.", "recalled", True),
        ("Chile blamed Peru, which was condemned.", "condemned", False),
        ("Chile blamed Peru, whom Kenya condemned.", "condemned", False),
        ("Chile recalled its envoy.", "recalled", False),
        ("Chile blamed Peru, which left but also condemned Kenya.", "condemned", True),
        ("Chile spoke after condemning Peru.", "condemning", True),
        ("Chile was thanked for condemning Peru.", "condemning", False),
    ],
)
def test_clause_on_who_acts_is_told_from_others(text: str, word: str, expected: bool) -> None:
    assert is_of_clause(sentence_of(text), trigger_in(text, word)) is expected
