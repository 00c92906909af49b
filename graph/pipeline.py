"""pipeline: an Article becomes an Extraction; the steps of this room, in order."""

from __future__ import annotations

from dataclasses import dataclass

from graph.coreference.joint_bodies import find_joint_bodies
from graph.coreference.own_ministries import find_own_ministries
from graph.coreference.resolve import resolve
from graph.events.find import Telling, find_events, predict_all, tell
from graph.events.model.predict import Prediction
from graph.events.roles.private import without_private
from graph.figures.find import find_figures
from graph.linking.gazetteer import load_gazetteer
from graph.linking.link import link
from graph.model import Article, Extraction, Sentence
from graph.names.mentions import find_mentions
from graph.offices.line import article_lines
from graph.offices.positions import find_positions
from graph.offices.who.described import with_described
from graph.offices.who.said_of import with_said_of
from graph.reading.segment import DEFAULT_MODEL, segment
from graph.threads import on_one_thread


@dataclass(frozen=True, slots=True)
class Reading:
    """An article read: what it says, and the sentences, predictions and drafts that show why."""

    sentences: tuple[Sentence, ...]
    predictions: tuple[Prediction, ...]
    telling: Telling
    extraction: Extraction


def convert(article: Article, *, model: str = DEFAULT_MODEL) -> Extraction:
    """Finds all that an article says; the same article gives the same extraction, whenever it comes.

    `model` names an installed spaCy pipeline for English; any text converts.
    """
    return read_closely(article, model=model).extraction


@on_one_thread()
def read_closely(article: Article, *, model: str = DEFAULT_MODEL) -> Reading:
    """Converts an article and keeps what the steps saw, for `explain`."""
    gazetteer = load_gazetteer()
    sentences = segment(article, model=model)
    names = find_mentions(article, sentences, gazetteer)
    entities, names = link(article, sentences, names, gazetteer)
    lines = article_lines(sentences, names)
    positions = find_positions(lines, entities)
    mentions = resolve(article, lines, names, entities, positions, gazetteer)
    positions = with_described(lines, mentions, entities, positions)
    positions = with_said_of(lines, mentions, entities, positions)
    entities, mentions = find_joint_bodies(sentences, mentions, entities, gazetteer)
    entities, mentions = find_own_ministries(mentions, entities, gazetteer)
    predictions = predict_all(sentences)
    acting = without_private(sentences, mentions)
    telling = tell(article, sentences, predictions, acting, entities, positions)
    events = find_events(telling)
    # An article off the subject has no events, whatever it tells, and its numbers are no more to the point.
    figures = find_figures(article, sentences, mentions, entities, positions) if events else ()
    extraction = Extraction(article, entities, mentions, events, positions, figures)
    return Reading(sentences, predictions, telling, extraction)
