"""speakers: who speaks where nobody with a name does: "an official of A", "the statement", "he added"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from graph.events.draft import SPEECH, Draft
from graph.events.roles.attribution import load_claims, speaks_for
from graph.events.roles.subjects import subjects_of
from graph.events.scene import Scene
from graph.events.syntax.coordination import root_of, rooted_at
from graph.events.syntax.governors import verb_of, with_subject
from graph.events.triggers.told import quoted_by
from graph.events.unsaid.home_voices import home_of_voice

# Sentences over which a reader has in mind who "the official" is, or what "the statement".
REACH = 3
# Whoever does so has spoken in the sentence before.
_GOING_ON = frozenset({"add", "continue", "conclude", "go"})
_FIRST_PERSON = frozenset({"i", "we"})
_ARTICLES = frozenset({"the", "this", "that"})
_PAPERS = frozenset({"report", "statement"})


def speakers_of(draft: Draft, told: Sequence[Draft], scene: Scene) -> tuple[int, ...]:
    """For whom the subject of a statement's verb speaks, or who spoke before by the same voice or paper."""
    sentence = scene.sentences[draft.sentence]
    verb = root_of(sentence, draft.trigger)
    if verb is None:
        return ()
    subjects = [child for child in verb.children if child.dep_ == "nsubj"] or quoted_by(verb)
    if not subjects:
        return ()
    subject = subjects[0]
    if subject.pos_ == "PRON":
        is_same = verb.lemma_.lower() in _GOING_ON
        before = draft.sentence - 1
        return next(voices(told, before, before), ()) if is_same else ()
    if subject.lemma_.lower() not in load_claims().voices:
        return ()
    # Whose a paper is, coreference can hardly tell.
    own = subject.lemma_.lower() not in _PAPERS or any(child.dep_ == "prep" for child in subject.children)
    named = speaks_for(subject, sentence, scene) if own else ()
    known = named or _spoke_before(subject, draft, told, scene)
    return known or home_of_voice(subject, draft.sentence, scene)


def speaks_of_himself(draft: Draft, told: Sequence[Draft], scene: Scene) -> tuple[int, ...]:
    """Who says in the first person that he does it: "'We have invited A', B said"."""
    sentence = scene.sentences[draft.sentence]
    word = verb_of(root_of(sentence, draft.trigger))
    verb = with_subject(word) if word is not None else None
    if verb is None or verb.dep_ not in {"ccomp", "parataxis"}:
        return ()
    if not any(child.dep_ == "nsubj" and child.lower_ in _FIRST_PERSON for child in verb.children):
        return ()
    if verb.head.lemma_.lower() not in load_claims().reporting:
        return ()
    speaking = {each.i for each in subjects_of(with_subject(verb.head))}
    named = rooted_at(speaking, sentence, tuple(scene.mentions_in(draft.sentence)))
    return tuple(dict.fromkeys(entity for mention in named for entity in mention.entities))


def _spoke_before(subject: Token, draft: Draft, told: Sequence[Draft], scene: Scene) -> tuple[int, ...]:
    """Who spoke by a voice that is spoken of again: "an official of A said … the official added"."""
    if any(child.lower_ not in _ARTICLES for child in subject.children):
        return ()
    for number in range(draft.sentence - 1, max(draft.sentence - REACH, 0) - 1, -1):
        sentence = scene.sentences[number]
        words = [token for token in sentence.tokens if token.lemma_.lower() == subject.lemma_.lower()]
        issuers = (
            issuer
            for word in words
            if word.dep_ == "dobj"
            for child in word.head.children
            if child.dep_ == "nsubj"
            if (issuer := speaks_for(child, sentence, scene))
        )
        if words:
            return next(issuers, ()) or next(voices(told, number, number), ())
    return ()


def voices(told: Sequence[Draft], first: int, last: int) -> Iterator[tuple[int, ...]]:
    """Gives who spoke in the sentences from one to another, the latest first."""
    for other in reversed(told):
        speakers = other.roles.get("speaker" if other.type == "Statement" else "actor", ())
        if other.type in SPEECH and speakers and first <= other.sentence <= last:
            yield speakers
