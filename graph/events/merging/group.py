"""group: the tellings of one event, and what they say together."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from graph.events.draft import MUTUAL, Draft
from graph.model import Status

Roles = Mapping[str, tuple[int, ...]]


class Group:
    """The tellings of one event, in the order in which they joined it.

    What they say together is gathered once for each telling that joins: a long article holds each of its
    tellings against very many groups.
    """

    def __init__(self, first: Draft) -> None:
        self.tellings = [first]
        self._roles: Roles | None = None
        self._named: frozenset[int] | None = None

    def add(self, tellings: Iterable[Draft]) -> None:
        """Take in further tellings of the event."""
        self.tellings.extend(tellings)
        self._roles = self._named = None

    @property
    def first(self) -> Draft:
        """The telling that opened the group."""
        return self.tellings[0]

    @property
    def last(self) -> Draft:
        """The telling that joined last."""
        return self.tellings[-1]

    @property
    def status(self) -> Status:
        """The status told first."""
        return self.first.status

    @property
    def roles(self) -> Roles:
        """All fillers of each role, as `union` has them."""
        if self._roles is None:
            self._roles = union(self.tellings)
        return self._roles

    @property
    def named(self) -> frozenset[int]:
        """The fillers of any role that the sentences themselves name."""
        if self._named is None:
            self._named = frozenset(
                filler for each in self.tellings for fillers in each.named.values() for filler in fillers
            )
        return self._named

    def is_told_in(self, sentence: int) -> bool:
        """Whether a sentence tells of the event."""
        return any(each.sentence == sentence for each in self.tellings)

    def has_attribute(self, attribute: str) -> bool:
        """Whether a telling has an attribute."""
        return any(each.attribute == attribute for each in self.tellings)


def union(drafts: Sequence[Draft]) -> dict[str, tuple[int, ...]]:
    """All fillers of each role, in the order of the text; guessed ones where no telling names enough."""
    named = _fillers(draft.named for draft in drafts)
    mutual = MUTUAL.get(drafts[0].type) if drafts else None
    return {
        role: named[role] if len(named.get(role, ())) > (role == mutual) else fillers
        for role, fillers in _fillers(draft.roles for draft in drafts).items()
    }


def _fillers(told: Iterable[Roles]) -> dict[str, tuple[int, ...]]:
    found: dict[str, dict[int, None]] = {}
    for roles in told:
        for role, fillers in roles.items():
            found.setdefault(role, {}).update(dict.fromkeys(fillers))
    return {role: tuple(fillers) for role, fillers in found.items()}
