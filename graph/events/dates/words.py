"""words: the names of months, weekdays and numbers, and the numbers that they stand for."""

from __future__ import annotations

import re

MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July", "August", "September", "October"),
    *("November", "December"),
)
SHORT_MONTHS = ("Jan", "Feb", "Mar", "Apr", "Jun", "Jul", "Aug", "Sept", "Sep", "Oct", "Nov", "Dec")
YEAR = re.compile(r"\b(?:1[89]|20)\d\d\b")
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_ONE_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth")
ORDINALS = (
    *_ONE_ORDINALS,
    *("tenth", "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth"),
    *(
        "eighteenth",
        "nineteenth",
        "twentieth",
        *(f"twenty-{one}" for one in _ONE_ORDINALS),
        "thirtieth",
        "thirty-first",
    ),
)
ONES = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_TEENS = (
    *ONES,
    *(
        "ten",
        "eleven",
        "twelve",
        "thirteen",
        "fourteen",
        "fifteen",
        "sixteen",
        "seventeen",
        "eighteen",
        "nineteen",
    ),
)
TENS = ("ten", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety", "hundred")
NUMBERS = {
    **{word: 10 * number for number, word in enumerate(TENS, start=1)},
    **{word: number for number, word in enumerate(_TEENS, start=1)},
    "a": 1,
    "an": 1,
    "a hundred": 100,
    "one hundred": 100,
    "two hundred": 200,
}
# What makes of a weekday a day of its own: "Good Friday"
FEASTS = ("ash", "black", "bloody", "easter", "good", "holy", "maundy", "palm", "super")
HOLIDAYS = {
    "christmas day": (12, 25),
    "christmas eve": (12, 24),
    "new year's day": (1, 1),
    "new year's eve": (12, 31),
}


def day_number(word: str) -> int:
    """Give the number of a day: "26", "9th", "twelfth"."""
    word = word.lower()
    return ORDINALS.index(word) + 1 if word in ORDINALS else int(re.sub(r"\D", "", word))


def month_number(word: str) -> int:
    """Give the number of a month: "May", "Sept.", "OCTOBER"."""
    return [month[:3].lower() for month in MONTHS].index(word[:3].lower()) + 1


def weekday_number(word: str) -> int:
    """Give the number of a weekday, Monday being 0."""
    return [weekday.lower() for weekday in WEEKDAYS].index(word.lower())


def year_number(digits: str | None) -> int | None:
    """Give a year, or None where none is written."""
    return int(digits) if digits else None


def number(word: str) -> int:
    """Give a number that is written in digits or as a word."""
    word = " ".join(word.lower().split())
    return int(word) if word.isdigit() else sum(NUMBERS[part] for part in word.split("-"))
