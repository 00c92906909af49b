"""in company: the state of those whom a text names by title alone, with whom they come."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from graph.model import EntityType, Form, Mention, Position
from graph.offices.line import Word
from graph.offices.nouns import load_nouns
from graph.offices.phrases import find_phrases
from graph.offices.who.claims import Claim
from graph.offices.whose.claimed import words_before
from graph.offices.whose.office_owners import Scene

GROUPS = frozenset({"delegation", "team"})
# What says who belongs to a delegation, or comes with somebody.
MEMBERSHIP = frozenset({"accompany", "assist", "comprise", "consist", "head", "include", "lead"})
PASSING = frozenset({"also", "among", "are", "be", "been", "has", "have", "is", "were"})
OTHERS = frozenset({"and", "between", "from", "met", "with"})
REACH = 3  # lines from those who came to whom is named after them


def state_in_company(scene: Scene, claim: Claim, positions: Sequence[Position]) -> int | None:
    """Find the state of who belongs to a delegation or comes with somebody."""
    is_sent = claim.office.noun in load_nouns().away
    if is_sent or scene.lines[claim.line][claim.office.begin].lower in ("a", "an"):
        return None
    state = _delegation(scene, claim, positions)
    return state if state is not None else _escorted(scene, claim, positions)


def _delegation(scene: Scene, claim: Claim, positions: Sequence[Position]) -> int | None:
    """Read "The Kenyan delegation was headed by X, Minister of Trade" and "The delegation includes ..."."""
    words = words_before(scene, claim)
    places = [index for index, word in enumerate(words) if word.lower in GROUPS and word.mention is None]
    if not places or not _is_told(words, places[-1] + 1):
        return None
    group = places[-1]
    owner = _owner(words, group)
    if owner is not None:
        return owner.entities[0] if owner.type is EntityType.COUNTRY else None
    is_known = group > 0 and words[group - 1].lower == "the"
    return _acted_before(scene, claim.line, positions) if is_known else None


def _owner(words: Sequence[Word], group: int) -> Mention | None:
    """Give the name that says whose a delegation is: "Kenyan", "Kenya's", "of Kenya"."""
    genitive = group > 1 and words[group - 1].lower in ("'s", "'")
    before = words[group - 1 - genitive].mention if group > 0 else None
    if before is not None:
        return before
    at = group + 2 + (group + 2 < len(words) and words[group + 2].lower == "the")
    is_of = group + 1 < len(words) and words[group + 1].lower == "of"
    return words[at].mention if is_of and at < len(words) else None


def _is_told(words: Sequence[Word], start: int) -> bool:
    """Tell whether words go on from a group to its members, and tell of nobody else."""
    verbs = [word.token.lemma_.lower() for word in words[start:] if word.token.pos_ == "VERB"]
    others = any(word.lower in OTHERS - {"and"} for word in words[start:])
    return bool(verbs) and MEMBERSHIP.issuperset(verbs) and not others


def _acted_before(scene: Scene, line: int, positions: Sequence[Position]) -> int | None:
    """Find the state of who came in the lines before: the only one among their subjects."""
    for number in range(line - 1, max(-1, line - 1 - REACH), -1):
        states = set(_subjects(scene, number, positions))
        if states:
            return states.pop() if len(states) == 1 else None
    return None


def _subjects(scene: Scene, number: int, positions: Sequence[Position]) -> Iterator[int]:
    """Give the states of the people who are the subject of a line."""
    for word in scene.lines[number]:
        is_person = word.mention is not None and word.mention.type is EntityType.PERSON
        if is_person and word.mention is not None and word.token.dep_ == "nsubj":
            state = _served(word.mention, positions)
            if state is not None and scene.entities[state].type is EntityType.COUNTRY:
                yield state


def _served(person: Mention, positions: Sequence[Position]) -> int | None:
    served = {position.of for position in positions if position.holder == person.entities[0]}
    return served.pop() if len(served) == 1 else None


def _escorted(scene: Scene, claim: Claim, positions: Sequence[Position]) -> int | None:
    """Read "Togolese Minister X was accompanied by Y, Technical Adviser": Y serves the state of X."""
    words = words_before(scene, claim)
    places = [index for index, word in enumerate(words[:-1]) if _is_escort(words, index)]
    if not places or not _is_told(words, places[-1]):
        return None
    for index in range(places[-1] - 1, -1, -1):
        mention = words[index].mention
        if mention is not None and mention.type is EntityType.PERSON and mention.form is Form.NAME:
            return _state(scene, _served(mention, positions))
        if mention is not None and mention.type is EntityType.COUNTRY:
            return mention.entities[0] if _is_officers(words, mention) else None
    return None


def _is_escort(words: Sequence[Word], index: int) -> bool:
    return words[index].lower in ("accompanied", "assisted", "flanked") and words[index + 1].lower == "by"


def _is_officers(words: Sequence[Word], state: Mention) -> bool:
    """Tell whether a state's name stands before an office: "the Togolese Minister was accompanied"."""
    return any(state in office.owners for office in find_phrases(words) if office.national)


def _state(scene: Scene, index: int | None) -> int | None:
    return index if index is not None and scene.entities[index].type is EntityType.COUNTRY else None
