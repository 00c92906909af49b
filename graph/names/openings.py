"""openings: words that open a sentence, and are no part of the name behind them for all their capital."""

from __future__ import annotations

from collections.abc import Mapping

from graph.linking.gazetteer import Found
from graph.names.ordinary import is_ordinary
from graph.names.worded import Worded

_NAMING = frozenset({"NOUN", "PROPN", "X"})


def opens_before_known(line: Worded, index: int, known: Mapping[int, Found]) -> bool:
    """Tell whether an ordinary word opens a sentence before a known name: [Other] UN members."""
    is_before = is_first(line, index) and index + 1 in known and index not in known and not line.is_titled
    is_done = line.words[index].folded.endswith("ed") and is_ordinary(line.words[index].folded)
    return is_before and (is_done or opens_plainly(line, index))


def opens_plainly(line: Worded, index: int) -> bool:
    """Tell whether an ordinary word that is no noun opens a sentence: [Smaller] Ostavik delegations."""
    is_told = is_first(line, index) and not line.is_titled and not line.is_loud
    return is_told and line.tokens[index].pos_ not in _NAMING and is_ordinary(line.words[index].folded)


def is_first(line: Worded, index: int) -> bool:
    """Tell whether a word is the first of a sentence, or of a quotation that is one."""
    return not any(word.text[0].isalnum() for word in line.words[:index])
