"""owners: whose the thing described is ("its president", "the Uzbek side", "the country's leader")."""

from __future__ import annotations

from graph.coreference.discourse import Discourse
from graph.coreference.pronouns import is_pronoun, resolve_pronoun
from graph.model import EntityType
from graph.offices.phrases import Phrase


def owner_of(discourse: Discourse, line: int, phrase: Phrase, *, possessed: bool = True) -> int | None:
    """Find the entity to which a phrase says that something belongs: a country first."""
    owners = [index for owner in phrase.owners for index in owner.entities]
    countries = [index for index in owners if discourse.is_type(index, EntityType.COUNTRY)]
    if countries and (phrase.national or not phrase.is_office):
        return countries[0]
    if owners:
        person = discourse.is_type(owners[0], EntityType.PERSON)
        return discourse.country_of(owners[0]) if person else owners[0]
    if not possessed:
        return None
    found = possessor_of(discourse, line, phrase)
    if len(found) != 1:
        return None
    person = discourse.is_type(found[0], EntityType.PERSON)
    return discourse.country_of(found[0]) if person else found[0]


def possessor_of(discourse: Discourse, line: int, phrase: Phrase) -> tuple[int, ...]:
    """Find whom the possessive of a phrase means: "his", "its", "the country's"."""
    possessor = phrase.possessor
    if possessor is None:
        return ()
    place = discourse.lines[line].index(possessor)
    if is_pronoun(discourse.lines[line], place):
        return resolve_pronoun(discourse, line, place)
    here = reversed(discourse.by_line.get(line, ()))
    return next((referent.entities for referent in here if referent.span.end == possessor.span.end), ())
