"""home voices: for which state a minister or a ministry without a name speaks."""

from __future__ import annotations

from collections.abc import Iterable

from spacy.tokens import Token

from graph.events.roles.attribution import speaks_for
from graph.events.scene import Scene
from graph.events.syntax.governors import SUBJECTS, verb_of

# Of a state alone where nothing else is said; an office, a bureau or a president may be anybody's.
_OF_STATES = frozenset({"government", "minister", "ministry", "premier"})
_SECRETARIES = frozenset({"foreign", "home", "defence", "defense", "treasury"})
_AIDES = frozenset({"official", "secretary", "spokesman", "spokesperson", "spokeswoman"})
_PLURAL = frozenset({"NNS", "NNPS"})
_BEFORE = frozenset({"amod", "compound", "nmod"})
# A state spoken of so often, and so many times as often as any other, is at home in the article.
_OFTEN, _TIMES = 4, 3


def home_of_voice(voice: Token, number: int, scene: Scene) -> tuple[int, ...]:
    """The state of "a foreign ministry spokesman in Lima", of whoever acts beside it, or of the story."""
    if voice.tag_ in _PLURAL or not _is_of_state(voice):
        return ()
    return (
        _seat(voice, number, scene)
        or _actor(voice, number, scene)
        or _announcing(voice, number, scene)
        or _home(scene)
    )


def _is_of_state(voice: Token) -> bool:
    """Whether a voice is that of a minister, a ministry or a government, and says nothing of whose."""
    words = {child.lemma_.lower() for child in voice.children if child.dep_ in _BEFORE}
    words |= {
        each.lemma_.lower() for child in voice.children if child.dep_ in _BEFORE for each in child.children
    }
    if any(child.dep_ == "poss" for child in voice.children):
        return False
    of_state = bool(words & _OF_STATES) or (voice.lemma_ == "secretary" and bool(words & _SECRETARIES))
    return voice.lemma_.lower() in _OF_STATES or (voice.lemma_.lower() in _AIDES and of_state)


def _seat(voice: Token, number: int, scene: Scene) -> tuple[int, ...]:
    """The state of the place in which a voice is."""
    places = [name for child in voice.children if child.lower_ == "in" for name in child.children]
    starts = {scene.sentences[number].offset + place.idx for place in places}
    mentions = scene.mentions_in(number) if starts else ()
    named = [mention for mention in mentions if mention.span.start in starts and mention.entities]
    return scene.states_of(named[0].entities[0]) if named else ()


def _actor(voice: Token, number: int, scene: Scene) -> tuple[int, ...]:
    """The state that acts where its ministry adds to it: "Peru tested it, with the ministry saying so"."""
    verb = verb_of(voice)
    if verb is None or verb.dep_ != "pcomp" or verb.head.lower_ != "with":
        return ()
    return _state_of((child for child in verb.head.head.children if child.dep_ in SUBJECTS), number, scene)


def _announcing(voice: Token, number: int, scene: Scene) -> tuple[int, ...]:
    """The state whose own acts a ministry announces, or tells where a text begins."""
    opens = all(sentence.is_headline for sentence in scene.sentences[:number])
    verb = voice.head
    if not opens and verb.lemma_ != "announce":
        return ()
    told = (child for child in verb.children if child.dep_ == "ccomp")
    return _state_of(
        (child for clause in told for child in clause.children if child.dep_ == "nsubj"), number, scene
    )


def _state_of(subjects: Iterable[Token], number: int, scene: Scene) -> tuple[int, ...]:
    """The first state for which subjects act."""
    sentence = scene.sentences[number]
    acting = (actor for subject in subjects for actor in speaks_for(subject, sentence, scene))
    return next((state for actor in acting if (state := scene.states_of(actor))), ())


def _home(scene: Scene) -> tuple[int, ...]:
    """The state of which an article speaks most, by far."""
    (most, times), (_, next_) = (*scene.states_by_namings(), (-1, 0), (-1, 0))[:2]
    return (most,) if times >= _OFTEN and times >= _TIMES * next_ else ()
