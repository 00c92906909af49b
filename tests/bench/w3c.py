"""w3c: how many of the W3C's tests for SPARQL queries our service and the server of Oxigraph pass.

    git clone https://github.com/w3c/rdf-tests
    python tests/bench/w3c.py rdf-tests

All data files of the tests are loaded at once, each into a graph of its own; each query names the graphs
that it is asked of as the SPARQL Protocol does (`default-graph-uri`, `named-graph-uri`). Left out are the
tests for entailment, which neither server has, and for asking other endpoints. Prints how many pass, suite by
suite, and with `--failed` which do not.
"""

from __future__ import annotations

import argparse
import re
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import httpx
import pyoxigraph as ox
from servers import diplograph, oxigraph

report = partial(print, flush=True)
MF = "http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#"
QT = "http://www.w3.org/2001/sw/DataAccess/tests/test-query#"
RS = "http://www.w3.org/2001/sw/DataAccess/tests/result-set#"
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
EVALUATION, POSITIVE, NEGATIVE = "QueryEvaluationTest", "PositiveSyntaxTest", "NegativeSyntaxTest"
RESULTS = {
    ".srx": ox.QueryResultsFormat.XML,
    ".srj": ox.QueryResultsFormat.JSON,
    ".tsv": ox.QueryResultsFormat.TSV,
}
GRAPHS = {
    ".ttl": ox.RdfFormat.TURTLE,
    ".n3": ox.RdfFormat.TURTLE,
    ".nt": ox.RdfFormat.N_TRIPLES,
    ".rdf": ox.RdfFormat.RDF_XML,
}
LEFT_OUT = frozenset({"entailment", "service", "syntax-fed"})
_NAMES_ITS_GRAPHS = re.compile(r"\bFROM\b", re.IGNORECASE)
# No data at all is a graph that is not there
NOTHING = "urn:no-data"
ACCEPT = "application/sparql-results+json, application/n-triples"


@dataclass(frozen=True, slots=True)
class Test:
    """A query of a suite, the files that it is asked of, and the file with its answer, if it has one."""

    suite: str
    name: str
    kind: str
    query: Path
    data: tuple[Path, ...] = ()
    named: tuple[Path, ...] = ()
    answer: Path | None = None


def main() -> None:
    """Run the tests on both and print what passes."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("folder", type=Path, help="a checkout of github.com/w3c/rdf-tests")
    parser.add_argument("--failed", action="store_true", help="name the tests that fail")
    options = parser.parse_args()
    root = options.folder.resolve() / "sparql"
    tests = [test for suite in ("sparql10", "sparql11") for test in _tests(root / suite)]
    if not tests:
        sys.exit(f"there are no tests in {root}: give a checkout of github.com/w3c/rdf-tests")
    with tempfile.TemporaryDirectory() as directory:
        quads = Path(directory) / "data.nq"
        _write_data(tests, quads)
        for server in (diplograph, oxigraph):
            with server(quads, Path(directory)) as (endpoint, _), httpx.Client(timeout=60) as client:
                passed = [_passes(test, endpoint, client) for test in tests]
            _report(server.__name__, tests, passed, name_failed=options.failed)


def _report(name: str, tests: list[Test], passed: list[bool], *, name_failed: bool) -> None:
    right, of = Counter[str](), Counter[str]()
    for test, passes in zip(tests, passed, strict=True):
        of[test.suite] += 1
        right[test.suite] += passes
        if name_failed and not passes:
            report(f"  {test.suite} {test.query.parent.name} {test.name}")
    suites = ", ".join(f"{suite} {right[suite]} of {of[suite]}" for suite in sorted(of))
    report(f"{name}: {sum(right.values())} of {len(tests)} passed ({suites})")


def _tests(suite: Path) -> Iterator[Test]:
    """The query tests of a suite, folder by folder."""
    for manifest in sorted(suite.glob("*/manifest.ttl")):
        if manifest.parent.name in LEFT_OUT:
            continue
        store = ox.Store()
        store.load(path=str(manifest), format=ox.RdfFormat.TURTLE, base_iri=manifest.as_uri())
        for quad in store.quads_for_pattern(None, _node(RDF, "type"), None):
            kind = next((each for each in (EVALUATION, POSITIVE, NEGATIVE) if each in str(quad.object)), None)
            action = _one(store, quad.subject, MF, "action")
            if kind is None or "Update" in str(quad.object) or action is None:
                continue
            query = _one(store, action, QT, "query") or action
            answer = _one(store, quad.subject, MF, "result")
            yield Test(
                suite=suite.name,
                name=str(quad.subject.value).rpartition("#")[2],
                kind=kind,
                query=_path(query),
                data=_paths(store, action, "data"),
                named=_paths(store, action, "graphData"),
                answer=_path(answer) if answer is not None else None,
            )


def _node(namespace: str, name: str) -> ox.NamedNode:
    return ox.NamedNode(namespace + name)


def _all(store: ox.Store, subject: object, namespace: str, name: str) -> list[ox.NamedNode]:
    return [quad.object for quad in store.quads_for_pattern(subject, _node(namespace, name), None)]  # type: ignore[arg-type]


def _one(store: ox.Store, subject: object, namespace: str, name: str) -> ox.NamedNode | None:
    return next(iter(_all(store, subject, namespace, name)), None)


def _paths(store: ox.Store, action: object, name: str) -> tuple[Path, ...]:
    return tuple(sorted(_path(each) for each in _all(store, action, QT, name)))


def _path(node: ox.NamedNode) -> Path:
    return Path(httpx.URL(node.value).path)


def _write_data(tests: list[Test], quads: Path) -> None:
    """Write each data file as a graph that bears the file's address."""
    files = {path for test in tests if test.kind == EVALUATION for path in (*test.data, *test.named)}
    # What a query itself names, the manifests do not
    beside = {path for test in tests if not test.data for path in test.query.parent.glob("data*")}
    files |= {path for path in beside if path.suffix in GRAPHS}
    store = ox.Store()
    for path in sorted(files):
        store.load(
            path=str(path),
            format=GRAPHS[path.suffix],
            base_iri=path.as_uri(),
            to_graph=ox.NamedNode(path.as_uri()),
        )
    store.dump(str(quads), format=ox.RdfFormat.N_QUADS)


def _passes(test: Test, endpoint: str, client: httpx.Client) -> bool:
    """Whether a server answers a query as the test wants."""
    text = f"BASE <{test.query.as_uri()}>\n{test.query.read_text('utf-8')}"
    graphs = [("default-graph-uri", each.as_uri()) for each in test.data]
    if not graphs and not _NAMES_ITS_GRAPHS.search(text):
        graphs = [("default-graph-uri", NOTHING)]
    graphs += [("named-graph-uri", each.as_uri()) for each in test.named]
    is_table = test.answer is not None and test.answer.suffix == ".csv"
    headers = {"Content-Type": "application/sparql-query", "Accept": "text/csv" if is_table else ACCEPT}
    response = client.post(endpoint, params=graphs, content=text.encode(), headers=headers)
    if test.kind == NEGATIVE:
        return response.status_code == httpx.codes.BAD_REQUEST
    if test.kind == POSITIVE or test.answer is None or response.status_code != httpx.codes.OK:
        return response.status_code == httpx.codes.OK and test.answer is None
    if is_table:
        return sorted(response.text.splitlines()) == sorted(test.answer.read_text("utf-8").splitlines())
    try:
        return _canonical(_given(response)) == _canonical(_wanted(test.answer))
    except SyntaxError:  # what is given is no answer
        return False


def _canonical(dataset: ox.Dataset) -> set[ox.Quad]:
    dataset.canonicalize(ox.CanonicalizationAlgorithm.UNSTABLE)
    return set(dataset)


def _given(response: httpx.Response) -> ox.Dataset:
    if "json" in response.headers["content-type"]:
        return _of_results(ox.parse_query_results(response.content, format=ox.QueryResultsFormat.JSON))
    return ox.Dataset(ox.parse(response.content, format=ox.RdfFormat.N_TRIPLES))


def _wanted(answer: Path) -> ox.Dataset:
    if answer.suffix in RESULTS:
        return _of_results(ox.parse_query_results(path=str(answer), format=RESULTS[answer.suffix]))
    found = ox.Store()
    found.load(path=str(answer), format=GRAPHS[answer.suffix], base_iri=answer.as_uri())
    tables = list(found.quads_for_pattern(None, _node(RDF, "type"), _node(RS, "ResultSet")))
    return _of_result_set(found, tables[0].subject) if tables else ox.Dataset(found)


def _of_results(results: ox.QuerySolutions | ox.QueryBoolean) -> ox.Dataset:
    """A table as a graph, each row a node, so that blank nodes and the order of rows make no difference."""
    if isinstance(results, ox.QueryBoolean):
        return _of_boolean(str(bool(results)).lower())
    names = [variable.value for variable in results.variables]
    return ox.Dataset(
        ox.Quad(row, _node(RS, name), solution[name])
        for solution in results
        for row in [ox.BlankNode()]
        for name in names
        if solution[name] is not None
    )


def _of_boolean(value: str) -> ox.Dataset:
    return ox.Dataset([ox.Quad(_node(RS, "answer"), _node(RS, "boolean"), ox.Literal(value))])


def _of_result_set(found: ox.Store, table: object) -> ox.Dataset:
    """A table that is written as a graph already, in the words of the tests."""
    boolean = _one(found, table, RS, "boolean")
    if boolean is not None:
        return _of_boolean(boolean.value)
    return ox.Dataset(
        ox.Quad(row, _node(RS, variable.value), value)
        for solution in _all(found, table, RS, "solution")
        for row in [ox.BlankNode()]
        for binding in _all(found, solution, RS, "binding")
        for variable in _all(found, binding, RS, "variable")
        for value in _all(found, binding, RS, "value")
    )


if __name__ == "__main__":
    main()
