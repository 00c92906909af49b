"""described groups: several people or countries at once ("the two sides", "both ministers")."""

from __future__ import annotations

from collections.abc import Sequence

from graph.coreference.clauses import others_acting, people_together
from graph.coreference.discourse import Discourse, Referent, is_met, subject_token
from graph.coreference.owners import owner_of
from graph.coreference.told_groups import (
    FAR,
    MANY,
    REACH,
    Pick,
    countries_meant,
    first_joined,
    gather,
    last_acting,
    listed_behind,
)
from graph.model import EntityType
from graph.offices.line import Word
from graph.offices.nouns import STATES, load_nouns
from graph.offices.phrases import Phrase, main_word
from graph.offices.who.holders import people_beside

NUMBERS = {
    "both": 2,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "pair": 2,
    "duo": 2,
    "trio": 3,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
}
# Of two told of together, the one named first or last: "the former accused", "the latter's visit".
ORDER = {"former": 0, "latter": -1}
# So many more are others than those told of, and "the only two states to do it" are told of by that.
_OTHERS = frozenset({"additional", "further", "more", "only"})
# By these a number counts those told of: "all three states".
POINTING = frozenset({"all", "these", "those"})
# What stands after these says where something is.
SCENES = frozenset({"across", "in", "inside", "throughout", "within"})


def resolve_group(discourse: Discourse, line: int, phrase: Phrase) -> tuple[int, ...]:
    """Find the people or countries whom a description in the plural means."""
    words = discourse.lines[line]
    beside = people_beside(words, phrase, {}) if phrase.is_office else []
    if len(beside) > 1:
        return tuple(dict.fromkeys(index for person in beside for index in person.name.entities))
    count = count_in(words[phrase.begin : phrase.end])
    listed = listed_behind(words, phrase, count) if count is not None else ()
    if listed or (count is not None and _are_others(words, phrase)):
        return listed
    owned = _owned(words, phrase, discourse) or (_of_one(discourse, line, phrase) if count is None else ())
    is_of_others = phrase.noun in load_nouns().others and phrase.possessor is not None
    if owned or (count is None and (is_of_others or len(phrase.owners) == 1)):
        return owned
    if _are_states(words, phrase, count):
        every = phrase.begin > 0 and words[phrase.begin - 1].lower == "all"
        acting = last_acting(discourse, line, count) if phrase.kind == "side" else ()
        # "The two African countries" need not be those of which the article speaks most.
        adorned = any(word.text[0].isupper() for word in words[phrase.first : phrase.head])
        main = not every and not adorned and phrase.noun != "member"
        return acting or _others_meant(discourse, line, phrase, count, main=main)
    if phrase.noun in load_nouns().talking and count is None and words[phrase.begin].lower == "the":
        return _talkers(discourse, line, phrase)
    return _people_meant(discourse, line, phrase, count)


def _are_others(words: Sequence[Word], phrase: Phrase) -> bool:
    """Tell whether a number counts some not told of: "two more states", "the only two states to do it"."""
    if any(word.lower in _OTHERS for word in words[phrase.begin : phrase.head]):
        return True
    before = words[phrase.begin - 1].lower if phrase.begin > 0 else ""
    return NUMBERS.get(words[phrase.begin].lower, 0) >= MANY and before not in POINTING


def _people_meant(discourse: Discourse, line: int, phrase: Phrase, count: int | None) -> tuple[int, ...]:
    """Find the people whom a title in the plural means, but for those who act on them."""
    words = discourse.lines[line]
    # "Two senators" are others than those told of; "both senators" are not.
    new = words[phrase.begin].lower in NUMBERS and words[phrase.begin].lower != "both"
    if new or not (phrase.is_office or (phrase.kind == "person" and count)):
        return ()
    bare = phrase.noun in load_nouns().members and phrase.end == phrase.first + len(phrase.noun.split())
    without_article = bare and phrase.begin == phrase.first
    body = _gathered(discourse, line, phrase) if without_article else ()
    people = body or _officers(discourse, line, phrase, count)
    others = others_acting(discourse, line, main_word(words, phrase).token)
    if not others.isdisjoint(people):
        visiting = any(word.lower == "visiting" for word in words[phrase.begin : phrase.head])
        return tuple(person for person in people if visiting and person not in others)
    if count and not people and len(others) == 1:  # "Paz hosted Vas and Holm. Paz told the two ministers"
        wider = _officers(discourse, line, phrase, count + 1)
        people = tuple(person for person in wider if person not in others) if others <= set(wider) else ()
    return people or (_gathered(discourse, line, phrase) if bare else ())


def _talkers(discourse: Discourse, line: int, phrase: Phrase) -> tuple[int, ...]:
    """Find the two people or states that just talked: "the interlocutors"; diplomats may be any others."""
    if phrase.head + 1 - phrase.first > len(phrase.noun.split()):
        return ()
    people = _pair_of_line(discourse, line, phrase, 2)
    return people or (countries_meant(discourse, line, 2) if phrase.noun != "diplomat" else ())


def _of_one(discourse: Discourse, line: int, phrase: Phrase) -> tuple[int, ...]:
    """Take an organisation for its members, a state for its authorities: "EAC states", "ECOWAS leaders"."""
    words = discourse.lines[line]
    owner = owner_of(discourse, line, phrase)
    before = {word.lower for word in words[max(0, phrase.begin - 1) : phrase.head]}
    if owner is None or before & load_nouns().partial:
        return ()
    if discourse.is_type(owner, EntityType.COUNTRY):
        return (owner,) if phrase.noun in ("authority", "government") else ()
    whole = discourse.is_type(owner, EntityType.INTERNATIONAL_ORGANIZATION)
    body = phrase.noun == "member" and discourse.is_type(owner, EntityType.GOVERNMENT_BODY)
    return (owner,) if body or (whole and phrase.noun in load_nouns().members) else ()


def _gathered(discourse: Discourse, line: int, phrase: Phrase) -> tuple[int, ...]:
    """Find the organisation whose leaders met last; from afar only where the gathering is called theirs."""
    for referents in discourse.lines_back(line, lines=FAR):
        words = discourse.lines[referents[0].line]
        told = {
            each.lower for before, each in zip((None, *words), words, strict=False) if not _is_press(before)
        }
        near = referents[0].line > line - REACH or discourse.lines[line][phrase.head].lower in told
        gathering = near and told & load_nouns().gatherings
        bodies = [
            r.entities
            for r in referents
            if len(r.entities) == 1
            and discourse.is_type(r.entities[0], EntityType.INTERNATIONAL_ORGANIZATION)
        ]
        if gathering and bodies:
            return bodies[-1]
    return ()


def _is_press(word: Word | None) -> bool:
    """Tell whether the conference behind a word is one of journalists."""
    return word is not None and word.lower in {"news", "press"}


def _others_meant(
    discourse: Discourse, line: int, phrase: Phrase, count: int | None, *, main: bool
) -> tuple[int, ...]:
    """Find so many countries, without whoever does something to them: "China will aid the five states"."""
    found = countries_meant(discourse, line, count, main=main)
    word = discourse.lines[line][phrase.head]
    if found or not count or subject_token(word) is not None:
        return found
    acting = [referent for referent in discourse.by_line.get(line, ()) if referent.is_subject]
    actors = set(discourse.countries(acting))
    every = countries_meant(discourse, line, count + len(actors), main=False) if len(actors) == 1 else ()
    others = tuple(country for country in every if country not in actors)
    return others if len(others) == count else ()


def _are_states(words: Sequence[Word], phrase: Phrase, count: int | None) -> bool:
    """Tell whether a noun can mean states: "the sides", not "the ruling parties"; "the two members"."""
    if phrase.noun == "member":
        return count is not None and not phrase.owners and phrase.end == phrase.head + 1
    before = {word.lower for word in words[phrase.first : phrase.head]}
    partisan = phrase.noun == "party" and bool(before & load_nouns().partisan)
    return phrase.kind in (*STATES, "regime") and phrase.noun != "island" and not partisan


def resolve_number(discourse: Discourse, line: int, place: int) -> tuple[int, ...]:
    """Find whom "the two" or "both" mean where no noun follows: people first, then countries."""
    count = NUMBERS[discourse.lines[line][place].lower]
    for pick in (discourse.people, discourse.bodies):
        found = gather(discourse, line, count, pick)
        if found:
            return found
    return countries_meant(discourse, line, count)


def resolve_order(discourse: Discourse, line: int, place: int) -> tuple[int, ...]:
    """Find whom "the former" or "the latter" means: one of two told of in this line or the one before."""
    for referents in discourse.lines_back(line, lines=2):
        for pick in (discourse.people, discourse.bodies, discourse.countries):
            found = pick(referents)
            if len(found) > 1:
                return (found[ORDER[discourse.lines[line][place].lower]],) if len(found) == 2 else ()
    return ()


def count_in(words: Sequence[Word]) -> int | None:
    """Give the number that a phrase names."""
    return next((NUMBERS[word.lower] for word in words if word.lower in NUMBERS), None)


def _owned(words: Sequence[Word], phrase: Phrase, discourse: Discourse) -> tuple[int, ...]:
    """Read "the presidents of Russia and Uzbekistan", "the Kazakh and Kyrgyz sides".

    In "members of Paz's party" the members are not those of Paz.
    """
    possessing = {
        word.mention
        for word, sign, behind in zip(words, words[1:], words[2:], strict=False)
        if sign.lower in {"'s", "'"} and behind.mention in phrase.owners
    }
    whose = sorted({*phrase.owners} - possessing, key=lambda m: m.span)
    owners = [index for owner in whose for index in owner.entities]
    if len(owners) < 2:
        return ()
    if not phrase.is_office:
        return tuple(dict.fromkeys(owners))
    return tuple(dict.fromkeys(_officer_or_owner(discourse, phrase, owner) for owner in owners))


def _officer_or_owner(discourse: Discourse, phrase: Phrase, owner: int) -> int:
    held = {p.holder for p in discourse.positions if p.of == owner and is_met(phrase.noun, p.role)}
    return held.pop() if len(held) == 1 else owner


def _officers(discourse: Discourse, line: int, phrase: Phrase, count: int | None) -> tuple[int, ...]:
    if owner_of(discourse, line, phrase) is not None:
        return ()

    def fitting(referents: Sequence[Referent]) -> tuple[int, ...]:
        seats = _seats(discourse, referents)
        return tuple(p for p in seats if not phrase.is_office or _may_hold(discourse, p, phrase))

    if not count:
        return _nearest_several(discourse, line, fitting) or _called_so(discourse, line, phrase)
    people = (
        _pair_of_line(discourse, line, phrase, count)
        or _called_so(discourse, line, phrase, count)
        or gather(discourse, line, count, fitting)
        or _met_last(discourse, line, phrase, count)
        or _only_holders(discourse, line, phrase, count)
    )
    return people or (_states_meant(discourse, line, phrase, count) if phrase.national else ())


def _met_last(discourse: Discourse, line: int, phrase: Phrase, count: int) -> tuple[int, ...]:
    """Give those who did something together last, if one of them is known by the title."""
    for referents in discourse.lines_back(line, lines=REACH):
        people = people_together(discourse, referents[0].line)
        if len(people) == count:
            return people if any(discourse.fits(each, phrase.role) for each in people) else ()
    return ()


def _only_holders(discourse: Discourse, line: int, phrase: Phrase, count: int) -> tuple[int, ...]:
    """Give those who hold the office, if so many and no others were told of: "both Prime Ministers"."""
    if phrase.possessor is not None:
        return ()
    told = dict.fromkeys(index for each in discourse.back(line, lines=FAR) for index in each.entities)
    people = [index for index in told if discourse.is_type(index, EntityType.PERSON)]
    holders = [each for each in people if _holds(discourse, each, phrase.role)]
    return tuple(reversed(holders)) if len(holders) == count else ()


def _holds(discourse: Discourse, person: int, role: str) -> bool:
    """Tell whether the article says that a person holds an office and it is not over."""
    held = any(is_met(role, position.role) for position in discourse.offices_of(person))
    return held and not discourse.has_left(person, role)


def _may_hold(discourse: Discourse, index: int, phrase: Phrase) -> bool:
    """Tell whether someone may be called by a title, or whether he for whom a state stands may."""
    if discourse.is_type(index, EntityType.PERSON):
        return discourse.fits(index, phrase.role)
    roles = (role for role, owner in discourse.stand_ins.items() if owner == index)
    return phrase.noun == "leader" or any(is_met(phrase.role, role) for role in roles)


def _seats(discourse: Discourse, referents: Sequence[Referent]) -> tuple[int, ...]:
    """Give the people of some places, and the states or bodies that stand for someone unnamed."""
    return tuple(
        dict.fromkeys(
            index
            for referent in referents
            for index in (
                referent.entities if discourse.is_unnamed(referent) else discourse.people([referent])
            )
        )
    )


def _states_meant(discourse: Discourse, line: int, phrase: Phrase, count: int) -> tuple[int, ...]:
    """Give the states whose people are meant; none that only says where something is: "a mission in Mali"."""
    found = countries_meant(discourse, line, count)
    if count_in(discourse.lines[line][phrase.head : phrase.end]):  # "the presidents of the three countries"
        people = tuple(_officer_or_owner(discourse, phrase, state) for state in found)
        return found if set(people) & set(found) else people
    acting = {*discourse.stand_ins.values()}
    for referent in discourse.referents:
        if not _is_scene(discourse, referent):
            acting.update(discourse.countries([referent]))
    return found if acting.issuperset(found) else ()


def _is_scene(discourse: Discourse, referent: Referent) -> bool:
    """Tell whether a place says where something is: "in Ghana and Mali"."""
    word = discourse.word_of(referent)
    if word is None:
        return False
    token = first_joined(word.token)
    return token.dep_ == "pobj" and token.head.lower_ in SCENES


def _pair_of_line(discourse: Discourse, line: int, phrase: Phrase, count: int) -> tuple[int, ...]:
    """Take all people of the nearest line with any, if there are so many and nothing speaks against it."""
    lines = (_seats(discourse, referents) for referents in discourse.lines_back(line, lines=REACH))
    people = next(filter(None, lines), ())
    strange = [p for p in people if discourse.offices_of(p) and not discourse.fits(p, phrase.role)]
    if len(people) != count or (strange and phrase.is_office and phrase.noun != "leader"):
        return ()
    return people


def _called_so(discourse: Discourse, line: int, phrase: Phrase, count: int | None = None) -> tuple[int, ...]:
    """Give the group that bore the same title last: "the presidents of the three countries", "both".

    One that is counted is still known from afar, as is one called by a name: "the Leaders".
    """
    words = discourse.lines[line]
    adorning = words[phrase.first : phrase.head + 1 - len(phrase.noun.split())]
    bare = all(word.lower in NUMBERS for word in adorning) and phrase.end == phrase.head + 1
    title = words[phrase.head]
    is_name = phrase.begin < phrase.head and title.text[:1].isupper()
    for referent in discourse.back(line, lines=FAR if count or is_name else REACH + 1) if bare else ():
        word = discourse.word_of(referent)
        is_group = len(referent.entities) > 1 and count in (None, len(referent.entities))
        if word is None or not is_group or word.lower != title.lower:
            continue
        if not is_name or count or word.text == title.text:
            return referent.entities
    return ()


def _nearest_several(discourse: Discourse, line: int, pick: Pick) -> tuple[int, ...]:
    for referents in discourse.lines_back(line, lines=REACH):
        found = pick(referents)
        if len(found) > 1:
            return found
    return ()
