"""described parts: who is host and who is guest of those told of ("his host", "the visitor")."""

from __future__ import annotations

from collections.abc import Container, Sequence

from graph.coreference.discourse import Discourse, Referent
from graph.coreference.own_clause import OBJECTS, RECEIVING
from graph.coreference.owners import owner_of, possessor_of
from graph.offices.nouns import load_nouns
from graph.offices.phrases import Phrase, main_word

GUESTS = frozenset({"guest", "visitor"})
PARTS = GUESTS | {"host", "hostess"}
REACH = 5


def resolve_part(discourse: Discourse, line: int, phrase: Phrase) -> tuple[int, ...]:
    """Find "his host", "the visitor": the other of two, or the one who came or received.

    "X, the host," is X.
    """
    word = main_word(discourse.lines[line], phrase).token
    named = discourse.told_at(line, word.head.i) if word.dep_ == "appos" else ()
    if named:
        return named
    owner = owner_of(discourse, line, phrase, possessed=False)
    other = possessor_of(discourse, line, phrase)
    if phrase.possessor is not None and not other:
        return ()
    if owner is None and not other:
        return find_part(discourse, line, phrase.noun)
    for referents in discourse.lines_back(line, lines=REACH):
        # Who tells of two is neither
        telling = discourse.people([each for each in referents if _tells(each)])
        people = [index for index in discourse.people(referents) if index not in {*other, *telling}]
        if owner is not None:
            people = [index for index in people if discourse.country_of(index) == owner]
        if people:
            return (people[0],) if len(people) == 1 else ()
    return ()


def _tells(referent: Referent) -> bool:
    """Tell whether somebody only says what others do: "Holm said Paz had invited his host"."""
    return referent.is_main and referent.verb in load_nouns().deeds["speaker"]


def find_part(discourse: Discourse, line: int, noun: str) -> tuple[int, ...]:
    """Find the only one told of last who came, or who received him."""
    for referents in discourse.lines_back(line, lines=REACH):
        people = _doers(discourse, referents, noun) or _others(discourse, referents, noun)
        if people:
            return (people[0],) if len(people) == 1 else ()
    return ()


def _doers(discourse: Discourse, referents: Sequence[Referent], noun: str) -> list[int]:
    """Give the people who came, or those who received them; who "came and met" others is no host."""
    deeds = load_nouns().deeds
    came = _acting(discourse, referents, deeds["guest"], deeds["host"])
    if noun in GUESTS:
        return came
    return [each for each in _acting(discourse, referents, deeds["host"], deeds["guest"]) if each not in came]


def _acting(
    discourse: Discourse, referents: Sequence[Referent], active: Container[str], passive: Container[str]
) -> list[int]:
    """Give the people who do some deeds, or to whom others are done."""
    acting = [each for each in referents if each.is_subject]
    found = [each for each in acting if each.verb in (passive if each.is_passive else active)]
    return list(discourse.people(found))


def _others(discourse: Discourse, referents: Sequence[Referent], noun: str) -> list[int]:
    """Give whom a host receives, or of two from different states the other where one comes."""
    people = discourse.people(referents)
    if noun in GUESTS:
        received = [each for each in referents if _is_received(discourse, each)]
        return list(discourse.people(received))
    came = _doers(discourse, referents, "guest")
    homes = {discourse.country_of(index) for index in people}
    are_two = len(came) == 1 and len(people) == len(homes) == 2 and None not in homes
    return [index for index in people if index not in came] if are_two else []


def _is_received(discourse: Discourse, referent: Referent) -> bool:
    """Tell whether a place is the object of a host's deed: "received X"."""
    word = discourse.word_of(referent)
    return word is not None and word.token.dep_ in OBJECTS and word.token.head.lemma_ in RECEIVING
