"""said_again: which telling of an act of speech is of one told before."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Token

from graph.events.draft import Draft
from graph.events.merging.group import Group
from graph.events.merging.wording import POINTING, is_further, main_word, points_back
from graph.events.syntax.coordination import root_of
from graph.events.syntax.governors import DIRECT_OBJECTS
from graph.model import Sentence

# Sentences over which "the request" is still the one told of last.
FAR = 3
# Of these somebody may have several, of which "his support" may be any.
_SEVERAL = frozenset({"Statement", "Support"})
_CONDEMNING = frozenset({"abhor", "assail", "condemn", "condemnation", "decry", "denounce", "deplore"})
# What is condemned in the words of a sentence before: "these senseless acts".
_DEEDS = frozenset(
    {
        "act", "assault", "atrocity", "attack", "blast", "bombing", "crime", "explosion", "incident",
        "killing", "massacre", "raid", "shooting", "strike", "violence",
    }
)  # fmt: skip


def is_said_again(group: Group, draft: Draft, sentences: Sequence[Sentence]) -> bool:
    """Whether an act of speech, by the same people, is the one of the headline, or told a second time."""
    if all(sentences[each.sentence].is_headline for each in group.tellings):
        return True
    if draft.type == "Statement" or is_further(draft, sentences):
        return False
    is_close = 0 < draft.sentence - group.last.sentence <= FAR
    if is_close and (_is_named_again(draft, sentences) or _is_condemned_again(group, draft, sentences)):
        return True
    if not {"actor", "target"} <= draft.named.keys() & group.roles.keys():
        return False
    word = main_word(draft, sentences)
    return any(main_word(each, sentences) == word for each in group.tellings)


def _is_named_again(draft: Draft, sentences: Sequence[Sentence]) -> bool:
    """Whether a noun speaks of what somebody said before, and does not say what: "the Kenyan request"."""
    noun = root_of(sentences[draft.sentence], draft.trigger)
    if noun is None or draft.type in _SEVERAL or "actor" not in draft.named:
        return False
    return points_back(draft, sentences) and not any(child.dep_ != "punct" for child in noun.rights)


def _is_condemned_again(group: Group, draft: Draft, sentences: Sequence[Sentence]) -> bool:
    """Whether "the attacks" are condemned once more, which are not said to be others."""
    words = [main_word(each, sentences) for each in (*group.tellings, draft)]
    if draft.type != "Criticism" or not all(word in _CONDEMNING for word in words):
        return False
    verb = root_of(sentences[draft.sentence], draft.trigger)
    objects = [child for child in verb.children if child.dep_ in DIRECT_OBJECTS] if verb is not None else []
    return bool(objects) and all(_is_deed_told(each) for each in objects)


def _is_deed_told(noun: Token) -> bool:
    """Whether a noun points back to a deed: "the attacks", "such acts of violence", not "the raid on A"."""
    before = {child.lower_ for child in noun.lefts}
    is_of_own = before.isdisjoint(POINTING - {"the"}) and any(child.dep_ == "prep" for child in noun.rights)
    return noun.lemma_.lower() in _DEEDS and not is_of_own and bool(before & (POINTING | {"any"}))
