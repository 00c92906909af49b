"""appointments: who is appointed, and in whose service."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from graph.events.draft import Draft
from graph.events.roles.belonging import is_only_served
from graph.events.roles.bystanders import head_of_title
from graph.events.roles.undergoing import undergoing
from graph.events.syntax.coordination import root_of, rooted_at, roots_of, with_conjuncts
from graph.events.syntax.governors import DONE_TO, SUBJECTS, is_in_clause, is_passive, is_under
from graph.model import EntityType, Mention, Position, Sentence, Span
from graph.offices.nouns import is_head, load_nouns

if TYPE_CHECKING:
    from spacy.tokens import Token

    from graph.events.scene import Scene

_CREDENTIALS = re.compile(r"\bcreden(?:ce|tial)|\baccredit", re.IGNORECASE)
# A predecessor's name follows, and his title at most stands between: "in place of former envoy X".
_IN_PLACE = re.compile(
    r"\b(?:in (?:place of|succession to)|instead of|replac(?:e|es|ed|ing)|succeed(?:s|ed|ing)?)"
    r"(?! by\b)(?: [^\s,;.]+){0,5} $"
)
_REPLACING = frozenset({"replace", "succeed"})
_SELF = re.compile(r"\b(?:him|her)self\b")
# Whoever does so is not appointed himself.
_APPOINTING = frozenset({
    "appoint", "choose", "designate", "dismiss", "elect", "fire", "install", "name", "nominate", "oust",
    "pick", "promote", "recall", "remove", "sack", "select", "swear",
})  # fmt: skip
# Whoever does so with an office enters upon it or leaves it.
_ENTERING = frozenset({"assume", "enter", "leave", "quit", "take"})
_PLURAL = frozenset({"are", "have", "were"})
_TAKING = frozenset({"accept", "receive"})
_GIVING = frozenset({"deliver", "hand", "present", "submit"})
# Whoever does so with another's appointment is not appointed himself, nor is who comes for or to it.
_WATCHING = frozenset(
    {"attend", "celebrate", "congratulate", "hail", "praise", "watch", "welcome", "witness"}
)
# Whoever does so with appointments appoints others.
_DECIDING = frozenset({"announce", "approve", "make"})
_PRESENCE = frozenset({"attendance", "participation", "presence"})
_COMING_TO = frozenset({"at", "for", "to"})


def accredit(draft: Draft, scene: Scene) -> Draft:
    """Who receives an envoy's credentials, or serves in his place, is neither appointed nor appoints."""
    if draft.type != "Appointment" or not _CREDENTIALS.search(scene.sentences[draft.sentence].text):
        return draft
    receivers = _receivers(draft, scene)
    roles = {
        role: tuple(each for each in fillers if each not in receivers)
        for role, fillers in draft.roles.items()
    }
    if not roles.get("appointee"):
        roles["appointee"] = tuple(each for each in _envoys(draft, scene) if each not in receivers)
    kept = {role: fillers for role, fillers in roles.items() if fillers}
    return (
        draft if kept == draft.roles else replace(draft, roles=kept, notes=(*draft.notes, "not the receiver"))
    )


def named(sentence: Sentence, trigger: Span, mentions: Sequence[Mention]) -> frozenset[Mention]:
    """The people who by the parse are appointed: "A took office", "A was named envoy", "A, who heads it"."""
    verb = root_of(sentence, trigger)
    people = [each for each in mentions if each.type is EntityType.PERSON]
    pronoun = _relative_of(verb) if verb is not None else None
    if verb is not None and pronoun is not None and not _is_done_to(verb, sentence, people):
        return _named_before(pronoun, sentence, people)
    if verb is not None and _is_entering(verb):
        beginning = with_conjuncts(child for child in verb.children if child.dep_ == "nsubj")
        return rooted_at(beginning, sentence, people)
    if verb is None or verb.lemma_ in _REPLACING or not is_passive(verb):
        return frozenset()
    return undergoing(sentence, trigger, people)


def _is_entering(verb: Token) -> bool:
    """Whether the subject of a verb begins or ends to serve: "took office", "resigned"."""
    things = [child.lemma_ for child in verb.children if child.dep_ in DONE_TO]
    return verb.lemma_ == "resign" or (verb.lemma_ in _ENTERING and "office" in things)


def _relative_of(word: Token) -> Token | None:
    """The "who" or "whose" by which a clause tells something of one person, seen from its verb or noun."""
    is_noun = word.pos_ == "NOUN" and word.dep_ in SUBJECTS
    verb = word.head if is_noun else word
    appoints = verb.lemma_ in _APPOINTING and not is_passive(verb)
    if verb.dep_ != "relcl" or verb.lemma_ in _REPLACING or appoints:
        return None
    if is_noun:  # "Whose inauguration was in May", not "whose envoy was appointed"
        return next((child for child in word.children if child.lower_ == "whose"), None)
    is_of_several = verb.tag_ == "VBP" or any(child.lower_ in _PLURAL for child in (verb, *verb.children))
    subjects = (child for child in verb.children if child.dep_ in SUBJECTS and child.lower_ == "who")
    return None if is_of_several else next(subjects, None)


def _is_done_to(verb: Token, sentence: Sentence, people: Sequence[Mention]) -> bool:
    """Whether it is done to one of some people, or to what is theirs: "who accepted the resignation of A"."""
    things = [child for child in verb.children if child.dep_ in DONE_TO]
    roots = roots_of(sentence, people).values()
    return any(is_under(root, each) and not is_in_clause(root, each) for root in roots for each in things)


def _named_before(pronoun: Token, sentence: Sentence, people: Sequence[Mention]) -> frozenset[Mention]:
    """The person named next before a relative pronoun: "A, B and C, who took office"; no group of them."""
    at = sentence.offset + pronoun.idx
    before = [each for each in people if each.span.end <= at and not is_only_served(sentence, each)]
    nearest = max(before, key=lambda each: each.span, default=None)
    return frozenset({nearest} if nearest is not None and len(nearest.entities) == 1 else ())


def only_comes(sentence: Sentence, trigger: Span, mention: Mention) -> bool:
    """Whether somebody comes to another's appointment: "A attended it", "the presence of A at it"."""
    noun, other = root_of(sentence, trigger), root_of(sentence, mention.span)
    if other is not None and other.dep_ == "pobj" and other.head.head.lemma_ in _PRESENCE:
        return True
    if noun is None or other is None or noun.pos_ == "AUX" or (noun.pos_ == "VERB" and noun.dep_ != "pcomp"):
        return False
    verb = noun.head.head if noun.dep_ in {"pcomp", "pobj"} else noun.head
    comes = noun.dep_ == "pobj" and noun.head.lower_ in _COMING_TO
    if not comes and verb.lemma_ not in _WATCHING:
        return False
    while verb.dep_ in {"advcl", "xcomp"} and not any(child.dep_ == "nsubj" for child in verb.children):
        verb = verb.head
    subject = head_of_title(other)
    return other.i == verb.i or (subject.dep_ == "nsubj" and subject.head.i == verb.i)


def only_decides(sentence: Sentence, trigger: Span, mention: Mention) -> bool:
    """Whether somebody appoints others by what he does with a noun: "A made ten appointments"."""
    noun, other = root_of(sentence, trigger), root_of(sentence, mention.span)
    if noun is None or other is None or noun.dep_ != "dobj" or noun.head.lemma_ not in _DECIDING:
        return False
    if any(child.dep_ == "poss" for child in noun.children):  # "announced his appointment"
        return False
    subject = head_of_title(other)
    return subject.dep_ == "nsubj" and subject.head.i == noun.head.i


def appoint_others(draft: Draft, scene: Scene) -> Draft:
    """Nobody appoints himself, if not by that word: "President A named his cabinet"."""
    actors, appointees = draft.roles.get("actor", ()), draft.roles.get("appointee", ())
    others = tuple(each for each in appointees if each not in actors)
    is_told = _SELF.search(scene.sentences[draft.sentence].text)
    if draft.type != "Appointment" or others == appointees or is_told:
        return draft
    roles = {**draft.roles, "appointee": others}
    kept = {role: fillers for role, fillers in roles.items() if fillers}
    return replace(draft, roles=kept, notes=(*draft.notes, "appoints others"))


def part_from_predecessor(draft: Draft, scene: Scene) -> Draft:
    """Who is replaced is not appointed; he is dismissed where nobody else is."""
    appointees = draft.roles.get("appointee", ())
    replaced = tuple(dict.fromkeys(_predecessors(draft, scene))) if draft.type == "Appointment" else ()
    if (
        (draft.attribute != "true" or _replaces_meanwhile(draft, scene))
        and appointees
        and set(appointees) <= set(replaced)
        and _replaces(draft, scene)
    ):
        # It only says in whose place the one appointed beside it is
        return replace(draft, roles={}, notes=(*draft.notes, "not the predecessor"))
    if draft.attribute == "true":
        kept = appointees or replaced
    else:
        kept = tuple(each for each in appointees if each not in replaced) or appointees
    if kept == appointees:
        return draft
    return replace(
        draft, roles={**draft.roles, "appointee": kept}, notes=(*draft.notes, "not the predecessor")
    )


def _replaces(draft: Draft, scene: Scene) -> bool:
    word = root_of(scene.sentences[draft.sentence], draft.trigger)
    return word is not None and word.lemma_ in _REPLACING


def _replaces_meanwhile(draft: Draft, scene: Scene) -> bool:
    """Whether it is told beside another act in whose place somebody is: "appointed A, replacing B"."""
    word = root_of(scene.sentences[draft.sentence], draft.trigger)
    return word is not None and word.tag_ == "VBG" and word.dep_ in {"acl", "advcl"}


def leave_former_offices(draft: Draft, scene: Scene) -> Draft:
    """In whose service an appointee was before he is not now: "A, a former president of B, heads C"."""
    owners = draft.roles.get("of", ())
    if draft.type != "Appointment" or draft.attribute == "true" or len(owners) < 2:
        return draft
    left = {
        position.of
        for person in draft.roles.get("appointee", ())
        for position in scene.positions_of(person)
        if _is_past(position)
    }
    kept = tuple(owner for owner in owners if owner not in left)
    if not kept or kept == owners:
        return draft
    return replace(draft, roles={**draft.roles, "of": kept}, notes=(*draft.notes, "not of a former office"))


def _predecessors(draft: Draft, scene: Scene) -> Iterator[int]:
    sentence = scene.sentences[draft.sentence]
    for mention in scene.mentions_in(draft.sentence):
        before = sentence.text_before(mention.span)
        if _IN_PLACE.search(before) or _is_replaced(root_of(sentence, mention.span)):
            yield from mention.entities


def _is_replaced(token: Token | None) -> bool:
    """Whether somebody is replaced by others: "A was succeeded by B"."""
    token = head_of_title(token) if token is not None else None
    return token is not None and token.dep_ == "nsubjpass" and token.head.lemma_ in _REPLACING


def service_of_each(draft: Draft, scene: Scene) -> dict[int, tuple[int, ...]]:
    """In whose service each appointee of a draft is: by his title, else by his place in the list."""
    appointees, owners = draft.roles.get("appointee", ()), draft.roles.get("of", ())
    paired = dict(zip(appointees, owners, strict=True)) if len(appointees) == len(owners) else {}
    services: dict[int, tuple[int, ...]] = {}
    for person in appointees:
        listed = (paired[person],) if person in paired else _nearest_before(person, draft, scene)
        services[person] = _titled(person, draft, scene) or (listed if len(appointees) > 1 else ()) or owners
    return services


def _titled(person: int, draft: Draft, scene: Scene) -> tuple[int, ...]:
    """The states that his titles give a person: here, or else elsewhere; beyond `of` only an envoy's."""
    span, owners = scene.sentences[draft.sentence].span, draft.roles.get("of", ())
    held = [position for position in scene.positions_of(person) if not _is_past(position)]
    here = [each for each in held if any(span.start <= at.start < span.end for at in each.evidence)]
    told = [each.of for each in here if each.of in owners or _is_sent(each)]
    return tuple(dict.fromkeys(told or (each.of for each in held if each.of in owners)))


def _receivers(draft: Draft, scene: Scene) -> set[int]:
    """Who receives credentials by the parse, in whose name he does, and every head of state or government."""
    sentence = scene.sentences[draft.sentence]
    found = {position.holder for position in scene.positions if is_head(position.role)}
    for mention in scene.mentions_in(draft.sentence):
        root = root_of(sentence, mention.span)
        if root is not None and _receives(root):
            found.update(mention.entities)
    return found


def _envoys(draft: Draft, scene: Scene) -> tuple[int, ...]:
    """The people of a sentence who are sent to others by their office."""
    named = (entity for mention in scene.mentions_in(draft.sentence) for entity in mention.entities)
    return tuple(each for each in dict.fromkeys(named) if any(map(_is_sent, scene.positions_of(each))))


def _receives(token: Token) -> bool:
    """Whether a word is who receives: "X received", "received by X", "presented to the president of A, X"."""
    token = head_of_title(token)
    verb = token.head
    if token.dep_ == "nsubj":
        return verb.lemma_.lower() in _TAKING
    if token.dep_ == "pobj":
        by = token.head.dep_ == "agent"
        to = token.head.lower_ == "to"
        return verb.head.lemma_.lower() in (_TAKING if by else _GIVING if to else ())
    return token.dep_ == "dative" and verb.lemma_.lower() in _GIVING


def _is_past(position: Position) -> bool:
    return position.role.startswith(("former", "ex-", "ex "))


def _is_sent(position: Position) -> bool:
    return any(position.role.endswith(noun) for noun in load_nouns().away)


def _nearest_before(person: int, draft: Draft, scene: Scene) -> tuple[int, ...]:
    """The owner named last before a person: "the ambassadors of Peru, X, Ghana, Y"."""
    owners = draft.roles.get("of", ())
    inside = sorted(
        (mention.span.start, entity)
        for mention in scene.mentions_in(draft.sentence)
        for entity in mention.entities
    )
    start = next((start for start, entity in inside if entity == person), None)
    before = [entity for at, entity in inside if entity in owners and start is not None and at < start]
    return tuple(before[-1:])
