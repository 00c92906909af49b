"""The packaged weights answer for each sentence of a window, whatever windows came before."""

from __future__ import annotations

import platform
from dataclasses import replace
from hashlib import sha256

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.events.model.encoding import EVENT_TYPES, SLOTS, InContext, encode
from graph.events.model.predict import FLOOR, Prediction, Trigger, load_encoder, predict
from graph.model import Span, Status

VISIT = "President Nadira Ostavik of Kenya visited Peru on Monday."
OTHERS = ("Peru signed a treaty with France.", "Rain fell.", "The two sides will meet again in May.")
# What the packaged encoder answers on a processor with AVX-512, on emulated ones with AVX2 alone (Haswell,
# Skylake, EPYC), and with onnxruntime 1.23, 1.28 and 1.32; other weights answer otherwise.
SAME_BITS = "28eb3ad90fc3ff02c5deb14f9920d86149d672abd50953a46a58479dee937584"


def slots_of(prediction: Prediction) -> list[list[list[float]]]:
    return [trigger.slots.tolist() for trigger in prediction.triggers]


def one(text: str, context: str = "", *, start: int = 0, forced: str | None = None) -> Prediction:
    (prediction,) = predict([InContext(text, context, start)], forced=forced)
    return prediction


def test_answer_is_the_same_alone_and_after_other_windows() -> None:
    alone = one(VISIT, "They met.")
    for other in OTHERS:
        one(other, VISIT)
    again = one(VISIT, "They met.")
    assert again == alone
    assert slots_of(again) == slots_of(alone)


@pytest.mark.skipif(platform.machine() != "x86_64", reason="the last bits are those of x86-64 processors")
def test_answer_has_the_same_bits_on_every_processor_and_release_of_the_runtime() -> None:
    digest = sha256()
    for window in encode(InContext(text, VISIT) for text in (VISIT, *OTHERS) * 5):
        ids, types = np.array([window.token_ids], np.int64), np.array([window.type_ids], np.int64)
        for answer in load_encoder().run(None, {"token_ids": ids, "type_ids": types}):
            digest.update(answer.tobytes())
    assert digest.hexdigest() == SAME_BITS


def test_each_sentence_of_a_window_tells_its_own_events() -> None:
    texts = (VISIT, *OTHERS)
    contexts = ("", *texts)
    said = predict(InContext(text, context) for text, context in zip(texts, contexts, strict=False))
    assert [{trigger.type for trigger in each.triggers if trigger.score > 0.5} for each in said] == [
        {"Visit"},
        {"Agreement"},
        set(),
        {"Meeting"},
    ]


@pytest.mark.parametrize(
    ("text", "event_type", "status"),
    [
        (VISIT, "Visit", Status.ACTUAL),
        ("Kenya and Peru signed a treaty on fishing.", "Agreement", Status.ACTUAL),
        ("Kenya imposed sanctions on Peru.", "Sanction", Status.ACTUAL),
        ("Kenya strongly condemned Peru over the attack.", "Criticism", Status.ACTUAL),
        ("The foreign ministers of Kenya and Peru will meet in Geneva on Friday.", "Meeting", Status.PLANNED),
        ("Kenya has severed diplomatic relations with Peru.", "RelationsChange", Status.ACTUAL),
    ],
)
def test_plain_sentence_tells_its_event(text: str, event_type: str, status: Status) -> None:
    trigger = max(one(text).triggers, key=lambda trigger: trigger.score)
    assert (trigger.type, max(trigger.statuses, key=trigger.statuses.__getitem__)) == (event_type, status)


def test_roles_of_a_plain_sentence_are_told_apart() -> None:
    prediction = one(VISIT)
    (visit,) = (trigger for trigger in prediction.triggers if trigger.type == "Visit")
    likeliest = {}
    for name in ("Nadira Ostavik", "Peru", "Monday"):
        start = VISIT.index(name)
        scores = prediction.slot_scores(visit, Span(start, start + len(name)))
        likeliest[name] = max(set(scores) - {"place"}, key=scores.__getitem__)
    assert likeliest == {"Nadira Ostavik": "visitor", "Peru": "destination", "Monday": "time"}


def test_spans_count_from_the_start_of_the_article() -> None:
    here, there = one(VISIT), one(VISIT, start=1000)
    assert there.tokens == tuple(Span(token.start + 1000, token.end + 1000) for token in here.tokens)
    assert there.triggers == tuple(
        replace(trigger, span=Span(trigger.span.start + 1000, trigger.span.end + 1000))
        for trigger in here.triggers
    )


@pytest.mark.parametrize("text", ["", " ", "\n\t", "\u0301"])
def test_sentence_without_words_tells_nothing(text: str) -> None:
    prediction = one(text)
    assert (prediction.tokens, prediction.triggers) == ((), ())
    assert one(text, forced="Visit").triggers == ()


@pytest.mark.parametrize("event_type", EVENT_TYPES)
def test_forced_class_is_found_in_any_sentence(event_type: str) -> None:
    triggers = one("A centre for seed potatoes.", forced=event_type).triggers
    assert event_type in {trigger.type for trigger in triggers}


def test_forced_class_that_is_told_anyway_changes_nothing() -> None:
    assert one(VISIT, forced="Visit") == one(VISIT)


def test_span_fills_slots_as_the_mean_of_its_tokens() -> None:
    slots = np.zeros((3, len(SLOTS)), np.float32)
    slots[0, SLOTS.index("visitor")] = 1.0
    slots[1, SLOTS.index("visitor")] = 0.5
    trigger = Trigger("Visit", Span(9, 12), 1.0, dict.fromkeys(Status, 0.25), None, slots)
    prediction = Prediction((Span(0, 3), Span(4, 8), Span(9, 12)), 1.0, (trigger,))
    nothing = dict.fromkeys(SLOTS, 0.0)
    assert prediction.slot_scores(trigger, Span(0, 8)) == {**nothing, "visitor": 0.75}
    assert prediction.slot_scores(trigger, Span(20, 30)) == nothing


@settings(max_examples=30, deadline=None)
@given(text=st.text(max_size=60), context=st.text(max_size=30), forced=st.sampled_from(EVENT_TYPES))
def test_any_text_gets_an_answer_within_it(text: str, context: str, forced: str) -> None:
    prediction = one(text, context, forced=forced)
    assert 0 <= prediction.gate <= 1
    assert all(0 <= span.start < span.end <= len(text) for span in prediction.tokens)
    for trigger in prediction.triggers:
        assert 0 <= trigger.span.start < trigger.span.end <= len(text)
        assert trigger.type == forced or trigger.score >= FLOOR
        assert trigger.slots.shape == (len(prediction.tokens), len(SLOTS))
        assert 0 <= trigger.slots.min() <= trigger.slots.max() <= 1
        assert sum(trigger.statuses.values()) == pytest.approx(1, abs=1e-5)


@pytest.mark.parametrize(
    "text", [VISIT, *OTHERS, "Mette Dahlgren reciprocated Umarkhonov's greetings in Tashkent."]
)
def test_triggers_are_whole_words(text: str) -> None:
    for trigger in one(text).triggers:
        start, end = trigger.span.start, trigger.span.end
        assert not text[start - 1 : start].isalnum()
        assert not text[end : end + 1].isalnum()
