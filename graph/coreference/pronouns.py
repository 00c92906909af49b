"""pronouns: he, she, it and they point back to who was spoken of."""

from __future__ import annotations

from collections.abc import Sequence

from graph.coreference.accused import who_denies
from graph.coreference.discourse import Discourse
from graph.coreference.he_or_she import HE, SHE, gender_of, resolve_he_or_she, resolve_style
from graph.coreference.it import IT, resolve_it
from graph.coreference.they import THEY, resolve_they
from graph.offices.line import Word

PRONOUNS = HE | SHE | THEY | IT
POSSESSIVES = frozenset({"his", "her", "its", "their"})
# "His Highness", "Her Royal Majesty" are styles, and "his" means no one told of before.
STYLES = frozenset({
    "eminence", "excellencies", "excellency", "highness", "highnesses", "holiness", "honor", "honour",
    "majesties", "majesty",
})  # fmt: skip


def is_pronoun(words: Sequence[Word], place: int) -> bool:
    """Tell whether a word is a pronoun, and not part of a style."""
    if words[place].text == "HE" and any(word.text.islower() for word in words):
        return False
    if is_style(words, place):
        return True
    styled = any(word.lower in STYLES for word in words[place + 1 : place + 3])
    return words[place].lower in PRONOUNS and not (styled and words[place].lower in POSSESSIVES)


def is_style(words: Sequence[Word], place: int) -> bool:
    """Tell whether a style stands for "he" or "she": "His Excellency also spoke"."""
    if words[place].lower not in ("his", "her") or place + 2 >= len(words):
        return False
    after = words[place + 2]
    acts = after.mention is None and after.token.pos_ in ("VERB", "AUX", "ADV")
    return words[place + 1].lower in STYLES and acts


def resolve_pronoun(discourse: Discourse, line: int, place: int) -> tuple[int, ...]:
    """Find whom the pronoun at a place of a line means; nobody where the text does not decide."""
    word = discourse.lines[line][place]
    if denying := who_denies(discourse, line, word):
        return denying
    if word.lower in HE | SHE:
        find = resolve_style if is_style(discourse.lines[line], place) else resolve_he_or_she
        found = find(discourse, line, place)
        discourse.note_gender(found, gender_of(word))
        return found
    if word.lower in THEY:
        return resolve_they(discourse, line, place)
    return resolve_it(discourse, line, place)
