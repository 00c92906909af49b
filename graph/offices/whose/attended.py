"""attended: the state of those who only attend a meeting of which its own officers' ministry tells."""

from __future__ import annotations

from collections.abc import Sequence

from graph.model import EntityType, Form, Position
from graph.offices.line import Word
from graph.offices.who.claims import Claim
from graph.offices.whose.office_owners import Scene

OPENING = 3  # lines within which a report says whose it is
MEETINGS = frozenset({"ceremony", "conversation", "meeting", "meetings", "occasion", "reception", "talks"})
RECEIVING = frozenset({"greet", "hold", "host", "meet", "receive", "welcome"})


def state_of_hosts(scene: Scene, claim: Claim, positions: Sequence[Position]) -> int | None:
    """Find the state of a bare title that its own ministry's or office's report needs not name."""
    hosts = _visited(scene, claim)
    if hosts is None and _only_attends(scene.lines[claim.line], claim):
        hosts = _reporting(scene, positions)
    if hosts is None or any(_has_office(claim, hosts, position) for position in positions):
        return None
    return hosts


def _has_office(claim: Claim, state: int, position: Position) -> bool:
    is_other = position.holder != claim.holder.entities[0]
    return is_other and (position.of, position.role) == (state, claim.office.role)


def _only_attends(words: Sequence[Word], claim: Claim) -> bool:
    """Read "The meeting was attended by Minister X", "Also present was Minister X", "X took part in it"."""
    before = [word.lower for word in words if word.span.end <= claim.span.start]
    after = [word.lower for word in words if word.span.start >= claim.span.end]
    if _names_states(words):
        return False
    if "present" in before:
        return bool(before[:1] == ["present"] or before[:2] == ["also", "present"])
    by = ["attended", "by"]
    is_attended = any(before[index : index + 2] == by for index in range(len(before)))
    takes_part = not before and (after[:3] == ["took", "part", "in"] or after[:2] == ["also", "attended"])
    return (is_attended or takes_part) and not MEETINGS.isdisjoint(before + after)


def _names_states(words: Sequence[Word]) -> bool:
    """Tell whether a line names a state or its side, whose the title may be as well."""
    mentions = (word.mention for word in words if word.mention is not None)
    return any(mention.type is EntityType.COUNTRY for mention in mentions)


def _reporting(scene: Scene, positions: Sequence[Position]) -> int | None:
    """Find the state whose officer opens a report by his bare title, or whose ministry does."""
    for words in scene.lines[:OPENING]:
        subject = next((word for word in words if _opens(word)), None)
        if subject is None:
            continue
        body = subject.mention
        if body is not None and body.type is EntityType.GOVERNMENT_BODY:
            return scene.country_of(body.entities[0])
        served = {p.of for p in positions if _is_of(p, subject) and _is_state(scene, p.of)}
        return served.pop() if len(served) == 1 and not _has_state_before(words, subject) else None
    return None


def _opens(word: Word) -> bool:
    """Tell whether a word is the subject of a sentence that tells of a reception."""
    head = word.token.head
    return word.token.dep_ == "nsubj" and head.dep_ == "ROOT" and head.lemma_.lower() in RECEIVING


def _is_of(position: Position, word: Word) -> bool:
    """Tell whether a word belongs to the title and name that tell of an office."""
    return any(span.start <= word.span.start < span.end for span in position.evidence)


def _has_state_before(words: Sequence[Word], subject: Word) -> bool:
    """Tell whether a state is named up to who opens a report: then others tell of him."""
    before = (word.mention for word in words if word.span.start <= subject.span.end)
    return any(mention is not None and mention.type is EntityType.COUNTRY for mention in before)


def _is_state(scene: Scene, index: int) -> bool:
    return scene.entities[index].type is EntityType.COUNTRY


def _visited(scene: Scene, claim: Claim) -> int | None:
    """Read "Minister X met Y, who is visiting Peru": who meets a guest serves the state that is visited."""
    words = scene.lines[claim.line]
    if not _receives(words, claim):
        return None
    guests = [index for index, word in enumerate(words) if _is_guest(word, claim)]
    for index, word in enumerate(words):
        is_visited = word.lower in ("visits", "visiting") and words[index - 1].lower in (
            "who",
            "is",
            "currently",
        )
        if is_visited and guests and guests[0] < index:
            return _state_behind(words, index)
    return None


def _receives(words: Sequence[Word], claim: Claim) -> bool:
    """Tell whether the holder of a title is who meets somebody."""
    for word in words:
        inside = claim.span.start <= word.span.start < claim.span.end
        if inside and word.token.dep_ == "nsubj" and word.token.head.lemma_.lower() in RECEIVING:
            return True
    return False


def _is_guest(word: Word, claim: Claim) -> bool:
    mention = word.mention
    is_person = mention is not None and mention.type is EntityType.PERSON and mention.form is Form.NAME
    return is_person and mention != claim.holder and word.span.start > claim.span.end


def _state_behind(words: Sequence[Word], index: int) -> int | None:
    at = index + 1 + (index + 1 < len(words) and words[index + 1].lower == "the")
    mention = words[at].mention if at < len(words) else None
    return mention.entities[0] if mention is not None and mention.type is EntityType.COUNTRY else None
