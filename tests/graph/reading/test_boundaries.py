"""Sentences end where a reader says they do, in clean and in messy news."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.reading.boundaries import MAX_SENTENCE, sentence_spans


def sentences(text: str) -> list[str]:
    return [text[start:end] for start, end in sentence_spans(text)]


@pytest.mark.parametrize(
    "parts",
    [
        ["The plant is in Uzbekistan.", "Mirziyoyev said so."],
        ["They met in 2024.", "15 ministers came.", "It rained."],
        ["It cost 3.5 billion.", "Then it cost 4.2."],
        ["He left.[1]", "She stayed.", "(Reporting by A; editing by B)"],
        ["“It is over,” he said.", "“We go.”", "Then he left."],
        ["He said: “Stop.”", "“Go!” cried Lee."],
        ["Gen. Smith met Lt. Col. Jones in the U.S.", "The talks ended."],
        ["He met H.E. Mr. Banda, Sen. Lee and the U.N. envoy.", "They spoke."],
        ["Gen. (Ret.) Lee met Sra. Paz and the Rt. Honourable Ann Lee.", "They spoke."],
        ["J. D. Vance met George W. Bush.", "And I agree."],
        ["Karim M. A. Ostavi met Dr. A. P. J. Velkan.", "He left the U.S.", "A. Paz stayed."],
        ["President Kh.Varsan met Ts. Oyunil.", "They spoke."],
        ["The envoy met Mr Yu.", "Peru praised Mr Ye.", "Ghana did not."],
        ["Article No. 5 and Art. 12 apply.", "No.", "They do not."],
        ["In Jan. 2024 he left.", "On Sept. 5 he came."],
        ["Acme Inc. signed with Foo Ltd. in Paris."],
        ["At 5 p.m. London time they met.", "Why?"],
        ["He said ... nothing.", "Well…", "Maybe."],
        ["See www.example.com or Gazeta.Uz for more.", "It is good."],
        ["TASHKENT, May 26 (AP) — Gen. Lee came.", "Kim left."],
        ["DAMASCUS. The minister came.", "He left."],
        ["1. Establish a fund.", "2. Do it."],
        ["Talks:", "• a first point;", "• a second point.", "• a third"],
        ["“Will you come?” the foreign minister, Ann Lee, asked.", "He did."],
        ["“We won!”", "President Lee arrived on Monday."],
        ["“We won!” he said.", "It ended."],
    ],
    ids=lambda parts: parts[0],
)
def test_a_paragraph_falls_into_its_sentences(parts: list[str]) -> None:
    assert sentences(" ".join(parts)) == parts


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("in Peru.GHANA VOTES ON A PACT WITH MALIThe envoy left.", ["in Peru.", "The envoy left."]),
        ("Was it so?”MALI ‘WILL NOT’ GO“We will,” he said.", ["Was it so?”", "“We will,” he said."]),
        ("She left.CLICK HERE FOR THE APP", ["She left."]),
        ("It cost 3.5 USD IN ALLBut she left.", ["It cost 3.5 USD IN ALLBut she left."]),
        ("He said.UN AND AU TROOPS left.", ["He said.UN AND AU TROOPS left."]),
        ("in Uzbekistan.Mirziyoyev said so", ["in Uzbekistan.", "Mirziyoyev said so"]),
        ("Is it so?He said “No.”Then he left", ["Is it so?", "He said “No.”", "Then he left"]),
        ("by 2024.The end", ["by 2024.", "The end"]),
        ("  One.\xa0 Two.\n\n", ["One.", "Two."]),
        ("", []),
        (" \n", []),
    ],
)
def test_missing_and_odd_spaces_do_not_matter(text: str, parts: list[str]) -> None:
    assert sentences(text) == parts


def test_an_endless_sentence_is_cut_at_a_space() -> None:
    parts = sentences("word " * 5_000)
    assert max(map(len, parts)) <= MAX_SENTENCE
    assert " ".join(parts) == ("word " * 5_000).strip()


@settings(max_examples=100, deadline=None)
@given(
    text=st.text(max_size=200)
    | st.lists(st.sampled_from(" .!?“”\"'()[]1aAZé•;:\n\xa0"), max_size=60).map("".join)
)
def test_nothing_but_white_space_is_lost(text: str) -> None:
    assert "".join("".join(sentences(text)).split()) == "".join(text.split())
    assert all(part == part.strip() != "" for part in sentences(text))
