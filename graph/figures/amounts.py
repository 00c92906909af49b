"""amounts: the text of a sentence becomes the amounts of money, the percentages and the weights in it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import Literal

from graph.figures.units import either, load_units
from graph.model import Span

Kind = Literal["money", "percent", "weight"]

# What has neither a digit nor such a word has no amount.
_HINT = re.compile(r"\d|[mbr]illion|crore|lakh|per\s?cent", re.IGNORECASE)
# Of "2 to 3 billion" and "10-15 per cent" neither end is the amount; "from 2 to 3 billion" has two amounts.
_AFTER_RANGE = re.compile(
    r"(?P<from>\bfrom\s+(?:[a-z]+\s+){0,2})?(?<![\w.,])[^\s\d]{0,3}(?!(?:19|20)\d\d\s)\d[\d.,]*"
    r"\s*(?:[mbt]n|[mbr]illion|trillion|%|per\s?cent)?\s*(?:[-–—]|\b(?:to|or)\b)\s*$",
    re.IGNORECASE,
)
_PERCENT_BEFORE = re.compile(r"(?:%|per\s?cent)\s*\w+\s*$", re.IGNORECASE)
# Neither is a price for each piece one; "$2 to $3 billion" does not begin at two dollars.
_OF_PIECE = (
    r"\s*(?:[-–—]|\bor\b)\s*[^\s\d\w]{0,2}\d"
    r"|\s+(?:an?|per)\s+(?:share|barrel|tonne|ton|head|capita|person|month|day)\b"
)
_PIECE = re.compile(_OF_PIECE, re.IGNORECASE)
_PIECE_OR_SCALED = re.compile(
    rf"{_OF_PIECE}|\s*to\s+[^\s\d]{{0,3}}[\d.]+\s*(?:[mbt]n|[mbr]illion|trillion)\b", re.IGNORECASE
)
_BETWEEN = re.compile(r"\bbetween\s+(?:[^\W\d_]{0,3}[$€£¥₹]\s?)?(?:\S+\s+){0,3}(?:and\s+)?$", re.IGNORECASE)
_LONGEST = 18  # characters of a value

_DIGITS = r"(?P<digits>(?:\d{1,3}(?:,\d{3})+|\d{1,15})(?:\.\d{1,6})?)(?!\d|[.,]\d)"


@dataclass(frozen=True, slots=True)
class Amount:
    """A number with its unit; `value` is exact, a plain decimal, `span` counts from the sentence's start."""

    span: Span
    value: str
    unit: str
    kind: Kind


def find_amounts(text: str, countries: Iterable[str] = ()) -> tuple[Amount, ...]:
    """Give the amounts of a sentence in order; `countries`, by code, tell whose rupees are meant."""
    if not _HINT.search(text):
        return ()
    named = sorted(set(countries))
    matches = [match for pattern in _patterns() for match in pattern.finditer(text)]
    amounts: list[Amount] = []
    for match in sorted(matches, key=lambda match: (match.start(), -match.end())):
        is_apart = not amounts or amounts[-1].span.end <= match.start()
        amount = _amount(match, named) if is_apart and not _is_in_range(match, text) else None
        amounts += [amount] if amount is not None else []
    return tuple(amounts)


def _amount(match: re.Match[str], countries: Iterable[str]) -> Amount | None:
    value, (kind, unit) = _value(match), _unit(match, countries)
    if value is None or unit is None:
        return None
    return Amount(Span(match.start(), match.end()), value, unit, kind)


def _is_in_range(match: re.Match[str], text: str) -> bool:
    before = text[max(0, match.start() - 80) : match.start()]
    opened = _AFTER_RANGE.search(before)
    if opened and not opened["from"]:
        return bool(match.groupdict().get("percent")) or not _PERCENT_BEFORE.search(before)
    after = _PIECE if match["scale"] or match.groupdict().get("percent") else _PIECE_OR_SCALED
    return bool(_BETWEEN.search(before) or after.match(text, match.end()))


def _unit(match: re.Match[str], countries: Iterable[str]) -> tuple[Kind, str | None]:
    groups = match.groupdict()
    if groups.get("percent"):
        return "percent", "percent"
    if groups.get("weight"):
        return "weight", load_units().weights[" ".join(match["weight"].lower().split())]
    return "money", load_units().currency(groups.get("sign") or match["name"], countries)


def _value(match: re.Match[str]) -> str | None:
    """The number as a plain decimal, or None where it is too long for one."""
    units, word, scale = load_units(), match["word"], match["scale"]
    number = Decimal(units.numbers[word.lower()]) if word else Decimal(match["digits"].replace(",", ""))
    plain = f"{number * (units.scales[scale.lower()] if scale else 1):f}"
    if len(plain) > _LONGEST:
        return None
    return plain.rstrip("0").rstrip(".") if "." in plain else plain


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    """The patterns of "$10 billion", and of "10 billion dollars", "10 per cent", "10 tonnes"."""
    units = load_units()
    scale = rf"(?:[\s-]?(?P<scale>{either(units.scales)})(?![\w$]))?"
    word = rf"(?P<word>{either(units.numbers)})(?=[\s-](?:{either(units.scales)})\b)"
    number = rf"(?:{_DIGITS}|{word})"
    signs = either([*units.before, *(name for name in ("¥", "Rs"))])
    names = either([*units.always, *(name for name in units.shared if name.isalpha() and name != "rs")])
    percent = r"(?P<percent>%(?!\w)|(?:per\s?cent|pct)\b(?!age))(?!\s*[- ]points?\b)"
    return (
        re.compile(rf"(?<![\w$])(?-i:(?P<sign>{signs}))\.?\s?{number}{scale}", re.IGNORECASE),
        re.compile(
            rf"(?<![\w.,$€£¥₹/-]){number}(?:{scale}(?:\s+of)?[\s-](?:(?P<name>{names})|(?P<weight>{either(units.weights)}))\b"
            rf"|[\s-]?{percent})",
            re.IGNORECASE,
        ),
    )
