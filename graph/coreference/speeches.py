"""speeches: whose words a line is, where "I" speaks outside any report ("Name: ...", "Remarks by Name")."""

from __future__ import annotations

from collections.abc import Sequence

from graph.coreference.quotations import MARKS
from graph.model import EntityType
from graph.offices.line import Word

FIRST_PERSON = frozenset({"i", "me", "my", "mine", "myself"})
KINDS = frozenset({"address", "message", "remarks", "speech", "statement"})
OPENING = 16  # words of a name and its title before a colon
ASKING = 3  # words of "Question:" or "Japan Times reporter:"
HEADINGS = 4  # lines within which a page says who speaks


def find_speakers(lines: Sequence[Sequence[Word]]) -> list[int | None]:
    """Tell of each line whose speech it is; None in what someone reports."""
    speakers: list[int | None] = []
    speaker: int | None = None
    for number, words in enumerate(lines):
        if _opens(words):
            speaker = _only_person(words[: _colon(words)])
        elif number < HEADINGS and speaker is None:
            speaker = _announced(words)
        speakers.append(speaker)
    return speakers


def _colon(words: Sequence[Word]) -> int:
    return next((place for place, word in enumerate(words[:OPENING]) if word.text == ":"), 0)


def _opens(words: Sequence[Word]) -> bool:
    """Tell whether a line begins with who speaks: "Minister Paz: This is", "Question: Will you"."""
    colon = _colon(words)
    named = _only_person(words[:colon]) is not None
    tells = any(word.token.pos_ in ("VERB", "AUX") for word in words[:colon] if not word.mention)
    quoted = bool(MARKS & {word.text for word in words[colon : colon + 2]})
    return 0 < colon < len(words) - 1 and not tells and not quoted and (named or colon <= ASKING)


def _announced(words: Sequence[Word]) -> int | None:
    """Read the heading "Remarks by Foreign Minister Paz"."""
    places = [place for place, word in enumerate(words) if word.lower == "by"]
    if not places or words[-1].text == "." or words[places[0] - 1].lower not in KINDS:
        return None
    return _only_person(words[places[0] :])


def _only_person(words: Sequence[Word]) -> int | None:
    people = {
        index
        for word in words
        if word.mention is not None and word.mention.type is EntityType.PERSON
        for index in word.mention.entities
    }
    return people.pop() if len(people) == 1 else None
