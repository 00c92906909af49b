"""quotations: who speaks the words between quotation marks; whoever he names "he" is another."""

from __future__ import annotations

from collections.abc import Sequence

from graph.coreference.discourse import Discourse
from graph.coreference.speakers import last_speakers, speaks
from graph.offices.line import Word
from graph.offices.nouns import load_nouns

MARKS = frozenset({'"', "“", "”"})


def quoted_speaker(discourse: Discourse, line: int, place: int) -> tuple[int, ...]:
    """Give who speaks the quotation in which a word stands, nobody outside quotations."""
    words = discourse.lines[line]
    if not is_quoted(words, place):
        return ()
    saying = [word for word in words if speaks(word.token) and not is_quoted(words, words.index(word))]
    if saying:
        return next((word.mention.entities for word in saying if word.mention is not None), ())
    said = load_nouns().deeds["speaker"]
    return next((each.entities for each in last_speakers(discourse, line) if each.verb in said), ())


def is_quoted(words: Sequence[Word], place: int) -> bool:
    """Tell whether a word stands between quotation marks, one of which may be in another line."""
    marks = [index for index, word in enumerate(words) for sign in word.text if sign in MARKS]
    before = sum(index < place for index in marks)
    begins_inside = bool(marks) and _closes(words, marks[0])
    return (before + begins_inside) % 2 == 1


def _closes(words: Sequence[Word], index: int) -> bool:
    if words[index].text != '"':
        return "”" in words[index].text
    return index > 0 and words[index - 1].span.end == words[index].span.start
