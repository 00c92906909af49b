"""update_operations: an update's text tells which graphs it writes, and is given the data set that it reads.

Only what the grammar of SPARQL 1.1 Update allows is taken. Who writes the default graph directly is refused,
for it is the merge of the named graphs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import pyoxigraph as ox

from graph.errors import QueryError
from service.errors import ForbiddenError
from service.query_check import explain_undeclared_prefix, undeclared_prefix
from service.tokens import tokenize

_DEFAULT_GRAPH = (
    "the default graph is the merge of the named graphs and follows them by itself: "
    "name the graph, as in INSERT DATA { GRAPH <…> { … } } or WITH <…> DELETE …"
)


@dataclass(frozen=True, slots=True)
class Pattern:
    """What an operation looks for: `query` has the rows that its templates are filled with.

    `text` is the update in which a group of these rows goes between `begin` and `end`.
    """

    operation: int
    query: str
    text: str
    begin: int
    end: int

    def with_rows(self, table: str) -> str:
        """The update that has its rows."""
        return f"{self.text[: self.begin]} WHERE {{ {table} }} {self.text[self.end :]}"


@dataclass(frozen=True, slots=True)
class Update:
    """An update's text, its data set put in, and the graphs that it may write; None stands for any.

    `sources` are the graphs that it copies, `patterns` what it looks for.
    """

    text: str
    graphs: frozenset[ox.NamedNode] | None
    sources: frozenset[ox.NamedNode]
    patterns: tuple[Pattern, ...]


@dataclass(frozen=True, slots=True)
class DataSet:
    """The graphs that the protocol gives the patterns of an update to read."""

    using: tuple[str, ...] = ()
    using_named: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.using or self.using_named)

    def clauses(self, word: str) -> str:
        """Write it with USING, or with FROM."""
        named = (f"{word} NAMED {ox.NamedNode(graph)} " for graph in self.using_named)
        return "".join([*(f"{word} {ox.NamedNode(graph)} " for graph in self.using), *named])


def read_update(text: str, data_set: DataSet, *, base: str) -> Update:
    """Read an update; `base` is what its relative IRIs are relative to."""
    reader = _Reader(text, data_set, base)
    graphs = frozenset(reader.graphs())
    return Update(
        reader.text_with_data_set(),
        None if None in graphs else frozenset(filter(None, graphs)),
        frozenset(reader.sources),
        tuple(reader.patterns),
    )


class _Reader:
    """Reads the tokens of an update, one after the other."""

    def __init__(self, text: str, data_set: DataSet, base: str) -> None:
        self._text = text
        self._data_set = data_set
        self._base = base
        self._tokens = [token for token in tokenize(text) if token.lastgroup != "comment"]
        self._place = 0
        self._prologue = ""
        self._insertions: list[tuple[int, str]] = []
        self._operations = 0
        self.patterns: list[Pattern] = []
        self.sources: list[ox.NamedNode] = []

    def text_with_data_set(self) -> str:
        """The text, with the protocol's data set where each pattern begins."""
        parts, end = [], 0
        for offset, insertion in self._insertions:
            parts += [self._text[end:offset], insertion]
            end = offset
        return "".join([*parts, self._text[end:]])

    def graphs(self) -> Iterator[ox.NamedNode | None]:
        """Give the graphs that the operations write; None where it may be any."""
        self._read_prologue()
        while self._word:
            yield from self._resolve(list(self._operation()))
            self._operations += 1
            if self._word:
                self._need(";")
                self._read_prologue()

    def _read_prologue(self) -> None:
        begin = self._offset
        while self._word in ("PREFIX", "BASE"):
            self._place += 2 if self._word == "PREFIX" else 1
            self._iri()
        self._prologue += self._text[begin : self._offset]

    def _resolve(self, names: Sequence[str | None]) -> Iterator[ox.NamedNode | None]:
        """Let Oxigraph say which IRIs the names stand for, as it will in the operation."""
        if None in names:
            yield None
        query = f"{self._prologue} SELECT * {{ VALUES ?graph {{ {' '.join(filter(None, names))} }} }}"
        try:
            rows = ox.Store().query(query, base_iri=self._base)
        except SyntaxError as error:
            raise QueryError(explain_update_error(self._text, str(error))) from error
        if isinstance(rows, ox.QuerySolutions):
            yield from (row["graph"] for row in rows)

    # Operations: each gives the names of the graphs that it writes, as they are written

    def _operation(self) -> Iterator[str | None]:
        if self._take("WITH"):
            yield from self._modification(self._iri())
        elif self._word in ("INSERT", "DELETE"):
            yield from self._modification(None)
        elif self._take("CLEAR", "DROP"):
            self._take("SILENT")
            yield self._graph_or_all()
        elif self._take("CREATE"):
            self._take("SILENT")
            self._need("GRAPH")
            yield self._iri()
        elif self._word in ("ADD", "COPY", "MOVE"):
            yield from self._transfer()
        elif self._word == "LOAD":
            raise ForbiddenError("LOAD is not allowed here: send the document to /graphs?graph=… instead")
        else:
            raise self._error("expected an operation such as INSERT or DELETE")

    def _graph_or_all(self) -> str | None:
        if self._take("DEFAULT"):
            raise ForbiddenError(_DEFAULT_GRAPH)
        if self._take("ALL", "NAMED"):
            return None
        self._need("GRAPH")
        return self._iri()

    def _transfer(self) -> Iterator[str]:
        is_move = self._word == "MOVE"
        self._need("ADD", "COPY", "MOVE")
        self._take("SILENT")
        if is_move or not self._take("DEFAULT"):
            source = self._graph()
            self.sources += filter(None, self._resolve([source]))
            if is_move:
                yield source
        self._need("TO")
        yield self._graph()

    def _graph(self) -> str:
        if self._word == "DEFAULT":
            raise ForbiddenError(_DEFAULT_GRAPH)
        self._take("GRAPH")
        return self._iri()

    def _modification(self, graph: str | None) -> Iterator[str | None]:
        is_deletion = self._word == "DELETE"
        self._need("INSERT", "DELETE")
        if self._take("DATA"):
            yield from self._template(graph)
            return
        if self._word == "WHERE":
            yield from self._deletion_of_pattern(graph)
            return
        yield from self._template(graph)
        if is_deletion and self._take("INSERT"):
            yield from self._template(graph)
        begin = self._offset
        self._put_data_set(has_own=graph is not None or self._word == "USING", before="")
        using = "".join(self._using())
        self._need("WHERE")
        group = self._block_text()
        self._note_pattern(group, using, graph, text=self._text, begin=begin, end=self._end)

    def _using(self) -> Iterator[str]:
        """Take the clauses of a data set, and give them as a query has them."""
        while self._take("USING"):
            yield f"FROM {'NAMED ' * self._take('NAMED')}{self._iri()} "

    def _deletion_of_pattern(self, graph: str | None) -> Iterator[str | None]:
        """DELETE WHERE { … } is short for DELETE { … } WHERE { … }."""
        where = self._offset
        self._need("WHERE")
        begin = self._offset
        yield from self._template(graph)
        group = self._text[begin : self._end]
        self._put_data_set(has_own=graph is not None, before=group, at=where)
        text = f"{self._text[:where]}{group} {self._text[self._end :]}"
        place = where + len(group)
        self._note_pattern(group, "", graph, text=text, begin=place, end=place)

    def _note_pattern(
        self, group: str, using: str, graph: str | None, *, text: str, begin: int, end: int
    ) -> None:
        """Note the query that finds what a group finds; by WITH, all graphs can still be named in it."""
        if graph is not None and not using:
            group = f"{{ GRAPH {graph} {group} }}"
        query = f"{self._prologue}\nSELECT * {using or self._data_set.clauses('FROM')}WHERE {group}"
        self.patterns.append(Pattern(self._operations, query, text, begin, end))

    def _put_data_set(self, *, has_own: bool, before: str, at: int | None = None) -> None:
        if not self._data_set:
            return
        if has_own:
            raise QueryError(
                "WITH or USING in the update and using-graph-uri beside it both say what is read: say it once"
            )
        self._insertions.append(
            (self._offset if at is None else at, f"{before} {self._data_set.clauses('USING')}")
        )

    def _template(self, graph: str | None) -> Iterator[str | None]:
        """Give the graphs that a template writes; `graph` is where its triples outside of GRAPH go."""
        place, end = self._block()
        while place < end:
            word = self._tokens[place][0].upper()
            if word == "GRAPH":
                name = self._tokens[place + 1]
                yield None if name.lastgroup == "variable" else name[0]
                place = self._block_end(place + 2)
            elif word == ".":
                place += 1
            elif graph is None:
                raise ForbiddenError(_DEFAULT_GRAPH)
            else:
                yield graph
                place = next((i for i in range(place, end) if self._tokens[i][0].upper() == "GRAPH"), end)

    # Tokens

    @property
    def _word(self) -> str:
        """The token that comes next, in capitals; empty at the end."""
        return self._tokens[self._place][0].upper() if self._place < len(self._tokens) else ""

    @property
    def _offset(self) -> int:
        return self._tokens[self._place].start() if self._place < len(self._tokens) else len(self._text)

    @property
    def _end(self) -> int:
        """Where the token that was taken last ends."""
        return self._tokens[self._place - 1].end()

    def _take(self, *words: str) -> bool:
        """Go on if one of these comes next."""
        is_next = self._word in words
        self._place += is_next
        return is_next

    def _need(self, *words: str) -> None:
        if not self._take(*words):
            raise self._error(f"expected {' or '.join(words)}")

    def _iri(self) -> str:
        """Take an IRI or a prefixed name, as it is written."""
        if self._place >= len(self._tokens) or self._tokens[self._place].lastgroup not in ("iri", "name"):
            raise self._error("expected an IRI")
        self._place += 1
        return self._tokens[self._place - 1][0]

    def _block(self) -> tuple[int, int]:
        """Take what stands in braces: the place of its first token, and the place after its last."""
        begin = self._place
        self._place = self._block_end(begin)
        return begin + 1, self._place - 1

    def _block_text(self) -> str:
        """Take what stands in braces, with them."""
        begin = self._offset
        self._block()
        return self._text[begin : self._end]

    def _block_end(self, place: int) -> int:
        """The place after a pair of braces that begins here."""
        depth = 0
        for end in range(place, len(self._tokens)):
            word = self._tokens[end][0]
            depth += (word == "{") - (word == "}")
            if depth == 0:
                if end == place:
                    break
                return end + 1
        self._place = min(place, len(self._tokens))
        raise self._error("expected { and, further on, its }")

    def _error(self, reason: str) -> QueryError:
        line = self._text.count("\n", 0, self._offset) + 1
        column = self._offset - self._text.rfind("\n", 0, self._offset)
        rest = self._text[self._offset : self._offset + 40].split("\n")[0]
        return QueryError(_malformed(line, column, f"{reason}, found {repr(rest) if rest else 'the end'}"))


def explain_update_error(text: str, reason: str) -> str:
    """Say where an update is malformed, as far as Oxigraph tells."""
    prefix = undeclared_prefix(text)
    if prefix is not None:
        return explain_undeclared_prefix(prefix)
    place = re.match(r"error at (\d+):(\d+): *(.*)", reason, re.DOTALL)
    if place is None:
        return f"the update is malformed: {reason[:300]}"
    line, column = int(place[1]), int(place[2])
    lines = text.splitlines()
    rest = lines[line - 1][column - 1 :][:40] if line <= len(lines) else ""
    return _malformed(line, column, f"found {rest!r}" if rest else "found the end of the line")


def _malformed(line: int, column: int, reason: str) -> str:
    return f"the update is malformed at line {line}, column {column}: {reason}"
