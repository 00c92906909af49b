"""teams: whose team goes on: "a delegation of A met B. The delegation left for C"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from graph.events.draft import Draft
from graph.events.roles.subjects import subjects_of
from graph.events.scene import Scene
from graph.events.syntax.coordination import root_of, roots_of
from graph.events.syntax.governors import OBJECTS, finite, is_under, with_subject
from graph.events.syntax.owners import with_owners

_TEAMS = frozenset(
    {"delegate", "delegation", "diplomat", "envoy", "lawmaker", "mission", "negotiator", "team"}
)
# Sentences over which a reader still has in mind whose team it is.
_REACH = 2


def whose_team(draft: Draft, told: Sequence[Draft], scene: Scene) -> tuple[int, ...]:
    """Whose the team is that acts without a name, where just before there is told of a single one."""
    if not _is_of_team(draft, scene):
        return ()
    before = range(max(draft.sentence - _REACH, 0), draft.sentence)
    owners = [owner for number in before for owner in _owners_in(number, scene)]
    return owners[0] if len(set(owners)) == 1 else ()


def _is_of_team(draft: Draft, scene: Scene) -> bool:
    """Whether a team does what the draft tells, and its sentence does not say whose: "the envoys left"."""
    word = root_of(scene.sentences[draft.sentence], draft.trigger)
    verb = word.head if word is not None and word.dep_ in OBJECTS else word
    who = list(subjects_of(with_subject(finite(verb)))) if verb is not None and verb.pos_ == "VERB" else []
    named = [mention for mention in scene.mentions_in(draft.sentence) if mention.entities]
    roots = roots_of(scene.sentences[draft.sentence], named).values()
    return len(who) == 1 and _is_that_team(who[0]) and not any(is_under(root, who[0]) for root in roots)


def _is_that_team(noun: Token) -> bool:
    return noun.lemma_ in _TEAMS and any(child.lower_ in {"the", "these"} for child in noun.children)


def _owners_in(number: int, scene: Scene) -> Iterator[tuple[int, ...]]:
    """Whose each team is of which a sentence tells: "a Kenyan delegation", "a team of Kenyan envoys"."""
    sentence = scene.sentences[number]
    roots = roots_of(sentence, [each for each in scene.mentions_in(number) if each.entities])
    for team in sentence.tokens:
        if team.lemma_ in _TEAMS:
            words = set(with_owners(team)) - {team.i}
            found = [each for mention, root in roots.items() if root.i in words for each in mention.entities]
            if found:
                yield tuple(dict.fromkeys(found))
