"""Who does not come to a gathering, or is not let in, takes no part."""

from __future__ import annotations

import pytest

from graph.events.roles.absent import stays_away
from tests.graph.events.predicted import sentence_of
from tests.graph.events.roles.named import PEOPLE, people_in, states_in, trigger_in


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Nadira Ostavik did not attend the summit with Marek Velkanov.", "summit", [PEOPLE[0]]),
        ("Nadira Ostavik skipped the summit.", "summit", [PEOPLE[0]]),
        ("Nadira Ostavik skipped the summit and met Marek Velkanov.", "met", []),
        ("Nadira Ostavik attended the summit.", "summit", []),
        ("Nadira Ostavik did not speak at the summit.", "summit", []),
        ("Nadira Ostavik will no longer attend the summit.", "summit", [PEOPLE[0]]),
        ("Nadira Ostavik, who skipped the summit, met Marek Velkanov.", "summit", [PEOPLE[0]]),
        ("Nadira Ostavik, who skipped the summit, met Marek Velkanov.", "met", []),
        ("Nadira Ostavik, who met Marek Velkanov, skipped the summit.", "met", []),
        ("Nadira Ostavik stayed away from talks hosted by Marek Velkanov.", "talks", [PEOPLE[0]]),
        ("Nadira Ostavik was absent from the talks of Marek Velkanov.", "talks", [PEOPLE[0]]),
        ("Absent from the talks was Nadira Ostavik.", "talks", [PEOPLE[0]]),
        ("Missing from the summit was Nadira Ostavik.", "summit", [PEOPLE[0]]),
        ("Marek Velkanov excluded Nadira Ostavik from his summit.", "summit", [PEOPLE[0]]),
        ("Nadira Ostavik was barred from the summit of Marek Velkanov.", "summit", [PEOPLE[0]]),
        ("After the talks in Lima Nadira Ostavik was barred from the union.", "talks", []),
        ("After the talks in Lima Peru barred Nadira Ostavik from the union.", "talks", []),
        ("Nadira Ostavik did not come to an agreement at the talks.", "talks", []),
        ("Although he does not like it, Nadira Ostavik will attend the summit.", "summit", []),
        ("Though not a member, Nadira Ostavik attended the summit.", "summit", []),
        ("Nadira Ostavik did not only attend the summit.", "summit", []),
        ("Nadira Ostavik was absent from the council after the talks.", "talks", []),
        ("Nadira Ostavik has stayed away from the council since the talks.", "talks", []),
        ("Nadira Ostavik attended the talks on behalf of Marek Velkanov.", "talks", [PEOPLE[1]]),
        ("Nadira Ostavik stood in for Marek Velkanov at the summit.", "summit", [PEOPLE[1]]),
        ("Nadira Ostavik represented Marek Velkanov at the talks in Lima.", "talks", [PEOPLE[1]]),
        ("Marek Velkanov was represented by Nadira Ostavik at the talks.", "talks", [PEOPLE[1]]),
        ("Nadira Ostavik replaced Marek Velkanov after the talks in Lima.", "talks", []),
        ("Nadira Ostavik replaced Marek Velkanov as chairman at the summit.", "summit", []),
        ("Nadira Ostavik stood up for Marek Velkanov at the summit.", "summit", []),
        ("Nadira Ostavik, who replaced Marek Velkanov in May, met him in Lima.", "met", []),
        ("Nadira Ostavik held talks with Marek Velkanov on behalf of Peru.", "talks", []),
        ("Nadira Ostavik was invited to the summit.", "summit", []),
        ("Nadira Ostavik was not invited to the summit of Marek Velkanov.", "summit", [PEOPLE[0]]),
    ],
)
def test_who_does_not_come_stays_away(text: str, word: str, expected: list[str]) -> None:
    sentence, trigger = sentence_of(text), trigger_in(text, word)
    assert [each.text for each in people_in(text) if stays_away(sentence, trigger, each)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("There were no representatives at the talks in Lima from Chile and Kenya.", ["Chile", "Kenya"]),
        ("There were two representatives at the talks in Lima from Chile and Kenya.", []),
        ("Chile and Kenya did not send envoys to the talks.", ["Chile", "Kenya"]),
        ("Chile did not send a reply to the talks.", []),
        ("Chile has not sent officials to Lima since the talks.", []),
    ],
)
def test_state_without_envoys_stays_away(text: str, expected: list[str]) -> None:
    sentence, trigger = sentence_of(text), trigger_in(text, "talks")
    assert [each.text for each in states_in(text) if stays_away(sentence, trigger, each)] == expected
