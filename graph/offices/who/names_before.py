"""names before: who is named before a title ("X, the Kenyan foreign minister", "X, who is now chair")."""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence

from graph.model import EntityType
from graph.offices.line import Word
from graph.offices.nouns import DETERMINERS
from graph.offices.phrases import Phrase, is_definite, main_word
from graph.offices.who.joints import BEING, JOINTS, OPENERS
from graph.offices.who.persons import Person, pair_owners, person_at

# "X, who holds the chair of the AU"
HOLDING = frozenset({"holds", "holding"})
# "X, in his capacity as chair"
CAPACITY = frozenset({"in", "his", "her", "capacity"})

LONGEST = 5  # words of "the retired teacher"


def people_before(words: Sequence[Word], office: Phrase, taken: Mapping[int, Person]) -> list[Person]:
    """Read "X, Peru's minister", and for a plural title several names.

    `taken` remembers the names before earlier titles, by the ends of these.
    """
    if _opens_unread_name(words, office):
        return []
    gap, index = _gap_before(words, office)
    if office.begin - len(gap) in taken and gap and set(gap) <= {"and", ","} and not office.plural:
        return [taken[office.begin - len(gap)]]
    index = (
        _skip_description(words, _skip_origin(words, index)) if "who" in gap else _skip_origin(words, index)
    )
    person = person_at(words, index)
    if person is None or not (_links(words, office, gap) or _is_named_subject(words, office, index)):
        return []
    # "Y met X in her capacity as chair"
    if _is_in_capacity(words, office) and words[index].token.dep_ != "nsubj":
        return []
    are_all = office.plural and not _is_of_one(words, office)
    return pair_owners(office, _list_back(words, index) if are_all else [Person(index, person)])


def _gap_before(words: Sequence[Word], office: Phrase) -> tuple[list[str], int]:
    """Give what joins a title to what stands before it, the nearest first, and the place of that."""
    index = office.begin - 1 - (2 if _is_of_one(words, office) else 0)
    gap: list[str] = []
    in_capacity = _is_in_capacity(words, office)
    while index >= 0 and not words[index].mention:
        lower = words[index].lower
        is_held = (lower in HOLDING and office.noun == "chair") or (in_capacity and lower in CAPACITY)
        if lower not in JOINTS and not (lower.isdigit() or is_held or lower == ")"):
            break
        gap.append(lower)
        index -= 1
    return gap, index


def _is_of_one(words: Sequence[Word], office: Phrase) -> bool:
    """Read "X, one of the six members of the council"."""
    before = [word.lower for word in words[max(0, office.begin - 3) : office.begin]]
    return office.plural and before == [",", "one", "of"]


def _is_in_capacity(words: Sequence[Word], office: Phrase) -> bool:
    before = words[max(0, office.begin - 2) : office.begin]
    return [word.lower for word in before] == ["capacity", "as"]


def _opens_unread_name(words: Sequence[Word], office: Phrase) -> bool:
    """Tell whether a name that nobody knows stands behind a title: "and Minister of Trade X Y"."""
    behind = words[office.end : office.end + 2]
    return len(behind) == 2 and all(
        word.mention is None and word.token.pos_ == "PROPN" and word.text.istitle() for word in behind
    )


def _skip_description(words: Sequence[Word], index: int) -> int:
    """Step back over what somebody is who is an officer: "X, the retired teacher who was envoy"."""
    for comma in range(index - 1, max(0, index - LONGEST), -1):
        if words[comma].text == ",":
            is_told = words[comma + 1].lower in ("the", "a", "an") and person_at(words, comma - 1) is not None
            return comma - 1 if is_told else index
        if words[comma].token.pos_ not in ("ADJ", "DET", "NOUN", "PROPN"):
            break
    return index


def _skip_origin(words: Sequence[Word], index: int) -> int:
    """Step back from the country in "X of Dominica, the chairman of CARICOM" to the name."""
    mention = words[index].mention if index >= 2 else None
    if mention is None or mention.type not in (EntityType.COUNTRY, EntityType.PLACE):
        return index
    name = index - 2 - (words[index - 1].lower == "the")
    return name if person_at(words, name) and words[name + 1].lower == "of" else index


def _links(words: Sequence[Word], office: Phrase, gap: Sequence[str]) -> bool:
    following = words[office.end] if office.end < len(words) else None
    fronted = following is not None and following.token.pos_ in ("VERB", "AUX")
    if "as" in gap and (office.plural or (fronted and is_definite(words, office))):
        return False  # "said X, as the leaders of Peru met"
    if BEING & set(gap):
        return "to" not in gap or "be" in gap
    if not OPENERS & set(gap) or "and" in gap:
        return False
    return not fronted and (is_definite(words, office) or office.end > office.head + 1 or not office.plural)


def _is_named_subject(words: Sequence[Word], office: Phrase, index: int) -> bool:
    """Read "X, Peruvian President said": with an article it may be someone else, and in "say" two do so."""
    name, title = words[index].token, main_word(words, office).token
    is_titled = title.dep_ == "appos" and title.head == name and words[office.begin].lower not in DETERMINERS
    return is_titled and name.dep_ == "nsubj" and name.head.tag_ != "VBP" and index + 2 == office.begin


def _list_back(words: Sequence[Word], index: int) -> list[Person]:
    people: list[Person] = []
    while (person := person_at(words, index)) is not None:
        people.append(Person(index, person))
        index -= 1
        start = index
        while index >= 0 and words[index].lower in (",", "and", "&"):
            index -= 1
        if index == start:
            break
    return people[::-1]


def titled_before(words: Sequence[Word], office: Phrase, titled: Container[int]) -> list[Person]:
    """Read "President X and current chair of the AU": no determiner or owner begins another's title."""
    index = office.begin - 1
    joint = {words[index].lower} if index >= 0 else set()
    while index >= 0 and words[index].lower in (",", "and"):
        index -= 1
    person = person_at(words, index)
    opens = office.begin == office.first and bool(office.owners) and not office.plural
    return [Person(index, person)] if person and opens and joint == {"and"} and index in titled else []
