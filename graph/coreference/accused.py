"""accused: who denies what he is accused of: "A accused B of backing the rebels, which it denies"."""

from __future__ import annotations

from graph.coreference.discourse import Discourse
from graph.model import EntityType
from graph.offices.line import Word

_ACCUSING = frozenset({"accuse", "blame", "charge", "suspect"})
_DENYING = frozenset({"deny", "dispute", "refute"})
_ACCUSED = frozenset({"dobj", "nsubjpass"})
_PERSONAL = frozenset({"he", "she"})


def who_denies(discourse: Discourse, line: int, word: Word) -> tuple[int, ...]:
    """Give whom a pronoun means that denies, in a clause on it, what somebody is accused of."""
    verb = word.token.head
    if word.token.dep_ != "nsubj" or verb.dep_ != "relcl" or verb.lemma_ not in _DENYING:
        return ()
    accusing = next((each for each in verb.ancestors if each.lemma_ in _ACCUSING), None)
    whom = [child for child in accusing.children if child.dep_ in _ACCUSED] if accusing is not None else []
    found = discourse.told_at(line, whom[0].i) if whom else ()
    is_person = len(found) == 1 and discourse.is_type(found[0], EntityType.PERSON)
    return found if len(found) == 1 and is_person == (word.lower in _PERSONAL) else ()
