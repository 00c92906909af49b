"""posts: what a signed post tells without a subject ("Good talks with B. — A (@a)") its signer did."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from graph.events.draft import Draft
from graph.events.scene import Scene
from graph.events.syntax.coordination import root_of
from graph.events.syntax.governors import SUBJECTS
from graph.model import EntityType, Form

_HANDLE = re.compile(r"\(@\w+\)")
_ROLES = {"Meeting": "participant", "Visit": "visitor"}
_FIRST_PERSON = frozenset({"i", "we"})


def act_in_posts(drafts: Sequence[Draft], scene: Scene) -> tuple[Draft, ...]:
    """Gives what posts tell without a subject, or of "I", the person who signed them."""
    signers = _signers(scene)
    return tuple(
        _act(draft, signers[draft.sentence])
        if draft.sentence in signers and draft.type in _ROLES and _is_own(draft, scene)
        else draft
        for draft in drafts
    )


def _act(draft: Draft, signer: int) -> Draft:
    role = _ROLES[draft.type]
    others = draft.roles.get(role, ())
    if signer in draft.everyone:
        return draft
    sides = (signer, *others) if role == "participant" else (signer,)
    return draft.filled({**draft.roles, role: sides}, "whoever signed the post")


def _signers(scene: Scene) -> Mapping[int, int]:
    """The one person who signed each post, by the number of each of its sentences."""
    signed = {
        sentence.paragraph: persons[0]
        for number, sentence in enumerate(scene.sentences)
        if _HANDLE.search(sentence.text) and len(persons := _persons(number, scene)) == 1
    }
    return {
        number: signed[sentence.paragraph + 1]
        for number, sentence in enumerate(scene.sentences)
        if sentence.paragraph + 1 in signed and not _HANDLE.search(sentence.text)
    }


def _persons(number: int, scene: Scene) -> tuple[int, ...]:
    named = (each for each in scene.mentions_in(number) if each.form is Form.NAME)
    persons = (index for each in named if each.type is EntityType.PERSON for index in each.entities)
    return tuple(dict.fromkeys(persons))


def _is_own(draft: Draft, scene: Scene) -> bool:
    """Whether nobody else than who signs does what a draft tells."""
    word = root_of(scene.sentences[draft.sentence], draft.trigger)
    above = (word, *word.ancestors) if word is not None else ()
    subjects = [child for each in above for child in each.children if child.dep_ in SUBJECTS]
    is_subject = any(each.dep_ in SUBJECTS for each in above)
    return word is not None and not is_subject and all(each.lower_ in _FIRST_PERSON for each in subjects)
