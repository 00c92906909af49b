"""find: parsed sentences and resolved mentions become events; the order of this room's steps."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from graph.events.dates.anchors import date_story
from graph.events.dates.chronicle import date_entries
from graph.events.dates.expressions import filed_on
from graph.events.dates.retrospect import mark_long_past
from graph.events.dates.rows import part_row
from graph.events.dates.story_days import date_by_story
from graph.events.dates.tours import add_stops, date_stops
from graph.events.dates.when import Dates
from graph.events.decode import decode
from graph.events.draft import Draft
from graph.events.finish import finish
from graph.events.gate import is_open
from graph.events.merging.in_force import settle_in_force
from graph.events.merging.merge import merge
from graph.events.merging.split import split
from graph.events.model.calibrate import probability
from graph.events.model.encoding import in_context
from graph.events.model.predict import Prediction, predict
from graph.events.places.same_day import join_days_and_places
from graph.events.places.stays import end_visits, place_at_stays
from graph.events.places.story_places import place_by_story
from graph.events.roles.attendance import admit
from graph.events.roles.complete import complete
from graph.events.roles.homes import with_homes
from graph.events.roles.private import without_opinions
from graph.events.roles.senders import stay_at_home
from graph.events.scene import Scene
from graph.events.schema import core_roles
from graph.events.triggers.answers import with_answers
from graph.events.triggers.crossheads import silence_crossheads
from graph.events.triggers.lists import Listing, announce, find_lists, spread
from graph.events.unsaid.accepted import with_accepted
from graph.events.unsaid.diary import act_in_diary
from graph.events.unsaid.implicit import fill_implicit
from graph.events.unsaid.posts import act_in_posts
from graph.events.unsaid.recall import recall
from graph.events.unsaid.resolutions import act_for_body
from graph.model import Article, Entity, Event, Mention, Position, Sentence
from graph.within import mentions_within


def predict_all(sentences: Sequence[Sentence]) -> tuple[Prediction, ...]:
    """What the model says of each sentence."""
    return tuple(predict(in_context(sentence) for sentence in sentences))


@dataclass(frozen=True, slots=True)
class Telling:
    """What an article tells, sentence by sentence: its drafts, and what the steps after them look at."""

    drafts: tuple[Draft, ...]
    scene: Scene
    predictions: Sequence[Prediction]
    lists: Sequence[Listing]
    dates: Sequence[Dates]


def tell(
    article: Article,
    sentences: Sequence[Sentence],
    predictions: Sequence[Prediction],
    mentions: Sequence[Mention],
    entities: Sequence[Entity],
    positions: Sequence[Position],
) -> Telling:
    """Finds what each sentence tells, with the roles that it names and those that the wider text decides."""
    entities = with_homes(entities, positions)
    scene = Scene(sentences, entities, positions, mentions)
    lists = find_lists(sentences)
    predictions = silence_crossheads(sentences, announce(lists, sentences, predictions))
    texts = [sentence.text for sentence in sentences]
    today = filed_on(texts, published=article.published)
    dates = [Dates(expressions, today) for expressions in date_story(texts, published=today)]
    drafts: Sequence[Draft] = [
        draft
        for number, inside in enumerate(mentions_within(sentences, mentions))
        for draft in decode(number, sentences[number], predictions[number], inside, entities, dates[number])
    ]
    drafts = act_in_diary(act_for_body(spread(lists, drafts), scene), scene)
    drafts = with_answers(act_in_posts(drafts, scene), scene)
    drafts = recall(complete(admit(drafts, scene), scene), scene)
    drafts = with_accepted(fill_implicit(drafts, predictions, scene), scene)
    drafts = without_spare(tuple(stay_at_home(draft, scene) for draft in drafts))
    return Telling(drafts, scene, predictions, lists, dates)


def without_spare(drafts: Sequence[Draft]) -> tuple[Draft, ...]:
    """The drafts without the statements of sentences in which something of what is said is told."""
    told = {draft.sentence for draft in drafts if not draft.is_spare and names_somebody([draft])}
    return tuple(draft for draft in drafts if not (draft.is_spare and draft.sentence in told))


def gather(telling: Telling) -> tuple[tuple[Draft, ...], ...]:
    """Gathers the tellings of each event, in the order of the text; none where it is no diplomacy."""
    scene, entities = telling.scene, telling.scene.entities
    drafts = end_visits(telling.drafts, scene.sentences, telling.dates)
    drafts = date_entries(drafts, scene.sentences, telling.dates)
    drafts = date_by_story(drafts, telling.lists, scene.sentences, telling.dates)
    drafts = place_by_story(drafts, telling.lists, scene)
    drafts = place_at_stays(drafts, scene.sentences, entities)
    if not is_open(telling.predictions, drafts, scene):
        return ()
    drafts = without_opinions(drafts, scene)
    toured = (add_stops(draft, scene, telling.dates[draft.sentence]) for draft in drafts)
    listed = (part for draft in toured for part in part_row(draft, scene, telling.dates[draft.sentence]))
    parts = [part for draft in listed for part in split(draft, scene)]
    published = next((each.published for each in telling.dates), None)
    stops = mark_long_past(date_stops(parts, scene, telling.dates), published)
    groups = merge(settle_in_force(tuple(stops), scene.sentences), scene)
    return join_days_and_places(groups, scene)


def find_events(telling: Telling) -> tuple[Event, ...]:
    """Finds the events that an article asserts, in the order of its text."""
    return tuple(
        finish(group, telling.scene, confidence=probability(max(draft.score for draft in group)))
        for group in gather(telling)
        if names_somebody(group)
    )


def names_somebody(group: Sequence[Draft]) -> bool:
    """Whether a core role of an event is filled: what nobody takes part in says nothing to anybody."""
    return any(draft.roles.get(role) for draft in group for role in core_roles(draft.type))
