"""openings: words that open a sentence, and are no part of the name behind them for all their capital."""

from __future__ import annotations

from collections.abc import Mapping

from graph.linking.gazetteer import Found
from graph.names.ordinary import is_ordinary
from graph.names.worded import Worded

_NAMING = frozenset({"NOUN", "PROPN", "X"})


def opens_before_known(line: Worded, index: int, known: Mapping[int, Found]) -> bool:
    """Tell whether an ordinary word opens a sentence before a known name: [Other] UN members."""
    is_before = index == 0 and index + 1 in known and index not in known and not line.is_titled
    is_done = line.words[index].folded.endswith("ed") and is_ordinary(line.words[index].folded)
    return is_before and (is_done or opens_plainly(line, index))


def opens_plainly(line: Worded, index: int) -> bool:
    """Tell whether an ordinary word that is no noun opens a sentence: [Smaller] Ostavik delegations."""
    is_first = index == 0 and not line.is_titled and not line.is_loud
    return is_first and line.tokens[0].pos_ not in _NAMING and is_ordinary(line.words[0].folded)
