"""body_names: names of ministries, agencies, companies and places, found by the words that head them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from graph.linking.gazetteer import Found, Gazetteer
from graph.model import EntityType, Form
from graph.names.body_heads import Headed, headed_at, is_portfolio, load_heads
from graph.names.body_links import (
    MISSIONS,
    PEOPLE,
    behind_pair,
    behind_people,
    is_further_field,
    is_state,
    is_union,
    may_link,
    small_words,
)
from graph.names.candidate import Candidate, Rank
from graph.names.openings import opens_before_known
from graph.names.ordinary import is_ordinary
from graph.names.person_names import EVENTS, are_two_names, load_titles
from graph.names.recognised import are_hyphened
from graph.names.told import told_after
from graph.names.worded import Worded
from graph.names.words import HYPHENS

LONGEST = 14  # words of a name
PREFIXES = frozenset({"Anti", "Inter", "Multi", "Non", "Pan", "Trans"})
LISTING = frozenset({"ministry", "department", "committee"})
# Bare, these are names: there is one of them in the country that a text speaks of.
BARE = frozenset(
    {
        ("senate",),
        ("congress",),
        ("treasury",),
        ("duma",),
        ("foreign", "ministry"),
        ("foreign", "office"),
        ("ministry", "of", "foreign", "affairs"),
        ("diet",),
        ("house", "of", "commons"),
        ("house", "of", "lords"),
        ("house", "of", "representatives"),
    }
)
WORLDLY = frozenset({
    "un", "united", "eu", "european", "african", "international", "world", "asean", "nato", "osce",
    "eurasian",
})  # fmt: skip


OFFICERS = frozenset({("cabinet",), ("press",)})
# In a headline these are verbs.
VERBAL = frozenset({("fund",)})


def body_names(line: Worded, known: Mapping[int, Found], gazetteer: Gazetteer) -> Iterator[Candidate]:
    """Yield the names of bodies in a line; `known` has the known names by the word that they begin at."""
    index = 0
    while index < len(line.words):
        headed = headed_at(line, index, known)
        if headed is None:
            index += 1
            continue
        start, end = _left(headed), _right(headed)
        is_other = is_portfolio(headed, start) or are_hyphened(line, start, end, known)
        if _is_name(headed, start, end) and not is_other:
            yield _candidate(headed, start, end, gazetteer)
        index = max(end, index + 1)


# ---- to the left of the head


def _left(headed: Headed) -> int:
    """Return where the name begins: with capitalised words before the head, or with its owner."""
    line, start = headed.line, headed.first
    while start > 0 and (line.joined(start - 1) or _is_of_many(line, start - 1)):
        if _is_of_people(line, start - 1):
            start -= 2
        elif _may_precede(headed, start - 1):
            start -= 1
        else:
            break
    while (
        start < headed.first
        and not line.words[start].capital
        and line.words[start].folded not in {"al", "el"}
    ):
        start += 1
    if start > 1 and line.words[start - 1].text in {"s", "S"} and (headed.is_small or start == headed.first):
        return _owner(headed, start)
    return start


def _may_precede(headed: Headed, index: int) -> bool:
    line = headed.line
    is_apart = _is_headline_verb(headed, index) or opens_before_known(line, index, headed.known)
    return not is_apart and (
        _is_proper(line, index)
        or _is_particle(line, index)
        or _is_initial(line, index)
        or (_is_pair(line, index) and not _is_beside_known(headed, index))
        or _is_plural_title(line, index)
    )


def _is_headline_verb(headed: Headed, index: int) -> bool:
    """Tell whether a state's verb stands there in a title: Kenya [Joins] African Development Bank."""
    word = headed.line.words[index]
    states = (found for start, found in headed.known.items() if _is_of_country(headed, start))
    is_after = headed.line.is_titled and any(found.end == index for found in states)
    # "Kenya Ports Authority"
    is_beside = index + 1 == headed.first
    return is_after and not is_beside and word.folded.endswith("s") and is_ordinary(word.folded)


def _is_of_people(line: Worded, index: int) -> bool:
    """Tell whether the genitive of people stands inside a name: the Coastal People's Front."""
    owner = line.words[index - 1] if index > 0 and line.words[index].text == "s" else None
    return owner is not None and owner.capital and owner.folded in PEOPLE


def _is_of_many(line: Worded, index: int) -> bool:
    """Tell whether the genitive of a plural stands inside a name: the Workers' Party."""
    word = line.words[index]
    return word.folded.endswith("s") and is_ordinary(word.folded) and line.between(index) in {"' ", "’ "}


def _is_beside_known(headed: Headed, index: int) -> bool:
    """Tell whether "and" stands behind a known name, or before a country's adjective."""
    ends = {found.end for found in headed.known.values()}
    return index in ends or _is_of_country(headed, index + 1)


def _is_of_country(headed: Headed, index: int) -> bool:
    """Tell whether a country's adjective stands there: Western and [Peruvian] foreign ministry."""
    found = headed.known.get(index)
    return found is not None and found.names[0].known.type is EntityType.COUNTRY


def _is_pair(line: Worded, index: int) -> bool:
    """Tell whether "and" joins two plain nouns of a name: Peace and Security Council."""
    if line.words[index].text not in {"and", "&"} or index == 0 or not line.joined(index - 1):
        return False
    before = line.words[index - 1].folded
    is_plain = is_ordinary(before) or _is_seen_as_one(line, index)
    return _is_proper(line, index - 1) and is_plain and (before,) not in load_heads().types


def _is_seen_as_one(line: Worded, index: int) -> bool:
    """Tell whether the model sees one name on both sides of a word: the Farm [and] Velkan Service."""
    is_one = all(each.ent_iob_ == "I" and each.ent_type_ == "ORG" for each in line.tokens[index : index + 2])
    # The Party for [Bread and Land Movement]
    begins = line.tokens[index - 1].ent_iob_ == "B" or line.words[index - 2].capital
    return is_one and begins


def _is_plural_title(line: Worded, index: int) -> bool:
    """Tell whether a title in the plural stands inside a name: Council of Foreign Ministers."""
    word, before = line.words[index], line.words[index - 1] if index > 0 else None
    is_plural = word.capital and word.folded.removesuffix("s") in load_titles().heads - {word.folded, "head"}
    plain = before is not None and (before.text == "of" or (before.capital and is_ordinary(before.folded)))
    return is_plural and plain and not line.is_titled and not line.is_loud


def _is_particle(line: Worded, index: int) -> bool:
    """Tell whether a small word stands inside a name: Charles de Gaulle, al-Ittihadiya, Inter-state."""
    word, gap = line.words[index], line.between(index)
    if word.folded in {"al", "el"}:
        return gap == "-"
    if word.text.islower() and index > 0 and line.words[index - 1].text in PREFIXES:
        return gap == " " and line.between(index - 1) in HYPHENS
    return word.text in {"de", "del", "da", "di", "du", "la"} and index > 0 and _is_proper(line, index - 1)


def _is_initial(line: Worded, index: int) -> bool:
    """Tell whether a letter stands for a second name: the Marek [S.] Velkan Library."""
    is_letter = len(line.words[index].text) == 1 and line.words[index].capital
    return is_letter and line.between(index).startswith(".") and index > 0 and line.words[index - 1].capital


def _owner(headed: Headed, start: int) -> int:
    """Return where the owner in "Kenya's foreign ministry" begins, if a country or a capital is the owner."""
    for begin in range(max(0, start - 5), start - 1):
        found = headed.known.get(begin)
        if found and found.end == start - 1 and _may_own(found):
            return begin
    return start


def _may_own(found: Found) -> bool:
    return any(name.known.type is EntityType.COUNTRY or name.known.kind == "capital" for name in found.names)


def _is_proper(line: Worded, index: int) -> bool:
    """Tell whether a word may be part of a body's name."""
    word, titles = line.words[index], load_titles()
    if (
        not word.capital
        or word.text in {"My", "Your"}
        or not word.text[0].isalpha()
        or word.folded in titles.never - {"new", "foreign", "affairs"}
    ):
        return False
    if (line.is_titled or index == 0) and line.tokens[index].pos_ in {"VERB", "AUX", "ADV", "SCONJ"}:
        return False
    return not titles.is_title(word) or word.folded in {"executive", "general", "justice"}


def _is_office_of(headed: Headed, links: Sequence[str], index: int) -> bool:
    """Tell whether a title belongs to the name: Office of the High Commissioner, Office of the President."""
    word = headed.line.words[index]
    titled = word.capital and (load_titles().is_title(word) or word.folded in {"high", "prime", "vice"})
    return (
        titled
        and headed.key[-1] in {"office", "administration", "chancellery", "secretariat"}
        and (bool(links) or index > headed.last)
    )


# ---- to the right of the head


def _right(headed: Headed) -> int:
    """Return where the name ends: "of Energy", "of Energy and Water Resources of Tajikistan"."""
    end = headed.last
    if headed.is_small and headed.key[-1] in {"ministry", "office"}:
        return _behind_state(headed)
    while end < min(len(headed.line.words), headed.first + LONGEST):
        step = _step(headed, end)
        if step is None or step <= end:
            break
        end = step
        if _ends_with_country(headed, end):
            break
    return _behind_host(headed, end)


def _behind_host(headed: Headed, end: int) -> int:
    """Return the end behind the state to which a union's delegation is sent: the EU Delegation [to Peru]."""
    words, at = headed.line.words, end + 1
    is_union_s = any(found.end == headed.first and is_union(found) for found in headed.known.values())
    if headed.key != ("delegation",) or not is_union_s or end >= len(words) or words[end].text != "to":
        return end
    at += at < len(words) and words[at].text == "the"
    return headed.known[at].end if at in headed.known and is_state(headed.known[at]) else end


def _behind_state(headed: Headed) -> int:
    """Return the end of "of Kenya" behind a head, or that of the head, as in "of Kenya's neighbour"."""
    words, at = headed.line.words, headed.last
    while at < len(words) and words[at].folded in ({"of"} if at == headed.last else {"the"}):
        at += 1
    state = headed.known.get(at) if at > headed.last else None
    if state is None or not is_state(state):
        return headed.last
    is_owner = state.end < len(words) and words[state.end].text == "s"
    return headed.last if is_owner else state.end


def _step(headed: Headed, end: int) -> int | None:
    """Return the end after one more part of the name: "of India", "and Trade", ", Industry and Trade"."""
    line, words = headed.line, headed.line.words
    if words[end].text == ",":
        return _listed(headed, end)
    if (people := behind_people(headed, end)) is not None:
        return people
    at = small_words(headed, end)
    links = [word.folded for word in words[end:at]]
    if at >= len(words) or not line.joined(at - 1):
        return None
    if not any((_is_proper(line, at), _is_office_of(headed, links, at), _is_plural_title(line, at))):
        return None
    if not may_link(headed, end, at, links):
        return None
    pair = behind_pair(headed, at) if links else None
    return pair or (headed.known[at].end if at in headed.known and links else at + 1)


def _listed(headed: Headed, comma: int) -> int | None:
    """Return the end of ", Industry" where "and Trade" follows: a list within the name of a ministry."""
    words, at = headed.line.words, comma + 1
    if LISTING.isdisjoint(headed.key) or (comma == headed.last and not is_further_field(headed, at)):
        return None
    while at < len(words) and words[at].capital:
        at += 1
    if comma + 1 < at < len(words) - 1 and words[at].folded in {"and", ","} and words[at + 1].capital:
        if are_two_names(headed.line, at + 1):
            return None
        return at if headed_at(headed.line, at + 1, headed.known) is None else None
    return None


def _ends_with_country(headed: Headed, end: int) -> bool:
    words = headed.line.words
    for start in range(headed.last, end):
        found = headed.known.get(start)
        if found and found.end == end and is_state(found):
            return not (headed.key[-1] in MISSIONS and end < len(words) and words[end].folded in {"in", "to"})
    return False


# ---- the whole


def _is_name(headed: Headed, start: int, end: int) -> bool:
    """Tell whether more than a bare head stands there."""
    words = headed.line.words
    is_verb = headed.key in VERBAL and headed.line.is_titled
    is_campaign = words[start].text in EVENTS  # Operation Desert Lantern
    is_new = [word.text for word in words[start : headed.first]] == ["New"]
    if is_verb or is_campaign or is_new or _is_some_mission(headed, start) or _is_officer(headed, end):
        return False
    if headed.is_small and load_heads().small[headed.key] is EntityType.PLACE:
        return any(
            index not in headed.known for index in range(start, headed.first) if words[index].text != "s"
        )
    if headed.is_small and headed.line.tokens[headed.last - 1].pos_ == "ADJ":  # U.S. military aid
        return False
    if headed.is_small:
        return _has_proper_word(headed, start, headed.first) or end > headed.last
    if headed.key in BARE:
        return not is_consulted(headed.line, end)
    is_more = end - start > len(headed.key)
    is_generic = load_heads().types.get(headed.key) is EntityType.COMPANY and not _has_proper_word(
        headed, start, end
    )
    return is_more and not is_generic


def _is_officer(headed: Headed, end: int) -> bool:
    """Tell whether a cabinet or the press is but part of a title: "the Trade Cabinet Secretary"."""
    behind = headed.line.words[end : end + 1]
    return headed.key in OFFICERS and [word.folded for word in behind] == ["secretary"]


def _is_some_mission(headed: Headed, start: int) -> bool:
    """Tell whether a mission is one that a text brings up and does not name: "an embassy in Peru"."""
    before = headed.line.words[start - 1].folded if start > 0 and headed.is_small else ""
    return headed.key[-1] in MISSIONS and before in {"a", "an"}


def is_consulted(line: Worded, end: int) -> bool:
    """Tell whether "Foreign Office" is said of consultations, not of a body."""
    return end < len(line.words) and line.words[end].folded in {"consultation", "consultations"}


def _has_proper_word(headed: Headed, start: int, end: int) -> bool:
    words = headed.line.words[start:end]
    return any(
        word.capital and not is_ordinary(word.folded) and word.folded not in headed.key for word in words
    )


def _candidate(headed: Headed, start: int, end: int, gazetteer: Gazetteer) -> Candidate:
    span = headed.line.span(start, end)
    known = gazetteer.named(headed.line.quote(span))
    kind = known[0].type if known else told_after(headed.line, end) or _type_of(headed, start, end)
    return Candidate(span, kind, Form.NAME, Rank.HEADED_NAME if kind is EntityType.PLACE else Rank.BODY)


def _type_of(headed: Headed, start: int, end: int) -> EntityType:
    words = [word.folded for word in headed.line.words[start:end]]
    kind = (load_heads().small if headed.is_small else load_heads().types).get(headed.key)
    kind = kind or EntityType.GOVERNMENT_BODY
    if words[0] in WORLDLY and words[:2] not in (["united", "states"], ["united", "kingdom"]):
        return (
            kind if kind in {EntityType.PLACE, EntityType.COMPANY} else EntityType.INTERNATIONAL_ORGANIZATION
        )
    if any(at > headed.last and found.end == end and is_union(found) for at, found in headed.known.items()):
        return EntityType.INTERNATIONAL_ORGANIZATION
    if headed.key == ("bank",) and {"central", "national", "state", "of"} & set(words):
        return EntityType.GOVERNMENT_BODY
    return kind
