"""home in mind: the state whose own officers a text names without it, as papers do at home."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from graph.model import EntityType
from graph.offices.nouns import is_head, load_nouns
from graph.offices.who.claims import Claim
from graph.offices.whose.office_owners import Scene

FEWEST = 2  # known officers by whom a text shows where it is at home
# Who holds these is told of at home, and seldom abroad.
DOMESTIC = frozenset({
    "attorney general", "attorney-general", "cabinet secretary", "chairman", "chief", "defence secretary",
    "defense secretary", "minister", "opposition leader", "prosecutor general", "prosecutor-general",
    "speaker", "spokesman", "spokesperson", "spokeswoman", "treasury secretary", "vice-minister",
})  # fmt: skip
NAMINGS = 3  # of a state by which a text tells of hardly another
SHARE = 0.75  # of the namings of states that are then of the one


def home_in_mind(scene: Scene, claims: Sequence[Claim]) -> int | None:
    """Find the one state of all officers known elsewhere whom an article calls by their bare titles."""
    foreign = {claim.holder.entities[0] for claim in claims if claim.office.owners or claim.owner}
    bare = {claim.holder.entities[0] for claim in claims if _is_bare(claim)} - foreign
    known = {holder for holder in bare if scene.entities[holder].country is not None}
    homes = {scene.country_of(holder) for holder in known}
    # An unknown president is another state's, and so may those be who come with him
    guests = bare - known
    leads = any(is_head(claim.office.role) and claim.holder.entities[0] in guests for claim in claims)
    return homes.pop() if len(known) >= FEWEST and len(homes) == 1 and not leads else None


def domestic_home(scene: Scene, claims: Sequence[Claim]) -> int | None:
    """Find the state whose ministers an article may name without it.

    It is that of the only head of state or government called by the bare title, or the one state of the text.
    """
    foreign = {claim.holder.entities[0] for claim in claims if claim.office.owners or claim.owner}
    bare = [claim for claim in claims if _is_bare(claim) and claim.holder.entities[0] not in foreign]
    heads = {claim.holder.entities[0] for claim in bare if is_head(claim.office.role)}
    known = {claim.holder.entities[0] for claim in bare if scene.entities[claim.holder.entities[0]].country}
    homes = {scene.country_of(holder) for holder in known}
    return homes.pop() if heads and heads <= known and len(homes) == 1 else _told_of(scene)


def _told_of(scene: Scene) -> int | None:
    """Find the state that a text tells of and hardly another."""
    mentions = (word.mention for words in scene.lines for word in words if word.mention is not None)
    named = Counter(mention.entities[0] for mention in mentions if mention.type is EntityType.COUNTRY)
    state, namings = named.most_common(1)[0] if named else (None, 0)
    return state if namings >= NAMINGS and namings >= SHARE * named.total() else None


def is_domestic(claim: Claim) -> bool:
    """Tell whether a title is of an office whose holder is told of at home: no foreign minister's."""
    return claim.office.noun in DOMESTIC and load_nouns().classes.get(claim.office.role) != "foreign minister"


def _is_bare(claim: Claim) -> bool:
    """Tell whether a title of state stands alone, as no other state's title would."""
    office, nouns = claim.office, load_nouns()
    is_alone = office.possessor is None and not office.nameless
    return office.national and is_alone and office.noun not in nouns.away and office.role not in nouns.owned
