"""short_names: by which words of their full names persons may be named again."""

from __future__ import annotations

from collections.abc import Iterable

from graph.linking.gazetteer import Gazetteer
from graph.linking.known import Known
from graph.model import EntityType
from graph.names.person_names import SUFFIXES, load_titles
from graph.names.words import fold


def short_names(names: Iterable[str], gazetteer: Gazetteer) -> frozenset[str]:
    """Return the folded words by which the persons with these full names may be named again."""
    parts: set[str] = set()
    for name in names:
        words = [fold(word.strip(",.()\"“”'‘’")) for word in name.replace("\u00a0", " ").split()]
        if len(words) > 1:
            parts.update(words)
            parts.update(word[3:] for word in words if word.startswith(("al-", "el-")))
    return frozenset(part for part in parts if _is_telling(part, gazetteer))


def _is_telling(part: str, gazetteer: Gazetteer) -> bool:
    titles = load_titles()
    if len(part) < 2 or part in titles.particles or part in SUFFIXES or part in titles.never:
        return False
    return not any(_outweighs(known, part) for known in gazetteer.named(part))


def _outweighs(known: Known, part: str) -> bool:
    """Tell whether a name alone means a state, an alliance or an abbreviation rather than a person."""
    if known.type in {EntityType.COUNTRY, EntityType.INTERNATIONAL_ORGANIZATION}:
        return True
    return part.upper() in {known.name, *known.aliases}
