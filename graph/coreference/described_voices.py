"""described voices: who speaks or rules behind a word ("the statement said", "the junta")."""

from __future__ import annotations

from collections.abc import Sequence

from graph.coreference.clauses import others_acting
from graph.coreference.discourse import Discourse, Referent
from graph.coreference.owners import owner_of, possessor_of
from graph.coreference.speakers import last_speakers
from graph.model import EntityType
from graph.offices.line import Word
from graph.offices.nouns import load_nouns
from graph.offices.phrases import Phrase, main_word

NEAR = 3  # lines in which a state is just spoken of


def resolve_statement(discourse: Discourse, line: int) -> tuple[int, ...]:
    """Find whose statement it is: his who spoke last."""
    return next((referent.entities for referent in last_speakers(discourse, line)), ())


def resolve_regime(discourse: Discourse, line: int, phrase: Phrase) -> tuple[int, ...]:
    """Find the state that "the junta" rules: the last of which a coup is told, else one just spoken of."""
    return _owner_of_regime(discourse, line, phrase) or _last_ruled(discourse, line, phrase)


def _owner_of_regime(discourse: Discourse, line: int, phrase: Phrase) -> tuple[int, ...]:
    """Read "Kenya's junta", "their junta", "the coup leaders in Kenya"."""
    owner = owner_of(discourse, line, phrase)
    if owner is not None:
        return (owner,)
    after = discourse.lines[line][phrase.end : phrase.end + 2]
    if len(after) == 2 and after[0].lower == "in" and after[1].mention is not None:
        return after[1].mention.entities if after[1].mention.type is EntityType.COUNTRY else ()
    return possessor_of(discourse, line, phrase)


def _last_ruled(discourse: Discourse, line: int, phrase: Phrase) -> tuple[int, ...]:
    words = discourse.lines[line]
    back = list(discourse.lines_back(line, lines=line + 1))
    own = words[phrase.begin : phrase.end]
    coups = [referents for referents in back if _tells_coup(discourse, referents, own)]
    acting = others_acting(discourse, line, main_word(words, phrase).token)
    for referents in (*coups, *back[:NEAR]):
        ruled = [r.entities for r in referents if _is_state(discourse, r) and r.entities[0] not in acting]
        if ruled:
            return ruled[-1]
    return ()


def _tells_coup(discourse: Discourse, referents: Sequence[Referent], own: Sequence[Word]) -> bool:
    words = discourse.lines[referents[0].line]
    return any(word.lower in load_nouns().coups for word in words if word not in own)


def _is_state(discourse: Discourse, referent: Referent) -> bool:
    return len(referent.entities) == 1 and discourse.is_type(referent.entities[0], EntityType.COUNTRY)
