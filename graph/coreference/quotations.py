"""quotations: who speaks the words between quotation marks; whoever he names "he" is another."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Token

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
    """Tell whether a word stands between quotation marks, which may be in other lines of its paragraph."""
    token = words[place].token
    marks = [each for each in token.doc for sign in each.text if sign in MARKS]
    before = sum(mark.i < token.i for mark in marks)
    begins_inside = bool(marks) and _closes(marks[0])
    return (before + begins_inside) % 2 == 1


def _closes(mark: Token) -> bool:
    if mark.text != '"':
        return "”" in mark.text
    return mark.i > 0 and not mark.nbor(-1).whitespace_
