"""Words that have another sense where they stand tell no event."""

from __future__ import annotations

import pytest

from graph.events.model.encoding import EVENT_TYPES
from graph.events.triggers.vetoes import Field, Veto, is_vetoed, load_fields, load_vetoes
from graph.model import Article, Span
from graph.reading.segment import segment

VETOES = load_vetoes()


def is_voided(event_type: str, marked: str) -> bool:
    """Whether the trigger in angle brackets has another sense; the sentence follows another."""
    before, word, after = marked.replace(">", "<").split("<")
    sentence = segment(Article("a", f"Peru spoke. {before}{word}{after}"))[1]
    start = sentence.span.start + len(before)
    return is_vetoed(event_type, Span(start, start + len(word)), sentence)


@pytest.mark.parametrize("veto", VETOES, ids=lambda veto: f"{veto.type}: {veto.voids}")
def test_trigger_in_the_vetoed_sense_tells_no_event_of_its_class(veto: Veto) -> None:
    assert is_voided(veto.type, veto.voids)
    assert not is_voided(veto.type, veto.keeps)


@pytest.mark.parametrize("veto", VETOES, ids=lambda veto: f"{veto.type}: {veto.voids}")
def test_veto_is_of_one_class_that_the_model_knows(veto: Veto) -> None:
    assert veto.type in EVENT_TYPES
    assert not is_voided("Statement" if veto.type != "Statement" else "Meeting", veto.voids)


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("The ministers <talked> to Peruvian TV.", True),
        ("The ministers <talked> about media freedom.", False),
        ("The minister <spoke> with a media tycoon.", False),
        ("On a television show the minister was heard <talking>.", True),
        ("After the row over its nuclear program, Peru resumed <talks> with Ghana.", False),
    ],
)
def test_only_who_speaks_to_the_press_meets_nobody(marked: str, expected: bool) -> None:
    assert is_voided("Meeting", marked) == expected


def test_trigger_that_ends_within_a_word_is_the_whole_word() -> None:
    assert is_voided("Support", "Peru is <bolster>ing its presence in the area.")


@pytest.mark.parametrize(
    ("event_type", "marked", "expected"),
    [
        ("Criticism", "The envoys <charged> with leading the talks met.", True),
        ("Criticism", "The union <charged> its envoy to lead the talks.", True),
        ("Criticism", "Peru <charged> Ghana with leading a campaign against it.", False),
        ("Criticism", "Peru <charged> Ghana with promoting violence.", False),
        ("Criticism", "Peru <charged> Ghana with failing to protect its envoys.", False),
        ("Criticism", "Peru <charged> that Ghana refused to work with it.", False),
        ("RelationsChange", "The <recognition> of Peru was called into question.", True),
        (
            "RelationsChange",
            "Peru announced the <recognition> of Ghana and called into question its borders.",
            False,
        ),
    ],
)
def test_task_is_no_accusation_and_only_what_is_put_in_question_is_not_done(
    event_type: str, marked: str, expected: bool
) -> None:
    assert is_voided(event_type, marked) is expected


@pytest.mark.parametrize("field", load_fields(), ids=lambda field: field.type)
def test_trigger_without_a_word_of_its_field_beside_it_tells_no_event(field: Field) -> None:
    assert is_voided(field.type, field.lacks)
    assert not is_voided(field.type, field.tells)


def test_word_of_the_field_that_stands_far_off_is_not_beside_the_trigger() -> None:
    far = "the schools of two towns and of all the villages that lie in the hills beyond the old"
    assert is_voided("Sanction", f"Peru <closed> {far} border.")
    assert not is_voided("Sanction", "Peru <closed> the schools beyond the border.")


def test_address_of_a_page_tells_no_event() -> None:
    assert is_voided("Visit", "See https://example.org/holm-to-<visit>-peru.html for more.")
    assert not is_voided("Visit", "See how he came to <visit> Peru.")


def test_line_of_keywords_tells_no_event() -> None:
    assert is_voided("Rejection", "TAGS: Peru, Ghana, <veto>")
    assert not is_voided("Rejection", "Peru spoke of tags: Ghana used its <veto> again.")


@pytest.mark.parametrize(
    ("event_type", "marked", "expected"),
    [
        ("Rejection", "The minister of Peru <refused> to divulge what was said.", True),
        ("Rejection", "The minister of Peru <refused> to use the word blockade.", True),
        ("Rejection", "The minister of Peru <refused> to use force.", False),
        ("Mediation", "Peru presents itself as a neutral <peace broker> in the war.", True),
        ("Mediation", "Peru <brokered> peace between Ghana and Kenya.", False),
        ("Meeting", "The president of Peru addressed a <joint meeting> of the Kenyan Parliament.", True),
        ("Meeting", "The two held a <joint meeting> of the commission in the parliament of Peru.", False),
        ("Criticism", "Kenya, long <suspicious> of Peru, stayed away.", True),
        ("Criticism", "Kenya <resented> the plan of Peru.", True),
        ("Aid", "A reward of $2 million was <offered> by Peru.", True),
        ("Aid", "As a reward for its reforms Ghana was <granted> $2 million by Peru.", False),
        ("Support", "Peru <stands> ready to help Ghana.", False),
        ("Support", "Peru <stood> by its ally.", False),
        ("Support", "Peru <stands> four-square behind Ghana.", False),
        ("Agreement", "Peru and Ghana <signed> a side letter on visas.", False),
        ("Appointment", "Peru <named> a former presidential candidate its ambassador to Ghana.", False),
        ("Rejection", "The senate of Peru <refused> to confirm the ambassador.", False),
        ("Support", "On one side <stood> the ministers of Peru.", True),
        ("Demand", "A text that would have <called for> a truce was blocked by Peru.", True),
        ("Accession", "Peru would never vote for Kenya's <admission> to the union.", True),
        ("Meeting", "The newspaper has <spoken> to the minister of Peru.", True),
        ("Support", "<Welcoming> Mr. Holm, the president of Peru spoke of peace.", True),
        ("Support", "Peru <welcomed> Mr Holm's plan.", False),
        ("Support", "Peru won the <backing> of Kenya for its plan.", True),
        ("Support", "Peru won with the <backing> of Kenya.", False),
        ("Support", "Peru won the vote, and Kenya gave its <backing>.", False),
        ("RelationsChange", "The envoy was <told to leave> Peru.", False),
        ("RelationsChange", "The families left Peru on <orders> from home.", True),
    ],
)
def test_word_counts_in_the_sense_of_its_class_alone(event_type: str, marked: str, expected: bool) -> None:
    assert is_voided(event_type, marked) is expected
