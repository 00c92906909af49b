"""resolve: descriptions and pronouns become mentions of the entities that they point back to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence

from graph.coreference.bylines import is_byline
from graph.coreference.describe import is_description, resolve_phrase
from graph.coreference.described_groups import NUMBERS, ORDER, resolve_number, resolve_order
from graph.coreference.discourse import Discourse
from graph.coreference.genders import find_genders
from graph.coreference.interviews import find_answers
from graph.coreference.pronouns import is_pronoun, is_style, resolve_pronoun
from graph.coreference.speeches import (
    FIRST_PERSON,
    find_company,
    find_speakers,
    find_voice,
    is_we,
    speaks_for,
)
from graph.linking.gazetteer import Gazetteer
from graph.model import Article, Entity, Form, Mention, Position, Span
from graph.offices.line import Line, Word
from graph.offices.phrases import Phrase, find_phrases, main_word

Find = Callable[[Discourse, int, int], tuple[int, ...]]
TAKING_PART = frozenset({"nsubj", "nsubjpass", "pobj", "dobj"})


def resolve(
    article: Article,
    lines: Sequence[Line],
    mentions: Sequence[Mention],
    entities: Sequence[Entity],
    positions: Sequence[Position],
    gazetteer: Gazetteer,
) -> tuple[Mention, ...]:
    """Return the mentions given and those found, sorted by place; a found one may have no entities.

    The mentions given are those in the lines.
    """
    words = [line.words for line in lines]
    counts = Counter(index for mention in mentions for index in mention.entities)
    discourse = Discourse(
        entities, positions, gazetteer, article.published, words, counts, find_genders(words, entities)
    )
    found: list[Mention] = []
    voice: tuple[int, ...] = ()
    answers = find_answers([line.sentence for line in lines], mentions)
    answering = {number: answer.speaker for answer in answers for number in answer.sentences}
    for number, told in enumerate(find_speakers(words)):
        speaker = answering.get(number, told)
        we = voice if voice or speaker is None else speaks_for(discourse, speaker)
        we = we or find_company(discourse, number)
        found.extend(_resolve_line(article, discourse, number, speaker, we))
        voice = find_voice(discourse, number) or voice
    return tuple(sorted((*mentions, *found), key=lambda mention: (mention.span, mention.form)))


def _resolve_line(
    article: Article, discourse: Discourse, number: int, speaker: int | None, we: tuple[int, ...]
) -> list[Mention]:
    """Go through a line word by word, so that each word finds what was said before it."""
    words = discourse.lines[number]
    phrases = _descriptions(words)
    found: list[Mention] = []
    for place, word in enumerate(words):
        if word.mention is not None and not is_byline(words, place):
            discourse.add(number, word, word.mention.span, word.mention.entities)
        elif speaker is not None and word.lower in FIRST_PERSON:
            discourse.add(number, word, word.span, (speaker,))
            found.append(_mention(article, discourse, word.span, Form.PRONOUN, (speaker,)))
        elif is_we(words, place, we):
            discourse.add(number, word, word.span, we)
            found.append(_mention(article, discourse, word.span, Form.PRONOUN, we))
        elif (find := _find_how(words, place)) is not None:
            entities = find(discourse, number, place)
            discourse.add(number, word, word.span, entities)
            found.append(_mention(article, discourse, _span(words, place), Form.PRONOUN, entities))
        for phrase in (phrase for phrase in phrases if phrase.begin == place):
            span = Span(word.span.start, words[phrase.end - 1].span.end)
            entities = resolve_phrase(discourse, number, phrase)
            discourse.add(number, main_word(words, phrase), span, entities)
            found.append(_mention(article, discourse, span, Form.DESCRIPTION, entities))
    return found


def _descriptions(words: Sequence[Word]) -> list[Phrase]:
    """Give the descriptions of a line; within what is none, those inside: "envoys of the two sides"."""
    found: list[Phrase] = []
    for phrase in find_phrases(words):
        if is_description(words, phrase):
            found.append(phrase)
        else:
            inner = find_phrases(words, phrase.head + 1, phrase.end)
            found.extend(each for each in inner if is_description(words, each))
    return found


def _find_how(words: Sequence[Word], place: int) -> Find | None:
    """Tell how to find whom a word alone means, if it is one that points back."""
    if is_pronoun(words, place):
        return resolve_pronoun
    if _is_number(words, place):
        return resolve_order if words[place].lower in ORDER else resolve_number
    return None


def _is_number(words: Sequence[Word], place: int) -> bool:
    """Tell whether "the two", "both" or "the latter" stands alone for whom it counts."""
    word = words[place]
    if word.lower == "both":
        return word.token.dep_ in TAKING_PART
    if place == 0 or words[place - 1].lower != "the":
        return False
    counted = word.lower in NUMBERS and word.token.dep_ in TAKING_PART | {"ROOT"}
    return counted or (word.lower in ORDER and word.token.dep_ in TAKING_PART | {"poss"})


def _span(words: Sequence[Word], place: int) -> Span:
    with_article = words[place].lower in {*NUMBERS, *ORDER} and place > 0 and words[place - 1].lower == "the"
    end = place + is_style(words, place)
    return Span(words[place - with_article].span.start, words[end].span.end)


def _mention(
    article: Article, discourse: Discourse, span: Span, form: Form, entities: tuple[int, ...]
) -> Mention:
    type_ = discourse.entities[entities[0]].type if entities else None
    return Mention(span, article.text[span.start : span.end], type_, form, entities)
