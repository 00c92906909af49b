"""Who attends a meeting serves the state whose report it is."""

import pytest

from tests.graph.offices.cast import told

MINISTER = ("Nadira Ostavik", "deputy minister", "Peru")


@pytest.mark.parametrize(
    "text",
    [
        "The Ministry of Salt received guests. The meeting was attended by Deputy Minister Nadira Ostavik.",
        "The Ministry of Salt held talks. Also present at the meeting was Deputy Minister Nadira Ostavik.",
        "The Ministry of Salt held talks. Deputy Minister Nadira Ostavik took part in the meeting.",
        "Deputy Minister Nadira Ostavik met with Marek Velkanov, who is visiting Peru.",
    ],
)
def test_bare_title_in_a_report_is_of_the_state_that_reports(text: str) -> None:
    assert told(text) == [MINISTER]


@pytest.mark.parametrize(
    "text",
    [
        "The Ministry of Salt burned. The meeting was attended by Deputy Minister Nadira Ostavik.",
        "The Ministry of Salt received guests. The feast was missed by Deputy Minister Nadira Ostavik.",
        "The Ministry of Salt held talks. A meeting on Kenya was attended by Deputy Minister Nadira Ostavik.",
        "Deputy Minister Nadira Ostavik, who is visiting Peru, met with Marek Velkanov.",
        "Telvane hosted us. The meeting was attended by Deputy Minister Nadira Ostavik. Peru paid.",
    ],
)
def test_bare_title_elsewhere_is_of_no_certain_state(text: str) -> None:
    assert MINISTER not in told(text)
