"""A ruler goes by a title and a first name, which others may have too."""

from datetime import date

import pytest

from graph.linking.gazetteer import load_gazetteer
from graph.linking.link import link
from graph.model import Article, EntityType
from graph.names.mentions import find_mentions
from graph.reading.segment import segment


def people_in(text: str, published: date | None = None) -> dict[str, str | None]:
    article = Article(id="a", text=text, published=published)
    sentences, gazetteer = segment(article), load_gazetteer()
    entities, _ = link(article, sentences, find_mentions(article, sentences, gazetteer), gazetteer)
    return {each.name: each.qid for each in entities if each.type is EntityType.PERSON}


def test_title_of_a_ruler_does_not_hide_his_name() -> None:
    assert people_in("His Majesty King Abdullah II left for Peru.") == {"King Abdullah II": "Q57464"}


@pytest.mark.parametrize(
    ("text", "qid"),
    [("Saudi Arabia said King Abdullah left.", "Q57298"), ("Jordan said King Abdullah left.", None)],
)
def test_ruler_by_a_first_name_is_known_only_where_his_state_is_named(text: str, qid: str | None) -> None:
    assert people_in(text) == {"King Abdullah": qid}


@pytest.mark.parametrize(
    ("text", "qid"),
    [
        ("The United States was calm as President Clinton left.", "Q1124"),
        ("The United States was calm as King Clinton left.", None),
        ("The United States was calm as Mrs. Clinton left.", None),
        ("Kenya was calm as President Clinton left.", None),
    ],
)
def test_surname_is_of_who_led_the_state_then_and_not_of_a_later_minister(text: str, qid: str | None) -> None:
    assert people_in(text, date(1999, 3, 1)) == {"Clinton": qid}
