"""described people: one person by office or part ("the Greek premier", "his host")."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from graph.coreference.clauses import others_beside
from graph.coreference.described_parts import PARTS, find_part, resolve_part
from graph.coreference.discourse import Discourse, is_met, office_classes
from graph.coreference.owners import owner_of, possessor_of
from graph.model import EntityType, Position, Span
from graph.offices.line import Word
from graph.offices.nouns import STATE_OFFICE, is_head, load_nouns
from graph.offices.phrases import Phrase, find_phrases, main_word
from graph.offices.who.holders import people_beside

COUNTERPARTS = frozenset({"counterpart", "colleague", "opposite number", "interlocutor"})
# Kinds of nouns of which each has a president or a chairman of its own.
BODIES = frozenset({"company", "group", "organ", "union"})
NEAR = 4  # lines within which "a diplomat" is whom "the diplomat" means
SPOKEN = 2  # lines within which the spokesman of whom no name was told is in mind
# The United Nations speak of theirs without more, by the Wikidata item of the organisation.
SECRETARIES = frozenset({"secretary-general", "secretary general"})
UNITED_NATIONS = "Q1065"
UNNAMED = frozenset({"spokesman", "spokeswoman", "spokesperson"})
# "nominated to serve as ambassador": who is in office is another
TO_BE = ["to", "serve", "as"]


def resolve_person(discourse: Discourse, line: int, phrase: Phrase) -> tuple[int, ...]:
    """Find the person whom a description in the singular means, or the state or body for which he acts."""
    beside = _beside(discourse, line, phrase) or _second_title(discourse, line, phrase)
    before = discourse.lines[line][: phrase.begin][-len(TO_BE) :]
    if beside or [word.lower for word in before] == TO_BE:
        return beside
    if phrase.noun in COUNTERPARTS | PARTS:
        find = _counterpart if phrase.noun in COUNTERPARTS else resolve_part
        return find(discourse, line, phrase)
    owner = owner_of(discourse, line, phrase)
    if phrase.role.startswith("former"):
        return _former(discourse, line, phrase, owner)
    if owner is not None and (phrase.national or not phrase.nameless):
        return _officer(discourse, line, phrase, owner)
    is_title = phrase.is_office or phrase.noun in load_nouns().offices
    if phrase.possessor is not None or phrase.nameless or not is_title:
        return ()
    return _last_called(discourse, line, phrase)


def _beside(discourse: Discourse, line: int, phrase: Phrase) -> tuple[int, ...]:
    """Take the holder who stands beside the title."""
    words = discourse.lines[line]
    span = Span(words[phrase.begin].span.start, words[phrase.end - 1].span.end)
    around = [
        (evidence.end - evidence.start, position.holder)
        for position in discourse.positions
        for evidence in position.evidence
        if evidence.start <= span.start and span.end <= evidence.end and is_met(phrase.role, position.role)
    ]
    if around:
        return (min(around)[1],)
    return _apposed(discourse, line, phrase)


def _second_title(discourse: Discourse, line: int, phrase: Phrase) -> tuple[int, ...]:
    """Read "the Prime Minister and Minister of Trade": one person, if he holds both offices."""
    words = discourse.lines[line]
    joined = phrase.begin > 1 and words[phrase.begin - 1].lower == "and"
    if not joined or phrase.owners or words[phrase.begin].lower == "the":
        return ()
    end = words[phrase.begin - 2].span.end
    for referent in reversed(discourse.by_line.get(line, ())):
        if referent.span.end == end and len(referent.entities) == 1:
            held = {position.role for position in discourse.offices_of(referent.entities[0])}
            if phrase.role in held and len(held) > 1:
                return referent.entities
    return ()


def _apposed(discourse: Discourse, line: int, phrase: Phrase) -> tuple[int, ...]:
    """Read "the guest, X," and "his counterpart X"."""
    words = discourse.lines[line]
    after = phrase.end + (phrase.end < len(words) and words[phrase.end].lower == ",")
    mention = words[after].mention if after < len(words) else None
    if mention is None or mention.type is not EntityType.PERSON or len(mention.entities) != 1:
        return ()
    closed = after + 1 >= len(words) or words[after + 1].lower in {",", ".", ";", ")", ":", "and"}
    return mention.entities if after == phrase.end or closed else ()


def _officer(discourse: Discourse, line: int, phrase: Phrase, owner: int) -> tuple[int, ...]:
    """Find who holds an office of an owner; where nobody is named, the owner stands for him."""
    held = [p for p in discourse.positions if p.of == owner and is_met(phrase.role, p.role)]
    people = list(dict.fromkeys(position.holder for position in held))
    staying = [person for person in people if not discourse.has_left(person, phrase.role)]
    if len(people) > 1:
        people = _latest(discourse, line, staying or people)
    if not staying:
        fitting = [p for p in _named_people(discourse) if discourse.fits(p, phrase.role, owner)]
        people = [p for p in fitting if not discourse.has_left(p, phrase.role)] or people
    if people and _is_another(discourse, line, phrase, people):
        people = []
    elif not people:
        compatriots = _only_compatriot(discourse, line, owner) if _is_leading(phrase) else []
        people = compatriots or _only_stateless(discourse, line, phrase, owner)
    if len(people) == 1:
        return (people[0],)
    heads = phrase.noun in load_nouns().heading and discourse.is_type(
        owner, EntityType.INTERNATIONAL_ORGANIZATION
    )
    speaks = heads or phrase.noun in UNNAMED
    if people or not (phrase.kind == STATE_OFFICE or speaks):
        return ()
    if discourse.is_type(owner, EntityType.COUNTRY) or speaks:
        discourse.stand_ins[phrase.role] = owner
    return (owner,)


def _former(discourse: Discourse, line: int, phrase: Phrase, owner: int | None) -> tuple[int, ...]:
    """Find the only one spoken of who is told to have held an office: "the former president"."""
    called = discourse.people(list(discourse.back(line, lines=line + 1)))
    held = (p for p in discourse.positions if p.role == phrase.role and owner in (None, p.of))
    people = tuple({position.holder for position in held} & set(called))
    return people if len(people) == 1 and not phrase.nameless else ()


def _named_people(discourse: Discourse) -> list[int]:
    return [index for index in sorted(discourse.counts) if discourse.is_type(index, EntityType.PERSON)]


def _latest(discourse: Discourse, line: int, people: Iterable[int]) -> list[int]:
    wanted = set(people)
    for referent in discourse.back(line, lines=line + 1):
        found = [index for index in referent.entities if index in wanted]
        if found:
            return found[:1]
    return []


def _is_leading(phrase: Phrase) -> bool:
    return bool(office_classes(phrase.role)) or phrase.noun in ("leader", "diplomat")


def _only_compatriot(discourse: Discourse, line: int, country: int) -> list[int]:
    """Give the only person of a country who was spoken of shortly before and whose office is not told."""
    near = discourse.people(list(discourse.back(line, lines=5)))
    fitting = [p for p in near if discourse.country_of(p) == country and not discourse.offices_of(p)]
    return fitting if len(fitting) == 1 else []


def _only_stateless(discourse: Discourse, line: int, phrase: Phrase, country: int) -> list[int]:
    """Give the only one near with a title and without a state, where nobody else is of the country."""
    near = discourse.people(list(discourse.back(line, lines=5)))
    others = others_beside(discourse, line, main_word(discourse.lines[line], phrase).token)
    titled = [p for p in near if discourse.is_titled(p, phrase.role) and p not in others]
    stateless = [p for p in titled if discourse.country_of(p) is None and not discourse.entities[p].country]
    is_taken = any(discourse.country_of(p) == country for p in near)
    is_state = discourse.is_type(country, EntityType.COUNTRY)
    return stateless if len(stateless) == 1 and is_state and not is_taken else []


def _last_called(discourse: Discourse, line: int, phrase: Phrase) -> tuple[int, ...]:
    """Find who was spoken of and may be called so: with the bare title alone, acting last, or the main one.

    Where "President X" met "the French president, Y", the bare "the president" is X. "The head of state" is
    at home: the first of those told of, the host before his guest.
    """
    others = others_beside(discourse, line, main_word(discourse.lines[line], phrase).token)
    called = discourse.people(list(discourse.back(line, lines=line + 1)))
    strangers = discourse.strangers.setdefault(phrase.role, set())
    fitting = [p for p in called if p not in others | strangers and discourse.fits(p, phrase.role)]
    exact = [person for person in fitting if discourse.is_called(person, phrase.role)]
    fitting = exact or fitting
    body = _is_of_body(discourse.lines[line], phrase)
    if _is_another(discourse, line, phrase, fitting):
        fitting = []
    fitting = [person for person in fitting if not body or not _heads_state_alone(discourse, person, phrase)]
    if not fitting:
        strangers.update(others)
        state = discourse.stand_ins.get(phrase.role) if not body else None
        unnamed = _headed(discourse, phrase) or _spoken_for(discourse, line, phrase)
        return unnamed if state is None else (state,)
    visiting = _visiting(discourse, line, phrase)
    if visiting is not None:
        return visiting if set(visiting) & set(fitting) else ()
    titled = [person for person in fitting if discourse.is_titled(person, phrase.role)]
    if len(titled) == 1:
        return (titled[0],)
    if phrase.role == "head of state":
        return (fitting[-1],)
    acting = _acting(discourse, line, fitting)
    if acting is not None:
        return (acting,)
    first, *rest = sorted(fitting, key=lambda person: (-discourse.counts[person], fitting.index(person)))
    main = all(discourse.counts[first] >= 2 * discourse.counts[other] for other in rest)
    return (first,) if main else (fitting[0],)


def _acting(discourse: Discourse, line: int, people: Collection[int]) -> int | None:
    """Give who alone does the main deed where people were told of last: Holm in "Holm called Vas".

    After "Vas invited Holm" it may be either who goes on.
    """
    for referents in discourse.lines_back(line, lines=line + 1):
        told = [each for each in referents if not set(people).isdisjoint(each.entities)]
        if told:
            deeds = [each for each in told if each.is_main and len(each.entities) == 1]
            doing = {each.entities[0] for each in deeds if each.verb != "invite"}
            return doing.pop() if len(doing) == 1 and told[0].line < line else None
    return None


def _is_another(discourse: Discourse, line: int, phrase: Phrase, people: Collection[int]) -> bool:
    """Tell whether someone without a name was brought in since the people were told of: "a diplomat"."""
    for number in range(line, max(-1, line - NEAR), -1):
        words = discourse.lines[number]
        for other in find_phrases(words):
            before = number < line or other.end <= phrase.begin
            if before and other.noun == phrase.noun and _is_new(words, other):
                return True
        if not set(people).isdisjoint(discourse.people(discourse.by_line.get(number, ()))):
            return False
    return False


def _is_new(words: Sequence[Word], phrase: Phrase) -> bool:
    """Tell whether a title is one of several that somebody nameless holds."""
    articles = {child.lower_ for child in main_word(words, phrase).token.children if child.dep_ == "det"}
    return bool(articles & {"a", "an"}) and not people_beside(words, phrase, {})


def _is_of_body(words: Sequence[Word], phrase: Phrase) -> bool:
    """Tell whether a title says of what body it is, whichever: "the President of the Commission"."""
    behind = words[phrase.head + 1 : phrase.end]
    return any(load_nouns().heads.get((word.lower,)) in BODIES for word in behind)


def _heads_state_alone(discourse: Discourse, person: int, phrase: Phrase) -> bool:
    """Tell whether a person has a title as the head of a state or its government, and by no other office."""
    fitting = [each for each in discourse.offices_of(person) if is_met(phrase.role, each.role)]
    states = [each for each in fitting if discourse.is_type(each.of, EntityType.COUNTRY)]
    return bool(states) and states == fitting and all(is_head(each.role) for each in states)


def _visiting(discourse: Discourse, line: int, phrase: Phrase) -> tuple[int, ...] | None:
    """Read "the visiting minister": the one who came; None of a minister who is not called so."""
    before = discourse.lines[line][phrase.begin : phrase.head]
    return find_part(discourse, line, "visitor") if any(word.lower == "visiting" for word in before) else None


def _headed(discourse: Discourse, phrase: Phrase) -> tuple[int, ...]:
    """Read "the Secretary-General", unnamed: the United Nations, if they are spoken of most."""
    if phrase.role not in SECRETARIES:
        return ()
    type_ = EntityType.INTERNATIONAL_ORGANIZATION
    unions = [index for index, _ in discourse.counts.most_common() if discourse.is_type(index, type_)]
    return tuple(index for index in unions[:1] if discourse.entities[index].qid == UNITED_NATIONS)


def _spoken_for(discourse: Discourse, line: int, phrase: Phrase) -> tuple[int, ...]:
    """Read "the spokesman" after "a spokesman for the ministry": the ministry."""
    if phrase.noun not in UNNAMED:
        return ()
    for referent in discourse.back(line - 1, lines=SPOKEN):
        token = discourse.lines[referent.line][0].token.doc[referent.token]
        if any(above.lower_ in UNNAMED for above in token.ancestors):
            return referent.entities
    return ()


def _counterpart(discourse: Discourse, line: int, phrase: Phrase) -> tuple[int, ...]:
    """Find "his Turkish counterpart": who does in that country what the other does in his.

    "X, their Turkish colleague," is X.
    """
    word = main_word(discourse.lines[line], phrase).token
    named = discourse.told_at(line, word.head.i) if word.dep_ == "appos" else ()
    if len(named) == 1 and discourse.is_type(named[0], EntityType.PERSON):
        return named
    other = possessor_of(discourse, line, phrase)
    roles = [position.role for index in other for position in discourse.offices_of(index)]
    country = owner_of(discourse, line, phrase, possessed=False)
    if country is None:
        return _other_officer(discourse, line, other, roles)
    people = [p for p in _named_people(discourse) if discourse.country_of(p) == country and p not in other]
    peers = [p for p in people if _is_peer_of(discourse, roles, p)]
    if len(peers) > 1:
        held = {p.holder for p in discourse.positions if p.of == country and _is_peer(roles, p)}
        peers = _latest(discourse, line, [p for p in peers if p in held]) if roles else []
    return (peers[0],) if peers else (country,)


def _is_peer_of(discourse: Discourse, roles: Sequence[str], person: int) -> bool:
    held = discourse.offices_of(person)
    if held:
        return any(_is_peer(roles, position) for position in held)
    return not roles or any(discourse.fits(person, role) for role in roles) or not discourse.is_known(person)


def _is_peer(roles: Sequence[str], position: Position) -> bool:
    if not roles:
        return True
    return any(
        is_met(role, position.role)
        or is_met(position.role, role)
        or bool(_level(role) & _level(position.role))
        for role in roles
    )


def _level(role: str) -> frozenset[str]:
    classes = office_classes(role)
    leading = {"head of state", "head of government"}
    return frozenset(leading) if classes & leading else classes


def _other_officer(
    discourse: Discourse, line: int, other: tuple[int, ...], roles: Sequence[str]
) -> tuple[int, ...]:
    """Find "his counterpart": the other of two peers spoken of."""
    if len(other) != 1:
        return ()
    near = discourse.people(list(discourse.back(line, lines=4)))
    peers = [index for index in near if index not in other]
    if roles:
        peers = [p for p in peers if _is_peer_of(discourse, roles, p)]
    # Of whom no office is told may be anybody
    peers = [p for p in peers if discourse.offices_of(p)] or peers
    return (peers[0],) if len(peers) == 1 else ()
