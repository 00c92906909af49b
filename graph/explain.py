"""explain: a Reading becomes lines that tell a reader who doubts why the graph says what it says."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from graph.events.dates.expressions import iso
from graph.events.gate import CLOSED, OPEN, diplomacy, is_open
from graph.events.model.predict import Prediction, Trigger
from graph.events.roles.fits import FILLER
from graph.fates import Fates, read_fates
from graph.model import Event, Extraction, Mention, Position, Sentence, Span
from graph.pipeline import Reading
from graph.rdf.labels import figure_label

# Of a trigger's words in a slot, those below this share of a filler's cut-off are not worth a reader's time.
SHOWN = FILLER / 2


def explain(reading: Reading, *, only: int | None = None) -> Iterator[str]:
    """Explains an article sentence by sentence, or only sentence number `only`, counted from 1."""
    score, telling = diplomacy(reading.predictions, reading.sentences), reading.telling
    counts = reading.extraction.events or is_open(reading.predictions, telling.drafts, telling.scene)
    verdict = "its events count" if counts else "all events are discarded"
    fates = read_fates(reading)
    bounds = f"no below {CLOSED:.2f}, in doubt below {OPEN:.2f}; two sides must act in it"
    yield f"Is it about diplomacy? {score:.2f} ({bounds}): {verdict}"
    for number, (sentence, prediction) in enumerate(
        zip(reading.sentences, reading.predictions, strict=True), start=1
    ):
        if only in (None, number):
            yield ""
            yield from _sentence(number, sentence, prediction, reading, fates)


def _sentence(
    number: int, sentence: Sentence, prediction: Prediction, reading: Reading, fates: Fates
) -> Iterator[str]:
    extraction = reading.extraction
    yield f"[{number}] {sentence.text}"
    mentions = [mention for mention in extraction.mentions if _within(mention.span, sentence.span)]
    for mention in mentions:
        yield f"    mention   {mention.text} — {_referents(mention, extraction)}"
    for trigger in prediction.triggers:
        yield f"    trigger   {_trigger(trigger, prediction, mentions, extraction)}"
        if fate := fates.of(trigger, sentence):
            yield f"    fate      {fate}"
    yield from _rules(number - 1, reading)
    for position in extraction.positions:
        if any(_within(span, sentence.span) for span in position.evidence):
            yield f"    position  {_position(position, extraction)}"
    for event in extraction.events:
        if sentence.span in event.evidence:
            yield f"    event     {_event(event, extraction)}"
    for figure in extraction.figures:
        if sentence.span in figure.evidence:
            yield f"    figure    {figure_label(figure, figure.value, extraction.entities)}"


def _rules(sentence: int, reading: Reading) -> Iterator[str]:
    """What the rules, and the weights for what is left unsaid, made of the sentence's triggers."""
    for draft in reading.telling.drafts:
        if draft.sentence == sentence and draft.notes:
            word = reading.extraction.article.text[draft.trigger.start : draft.trigger.end]
            implied = [reading.extraction.entities[entity].name for entity in sorted(draft.implied)]
            notes = "; ".join(draft.notes) + (f" ({', '.join(implied)})" if implied else "")
            yield f"    rules     {word!r} for {draft.type}: {notes}"


def _within(inner: Span, outer: Span) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end


def _referents(mention: Mention, extraction: Extraction) -> str:
    if not mention.entities:
        return f"{mention.form}, unresolved"
    entities = [extraction.entities[number] for number in mention.entities]
    return "; ".join(
        f"{mention.form}, {entity.name} ({entity.type}, {entity.qid or 'not linked'}"
        + (f": {entity.why})" if entity.why else ")")
        for entity in entities
    )


def _trigger(
    trigger: Trigger, prediction: Prediction, mentions: Sequence[Mention], extraction: Extraction
) -> str:
    word, status = extraction.article.text[trigger.span.start : trigger.span.end], trigger.status
    fillers = [
        f"{mention.text} as {slot} {score:.2f}"
        for mention in mentions
        for slot, score in prediction.slot_scores(trigger, mention.span).items()
        if score >= SHOWN
    ]
    said = f"{word!r} for {trigger.type} {trigger.score:.2f}, {status} {trigger.statuses[status]:.2f}"
    return "; ".join([said, *fillers])


def _position(position: Position, extraction: Extraction) -> str:
    holder, of = extraction.entities[position.holder], extraction.entities[position.of]
    return f"{holder.name}: {position.role} of {of.name}"


def _event(event: Event, extraction: Extraction) -> str:
    roles = [
        f"{role} {', '.join(extraction.entities[filler].name for filler in fillers)}"
        for role, fillers in event.roles.items()
    ]
    attributes = [f"{name} {value}" for name, value in event.attributes.items()]
    if event.when is not None:
        days = [iso(day) for day in (event.when.start, event.when.end) if day is not None]
        attributes.append(f"date {' to '.join(days)}")
    if event.places:
        attributes.append(f"place {', '.join(extraction.entities[place].name for place in event.places)}")
    if event.attributed_to:
        claimants = ", ".join(extraction.entities[claimant].name for claimant in event.attributed_to)
        attributes.append(f"as {claimants} said")
    head = (
        f"{event.subtype or event.type} ({event.status}, confidence {event.confidence:.2f}, {event.method})"
    )
    return "; ".join([head, *roles, *attributes])
