"""bylines: who brings the report is named, but not spoken of ("LIMA (AP) _", "X reports", "I'm X")."""

from __future__ import annotations

from collections.abc import Sequence

from graph.model import EntityType
from graph.offices.line import Word

DATELINE = 10  # words before the text of a report begins
DASHES = frozenset({"_", "-", "--", "–", "—"})
WRITING = frozenset({"reporting", "editing", "writing", "written", "compiled"})


def is_byline(words: Sequence[Word], place: int) -> bool:
    """Tell whether the name at a place of a line is that of the reporter or of the agency that reports."""
    before = [word.lower for word in words[max(0, place - 2) : place]]
    after = [word.lower for word in words[place + 1 : place + 3]]
    if place < DATELINE and before[-1:] == ["("] and after[:1] == [")"] and DASHES & set(after):
        return True
    mention = words[place].mention
    if mention is None or mention.type is not EntityType.PERSON:
        return False
    if before[-1:] == ["by"] and (place == 1 or before[0] in WRITING):
        return True
    return after[:1] == ["reports"] or before in (["i", "'m"], ["i", "am"])
