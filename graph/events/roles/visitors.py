"""visitors: by the parse, who pays a visit, and who only receives its guest."""

from __future__ import annotations

from collections.abc import Sequence

from graph.events.roles.acting import acting
from graph.events.roles.bystanders import is_partner
from graph.events.roles.guests import guests
from graph.events.roles.journeys import owners
from graph.events.roles.subjects import subjects_of
from graph.events.syntax.coordination import root_of, rooted_at
from graph.model import EntityType, Form, Mention, Sentence, Span

_LONGEST_TITLE = 6  # words: "Bosnian Federation Deputy Prime Minister"
# Whoever does so with a "visiting minister" does not visit a minister.
_RECEIVING = frozenset(
    {
        "assure",
        "brief",
        "greet",
        "host",
        "inform",
        "meet",
        "receive",
        "see",
        "tell",
        "thank",
        "urge",
        "welcome",
    }
)
_ADORNED = frozenset({"and", "between", "from", "her", "his", "its", "the", "their", "with"})


def visiting(sentence: Sentence, trigger: Span, mentions: Sequence[Mention]) -> frozenset[Mention]:
    """The mentions of those whose visit it is, who are invited, or who are called visiting."""
    invited = rooted_at({each.i for each in guests(sentence, trigger, mentions)}, sentence, mentions)
    return invited | owners(sentence, trigger, mentions) | _called_so(sentence, trigger, mentions)


def hosting(sentence: Sentence, trigger: Span, mentions: Sequence[Mention]) -> frozenset[Mention]:
    """The mentions of those who speak with somebody called visiting: A in "A told visiting Minister B"."""
    word = root_of(sentence, trigger)
    if word is None or not _called_so(sentence, trigger, mentions) or word.nbor(-1).lemma_ not in _RECEIVING:
        return frozenset()
    return rooted_at({each.i for each in subjects_of(word.nbor(-1))}, sentence, mentions)


def _called_so(sentence: Sentence, trigger: Span, mentions: Sequence[Mention]) -> frozenset[Mention]:
    """Read "told visiting Foreign Minister A" and "his visiting counterpart A", whatever the parse."""
    word = root_of(sentence, trigger)
    if word is None or word.lower_ != "visiting" or not word.i:
        return frozenset()
    before = word.nbor(-1)
    if before.lemma_ not in _RECEIVING and before.lower_ not in _ADORNED:
        return frozenset()
    people = [each for each in mentions if each.type is EntityType.PERSON and each.form is Form.NAME]
    behind = [each for each in people if each.span.start >= trigger.end]
    if not behind:
        return frozenset()
    guest = min(behind, key=lambda each: each.span)
    between = sentence.text_between(trigger, guest.span).split()
    is_title = bool(between) and all(each.isalpha() or "-" in each for each in between)
    is_near = len(between) <= _LONGEST_TITLE and _ADORNED.isdisjoint(between) and "of" not in between
    return frozenset({guest}) if is_title and is_near else frozenset()


def receiving(sentence: Sentence, trigger: Span, mentions: Sequence[Mention]) -> frozenset[Mention]:
    """The mentions of those who receive the guest of a visit, be it by a pronoun."""
    if _called_so(sentence, trigger, mentions):
        return hosting(sentence, trigger, mentions)
    acts = acting(sentence, trigger, mentions)
    going = {entity for each in acts if each.form is not Form.PRONOUN for entity in each.entities}
    partners = (each for each in mentions if is_partner(sentence, trigger, each))
    entities = {entity for each in partners for entity in each.entities} - going
    return frozenset(each for each in mentions if not entities.isdisjoint(each.entities))
