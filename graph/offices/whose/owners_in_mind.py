"""owners in mind: whose office a title is where it does not say so, by what the reader has in mind."""

from __future__ import annotations

from collections.abc import Sequence

from graph.model import Entity, EntityType, Mention, Position
from graph.offices.line import Word
from graph.offices.nouns import load_nouns
from graph.offices.phrases import ADVISING
from graph.offices.who.claims import Claim
from graph.offices.whose.acted_before import acted_before
from graph.offices.whose.appointers import state_of_appointer
from graph.offices.whose.attended import state_of_hosts
from graph.offices.whose.beside import is_list, state_beside
from graph.offices.whose.bodies_in_mind import body_in_mind, named_by_class, named_by_last_word, told_unnamed
from graph.offices.whose.claimed import holder_of, top_of, words_before
from graph.offices.whose.embassies import state_of_embassy
from graph.offices.whose.factboxes import boxed_state
from graph.offices.whose.guests import host, is_held, may_be_guest, unless_guest
from graph.offices.whose.home_in_mind import is_domestic
from graph.offices.whose.in_company import state_in_company
from graph.offices.whose.of_two import other_of_two
from graph.offices.whose.office_owners import Scene
from graph.offices.whose.possessors import possessor_meant, served_by
from graph.offices.whose.special_envoys import sender
from graph.offices.whose.ways import before_joints


def owner_in_mind(scene: Scene, claim: Claim, positions: Sequence[Position]) -> int | None:
    """Find whose office it is where the phrase does not name the owner; None where that would be a guess."""
    principal = _principal(claim)
    if principal is not None:
        return served_by(scene, principal.entities[0], positions)
    if claim.office.owners or claim.owner or claim.office.nameless:
        is_written = bool(claim.office.owners or claim.owner)
        return named_by_last_word(scene, claim) if not is_written else None
    home = scene.home_of(claim.holder.entities[0], positions)
    body = named_by_class(scene, claim)
    if body is not None:
        return body
    if claim.office.possessor is not None:
        return possessor_meant(scene, claim, claim.office.possessor, home, positions)
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
    if claim.office.role == "leader":
        return None  # of a party as likely as of a state
    found = [
        state_of_appointer(scene, claim, positions),
        _represented(scene, claim),
        _side(scene, claim),
        state_in_company(scene, claim, positions),
        state_of_embassy(scene, claim),
        _colleague(scene, claim, positions),
        state_beside(scene, claim),
        other_of_two(scene, claim, positions),
        host(scene, claim, positions),
    ]
    told = told_unnamed(scene, claim)
    found += [told] if told is not None and not is_held(scene, told, claim, positions) else []
    if (
        claim.office.noun not in load_nouns().away
    ):  # who stands for a state is not of the one in which he does
        here, just_told, spoken_of, dateline, told, home, domestic = (
            unless_guest(scene, country, claim, positions)
            for country in (
                _country_before(scene, claim),
                acted_before(scene, claim, positions, just=True),
                _spoken_of(scene, claim),
                scene.datelines[claim.line] if claim.office.noun != "opposition leader" else None,
                acted_before(scene, claim, positions, just=False),
                scene.home,
                scene.domestic if is_domestic(claim) and not may_be_guest(scene, claim) else None,
            )
        )
        found += [state_of_hosts(scene, claim, positions)]
        found += [here, _own_country(scene, claim), just_told, spoken_of, dateline, told, home, domestic]
    return next((state for state in found if state is not None and _may_have(scene, state, claim)), None)


def _may_have(scene: Scene, state: int, claim: Claim) -> bool:
    """Tell whether a state can have such an officer: a kingdom has no president, others no premier."""
    code, crowns = scene.entities[state].country, load_nouns().crowns
    if code in load_nouns().lacking.get(claim.office.role, ()):
        return False
    is_kingdom = any(code in crowns[crown] for crown in ("king", "emperor", "sultan"))
    return not (is_kingdom and claim.office.role == "president")


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
    verb = top_of(holder_of(scene, claim)).head
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
    words = words_before(scene, claim)
    last = before_joints(words)
    beside = words[last - 1].mention if 0 < last < len(words) else None
    if beside is None or not is_list(words[last - 1], holder_of(scene, claim)):
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


def _spoken_of(scene: Scene, claim: Claim) -> int | None:
    """Read "They gave Peru a loan. X, the finance minister, said": the state told of just before."""
    words, office = scene.lines[claim.line], claim.office
    is_apposed = claim.holder.span < words[office.begin].span and words[office.begin].lower == "the"
    if not is_apposed or scene.opens_paragraph(claim.line) or _states(words):
        return None
    before = _states(scene.lines[claim.line - 1])
    return before.pop() if len(before) == 1 else None


def _states(words: Sequence[Word]) -> set[int]:
    mentions = (word.mention for word in words if word.mention is not None)
    return {mention.entities[0] for mention in mentions if mention.type is EntityType.COUNTRY}


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


def _country_before(scene: Scene, claim: Claim) -> int | None:
    """Read "In Moscow Deputy Foreign Minister X": the country in which the title stands."""
    back = [word for word in scene.lines[claim.line] if word.span.start < claim.span.start]
    if back and back[-1].lower == ",":
        back.pop()
    if len(back) < 2 or back[-1].mention is None or back[-2].lower != "in":
        return None
    return scene.country_of(back[-1].mention.entities[0])
