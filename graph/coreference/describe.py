"""describe: what a description stands for ("his Turkish counterpart", "the two sides", "the bloc")."""

from __future__ import annotations

from collections.abc import Sequence

from graph.coreference.described_groups import NUMBERS, count_in, resolve_group
from graph.coreference.described_people import resolve_person
from graph.coreference.described_things import resolve_thing
from graph.coreference.described_voices import resolve_regime, resolve_statement
from graph.coreference.discourse import Discourse, subject_token
from graph.coreference.speakers import speaks
from graph.model import EntityType
from graph.offices.line import Word
from graph.offices.phrases import ANY, Phrase, main_word

_COUNTING, _COUNTED = frozenset({"det", "nummod"}), frozenset({"another", "one", "some"})
DEFINITE = frozenset({"the", "this", "both", "his", "her", "its", "their", "our", "my", "these"})


def is_description(words: Sequence[Word], phrase: Phrase) -> bool:
    """Tell whether a phrase points to someone or something in particular, and is no title before a name."""
    head = words[phrase.head]
    after = words[phrase.end] if phrase.end < len(words) else None
    if after is not None and _goes_before(phrase, head, after):
        return False
    first = words[phrase.begin].lower
    if phrase.begin > 0 and words[phrase.begin - 1].lower in ("no", "any", "every", "each"):
        return False
    if phrase.kind == "statement":
        return first == "the" and speaks(head.token) and not phrase.owners
    if first in DEFINITE or phrase.possessor is not None:
        return True
    if phrase.owners:
        return not _is_any(words, phrase)
    joined = head.token.dep_ == "conj" and words[phrase.begin - 1].lower == "and"
    acts = head.token.dep_ == "nsubj" or (joined and subject_token(head) is not None)
    bare = phrase.begin == phrase.first and acts
    # A communiqué speaks of "Leaders" and "Ministers" without an article
    told = acts or head.token.dep_ == "nsubjpass"
    alone = told and phrase.plural and _is_alone(words, phrase)
    is_known = phrase.national and bare and head.text[:1].isupper() and not phrase.plural
    return is_known or (alone and phrase.is_office) or first in ("two", "three", "four", "five", "six")


def _is_any(words: Sequence[Word], phrase: Phrase) -> bool:
    """Tell whether a phrase tells of anybody: "a Peruvian minister", "one senior Peruvian minister".

    "A senior Peruvian minister" may open a story in which he is named.
    """
    before = {child.lower_ for child in main_word(words, phrase).token.children if child.dep_ in _COUNTING}
    return words[phrase.begin].lower in ANY or not _COUNTED.isdisjoint(before)


def _is_alone(words: Sequence[Word], phrase: Phrase) -> bool:
    """Tell whether a noun opens a clause with nothing around it: "Climate: Leaders agreed"."""
    opens = phrase.begin == 0 or words[phrase.begin - 1].text in (":", ",")
    return opens and phrase.begin == phrase.first and phrase.end == phrase.head + 1


def _goes_before(phrase: Phrase, head: Word, after: Word) -> bool:
    """Tell whether a phrase is the title of the name after it, or adorns the noun after it."""
    if after.mention and after.mention.type is EntityType.PERSON:
        return True
    return head.token.dep_ in ("compound", "nmod", "amod") and not _is_noun_alone(phrase)


def _is_noun_alone(phrase: Phrase) -> bool:
    """Tell whether a noun before a noun is none that adorns it: "gave the five countries money"."""
    return phrase.is_office or phrase.plural


def resolve_phrase(discourse: Discourse, line: int, phrase: Phrase) -> tuple[int, ...]:
    """Find whom or what a description means; nobody where the text does not decide."""
    words = discourse.lines[line]
    several = phrase.plural and count_in(words[phrase.begin : phrase.end]) is not None
    if phrase.kind == "regime" and len(phrase.owners) < 2 and not several:
        return resolve_regime(discourse, line, phrase)
    if phrase.kind == "statement":
        return resolve_statement(discourse, line)
    if phrase.plural or words[phrase.begin].lower == "both" or phrase.noun in NUMBERS:
        return resolve_group(discourse, line, phrase)
    if phrase.is_office or phrase.kind == "person":
        return resolve_person(discourse, line, phrase)
    return resolve_thing(discourse, line, phrase)
