"""forces: whoever sends soldiers gives no aid: "A will send a company of troops"."""

from __future__ import annotations

from spacy.tokens import Token

from graph.events.syntax.coordination import root_of
from graph.events.syntax.governors import DIRECT_OBJECTS
from graph.model import Sentence, Span

_SENDING = frozenset(
    {"bring", "commit", "contribute", "deploy", "dispatch", "fly", "move", "provide", "send", "station"}
)
_SOLDIERS = frozenset(
    {
        "army", "battalion", "battlegroup", "brigade", "commando", "contingent", "force", "garrison",
        "marine", "paratrooper", "patrol", "peacekeeper", "regiment", "reinforcement", "serviceman",
        "soldier", "squadron", "troop", "warplane", "warship",
    }
)  # fmt: skip


def sends_soldiers(event_type: str, sentence: Sentence, trigger: Span) -> bool:
    """Whether a trigger for aid is a verb of sending, and soldiers, and nothing else, are sent."""
    verb = root_of(sentence, trigger) if event_type == "Aid" else None
    if verb is None or verb.lemma_.lower() not in _SENDING:
        return False
    # What explains the first object may hang on the verb, too: "troops to the mission, a force that …"
    sent = next((child for child in verb.children if child.dep_ in DIRECT_OBJECTS), None)
    return sent is not None and all(_is_soldiers(each) for each in (sent, *sent.conjuncts))


def _is_soldiers(noun: Token) -> bool:
    """Whether a noun means soldiers, or so many or such a part of them."""
    ofs = [child for child in noun.children if child.lower_ == "of"]
    named = [noun, *(each for of in ofs for each in of.children)]
    # "Marines" is a name to the parse, and its own lemma
    return any(word in _SOLDIERS for each in named for word in (each.lemma_, each.lower_.removesuffix("s")))
