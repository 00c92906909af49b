"""owners in mind: whose office a title is where it does not say so, by what the reader has in mind."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from graph.model import Entity, EntityType, Form, Mention, Position
from graph.offices.line import Word
from graph.offices.nouns import load_nouns
from graph.offices.phrases import ADVISING, BODIES, find_phrases
from graph.offices.who.claims import Claim
from graph.offices.whose.attended import state_of_hosts
from graph.offices.whose.bodies_in_mind import body_in_mind, named_by_class, named_by_last_word, told_unnamed
from graph.offices.whose.embassies import state_of_embassy
from graph.offices.whose.factboxes import boxed_state
from graph.offices.whose.in_company import state_in_company
from graph.offices.whose.office_owners import Scene
from graph.offices.whose.special_envoys import sender

if TYPE_CHECKING:
    from spacy.tokens import Token

GOAL_REACH = 3  # words from "visit" to the country: "a visit to the Netherlands"
GOALS = frozenset(
    {"arrive", "arrived", "arrives", "arriving", "flew", "flies", "journey", "tour", "travel", "travelled"}
) | {"traveled", "travelling", "traveling", "travels", "trip", "visit", "visited", "visiting", "visits"}

JOINTS = frozenset({",", "and", "&"})
MEETING = frozenset(
    {"greet", "have", "hold", "host", "meet", "meeting", "receive", "see", "talk", "welcome"}
) | {"confer", "consultation", "conversation", "discuss", "discussion", "negotiate", "negotiation"}
GUEST_REACH = 8  # lines after the way to a state within which a guest meets people there
SUBJECT_PARTS = frozenset({"amod", "appos", "compound", "conj", "nmod", "pobj", "poss"})
# What a noun of each kind may stand for: "the bloc's chairman".
_BODIES_BY_NOUN = {
    "union": frozenset({EntityType.INTERNATIONAL_ORGANIZATION}),
    "organ": BODIES - {EntityType.COMPANY},
    "ministry": frozenset({EntityType.GOVERNMENT_BODY}),
    "group": frozenset({EntityType.ORGANIZATION}),
    "company": frozenset({EntityType.COMPANY}),
}
# Where somebody does so, the one of the two is a guest.
HOSTING = frozenset({"greet", "host", "meet", "receive", "welcome", "hold", "discuss", "talk", "call"})


def owner_in_mind(scene: Scene, claim: Claim, positions: Sequence[Position]) -> int | None:
    """Find whose office it is where the phrase does not name the owner; None where that would be a guess."""
    principal = _principal(claim)
    if principal is not None:
        return _served_by(scene, principal.entities[0], positions)
    if claim.office.owners or claim.owner or claim.office.nameless:
        is_written = bool(claim.office.owners or claim.owner)
        return named_by_last_word(scene, claim) if not is_written else None
    home = scene.home_of(claim.holder.entities[0], positions)
    body = named_by_class(scene, claim)
    if body is not None:
        return body
    if claim.office.possessor is not None:
        return _possessor(scene, claim, claim.office.possessor, home, positions)
    if claim.office.national:
        return _served(scene, claim, home, positions)
    aides = state_in_company(scene, claim, positions) if claim.office.noun in ADVISING else None
    return aides if aides is not None else body_in_mind(scene, claim)


def _served(scene: Scene, claim: Claim, home: int | None, positions: Sequence[Position]) -> int | None:
    """Find whom an officer of a state serves, who is at home in one: that, unless a union sends him."""
    home = sender(scene, claim, home, positions)
    home = home if home is not None else boxed_state(scene, claim)
    return home if home is not None else _state_in_mind(scene, claim, positions)


def _principal(claim: Claim) -> Mention | None:
    """Read "X, a spokesman for Y": an aide is of the state or body of whom he serves."""
    owner = claim.office.owners[0] if len(claim.office.owners) == 1 and claim.owner is None else None
    return owner if owner is not None and owner.type is EntityType.PERSON else None


def _state_in_mind(scene: Scene, claim: Claim, positions: Sequence[Position]) -> int | None:
    """Find the state of an office by what the text tells around it, the surest sign first."""
    if scene.entities[claim.holder.entities[0]].country is not None:
        return None  # a state that the article does not name
    if claim.office.noun in load_nouns().shared:
        return _only_sharing(scene, claim)
    found = [
        _represented(scene, claim),
        _side(scene, claim),
        state_in_company(scene, claim, positions),
        state_of_embassy(scene, claim),
        _colleague(scene, claim, positions),
        _host(scene, claim, positions),
    ]
    told = told_unnamed(scene, claim)
    found += [told] if told is not None and not _is_held(scene, told, claim, positions) else []
    if (
        claim.office.noun not in load_nouns().away
    ):  # who stands for a state is not of the one in which he does
        here, just_told, dateline, told, home = (
            _unless_guest(scene, country, claim, positions)
            for country in (
                _country_before(scene, claim),
                _told_before(scene, claim, positions, just=True),
                scene.datelines[claim.line],
                _told_before(scene, claim, positions, just=False),
                scene.home,
            )
        )
        found += [state_of_hosts(scene, claim, positions)]
        found += [here, _own_country(scene, claim), just_told, dateline, told, home]
    return next((country for country in found if country is not None), None)


def _possessor(
    scene: Scene, claim: Claim, possessor: Word, home: int | None, positions: Sequence[Position]
) -> int | None:
    """Resolve "its president", "his foreign minister", "the country's leader" to the owner of the office."""
    types = _possessor_types(possessor)
    may_be_home = EntityType.PERSON in types or EntityType.COUNTRY in types or not types
    if (
        claim.office.national
        and home is not None
        and may_be_home
        and not _nearest_is_body(scene, claim, possessor)
    ):
        return home
    back = [
        mention
        for mention in (
            *_subject_before(scene, claim),
            *_subject_just_told(scene, claim, possessor),
            *scene.mentions_back(claim.line, possessor.span.start, lines=4),
        )
        if mention.type in types and mention != claim.holder and mention.form is Form.NAME
    ]
    if not back:
        return None
    index = back[0].entities[0]
    return _served_by(scene, index, positions) if back[0].type is EntityType.PERSON else index


def _subject_before(scene: Scene, claim: Claim) -> Iterator[Mention]:
    """Read "Peru will build schools in Haiti, X, its minister, said": what is told, its subject lets tell."""
    words, end = scene.lines[claim.line], claim.office.end
    behind = words[end : end + 2]
    is_teller = len(behind) == 2 and behind[0].text == "," and behind[1].token.pos_ == "VERB"
    if is_teller and claim.holder.span < words[claim.office.begin].span:
        for word in words:
            if word.token.dep_ == "nsubj" and word.mention is not None and word.span < claim.holder.span:
                yield word.mention


def _subject_just_told(scene: Scene, claim: Claim, possessor: Word) -> Iterator[Mention]:
    """Read "Peru fears the tariffs of Haiti. Its minister met X": what opens a sentence goes on with one."""
    if possessor == scene.lines[claim.line][0] and claim.line:
        for word in scene.lines[claim.line - 1]:
            if word.token.dep_ == "nsubj" and word.token.head.dep_ == "ROOT" and word.mention is not None:
                yield word.mention


def _served_by(scene: Scene, person: int, positions: Sequence[Position]) -> int | None:
    """Find the state of a person, or else the body that he heads: "his special envoy" is the UN's too."""
    home = scene.home_of(person, positions)
    heads = (p.of for p in positions if p.holder == person and scene.entities[p.of].type in BODIES)
    return home if home is not None else next(heads, None)


def _nearest_is_body(scene: Scene, claim: Claim, possessor: Word) -> bool:
    """Tell whether "its president" in this line may be that of a bank or an alliance."""
    back = scene.mentions_back(claim.line, possessor.span.start)
    nearest = next((mention for mention in back if mention.type is not EntityType.PERSON), None)
    return possessor.lower == "its" and nearest is not None and nearest.type in BODIES


def _possessor_types(possessor: Word) -> frozenset[EntityType]:
    if possessor.lower in ("his", "her"):
        return frozenset({EntityType.PERSON})
    if possessor.lower in ("country", "nation"):
        return frozenset({EntityType.COUNTRY})
    if possessor.lower in ("its", "whose"):
        return BODIES | {EntityType.COUNTRY}
    return _BODIES_BY_NOUN.get(load_nouns().heads.get((possessor.lower,), ""), frozenset())


def _side(scene: Scene, claim: Claim) -> int | None:
    """Read "on the Kenyan side, Minister X" and "Minister X came on the Kenyan side"."""
    words = scene.lines[claim.line]
    sides = [
        (word.span.start, words[index - 1].mention)
        for index, word in enumerate(words)
        if index > 2 and word.lower == "side" and words[index - 3].lower in ("on", "from")
    ]
    before = [owner for start, owner in sides if start < claim.span.start]
    after = [owner for start, owner in sides if start > claim.span.start]
    owner = (before[-1:] or after[:1] or [None])[0]
    return owner.entities[0] if owner is not None and owner.type is EntityType.COUNTRY else None


def _represented(scene: Scene, claim: Claim) -> int | None:
    """Read "X, the minister, represented Peru": who stands for a state serves it."""
    verb = _top(_holder(scene, claim)).head
    states = [
        word.mention.entities[0]
        for word in scene.lines[claim.line]
        if word.mention is not None
        and word.mention.type is EntityType.COUNTRY
        and word.token.dep_ == "dobj"
        and word.token.head == verb
    ]
    return states[0] if verb.lemma_ == "represent" and states else None


def _colleague(scene: Scene, claim: Claim, positions: Sequence[Position]) -> int | None:
    """Read "Peruvian President X and Foreign Minister Y": Y serves Peru too."""
    words = [word for word in scene.lines[claim.line] if word.span.end <= claim.span.start]
    last = _before_joints(words)
    beside = words[last - 1].mention if 0 < last < len(words) else None
    if beside is None or not _is_list(words[last - 1], _holder(scene, claim)):
        return None
    states = (
        position.of
        for position in positions
        if position.holder == beside.entities[0]
        and not position.role.startswith(claim.office.role)
        and not set(position.role.split()) & load_nouns().away
        and scene.entities[position.of].type is EntityType.COUNTRY
    )
    return next(states, None)


def _before_joints(words: Sequence[Word]) -> int:
    """Step back over what joins a list."""
    last = len(words)
    while last and words[last - 1].lower in JOINTS:
        last -= 1
    return last


def _is_list(one: Word, other: Token) -> bool:
    """Tell whether two names stand in a list, and the second one does nothing of its own."""
    alone = _top(other).dep_ in ("nsubj", "nsubjpass") and _top(one.token) != _top(other)
    return not alone


def _host(scene: Scene, claim: Claim, positions: Sequence[Position]) -> int | None:
    """Read "arrived in Peru, where he met President X": a guest meets people of the state he comes to."""
    if not _is_met(_holder(scene, claim)):
        return None
    here = [word for word in scene.lines[claim.line] if word.span.start < claim.span.start]
    first = max(0, claim.line - GUEST_REACH)
    for words in (here, *reversed(scene.lines[first : claim.line])):
        goals = {goal for word in words if (goal := _place_of(scene, word)) and _is_goal(scene, words, goal)}
        goals |= {goal for word in here[1:3] if words is here and (goal := _fronted(scene, here, word))}
        if goals:
            goal = goals.pop()
            at_home = any(_state_of(scene, word, positions) == goal for word in here if _is_in_subject(word))
            return None if goals or at_home or _is_held(scene, goal, claim, positions) else goal
    return None


def _fronted(scene: Scene, words: Sequence[Word], word: Word) -> int | None:
    """Read "In Peru she will meet": where a sentence begins by telling the place of what follows."""
    return _place_of(scene, word) if words[0].text == "In" else None


def _is_met(token: Token) -> bool:
    """Tell whether a word is whom somebody meets: "met X", "talks with X", "received by X", "called on X"."""
    token = _top(token)
    caller = token.head.head if token.dep_ == "pobj" else token.head
    if caller.lemma_ == "call":
        return any(child.lower_ == "on" for child in caller.children)
    if token.dep_ == "pobj" and token.head.lower_ in ("with", "by", "from"):
        return token.head.head.lemma_.lower() in MEETING
    return token.dep_ == "dobj" and token.head.lemma_.lower() in MEETING


def _top(token: Token) -> Token:
    """Give the word on which a list of names and titles hangs as one."""
    while token.dep_ in {"appos", "compound", "conj", "nmod"}:
        token = token.head
    return token


def _holder(scene: Scene, claim: Claim) -> Token:
    return next(word.token for word in scene.lines[claim.line] if word.mention == claim.holder)


def _told_before(scene: Scene, claim: Claim, positions: Sequence[Position], *, just: bool) -> int | None:
    """Read "Peru's president said so. Foreign Minister X denied it": the state that acted just before.

    It is that of who acts himself, and only where no way abroad and no host is told of. What was `just` told
    stands in the same paragraph, or tells of a state by its name.
    """
    line = scene.lines[claim.line]
    if claim.office.noun in load_nouns().away or not _acts(line, claim) or _tells_of_host(line):
        return None
    here = [word for word in line if word.span.start < claim.span.start]
    before = scene.lines[claim.line - 1] if claim.line else ()
    if just and scene.opens_paragraph(claim.line) and not any(map(_is_acting_state, before)):
        before = ()
    for words in (here, before):
        abroad = _sent_by(words)
        subjects = (word for word in words if _is_in_subject(word) and word.mention not in abroad)
        named = {_state_of(scene, word, positions) for word in subjects} - {None}
        if named:
            return named.pop() if len(named) == 1 and not _tells_of_host(words) else None
    return None


def _sent_by(words: Sequence[Word]) -> frozenset[Mention]:
    """Give the states of the envoys in a line: "the Kenyan ambassador" acts in another state."""
    envoys = (office for office in find_phrases(words) if office.noun in load_nouns().away)
    return frozenset(owner for office in envoys for owner in office.owners)


def _is_acting_state(word: Word) -> bool:
    """Tell whether a word is the name of a state that acts itself: "Peru slid into crisis"."""
    is_state = word.mention is not None and word.mention.type is EntityType.COUNTRY
    return is_state and word.token.dep_ == "nsubj" and word.token.head.dep_ == "ROOT"


def _state_of(scene: Scene, word: Word, positions: Sequence[Position]) -> int | None:
    if word.mention is None:
        return None
    index = word.mention.entities[0]
    is_person = word.mention.type is EntityType.PERSON
    return scene.home_of(index, positions) if is_person else scene.country_of(index)


def _is_in_subject(word: Word) -> bool:
    """Tell whether a word belongs to a sentence's subject: "Peru's president", "the army of Peru"."""
    token = word.token
    while token.dep_ in SUBJECT_PARTS or (token.dep_ == "prep" and token.lower_ == "of"):
        token = token.head
    return token.dep_ == "nsubj" and token.head.dep_ in ("ROOT", "conj")


def _acts(words: Sequence[Word], claim: Claim) -> bool:
    """Tell whether the holder of an office is the subject of the sentence's verb."""
    for word in words:
        inside = claim.span.start <= word.span.start < claim.span.end
        if inside and word.token.dep_ == "nsubj" and word.token.head.dep_ in ("ROOT", "conj", "ccomp"):
            return True
    return False


def _tells_of_host(words: Sequence[Word]) -> bool:
    return any(word.lower in GOALS or word.token.lemma_.lower() in HOSTING for word in words)


def _own_country(scene: Scene, claim: Claim) -> int | None:
    """The country, if it is spoken of, that alone has such an office: "Secretary of State X"."""
    code = load_nouns().owned.get(claim.office.role)
    countries = enumerate(scene.entities)
    return next((place for place, entity in countries if code and _is_state(entity, code)), None)


def _only_sharing(scene: Scene, claim: Claim) -> int | None:
    """The one state spoken of whose parliament has members that are called so: "Sen. X"."""
    codes = load_nouns().shared[claim.office.noun]
    states = [place for place, each in enumerate(scene.entities) if each.type is EntityType.COUNTRY]
    having = [place for place in states if scene.entities[place].country in codes]
    return having[0] if len(having) == 1 else None


def _is_state(entity: Entity, code: str) -> bool:
    return entity.type is EntityType.COUNTRY and entity.country == code


def _unless_guest(
    scene: Scene, country: int | None, claim: Claim, positions: Sequence[Position]
) -> int | None:
    """The country, unless another holds the office in it, or the line tells of its own people or a way there.

    "In Oslo, Foreign Minister X met Norwegian Prime Minister Y": X is a guest.
    """
    holder, line = claim.holder.entities[0], scene.lines[claim.line]
    here = [position for position in positions if position.of == country and position.holder != holder]
    in_line = any(line[0].span.start <= span.start < line[-1].span.end for p in here for span in p.evidence)
    if (
        country is None
        or in_line
        or _is_held(scene, country, claim, positions)
        or _is_goal(scene, line, country)
        or _is_someone_abroad(scene, claim, country)
    ):
        return None
    return country


def _is_someone_abroad(scene: Scene, claim: Claim, country: int) -> bool:
    """Tell whether "a senator" may be of another state or body, which the line names before."""
    words = scene.lines[claim.line]
    before = [word for word in words if word.mention is not None and word.span.start < claim.span.start]
    named = any(word.mention is not None and word.mention.type in BODIES for word in before)
    others = {place for word in before if (place := _place_of(scene, word)) is not None} - {country}
    return words[claim.office.begin].lower in ("a", "an") and (named or bool(others))


def _is_held(scene: Scene, country: int, claim: Claim, positions: Sequence[Position]) -> bool:
    """Tell whether another holds the office in a country, and is not spoken of as who held it then."""
    title = scene.lines[claim.line][max(0, claim.office.begin - 1) : claim.office.head]
    return all(word.lower != "then" for word in title) and any(
        (position.of, position.role) == (country, claim.office.role)
        and position.holder != claim.holder.entities[0]
        for position in positions
    )


def _is_goal(scene: Scene, line: Sequence[Word], country: int) -> bool:
    """Tell whether a line tells of a way to a country: "arrived in Laos", "a visit to Laos"."""
    places = [index for index, word in enumerate(line) if _place_of(scene, word) == country]
    return any(_is_goal_at(scene, line, index) for index in places)


def _is_goal_at(scene: Scene, line: Sequence[Word], index: int) -> bool:
    """Tell whether a place is where a way leads, alone or as one of several: "will visit Peru and Laos"."""
    if GOALS & {each.lower for each in line[max(0, index - GOAL_REACH) : index]}:
        return True
    before = _before_joints(line[:index])
    is_listed = 0 < before < index and _place_of(scene, line[before - 1]) is not None
    return is_listed and _is_goal_at(scene, line, before - 1)


def _place_of(scene: Scene, word: Word) -> int | None:
    """Find the country that a word names, or in which the place lies that it names."""
    return scene.country_of(word.mention.entities[0]) if word.mention is not None else None


def _country_before(scene: Scene, claim: Claim) -> int | None:
    """Read "In Moscow Deputy Foreign Minister X": the country in which the title stands."""
    back = [word for word in scene.lines[claim.line] if word.span.start < claim.span.start]
    if back and back[-1].lower == ",":
        back.pop()
    if len(back) < 2 or back[-1].mention is None or back[-2].lower != "in":
        return None
    return scene.country_of(back[-1].mention.entities[0])
