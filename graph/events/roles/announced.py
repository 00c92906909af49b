"""announced: who only announces a visit, and where he does so: "the ministry announced the visit in A"."""

from __future__ import annotations

from spacy.tokens import Token

from graph.events.syntax.coordination import root_of, upwards
from graph.events.syntax.governors import NOUNS, THINGS, counted, is_in_clause, is_passive, is_under
from graph.model import EntityType, Form, Mention, Sentence, Span

_ANNOUNCING = frozenset({"announce", "confirm"})
# Of a visit it is told to where it leads: "to A".
_AT = frozenset({"at", "in"})


def only_announces(sentence: Sentence, trigger: Span, mention: Mention) -> bool:
    """Whether a mention tells of another's visit: "A confirmed the visit of B", "it was confirmed by A".

    "A announced a visit to C" is of A's own, but "the ministry announced the visit" is not.
    """
    verb, token = _verb_over(sentence, trigger), root_of(sentence, mention.span)
    if verb is None or token is None:
        return False
    tellers = {"agent"} if is_passive(verb) else {"nsubj"}
    teller = next((child for child in verb.children if child.dep_ in tellers), None)
    if teller is None or not is_under(token, teller) or is_in_clause(token, teller):
        return False
    if not _is_owned(sentence, trigger):
        return mention.type is EntityType.GOVERNMENT_BODY and _is_known(sentence, trigger)
    is_itself = mention.form is Form.NAME and mention.type is EntityType.COUNTRY and token.i == teller.i
    return is_passive(verb) or not (is_itself or mention.type is EntityType.PERSON)


def is_where_announced(sentence: Sentence, trigger: Span, mention: Mention) -> bool:
    """Whether a city is where a visit is announced: "the visit to B was announced in A on Monday".

    "Announced a visit in A" may be of a visit there.
    """
    verb, token = _verb_over(sentence, trigger), root_of(sentence, mention.span)
    if verb is None or token is None or mention.type is not EntityType.PLACE or not is_under(token, verb):
        return False
    above = next((each for each in upwards(token) if each.dep_ == "prep"), None)
    if above is None or above.lower_ not in _AT:
        return False
    return above.head.i == verb.i and (is_passive(verb) or "to" in _words_on(sentence, trigger))


def _is_owned(sentence: Sentence, trigger: Span) -> bool:
    """Whether it is told whose a visit is: "the visit of A", "A's visit", but not "its visit"."""
    noun = root_of(sentence, trigger)
    owners = (each for each in noun.children if each.dep_ == "poss") if noun is not None else ()
    is_named = any(each.pos_ in NOUNS for each in owners)
    return is_named or not {"by", "of"}.isdisjoint(_words_on(sentence, trigger))


def _is_known(sentence: Sentence, trigger: Span) -> bool:
    """Whether a visit was told of before: "the visit"."""
    return not {"the", "this"}.isdisjoint(_words_on(sentence, trigger))


def _words_on(sentence: Sentence, trigger: Span) -> set[str]:
    """The words that hang on the noun for a visit."""
    noun = root_of(sentence, trigger)
    return {child.lower_ for child in noun.children} if noun is not None else set()


def _verb_over(sentence: Sentence, trigger: Span) -> Token | None:
    """The verb by which a visit is announced."""
    word = root_of(sentence, trigger)
    if word is None or word.pos_ != "NOUN":
        return None
    noun = counted(word)
    return noun.head if noun.dep_ in THINGS and noun.head.lemma_ in _ANNOUNCING else None
