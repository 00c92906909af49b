"""home in mind: the state whose own officers a text names without it, as papers do at home."""

from __future__ import annotations

from collections.abc import Sequence

from graph.offices.nouns import is_head, load_nouns
from graph.offices.who.claims import Claim
from graph.offices.whose.office_owners import Scene

FEWEST = 2  # known officers by whom a text shows where it is at home


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


def _is_bare(claim: Claim) -> bool:
    """Tell whether a title of state stands alone, as no other state's title would."""
    office, nouns = claim.office, load_nouns()
    is_alone = office.possessor is None and not office.nameless
    return office.national and is_alone and office.noun not in nouns.away and office.role not in nouns.owned
