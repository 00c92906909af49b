"""body_links: the small words by which a body's name goes on: "of Energy [and] Water", "[for a] Coast"."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from graph.linking.gazetteer import Found
from graph.model import EntityType
from graph.names.body_heads import Headed, headed_at, load_heads
from graph.names.ordinary import is_ordinary
from graph.names.person_names import are_two_names, load_titles
from graph.names.worded import Worded
from graph.names.words import HYPHENS

MISSIONS = frozenset({"embassy", "consulate", "mission", "commission", "representation"})
# Whose front, party or army it may be, by its own name.
PEOPLE = frozenset({"people", "women", "children"})
LINKS = frozenset({"of", "for", "on", "and", "&", "the", "in"})
PREFIXED = frozenset({"lake", "mount", "cape", "fort", "camp", "port"})


def may_link(headed: Headed, end: int, at: int, links: Sequence[str]) -> bool:
    """Tell whether these small words may continue the name with the capitalised word behind them."""
    if not links:
        is_other = _follows_known(headed, end, at) or _follows_field(headed, end, at)
        goes_on = (end > headed.last and not is_other) or _is_wing(headed, end)
        return headed.key[-1] in PREFIXED or goes_on
    if links[0] == "the" or links[:2] in (["and", "of"], ["and", "for"]):  # "the League of A and of the B"
        return False
    country_next = at in headed.known and is_state(headed.known[at])
    if "in" in links:
        return headed.key[-1] in MISSIONS and country_next
    if links[0] in {"and", "&"}:
        is_field = end > headed.last or is_further_field(headed, at)
        return is_field and not _begins_another(headed, at, links)
    if links[0] in {"on", "for"}:
        # "The High Representative of the European Union for Foreign Affairs"
        is_whole = any(found.end == end and is_union(found) for found in headed.known.values())
        return (end == headed.last and not is_whole) or _is_aim(headed, at)
    return True


def small_words(headed: Headed, end: int) -> int:
    """Return where the small words behind a part of a body's name end: "of the", "for a"."""
    line, words, at = headed.line, headed.line.words, end
    while at < len(words) and line.joined(at - 1) and _is_small(headed, end, at):
        at += 1
    return at


def _is_small(headed: Headed, end: int, at: int) -> bool:
    word = headed.line.words[at]
    is_aim = at == end + 1 and headed.line.words[end].text == "for" and _is_movement(headed)
    return word.folded in LINKS or (is_aim and word.text in {"a", "an"})


def behind_pair(headed: Headed, at: int) -> int | None:
    """Return the end behind two states that a hyphen joins in a name: Forum on [Peru-Chile Cooperation]."""
    line, known = headed.line, headed.known
    second = known[at].end if at in known else len(line.words)
    last = known[second].end if second in known else len(line.words)
    if last >= len(line.words) or line.between(second - 1) not in HYPHENS or line.between(last - 1) != " ":
        return None
    word = line.words[last]
    return last + 1 if word.capital and is_ordinary(word.folded) else None


def behind_people(headed: Headed, end: int) -> int | None:
    """Return the end of the word behind a people's genitive in a name: Committee of the [People's Front]."""
    words = headed.line.words
    is_people = words[end].text == "s" and words[end - 1].capital and words[end - 1].folded in PEOPLE
    is_more = end + 1 < len(words) and words[end + 1].capital and headed.line.between(end) == " "
    return end + 2 if is_people and end > headed.last and is_more else None


def _is_aim(headed: Headed, at: int) -> bool:
    """Tell whether a movement's aim stands there: the Alliance of Workers for the [Liberation of Peru]."""
    words = headed.line.words
    is_of = at + 1 < len(words) and words[at + 1].text == "of"
    return _is_movement(headed) and is_of and is_ordinary(words[at].folded)


def _is_movement(headed: Headed) -> bool:
    return load_heads().types.get(headed.key) is EntityType.ORGANIZATION


def is_further_field(headed: Headed, at: int) -> bool:
    """Tell whether a field stands behind a head with one: Ministry of Foreign Affairs and [Migration]."""
    words = headed.line.words
    if "of" not in headed.key or at >= len(words) or any(map(load_titles().is_title, words[at : at + 2])):
        return False
    is_one_name = headed.line.tokens[at].ent_iob_ == "I" and words[at - 1].text != ","
    return is_one_name or is_ordinary(words[at].folded)


def _begins_another(headed: Headed, at: int, links: Sequence[str]) -> bool:
    """Tell whether another body's name begins behind "and": a ministry and the [Coastal Trade Council]."""
    words, found = headed.line.words, headed.known.get(at)
    if found is not None and found.names[0].known.type not in {EntityType.PLACE, EntityType.PERSON}:
        return True
    if _is_title(headed.line, at + 1):  # "the Committee of Ministers and Foreign Minister of Peru"
        return True
    capitals = takewhile(lambda index: words[index].capital, range(at, len(words)))
    # "The Party of Northern Ireland and Velkan Union"
    is_closed = any(found.end == at - len(links) for found in headed.known.values())
    stretch = capitals if links[-1] == "the" or is_closed else (at,)
    return any(headed_at(headed.line, index, headed.known) is not None for index in stretch)


def _is_title(line: Worded, index: int) -> bool:
    """Tell whether the noun of a title stands there, which is no part of a body's name."""
    word = line.words[index] if index < len(line.words) else None
    is_noun = word is not None and word.capital and word.folded in load_titles().heads
    return is_noun and word is not None and word.folded not in {"executive", "general", "justice"}


def _follows_known(headed: Headed, end: int, at: int) -> bool:
    """Tell whether a strange word stands behind a known name: the Senate of the Oliy Majlis [Tanzila]."""
    is_strange = not is_ordinary(headed.line.words[at].folded)
    return is_strange and any(found.end == end for found in headed.known.values())


def _is_wing(headed: Headed, end: int) -> bool:
    """Tell whether a hyphen joins the wing of a movement to its name: the Freedom Movement-North."""
    return _is_movement(headed) and headed.line.between(end - 1) == "-" and end not in headed.known


def _follows_field(headed: Headed, end: int, at: int) -> bool:
    """Tell whether a strange word stands behind a ministry's field: the Ministry of Foreign Affairs [Ana].

    Behind the field of any other body two do: the Institute of Studies [Ana Paz].
    """
    before, word = headed.line.words[end - 1], headed.line.words[at]
    is_strange = at not in headed.known and not is_ordinary(word.folded) and not word.text.isupper()
    is_of_state = load_heads().types.get(headed.key) is EntityType.GOVERNMENT_BODY
    is_parted = is_of_state or are_two_names(headed.line, at)
    return is_strange and is_ordinary(before.folded) and is_parted


def is_state(found: Found) -> bool:
    """Tell whether a known name is that of a state, and no adjective of it."""
    return any(name.known.type is EntityType.COUNTRY and not name.is_demonym for name in found.names)


def is_union(found: Found) -> bool:
    """Tell whether a known name can only be that of an organisation of states."""
    return all(name.known.type is EntityType.INTERNATIONAL_ORGANIZATION for name in found.names)
