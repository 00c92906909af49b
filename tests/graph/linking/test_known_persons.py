"""A ruler goes by a title and a first name, which others may have too."""

import pytest

from graph.linking.gazetteer import load_gazetteer
from graph.linking.link import link
from graph.model import Article, EntityType
from graph.names.mentions import find_mentions
from graph.reading.segment import segment


def people_in(text: str) -> dict[str, str | None]:
    article = Article(id="a", text=text)
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
