"""introduced: who is first told of by his office, and by his full name right after."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from graph.model import EntityType, Form, Mention, Position, Span
from graph.offices.line import Word
from graph.offices.phrases import Phrase, find_phrases, main_word
from graph.offices.who.claims import Claim
from graph.offices.who.holders import people_beside
from graph.offices.whose.office_owners import Scene, office_owner

NEAR = 2  # lines from the office to the name
# What says who else a name is: "X, a nurse", "X of the institute", "X, 34".
DESCRIBING = frozenset({"acl", "appos", "nummod", "prep"})


def introduced(scene: Scene, claims: Sequence[Claim], positions: Sequence[Position]) -> Iterator[Position]:
    """Read "The UN envoy left on Monday. Nadira Ostavik said ...": the name alone is that of the officer."""
    settled = {p.holder for p in positions} | {claim.holder.entities[0] for claim in claims}
    met: set[int] = set()
    for number, words in enumerate(scene.lines):
        fresh = [mention for mention in _full_names(words) if mention.entities[0] not in met]
        met |= {mention.entities[0] for mention in fresh}
        acting = [mention for mention in fresh if _acts(words, mention)]
        if len(fresh) == 1 and acting and fresh[0].entities[0] not in settled:
            yield from _office_before(scene, number, fresh[0], positions)


def _full_names(words: Sequence[Word]) -> Iterator[Mention]:
    for word in words:
        mention = word.mention
        if (
            mention
            and mention.type is EntityType.PERSON
            and mention.form is Form.NAME
            and " " in mention.text
        ):
            yield mention


def _acts(words: Sequence[Word], mention: Mention) -> bool:
    """Tell whether a sentence tells what somebody does or undergoes who is nothing but named."""
    token = next(word.token for word in words if word.mention == mention)
    if token.dep_ not in ("nsubj", "nsubjpass") or token.head.dep_ not in ("ROOT", "ccomp"):
        return False
    return not any(child.dep_ in DESCRIBING for child in token.children)


def _office_before(
    scene: Scene, number: int, holder: Mention, positions: Sequence[Position]
) -> Iterator[Position]:
    """Find the one who acts by his office alone in the lines before, if nobody else is named between."""
    for before in range(number - 1, max(-1, number - 1 - NEAR), -1):
        words = scene.lines[before]
        if any(word.mention and word.mention.type is EntityType.PERSON for word in words):
            return
        offices = _main([office for office in find_phrases(words) if _is_told(words, office)], words)
        if len(offices) == 1:
            owner = _owner(scene, before, offices[0])
            if owner is not None and not _is_held(offices[0], owner, positions):
                span = Span(words[offices[0].begin].span.start, words[offices[0].end - 1].span.end)
                yield Position(holder.entities[0], offices[0].role, owner, (span,))
            return


def _is_told(words: Sequence[Word], office: Phrase) -> bool:
    """Tell whether an office with its owner stands for who holds it, and acts: "the UN envoy said"."""
    alone = (
        office.is_office
        and (bool(office.owners) or _is_of_country(office))
        and not office.plural
        and not people_beside(words, office, {})
    )
    acts = any(word.token.dep_ in ("nsubj", "nsubjpass") for word in words[office.first : office.head + 1])
    return alone and acts and words[office.begin].lower not in ("a", "an")


def _is_of_country(office: Phrase) -> bool:
    return (
        office.national and office.possessor is not None and office.possessor.lower in ("country", "nation")
    )


def _owner(scene: Scene, line: int, office: Phrase) -> int | None:
    """Find whose an office is; "the country's" is that of the only state which its line names."""
    if office.owners:
        return office_owner(scene, office)
    mentions = [word.mention for word in scene.lines[line] if word.mention is not None]
    states = {mention.entities[0] for mention in mentions if mention.type is EntityType.COUNTRY}
    return states.pop() if len(states) == 1 else None


def _main(offices: list[Phrase], words: Sequence[Word]) -> list[Phrase]:
    """Of several who act, take who does the main deed: "Peru's envoy left after Kenya's came"."""
    main = [office for office in offices if main_word(words, office).token.head.dep_ == "ROOT"]
    return main if len(offices) > 1 else offices


def _is_held(office: Phrase, owner: int, positions: Sequence[Position]) -> bool:
    return any((p.role, p.of) == (office.role, owner) for p in positions)
