"""owners behind: the names behind a title that say whose it is ("of Iran's council", "of Peru and Haiti")."""

from __future__ import annotations

from collections.abc import Sequence

from graph.model import EntityType, Form, Mention
from graph.offices.content import opens_name
from graph.offices.line import Word
from graph.offices.nouns import DETERMINERS, POSSESSIVES, load_nouns
from graph.offices.owner_names import is_hyphened, is_origin, skip_genitive

BODIES = frozenset(
    {
        EntityType.INTERNATIONAL_ORGANIZATION,
        EntityType.GOVERNMENT_BODY,
        EntityType.ORGANIZATION,
        EntityType.COMPANY,
    }
)
LONGEST_EPITHET = 6  # words between "head of the" and the name of the body
EPITHETS = frozenset({"NOUN", "ADJ", "VERB", "PUNCT"})


def skip_determiner(words: Sequence[Word], index: int) -> int:
    """Skip what stands before a name and is no part of it: "the current", "its"."""
    while index < len(words) - 1 and words[index].lower in (
        *DETERMINERS,
        *POSSESSIVES,
        *load_nouns().dropped,
    ):
        index += 1
    return index


def skip_style(words: Sequence[Word], index: int) -> int:
    """Skip the honorific of whom an aide serves: "spokesman of Mr. X"."""
    behind = words[index + 1].mention if index + 1 < len(words) else None
    is_style = behind is not None and behind.type is EntityType.PERSON and opens_name(words[index])
    return index + is_style


def skip_epithets(words: Sequence[Word], index: int) -> int:
    """Skip what describes a body before its name: "head of the state-owned Kenyan oil giant Telvane"."""
    stop = index
    while stop < min(index + LONGEST_EPITHET, len(words)):
        word, mention = words[stop], words[stop].mention
        if mention is not None and not is_hyphened(words, stop) and not is_origin(words, stop):
            return stop if mention.type in BODIES and mention.form is Form.NAME else index
        if mention is None and not (word.text.islower() and word.token.pos_ in EPITHETS):
            return index
        stop += 1
    return index


def owners_from(
    words: Sequence[Word], index: int, *, national: bool, plural: bool
) -> tuple[list[Mention], int]:
    """Read "Iran's Supreme National Security Council", "Russia, Kazakhstan and Belarus"."""
    owners: list[Mention] = []
    while index < len(words):
        mention = words[index].mention
        if mention is None or (mention.type is EntityType.PERSON and (owners or national)):
            break
        owners.append(mention)
        index = skip_genitive(words, _skip_brackets(words, index + 1))
        step = _joint(words, index)
        if plural and step and index + step < len(words) and words[index + step].mention:
            index += step
        elif words[index - 1].lower not in ("'s", "'"):
            break
    return owners, index


def _skip_brackets(words: Sequence[Word], index: int) -> int:
    """Skip an acronym, and the organ behind it: "the Coastal Party of Peru (CPP) Central Committee"."""
    closing = [place for place in range(index, min(index + 5, len(words))) if words[place].text == ")"]
    if index >= len(words) or words[index].text != "(" or not closing:
        return index
    behind = closing[0] + 1
    organ = words[behind].mention if behind < len(words) else None
    return behind + 1 if organ is not None and organ.type in BODIES else behind


def _joint(words: Sequence[Word], index: int) -> int:
    """Count the words of a joint: a comma, "and" or both."""
    step = 0
    while index + step < len(words) and step < 2 and words[index + step].lower in (",", "and", "&"):
        step += 1
    return skip_determiner(words, index + step) - index if step else 0
