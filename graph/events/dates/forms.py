"""forms: the ways in which news writes a date, each with its reading."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from graph.events.dates import readings
from graph.events.dates.partial import Reference
from graph.events.dates.words import (
    FEASTS,
    HOLIDAYS,
    MONTHS,
    NUMBERS,
    ONES,
    ORDINALS,
    SHORT_MONTHS,
    TENS,
    WEEKDAYS,
)
from graph.model import DateRange

Reading = Callable[[re.Match[str], Reference], DateRange | None]


@dataclass(frozen=True, slots=True)
class Form:
    """A way to write a date; where it `needs_lead`, only words such as "since" or "early" make it one."""

    pattern: re.Pattern[str]
    read: Reading
    needs_lead: bool


@dataclass(frozen=True, slots=True)
class Family:
    """Forms of like kind; a text without the `hint` has none of them, and need not be held against each."""

    hint: re.Pattern[str]
    forms: tuple[Form, ...]


def _form(read: Reading, *parts: str, needs_lead: bool = False) -> Form:
    """Make a form of the parts of its pattern, in which a space stands for any white space."""
    return Form(re.compile("".join(parts).replace(" ", r"\s+"), re.IGNORECASE), read, needs_lead)


def _any(words: Iterable[str]) -> str:
    return "|".join(sorted(words, key=lambda word: (-len(word), word)))


def _names(names: Iterable[str]) -> str:
    """Give a pattern for names that are written "March" or "MARCH": "march" and "may" are verbs."""
    return rf"(?-i:\b(?:{_any(form for name in names for form in (name, name.upper()))})\b)"


_SHORT = rf"(?-i:\b(?:{_any(SHORT_MONTHS)})\b\.?)"
_MONTH = rf"(?:{_names(MONTHS)}|{_SHORT})"
_GLUED = rf"(?-i:(?:{_any(MONTHS)})\b)"
_CLEAR_MONTH = _names(month for month in MONTHS if month not in {"March", "May"})
# "Good Friday" and "Easter Sunday" are days of their own, of no week
_NO_FEAST = "".join(rf"(?<!\b{feast}\s)" for feast in FEASTS)
# Its first letter is asked for first, as most words are none, and what must not stand before it is dear
_INITIAL = f"(?-i:(?=[{''.join(sorted({day[0] for day in WEEKDAYS}))}]))"
_WEEKDAY = rf"{_INITIAL}(?<!\ba\s)(?<!every\s)(?<!each\s){_NO_FEAST}{_names(WEEKDAYS)}"
_DAY = r"\b(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?(?![\d%]|[.,:]\d)\b"
_DAY_WORD = rf"(?:{_DAY}|\b(?:{_any(ORDINALS)})\b)"
_YEAR = r"(?:1[5-9]\d\d|20\d\d)(?![\d%]|[.,]\d)"
_NUMBER = rf"\b(?<!-)(?P<n>\d{{1,3}}|(?:{_any(TENS)})-(?:{_any(ONES)})|{_any(NUMBERS)})"
_UNIT = r"(?P<unit>day|week|month|year)"
_SPAN = r"(?P<unit>day|week|fortnight|month|year)"
_PERIOD = r"(?P<unit>week|month|year)"
_TO = r"(?:\s*[-–—/]\s*| (?:to|until|till|through|and|or) (?:the )?)"
_OF = r"(?:\s*,\s*| (?:of |in )?)"
_NAMED = rf"(?:{_WEEKDAY},? (?:the )?)?"
_ALSO = r"(?:\b(?:yesterday|today|tonight|tomorrow),? )?"
_ON_WEEKDAY = rf"(?:(?:\b(?:coming|last|next|this) )?(?P<w>{_WEEKDAY}),? (?:the )?)?"
_STAGE = (
    r"(?:\b(?:early|late|mid|middle|end|beginning|start|close|turn"
    r"|(?:first|second|third|fourth|last|final|opening|early|latter)(?: few)? "
    r"(?:week|weekend|half|quarter|days|weeks|months|part|third))[\s-]+(?:of |in )?(?:the )?)"
)
_SEASON = (
    r"(?:\b(?:spring|summer|autumn|fall|winter)(?: (?:or|and) (?:summer|autumn|winter|spring))? (?:of )?)"
)
_TIME = r"(?: (?:early |late )?(?:morning|afternoon|evening|night|lunchtime)\b)?"
_PART_OF_DAY = r"(?:day|morning|afternoon|evening|night)"
_CLOSE = r"(?=\s*(?:[,.;:)!?—–”\"]|$))"
_NO_QUANTITY = (
    r"(?!\s*(?:people|persons|troops|soldiers|tonnes|tons|km|kilomet|miles|met(?:re|er)s|dollars|euros|jobs|men|women"
    r"|homes|houses|refugees|prisoners|tents|doses|times|megawatts|MW|GW|GMT|UTC|hours|hrs|local)\b)"
)
# "the March 23 Movement" and "the May 9 Agreement" are names.
_NO_NAME = r"(?! (?-i:Movement|Agreement|Revolution|Brigade|Square|Street|Coalition|Alliance|Accords?)\b)"
_D, _M, _Y = rf"(?P<d>{_DAY})", rf"(?P<m>{_MONTH})", rf"(?P<y>{_YEAR})"
_D1, _M1, _Y1 = rf"(?P<d1>{_DAY})", rf"(?P<m1>{_MONTH})", rf"(?P<y1>{_YEAR})"
_D2, _M2, _Y2 = rf"(?P<d2>{_DAY})", rf"(?P<m2>{_MONTH})", rf"(?P<y2>{_YEAR})"
# A day of the Islamic calendar, told beside the same day of ours
_HIJRI = (
    r"\d\d?(?:st|nd|rd|th)?,? (?:of )?[^\d()]{3,25} 1[34]\d\d\s*(?:A\.?)?H\.?,?\s*(?:\(|corresponding to )"
)
_HOLIDAY = _any(name.replace("'", "['’]") for name in HOLIDAYS)

_NUMERIC = (
    _form(readings.read_numeric, r"(?<![\d-])(?P<y>\d{4})-(?P<m>\d\d)-(?P<d>\d\d)(?![\d-])"),
    _form(readings.read_numeric, rf"(?<![\d.])(?P<d>\d\d?)\.(?P<m>\d\d?)\.{_Y}(?!\.\d)"),
)
_RANGES = (
    _form(readings.read_range, rf"{_D1}{_TO}{_D2} (?:of )?{_M2}(?:{_OF}{_Y2})?"),  # 26–28 May 2024
    _form(  # Sunday 26 to Tuesday 28 May
        readings.read_range,
        rf"{_WEEKDAY},? (?:the )?{_D1}{_TO}{_WEEKDAY},? (?:the )?{_D2} (?:of )?{_M2}(?:{_OF}{_Y2})?",
    ),
    _form(readings.read_range, rf"{_M1} {_D1}{_TO}{_D2}(?:{_OF}{_Y2})?"),  # May 26-28, 2024
    _form(  # 30 August to 2 September 2023
        readings.read_range,
        rf"{_NAMED}{_D1} (?:of )?{_M1}(?:{_OF}{_Y1})?{_TO}",
        rf"{_NAMED}{_D2} (?:of )?{_M2}(?:{_OF}{_Y2})?",
    ),
    _form(  # August 30-September 2, 2023
        readings.read_range,
        rf"{_NAMED}{_M1} {_D1}(?:{_OF}{_Y1})?{_TO}",
        rf"{_NAMED}{_M2} {_D2}(?:{_OF}{_Y2})?",
    ),
    _form(readings.read_range, rf"{_M1}(?: {_Y1})?{_TO}{_M2}{_OF}{_Y2}"),  # March to May 2022
    _form(readings.read_range, rf"{_STAGE}{_M1}{_TO}{_STAGE}?{_M2}(?! \d)"),  # late May or early June
    _form(readings.read_range, rf"{_M1}{_TO}{_M2}(?! \d)", needs_lead=True),  # in July and August
    _form(readings.read_range, rf"(?<![\w-]){_Y1}{_TO}(?P<y2>{_YEAR}|\d\d(?!\d))(?![\d-])"),  # 2023–24
    *(  # Monday (May 26) and Tuesday (May 27)
        _form(readings.read_range, rf"{_WEEKDAY} \({first}\){_TO}{_WEEKDAY} \({last}\)")
        for first, last in ((rf"{_M1} {_D1}", rf"{_M2} {_D2}"), (rf"{_D1} {_M1}", rf"{_D2} {_M2}"))
    ),
    _form(readings.read_weekdays, rf"(?P<w1>{_WEEKDAY}){_TIME}{_TO}(?P<w2>{_WEEKDAY})"),
)
_DAYS = (
    *(  # Monday, 18th of Dhul Qadah 1445H (May 26, 2024)
        _form(readings.read_single, rf"(?:{_WEEKDAY},? (?:the )?)?{_HIJRI}{day}(?:{_OF}{_Y})?")
        for day in (rf"{_M} {_D}", rf"{_D} {_M}")
    ),
    _form(  # Monday 26 May 2024, tomorrow, 26 May
        readings.read_single, rf"{_ALSO}{_ON_WEEKDAY}(?P<d>{_DAY_WORD}) (?:(?:day )?of )?{_M}(?:{_OF}{_Y})?"
    ),
    _form(  # Monday, May 26, 2024
        readings.read_single, rf"{_ALSO}{_ON_WEEKDAY}{_M} (?:the )?{_D}(?:{_OF}{_Y})?{_NO_NAME}"
    ),
    _form(  # 26May
        readings.read_single, rf"(?<![\w.,$€£-])(?P<d>0?[1-9]|[12]\d|3[01])(?P<m>{_GLUED})(?:{_OF}{_Y})?"
    ),
    _form(readings.read_single, rf"(?<=\bon)(?P<d>0?[1-9]|[12]\d|3[01]) {_M}(?:{_OF}{_Y})?"),  # on26 May
    _form(  # MONDAY 11, Friday night (5)
        readings.read_weekday_of_month,
        rf"(?P<w>{_WEEKDAY}){_TIME},? (?:(?:the )?{_D}{_CLOSE}|\((?P<d2>{_DAY})\))",
    ),
    _form(  # Thursday next week
        readings.read_weekday_of_week, rf"(?P<w>{_WEEKDAY}),? (?:of )?(?P<which>last|next|this) week\b"
    ),
    _form(readings.read_holiday, rf"\b(?P<holiday>{_HOLIDAY})\b(?:{_OF}{_Y})?"),
    _form(
        readings.read_day_of_month,
        r"(?P<d>\d{1,2}(?:st|nd|rd|th))(?:(?=\s*(?:[,.;:)—–]|$))",
        r"|(?= (?:and|to|of this month|in|at|for|with|he|she|they|it|the)\b))",
        needs_lead=True,
    ),
    _form(
        readings.read_weekday,
        r"(?:\b(?P<which>last|next|this|past|coming|following|previous|preceding) )?",
        rf"(?P<w>{_WEEKDAY}){_TIME}",
    ),
    _form(
        readings.read_deictic,
        r"\b(?P<deictic>day (?:before yesterday|after tomorrow)|yesterday|today|tonight|tomorrow",
        rf"|this (?:morning|afternoon|evening)|last night)\b{_TIME}",
    ),
    _form(readings.read_weekend, r"\b(?:this )?(?P<which>last|this|next|past|coming) weekend\b"),
    _form(readings.read_weekend, r"\b(?P<which>)weekend\b", needs_lead=True),
)
_MONTHS = (
    _form(readings.read_single, rf"{_STAGE}?{_M}{_OF}{_Y}"),  # early May 2022
    _form(readings.read_single, rf"{_STAGE}{_M}(?! \d)"),
    _form(readings.read_single, rf"(?P<m>{_CLEAR_MONTH})(?! (?:\d|(?-i:[A-Z][a-z])))"),
    _form(readings.read_single, rf"{_M}(?! \d)", needs_lead=True),
    _form(readings.read_relative_month, rf"\b(?P<which>last|next|this|that|past|coming) {_M}"),
    _form(
        readings.read_relative_year,
        rf"(?:(?P<d>{_DAY_WORD}) (?:of )?|{_STAGE})?{_M} (?:of |in )?(?:the )?",
        r"(?P<which>last|this|next|that|same|following|previous) year\b",
    ),
    _form(readings.read_relative_year, rf"{_M} {_D} (?:of )?(?P<which>last|this|next|that) year\b"),
)
_YEARS = (
    _form(
        readings.read_single,
        rf"(?<![\w$€£#.,/-])(?<!resolution\s)(?<!resolutions\s){_STAGE}?{_SEASON}?{_Y}(?![-–/]?\w|['’]s\b)",
        _NO_QUANTITY,
    ),
    _form(readings.read_unread, r"\b(?:1[5-9]|20)\d0['’]?s\b"),  # the 1990s
)
_RELATIVE = (
    _form(
        readings.read_period,
        rf"(?<!\bthe\s){_STAGE}?\b(?P<which>last|this|next|past|coming|previous) {_PERIOD}\b",
    ),
    _form(
        readings.read_period,
        r"\b(?:end|beginning|start|middle|close|(?:earlier|later|early|late) in) (?:of )?(?:the|this) ",
        rf"(?P<which>){_PERIOD}\b",
    ),
    _form(readings.read_new_year, r"\bthe new year\b(?!['’]s)(?! (?:day|eve)\b)"),
    _form(readings.read_ago, rf"{_NUMBER}[\s-]+{_SPAN}s? ago\b(?P<today> (?:today|this {_PART_OF_DAY})\b)?"),
    _form(readings.read_ago, rf"{_NUMBER} {_UNIT}s?(?:['’]s? time| hence)(?P<ahead>\b)"),
    _form(
        readings.read_from_anchor,
        rf"{_NUMBER} {_UNIT}s? (?P<which>afterwards?|later|earlier|(?:after|before|on){_CLOSE})",
    ),
    _form(
        readings.read_neighbour,
        r"\b(?P<which>same|next|following|previous|preceding|that) (?:very |same )?",
        rf"(?P<unit>{_PART_OF_DAY})\b",
    ),
    _form(readings.read_neighbour, r"\b(?:early|earlier|late|later) (?P<which>)in the (?P<unit>day)\b"),
    _form(
        readings.read_neighbour,
        r"\b(?:the (?P<which>same|next|following|previous|preceding)|that(?: same| very)?) ",
        rf"{_PERIOD}\b",
    ),
    _form(
        readings.read_neighbour,
        rf"\b(?P<unit>{_PART_OF_DAY}|week|month|year) (?P<which>before|after){_CLOSE}",
        needs_lead=True,
    ),
)
_WITH_YEAR = r"1[5-9]\d\d|20\d\d"
_WITH_MONTH = "|".join(form for month in MONTHS for form in (month[:3], month[:3].upper()))
_WITH_WEEKDAY = "|".join(form for day in WEEKDAYS for form in (day, day.upper()))
_WITH_HOLIDAY = "|".join(sorted({name.split()[0] for name in HOLIDAYS}))
FAMILIES = tuple(
    Family(re.compile(hint), forms)
    for hint, forms in (
        (r"\d\d", _NUMERIC),
        (rf"{_WITH_YEAR}|{_WITH_MONTH}|{_WITH_WEEKDAY}", _RANGES),
        (
            rf"{_WITH_MONTH}|(?i:day|\dst|\dnd|\drd|\dth|tomorrow|night|morning|afternoon|evening|week|{_WITH_HOLIDAY})",
            _DAYS,
        ),
        (_WITH_MONTH, _MONTHS),
        (_WITH_YEAR, _YEARS),
        (r"(?i:day|week|month|year|night|morning|afternoon|evening)", _RELATIVE),
    )
)
FORMS = tuple(form for family in FAMILIES for form in family.forms)
