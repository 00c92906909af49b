"""within: the mentions that lie in each sentence."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from graph.model import Mention, Sentence


def mentions_within(
    sentences: Sequence[Sentence], mentions: Sequence[Mention]
) -> tuple[tuple[Mention, ...], ...]:
    """Gives for each sentence the mentions that lie wholly in it, by their beginnings.

    The mentions are looked up, not gone through, so that an article's length counts once.
    """
    ordered = sorted(mentions, key=lambda mention: mention.span.start)
    starts = [mention.span.start for mention in ordered]
    return tuple(
        tuple(
            mention
            for mention in ordered[
                bisect_left(starts, sentence.span.start) : bisect_left(starts, sentence.span.end)
            ]
            if mention.span.end <= sentence.span.end
        )
        for sentence in sentences
    )
