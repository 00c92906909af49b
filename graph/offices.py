"""offices: titles of office as they stand in a line ("the Iranian foreign minister", "head of Rosatom")."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files

from graph.line import Word
from graph.model import EntityType, Mention

POSSESSIVES = frozenset({"his", "her", "its", "their", "my", "our", "whose"})
DETERMINERS = frozenset({"the", "a", "an", "this", "that", "both", "some"})
PREPOSITIONS = frozenset({"of", "for", "to", "on", "in", "at"})
BODIES = frozenset(
    {EntityType.INTERNATIONAL_ORGANIZATION, EntityType.GOVERNMENT_BODY, EntityType.ORGANIZATION, EntityType.COMPANY}
)
CONTENT = frozenset({"NOUN", "PROPN", "ADJ", "NUM"})


@dataclass(frozen=True, slots=True)
class Titles:
    """The words of `offices.toml`."""

    heads: Mapping[tuple[str, ...], str]
    kept: frozenset[str]
    dropped: frozenset[str]
    same: Mapping[str, str]
    honorifics: frozenset[str]
    verbs: Mapping[str, str]
    appointing: frozenset[str]
    away: frozenset[str]


@dataclass(frozen=True, slots=True)
class Office:
    """A title in a line: indexes of its words, `begin` and `end` with determiner, owners and complements.

    `owners` are the mentions that say whose office it is; `possessor` is a pronoun or a noun ("its president",
    "the country's president"). `nameless` tells that an unknown name stands where the owner should.
    """

    begin: int
    first: int
    head: int
    end: int
    role: str
    noun: str
    national: bool
    plural: bool = False
    owners: tuple[Mention, ...] = ()
    possessor: Word | None = None
    nameless: bool = False


@cache
def load_titles() -> Titles:
    """Read the words that make up titles."""
    table = tomllib.loads(files("graph").joinpath("offices.toml").read_text("utf-8"))
    heads = {tuple(noun.split()): kind for kind, nouns in table["heads"].items() for noun in nouns}
    return Titles(
        heads=heads,
        kept=frozenset(table["modifiers"]["kept"]),
        dropped=frozenset(table["modifiers"]["dropped"]),
        same=table["same"],
        honorifics=frozenset(table["honorifics"]["words"]),
        verbs=table["verbs"],
        appointing=frozenset(table["appointing"]["words"]),
        away=frozenset(table["away"]["nouns"]),
    )


def find_offices(words: Sequence[Word]) -> tuple[Office, ...]:
    """Find the titles of a line, from left to right."""
    offices: list[Office] = []
    start = 0
    while start < len(words):
        office = _office_at(words, start)
        if office is None:
            start += 1
            continue
        offices.append(office)
        start = max(office.end, start + 1)
    return tuple(offices)


def singular(word: str) -> str:
    """Cut the plural ending off an English noun."""
    if word.endswith("men"):
        return word[:-3] + "man"
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word


def _office_at(words: Sequence[Word], start: int) -> Office | None:
    matched = _match_head(words, start)
    if matched is None:
        return None
    noun, kind, plural, after = matched
    following = _match_head(words, after)
    if following is not None and not words[after].mention:
        return None  # "chief negotiator": the last noun is the head
    first, nameless = _first_title_word(words, start, noun)
    office = Office(first, first, after - 1, after, "", noun, kind == "country", plural, nameless=nameless)
    office = _with_owners_before(words, office)
    return _with_complements(words, office)


def _match_head(words: Sequence[Word], start: int) -> tuple[str, str, bool, int] | None:
    heads = load_titles().heads
    for length in (4, 3, 2, 1):
        group = words[start : start + length]
        if len(group) < length or any(word.mention for word in group):
            continue
        lowers = [word.lower for word in group]
        for index in (None, 0, length - 1):
            forms = [singular(lower) if index == place else lower for place, lower in enumerate(lowers)]
            kind = heads.get(tuple(forms))
            if kind and not _is_verb(group[0]):
                return " ".join(forms), kind, forms != lowers, start + length
    return None


def _is_verb(word: Word) -> bool:
    return word.token.pos_ == "VERB" and word.text.islower()


def _first_title_word(words: Sequence[Word], start: int, noun: str) -> tuple[int, bool]:
    first = start
    while first > 0 and start - first < 8:
        word = words[first - 1]
        if word.mention or word.token.ent_type_ in ("DATE", "TIME"):
            break
        if _names_portfolio_list(words, first - 1, noun):
            first -= 2
        elif _belongs_to_title(words[start], word):
            first -= 1
        else:
            return first, _is_unknown_name(words, first - 1)
    return first, False


def _belongs_to_title(head: Word, word: Word) -> bool:
    titles = load_titles()
    if word.lower in titles.kept or word.lower in titles.dropped:
        return True
    if not word.text[:1].isalpha() or word.token.pos_ not in ("NOUN", "PROPN", "ADJ"):
        return False
    if word.lower in ("president", "minister", "premier", "king") or word.lower in titles.honorifics:
        return False
    if word.text[0].islower():
        return word.token.dep_ in ("amod", "compound", "nmod") or word.lower == "foreign"
    return head.text[0].isupper() and head.lower.startswith(("minister", "secretar", "commissioner", "adviser"))


def _names_portfolio_list(words: Sequence[Word], index: int, noun: str) -> bool:
    if index < 1 or words[index].lower not in ("and", "&") or noun not in ("minister", "secretary"):
        return False
    before = words[index - 1]
    return not before.mention and before.token.pos_ in CONTENT and _match_head(words, index - 1) is None


def _is_unknown_name(words: Sequence[Word], index: int) -> bool:
    word = words[index]
    return index > 0 and word.text[:1].isupper() and word.token.pos_ == "PROPN"


def _with_owners_before(words: Sequence[Word], office: Office) -> Office:
    begin, owners, possessor = office.begin, list(office.owners), None
    while begin > 0:
        word = words[begin - 1]
        genitive = word.lower in ("'s", "'") and begin > 1
        owner = words[begin - 2] if genitive else word
        if owner.mention and (genitive or _can_own(owner.mention)):
            owners.append(owner.mention)
            begin -= 2 if genitive else 1
        elif genitive and owner.token.pos_ in ("NOUN", "PROPN", "PRON"):
            possessor, begin = owner, begin - 2
        elif word.lower in POSSESSIVES:
            possessor, begin = word, begin - 1
            break
        elif _continues_owners(words, begin - 1, office, owners) or (owners and word.lower in load_titles().dropped):
            begin -= 1
        else:
            begin -= word.lower in DETERMINERS
            break
    return replace(office, begin=begin, owners=tuple(owners), possessor=possessor)


def _continues_owners(words: Sequence[Word], index: int, office: Office, owners: Sequence[Mention]) -> bool:
    """Tell whether a comma or "and" joins owners: "the Kazakh, Kyrgyz and Tajik presidents"."""
    before = words[index - 1].mention if index > 0 else None
    joined = words[index].lower in (",", "and", "&") and before is not None and _can_own(before)
    return bool(joined and office.plural and owners)


def _can_own(mention: Mention) -> bool:
    return mention.type is not None and mention.type is not EntityType.PERSON


def _with_complements(words: Sequence[Word], office: Office) -> Office:
    owners = list(office.owners)
    complement: list[str] = []
    end = office.end
    while end < len(words) - 1 and words[end].lower in PREPOSITIONS:
        preposition = words[end].lower
        after = _skip_determiner(words, end + 1)
        found, stop = _owners_from(words, after, office)
        if found:
            if _is_owning(preposition, office) and not (owners and office.owners):
                owners.extend(found[-1:] if not office.plural else found)
            end = stop
        else:
            stop = _content_end(words, after) if preposition in ("of", "for", "on") else after
            if stop == after:
                break
            complement.extend(word.text for word in words[end:stop])
            end = stop
    role = _role_of(words, office, complement)
    return replace(office, end=end, owners=tuple(dict.fromkeys(owners)), role=role)


def _skip_determiner(words: Sequence[Word], index: int) -> int:
    while index < len(words) - 1 and words[index].lower in (*DETERMINERS, *POSSESSIVES, *load_titles().dropped):
        index += 1
    return index


def _owners_from(words: Sequence[Word], index: int, office: Office) -> tuple[list[Mention], int]:
    """Read "Iran's Supreme National Security Council", "Russia, Kazakhstan and Belarus"."""
    owners: list[Mention] = []
    while index < len(words):
        mention = words[index].mention
        if mention is None or (mention.type is EntityType.PERSON and (owners or office.national)):
            break
        owners.append(mention)
        index = _skip_genitive(words, _skip_brackets(words, index + 1))
        step = _joint(words, index)
        if office.plural and step and index + step < len(words) and words[index + step].mention:
            index += step
        elif words[index - 1].lower not in ("'s", "'"):
            break
    return owners, index


def _skip_genitive(words: Sequence[Word], index: int) -> int:
    if index < len(words) and words[index].lower in ("'s", "'"):
        stop = index + 1
        following = stop < len(words) and words[stop].mention
        return stop if following else max(_content_end(words, stop), index)
    return index


def _skip_brackets(words: Sequence[Word], index: int) -> int:
    closing = [place for place in range(index, min(index + 5, len(words))) if words[place].text == ")"]
    return closing[0] + 1 if index < len(words) and words[index].text == "(" and closing else index


def _joint(words: Sequence[Word], index: int) -> int:
    """Count the words of a joint: a comma, "and" or both."""
    step = 0
    while index + step < len(words) and step < 2 and words[index + step].lower in (",", "and", "&"):
        step += 1
    return _skip_determiner(words, index + step) - index if step else 0


def _content_end(words: Sequence[Word], index: int) -> int:
    end = stop = index
    while stop < len(words) and stop - index < 9 and not words[stop].mention:
        word = words[stop]
        if word.token.pos_ in CONTENT and word.text[:1].isalpha():
            end = stop + 1
        elif word.lower not in ("and", "&", ",", "the", "-") or end == index:
            break
        elif word.lower == "," and not _lists_on(words, stop):
            break
        stop += 1
    return end


def _lists_on(words: Sequence[Word], index: int) -> bool:
    """Tell whether a comma stands inside one name: "Investments, Industry and Trade"."""
    ahead = words[index + 1 : index + 5]
    return any(
        word.lower in ("and", "&") and all(w.text[:1].isupper() and not w.mention for w in ahead[:place])
        for place, word in enumerate(ahead)
        if place
    )


def _is_owning(preposition: str, office: Office) -> bool:
    if preposition == "to":
        return office.noun not in load_titles().away
    return preposition in ("of", "for", "at") and not (preposition == "for" and office.noun in load_titles().away)


def _role_of(words: Sequence[Word], office: Office, complement: Sequence[str]) -> str:
    titles = load_titles()
    before = [w.lower for w in words[office.first : office.head + 1 - len(office.noun.split())]]
    role = " ".join([*(word for word in before if word not in titles.dropped), office.noun])
    role = titles.same.get(role, role)
    if complement and office.noun in ("minister", "secretary", "representative", "adviser", "deputy"):
        role = " ".join([role, *complement]).lower()
    return role.replace(" ,", ",").strip()
