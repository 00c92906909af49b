"""Annotated lines become examples; the lines of this project are all sound."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from graph.events.model.encoding import ATTRIBUTES, EVENT_TYPES, SLOTS, STATUSES
from graph.events.training.lines import AnnotatedEvent, AnnotatedLine, find, load_lines

LINES = Path(__file__).parents[4] / "seeds" / "training"
FILES = sorted(LINES.glob("*.jsonl"))
each_file = pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
# A class needs at least so many examples to be learnt at all.
FEWEST = 100


@pytest.mark.parametrize(
    ("text", "string", "place"),
    [
        ("Kenya met Peru.", "met", (6, 9)),
        ("He said that he came.", "he", (13, 15)),
        ("In May in Rome", "in#2", None),
        ("a, a and a", "a#2", (3, 4)),
        ("a, a and a", "a#5", None),
        ("Kenya", "Peru", None),
        ("they met", "the", (0, 3)),
        ("Ünë 🙂 met", "met", (6, 9)),
    ],
)
def test_string_is_found_in_its_line(text: str, string: str, place: tuple[int, int] | None) -> None:
    assert find(text, string) == place


def test_string_without_number_is_the_first_whole_word() -> None:
    assert find("The day before, he met them.", "he") == (16, 18)


PASSAGE = {
    "id": "p1",
    "lines": [
        {"text": "Ana Silva spoke of trade."},
        {
            "text": "On 5 May she flew to Kenya on a state visit with $2 million, Kenya said.",
            "events": [
                {
                    "type": "Visit",
                    "kind": "state",
                    "status": "planned",
                    "trigger": "flew",
                    "roles": {"visitor": ["she"], "destination": ["Kenya"], "weather": ["flew"]},
                    "time": "On 5 May",
                    "place": ["Kenya"],
                },
                {
                    "type": "Statement",
                    "status": "actual",
                    "trigger": "said",
                    "roles": {"speaker": ["Kenya#2"]},
                    "time": None,
                    "place": [],
                },
                {"type": "Meeting", "status": "actual", "trigger": "met", "roles": {}},
            ],
        },
    ],
}


def test_passage_becomes_lines_with_the_line_before(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text(json.dumps(PASSAGE) + "\n", encoding="utf-8")
    first, second = (line["text"] for line in PASSAGE["lines"])
    visit = AnnotatedEvent(
        type=EVENT_TYPES.index("Visit"),
        status=STATUSES.index("planned"),
        attribute="state",
        trigger=(13, 17),
        fillers=(
            (SLOTS.index("visitor"), (9, 12)),
            (SLOTS.index("destination"), (21, 26)),
            (SLOTS.index("place"), (21, 26)),
            (SLOTS.index("time"), (0, 8)),
        ),
    )
    statement = AnnotatedEvent(
        type=EVENT_TYPES.index("Statement"),
        status=STATUSES.index("actual"),
        attribute=None,
        trigger=(67, 71),
        fillers=((SLOTS.index("speaker"), (61, 66)),),
    )
    assert load_lines([path]) == [
        AnnotatedLine("p1", "", first, (), diplomatic=True),
        AnnotatedLine("p1", first, second, (visit, statement), diplomatic=True),
    ]


def test_passage_with_statements_alone_is_not_about_diplomacy(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    event = {"type": "Statement", "status": "actual", "trigger": "said", "roles": {}}
    path.write_text(json.dumps({"id": "p", "lines": [{"text": "He said so.", "events": [event]}]}), "utf-8")
    assert [line.diplomatic for line in load_lines([path])] == [False]


def test_flags_are_words(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    lifted = {"type": "Sanction", "status": "actual", "trigger": "lifted", "lifted": True}
    imposed = {"type": "Sanction", "status": "actual", "trigger": "imposed"}
    line = {"text": "It lifted some and imposed others.", "events": [lifted, imposed]}
    path.write_text(json.dumps({"id": "p", "lines": [line]}), "utf-8")
    assert [event.attribute for event in load_lines([path])[0].events] == ["true", "false"]


def annotations(path: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    for row in path.read_text("utf-8").splitlines():
        for line in json.loads(row)["lines"]:
            for event in line.get("events", []):
                yield line["text"], event


@each_file
def test_every_annotation_is_read(path: Path) -> None:
    lines = load_lines([path])
    read = [(line.text, EVENT_TYPES[event.type], event.trigger) for line in lines for event in line.events]
    annotated = [(text, event["type"], find(text, event["trigger"])) for text, event in annotations(path)]
    assert read == list(dict.fromkeys(annotated))


def test_events_of_one_class_on_one_trigger_are_one_with_all_their_fillers(tmp_path: Path) -> None:
    text = "She visited Kenya and Peru."
    visit = {"type": "Visit", "kind": "state", "status": "actual", "trigger": "visited"}
    events = [{**visit, "roles": {"visitor": ["She"], "destination": [place]}} for place in ("Kenya", "Peru")]
    path = tmp_path / "lines.jsonl"
    path.write_text(json.dumps({"id": "p", "lines": [{"text": text, "events": events}]}), "utf-8")
    (line,) = load_lines([path])
    visitor, destination = SLOTS.index("visitor"), SLOTS.index("destination")
    fillers = ((visitor, (0, 3)), (destination, (12, 17)), (destination, (22, 26)))
    assert line.events == (AnnotatedEvent(EVENT_TYPES.index("Visit"), 0, "state", (4, 11), fillers),)


@each_file
def test_every_attribute_has_a_value_of_its_list(path: Path) -> None:
    lacking = [
        (line.text, EVENT_TYPES[event.type])
        for line in load_lines([path])
        for event in line.events
        if (event.attribute is None) != (EVENT_TYPES[event.type] not in ATTRIBUTES)
    ]
    assert lacking == []


def test_triggers_and_fillers_are_whole_words() -> None:
    cut = [
        (line.text[start:end], line.text)
        for line in load_lines(FILES)
        for event in line.events
        for start, end in (event.trigger, *(characters for _, characters in event.fillers))
        if cuts_a_word(line.text, start) or cuts_a_word(line.text, end)
    ]
    assert cut == []


def cuts_a_word(text: str, place: int) -> bool:
    return 0 < place < len(text) and text[place - 1].isalnum() and text[place].isalnum()


def test_every_class_of_events_and_every_value_has_annotated_lines() -> None:
    events = [event for line in load_lines(FILES) for event in line.events]
    counts = {name: sum(event.type == number for event in events) for number, name in enumerate(EVENT_TYPES)}
    assert {name: count for name, count in counts.items() if count < FEWEST} == {}
    told = {(EVENT_TYPES[event.type], event.attribute) for event in events}
    assert {(name, value) for name, (_, values) in ATTRIBUTES.items() for value in values} - told == set()
    assert {slot for event in events for slot, _ in event.fillers} == set(range(len(SLOTS)))
    assert {event.status for event in events} == set(range(len(STATUSES)))
