"""backed: who is named only to say who stands behind another: "the A-backed government", "A-run media"."""

from __future__ import annotations

import re

from graph.model import Mention, Sentence

_BACKED = re.compile(
    r"[-‐‑](?:aligned|allied|armed|backed|controlled|dominated|endorsed|friendly|funded|held|owned"
    r"|recogni[sz]ed|run|supported|trained)\b"
)


def only_supports(sentence: Sentence, mention: Mention) -> bool:
    """Whether a mention only says who stands behind somebody: "the A-backed government", "A-run media"."""
    return _BACKED.match(sentence.text, mention.span.end - sentence.span.start) is not None
