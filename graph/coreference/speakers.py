"""speakers: who spoke in the lines before, for words that go on speaking."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from graph.coreference.discourse import Discourse, Referent
from graph.offices.nouns import load_nouns

REACH = 4


def speaks(token: Token) -> bool:
    """Tell whether a word is the subject of a verb of speaking."""
    return token.dep_ == "nsubj" and token.head.lemma_.lower() in load_nouns().deeds["speaker"]


def follows_content(token: Token) -> bool:
    """Tell whether a word speaks after what it says: "Raisi will attend, he underlined"."""
    verb = token.head
    if not speaks(token):
        return False
    said = (child for child in verb.children if child.dep_ == "ccomp" and child.i < token.i)
    return verb.dep_ == "parataxis" or next(said, None) is not None


def last_speakers(discourse: Discourse, line: int) -> Iterator[Referent]:
    """Give who spoke in the lines before, the latest first; of a line in which nobody spoke, who acted."""
    saying = load_nouns().deeds["speaker"]
    for referents in discourse.lines_back(line - 1, lines=REACH):
        acting = [referent for referent in reversed(referents) if referent.is_subject]
        yield from [r for r in acting if r.verb in saying] or [r for r in acting if r.is_main]
