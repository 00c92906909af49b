r"""tokens: the text of a query or an update is parted into its tokens, in a time linear in its length.

A token is a match whose `lastgroup` is its kind: comment, iri, string, broken (a string that its line does
not close), variable, language, name (prefix:local), word, number or operator.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

# Wider than the grammar where that is on the safe side: Oxigraph gives the error where it is narrower. What
# has failed once is not tried again from each place further on: characters of names without colon are parted
# at once, a string without an end is a token, and where a long string has no end, no later one has
_PARTS = r"""
    (?P<word>[^\W\d]\w*+)
  | (?P<number>\d++(?:\.\d++)?(?:[eE][+-]?\d++)?|\.\d++(?:[eE][+-]?\d++)?)
  | (?P<operator>&&|\|\||\^\^|!=|<=|>=|[^\s])
"""
_TOKENS = r"""
    (?P<comment>\#[^\n\r]*+)
  | (?P<iri><[^<>"{{}}|^`\x00-\x20]*+>)
  | (?P<string>{strings})
  | (?P<open>"{{3}}|'{{3}})
  | (?P<broken>"(?:[^"\\\n\r]|\\[^\n\r])*+|'(?:[^'\\\n\r]|\\[^\n\r])*+)
  | (?P<variable>[?$]\w++)
  | (?P<language>@[a-zA-Z][a-zA-Z0-9-]*+)
  | (?P<name>(?:[^\W\d_][\w.-]*+|_)?+:(?:[\w:%\\-]|\\.|\.(?=[\w:%\\.-]))*+)
  | (?P<run>[^\W\d_][\w.-]*+)
  | {parts}
"""
_LONG = r"{q}{{3}}(?:{q}{{0,2}}(?:[^{q}\\]|\\.))*+{q}{{3}} | (?!{q}{{3}})"
_SHORT = r"{q}(?:[^{q}\\\n\r]|\\[^\n\r])*+{q}"


def tokenize(text: str) -> Iterator[re.Match[str]]:
    """Part a text into its tokens, comments among them."""
    place: int | None = 0
    unclosed = ""  # the quotes of which no long string is closed further on
    while place is not None:
        tokens, place = _tokens(unclosed).finditer(text, place), None
        for token in tokens:
            if token.lastgroup == "run":
                yield from _parts().finditer(text, token.start(), token.end())
            elif token.lastgroup == "open":
                place, unclosed = token.start(), unclosed + token[0][0]
                break
            else:
                yield token


@cache
def _parts() -> re.Pattern[str]:
    return re.compile(_PARTS, re.VERBOSE)


@cache
def _tokens(unclosed: str) -> re.Pattern[str]:
    strings = " | ".join(("" if q in unclosed else _LONG.format(q=q)) + _SHORT.format(q=q) for q in "\"'")
    return re.compile(_TOKENS.format(strings=strings, parts=_PARTS), re.VERBOSE | re.DOTALL)
