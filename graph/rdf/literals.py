"""literals: texts, dates and numbers become RDF literals."""

from __future__ import annotations

import re
from calendar import monthrange
from decimal import Decimal, InvalidOperation

from pyoxigraph import Literal

from graph.model import PartialDate
from ontology.vocabulary import XSD

DIGITS = 18  # as many as Oxigraph's decimals hold, on either side of the point
SURROGATE = re.compile("[\ud800-\udfff]")
# By the parts of a date that are known: its type in XML Schema and how that is written.
DATE_TYPES = {"ymd": "date", "ym": "gYearMonth", "y": "gYear", "md": "gMonthDay"}
DATE_FORMS = {
    "ymd": "{year:04}-{month:02}-{day:02}",
    "ym": "{year:04}-{month:02}",
    "y": "{year:04}",
    "md": "--{month:02}-{day:02}",
}


def text_literal(text: str) -> Literal:
    """Any text as a string."""
    return Literal(whole(text))


def whole(text: str) -> str:
    """The text with U+FFFD for each half of a surrogate pair, which RDF cannot hold; no offset changes."""
    return SURROGATE.sub("\ufffd", text)


def date_literal(when: PartialDate) -> Literal | None:
    """The date in the type that holds what is known of it, or None where there is no such day or type."""
    text = date_text(when)
    return Literal(text, datatype=XSD[DATE_TYPES[_known_parts(when)]]) if text is not None else None


def date_text(when: PartialDate) -> str | None:
    """The date as XML Schema writes it, or None where there is no such day or form: 2024-05-26, --05-26."""
    form = DATE_FORMS.get(_known_parts(when))
    return form.format(year=when.year, month=when.month, day=when.day) if form and _exists(when) else None


def decimal_literal(text: str) -> Literal | None:
    """The number that the text says, or None where it says none or one of too many digits."""
    try:
        number = Decimal(text)
    except InvalidOperation:
        return None
    if not number.is_finite() or number.adjusted() >= DIGITS:
        return None
    return _number(number)


def confidence_literal(confidence: float) -> Literal:
    """A confidence from 0 to 1 with two decimals."""
    return _number(Decimal(f"{min(1.0, max(0.0, confidence)):.2f}"))


def _number(number: Decimal) -> Literal:
    """A decimal in its shortest form, which is the one that Oxigraph gives back."""
    text = f"{number:.{DIGITS}f}".rstrip("0").rstrip(".")
    return Literal("0" if text == "-0" else text, datatype=XSD.decimal)


def _known_parts(when: PartialDate) -> str:
    parts = {"y": when.year, "m": when.month, "d": when.day}
    return "".join(part for part, number in parts.items() if number is not None)


def _exists(when: PartialDate) -> bool:
    # The 29th of February of an unknown year exists: 2000 had one.
    year, month, day = (2000 if when.year is None else when.year), when.month or 1, when.day or 1
    return 1 <= year <= 9999 and 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]
