"""resolutions: the clauses of a resolution ("Strongly condemns the raid;") are acts of who adopts it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Token

from graph.events.draft import GATHERINGS, SPEECH, Draft
from graph.events.scene import Scene
from graph.events.syntax.coordination import first_conjunct, root_of
from graph.events.syntax.governors import SUBJECTS
from graph.model import DateRange, EntityType, Form, Mention, Sentence, Status
from graph.within import mentions_within

_ADOPTING = frozenset(
    {EntityType.INTERNATIONAL_ORGANIZATION, EntityType.GOVERNMENT_BODY, EntityType.ORGANIZATION}
)
# One sentence without a subject is an accident; several are a resolution.
_FEWEST = 2
_ENDINGS = ("s", "ing")
# What opens a sentence, also after a dateline: "LIMA, 5 May – The Council".
_FIRST = re.compile(r"(?:^|\s[-–—]+)\s*(?:the\s*)?$", re.IGNORECASE)
_ADOPTIONS = GATHERINGS | {"Agreement"}


def act_for_body(drafts: Sequence[Draft], scene: Scene) -> tuple[Draft, ...]:
    """Gives the clauses of a resolution the body named before them, where they name nobody, and its day."""
    acts = [draft for draft in drafts if _is_clause(draft, scene.sentences[draft.sentence])]
    clauses = {draft.sentence for draft in acts}
    body = _adopting(min(clauses), scene) if len(clauses) >= _FEWEST else None
    if body is None:
        return tuple(drafts)
    day = _day_of_adoption(min(clauses), body, drafts)
    return tuple(
        _date(_act(draft, body, scene) if draft in acts else draft, min(clauses), day, scene)
        for draft in drafts
    )


def _is_clause(draft: Draft, sentence: Sentence) -> bool:
    """Whether a sentence begins with what it tells, or what it tells besides, and with nobody who does it."""
    word = root_of(sentence, draft.trigger)
    verb = first_conjunct(word) if word is not None else None
    return draft.type in SPEECH and verb is not None and _opens_clause(verb, sentence)


def _opens_clause(verb: Token, sentence: Sentence) -> bool:
    """Whether a sentence is a clause by its verb: "Strongly condemns", "Decides to suspend"."""
    if verb.dep_ != "ROOT" or not verb.text.endswith(_ENDINGS):
        return False
    before = [token for token in sentence.tokens if token.i < verb.i]
    return all(token.pos_ == "ADV" for token in before) and all(
        child.dep_ not in SUBJECTS for child in verb.children
    )


def _adopting(first: int, scene: Scene) -> int | None:
    """The body that opens the last sentence before a clause, or is its subject, else that of a heading."""
    inside = mentions_within(scene.sentences, scene.mentions)
    for number in range(first - 1, -1, -1):
        sentence = scene.sentences[number]
        bodies = [each for each in inside[number] if _is_body(each, scene)]
        found = [each for each in bodies if sentence.is_headline or _leads(each, sentence)]
        if found:
            return found[-1].entities[0] if sentence.is_headline else found[0].entities[0]
    return None


def _is_body(mention: Mention, scene: Scene) -> bool:
    is_one = mention.form is Form.NAME and len(mention.entities) == 1
    return is_one and scene.entities[mention.entities[0]].type in _ADOPTING


def _leads(mention: Mention, sentence: Sentence) -> bool:
    root = root_of(sentence, mention.span)
    is_first = _FIRST.search(sentence.text_before(mention.span)) is not None
    return is_first or (root is not None and root.dep_ in SUBJECTS)


def _day_of_adoption(first: int, body: int, drafts: Sequence[Draft]) -> DateRange | None:
    """The day on which the body last met or adopted something before the clauses."""
    told = [
        draft.when
        for draft in drafts
        if draft.sentence < first and draft.type in _ADOPTIONS and body in draft.everyone
    ]
    last = next((when for when in reversed(told) if when is not None), None)
    return last if last is not None and last.end is None and last.start.day is not None else None


def _date(draft: Draft, first: int, day: DateRange | None, scene: Scene) -> Draft:
    """Gives what a clause does the day of the adoption."""
    sentence = scene.sentences[draft.sentence]
    word = root_of(sentence, draft.trigger)
    if day is None or word is None or draft.when is not None or draft.status is not Status.ACTUAL:
        return draft
    verb = first_conjunct(word.head if word.dep_ == "xcomp" else word)
    if draft.sentence < first or not _opens_clause(verb, sentence):
        return draft
    return replace(draft, when=day, notes=(*draft.notes, "dated by the adoption"))


def _act(draft: Draft, body: int, scene: Scene) -> Draft:
    role = "speaker" if draft.type == "Statement" else "actor"
    if draft.roles.get(role) and not _opens(body, scene.sentences[draft.sentence].context, scene):
        return draft
    return replace(draft, roles={**draft.roles, role: (body,)}, notes=(*draft.notes, f"{role} adopts it"))


def _opens(body: int, lead: str, scene: Scene) -> bool:
    """Whether a list's lead-in begins with a body by its last word: "Council, having heard A:"."""
    opening = lead.removeprefix("The ").partition(" ")[0].rstrip(",")
    return opening != "" and opening == scene.entities[body].name.rpartition(" ")[2]
