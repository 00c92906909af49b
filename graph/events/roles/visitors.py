"""visitors: by the parse, who pays a visit, and who only receives its guest."""

from __future__ import annotations

import re
from collections.abc import Sequence

from graph.events.roles.acting import acting
from graph.events.roles.bystanders import is_partner
from graph.events.roles.guests import guests
from graph.events.roles.journeys import owners
from graph.events.roles.subjects import subjects_of
from graph.events.syntax.coordination import root_of, rooted_at
from graph.model import EntityType, Form, Mention, Sentence, Span

_LONGEST_TITLE = 6  # words: "Bosnian Federation Deputy Prime Minister"
_TITLE_WORD = re.compile(r"[^\W\d_]+(?:[-‑][^\W\d_]+)*(?:['’]s?)?")
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
    is_agent = before.lower_ == "by" and before.head.tag_ == "VBN" and before.dep_ == "agent"
    if not is_agent and before.lemma_ not in _RECEIVING and before.lower_ not in _ADORNED:
        return frozenset()
    people = [each for each in mentions if each.type is EntityType.PERSON and each.form is Form.NAME]
    behind = [each for each in people if each.span.start >= trigger.end]
    guest = min(behind, key=lambda each: each.span, default=None)
    if guest is None or not _is_title(sentence.text_between(trigger, guest.span)):
        return frozenset()
    return frozenset({guest})


def _is_title(text: str) -> bool:
    """Whether nothing but a title stands in a text: "Peruvian Secretary of State", "counterpart"."""
    words = text.split()
    is_short = 0 < len(words) <= _LONGEST_TITLE and _ADORNED.isdisjoint(words)
    is_of = "of" in words and not all(word[0].isupper() or word == "of" for word in words)
    return is_short and not is_of and all(_TITLE_WORD.fullmatch(word) for word in words)


def receiving(sentence: Sentence, trigger: Span, mentions: Sequence[Mention]) -> frozenset[Mention]:
    """The mentions of those who receive the guest of a visit, be it by a pronoun."""
    if _called_so(sentence, trigger, mentions):
        return hosting(sentence, trigger, mentions)
    acts = acting(sentence, trigger, mentions)
    going = {entity for each in acts if each.form is not Form.PRONOUN for entity in each.entities}
    partners = (each for each in mentions if is_partner(sentence, trigger, each))
    entities = {entity for each in partners for entity in each.entities} - going
    return frozenset(each for each in mentions if not entities.isdisjoint(each.entities))
