"""pronouns: he, she, it and they point back to who was spoken of."""

from __future__ import annotations

from collections.abc import Sequence

from graph.discourse import Discourse, Referent
from graph.line import Word
from graph.model import EntityType

SINGULAR = frozenset({"he", "she", "him", "his", "her", "himself", "herself"})
PLURAL = frozenset({"they", "them", "their", "themselves"})
THING = frozenset({"it", "its", "itself"})
PRONOUNS = SINGULAR | PLURAL | THING
ACTORS = (
    EntityType.COUNTRY,
    EntityType.INTERNATIONAL_ORGANIZATION,
    EntityType.GOVERNMENT_BODY,
    EntityType.ORGANIZATION,
    EntityType.COMPANY,
)
HE_TITLES = frozenset({"mr", "mr.", "king", "prince", "sheikh", "emir", "amir", "sultan", "spokesman", "chairman", "pope", "sir"})
SHE_TITLES = frozenset({"mrs", "mrs.", "ms", "ms.", "queen", "princess", "spokeswoman", "chairwoman", "sheikha", "dame", "lady"})


def resolve_pronoun(discourse: Discourse, line: int, place: int) -> tuple[int, ...]:
    """Find whom the pronoun at a place of a line means; nobody where the text does not decide."""
    word = discourse.lines[line][place]
    if word.lower in SINGULAR:
        return _person(discourse, line, word)
    if word.lower in PLURAL:
        return _several(discourse, line, place)
    return _thing(discourse, line, place)


def _person(discourse: Discourse, line: int, word: Word) -> tuple[int, ...]:
    for referents in discourse.lines_back(line, lines=4):
        fitting = [r for r in referents if len(r.entities) == 1 and _may_be(discourse, r, word)]
        if not fitting:
            continue
        people = dict.fromkeys(r.entities[0] for r in fitting)
        if len(people) == 1:
            return tuple(people)
        subjects = list(dict.fromkeys(r.entities[0] for r in fitting if r.is_subject))
        if not subjects:
            return ()
        return (subjects[-1],) if referents[0].line == line else (subjects[0],)
    return ()


def _may_be(discourse: Discourse, referent: Referent, word: Word) -> bool:
    index = referent.entities[0]
    if not discourse.is_type(index, EntityType.PERSON):
        return False
    titles = discourse.titles.get(index, frozenset())
    female = word.lower in ("she", "her", "herself")
    return not titles & (HE_TITLES if female else SHE_TITLES)


def _several(discourse: Discourse, line: int, place: int) -> tuple[int, ...]:
    if _has_plural_subject(discourse.lines[line], place):
        return ()
    for referents in discourse.lines_back(line, lines=3):
        groups = [r for r in referents if len(r.entities) > 1]
        acting = [r for r in groups if r.is_subject] or groups
        if acting:
            return acting[-1].entities
        joined = _joined_subjects(discourse, referents)
        if joined:
            return joined
        if referents[0].line < line and _has_plural_subject(discourse.lines[referents[0].line], 1 << 30):
            return ()
        people = discourse.people(referents)
        if len(people) == 2:
            return people
        if len(people) > 2 or referents[0].line < line:
            return ()
    return ()


def _joined_subjects(discourse: Discourse, referents: Sequence[Referent]) -> tuple[int, ...]:
    """Give the coordinated subjects of a line: "Iran and Saudi Arabia agreed"."""
    words = {word.span: word for word in discourse.lines[referents[0].line]}
    subjects = [r for r in referents if r.is_subject and r.span in words]
    joined = [r for r in subjects if words[r.span].token.dep_ == "conj"]
    if not joined:
        return ()
    types = {discourse.entities[r.entities[0]].type for r in subjects if len(r.entities) == 1}
    found = tuple(dict.fromkeys(index for r in subjects for index in r.entities))
    return found if len(types) == 1 and len(found) > 1 else ()


def _has_plural_subject(words: Sequence[Word], before: int) -> bool:
    """Tell whether some other plural acts: "the protesters said they"."""
    return any(
        word.mention is None and word.token.dep_ in ("nsubj", "nsubjpass") and word.token.tag_ in ("NNS", "NNPS")
        for word in words[:before]
    )


def _thing(discourse: Discourse, line: int, place: int) -> tuple[int, ...]:
    words = discourse.lines[line]
    word = words[place]
    if word.lower == "it" and not _acts(words, place):
        return ()
    for referents in discourse.lines_back(line, lines=2):
        number = referents[0].line
        acting = [r for r in referents if r.is_subject and len(r.entities) == 1]
        things = [r for r in acting if discourse.is_type(r.entities[0], *ACTORS)]
        if not things:
            if acting or _has_other_subject(words if number == line else discourse.lines[number], place, number == line):
                return ()
            continue
        return things[-1].entities if number == line else things[0].entities
    return ()


def _acts(words: Sequence[Word], place: int) -> bool:
    """Tell whether "it" does something, unlike in "it is clear that"."""
    token = words[place].token
    if token.dep_ not in ("nsubj", "nsubjpass"):
        return False
    head = token.head
    being = head.lemma_ in ("be", "seem", "appear", "remain", "take", "become", "turn", "emerge")
    return head.pos_ == "VERB" and not being and not (token.dep_ == "nsubjpass")


def _has_other_subject(words: Sequence[Word], place: int, here: bool) -> bool:
    inside = words[:place] if here else words
    return any(word.token.dep_ in ("nsubj", "nsubjpass") and word.token.pos_ == "NOUN" for word in inside)
