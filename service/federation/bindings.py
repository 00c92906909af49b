"""bindings: what stands beside a SERVICE clause tells for which values its endpoint is asked.

Every solution of a group meets its triple patterns and its VALUES, before the clause or behind it: an answer
of the endpoint that agrees with none of their solutions is of no use. What else stands there is left out,
which asks for more values than are needed, never for fewer.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from service.query_check import dataset_clauses, prologue
from service.tokens import tokenize

Tokens = Sequence[re.Match[str]]
_OPENING, _CLOSING = "{([", "})]"
# What begins an element of a group that is no triple pattern; each ends with its last bracket
_OTHERS = frozenset({"OPTIONAL", "MINUS", "GRAPH", "SERVICE", "FILTER", "BIND", "VALUES", "UNION"})


def binding_query(text: str, *, begin: int, end: int, most_rows: int) -> str | None:
    """Write the query for the values that the variables of a clause have beside it, one row more than taken.

    None where nothing binds them, or where the clause does not stand in the query's outermost group.
    """
    tokens = [token for token in tokenize(text) if token.lastgroup != "comment"]
    group = _outermost_group(tokens, begin)
    if group is None:
        return None
    clause = [token for token in group if begin <= token.start() < end]
    blocks = list(_blocks(group))
    shared = _shared_variables(blocks, clause)
    if not shared:
        return None
    dataset = "".join(f"FROM {'NAMED ' * is_named}{term} " for is_named, term in dataset_clauses(text))
    patterns = " . ".join(text[block[0].start() : block[-1].end()] for block in blocks)
    names = " ".join(f"?{name}" for name in sorted(shared))
    return f"{prologue(text)}\nSELECT DISTINCT {names} {dataset}WHERE {{ {patterns} }} LIMIT {most_rows + 1}"


def _shared_variables(blocks: Sequence[Tokens], clause: Tokens) -> set[str]:
    """The variables of a clause that may be bound to what they are beside it.

    What stands before binds each of them already. What stands behind may not come first where the clause
    leaves a variable unbound, for an OPTIONAL between them would see it: the clause must bind it itself.
    """
    before = _variables(token for block in blocks for token in block if token.start() < clause[0].start())
    behind = _variables(token for block in blocks for token in block) - before
    opening = next(place for place, token in enumerate(clause) if token[0] == "{")
    inner = clause[opening + 1 : -1]
    is_subquery = bool(inner) and inner[0][0].upper() == "SELECT"
    bound = set() if is_subquery else _variables(token for block in _blocks(inner) for token in block)
    return (before & _variables(iter(clause))) | (behind & bound)


def _variables(tokens: Iterator[re.Match[str]]) -> set[str]:
    return {token[0][1:] for token in tokens if token.lastgroup == "variable"}


def _outermost_group(tokens: Tokens, clause: int) -> Tokens | None:
    """The tokens of the query's outermost group, if a clause stands in it and in no bracket of it."""
    place = 0
    while place < len(tokens):
        if tokens[place][0] in _OPENING:
            end = _after_bracket(tokens, place)
            inner = tokens[place + 1 : end - 1]
            if tokens[place].start() < clause < tokens[end - 1].end():
                return inner if tokens[place][0] == "{" and _is_flat(inner, clause) else None
            place = end
        else:
            place += 1
    return None


def _is_flat(tokens: Tokens, clause: int) -> bool:
    before = [token[0] for token in tokens if token.start() < clause]
    opened, closed = (sum(part in marks for part in before) for marks in (_OPENING, _CLOSING))
    return opened == closed and tokens[0][0].upper() != "SELECT"


def _blocks(tokens: Tokens) -> Iterator[Tokens]:
    """The runs of triple patterns and the VALUES of a group."""
    begin = place = 0
    while place < len(tokens):
        word = tokens[place][0].upper() if tokens[place].lastgroup == "word" else tokens[place][0]
        if word in _OTHERS or word == "{":
            yield from _without_dots(tokens[begin:place])
            begin, place = place, _after_element(tokens, place)
            if word == "VALUES" and not any(token[0].upper() == "UNDEF" for token in tokens[begin:place]):
                yield tokens[begin:place]
            begin = place
        else:
            place = _after_bracket(tokens, place) if word in _OPENING else place + 1
    yield from _without_dots(tokens[begin:])


def _without_dots(block: Tokens) -> Iterator[Tokens]:
    while block and block[0][0] == ".":
        block = block[1:]
    while block and block[-1][0] == ".":
        block = block[:-1]
    if block:
        yield block


def _after_element(tokens: Tokens, place: int) -> int:
    """The place after an element that begins here; VALUES (?a) { … } has two pairs of brackets."""
    is_values = tokens[place][0].upper() == "VALUES"
    while place < len(tokens) and tokens[place][0] not in ("{" if is_values else _OPENING):
        place += 1
    return _after_bracket(tokens, place)


def _after_bracket(tokens: Tokens, place: int) -> int:
    """The place after a pair of brackets that begins here, or the end."""
    depth = 0
    for end in range(place, len(tokens)):
        depth += (tokens[end][0] in _OPENING) - (tokens[end][0] in _CLOSING)
        if depth == 0:
            return end + 1
    return len(tokens)
