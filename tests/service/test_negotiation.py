import pytest

from service.errors import NotAcceptableError
from service.negotiation import HTML, RDF_TYPES, RESULT_TYPES, best

BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"


@pytest.mark.parametrize(
    ("accept", "expected"),
    [
        ("*/*", "application/sparql-results+json"),
        ("", "application/sparql-results+json"),
        (";;;", "application/sparql-results+json"),
        ("application/json", "application/sparql-results+json"),
        ("application/xml", "application/sparql-results+xml"),
        ("text/csv;q=0.2, text/tab-separated-values;q=0.9", "text/tab-separated-values"),
        ("application/sparql-results+json;q=0, */*;q=0.1", "application/sparql-results+xml"),
        ("*/*;q=0.9, application/sparql-results+xml;q=0.95", "application/sparql-results+xml"),
        ("Application/SPARQL-Results+XML; charset=utf-8", "application/sparql-results+xml"),
        ("text/*", "text/csv"),
        (BROWSER, "text/html"),
    ],
)
def test_the_best_liked_form_is_chosen(accept: str, expected: str) -> None:
    assert best(accept, (*RESULT_TYPES, HTML)).value == expected


def test_a_wish_that_cannot_be_met_lists_what_can() -> None:
    with pytest.raises(NotAcceptableError, match=r"text/turtle \(format=turtle\), application/n-triples"):
        best("image/png", RDF_TYPES)
