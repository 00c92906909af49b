"""An update over another engine leaves there what it leaves in a store here."""

from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from io import BytesIO

import pyoxigraph as ox
import pytest
from starlette.testclient import TestClient

from graph.model import Extraction
from graph.storage.graph_store import GraphStore
from graph.storage.remote import RemoteStore
from graph.storage.remote_http import Address, Endpoint
from graph.storage.store import Store
from ontology.vocabulary import XSD
from service.app import create_app
from service.settings import Settings
from tests.engines import ENGINES

SETTINGS = Settings(token="open-sesame", query_processes=1)  # noqa: S106 - of this test
UPDATE = {"Authorization": "Bearer open-sesame", "Content-Type": "application/sparql-update"}
G, H = "http://e/g", "http://e/h"
BEFORE = {
    G: """<e:a> <e:p> 1 ; <e:q> "Zürich", "a \\"b\\" \\\\u0041 } #"@en . <e:b> <e:p> 2 .""",
    H: "<e:a> <e:p> 1 . <e:c> <e:p> 4 .",
}


@pytest.fixture(scope="module")
def engines() -> Iterator[dict[str, Address]]:
    with ExitStack() as stack:
        yield {name: stack.enter_context(start()) for name, start in ENGINES.items()}


@contextmanager
def filled(address: Address) -> Iterator[tuple[RemoteStore, Store]]:
    """A store in another engine, and one here, that hold the same."""
    endpoint = Endpoint(address, read_seconds=60, write_seconds=60, max_bytes=10_000_000)
    endpoint.update("DROP ALL")
    remote, here = RemoteStore(endpoint), Store.open()
    with closing(remote), closing(here):
        for store in (remote, here):
            for graph, turtle in BEFORE.items():
                quads = ox.parse(turtle.encode(), ox.RdfFormat.TURTLE)
                store.put_graph(graph, [quad.triple for quad in quads])
        yield remote, here


@pytest.fixture
def stores(engines: dict[str, Address]) -> Iterator[tuple[RemoteStore, Store]]:
    with filled(engines["oxigraph"]) as stores:
        yield stores


def content(store: GraphStore) -> list[str]:
    output = BytesIO()
    store.export(output)
    return sorted(output.getvalue().decode().splitlines())


def send(store: GraphStore, text: str, **parameters: str) -> tuple[int, str]:
    client = TestClient(create_app(store, SETTINGS, Extraction))  # without its lifespan: nothing is queried
    answer = client.post("/sparql", content=text.encode(), params=parameters, headers=UPDATE)
    return answer.status_code, answer.text


UPDATES = {
    "insert": "INSERT DATA { GRAPH <g> { <e:a> <e:p> 3 . <e:n> <e:q> 'x' } GRAPH <e:new> { <e:a> <e:p> 1 } }",
    "delete": "DELETE DATA { GRAPH <g> { <e:a> <e:p> 1 . <e:b> <e:p> 2 } }",
    "clear and more": """CLEAR GRAPH <h> ; DROP SILENT GRAPH <e:none> ;
        INSERT DATA { GRAPH <h> { <e:a> <e:p> 4 } }""",
    "copy": "COPY <g> TO <h>",
    "move": "MOVE <g> TO <e:new>",
    "add": "PREFIX e: <http://e/> ADD e:g TO e:h ; DROP GRAPH e:g",
    "with": """WITH <g> DELETE { ?s ?p ?o } INSERT { ?s <e:was> ?o }
        WHERE { ?s ?p ?o FILTER(ISNUMERIC(?o)) }""",
    "with and graph": "WITH <g> INSERT { ?s <e:also> ?o } WHERE { ?s <e:p> 1 GRAPH <h> { ?s <e:p> ?o } }",
    "merge": "DELETE { GRAPH <g> { ?s ?p ?o } } WHERE { ?s ?p ?o . ?s <e:q> ?any }",
    "using": """INSERT { GRAPH <e:new> { ?s ?p ?o } } USING <g> USING NAMED <h>
        WHERE { ?s ?p ?o GRAPH ?g { ?s ?p 1 } }""",
    "delete where": """DELETE WHERE { GRAPH <g> { ?s <e:q> ?o } } ;
        INSERT DATA { GRAPH <g> { <e:a> <e:q> 5 } }""",
    "no variable": "INSERT { GRAPH <g> { <e:z> <e:p> 9 } } WHERE { <e:a> <e:p> 1 }",
    "nothing found": "INSERT { GRAPH <g> { <e:z> <e:p> 9 } } WHERE { <e:a> <e:p> 99 }",
    "unbound": """INSERT { GRAPH <g> { <e:z> <e:p> ?x ; <e:q> 8 } }
        WHERE { <e:b> ?p 2 OPTIONAL { <e:b> <e:none> ?x } }""",
}


# rdflib-endpoint takes a second for each
CASES = [
    *(("oxigraph", name) for name in UPDATES),
    *(("rdflib", name) for name in ("insert", "with and graph", "using", "delete where")),
]


@pytest.mark.parametrize(("engine", "name"), CASES)
def test_update_leaves_what_it_leaves_here(engines: dict[str, Address], engine: str, name: str) -> None:
    text = f"BASE <http://e/>\n{UPDATES[name]}"
    with filled(engines[engine]) as stores:
        assert [send(store, text) for store in stores] == [(204, "")] * 2
        remote, here = map(content, stores)
    assert remote == here


def test_triples_that_stay_are_the_same_to_the_letter(engines: dict[str, Address]) -> None:
    """Oxigraph, which works an update out, writes 1 for 01; rdflib does not."""
    number = ox.Literal("01", datatype=XSD.integer)
    with filled(engines["rdflib"]) as (remote, _):
        remote.put_graph(H, [ox.Triple(ox.NamedNode("e:s"), ox.NamedNode("e:p"), number)])
        before = content(remote)
        assert send(remote, f"INSERT DATA {{ GRAPH <{H}> {{ <e:s> <e:p> 2 }} }}")[0] == 204
        assert set(before) < set(content(remote))


def test_data_set_of_the_protocol_is_what_patterns_see(stores: tuple[RemoteStore, Store]) -> None:
    text = "INSERT { GRAPH <e:new> { ?s ?p ?o } } WHERE { ?s ?p ?o }"
    assert [send(store, text, **{"using-graph-uri": H})[0] for store in stores] == [204] * 2
    remote, here = map(content, stores)
    assert remote == here


def test_blank_nodes_get_names_of_their_own(stores: tuple[RemoteStore, Store]) -> None:
    text = f"INSERT {{ GRAPH <{G}> {{ ?s <e:x> [ <e:y> ?o ] }} }} WHERE {{ ?s <e:p> ?o }}"
    assert [send(store, text)[0] for store in stores] == [204] * 2
    nodes = [
        {str(q.subject) for q in store.quads_of_article(G) if "/.well-known/genid/" in str(q.subject)}
        for store in stores
    ]
    assert [len(found) for found in nodes] == [3, 3]


@pytest.mark.parametrize(
    ("text", "status", "message"),
    [
        ("CLEAR ALL", 403, "names the graphs that it writes"),
        ("INSERT { GRAPH ?g { <e:x> <e:y> 1 } } WHERE { GRAPH ?g { ?s ?p ?o } }", 403, "without a variable"),
        ("INSERT DATA { <e:a> <e:p> 7 }", 403, "the default graph is the merge"),
        (
            f"DROP GRAPH <{G}> ; DELETE WHERE {{ GRAPH <{H}> {{ ?s ?p ?o }} }}",
            403,
            "only the first operation",
        ),
        (f"INSERT {{ GRAPH <{G}> {{ ?s ?p 1 }} }} WHERE {{ SERVICE <e:x> {{ ?s ?p ?o }} }}", 403, "SERVICE"),
        ("INSERT { GRAPH <e:n> { ?s ?p 1 } } USING <http://127.0.0.1:9/> WHERE { ?s ?p 1 }", 400, "no graph"),
        (f"DROP GRAPH <{G}> ; DROP GRAPH <e:none>", 400, "does not exist"),
        (f"INSERT DATA {{ GRAPH <{G}> {{ <e:a> }} }}", 400, "malformed"),
        (f"DELETE {{ GRAPH <{G}> {{ ?s ?p }} }} WHERE {{ ?s ?p ?o }}", 400, "malformed"),
    ],
    ids=range(9),
)
def test_what_is_refused_changes_nothing(
    stores: tuple[RemoteStore, Store], text: str, status: int, message: str
) -> None:
    remote, _ = stores
    before = content(remote), remote.revision
    found, body = send(remote, text)
    assert (found, message in body) == (status, True), body
    assert (content(remote), remote.revision) == before


def test_what_the_store_remembers_is_not_written(stores: tuple[RemoteStore, Store]) -> None:
    remote, _ = stores
    before = content(remote)
    assert send(remote, "DROP GRAPH <urn:diplograph:catalogue>")[0] == 503
    assert content(remote) == before
