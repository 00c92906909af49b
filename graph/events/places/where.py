"""where: a draft gains the places that its sentence gives it."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Token

from graph.events.draft import GATHERINGS, SPEECH
from graph.events.merging.occasions import is_elsewhere, is_inside, tells_when
from graph.events.model.predict import Prediction, Trigger
from graph.events.roles.announced import is_where_announced
from graph.events.roles.belonging import is_of_house
from graph.events.roles.bystanders import is_discussed
from graph.events.roles.excluded import is_excluded
from graph.events.roles.journeys import is_left_behind
from graph.events.roles.relative import outsiders
from graph.events.syntax.coordination import root_of, upwards
from graph.events.syntax.governors import counted, has_subject, is_under, verb_of
from graph.events.syntax.times import is_when
from graph.model import Entity, EntityType, Form, Mention, Sentence, Span
from graph.offices.nouns import load_nouns

PLACE = 0.35
# From here on another trigger may have a place of its own.
RIVAL = 0.5
DASHES = frozenset("-–—")
_THAT = frozenset({"that", "which"})
# They lead in what people meet for, and not where they are.
_OVER = frozenset({"about", "after", "against", "amid", "concerning", "following", "over", "regarding"})
LOCATIONS = frozenset({EntityType.PLACE, EntityType.COUNTRY})


def find_places(
    trigger: Trigger,
    prediction: Prediction,
    sentence: Sentence,
    mentions: Sequence[Mention],
    entities: Sequence[Entity],
) -> tuple[int, ...]:
    """The places that the model ties to the trigger, but those of another event of its class."""
    likely = [
        mention
        for mention in mentions
        if mention.form is not Form.PRONOUN
        and not _is_joined(mention, sentence)
        and not _is_owner(mention, sentence)
        and not is_of_house(sentence, mention)
        and not is_excluded(sentence, mention)
        and not (trigger.type in GATHERINGS and is_left_behind(sentence, trigger.span, mention))
        and not (trigger.type == "Visit" and is_where_announced(sentence, trigger.span, mention))
        and not (trigger.type == "Meeting" and _is_of_another(sentence, trigger.span, mention.span))
        and prediction.slot_scores(trigger, mention.span)["place"] >= PLACE
    ]
    rivals = [each for each in prediction.triggers if each is not trigger and each.score >= RIVAL]
    likely = [each for each in likely if not _is_of_later(sentence, trigger.span, rivals, each)]
    apart = outsiders(sentence, trigger.span, mentions)
    # "Visited A with B, who met C" may be of a meeting there
    likely = [each for each in likely if each not in apart] or likely
    likely = _of_talks_before(likely, trigger, sentence) or likely
    before = _place_before(trigger, sentence, mentions)
    own = _without_others(likely, trigger, rivals, sentence)
    if before:
        inside = [each for each in own if _is_in_clause_of(trigger, sentence, each)]
        beside = [each for each in likely if any(_is_of_one_place(each, other, sentence) for other in before)]
        own = [*beside, *before, *inside]
    found = [entity for mention in own for entity in mention.entities if entities[entity].type in LOCATIONS]
    return tuple(dict.fromkeys(found))


def _is_of_another(sentence: Sentence, meeting: Span, place: Span) -> bool:
    """Whether a place is that of another meeting, of what is done before it, or of what is talked about."""
    if tells_when(sentence, meeting) and not is_inside(sentence, meeting, place):
        return True
    return (
        is_elsewhere(sentence, meeting, place)
        or is_discussed(sentence, meeting, place)
        or _is_on_other_thing(sentence, meeting, place)
        or _is_of_last(sentence, meeting, place)
    )


def _is_of_last(sentence: Sentence, meeting: Span, place: Span) -> bool:
    """Whether a place is that of the meeting before the next: "met in A, and their next meeting is in B"."""
    word, named = root_of(sentence, meeting), root_of(sentence, place)
    verb = verb_of(word)
    if word is None or named is None or verb is None or verb.dep_ != "conj" or not has_subject(verb):
        return False
    is_next = any(child.lower_ == "next" for child in counted(word).lefts)
    return is_next and is_under(named, verb.head) and not is_under(named, verb)


def _is_on_other_thing(sentence: Sentence, meeting: Span, place: Span) -> bool:
    """Whether a place is that of what they met for, told in a clause: "met over a raid that was in A"."""
    word, named = root_of(sentence, meeting), root_of(sentence, place)
    clause = next((each for each in upwards(named) if each.dep_ == "relcl"), None)
    if word is None or clause is None or is_under(word, clause.head):
        return False
    # Of a summit held in Lima whoever met on its sidelines was there
    gatherings, above = load_nouns().gatherings, clause.head.head
    is_thing = clause.head.pos_ == "NOUN" and clause.head.lower_ not in gatherings
    is_topic = above.lower_ in _OVER or (above.lower_ == "on" and above.head.lower_ in gatherings)
    return is_thing and is_topic and any(child.lower_ in _THAT for child in clause.children)


def _of_talks_before(places: Sequence[Mention], trigger: Trigger, sentence: Sentence) -> list[Mention]:
    """Those places that talks after which something is done name themselves: "flew to A after talks in B"."""
    noun = root_of(sentence, trigger.span)
    if noun is None or trigger.type != "Meeting" or not is_when(counted(noun)):
        return []
    return [each for each in places if is_inside(sentence, trigger.span, each.span)]


def _is_of_later(sentence: Sentence, event: Span, rivals: Sequence[Trigger], place: Mention) -> bool:
    """Whether a place is that of a gathering before which something is done: "signed before the A summit"."""
    return any(
        rival.type == "Meeting"
        and tells_when(sentence, rival.span)
        and is_inside(sentence, rival.span, place.span)
        and not is_inside(sentence, rival.span, event)
        for rival in rivals
    )


def _is_joined(mention: Mention, sentence: Sentence) -> bool:
    """Whether a dash makes the name a part of another: the Central Asia–Russia format."""
    text, start = sentence.text, sentence.span.start
    before, after = mention.span.start - start - 1, mention.span.end - start
    return text[max(before, 0) : before + 1] in DASHES or text[after : after + 1] in DASHES


def _is_owner(mention: Mention, sentence: Sentence) -> bool:
    """Whether a name says whose a thing is that is nowhere: "at Lima's request", but "at Lima's airport"."""
    root = root_of(sentence, mention.span)
    if root is None or root.dep_ != "poss" or root.head.pos_ != "NOUN":
        return False
    return root.head.lemma_.lower() not in load_nouns().located


def _without_others(
    places: Sequence[Mention], trigger: Trigger, rivals: Sequence[Trigger], sentence: Sentence
) -> list[Mention]:
    """The places but those of the verbs of rivals, and of who only tells what happened elsewhere.

    "In Lima he met Holm and held talks with Dahl" tells where both were, "who met in Lima, held talks"
    does not.
    """
    told = verb_of(root_of(sentence, trigger.span))
    verbs = [verb_of(root_of(sentence, each.span)) for each in places]
    if told is None:
        return list(places)
    has_own = told in verbs
    like = _verbs([each for each in rivals if each.type == trigger.type], sentence)
    theirs = _verbs(rivals, sentence)

    def is_anothers(verb: Token) -> bool:
        is_below = is_under(verb, told)
        if verb.i in like:
            return has_own or is_below
        return has_own and ((verb.i in theirs and is_below) or _only_tells(verb, told))

    return [
        place
        for place, verb in zip(places, verbs, strict=True)
        if verb is None or verb.i == told.i or not is_anothers(verb)
    ]


def _verbs(triggers: Sequence[Trigger], sentence: Sentence) -> set[int]:
    verbs = (verb_of(root_of(sentence, each.span)) for each in triggers)
    return {verb.i for verb in verbs if verb is not None}


def _only_tells(verb: Token, told: Token) -> bool:
    """Whether a verb is that of who says what is told: "speaking in Nairobi, she said that they met"."""
    speech = next((each.head for each in (told, *told.ancestors) if each.dep_ == "ccomp"), None)
    return speech is not None and has_subject(told) and is_under(verb, speech) and not is_under(verb, told)


def _is_in_clause_of(trigger: Trigger, sentence: Sentence, place: Mention) -> bool:
    """Whether a place hangs on the verb of the trigger."""
    verb, root = verb_of(root_of(sentence, trigger.span)), root_of(sentence, place.span)
    return verb is not None and root is not None and is_under(root, verb)


def _is_of_one_place(place: Mention, other: Mention, sentence: Sentence) -> bool:
    """Whether a place stands with nothing but a comma before another: "to Lima, Peru"."""
    start = sentence.span.start
    return sentence.text[place.span.end - start : max(other.span.start - start, 0)].strip() == ","


def _place_before(trigger: Trigger, sentence: Sentence, mentions: Sequence[Mention]) -> list[Mention]:
    """The place before the "where" of the trigger's clause: "flew on Monday to Lima, where he met Holm".

    Not so for speech, which is often about a place: "the strait, where they urged restraint".
    """
    verb = verb_of(root_of(sentence, trigger.span))
    if verb is None or verb.dep_ == "ccomp" or trigger.type in SPEECH:
        return []  # "asked where they had met"
    where = next((each for each in verb.lefts if each.lower_ == "where"), None)
    if where is None:
        return []
    start = sentence.offset + where.idx
    before = sorted((each for each in mentions if each.span.end <= start), key=lambda each: each.span)
    return [each for each in before[-1:] if each.type in LOCATIONS]
