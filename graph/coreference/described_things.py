"""described things: a country, a body or a place ("the kingdom", "the bloc", "the Chinese capital")."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Token

from graph.coreference.clauses import others_acting, verbs_above
from graph.coreference.discourse import Discourse, Referent, subject_token
from graph.coreference.owners import owner_of, possessor_of
from graph.model import EntityType
from graph.names.words import fold_name
from graph.offices.nouns import load_nouns
from graph.offices.phrases import Phrase, main_word
from graph.offices.titles import members_counted

TYPES = {
    "country": (EntityType.COUNTRY,),
    "union": (EntityType.INTERNATIONAL_ORGANIZATION,),
    "ministry": (EntityType.GOVERNMENT_BODY,),
    "organ": (
        EntityType.INTERNATIONAL_ORGANIZATION,
        EntityType.GOVERNMENT_BODY,
        EntityType.ORGANIZATION,
        EntityType.COMPANY,
    ),
    "group": (EntityType.ORGANIZATION, EntityType.INTERNATIONAL_ORGANIZATION),
    "company": (EntityType.COMPANY,),
    "city": (EntityType.PLACE,),
}
REACH = {"country": 3, "union": 1000, "ministry": 6, "organ": 1000, "group": 1000, "company": 6, "city": 3}
# Kinds of what acts as a body, and lines over which it goes on acting.
_BODIES = frozenset({"company", "group", "ministry", "organ"})
NEAR = 3
BRITAIN = "GBR"
VISITING = frozenset({"arrive", "come", "tour", "travel", "visit"})
# How a state stands before the title or name of whose it is.
BESIDE = frozenset({"amod", "compound", "nmod", "poss"})
# Who is told to be "in the country", too, is a guest of it.
STAYING = VISITING | {"be", "expect", "land"}


def resolve_thing(discourse: Discourse, line: int, phrase: Phrase) -> tuple[int, ...]:
    """Find the country, body or place that a description in the singular means."""
    owner = owner_of(discourse, line, phrase)
    if phrase.kind == "capital":
        return _capital(discourse, line, owner)
    if phrase.kind == "country" and phrase.possessor is not None:
        return _own_country(discourse, line, phrase)
    if named := _called_by_name(discourse, line, phrase) or _named_after(discourse, line, phrase):
        return named
    if phrase.noun == "authority" and owner is None:
        return _authority(discourse, line, phrase)
    if phrase.kind == "side":
        return _side(discourse, line, phrase, owner)
    is_bare = phrase.kind in TYPES and not phrase.owners and phrase.possessor is None
    return _last_of(discourse, line, phrase) if is_bare and _is_loose(discourse, line, phrase) else ()


def _called_by_name(discourse: Discourse, line: int, phrase: Phrase) -> tuple[int, ...]:
    """Read "the Caribbean nation of Haiti", where a state's name stands behind the noun."""
    words = discourse.lines[line]
    if (
        phrase.kind != "country"
        or phrase.end < phrase.head + 3
        or "neigh" in phrase.noun
        or not phrase.owners
    ):
        return ()
    *places, state = [owner.type for owner in phrase.owners]
    is_state = state is EntityType.COUNTRY and all(place is EntityType.PLACE for place in places)
    return phrase.owners[-1].entities if is_state and words[phrase.head + 1].lower == "of" else ()


def _named_after(discourse: Discourse, line: int, phrase: Phrase) -> tuple[int, ...]:
    """Read "the country became Eswatini": the state that it is said to have become."""
    verb = main_word(discourse.lines[line], phrase).token.head
    if phrase.kind != "country" or verb.lemma_ != "become":
        return ()
    names = (word for word in discourse.lines[line] if word.token.head.i == verb.i and word.token.i > verb.i)
    told = (word.mention.entities for word in names if word.mention is not None)
    return next((each for each in told if discourse.is_type(each[0], EntityType.COUNTRY)), ())


def _is_loose(discourse: Discourse, line: int, phrase: Phrase) -> bool:
    """Tell whether the words before the noun only adorn it: "the tiny kingdom", not "the relief fund"."""
    nouns = load_nouns()
    words = discourse.lines[line]
    first, end = phrase.first, phrase.head + 1 - len(phrase.noun.split())
    while (after := first + members_counted(words, first)) > first and after <= end:
        first = after
    return all(word.lower in nouns.adorning for word in words[first:end])


def _own_country(discourse: Discourse, line: int, phrase: Phrase) -> tuple[int, ...]:
    """Read "his country"; "its neighbour" is another."""
    people = possessor_of(discourse, line, phrase)
    if len(people) != 1 or not discourse.is_type(people[0], EntityType.PERSON) or "neigh" in phrase.noun:
        return ()
    country = discourse.country_of(people[0])
    return (country,) if country is not None else ()


def _capital(discourse: Discourse, line: int, owner: int | None) -> tuple[int, ...]:
    """Find the city: "the Chinese capital"; for "the capital" that of the country last spoken of."""
    country = owner if owner is not None else next(iter(_last_countries(discourse, line)), None)
    known = discourse.gazetteer.country(discourse.entities[country].country) if country is not None else None
    if known is None or known.capital is None:
        return ()
    name = fold_name(known.capital)
    places = (
        index
        for index, entity in enumerate(discourse.entities)
        if entity.type is EntityType.PLACE and name in map(fold_name, (entity.name, *entity.aliases))
    )
    return tuple(places)[:1]


def _last_countries(discourse: Discourse, line: int) -> Sequence[int]:
    return [
        referent.entities[0]
        for referent in discourse.back(line, lines=2)
        if len(referent.entities) == 1 and discourse.is_type(referent.entities[0], EntityType.COUNTRY)
    ]


def _last_of(discourse: Discourse, line: int, phrase: Phrase) -> tuple[int, ...]:
    """Take the nearest of its type; of a union the main one."""
    others = _others(discourse, line, phrase) if phrase.kind == "country" else frozenset()
    near = list(discourse.back(line, lines=_reach(discourse, line, phrase)))
    fitting = [r for r in near if r.entities[0] not in others and _may_be(discourse, r, phrase)]
    if not fitting:
        return ()
    verb = _stay(main_word(discourse.lines[line], phrase).token) if phrase.kind == "country" else None
    if verb is not None:
        fitting = [r for r in fitting if not _is_home(discourse, r, line, verb)] or fitting
    if phrase.noun == "kingdom":
        # Hardly anybody calls the United Kingdom so
        fitting = [r for r in fitting if discourse.entities[r.entities[0]].country != BRITAIN] or fitting
    nearest = fitting[0]
    if phrase.kind == "union":
        return max(fitting, key=lambda r: discourse.counts[r.entities[0]]).entities
    called = _acting_so_called(discourse, line, phrase, fitting) if phrase.kind in _BODIES else ()
    if called and not nearest.is_subject:
        return called
    if nearest.line < line and not others:
        acting = [r for r in fitting if r.line == nearest.line and r.is_subject]
        nearest = acting[-1] if acting else nearest
    topic = _topic(discourse) if others and nearest.line < line and nearest.is_subject else None
    if topic is None or topic in others:
        return nearest.entities
    is_main = discourse.counts[topic] > discourse.counts[nearest.entities[0]]
    return (topic,) if is_main else nearest.entities


def _acting_so_called(
    discourse: Discourse, line: int, phrase: Phrase, fitting: Sequence[Referent]
) -> tuple[int, ...]:
    """Give who acted by the same noun before and acts again: "the council said it; the council called on"."""
    if subject_token(main_word(discourse.lines[line], phrase)) is None:
        return ()
    for referent in fitting:
        word = discourse.word_of(referent)
        is_near = line - NEAR <= referent.line < line
        if is_near and referent.is_subject and word is not None and word.mention is None:
            return referent.entities if word.lower == phrase.noun else ()
    return ()


def _topic(discourse: Discourse) -> int | None:
    """Give the only country of the title: "Ghana condemned the coup; the Union suspended the country"."""
    countries = discourse.countries(discourse.by_line.get(0, ()))
    return countries[0] if len(countries) == 1 else None


def _reach(discourse: Discourse, line: int, phrase: Phrase) -> int:
    """Give the lines over which a thing is in mind: "the Kingdom", as a name, is so throughout."""
    is_name = phrase.noun == "kingdom" and discourse.lines[line][phrase.head].text[:1].isupper()
    return REACH["union" if is_name else phrase.kind]


def _side(discourse: Discourse, line: int, phrase: Phrase, owner: int | None) -> tuple[int, ...]:
    """Take the state for those who speak for it: "the Uzbek side", "the delegation", "the government"."""
    if phrase.noun not in ("side", "delegation", "government", "authority"):
        return ()
    if owner is not None:
        return (owner,)
    told = _last_so_called(discourse, line, phrase)
    return told if told or phrase.noun != "government" else _governed(discourse, line, phrase)


def _last_so_called(discourse: Discourse, line: int, phrase: Phrase) -> tuple[int, ...]:
    """Read "the delegation", "the government": the one of which was just told whose it is."""
    if phrase.noun not in ("delegation", "government") or not _is_alone(discourse, line, phrase):
        return ()
    for referent in discourse.back(line, lines=REACH["ministry"]):
        head = discourse.word_of(referent)
        if len(referent.entities) == 1 and head is not None and phrase.noun in head.lower.split():
            return referent.entities
    return ()


def _governed(discourse: Discourse, line: int, phrase: Phrase) -> tuple[int, ...]:
    """Read "the government": that of the state spoken of last, if none is spoken of more."""
    if not _is_alone(discourse, line, phrase):
        return ()
    last = _last_of(discourse, line, replace(phrase, kind="country"))
    return last if list(last) == discourse.main_countries()[:1] else ()


def _is_alone(discourse: Discourse, line: int, phrase: Phrase) -> bool:
    """Tell whether nothing says whose it is, nor where: "the government", not "the government in exile"."""
    words = discourse.lines[line]
    behind = words[phrase.end].lower if phrase.end < len(words) else ""
    return phrase.end - phrase.begin <= 2 and phrase.possessor is None and behind not in ("at", "in", "of")


def _authority(discourse: Discourse, line: int, phrase: Phrase) -> tuple[int, ...]:
    """Read "the Authority": the body that is named so, else the only organisation of the article."""
    if discourse.lines[line][phrase.head].text.islower():
        return ()
    told = dict.fromkeys(r.entities[0] for r in discourse.back(line, lines=line + 1) if len(r.entities) == 1)
    unions = [index for index in told if discourse.is_type(index, *TYPES["union"])]
    named = [index for index in told if discourse.is_type(index, *TYPES["organ"])]
    named = [index for index in named if "authority" in _name_words(discourse, index)]
    return (named[0],) if named else tuple(unions) if len(unions) == 1 else ()


def _others(discourse: Discourse, line: int, phrase: Phrase) -> frozenset[int]:
    """Give who does something to the country, and the states of envoys and visitors who do: it is another."""
    token = main_word(discourse.lines[line], phrase).token
    acting = others_acting(discourse, line, token)
    sent = {
        position.of
        for index in acting
        for position in discourse.offices_of(index)
        if position.role.split()[-1] in load_nouns().away
    }
    visitors = _visitors(discourse, line, token, acting)
    homes = {home for index in visitors if (home := discourse.country_of(index)) is not None}
    return acting | sent | visitors | homes


def _stay(token: Token) -> Token | None:
    """Give the verb by which somebody comes to a place or is there: "arrived in the country"."""
    verb = next(verbs_above(token), None)
    is_where = token.dep_ == "pobj" and token.head.lower_ in ("in", "into", "to")
    return verb if is_where and verb is not None and verb.lemma_ in STAYING else None


def _is_home(discourse: Discourse, referent: Referent, line: int, stay: Token) -> bool:
    """Tell whether a state is named only to say whose somebody is: "Peru's Ana Paz", "Ana Paz of Peru".

    Who only says that others are in the country need not be a guest of it.
    """
    word = discourse.word_of(referent)
    if word is None:
        return False
    token = word.token
    is_behind = token.dep_ == "pobj" and token.head.lower_ == "of"
    person = token.head.head if is_behind else token
    while person.dep_ in BESIDE:
        person = person.head
    if referent.line == line and not stay.is_ancestor(person):
        return False
    people = discourse.told_at(referent.line, person.i) if is_behind or person is not token else ()
    return any(discourse.is_type(index, EntityType.PERSON) for index in people)


def _visitors(discourse: Discourse, line: int, token: Token, acting: frozenset[int]) -> frozenset[int]:
    """Give who comes to a place: who acts, or whom the relative clause describes ("Paz, who is visiting")."""
    verb = next(verbs_above(token), None)
    if verb is None or verb.lemma_ not in VISITING:
        return frozenset()
    if verb.dep_ != "relcl":
        return acting
    described = {word.i for word in verb.head.subtree if word.i < verb.i}
    told = discourse.by_line.get(line, ())
    return acting | {index for each in told if each.token in described for index in each.entities}


def _may_be(discourse: Discourse, referent: Referent, phrase: Phrase) -> bool:
    """Tell whether a place speaks of one thing of the type, by name where the noun is a part of names."""
    index = referent.entities[0]
    if len(referent.entities) != 1 or not discourse.is_type(index, *TYPES[phrase.kind]):
        return False
    if phrase.kind == "city":
        return _is_city(discourse, index)
    nouns = load_nouns()
    noun = phrase.noun.split()[0]
    if noun in nouns.states:
        return discourse.entities[index].country in nouns.states[noun]
    words = _name_words(discourse, index)
    if phrase.kind == "union":
        return not words & nouns.organs
    asked = nouns.named.get(phrase.noun)
    return asked is None or bool(asked & words)


def _is_city(discourse: Discourse, index: int) -> bool:
    kinds = {known.kind for known in discourse.gazetteer.named(discourse.entities[index].name)}
    return bool(kinds & {"city", "capital", "town"})


def _name_words(discourse: Discourse, index: int) -> frozenset[str]:
    """Give the words of all names of an entity, the official one of a country among them."""
    entity = discourse.entities[index]
    known = discourse.gazetteer.country(entity.country) if entity.type is EntityType.COUNTRY else None
    named = [other for other in discourse.gazetteer.named(entity.name) if other.type is entity.type]
    others = [name for other in named for name in (other.name, *other.aliases, *other.other_names)]
    official = [known.official_name] if known and known.official_name else []
    return frozenset(
        word for name in (entity.name, *entity.aliases, *others, *official) for word in fold_name(name)
    )
