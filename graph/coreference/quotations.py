"""quotations: who speaks the words between quotation marks; whoever he names "he" is another."""

from __future__ import annotations

from bisect import bisect_left

from spacy.tokens import Doc, Token

from graph.coreference.discourse import Discourse
from graph.coreference.speakers import last_speakers, speaks
from graph.offices.line import Word
from graph.offices.nouns import load_nouns

MARKS = frozenset({'"', "“", "”"})


def quoted_speaker(discourse: Discourse, line: int, place: int) -> tuple[int, ...]:
    """Give who speaks the quotation in which a word stands, nobody outside quotations."""
    words = discourse.lines[line]
    if not is_quoted(words[place]):
        return ()
    saying = [word for word in words if speaks(word.token) and not is_quoted(word)]
    if saying:
        return next((word.mention.entities for word in saying if word.mention is not None), ())
    said = load_nouns().deeds["speaker"]
    return next((each.entities for each in last_speakers(discourse, line) if each.verb in said), ())


def is_quoted(word: Word) -> bool:
    """Tell whether a word stands between quotation marks, which may be in other lines of its paragraph."""
    marks, doc = _marks(word.token.doc), word.token.doc
    begins_inside = bool(marks) and _closes(doc[marks[0]])
    return (bisect_left(marks, word.token.i) + begins_inside) % 2 == 1


def _marks(doc: Doc) -> list[int]:
    """Give the numbers of the tokens that hold a quotation mark, once for each."""
    # Asked again and again of one paragraph, which may be a long one
    if "quotation marks" not in doc.user_data:
        doc.user_data["quotation marks"] = [each.i for each in doc for sign in each.text if sign in MARKS]
    marks: list[int] = doc.user_data["quotation marks"]
    return marks


def _closes(mark: Token) -> bool:
    if mark.text != '"':
        return "”" in mark.text
    return mark.i > 0 and not mark.nbor(-1).whitespace_
