"""clauses: who takes part in the clause of a word; nobody invites, thanks or meets himself."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from spacy.tokens import Token

from graph.coreference.discourse import Discourse
from graph.model import EntityType
from graph.offices.nouns import load_nouns

SUBJECTS = frozenset({"nsubj", "nsubjpass"})
OBJECTS = frozenset({"dobj", "dative", "obj"})
ASKING = frozenset({"ask", "call", "instruct", "invite", "order", "press", "request", "urge"})
# By whom, or with whom, somebody acts.
MEANS = frozenset({"alongside", "through", "via", "with"})
RELATIVE = frozenset({"WDT", "WP"})
# A word that hangs so on another is of its kind or beside it: "President Vas", "Vas and Radan".
LINKS = frozenset({"compound", "flat", "nmod", "appos", "conj"})
# What stands so says what another is, or whose: "X, the president", "X became president".
TELLING = frozenset({"appos", "attr", "oprd", "poss"})


def verbs_above(token: Token) -> Iterator[Token]:
    """Give the verbs that govern a word, the nearest first."""
    while token.head.i != token.i:
        token = token.head
        if token.pos_ in ("VERB", "AUX"):
            yield token


def clauses_above(token: Token) -> Iterator[Token]:
    """Give the verbs above the clause of "he"; in "said A will go and he will fly" first "go".

    In "said that A came, adding that he is glad" it is who said it that adds, though the parse has A do so.
    """
    verbs = list(verbs_above(token))
    for own in verbs[:1]:
        beside = own.head.children if own.dep_ == "conj" else ()
        told = (child for child in beside if child.dep_ == "ccomp" and child.i < own.i)
        yield from (each for each in told if _is_future(each) and _is_future(own))
    for verb, below in zip(verbs[1:], verbs, strict=False):
        if not (_adds(below) and verb.dep_ == "ccomp" and _says(verb.head) and not _says(verb)):
            yield verb


def _adds(verb: Token) -> bool:
    return verb.dep_ == "advcl" and verb.tag_ == "VBG" and _says(verb)


def _says(verb: Token) -> bool:
    return verb.lemma_.lower() in load_nouns().deeds["speaker"]


def _is_future(verb: Token) -> bool:
    return any(child.dep_ == "aux" and child.lower_ in ("will", "would") for child in verb.children)


def means_of(token: Token) -> Iterator[Token]:
    """Give by whom the subject of a verb acts: the envoy in "through the envoy he thanked Peru"."""
    for prep in token.head.children if token.dep_ in SUBJECTS else ():
        if prep.dep_ == "prep" and prep.lower_ in MEANS:
            yield from (child for child in prep.children if child.dep_ == "pobj")


def subjects_of(token: Token) -> list[Token]:
    """Give who acts in the clause of a word: the one who is to act in "called on Kabul to lift its ban"."""
    for verb in verbs_above(token):
        named = [child for child in verb.children if child.dep_ in SUBJECTS]
        if not named and _is_asked(verb):
            named = [child for child in _addressed(verb.head) if child.i < verb.i]
        if named:
            acting = [_meant(each) for each in named]
            return [*acting, *(child for child in acting[0].children if child.dep_ == "conj")]
    return []


def _meant(subject: Token) -> Token:
    """Give the noun that a relative pronoun stands for: Peru in "Peru, which recalled its envoy"."""
    clause = subject.head
    if clause.dep_ != "relcl" or subject.tag_ not in RELATIVE:
        return subject
    return clause.head.head if clause.head.dep_ == "appos" else clause.head


def _is_asked(verb: Token) -> bool:
    """Tell whether the verb is what another one wants of someone: "asked Kabul on Monday to lift its ban"."""
    asked = verb.dep_ in ("xcomp", "ccomp") or (verb.dep_ == "advcl" and verb.head.lemma_ in ASKING)
    return asked and any(child.dep_ == "aux" for child in verb.children)


def _addressed(verb: Token) -> list[Token]:
    """Give whom a verb addresses: "urged Kabul on Monday", "called on Kabul"."""
    objects = [child for child in verb.children if child.dep_ == "dobj"]
    on = (child for child in verb.children if child.dep_ == "prep" and child.lower_ in ("on", "upon"))
    return objects or [inner for each in on for inner in each.children if inner.dep_ == "pobj"]


def others_beside(discourse: Discourse, line: int, token: Token) -> frozenset[int]:
    """Give the others of whom the verb of a word tells: its subject, its objects and with whom it is done."""
    if token.dep_ in TELLING:
        return frozenset()
    verb = _governor(token)
    return frozenset(
        index
        for number, entities in _told(discourse, line).items()
        if verb is not None and number != token.i and _is_beside(token, verb, token.doc[number])
        for index in entities
    )


def others_acting(discourse: Discourse, line: int, token: Token) -> frozenset[int]:
    """Give who acts in the clause in which something is done to what a word means."""
    above = token
    while above.pos_ not in ("VERB", "AUX") and above.head.i != above.i:
        if above.dep_ in TELLING | SUBJECTS | {"agent"}:
            return frozenset()
        above = above.head
    told = _told(discourse, line)
    return frozenset(index for subject in subjects_of(token) for index in told.get(subject.i, ()))


def people_together(discourse: Discourse, line: int) -> tuple[int, ...]:
    """Give who does the main deed of a line and with whom: Paz and Vas in "After Holm, Paz met Vas".

    Nobody where another is named after them, with whom it may be done too.
    """
    told = [
        (number, index)
        for number, entities in sorted(_told(discourse, line).items())
        for index in entities
        if discourse.is_type(index, EntityType.PERSON)
    ]
    doc = discourse.lines[line][0].token.doc
    together = dict.fromkeys(
        index for number, index in told if (verb := _governor(doc[number])) and verb.dep_ == "ROOT"
    )
    return tuple(together) if told and told[-1][1] in together else ()


def _told(discourse: Discourse, line: int) -> Mapping[int, tuple[int, ...]]:
    """Give whom each token of a line means: the names of the whole line, and what is resolved so far."""
    named = {word.token.i: word.mention.entities for word in discourse.lines[line] if word.mention}
    return {**named, **{referent.token: referent.entities for referent in discourse.by_line.get(line, ())}}


def _is_beside(own: Token, verb: Token, other: Token) -> bool:
    top = _top(other)
    return own.i not in (other.head.i, top.i) and _governor(top) == verb


def _top(token: Token) -> Token:
    """Go up from a name to the title before it, and from the later to the first of a list."""
    while token.dep_ in LINKS and token.head.i != token.i and token.head.pos_ != "VERB":
        token = token.head
    return token


def _governor(token: Token) -> Token | None:
    """Give the verb whose subject, object or companion a word is; for "invited X to come" the inviting."""
    token = _top(token)
    verb = token.head
    if token.dep_ == "pobj":
        is_with = verb.lower_ == "with" and verb.head.dep_ in OBJECTS
        # "Held talks with X" is done with him, too
        verb = verb.head.head if is_with else verb.head if verb.lower_ in ("with", "to", "by") else token
    elif token.dep_ not in SUBJECTS | OBJECTS:
        return None
    infinitive = any(child.lower_ == "to" and child.dep_ == "aux" for child in verb.children)
    if token.dep_ in SUBJECTS and verb.dep_ in ("ccomp", "xcomp") and infinitive:
        verb = verb.head
    return verb if verb.pos_ in ("VERB", "AUX") else None
