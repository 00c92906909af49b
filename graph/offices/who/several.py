"""several: titles that one person holds together, and those of who serves another."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from graph.model import EntityType
from graph.offices.line import Word
from graph.offices.nouns import load_nouns
from graph.offices.phrases import AIDES, Phrase
from graph.offices.who.names_after import people_after, people_after_comma
from graph.offices.who.persons import Person

# A state's leader takes such an office of an organisation beside his own.
CHAIRS = frozenset({"chair", "chairman", "chairperson", "chairwoman"})
# What one remains who takes an office.
RANKS = frozenset({"senator", "ambassador"})
OFFICERS = frozenset({"minister", "premier", "vice-president"})
RULERS = frozenset({"emir", "emperor", "king", "president", "queen", "sultan"})
COUNTRY = EntityType.COUNTRY
UNION = EntityType.INTERNATIONAL_ORGANIZATION


def share_with_next(
    words: Sequence[Word], office: Phrase, following: Phrase, people: list[Person]
) -> tuple[Phrase, list[Person]]:
    """Read "Prime Minister and Foreign Minister of Peru, X": the first is held by whoever holds the next one.

    Gives the title with its owner and holders; where it shares none, as it was and the `people` beside it.
    """
    if not _share_holder(words, office, following):
        return office, people
    behind = people_after(words, following) or people_after_comma(words, following)
    if not _may_share(words, office, people):
        owns_both = not behind and _owns_both(words, office, following, people)
        return replace(office, owners=following.owners) if owns_both else office, people
    shared = [replace(person, owner=None) if office.owners else person for person in behind]
    is_lent = office.national and office.possessor is None
    owners = office.owners or (following.owners if is_lent else ())
    return replace(office, owners=owners), shared or people


def _share_holder(words: Sequence[Word], office: Phrase, following: Phrase) -> bool:
    """Tell whether two titles, one right behind the other, are of the name behind both.

    "Deputy Prime Minister and Foreign Minister X", "Ghanaian President and AU chairman X",
    "Chairman of the AU, President X".
    """
    if office.plural or following.plural or _are_two(office, following):
        return False
    joint = [word.lower for word in words[_skip_seat(words, office.end) : following.begin]]
    if joint in ([","], ["/"]) or office.head + 1 == following.begin == following.first:
        return _is_ranked(office, following)
    bare = following.begin == following.first and (following.national or _are_sent(office, following))
    leads = bool(office.owners) and following.noun in CHAIRS
    return (
        joint in (["and"], ["&"])
        and office.national
        and (bare or (leads and any(owner.type is UNION for owner in following.owners)))
    )


def _are_two(office: Phrase, following: Phrase) -> bool:
    """Tell whether no one holds two titles at once: "the Peruvian president and Foreign Minister X"."""
    is_officer = following.noun.split()[-1] in OFFICERS or following.noun in RANKS
    return office.role in RULERS and is_officer


def _may_share(words: Sequence[Word], office: Phrase, people: Sequence[Person]) -> bool:
    """Tell whether a title goes with the next one: nobody stands beside it, or who is listed before."""
    opens = office.begin > 0 and words[office.begin - 1].lower == "and"
    return not people or (opens and people[0].place < office.begin)


def _owns_both(words: Sequence[Word], office: Phrase, following: Phrase, people: Sequence[Person]) -> bool:
    """Read "X, Ambassador and Observer of the AU": whose the second title is, the first is too."""
    is_before = people[0].place < office.begin and not office.owners and office.possessor is None
    return is_before and words[following.begin - 1].lower == "and" and bool(following.owners)


def with_senders(words: Sequence[Word], offices: Sequence[Phrase]) -> list[Phrase]:
    """Give an envoy's second title the state of the first: "Ambassador of A to B and Representative to C"."""
    given: list[Phrase] = []
    for office in offices:
        before = given[-1] if given else None
        joint = [word.lower for word in words[before.end : office.begin]] if before else []
        is_second = not office.owners and office.begin == office.first and not office.plural
        is_joined = before is not None and joint in (["and"], ["&"])
        if before is not None and is_joined and is_second and _sent(before) and _sent(office):
            given.append(replace(office, owners=before.owners))
        else:
            given.append(office)
    return given


def _are_sent(office: Phrase, following: Phrase) -> bool:
    """Tell whether two titles are one envoy's."""
    return _sent(office) and _sent(following) and office.owners == following.owners


def _sent(office: Phrase) -> bool:
    return office.noun in load_nouns().away


def is_listed(words: Sequence[Word], office: Phrase, following: Phrase) -> bool:
    """Tell whether two titles are of two who go unnamed: "X, the head of A and the chief of B"."""
    joint = [word.lower for word in words[office.end : following.first] if word.mention is None]
    of_unions = all(any(owner.type is UNION for owner in each.owners) for each in (office, following))
    opens = office.begin > 0 and words[office.begin].lower == "the"
    return opens and joint == ["and", "the"] and of_unions and office.noun not in CHAIRS


def _is_ranked(office: Phrase, following: Phrase) -> bool:
    """Tell whether the office of a body, or a rank, stands beside what else its holder is."""
    heads_body = not office.national and following.national and following.noun != "leader"
    # "The bloc's envoy, Peruvian Foreign Minister X": an office of a body, and one of a state
    of_union = any(owner.type is UNION for owner in office.owners) or _is_of_class(office.possessor)
    of_state = following.national and any(owner.type is COUNTRY for owner in following.owners)
    return heads_body or (of_union and of_state) or (office.national and following.noun in RANKS)


def _is_of_class(possessor: Word | None) -> bool:
    return possessor is not None and load_nouns().heads.get((possessor.lower,)) == "union"


def _skip_seat(words: Sequence[Word], index: int) -> int:
    """Skip where a mission is: "Head of the EU Delegation in Nairobi, Ambassador X"."""
    seat = words[index + 1].mention if index + 1 < len(words) and words[index].lower in ("in", "to") else None
    is_seat = seat is not None and seat.type in (EntityType.PLACE, EntityType.COUNTRY)
    return index + 2 if is_seat else index


def with_principals(words: Sequence[Word], offices: Sequence[Phrase]) -> list[Phrase]:
    """Join "special envoy of the" and "American leader": the name behind them is the envoy's."""
    joined: list[Phrase] = []
    for office in offices:
        if joined and _serves(words, joined[-1], office):
            joined[-1] = replace(
                joined[-1], end=office.end, owners=office.owners, possessor=office.possessor, kind=office.kind
            )
        else:
            joined.append(office)
    return joined


def _serves(words: Sequence[Word], servant: Phrase, principal: Phrase) -> bool:
    """Tell whether an aide's or envoy's title has another's as its complement: "aide to the president"."""
    between = [word.lower for word in words[servant.head + 1 : principal.first] if not word.mention]
    is_aide = servant.noun in AIDES | load_nouns().away
    named_so = words[servant.begin].lower not in ("a", "an")
    return is_aide and named_so and between in (["to", "the"], ["of", "the"], ["for", "the"])
