"""codes: what an event counts as in PLOVER and CAMEO, by its class, its attributes and whether it happened.

Both code what is promised, threatened and refused apart from what is done: who is to meet or to give aid
expresses the intent to cooperate (CAMEO 03), who is to impose sanctions threatens with them (13), and who
calls off a visit or does not lift sanctions rejects it (12). Sources: the CAMEO manual 1.1b3 and the PLOVER
manual, chapters on the root codes.
"""

from __future__ import annotations

from graph.model import Event, Status
from ontology.schema import Codes, EventSchema

_PROMISE, _THREAT, _REFUSAL = Codes("AGREE", "03"), Codes("THREATEN", "13"), Codes("REJECT", "12")
_COOPERATION = frozenset({"AGREE", "AID", "CONSULT", "RETREAT", "SUPPORT"})
# What is only said: a planned statement promises nothing.
_COMMENT = "01"


def codes_of(event: Event, schema: EventSchema) -> Codes:
    """Give the root codes of an event of a class."""
    codes = _codes_of_act(event, schema)
    if codes.cameo == _COMMENT:
        return codes
    is_cooperation = codes.plover in _COOPERATION
    match event.status:
        case Status.PLANNED if is_cooperation:
            return _PROMISE
        case Status.PLANNED if codes.plover == "SANCTION":
            return _THREAT
        case Status.DENIED if is_cooperation:
            return _REFUSAL
    return codes


def _codes_of_act(event: Event, schema: EventSchema) -> Codes:
    """The codes of what is done: those of a value of an attribute go before those of the class."""
    codes = schema.codes
    for name, value in sorted(event.attributes.items()):
        if name in schema.attributes:
            codes = schema.attributes[name].codes.get(str(value).lower(), codes)
    return codes
