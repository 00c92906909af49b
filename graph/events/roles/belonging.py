"""belonging: who is named only to say whose, or of what place, another is: "A's ally", "B-based envoys"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import takewhile

from spacy.tokens import Token

from graph.events.roles.bystanders import head_of_title
from graph.events.roles.groups import is_of_group
from graph.events.roles.private import load_aides, load_private_words
from graph.events.syntax.coordination import root_of, upwards
from graph.events.syntax.governors import NOUNS, SUBJECTS
from graph.events.syntax.owners import OWNERS
from graph.model import EntityType, Form, Mention, Sentence, Span
from graph.offices.nouns import load_nouns

# "GCC state Qatar", not "EU states agreed" or "EU states Monday agreed"
_MEMBER = re.compile(
    r" (?:member )?(?:all(?:y|ies)|countr(?:y|ies)|members?|nations?|states?) (?!\w+day\b)[A-Z]"
)
_BASED = re.compile(r"[-‐‑]based\b")
_DATELINE = re.compile(r"\)\s*[-–—:]")
_ANTI = re.compile(r"\banti[-‐‑]$", re.IGNORECASE)
_PRO = re.compile(r"\bpro[-‐‑]$", re.IGNORECASE)
_LED = re.compile(r"[-‐‑]led (?=[A-Z])")
_HEARER = re.compile(r"\btold (?:the )?(?:[A-Z][\w’'-]+ (?:of )?){1,3}$")
# What a group or a firm is, between the adjective of its state and its name.
_KIND = re.compile(
    r"(?: [a-z][\w-]*){0,2} "
    r"(?:airline|bank|company|faction|firm|group|militia|movement|organi[sz]ation|party),? (?:the )?"
)
_OF = frozenset({"for", "of", "to"})
# Whoever is so to another is on his side: "officials close to A", "firms linked with A".
_TIED = frozenset({"affiliate", "align", "ally", "associate", "close", "connect", "link", "loyal", "tie"})
_TO = frozenset({"to", "with"})
_GROUPS = frozenset({EntityType.COMPANY, EntityType.ORGANIZATION})
_WITHIN = frozenset({"from", "in", "inside", "of", "within"})
# Of what a body may be an organ, and of what a person may be.
_WHOLES = frozenset({EntityType.INTERNATIONAL_ORGANIZATION, EntityType.ORGANIZATION})
_ORGANS = _WHOLES | {EntityType.GOVERNMENT_BODY}
_HOMES = _WHOLES | {EntityType.COUNTRY}
_HOUSES = frozenset({"home", "house", "office", "residence", "villa"})


def is_served(sentence: Sentence, mention: Mention, mentions: Sequence[Mention]) -> bool:
    """Whether a person is named only to say whose aide another one is: "A, an adviser to B"."""
    for token in upwards(root_of(sentence, mention.span)) if mention.type is EntityType.PERSON else ():
        if token.pos_ not in {*NOUNS, "ADP"}:
            return False
        aide = _aide(token) if token.dep_ in {"poss", "prep"} else None
        if aide is not None:
            roots = (root_of(sentence, other.span) for other in mentions if other != mention)
            return any(root is not None and _is_called(root, aide) for root in roots)
    return False


def _aide(token: Token) -> Token | None:
    """The noun for an aide on which a word hangs, or which stands before the name: "A's envoy B"."""
    titles = (child for child in token.head.children if child.dep_ == "compound" and child.i > token.i)
    return next((noun for noun in (token.head, *titles) if noun.lemma_ in load_aides()), None)


def is_only_served(sentence: Sentence, mention: Mention, *, speaks: bool = False) -> bool:
    """Whether somebody acts for a person without being named: "a special envoy of A came", "A's aide".

    Where he `speaks`, he does so for that person, if he is no relative: "the sister of A".
    """
    token = root_of(sentence, mention.span) if mention.type is EntityType.PERSON else None
    if token is None or (token.dep_ != "poss" and not (token.dep_ == "pobj" and token.head.lower_ in _OF)):
        return False
    noun = token.head if token.dep_ == "poss" else token.head.head
    served = load_private_words()["relatives"] if speaks else load_aides()
    return noun.pos_ in NOUNS and noun.lemma_.lower() in served


def only_owns_whole(sentence: Sentence, mention: Mention) -> bool:
    """Whether a person only says whose it is that others are of: "members of A's party left"."""
    token = root_of(sentence, mention.span) if mention.type is EntityType.PERSON else None
    if token is None or token.dep_ != "poss" or token.head.dep_ != "pobj":
        return False
    within = token.head.head
    return within.lower_ in _WITHIN and within.head.tag_ == "NNS" and within.head.dep_ in SUBJECTS


def is_kin(sentence: Sentence, trigger: Span, mention: Mention) -> bool:
    """Whether a mention only says whose ally, critic or opposition somebody is: "Peru's ally Kenya".

    An organization's partners are mostly its members, for whom it may stand.
    """
    word, token = root_of(sentence, trigger), root_of(sentence, mention.span)
    if is_of_group(sentence, mention):
        return True
    if token is None or mention.type is EntityType.INTERNATIONAL_ORGANIZATION:
        return False
    if token.dep_ == "pobj" and token.head.lower_ == "of":
        token = token.head
    elif token.dep_ not in OWNERS:
        return False
    noun = token.head
    # "Holm jarred allies" may read as a phrase
    apart = {"VERB"} if token.dep_ in {"poss", "prep"} else {"ADJ", "VERB"}
    is_one_phrase = apart.isdisjoint(each.pos_ for each in noun.doc[token.i + 1 : noun.i])
    is_other = word is None or noun.i != word.i
    return is_one_phrase and is_other and noun.lemma_.lower() in load_private_words()["kin"]


def is_home_of_person(sentence: Sentence, mention: Mention, mentions: Sequence[Mention]) -> bool:
    """Whether a state or body only says whose a person is: "Nadira Ostavik of Kenya", "(Kenya)"."""
    token = root_of(sentence, mention.span) if mention.type in _HOMES else None
    if token is None:
        return False
    is_bracketed = token.dep_ == "appos" and token.i > 0 and token.nbor(-1).text == "("
    if not is_bracketed and (token.dep_ != "pobj" or token.head.lower_ not in {"of", "from"}):
        return False
    noun = token.head if is_bracketed else token.head.head
    persons = (each for each in mentions if each.type is EntityType.PERSON and each.form is Form.NAME)
    return _is_rooted(sentence, noun, persons)


def is_home_of_body(sentence: Sentence, mention: Mention, mentions: Sequence[Mention]) -> bool:
    """Whether an organization only says whose an organ is: "the Delta Council of the Coastal Union (CU)"."""
    token = root_of(sentence, mention.span) if mention.type in _WHOLES else None
    if token is None:
        return False
    token = token.head if token.dep_ == "appos" else token
    if token.dep_ != "pobj" or token.head.lower_ != "of":
        return False
    bodies = (each for each in mentions if each.type in _ORGANS and each.form is Form.NAME)
    others = [each for each in bodies if each.entities != mention.entities]
    return _is_rooted(sentence, token.head.head, others)


def _is_rooted(sentence: Sentence, noun: Token, mentions: Iterable[Mention]) -> bool:
    """Whether one of some mentions hangs on a noun."""
    roots = (root_of(sentence, each.span) for each in mentions)
    return any(root is not None and root.i == noun.i for root in roots)


def is_home_of_group(sentence: Sentence, mention: Mention, mentions: Iterable[Mention]) -> bool:
    """Whether a state only says of where a named group or firm is: "the Kenyan group Telvane"."""
    token = root_of(sentence, mention.span) if mention.type is EntityType.COUNTRY else None
    if token is None or token.dep_ not in {"amod", "compound", "nmod"}:
        return False
    groups = (each for each in mentions if each.type in _GROUPS and each.form is Form.NAME)
    return any(_is_kind(sentence, mention, each) for each in groups if each.span.start > mention.span.end)


def _is_kind(sentence: Sentence, mention: Mention, group: Mention) -> bool:
    """Whether between two mentions stands what one is: "Kenyan group Telvane", "Kenyan firm, Telvane"."""
    between = sentence.text[sentence.place_of(mention.span)[1] : sentence.place_of(group.span)[0]]
    return _KIND.fullmatch(between) is not None


def is_tied_to(sentence: Sentence, mention: Mention) -> bool:
    """Whether a mention only says on whose side others are: "officials close to A", "firms linked to A"."""
    for token in upwards(root_of(sentence, mention.span)):
        if token.dep_ == "prep" and token.head.lemma_ in _TIED:
            return token.lower_ in _TO and token.head.tag_ in {"JJ", "VBN"}
        if token.pos_ not in {*NOUNS, "ADP"}:
            return False
    return False


def is_home_of_place(sentence: Sentence, mention: Mention) -> bool:
    """Whether a state only says where a city is: "signed in X, A's capital, by B"."""
    token = root_of(sentence, mention.span)
    noun = token.head if token is not None and token.dep_ == "poss" else token
    return noun is not None and noun.dep_ == "appos" and noun.lemma_ == "capital"


def is_agency(sentence: Sentence, mention: Mention) -> bool:
    """Whether a mention is the agency of a dateline: "LIMA (AFP) - A and B met"."""
    start, end = sentence.place_of(mention.span)
    return sentence.text[:start].endswith("(") and _DATELINE.match(sentence.text, end) is not None


def only_has_member(sentence: Sentence, mention: Mention) -> bool:
    """Whether an organization only says what a state is a member of: "cut ties with fellow Union state A"."""
    end = mention.span.end - sentence.span.start
    is_union = mention.type is EntityType.INTERNATIONAL_ORGANIZATION
    return is_union and _MEMBER.match(sentence.text, end) is not None


def is_in_medium(sentence: Sentence, mention: Mention) -> bool:
    """Whether a place is part of the name of a medium that is told something: "told Voice of A that"."""
    start, end = sentence.place_of(mention.span)
    is_place = mention.type in {EntityType.COUNTRY, EntityType.PLACE}
    is_told = _HEARER.search(sentence.text, 0, start) is not None
    return is_place and is_told and sentence.text.startswith(" that ", end)


def is_against(sentence: Sentence, mention: Mention) -> bool:
    """Whether others are against a mention by its prefix, so that it does not act: "anti-A protests"."""
    return _ANTI.search(sentence.text, 0, mention.span.start - sentence.span.start) is not None


def is_favoured(sentence: Sentence, mention: Mention) -> bool:
    """Whether a mention only says on whose side others are: "the pro-A majority"."""
    return _PRO.search(sentence.text, 0, mention.span.start - sentence.span.start) is not None


def only_leads(sentence: Sentence, mention: Mention, mentions: Iterable[Mention]) -> bool:
    """Whether a mention only says who leads a body that is named: "the A-led Coastal Authority"."""
    led = _LED.match(sentence.text, mention.span.end - sentence.span.start)
    if led is None:
        return False
    start = sentence.span.start + led.end()
    return any(each.span.start == start and each.form is Form.NAME for each in mentions)


def is_seat(sentence: Sentence, mention: Mention) -> bool:
    """Whether a city or state only says where somebody has his seat: "A's Lima-based envoy"."""
    end = mention.span.end - sentence.span.start
    return (
        mention.type in {EntityType.COUNTRY, EntityType.PLACE}
        and _BASED.match(sentence.text, end) is not None
    )


def is_post(sentence: Sentence, mention: Mention) -> bool:
    """Whether a state only says to where, or for what, somebody is sent: "ambassador to A", "envoy for A"."""
    token = root_of(sentence, mention.span)
    if token is None or token.dep_ != "pobj" or token.head.lower_ not in _OF:
        return False
    return token.head.head.lemma_.lower() in load_nouns().away


def is_post_abroad(sentence: Sentence, mention: Mention) -> bool:
    """Whether a mention only says to where an envoy is sent, not by whom: "A's ambassador to B"."""
    token = root_of(sentence, mention.span)
    return token is not None and token.head.lower_ == "to" and is_post(sentence, mention)


def is_of_house(sentence: Sentence, mention: Mention) -> bool:
    """Whether a state is that of the envoy at whose house something is: "at A's ambassador's residence"."""
    token = root_of(sentence, mention.span) if mention.type is EntityType.COUNTRY else None
    above = takewhile(lambda each: each.pos_ in {*NOUNS, "ADJ"} or each.lower_ == "of", upwards(token))
    envoy = next((each for each in above if each.lemma_.lower() in load_nouns().away), None)
    if envoy is None:
        return False
    is_owner = envoy.dep_ == "pobj" and envoy.head.lower_ == "of"
    house = envoy.head if envoy.dep_ == "poss" else envoy.head.head
    is_where = house.dep_ == "pobj" and house.lemma_ in _HOUSES  # "The office of A's envoy said"
    return (is_owner or envoy.dep_ == "poss") and is_where


def _is_called(name: Token, noun: Token) -> bool:
    """Whether a noun says what a name's bearer is: "A, an envoy", "the envoy A", "the envoy, A"."""
    return head_of_title(noun).i == name.i or (name.dep_ == "appos" and name.head.i == noun.i)
