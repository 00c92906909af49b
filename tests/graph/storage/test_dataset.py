import pyoxigraph as ox
import pytest

from graph.storage.dataset import ask

ONE = ox.Quad(ox.NamedNode("http://e/s"), ox.NamedNode("http://e/p"), ox.Literal(1), ox.DefaultGraph())


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("SELECT (<http://e/a>(1) AS ?x) {}", [None]),
        ("SELECT (COALESCE(<http://e/a>(), <http://e/b>(1), 2) AS ?x) {}", ["2"]),
        ("SELECT ?x { ?s ?p ?x FILTER(<http://e/a>(?x)) }", []),
        ("SELECT ?x { ?s ?p ?x FILTER(!<http://e/a>(?x) || true) }", ["1"]),
        ("SELECT ?x { ?s ?p ?x } ORDER BY <http://e/a>(?x)", ["1"]),
    ],
    ids=["value", "two", "filter", "or", "order"],
)
def test_function_that_nobody_knows_is_an_error_of_its_expression(
    text: str, values: list[str | None]
) -> None:
    store = ox.Store()
    store.add(ONE)
    rows = ask(store, text)
    assert isinstance(rows, ox.QuerySolutions)
    assert [None if row["x"] is None else row["x"].value for row in rows] == values
