"""attacked: who is named as the victim or the scene of an attack is not whom its condemnation is against."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files

from spacy.tokens import Token

from graph.events.syntax.coordination import root_of, upwards
from graph.events.syntax.governors import OBJECTS
from graph.model import EntityType, Mention, Sentence, Span

# Acts of speech that an attack gives rise to.
REACTIONS = frozenset({"Criticism", "Demand", "Statement", "Support", "Threat"})
# Acts of speech whose target is not who what they speak of is set against.
_JUDGING = frozenset({"Criticism", "Demand", "Rejection", "Support"})
# Whoever does so with what is against somebody is against him.
_MAKING = frozenset(
    {"adopt", "file", "issue", "launch", "lodge", "make", "pass", "sign", "submit", "table", "voice"}
)
# How the parse hangs whose somebody is, and his title, on him.
_CALLED = frozenset({"appos", "compound", "conj", "poss"})
_BESIDE = frozenset({"after", "amid", "despite", "following", "since"})
# Where violence was, though the parse may join them to the verb.
_SCENES = frozenset({"near", "outside"})
_AGAINST = frozenset({"against", "on", "toward", "towards", "upon"})


@cache
def load_attacks() -> dict[str, frozenset[str]]:
    """The words for violence, for what a state does to people and to other states, by their kind."""
    lists = tomllib.loads(files("graph.events.roles").joinpath("attacked.toml").read_text("utf-8"))
    return {kind: frozenset(nouns) for kind, nouns in lists.items()}


def is_attacked(sentence: Sentence, mention: Mention) -> bool:
    """Whether a mention hangs on a noun for violence by a preposition other than "by".

    "The bombing of X's embassy in Y" is against X, in Y; "X's attack" and "an attack by X" are of X. Of a
    measure against people it hangs on by "of": "the arrest of X in Y" is by Y; a person's arrest is his own.
    "Blamed the attack on X" says whose it was.
    """
    prepositions = set[str]()
    for token in upwards(root_of(sentence, mention.span)):
        if token.pos_ in ("VERB", "AUX") or _is_on_blamed(token):
            return False
        if token.lower_ in _SCENES and _has_attack(token.head):
            return True
        if token.dep_ == "prep":
            prepositions.add(token.lower_)
        if token.head.pos_ not in ("NOUN", "PROPN"):
            continue
        noun = token.head.lemma_.lower()
        if noun in load_attacks()["nouns"]:
            return bool(prepositions) and "by" not in prepositions
        if noun in load_attacks()["measures"]:
            is_person = mention.type is EntityType.PERSON
            if token.dep_ == "poss":
                return is_person
            is_handled = noun in load_attacks()["handling"] and not is_person
            is_done_to = not is_handled or _is_object(token, mention, sentence)
            return token.lower_ == "of" and "in" not in prepositions and is_done_to
    return False


def _is_on_blamed(word: Token) -> bool:
    """Whether a preposition is on who is blamed: the last "on" in "blamed the attack on X on Y"."""
    thing = word.head
    if word.lower_ != "on" or thing.dep_ not in OBJECTS or thing.head.lemma_ != "blame":
        return False
    later = (child for each in (thing, thing.head) for child in each.children if child.i > word.i)
    nested = (child for each in word.children for child in each.children)
    return all(each.lower_ != "on" for each in (*later, *nested))


def _has_attack(verb: Token) -> bool:
    """Whether a verb has violence for its object: "deplored the blasts", outside of an embassy."""
    things = (child.lemma_.lower() for child in verb.children if child.dep_ in OBJECTS)
    return verb.pos_ == "VERB" and not load_attacks()["nouns"].isdisjoint(things)


def is_victim(sentence: Sentence, mention: Mention) -> bool:
    """Whether violence is done to a mention itself, which is not only its scene: "its invasion of A"."""
    token = root_of(sentence, mention.span)
    is_done_to = token is not None and token.dep_ == "pobj" and token.head.lower_ in {"of", *_AGAINST}
    return is_done_to and is_attacked(sentence, mention)


def attacked_before(sentence: Sentence, mention: Mention) -> bool:
    """Whether an act is only set beside an attack by a mention: "after A's attack", "amid the A war"."""
    token = root_of(sentence, mention.span)
    if token is None or token.dep_ not in {"amod", "compound", "poss"}:
        return False
    attack = token.head
    is_beside = attack.dep_ == "pobj" and attack.head.lower_ in _BESIDE
    return is_beside and attack.lemma_.lower() in load_attacks()["nouns"]


def _is_object(preposition: Token, mention: Mention, sentence: Sentence) -> bool:
    """Whether a preposition is on a mention itself: "the inclusion of A", not "the release of A's report"."""
    root = root_of(sentence, mention.span)
    return root is not None and root.dep_ == "pobj" and root.head.i == preposition.i


def is_curbed(event_type: str, sentence: Sentence, trigger: Span, mention: Mention) -> bool:
    """Whether what an act of speech speaks of is set against a mention: "praised the sanctions on A"."""
    word = root_of(sentence, trigger)
    if word is None or event_type not in _JUDGING:
        return False
    if event_type == "Support" and _is_put_out(root_of(sentence, mention.span)):
        return True
    against = is_set_against = False
    for token in upwards(root_of(sentence, mention.span)):
        if token.i == word.i:
            return is_set_against
        against |= token.dep_ == "prep" and token.lower_ in _AGAINST
        is_set_against |= against and token.lemma_.lower() in load_attacks()["curbs"]
        is_set_against |= _is_against(token) and token.head.i != word.i and word.lemma_ not in _MAKING
        if token.pos_ in ("VERB", "AUX") and token.tag_ != "VBN":
            return False
    return is_set_against and word.dep_ == "ROOT"


def _is_put_out(token: Token | None) -> bool:
    """Whether what is spoken of is done to somebody, or puts him out of it.

    "Backed excluding B from A", "the expulsion of A's envoy"; but "A's condemnation" may be by A.
    """
    out, judged = load_attacks()["putting_out"], load_attacks()["condemning"]
    while token is not None and token.dep_ in _CALLED:
        if token.dep_ == "poss" and token.head.lemma_ in out:
            return all(child.lower_ != "of" for child in token.head.rights)  # "B's exclusion of A"
        token = token.head
    if token is None or token.dep_ not in {*OBJECTS, "pobj"}:
        return False
    if token.head.lower_ == "from":
        return token.head.head.lemma_ in out
    return (token.head.head if token.head.lower_ == "of" else token.head).lemma_ in out | judged


def _is_against(token: Token) -> bool:
    """Whether what a noun names is against somebody; a complaint against him may be the act itself."""
    is_on_noun = token.dep_ == "prep" and token.head.pos_ == "NOUN"
    return is_on_noun and token.lower_ == "against" and token.head.lemma_ not in load_attacks()["complaints"]
