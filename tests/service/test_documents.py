import pyoxigraph as ox
import pytest

from graph.errors import QueryError
from service.documents import Document
from service.errors import UnsupportedTypeError

HEAD = '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:e="http://e/">'
NESTED = "".join(f'<!ENTITY a{i} "&a{i - 1};&a{i - 1};">' for i in range(1, 30))


def triples(media_type: str, content: str) -> set[ox.Triple]:
    return {quad.triple for quad in Document(media_type, content.encode()).quads(base="http://b/")}


@pytest.mark.parametrize(
    ("media_type", "content"),
    [
        ("text/turtle", "<s> <http://e/p> 'Zürich' ."),
        ("application/n-triples", '<http://b/s> <http://e/p> "Z\\u00FCrich" .'),
        (
            "application/rdf+xml",
            f'{HEAD}<rdf:Description rdf:about="s"><e:p>Zürich</e:p></rdf:Description></rdf:RDF>',
        ),
        ("application/ld+json", '{"@id": "s", "http://e/p": "Zürich"}'),
    ],
)
def test_every_form_is_read(media_type: str, content: str) -> None:
    subject, predicate = ox.NamedNode("http://b/s"), ox.NamedNode("http://e/p")
    assert triples(media_type, content) == {ox.Triple(subject, predicate, ox.Literal("Zürich"))}


def test_entity_that_stands_for_a_namespace_is_read() -> None:
    statement = '<rdf:Description rdf:about="&e;s"><e:p>x</e:p></rdf:Description>'
    content = f'<!DOCTYPE r [<!ENTITY e "http://e/">]>{HEAD}{statement}</rdf:RDF>'
    assert {triple.subject for triple in triples("application/rdf+xml", content)} == {
        ox.NamedNode("http://e/s")
    }


@pytest.mark.parametrize(
    ("media_type", "content"),
    [
        ("text/turtle", "<s> <p> <broken ."),
        ("text/turtle", "<s> <p> " + "<<( <a> <b> " * 5000 + "1" + " )>>" * 5000 + " ."),
        ("application/ld+json", '{"@id": "s", "http://e/p":' + "[" * 100_000),
        ("application/ld+json", '{"@context": "http://127.0.0.1:9/context", "@id": "s"}'),
        ("application/ld+json", '{"@id": "g", "@graph": [{"@id": "s", "http://e/p": 1}]}'),
        ("application/rdf+xml", f'<!DOCTYPE r [<!ENTITY a0 "x">{NESTED}]>{HEAD}&a29;</rdf:RDF>'),
        ("application/rdf+xml", f'<!DOCTYPE r [<!ENTITY a SYSTEM "file:///etc/hostname">]>{HEAD}&a;</rdf:RDF>'),
        ("application/rdf+xml", f'<!DOCTYPE r [<!ENTITY a "{"x" * 10**5}">]>{HEAD}{"&a;" * 10**4}</rdf:RDF>'),
        ("application/rdf+xml", HEAD + "<e:a><e:b>" * 5000),
        ("application/rdf+xml", "no XML"),
    ],
)  # fmt: skip
def test_malformed_and_explosive_documents_are_refused(media_type: str, content: str) -> None:
    with pytest.raises(QueryError, match=f"the body is no {media_type.replace('+', '.')} that can be read"):
        triples(media_type, content)


def test_unknown_form_is_refused() -> None:
    with pytest.raises(UnsupportedTypeError, match="Content-Type must be one of text/turtle"):
        Document("application/x-nonsense", b"")
