"""What is promised, threatened or refused counts otherwise in PLOVER and CAMEO than what is done."""

import pytest

from graph.model import Event, Span, Status
from graph.rdf.codes import codes_of
from ontology.schema import Codes, load_event_schemas

ACTUAL, PLANNED, PROPOSED, DENIED = Status.ACTUAL, Status.PLANNED, Status.PROPOSED, Status.DENIED


@pytest.mark.parametrize(
    ("name", "status", "attributes", "codes"),
    [
        ("Meeting", ACTUAL, {}, ("CONSULT", "04")),
        ("Meeting", PLANNED, {}, ("AGREE", "03")),
        ("Meeting", PROPOSED, {}, ("CONSULT", "04")),
        ("Visit", DENIED, {}, ("REJECT", "12")),
        ("Aid", PLANNED, {}, ("AGREE", "03")),
        ("Sanction", ACTUAL, {}, ("SANCTION", "16")),
        ("Sanction", PLANNED, {}, ("THREATEN", "13")),
        ("Sanction", DENIED, {}, ("SANCTION", "16")),
        ("Sanction", ACTUAL, {"lifted": True}, ("RETREAT", "08")),
        ("Sanction", PLANNED, {"lifted": True}, ("AGREE", "03")),
        ("Sanction", DENIED, {"lifted": True}, ("REJECT", "12")),
        ("RelationsChange", PLANNED, {"changeKind": "expel"}, ("THREATEN", "13")),
        ("RelationsChange", PLANNED, {"changeKind": "establish"}, ("AGREE", "03")),
        ("Statement", PLANNED, {}, ("CONSULT", "01")),
        ("Criticism", DENIED, {}, ("ACCUSE", "11")),
    ],
)
def test_codes_tell_whether_it_happened(
    name: str, status: Status, attributes: dict[str, str | bool], codes: tuple[str, str]
) -> None:
    event = Event(name, status, (Span(0, 1),), {}, attributes=attributes)
    assert codes_of(event, load_event_schemas()[name]) == Codes(*codes)
