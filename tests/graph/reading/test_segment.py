"""An article becomes sentences that know their place, their context and their parse."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.errors import DiplographError
from graph.model import Article, Sentence, Span
from graph.reading.segment import load_language_model, segment

GOLD = Path(__file__).parents[2] / "gold"
PIECES = [
    "The minister said so",
    " he came",
    "; ",
    ". ",
    ": ",
    "\n",
    "• ",
    "“",
    "”",
    " ",
    "\xa0",
    "a",
    "1. ",
    "U.S.",
    "\u200b",
]


def segmented(text: str, title: str | None = None) -> tuple[Sentence, ...]:
    return segment(Article(id="a", text=text, title=title))


def texts(text: str) -> list[str]:
    return [sentence.text for sentence in segmented(text)]


def parse(sentence: Sentence) -> list[tuple[str, str, str, str, str, int]]:
    return [
        (token.text, token.tag_, token.lemma_, token.dep_, token.ent_type_, token.head.i)
        for token in sentence.tokens
    ]


def test_a_sentence_knows_its_place_and_its_context() -> None:
    (title, first, second) = segmented(
        "Leaders meet\n\nThey met in Oslo.\nMs. Lee left.", title="Leaders meet"
    )
    assert (title.span, title.context, title.paragraph, title.is_title) == (Span(0, 12), "", 0, True)
    assert (first.span, first.context, first.paragraph, first.is_title) == (
        Span(14, 31),
        "Leaders meet",
        1,
        False,
    )
    assert (second.text, second.context, second.paragraph) == ("Ms. Lee left.", "They met in Oslo.", 2)


def test_the_title_is_the_context_of_a_text_that_does_not_begin_with_it() -> None:
    (sentence,) = segmented("They met in Oslo.", title="Leaders meet")
    assert (sentence.context, sentence.is_title) == ("Leaders meet", False)


def test_items_of_a_list_have_its_lead_in_as_context() -> None:
    text = "He proposed:\n• to open a border;\n• to build a road. It would cost little.\n\nThe talks went on."
    assert [(each.text, each.is_item, each.context) for each in segmented(text)] == [
        ("He proposed:", False, ""),
        ("to open a border;", True, "He proposed:"),
        ("to build a road.", True, "He proposed:"),
        ("It would cost little.", False, "to build a road."),
        ("The talks went on.", False, "It would cost little."),
    ]


def test_items_need_no_marks_where_semicolons_part_them() -> None:
    assert [
        each.is_item for each in segmented("Signed were:\nProtocol on health;\nContract for gas.\nAll left.")
    ] == [
        *(False, True, True, False),
    ]


def test_a_bullet_without_lead_in_is_no_item() -> None:
    assert [(each.text, each.is_item) for each in segmented("• They met in Oslo.\n• She left.")] == [
        ("They met in Oslo.", False),
        ("She left.", False),
    ]


@pytest.mark.parametrize(
    "parts",
    [
        [
            "Among the deals reached:",
            "Acme agreed to build a dam;",
            "the ministries signed a protocol on health.",
        ],
        [
            "He called for:",
            "establishing a joint fund;",
            "adopting a new plan;",
            "and opening branches in the region.",
        ],
        ["The signed papers:", "a memorandum on energy;", "a protocol on health;", "a contract for gas."],
    ],
    ids=["clauses", "gerunds", "documents"],
)
def test_a_sentence_that_is_a_list_of_clauses_falls_into_them(parts: list[str]) -> None:
    assert [(each.text, each.is_item, each.context) for each in segmented(" ".join(parts))] == [
        (parts[0], False, ""),
        *((part, True, parts[0]) for part in parts[1:]),
    ]


def test_long_clauses_part_at_their_semicolon() -> None:
    text = "The president arrived in Oslo on Sunday; the king met him at the airport."
    assert texts(text) == ["The president arrived in Oslo on Sunday;", "the king met him at the airport."]


@pytest.mark.parametrize(
    "text",
    [
        "Present were Ann Lee of Norway; Bo Chen, president of China; and Cy Diaz, who leads Chile.",
        "“The trade is growing fast; the ties are strong as ever; the talks will go on,” he said.",
        "He named three aims (the trade is growing fast; the ties are strong as ever) and left.",
        "They came; they left.",
    ],
    ids=["names", "quotation", "brackets", "short"],
)
def test_other_semicolons_part_nothing(text: str) -> None:
    assert texts(text) == [text]


def test_odd_white_space_stays_in_the_text_and_is_plain_for_the_parser() -> None:
    (sentence,) = segmented("The\xa0president of\u2009Norway  left.")
    assert sentence.text == "The\xa0president of\u2009Norway  left."
    assert sentence.tokens.text == "The president of Norway  left."


def test_a_parse_does_not_depend_on_the_other_paragraphs() -> None:
    paragraphs = [
        "The president of Norway met Ann Lee in Oslo on Monday.",
        "They signed a treaty.",
        "She left.",
    ]
    alone = [parse(sentence) for paragraph in paragraphs for sentence in segmented(paragraph)]
    assert [parse(sentence) for sentence in segmented("\n".join(paragraphs))] == alone
    assert [parse(sentence) for sentence in segmented("\n".join(reversed(paragraphs * 30)))] == alone[
        ::-1
    ] * 30


@pytest.mark.parametrize(
    ("text", "lemma"),
    [
        ("Peru hoped for peace.", "hope"),
        ("Peru axed the visit.", "axe"),
        ("They hopped over it.", "hop"),
    ],
)
def test_forms_of_a_verb_are_not_taken_for_those_of_a_rare_one(text: str, lemma: str) -> None:
    assert segment(Article("a", text))[0].tokens[1].lemma_ == lemma


def test_a_parse_stays_within_its_sentence() -> None:
    (first, second) = segmented("They met in Oslo.Lee left on Monday.")
    assert [first.tokens.root.text, second.tokens.root.text] == ["met", "left"]


def test_a_huge_paragraph_is_parsed_in_parts() -> None:
    sentences = segmented("The president of Norway met Ann Lee in Oslo on Monday. " * 300)
    assert len(sentences) == 300
    assert max(len(sentence.tokens.doc) for sentence in sentences) < 5_000


def test_a_model_that_is_not_installed_is_named() -> None:
    with pytest.raises(DiplographError, match="the language model 'en_core_web_none' is not installed"):
        load_language_model("en_core_web_none")


@pytest.mark.parametrize("path", sorted(GOLD.glob("*.json"))[:3], ids=lambda path: path.stem)
def test_evidence_of_the_annotated_articles_lies_within_few_sentences(path: Path) -> None:
    gold = json.loads(path.read_text(encoding="utf-8"))
    spans = [sentence.span for sentence in segmented(gold["text"], gold["title"])]
    for start, end in (evidence for event in gold["events"] for evidence in event["evidence"]):
        assert 1 <= sum(span.start < end and start < span.end for span in spans) <= 2


@settings(max_examples=30, deadline=None)
@given(text=st.text(max_size=100) | st.lists(st.sampled_from(PIECES), max_size=25).map("".join))
def test_sentences_are_trimmed_slices_in_order(text: str) -> None:
    end = 0
    for sentence in segmented(text, title=text[:20]):
        span, tokens = sentence.span, sentence.tokens
        assert end <= span.start < span.end
        assert sentence.text == text[span.start : span.end] == text[span.start : span.end].strip()
        assert (sentence.offset + tokens.start_char, sentence.offset + tokens.end_char) == (
            span.start,
            span.end,
        )
        end = span.end


def test_heading_of_a_marked_list_is_the_context_of_its_items() -> None:
    text = "The guests stayed.\nPapers exchanged\n1. Treaty on transit\n2. Plan for ports\nThey left."
    assert [(each.text, each.context) for each in segmented(text) if each.is_item] == [
        ("Treaty on transit", "Papers exchanged"),
        ("Plan for ports", "Papers exchanged"),
    ]


def test_sentence_before_a_marked_list_is_not_its_heading() -> None:
    assert not any(each.is_item for each in segmented("They met in Oslo.\n- She left.\n- He stayed."))


def test_numbered_paragraph_is_no_item_of_the_lettered_list_in_the_one_before() -> None:
    text = "3. These were signed:\n(a) Protocol on gas;\n(b) Contract for oil.\n4. Peru thanked Kenya."
    assert [(each.text, each.is_item) for each in segmented(text)] == [
        ("These were signed:", False),
        ("Protocol on gas;", True),
        ("Contract for oil.", True),
        ("Peru thanked Kenya.", False),
    ]


def test_list_within_a_list_ends_before_the_next_item_of_the_outer_one() -> None:
    text = "They agreed:\n1. to build:\na) a road;\nb) a port;\n2. to meet again."
    assert [(each.text, each.context) for each in segmented(text) if each.is_item] == [
        ("to build:", "They agreed:"),
        ("a road;", "to build:"),
        ("a port;", "to build:"),
        ("to meet again.", "They agreed:"),
    ]
