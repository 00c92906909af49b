"""it: the state or body that "it" and "its" mean."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Token

from graph.coreference.clauses import SUBJECTS
from graph.coreference.discourse import Discourse
from graph.coreference.own_clause import is_possessive, local_owner
from graph.coreference.speakers import follows_content, last_speakers
from graph.model import EntityType
from graph.offices.line import Word

IT = frozenset({"it", "its"})
ACTORS = (
    EntityType.COUNTRY,
    EntityType.INTERNATIONAL_ORGANIZATION,
    EntityType.GOVERNMENT_BODY,
    EntityType.ORGANIZATION,
    EntityType.COMPANY,
)
# "It" with these verbs stands for no one: "it is clear", "it took years", "it remains to be seen".
IMPERSONAL = frozenset({
    "appear", "be", "become", "come", "emerge", "follow", "happen", "look", "mean", "remain", "seem", "sum",
    "take", "turn",
})  # fmt: skip


def resolve_it(discourse: Discourse, line: int, place: int) -> tuple[int, ...]:
    """Find the state or body: who spoke last, whose the thing before is, or who acts here or just before."""
    words = discourse.lines[line]
    word = words[place]
    if word.lower == "it" and not _acts(word.token):
        return ()
    if follows_content(word.token):
        speaker = next(last_speakers(discourse, line), None)
        if speaker is not None and discourse.is_type(speaker.entities[0], *ACTORS):
            return speaker.entities
    owner = local_owner(discourse, line, word) if is_possessive(word) else None
    if owner is not None and discourse.is_type(owner, *ACTORS):
        return (owner,)
    for referents in discourse.lines_back(line, lines=2):
        here = referents[0].line == line
        acting = [r for r in referents if r.is_subject and len(r.entities) == 1]
        things = [r for r in acting if discourse.is_type(r.entities[0], *ACTORS)]
        if things:
            return things[-1].entities if here else things[0].entities
        if acting or _has_other_subject(words[:place] if here else discourse.lines[referents[0].line]):
            return ()
    return ()


def _acts(token: Token) -> bool:
    """Tell whether "it" does something, unlike in "it is clear that"."""
    head = token.head
    return token.dep_ == "nsubj" and head.pos_ == "VERB" and head.lemma_.lower() not in IMPERSONAL


def _has_other_subject(words: Sequence[Word]) -> bool:
    return any(
        word.mention is None and word.token.dep_ in SUBJECTS and word.token.pos_ == "NOUN" for word in words
    )
