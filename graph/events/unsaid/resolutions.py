"""resolutions: the clauses of a resolution ("Strongly condemns the raid;") are acts of who adopts it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from graph.events.draft import SPEECH, Draft
from graph.events.scene import Scene
from graph.events.syntax.coordination import first_conjunct, root_of
from graph.events.syntax.governors import SUBJECTS
from graph.model import EntityType, Form, Mention, Sentence
from graph.within import mentions_within

_ADOPTING = frozenset(
    {EntityType.INTERNATIONAL_ORGANIZATION, EntityType.GOVERNMENT_BODY, EntityType.ORGANIZATION}
)
# One sentence without a subject is an accident; several are a resolution.
_FEWEST = 2
_ENDINGS = ("s", "ing")


def act_for_body(drafts: Sequence[Draft], scene: Scene) -> tuple[Draft, ...]:
    """Gives the clauses of a resolution the body named before them, where they name nobody who acts."""
    acts = [draft for draft in drafts if _is_clause(draft, scene.sentences[draft.sentence])]
    clauses = {draft.sentence for draft in acts}
    body = _adopting(min(clauses), scene) if len(clauses) >= _FEWEST else None
    return tuple(
        _act(draft, body, scene) if body is not None and draft in acts else draft for draft in drafts
    )


def _is_clause(draft: Draft, sentence: Sentence) -> bool:
    """Whether a sentence begins with what it tells, or what it tells besides, and with nobody who does it."""
    word = root_of(sentence, draft.trigger)
    verb = first_conjunct(word) if word is not None else None
    if draft.type not in SPEECH or verb is None or verb.dep_ != "ROOT" or not verb.text.endswith(_ENDINGS):
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
    opening = sentence.text_before(mention.span).strip().lower()
    return opening in {"", "the"} or (root is not None and root.dep_ in SUBJECTS)


def _act(draft: Draft, body: int, scene: Scene) -> Draft:
    role = "speaker" if draft.type == "Statement" else "actor"
    if draft.roles.get(role) and not _opens(body, scene.sentences[draft.sentence].context, scene):
        return draft
    return replace(draft, roles={**draft.roles, role: (body,)}, notes=(*draft.notes, f"{role} adopts it"))


def _opens(body: int, lead: str, scene: Scene) -> bool:
    """Whether a list's lead-in begins with a body by its last word: "Council, having heard A:"."""
    opening = lead.removeprefix("The ").partition(" ")[0].rstrip(",")
    return opening != "" and opening == scene.entities[body].name.rpartition(" ")[2]
