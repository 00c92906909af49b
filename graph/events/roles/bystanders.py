"""bystanders: who is named beside an event without doing what it tells."""

from __future__ import annotations

from spacy.tokens import Token

from graph.events.roles.attribution import load_claims
from graph.events.syntax.coordination import first_conjunct, root_of, upwards
from graph.events.syntax.governors import (
    DIRECT_OBJECTS,
    NOUNS,
    SUBJECTS,
    WITH,
    finite,
    has_subject,
    is_in_clause,
    is_under,
    verb_of,
    with_subject,
)
from graph.events.syntax.owners import OWNERS
from graph.model import EntityType, Mention, Sentence, Span
from graph.offices.phrases import SPOKESMEN

_ON_NOUNS = frozenset({"acl", "relcl"})
_RECEIVING = frozenset({"greet", "host", "receive", "welcome"})
_DISCUSSING = frozenset({"address", "cover", "discuss", "explore", "review", "tackle"})
_TOPICS = frozenset({"about", "concerning", "regarding"})
# What they lead in is told of another time or another cause; "with all sides involved" is not.
_SUBORDINATING = frozenset(
    {"after", "although", "as", "because", "before", "if", "once", "since", "though", "when", "while"}
)
_SEEING = frozenset({"attendance", "presence", "witness"})
_SANCTIONS = frozenset({"measure", "sanction"})
# By whom something of others is judged, or was brought about.
_RESPONDING = frozenset(
    {
        "applaud",
        "back",
        "broker",
        "commend",
        "condemn",
        "criticise",
        "criticize",
        "denounce",
        "endorse",
        "facilitate",
        "hail",
        "mediate",
        "praise",
        "reject",
        "slam",
        "welcome",
        "witness",
    }
)
_DECISIONS = frozenset({"choice", "decision", "move", "step"})
_COMPLAINTS = frozenset({"case", "complaint", "objection", "protest"})
_OVER = frozenset({"amid", "over"})
_ANSWERS = frozenset({"light", "response", "retaliation", "solidarity", "support", "sympathy", "view"})
# What is said, and may not be.
_REPORTS = frozenset({"expectation", "report", "rumor", "rumour", "speculation", "talk"})
_TO_COME = frozenset({"meeting", "summit", "talk", "talks", "tour", "trip", "visit"})
# What one brings from somebody who is not there.
_GREETINGS = frozenset({"cable", "greeting", "letter", "message", "regard", "salutation", "wish"})


def is_partner(sentence: Sentence, trigger: Span, mention: Mention) -> bool:
    """Whether a mention is whom somebody meets or is received by, in another phrase than the trigger's.

    "B, on a visit to C, held talks with A", "met A" and "was received by A" make no visitor of A, nor does
    "A received B, on a visit to C".
    """
    word, token = root_of(sentence, trigger), root_of(sentence, mention.span)
    if word is None or token is None or token.is_ancestor(word):
        return False
    token = head_of_title(token)
    above = token.head.head if token.dep_ == "pobj" else token.head
    if above.i == word.i:
        return False
    if token.dep_ in DIRECT_OBJECTS:
        return above.lemma_ == "meet"
    if token.head.dep_ == "agent" or token.dep_ == "nsubj":
        return above.lemma_ in (_RECEIVING if token.dep_ == "nsubj" else {"meet", *_RECEIVING})
    is_with = token.dep_ == "pobj" and token.head.lower_ == "with"
    return is_with and (above.pos_ == "VERB" or (above.pos_ == "NOUN" and above.dep_ not in SUBJECTS))


def is_discussed(sentence: Sentence, trigger: Span, named: Span) -> bool:
    """Whether a name or a date stands in what is talked about: "discussed ties with A and the talks of B"."""
    word = root_of(sentence, trigger)
    if word is None:
        return False
    for token in upwards(root_of(sentence, named)):
        if token.lower_ in WITH:
            return False
        if _is_topic(token):
            return is_under(token, word) or _is_topic_of(token, word)
        if _was_discussed(token):
            return is_under(word, token.head)
        if token.head.i == word.i:
            return False
    return False


def _is_topic(token: Token) -> bool:
    """Whether what hangs on a word is talked about: "about the talks", "discussed the talks"."""
    is_object = token.dep_ in DIRECT_OBJECTS and token.head.lemma_ in _DISCUSSING
    return is_object or (token.dep_ == "prep" and token.lower_ in _TOPICS)


def _is_topic_of(topic: Token, word: Token) -> bool:
    """Whether talks were for a topic: "held talks to discuss a visit", "discussed it during the talks"."""
    is_purpose = topic.lemma_ in _TO_COME and topic.head.head.i == word.head.i
    return is_purpose or (word.dep_ == "pobj" and word.head.head.i == topic.head.i)


def _was_discussed(noun: Token) -> bool:
    """Whether a noun is, or is added to, what was talked about: "ties were discussed, as well as trade"."""
    verb = noun.head
    is_passive = any(child.dep_ == "auxpass" for child in verb.children)
    is_subject = noun.pos_ in NOUNS and noun.dep_ in {"conj", "dep", "nsubjpass"}
    return is_subject and is_passive and verb.lemma_ in _DISCUSSING


def only_tells(sentence: Sentence, trigger: Span, mention: Mention) -> bool:
    """Whether a mention is the subject of a verb over the trigger's, which has its own: "A said B met C"."""
    word, root = root_of(sentence, trigger), root_of(sentence, mention.span)
    verb = _dealing(word)
    if verb is None or root is None or verb.pos_ != "VERB":
        return False
    token = head_of_title(root)
    if token.dep_ not in SUBJECTS:
        return False
    verb = with_subject(verb)
    has_own = any(child.dep_ in SUBJECTS and child.pos_ in NOUNS for child in verb.children)
    return has_own and token.head.i != verb.i and is_in_clause(verb, token.head)


def _dealing(word: Token | None) -> Token | None:
    """The verb whose object a noun is, or the word itself: "signed" in "signed a pact"."""
    return word.head if word is not None and word.pos_ == "NOUN" and word.dep_ in DIRECT_OBJECTS else word


def only_attends(sentence: Sentence, mention: Mention) -> bool:
    """Whether somebody sees an act and does not do it: "signed in the presence of A", "A was present"."""
    root = root_of(sentence, mention.span)
    subject = head_of_title(root) if root is not None else None
    if subject is not None and subject.dep_ in SUBJECTS and _is_present(subject.head):
        return True
    for token in upwards(root_of(sentence, mention.span)):
        if token.dep_ in DIRECT_OBJECTS or token.pos_ not in {*NOUNS, "ADJ", "ADP", "PRON"}:
            return False
        if token.head.lemma_ in _SEEING:
            return True
    return False


def _is_present(verb: Token) -> bool:
    return any(child.dep_ == "acomp" and child.lower_ == "present" for child in verb.children)


def only_greets(sentence: Sentence, mention: Mention) -> bool:
    """Whether somebody else brings what a mention has to say: "conveyed the greetings of A"."""
    for token in upwards(root_of(sentence, mention.span)):
        if token.pos_ not in {*NOUNS, "ADP"} or token.lower_ == "to":
            return False
        if token.pos_ == "NOUN" and token.lemma_ in _GREETINGS:
            return True
    return False


def only_responds(sentence: Sentence, trigger: Span, mention: Mention) -> bool:
    """Whether something of others is welcomed or was brokered by a mention: "the pact, praised by A"."""
    word, root = root_of(sentence, trigger), root_of(sentence, mention.span)
    if word is None or root is None:
        return False
    token = first_conjunct(head_of_title(root))
    verb = token.head.head
    is_agent = token.dep_ == "pobj" and token.head.dep_ == "agent"
    return is_agent and verb.lemma_ in _RESPONDING and verb.i != word.i


def only_judges(sentence: Sentence, trigger: Span, mention: Mention) -> bool:
    """Whether a mention only judges what others decided to do: "A commends the decision to leave B"."""
    word, root = root_of(sentence, trigger), root_of(sentence, mention.span)
    verb = _dealing(word)
    if verb is None or root is None or verb.dep_ != "acl" or verb.head.lemma_ not in _DECISIONS:
        return False
    judging = verb.head.head
    is_judged = verb.head.dep_ in DIRECT_OBJECTS and judging.lemma_ in _RESPONDING
    token = first_conjunct(head_of_title(root))
    return is_judged and token.dep_ in SUBJECTS and is_under(judging, token.head)


def is_aside(sentence: Sentence, trigger: Span, mention: Mention) -> bool:
    """Whether a mention stands in a clause on the subject of the trigger's verb: "B, led by A, signed"."""
    verb = root_of(sentence, trigger)
    clauses = (each for each in upwards(root_of(sentence, mention.span)) if each.dep_ in _ON_NOUNS)
    clause = next(clauses, None)
    if verb is None or clause is None:
        return False
    subject = head_of_title(clause.head)
    is_its = subject.head.i in {verb.i, finite(verb).i}
    return subject.dep_ in SUBJECTS and is_its and verb.pos_ == "VERB"


def is_aside_of_actor(sentence: Sentence, trigger: Span, mention: Mention) -> bool:
    """Whether it is only in a clause on who acts that a mention is named: "B, which sued A, hailed it"."""
    verb = root_of(sentence, trigger)
    acting = [child for child in verb.children if child.dep_ == "nsubj"] if verb is not None else []
    is_named = any(child.pos_ == "PROPN" for child in acting)
    return is_named and is_aside(sentence, trigger, mention)


def acts_otherwise(sentence: Sentence, trigger: Span, mention: Mention) -> bool:
    """Whether a mention acts in a clause beside the trigger's verb, which has its own subject.

    In "A signed the application after B had invaded C" B applies for nothing.
    """
    verb, root = verb_of(root_of(sentence, trigger)), root_of(sentence, mention.span)
    if verb is None or root is None or not has_subject(verb):
        return False
    token = first_conjunct(root)
    return token.dep_ in SUBJECTS and token.head.dep_ == "advcl" and verb.is_ancestor(token.head)


def is_beside(sentence: Sentence, trigger: Span, mention: Mention) -> bool:
    """Whether a mention stands in a clause beside the trigger's verb: "met A a day after he dismissed B"."""
    verb = verb_of(root_of(sentence, trigger))
    return verb is not None and any(
        token.dep_ == "advcl"
        and token.i != verb.i
        and has_subject(token)
        and verb.is_ancestor(token)
        and any(child.lower_ in _SUBORDINATING for child in token.children)
        for token in upwards(root_of(sentence, mention.span))
    )


def is_outside(sentence: Sentence, trigger: Span, mention: Mention) -> bool:
    """Whether a mention stands outside of the clause in which others act: "A waits as ministers sign it"."""
    word, token = root_of(sentence, trigger), root_of(sentence, mention.span)
    if word is None or token is None or word.pos_ != "VERB":
        return False
    clause = finite(word)
    acting = [child for child in clause.children if child.dep_ in SUBJECTS and child.pos_ in NOUNS]
    is_beside = clause.dep_ == "advcl" and any(each.lower_ in _SUBORDINATING for each in clause.children)
    return bool(acting) and is_beside and not is_under(token, clause)


def is_ground(sentence: Sentence, trigger: Span, mention: Mention) -> bool:
    """Whether a mention only says where or on whom it was that something is held against others.

    "Expelled an envoy of A over its plots in B", "eased sanctions on A in response to a pact with B", "left A
    in support of B" and "hit firms for their part in a raid on B" do nothing to B, but "over A's plots" is
    against A.
    """
    word, token = root_of(sentence, trigger), root_of(sentence, mention.span)
    verb = verb_of(word)
    if word is None or verb is None or token is None:
        return False
    own = {verb.i, word.i}
    above = (each for each in upwards(token) if each.dep_ == "prep" and verb.is_ancestor(each))
    grounds = [each for each in above if not each.is_ancestor(word)]
    if any(_is_reason(each) and not _names(each, token) for each in grounds):
        return True
    return (token.dep_ != "poss" or _has_bearer(verb)) and any(
        (each.head.i in own and (each.lower_ in _OVER or any(map(_answers, (*each.children, _before(each))))))
        # "Recalls its envoy amid the war in A" reads as an envoy amid it
        or (each.lower_ == "amid" and each.head.head.i == verb.i and each.head.dep_ in DIRECT_OBJECTS)
        for each in grounds
    )


def _has_bearer(verb: Token) -> bool:
    """Whether it is told against whom sanctions are: "adopted sanctions against A in view of B's war"."""
    return any(
        child.lower_ == "against"
        for word in verb.subtree
        if word.lemma_ in _SANCTIONS
        for child in word.children
    )


def _is_reason(preposition: Token) -> bool:
    """Whether "for" leads in a reason, and not what a noun is for: "the minister for affairs of A"."""
    is_owned = any(each.dep_ == "poss" for child in preposition.children for each in child.children)
    return preposition.lower_ == "for" and (preposition.head.pos_ not in NOUNS or is_owned)


def _names(preposition: Token, token: Token) -> bool:
    """Whether a preposition is on a name itself, or on what is its bearer's: "for A", "for A's plots"."""
    nouns = [child for child in preposition.children if child.dep_ == "pobj"]
    return any(token.i == each.i or (token.dep_ == "poss" and token.head.i == each.i) for each in nouns)


def _before(preposition: Token) -> Token:
    """The word before a preposition: the parse joins it to the verb in "left in solidarity with A"."""
    return preposition.doc[max(preposition.i - 1, 0)]


def _answers(noun: Token) -> bool:
    """Whether a noun ends "in response to", "in view of" or "in support of"."""
    return noun.lemma_ in _ANSWERS and noun.head.lower_ == "in"


def is_rumoured(sentence: Sentence, trigger: Span, mention: Mention) -> bool:
    """Whether a mention is only in what is rumoured: "met B amid reports of a trip by A"."""
    word = root_of(sentence, trigger)
    return word is not None and any(
        token.lower_ == "amid" and not is_under(word, token) and any(map(_is_report, token.children))
        for token in upwards(root_of(sentence, mention.span))
    )


def _is_report(noun: Token) -> bool:
    """Whether a noun is of a rumour that somebody comes: not so in "reports of clashes between A and B"."""
    return noun.lemma_ in _REPORTS and any(
        each.lemma_ in _TO_COME
        for child in noun.children
        if child.lower_ in {"about", "of"}
        for each in child.children
    )


def only_hears(sentence: Sentence, mention: Mention) -> bool:
    """Whether an organization is only told what is held against others: "filed a protest with the Union"."""
    token = root_of(sentence, mention.span)
    if token is None or mention.type is not EntityType.INTERNATIONAL_ORGANIZATION or token.dep_ != "pobj":
        return False
    above = token.head.head
    things = [above, *(child for child in above.children if child.dep_ in DIRECT_OBJECTS)]
    return token.head.lower_ == "with" and any(each.lemma_ in _COMPLAINTS for each in things)


def is_imposer(sentence: Sentence, mention: Mention) -> bool:
    """Whether sanctions are those of an organization: "the Union's sanctions list", not "Peru sanctions"."""
    token = root_of(sentence, mention.span)
    if token is None or mention.type is not EntityType.INTERNATIONAL_ORGANIZATION:
        return False
    named = (token.head, *(child for child in token.head.lefts if child.i > token.i))  # "Sanctions list"
    is_before = token.dep_ in OWNERS
    return is_before and any(each.lemma_.lower() in _SANCTIONS for each in named)


def is_opposed(sentence: Sentence, mention: Mention) -> bool:
    """Whether something is against a mention, or against what is its own: "support against A's meddling"."""
    token = root_of(sentence, mention.span)
    while token is not None and token.dep_ in {"amod", "compound", "poss"} and token.head.i != token.i:
        token = token.head
    return token is not None and token.dep_ == "pobj" and token.head.lower_ == "against"


def only_speaks_for(sentence: Sentence, mention: Mention) -> bool:
    """Whether a mention is of a spokesman who tells something: "A's spokesman B announced the visit"."""
    token = root_of(sentence, mention.span)
    if token is None or token.dep_ not in SUBJECTS or token.head.lemma_ not in load_claims().reporting:
        return False
    parts = [child for child in token.children if child.dep_ != "conj"]
    near = (token, *parts, *(each for part in parts for each in part.children))
    return any(each.lemma_.lower() in SPOKESMEN for each in near)


def head_of_title(token: Token) -> Token:
    """The first noun of a list and of a title: in "with the envoy and the minister of A, B", the envoy."""
    while token.head.i != token.i:
        if token.dep_ == "pobj" and token.head.lower_ == "of" and token.head.head.pos_ in NOUNS:
            token = token.head.head
        elif token.dep_ in {"appos", "compound", "conj"} and token.head.pos_ in NOUNS:
            token = token.head
        else:
            break
    return token
