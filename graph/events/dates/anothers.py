"""anothers: whether a date of a sentence is that of something else than an event that it tells."""

from __future__ import annotations

import re
from datetime import date

from spacy.tokens import Token

from graph.events.dates.clauses import Clause
from graph.events.dates.departures import is_departure
from graph.events.dates.expressions import DateExpression
from graph.events.dates.hanging import noun_of_date, root_of_date, span_of, verb_of_date
from graph.events.dates.words import WEEKDAYS
from graph.events.draft import GATHERINGS, SPEECH
from graph.events.model.predict import Trigger
from graph.events.roles.attribution import load_claims
from graph.events.roles.bystanders import is_discussed
from graph.events.syntax.coordination import root_at, root_of, upwards
from graph.events.syntax.governors import THINGS, auxiliaries, is_passive, is_under, verb_of
from graph.events.syntax.times import is_when
from graph.events.triggers.statuses import AHEAD, is_only_announced
from graph.model import DateRange, Sentence, Status
from graph.offices.nouns import load_nouns

# What is done some time after it is promised.
PROMISED = GATHERINGS | {"Aid"}
# What is done again and again, so that it may be counted from a date on.
COUNTED = GATHERINGS | SPEECH | {"Agreement", "Aid", "Sanction"}
# What breaks off or is taken up again has begun before: "talks that were interrupted in 2019".
_BROKEN_OFF = frozenset(
    {"break", "collapse", "end", "fail", "freeze", "halt", "interrupt", "pause", "stall", "stop", "suspend"}
)
# "For Monday", "next Monday" and "from Monday" are not days on which something was announced.
_WEEKDAY = re.compile(rf"(?:on )?(?:{'|'.join(WEEKDAYS)})", re.IGNORECASE)
_WHEN = re.compile(r",? when\b")
_PAST = frozenset({"VBD", "VBN"})
_CLAUSES = frozenset({"acl", "advcl", "ccomp", "pcomp", "relcl"})
_NEVER = re.compile(r"\b(?:never|not)\b|n['’]t\b", re.IGNORECASE)
# "The report dated 5 May was confirmed": but "in a letter dated 5 May" its writer accuses on that day.
_DATED = re.compile(r"^(?!In\b).*\bdated\s(?:\w+\s)?$", re.DOTALL)
# "The treaty of 1993", which an article of it goes by.
_OF_PAPER = re.compile(
    r"\b(act|charter|convention|decision|decree|judgment|law|order|protocol|resolution|ruling|treaty)"
    r"(?: \d+)? of $",
    re.IGNORECASE,
)
# "By decree of 5 May", "in its resolution of 5 May", but "bound by the treaty of 1993".
_BY_PAPER = re.compile(r"(?:^In |\b(?:by|in|through|with) (?!the\b))(?:[\w’'-]+ ){0,3}$", re.IGNORECASE)
_PUBLISHING = frozenset({"issue", "publish", "release"})
_MAKING_PAPERS = frozenset({"adopt", "conclude", "initial", "pass", "sign"})
# "The 50th anniversary", which may be told of some years ahead
_COUNTED = re.compile(r"(\d+)(?:st|nd|rd|th)$")
_SOON = 5
# "For the third time this year" says how often it was by now, and not when.
_COUNTED_WITHIN = re.compile(r"\b(?<!first )(?<!last )times?\s$")
# "Attends his first summit since his election last month"
_SINCE_ACT = re.compile(r"\bsince (?:her|his|its|the|their) (?:[\w-]+ ){1,2}$")
# "Up from 30 million last year" tells the time of what it is held against.
_COMPARED = re.compile(
    r"\b(?P<word>(?:up|down) from|compared (?:to|with)|(?:more|less|fewer|higher|lower) than)\b[^,;]{0,40}$"
)
# The endings of nouns that tell what somebody does, and such nouns without one.
_ACTS = re.compile(r"(?:tion|sion|ment|ance|ence|ing|al|ure)$")
_ACT_NOUNS = frozenset({
    "arrest", "attack", "call", "collapse", "coup", "death", "launch", "meeting", "offensive", "raid",
    "speech", "strike", "summit", "talks", "test", "trip", "victory", "visit", "vote", "war",
})  # fmt: skip
# A date set between commas behind the noun whose it is.
_ASIDE = re.compile(r"(\w+), (?:on |in )?$")
_OF = re.compile(r", (?:by|of)\b")
# "Strikes from 1 July", but "threatened strikes on Monday"
_BEGINNING = frozenset({"by", "from"})
# Where an act is done, and when: "accused him during her visit in May".
_TAKING_PART = frozenset({"attend", "celebrate", "host", "join", "mark", "witness"})
_BEFORE_OR_AFTER = frozenset({"after", "before", "since"})
_OCCASION = frozenset({"at", "during", "in", "on", "with"})


def is_anothers(
    trigger: Trigger, status: Status, clause: Clause, sentence: Sentence, expression: DateExpression
) -> bool:
    """Whether a date is that of something else in the sentence, however likely it looks."""
    return (
        clause is Clause.OTHERS
        or (clause is Clause.CONTENT and trigger.type != "Visit")  # "arrived to take office in May"
        or (trigger.type != "Agreement" and _DATED.match(sentence.text, 0, expression.start) is not None)
        or _is_papers(trigger, sentence, expression)
        or _is_of_publishing(trigger, sentence, expression)
        or _is_of_comparison(sentence, expression)
        or _COUNTED_WITHIN.search(sentence.text, 0, expression.start) is not None
        or _SINCE_ACT.search(sentence.text, 0, expression.start) is not None
        or _is_promised(trigger, status, sentence, expression)
        or _is_of_news(trigger, sentence, expression)
        or _is_of_telling(trigger, status, sentence, expression)
        or _is_occasions(trigger, status, sentence, expression)
        or _is_tellers(trigger, status, sentence, expression)
        or is_departure(trigger, sentence, expression)
        or _is_before_or_after(trigger, sentence, expression)
        or _is_of_described(trigger, sentence, expression)
        or _is_since(trigger, sentence, expression)
        or _is_of_term(trigger, sentence, expression)
        or _is_end(trigger, sentence, expression)
        or is_discussed(sentence, trigger.span, span_of(sentence, expression))
        or _is_remembered(trigger, sentence, expression)
        or _is_of_object(trigger, sentence, expression)
        or _is_threatened(trigger, sentence, expression)
        or _is_of_later(trigger, sentence, expression)
        or _is_of_other_act(trigger, sentence, expression)
    )


def is_of_setting_out(trigger: Trigger, sentence: Sentence, expression: DateExpression) -> bool:
    """Whether something was done at a date for what the trigger tells: "left on Saturday to attend".

    So it was where that was agreed or decided: "agreed on Monday to resume talks".
    """
    told, dated = verb_of(root_of(sentence, trigger.span)), verb_of_date(sentence, expression)
    if told is None or dated is None or dated.tag_ != "VBD":
        return False
    is_purpose = told.dep_ in {"advcl", "xcomp"} and told.head.i == dated.i and "to" in auxiliaries(told)
    return is_purpose and expression.end <= trigger.span.start - sentence.span.start


def _is_of_comparison(sentence: Sentence, expression: DateExpression) -> bool:
    """Whether a date is that of what something is held against, not "more than a dozen deals in May"."""
    compared = _COMPARED.search(sentence.text, 0, expression.start)
    if compared is None:
        return False
    than = root_at(sentence, compared.end("word") - 1, compared.end("word"))
    return than is None or than.dep_ != "quantmod"


def _is_promised(trigger: Trigger, status: Status, sentence: Sentence, expression: DateExpression) -> bool:
    """Whether what is ahead was promised at a date, but not for it: "agreed on Tuesday to send aid"."""
    told, dated = root_of(sentence, trigger.span), verb_of_date(sentence, expression)
    if trigger.type not in PROMISED or status not in AHEAD:
        return False
    if told is None or dated is None or dated.tag_ != "VBD":
        return False
    start = trigger.span.start - sentence.span.start
    return dated in told.ancestors and told.pos_ == "VERB" and expression.end <= start


def _is_of_telling(trigger: Trigger, status: Status, sentence: Sentence, expression: DateExpression) -> bool:
    """Whether what is ahead is told in a clause of what was done at a date: "A, who will go, met B then"."""
    told, dated = verb_of(root_of(sentence, trigger.span)), verb_of_date(sentence, expression)
    if status not in AHEAD or told is None or dated is None or dated.tag_ != "VBD" or dated.lemma_ == "be":
        return False
    start = trigger.span.start - sentence.span.start
    is_before = expression.end <= start or dated.i > told.i
    path = (each for each in (told, *told.ancestors) if dated in each.ancestors)
    return is_before and any(each.dep_ in _CLAUSES for each in path)


def _is_of_news(trigger: Trigger, sentence: Sentence, expression: DateExpression) -> bool:
    """Whether it may be the announcement that a weekday dates: "announced a visit to A on Monday".

    Not so the second day of "announced on Monday a visit on Friday".
    """
    is_weekday = _WEEKDAY.fullmatch(expression.text) is not None
    is_first = not any(each in sentence.text[: expression.start] for each in WEEKDAYS)
    announced = is_only_announced(root_of(sentence, trigger.span))
    return is_weekday and is_first and announced and trigger.type in GATHERINGS


def _is_papers(trigger: Trigger, sentence: Sentence, expression: DateExpression) -> bool:
    """Whether a date only tells which paper is meant: "urged A to heed the order of 3 May"."""
    paper = _OF_PAPER.search(sentence.text, 0, expression.start)
    if paper is None or _BY_PAPER.search(sentence.text, 0, paper.start()):
        return False
    return not _holds(trigger, sentence, paper) and not _makes(
        trigger, sentence, root_at(sentence, *paper.span(1))
    )


def _is_of_publishing(trigger: Trigger, sentence: Sentence, expression: DateExpression) -> bool:
    """Whether a paper beside the trigger came out then: "though A denies it, a report issued in May does"."""
    told, dated = verb_of(root_of(sentence, trigger.span)), verb_of_date(sentence, expression)
    if told is None or dated is None or dated.dep_ != "acl" or dated.lemma_ not in _PUBLISHING:
        return False
    return not is_under(dated, told) and not is_under(told, dated)


def _holds(trigger: Trigger, sentence: Sentence, found: re.Match[str]) -> bool:
    start = sentence.span.start
    return trigger.span.start < start + found.end() and start + found.start() < trigger.span.end


def _makes(trigger: Trigger, sentence: Sentence, paper: Token | None) -> bool:
    """Whether a verb tells how a paper came about: "signed the treaty of 3 May"."""
    told = root_of(sentence, trigger.span)
    is_made = paper is not None and paper.dep_ in THINGS and paper.head == told
    return is_made and told is not None and told.lemma_ in _MAKING_PAPERS


def _is_occasions(trigger: Trigger, status: Status, sentence: Sentence, expression: DateExpression) -> bool:
    """Whether what is ahead is only a topic of that day: "discussed A's visit during talks on Monday"."""
    told, date_ = root_of(sentence, trigger.span), root_of_date(sentence, expression)
    if trigger.type not in GATHERINGS or status not in AHEAD or told is None or date_ is None:
        return False
    noun = next((each.head for each in upwards(date_) if each.head.pos_ in {"NOUN", "VERB"}), None)
    if noun is None or not _tells_act(noun) or is_under(told, noun):
        return False
    if noun.dep_ != "pobj" or noun.head.lower_ not in _OCCASION:
        return False
    return told.pos_ == "NOUN" and noun.head.head not in {told, told.head}


def _is_tellers(trigger: Trigger, status: Status, sentence: Sentence, expression: DateExpression) -> bool:
    """Whether what is ahead is only told at a date: "said on Monday it would", "will, he said Monday"."""
    told, dated = verb_of(root_of(sentence, trigger.span)), verb_of_date(sentence, expression)
    if status not in AHEAD or told is None or dated is None:
        return False
    before = root_at(sentence, expression.start - 2, expression.start - 1) if expression.start > 1 else None
    if before is not None and _is_said(told, before):
        return True  # "Said on Monday it would go", where the parse has it go on Monday
    start = trigger.span.start - sentence.span.start
    return _is_said(told, dated) and (expression.end <= start or dated.i > told.i)


def _is_said(told: Token, verb: Token) -> bool:
    """Whether a verb in the past says what another one tells."""
    if verb.lemma_ not in load_claims().reporting or verb.tag_ not in _PAST:
        return False
    inside = next((each for each in (told, *told.ancestors) if each.head == verb), None)
    return inside is not None and inside.dep_ == "ccomp"


def _is_since(trigger: Trigger, sentence: Sentence, expression: DateExpression) -> bool:
    """Whether a gathering is counted from a date: "the fifth meeting since 2018".

    Who "had not been there since 2017" was there then, and what "has been going on since Monday" began then.
    """
    if trigger.type not in COUNTED or _NEVER.search(sentence.text, 0, expression.start):
        return False
    told, date_ = root_of(sentence, trigger.span), root_of_date(sentence, expression)
    if _goes_on(verb_of(told)):
        return False
    above = {each.i for each in told.ancestors} if told is not None else set()
    if _WHEN.match(sentence.text, expression.end):
        return False  # "since May, when they began to urge"
    return expression.text.lower().startswith("since") or any(
        each.lower_ == "since" and each.i not in above
        for each in (date_.ancestors if date_ is not None else ())
    )


def _is_of_term(trigger: Trigger, sentence: Sentence, expression: DateExpression) -> bool:
    """Whether who is given an office held another since a date: "named A, its head since May, envoy"."""
    told = root_of(sentence, trigger.span)
    if trigger.type != "Appointment" or told is None or told.lower_ not in load_nouns().appointing:
        return False
    between = sentence.text[trigger.span.end - sentence.span.start : expression.start]
    return "," in between and expression.text.lower().startswith("since")


def _goes_on(verb: Token | None) -> bool:
    """Whether a verb tells what goes on: "has been meeting", "has been there"."""
    if verb is None:
        return False
    helpers = auxiliaries(verb)
    return bool(helpers & {"has", "have"}) and "been" in {verb.lower_, *helpers}


def _is_end(trigger: Trigger, sentence: Sentence, expression: DateExpression) -> bool:
    """Whether a date is that on which something broke off: "talks that were interrupted in 2019"."""
    told, date_ = root_of(sentence, trigger.span), root_of_date(sentence, expression)
    verb = verb_of(date_)
    if told is None or date_ is None or verb is None or told.pos_ != "NOUN":
        return False
    if trigger.type not in {"Meeting", "Aid"} or (is_under(date_, told) and verb.head != told):
        return False
    is_broken_off = verb.lemma_ in _BROKEN_OFF and (
        (verb.dep_ in {"acl", "relcl"} and verb.head == told) or told.head == verb
    )
    return is_broken_off and told.dep_ != "dobj"


def _is_before_or_after(trigger: Trigger, sentence: Sentence, expression: DateExpression) -> bool:
    """Whether one of the two was before the other: "left on 5 May after being accused"."""
    told, dated = verb_of(root_of(sentence, trigger.span)), verb_of_date(sentence, expression)
    if told is None or dated is None:
        return False
    # "Signed it on Monday after meeting him" may well be of one day
    is_suffered = is_passive(told) and _is_apart_in_time(told, dated)
    return is_suffered or _is_apart_in_time(dated, told)


def _is_apart_in_time(verb: Token, main: Token) -> bool:
    """Whether a verb without a subject tells what was before or after another: "after being accused"."""
    if verb.dep_ != "pcomp" or verb.head.lower_ not in _BEFORE_OR_AFTER:
        return False
    return verb.head.head == main or verb.head.head in main.conjuncts


def _is_of_described(trigger: Trigger, sentence: Sentence, expression: DateExpression) -> bool:
    """Whether a date tells what was done to somebody who acts: "A, elected in May, is going there"."""
    noun, dated = root_of(sentence, trigger.span), verb_of_date(sentence, expression)
    told = verb_of(noun)
    if told is None or dated is None or dated.dep_ != "acl" or dated.tag_ != "VBN" or dated.lemma_ == "hold":
        return False
    described = dated.head
    is_name = described.dep_ == "nsubj" and described.pos_ == "PROPN"
    return is_name and described.head == told and noun not in {dated, described}


def _is_remembered(trigger: Trigger, sentence: Sentence, expression: DateExpression) -> bool:
    """Whether the date is that of an anniversary, and the trigger tells what is remembered then."""
    told, date_ = root_of(sentence, trigger.span), root_of_date(sentence, expression)
    if told is None or date_ is None:
        return False
    return any(each.lower_ == "anniversary" for each in told.ancestors) and told not in date_.ancestors


def is_of_anniversary(trigger: Trigger, sentence: Sentence, when: DateRange, published: date | None) -> bool:
    """Whether a date is too late for what is remembered: "the 50th anniversary of the treaty in 2025"."""
    told, year = root_of(sentence, trigger.span), when.start.year
    if told is None or year is None or published is None:
        return False
    anniversary = next((each for each in told.ancestors if each.lower_ == "anniversary"), None)
    words = anniversary.children if anniversary is not None else ()
    counts = [int(count[1]) for word in words if (count := _COUNTED.match(word.text))]
    return any(year + count > published.year + _SOON for count in counts)


def _is_of_object(trigger: Trigger, sentence: Sentence, expression: DateExpression) -> bool:
    """Whether a date is that of what an act is about: "condemned Sunday's attack"."""
    noun, told = noun_of_date(sentence, expression), root_of(sentence, trigger.span)
    aside = _ASIDE.search(sentence.text, 0, expression.start)
    if trigger.type in SPEECH and aside is not None and _OF.match(sentence.text, expression.end):
        named = root_at(sentence, aside.start(), aside.end(1))  # "condemned the arrest, on 3 May, of A"
        noun = named if named is not None and _tells_act(named) else noun
    return noun is not None and noun.dep_ == "dobj" and noun.head == told


def _is_threatened(trigger: Trigger, sentence: Sentence, expression: DateExpression) -> bool:
    """Whether a date is that of what is threatened: "threatened A with strikes from 1 July"."""
    told, noun = root_of(sentence, trigger.span), _noun_above_date(sentence, expression)
    if trigger.type != "Threat" or noun is None or _before_date(sentence, expression) not in _BEGINNING:
        return False
    return noun.dep_ == "pobj" and noun.head.lower_ == "with" and noun.head.head == told


def _is_of_later(trigger: Trigger, sentence: Sentence, expression: DateExpression) -> bool:
    """Whether a date is that of what comes after or came before: "the talks precede Monday's summit"."""
    noun, told = noun_of_date(sentence, expression), root_of(sentence, trigger.span)
    if noun is None or told is None or is_under(told, noun):
        return False
    return is_when(noun)


def _is_of_other_act(trigger: Trigger, sentence: Sentence, expression: DateExpression) -> bool:
    """Whether a date is that of an act of somebody's that a noun tells: "praised Peru's decision in May"."""
    told, noun = root_of(sentence, trigger.span), _act_of_date(sentence, expression)
    if told is None or noun is None or is_under(told, noun):
        return False
    is_occasion = noun.dep_ == "pobj" and noun.head.lower_ in _OCCASION
    is_occasion |= noun.dep_ == "dobj" and noun.head.lemma_ in _TAKING_PART
    is_owned = any(child.dep_ == "poss" for child in noun.lefts)
    return is_owned and not is_occasion and noun.dep_ not in {"nsubj", "nsubjpass"}


def _act_of_date(sentence: Sentence, expression: DateExpression) -> Token | None:
    """The noun on which a date hangs, also over whom it is done to, if it tells an act."""
    noun = _noun_above_date(sentence, expression)
    while noun is not None and noun.dep_ == "pobj" and noun.head.lower_ == "of":
        noun = noun.head.head
    return noun if noun is not None and _tells_act(noun) else None


def _noun_above_date(sentence: Sentence, expression: DateExpression) -> Token | None:
    """The word on which a date hangs by a preposition or as it is: "the raid in May"."""
    date_ = root_of_date(sentence, expression)
    if date_ is None or date_.dep_ == "poss":
        return None
    return date_.head if date_.dep_ != "pobj" else date_.head.head


def _before_date(sentence: Sentence, expression: DateExpression) -> str:
    """The preposition of a date, which may be part of it: "from 1 July"."""
    date_ = root_of_date(sentence, expression)
    if date_ is None:
        return ""
    return date_.head.lower_ if date_.dep_ == "pobj" else date_.lower_


def _tells_act(noun: Token) -> bool:
    return noun.pos_ == "NOUN" and (noun.lower_ in _ACT_NOUNS or _ACTS.search(noun.lower_) is not None)
