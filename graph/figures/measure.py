"""measure: the amounts of a sentence and its parse become what the amounts measure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Token

from graph.events.syntax.coordination import root_of
from graph.figures.amounts import Amount
from graph.figures.indicators import Indicator, Named, load_indicators
from graph.figures.parse import VERBS, object_of, subject_of, verb_above
from graph.figures.topic import Heads, Topic, heads_of, topic_of
from graph.figures.words import load_words
from graph.model import Sentence, Span

# How an amount hangs on the noun that it belongs to.
_INSIDE = frozenset({"compound", "nummod", "amod", "nmod", "quantmod", "appos"})
_OUTSIDE = frozenset({"dobj", "obj", "attr", "npadvmod", "oprd", "acomp", "advmod", "nummod", "quantmod"})
_DEEPEST = 5  # steps up the parse
_ABOUT = (
    r"(?:(?:about|some|around|nearly|almost|over|up\s+to|more\s+than|at\s+least|roughly|approximately"
    r"|a\s+record|as\s+much\s+as|an\s+estimated)\s+)?"
)
_JOIN = re.compile(
    rf"(?:\s*\(\s*|,?\s+worth\s+|,?\s+totall?ing\s+|,?\s+valued\s+at\s+|\s+of\s+){_ABOUT}$", re.IGNORECASE
)
_UP_DOWN = re.compile(
    rf"\b(?P<way>up|down)\s+(?:by\s+)?{_ABOUT}$",
    re.IGNORECASE,
)
_OR = re.compile(rf"\s*\(\s*(?:or\s+|equal\s+to\s+|equivalent\s+to\s+)?{_ABOUT}$", re.IGNORECASE)
_OF_GDP = re.compile(r"\s+of\s+(?:[\w’']+\s+){0,2}(?:GDP|gross\s+domestic\s+product)\b", re.IGNORECASE)
_OF = re.compile(r"\s+of\s", re.IGNORECASE)
_PARENTHESIS = re.compile(r"\s*\([^()]{1,60}\)")


@dataclass(frozen=True, slots=True)
class Measured:
    """What an amount measures: `noun` heads the phrase that says it, `verb` is the verb of its clause.

    `change` is 1 or -1 where the amount is by how much it grew or fell. `acts` tells whether the verb's
    subject does something with it ("A will lend B"), rather than being it ("trade reached").
    """

    amount: Amount
    indicator: Indicator
    noun: Token | None
    verb: Token | None
    unit: str
    change: int = 0
    acts: bool = False


def measure(sentence: Sentence, amounts: Sequence[Amount], named: Sequence[Named]) -> tuple[Measured, ...]:
    """Ties the amounts of a sentence to what they measure; what nothing clearly ties is left out."""
    heads = heads_of(sentence, named)
    found: list[Measured] = []
    for amount in amounts:
        ways = (_checked(way, sentence) for way in _ways(amount, sentence, heads, named))
        tied = next((way for way in ways if way is not None), None)
        tied = tied or _moved(amount, sentence, found) or _converted(amount, sentence, found)
        found += [tied] if tied is not None else []
    return tuple(found)


def _checked(tied: Measured, sentence: Sentence) -> Measured | None:
    """The tie if its indicator takes such a number: a percentage of exports says not how large they are."""
    takes, after = tied.indicator.takes, sentence.text[tied.amount.span.end :]
    if tied.amount.kind != "percent":
        return tied if tied.amount.kind in takes else None
    if _OF_GDP.match(after):
        return replace(tied, unit="percent of GDP") if "share of GDP" in takes and not tied.change else None
    if _OF.match(after):
        return None
    return tied if ("change" if tied.change else "rate") in takes else None


def _ways(amount: Amount, sentence: Sentence, heads: Heads, named: Sequence[Named]) -> Iterator[Measured]:
    """The ties that the parse and the words beside the amount offer, the closest first."""
    start = sentence.span.start
    root = root_of(sentence, Span(start + amount.span.start, start + amount.span.end))
    if root is None:
        return
    chain = _chain(root)
    topics = [*_topics_around(chain, amount, sentence, heads), *_topic_before(amount, sentence, heads, named)]
    for topic in topics:
        yield _by_noun(amount, topic)
    yield from _by_verb(amount, chain[-1], heads)


def _chain(root: Token) -> list[Token]:
    """The word that heads the amount, and the nouns that it stands before, or explains in brackets."""
    chain = [root]
    while chain[-1].dep_ in _INSIDE and chain[-1].head.pos_ not in VERBS and len(chain) < _DEEPEST:
        chain.append(chain[-1].head)
    return chain


def _by_noun(amount: Amount, topic: Topic) -> Measured:
    verb = verb_above(topic.noun)
    return Measured(amount, topic.indicator, topic.noun, verb, amount.unit, topic.change, acts=True)


def _topics_around(
    chain: Sequence[Token], amount: Amount, sentence: Sentence, heads: Heads
) -> Iterator[Topic]:
    """What stands after the amount ("$2bn in aid", "a $2bn loan"), or governs it ("a loan of $2bn")."""
    following = _preposition_after(amount, sentence)
    after = [noun for noun in following.children if noun.dep_ == "pobj"] if following is not None else []
    last = chain[-1]
    governor = last.head if last.dep_ == "pobj" and last.head.lower_ == "of" else None
    above = [governor.head] if governor is not None else []
    if last.head.lower_ == "worth" and last.head.head.pos_ not in VERBS:
        above.append(last.head.head)
    for noun in (*chain, *after, *above):
        topic = topic_of(noun, heads)
        if topic is not None:
            yield topic


def _preposition_after(amount: Amount, sentence: Sentence) -> Token | None:
    """The "in", "of" or "worth of" after an amount, and after what explains it in brackets."""
    bracket = _PARENTHESIS.match(sentence.text, amount.span.end)
    end = sentence.span.start - sentence.offset + (bracket.end() if bracket else amount.span.end)
    following = [token for token in sentence.tokens if token.idx >= end and not token.is_space][:2]
    if following and following[0].lower_ == "worth":
        following = following[1:]
    return following[0] if following and following[0].lower_ in {"in", "of"} else None


def _topic_before(
    amount: Amount, sentence: Sentence, heads: Heads, named: Sequence[Named]
) -> Iterator[Topic]:
    """What stands right before the amount: "grant aid (1.6 billion yen)", "loans worth $2bn"."""
    start = sentence.span.start
    for each in named:
        if each.span.end <= amount.span.start and _JOIN.fullmatch(
            sentence.text, each.span.end, amount.span.start
        ):
            root = root_of(sentence, Span(start + each.span.start, start + each.span.end))
            topic = topic_of(root, heads)
            if topic is not None and topic.noun.dep_ not in {"compound", "amod", "nmod"}:
                yield topic


def _by_verb(amount: Amount, top: Token, heads: Heads) -> Iterator[Measured]:
    """What the verb ties to the amount: its subject, its object, or what the verb itself says."""
    preposition = top.head.lower_ if top.dep_ == "pobj" else ""
    governor = top.head.head if preposition else top.head
    is_worth = top.head.lower_ == "worth"
    verb = top.head.head if is_worth else governor
    if verb.pos_ not in VERBS or not (preposition or is_worth or top.dep_ in _OUTSIDE):
        return
    words, lemma = load_words(), verb.lemma_.lower()
    change = 0 if preposition in {"to", "at", "from"} else words.sign_of_verb(lemma)
    subject, thing = topic_of(subject_of(verb), heads), topic_of(object_of(verb), heads)
    if subject is not None and _says_of_subject(lemma, preposition, is_worth=is_worth):
        yield _tied(amount, subject, verb, change or subject.change)
    if thing is not None and preposition in {"to", "by", "at", "from"} and _moves_object(lemma):
        yield _tied(amount, thing, verb, change, acts=True)
    if lemma in words.names and not preposition and top.dep_ in {"dobj", "obj"}:
        indicator = load_indicators()[words.names[lemma]]
        yield Measured(amount, indicator, None, verb, amount.unit, acts=True)


def _tied(amount: Amount, topic: Topic, verb: Token, change: int, *, acts: bool = False) -> Measured:
    return Measured(amount, topic.indicator, topic.noun, verb, amount.unit, change, acts)


def _says_of_subject(lemma: str, preposition: str, *, is_worth: bool) -> bool:
    words = load_words()
    if words.sign_of_verb(lemma) or lemma in words.bring:
        return preposition in {"", "by", "to", "from", "at"}
    return is_worth or (lemma in words.level and preposition in {"", "to", "at"})


def _moves_object(lemma: str) -> bool:
    return bool(load_words().sign_of_verb(lemma)) or lemma in load_words().bring


def _moved(amount: Amount, sentence: Sentence, before: Sequence[Measured]) -> Measured | None:
    """The tie of "up 12 per cent" after an amount that is tied: by so much the same grew."""
    way = _UP_DOWN.search(sentence.text, 0, amount.span.start)
    if way is None or not before or amount.kind != "percent":
        return None
    moved = replace(
        before[-1], amount=amount, unit=amount.unit, change=1 if way["way"].lower() == "up" else -1
    )
    return _checked(moved, sentence)


def _converted(amount: Amount, sentence: Sentence, before: Sequence[Measured]) -> Measured | None:
    """The tie of an amount in brackets after one that is tied: the same in another currency."""
    if not before or amount.kind != before[-1].amount.kind:
        return None
    if not _OR.fullmatch(sentence.text, before[-1].amount.span.end, amount.span.start):
        return None
    return replace(before[-1], amount=amount, unit=amount.unit)
