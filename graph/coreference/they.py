"""they: the several people, states or bodies whom "they", "them" and "their" mean."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Token

from graph.coreference.clauses import SUBJECTS, people_together
from graph.coreference.discourse import Discourse, Referent
from graph.coreference.own_clause import is_object, own_subject
from graph.coreference.told_groups import first_joined, meeting_others
from graph.model import EntityType
from graph.offices.line import Word
from graph.offices.nouns import OFFICES, load_nouns, singular

THEY = frozenset({"they", "them", "their"})


def resolve_they(discourse: Discourse, line: int, place: int) -> tuple[int, ...]:
    """Find the last group told of, those who act together, or the only two people of this or a near line."""
    words = discourse.lines[line]
    if _has_plural_subject(discourse, line, words[:place]):
        return ()
    is_acted_on = is_object(words[place])
    barred = set(own_subject(discourse, line, words[place])) if is_acted_on else set()
    for referents in discourse.lines_back(line, lines=3):
        number = referents[0].line
        groups = [r.entities for r in referents if _is_several(discourse, r) and not barred & set(r.entities)]
        acting = _joined_subjects(discourse, referents) or _titled_subjects(discourse, number)
        if groups or (acting and not barred & set(acting)):
            return groups[-1] if groups else acting
        earlier = number < line
        if is_acted_on or (earlier and _has_plural_subject(discourse, number, discourse.lines[number])):
            return ()
        if earlier or len(discourse.people(referents)) > 1:
            return _two_people(discourse, referents, words[place].token, earlier=earlier)
    return ()


def _two_people(
    discourse: Discourse, referents: Sequence[Referent], pronoun: Token, *, earlier: bool
) -> tuple[int, ...]:
    """Give the only two people of a line, or in an earlier one the two who do its main deed together."""
    people = discourse.people(referents)
    if len(people) == 2:
        return meeting_others(discourse, referents, pronoun) or people
    together = people_together(discourse, referents[0].line) if earlier else ()
    return together if len(together) == 2 else ()


def _is_several(discourse: Discourse, referent: Referent) -> bool:
    """Tell whether a place speaks of several, or of the one body that "the leaders" stand for."""
    if len(referent.entities) > 1:
        return True
    word = discourse.word_of(referent)
    plural = word is not None and word.token.tag_ == "NNS" and referent.is_subject
    return plural and discourse.is_type(referent.entities[0], EntityType.INTERNATIONAL_ORGANIZATION)


def _joined_subjects(discourse: Discourse, referents: Sequence[Referent]) -> tuple[int, ...]:
    """Give the coordinated subjects of a line, no city of a dateline: "Iran and Saudi Arabia agreed"."""
    words = {word.span: word for word in discourse.lines[referents[0].line]}
    subjects = [
        r
        for r in referents
        if r.is_subject
        and r.span in words
        and len(r.entities) == 1
        and not discourse.is_type(r.entities[0], EntityType.PLACE)
    ]
    groups: dict[int, list[int]] = {}
    for referent in subjects:
        first = first_joined(words[referent.span].token)
        groups.setdefault(first.i, []).append(referent.entities[0])
    joined = [tuple(dict.fromkeys(group)) for group in groups.values() if len(set(group)) > 1]
    return joined[-1] if joined else ()


def _titled_subjects(discourse: Discourse, line: int) -> tuple[int, ...]:
    """Give who bear the title of which a line tells: "The presidents of Peru, X, and Chile, Y, met"."""
    words = discourse.lines[line]
    for place, word in enumerate(words):
        title = singular(word.lower)
        is_plural = title != word.lower and load_nouns().heads.get((title,)) in OFFICES
        if not is_plural or word.token.dep_ not in SUBJECTS:
            continue
        named = (each.mention for each in words[place + 1 :] if each.token.i < word.token.head.i)
        people = (each for each in named if each is not None and each.type is EntityType.PERSON)
        bearers = dict.fromkeys(entity for each in people for entity in each.entities)
        if len(bearers) > 1:
            return tuple(bearers)
    return ()


def _has_plural_subject(discourse: Discourse, line: int, words: Sequence[Word]) -> bool:
    """Tell whether some other plural acts, of whom nobody knows: "the protesters said they"."""
    return any(
        word.mention is None
        and word.token.dep_ in SUBJECTS
        and word.token.tag_ in ("NNS", "NNPS")
        and not discourse.told_at(line, word.token.i)
        for word in words
    )
