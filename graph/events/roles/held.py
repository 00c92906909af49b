"""held: which of the fits of a trigger hold, so that their mentions fill its roles."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from graph.events.model.predict import Trigger
from graph.events.roles.doers import ONE_VOICE
from graph.events.roles.fits import CORE, FILLER, Fit
from graph.events.schema import core_roles
from graph.model import Mention, Span

# What stands in one list with a filler needs less to fill the same role.
LISTED = 0.15
# Beside so many people of a list the others need nothing.
MANY = 3


def hold(trigger: Trigger, fits: Sequence[Fit], lists: Mapping[Mention, int]) -> list[Fit]:
    """The fits that hold: the good, and those in a list with one; nothing inside what fills a role itself.

    `lists` has the number of the list in which a mention stands.
    """
    held = _good(fits)
    if trigger.type in ONE_VOICE and held:
        best = max(held, key=lambda fit: fit.score)
        held = [fit for fit in held if _are_listed(fit, best, lists)]
    held += _listed_with(held, fits, lists)
    for role in core_roles(trigger.type):
        likely = [fit for fit in fits if fit.role == role and fit.score >= CORE and not _is_inside(fit, held)]
        if likely and not any(fit.role == role for fit in held):
            held.append(max(likely, key=lambda fit: fit.score))
    return sorted(held, key=lambda fit: fit.mention.span)


def _good(fits: Sequence[Fit]) -> list[Fit]:
    """The fits that hold by themselves, the longest first."""
    good: list[Fit] = []
    for fit in sorted(fits, key=_longest_first):
        if fit.score >= FILLER and not _is_inside(fit, good):
            good.append(fit)
    return good


def _longest_first(fit: Fit) -> tuple[int, Span]:
    return fit.mention.span.start - fit.mention.span.end, fit.mention.span


def _listed_with(good: Sequence[Fit], fits: Sequence[Fit], lists: Mapping[Mention, int]) -> list[Fit]:
    """The fits that are not good, but stand in a list with one that is."""
    listed: list[Fit] = []
    for fit in fits:
        beside = sum(_are_alike(fit, other) and _are_listed(fit, other, lists) for other in good)
        enough = fit.score >= LISTED or (fit.is_person and beside >= MANY)
        if fit.score < FILLER and beside and enough and not _is_inside(fit, [*good, *listed]):
            listed.append(fit)
    return listed


def _are_alike(one: Fit, other: Fit) -> bool:
    return one.role == other.role and one.is_person == other.is_person


def _are_listed(one: Fit, other: Fit, lists: Mapping[Mention, int]) -> bool:
    head = lists.get(one.mention)
    return one == other or (head is not None and head == lists.get(other.mention))


def _is_inside(fit: Fit, held: Sequence[Fit]) -> bool:
    span = fit.mention.span
    return any(
        other.mention.span.start <= span.start and span.end <= other.mention.span.end for other in held
    )
