"""senders: who sends an envoy stays at home; for an envoy without a name the sender's state goes."""

from __future__ import annotations

from spacy.tokens import Token

from graph.events.draft import GATHERINGS, Draft
from graph.events.roles.bystanders import head_of_title
from graph.events.roles.subjects import agents_of, subjects_of
from graph.events.scene import Scene
from graph.events.syntax.coordination import root_of, roots_of
from graph.events.syntax.governors import OBJECTS, auxiliaries, finite, is_passive, with_subject

_SENDING = frozenset({"despatch", "dispatch", "send"})
_SENT = frozenset({"aide", "delegate", "delegation", "diplomat", "emissary", "envoy", "mission"})
_SENT |= {"negotiator", "official", "representative", "team"}
# Who is sent to do so is at the talks; who prepares them leaves them to others.
_HOLDING = frozenset({"attend", "conduct", "have", "hold", "join", "pay"})
# The roles of those who go and of those who meet, and how many of them it takes.
_GOING = {"participant": 2, "visitor": 1}


def stay_at_home(draft: Draft, scene: Scene) -> Draft:
    """Whoever only sends an envoy does not go: "A sent an envoy to B", "sent an envoy to B to meet C"."""
    verb = _sending(root_of(scene.sentences[draft.sentence], draft.trigger))
    senders = _senders(verb, draft, scene) if verb is not None and draft.type in GATHERINGS else frozenset()
    if senders.isdisjoint(draft.everyone):
        return draft
    roles = {
        role: _without(fillers, senders, draft, scene, enough=_GOING[role]) if role in _GOING else fillers
        for role, fillers in draft.roles.items()
    }
    return draft.filled(roles, "sends an envoy")


def _sending(word: Token | None) -> Token | None:
    """The verb by which an envoy is sent: the word itself, or the one whose purpose it tells."""
    if word is None:
        return None
    verb = word.head if word.dep_ in OBJECTS and word.head.lemma_ in _HOLDING else word
    is_purpose = verb.dep_ == "advcl" and "to" in auxiliaries(verb)
    sending = verb.head if is_purpose else verb
    things = (child for child in sending.children if child.dep_ in {*OBJECTS, "nsubjpass"})
    is_sent = sending.lemma_ in _SENDING and any(thing.lemma_ in _SENT for thing in things)
    return sending if is_sent else None


def _senders(verb: Token, draft: Draft, scene: Scene) -> frozenset[int]:
    """The people who by the parse send somebody."""
    who = agents_of(verb) if is_passive(verb) else subjects_of(with_subject(finite(verb)))
    numbers = {each.i for each in who}
    roots = roots_of(scene.sentences[draft.sentence], scene.mentions_in(draft.sentence))
    sending = (mention for mention, root in roots.items() if head_of_title(root).i in numbers)
    return frozenset(each for mention in sending for each in mention.entities if scene.is_person(each))


def _without(
    fillers: tuple[int, ...], senders: frozenset[int], draft: Draft, scene: Scene, *, enough: int
) -> tuple[int, ...]:
    """The fillers without the senders, for whom their states go where the others are not enough."""
    others = tuple(each for each in fillers if each not in senders)
    if len(others) >= enough:
        return others
    bodies = [body for each in fillers if each in senders for body in scene.bodies_of(each, draft.sentence)]
    states = (state for body in bodies for state in scene.states_of(body) or (body,))
    return tuple(dict.fromkeys((*states, *others)))
