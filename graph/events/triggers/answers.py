"""answers: what somebody answers to a question is a statement of his, though no verb says so."""

from __future__ import annotations

from collections.abc import Sequence

from graph.coreference.interviews import Answer, find_answers
from graph.events.draft import SPEECH, Draft
from graph.events.scene import Scene
from graph.model import Span, Status

# Of the model's scores, one that is right about as often as these are.
_SCORE = 0.985
_SHORTEST = 5  # words: "Yes.", "No comment on that."


def with_answers(drafts: Sequence[Draft], scene: Scene) -> tuple[Draft, ...]:
    """Adds a statement for each answer that says more than the acts told in it."""
    answers = find_answers(scene.sentences, scene.mentions)
    told = (draft for answer in answers if (draft := _statement(answer, drafts, scene)) is not None)
    return (*drafts, *told)


def _statement(answer: Answer, drafts: Sequence[Draft], scene: Scene) -> Draft | None:
    inside = [draft for draft in drafts if draft.sentence in answer.sentences and draft.type in SPEECH]
    acts = {draft.sentence for draft in inside}
    rest = [number for number in answer.sentences if number not in acts]
    words = sum(len(scene.sentences[number].text.split()) for number in rest)
    if words < _SHORTEST or any(draft.type == "Statement" for draft in inside):
        return None
    start = scene.sentences[rest[0]].span.start
    return Draft(
        sentence=rest[0],
        trigger=Span(start, start + 1),
        type="Statement",
        status=Status.ACTUAL,
        score=_SCORE,
        evidence=tuple(scene.sentences[number].span for number in rest),
        roles={"speaker": (answer.speaker,)},
        notes=("answers a question",),
    )
