"""Who says "I" or "we" in a speech is its speaker, or those for whom he speaks."""

from __future__ import annotations

import pytest

from tests.graph.coreference.meaning import ENTITIES, found_in


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Foreign Minister Nadira Ostavik: This is a start. I met Velkanov.", ["Nadira Ostavik"]),
        ("Remarks by President Nadira Ostavik\n\nDear friends, I met Velkanov.", ["Nadira Ostavik"]),
        ("Speech of President Nadira Ostavik\n\nDear friends, I met Velkanov.", ["Nadira Ostavik"]),
        ("Address\n\nNadira Ostavik, President of Kenya\n\nI met Velkanov.", ["Nadira Ostavik"]),
        (
            "Remarks by Nadira Ostavik\n\nMinister Velkanov, ladies and gentlemen: good day.\n\nI am glad.",
            ["Nadira Ostavik"],
        ),
        ("Nadira Ostavik, Foreign Minister of Kenya\n\nToday I thank Velkanov.", ["Nadira Ostavik"]),
        ("Nadira Ostavik, Foreign Correspondent\n\nToday I thank Velkanov.", None),
        ("Nadira Ostavik, president of Kenya, left.\n\nToday I thank Velkanov.", None),
        ("Nadira Ostavik: Good morning.\n\nQuestion: May I ask?", None),
        ("Nadira Ostavik left. I met Velkanov.", None),
        ("Nadira Ostavik said: I met Velkanov.", None),
        ('Nadira Ostavik: "It is late." I met Velkanov.', None),
    ],
)
def test_i_in_a_speech_is_who_stands_before_the_colon(text: str, expected: list[str] | None) -> None:
    found = [mention for mention in found_in(text) if mention.text == "I"]
    assert [[ENTITIES[i].name for i in each.entities] for each in found] == ([expected] if expected else [])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Remarks by President Nadira Ostavik\n\nWe urge Peru to act.", [["Nadira Ostavik"]]),
        ("Remarks by Kenyan President Nadira Ostavik\n\nWe urge Peru to act.", [["Kenya"]]),
        ("Statement by African Union chief Nadira Ostavik\n\nWe urge Peru to act.", [["African Union"]]),
        ("Nadira Ostavik, Secretary of State\n\nWe urge Peru to act.", [["Nadira Ostavik"]]),
        ("Joint Statement by the Foreign Ministers of Kenya and Peru\n\nWe wept.", [["Kenya", "Peru"]]),
        ("We, the presidents of Kenya and Peru, met. Norway must know that We wept.", [["Kenya", "Peru"]]),
        ("Remarks by President Nadira Ostavik\n\nVelkanov came, and We met.", []),
        ('Remarks by President Nadira Ostavik\n\nVelkanov said: "We wept."', []),
        ("A statement by President Nadira Ostavik was read out.\n\nWe wept.", []),
        ("Nadira Ostavik met Marek Velkanov.\n\nWe agreed.", [["Nadira Ostavik", "Marek Velkanov"]]),
        ("Nadira Ostavik met Marek Velkanov.\n\n“We agreed.”", []),
    ],
)
def test_we_in_a_speech_are_those_for_whom_its_speaker_speaks(text: str, expected: list[list[str]]) -> None:
    found = [mention for mention in found_in(text) if mention.text == "We"]
    assert [[ENTITIES[i].name for i in each.entities] for each in found] == expected
