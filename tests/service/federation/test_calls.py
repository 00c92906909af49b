import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.errors import DiplographError, QueryError
from service.errors import ForbiddenError, TooLargeError
from service.federation.calls import Call, find_calls
from service.query_check import Limits, has_service

LIMITS = Limits(length=10_000, depth=20, patterns=30, parts=40)
URL = "https://e.example/sparql"
ENDPOINTS = frozenset({URL})
Q = "SELECT * WHERE"


def calls(text: str) -> list[tuple[str, str, bool, str]]:
    """What is found: the clause, the endpoint, whether it is silent, what is asked."""
    reading, found = find_calls(text, endpoints=ENDPOINTS, limits=LIMITS)
    return [(reading[call.begin : call.end], call.endpoint, call.is_silent, call.query()) for call in found]


@pytest.mark.parametrize(
    ("head", "group", "prologue", "is_silent"),
    [
        (f"SERVICE <{URL}> ", "{ ?s ?p ?o }", "", False),
        (f"sErViCe sIlEnT <{URL}>", "{ ?s ?p ?o }", "", True),
        ("SERVICE e:sparql ", "{ ?s ?p ?o }", "PREFIX e: <https://e.example/> ", False),
        ("SERVICE <sparql> ", "{ ?s ?p ?o }", "BASE <https://e.example/x> ", False),
        (r"SERVICE <https://e.example/\u0073parql> ", "{ ?s ?p ?o }", "", False),
        (f"SERVICE#>'''{{\n<{URL}># {{\n", "{ ?s ?p '}' # }\n }", "", False),
        (f"SERVICE <{URL}> ", "{ { ?s ?p ?o } UNION { ?s ?p '''}}\n''' # }\n } }", "", False),
        (f"SERVICE <{URL}> ", "{ SELECT ?s { ?s ?p ?o } LIMIT 3 }", "", False),
    ],
    ids=["plain", "silent", "prefix", "base", "escape", "comments", "braces in strings", "subquery"],
)
def test_clause_is_found_and_asked_with_the_prefixes(
    head: str, group: str, prologue: str, is_silent: bool
) -> None:
    expected = (head + group, URL, is_silent, f"{prologue}\n{Q} {group}")
    assert calls(f"{prologue}SELECT * {{ ?s a ?c . {head}{group} ?s ?q ?x }}") == [expected]


def test_keyword_by_escapes_is_read_as_the_standard_has_it() -> None:
    text = rf"SELECT * {{ \u0053ERVICE <{URL}> {{ ?s ?p '\u0041' }} }}"
    assert calls(text) == [(f"SERVICE <{URL}> {{ ?s ?p 'A' }}", URL, False, f"\n{Q} {{ ?s ?p 'A' }}")]


def test_text_without_the_keyword_stays_as_it_is() -> None:
    text = r"SELECT ?service { ?service ?p 'SERVICE <http://e/> {} \u0041' }"
    assert find_calls(text, endpoints=ENDPOINTS, limits=LIMITS) == (text, ())


GROUP = "{ ?a ?b ?c }"


@pytest.mark.parametrize(
    "text",
    [
        f"SELECT * {{ VALUES ?u {{ <{URL}> }} SERVICE ?u {GROUP} }}",
        f"SELECT * {{ SERVICE <{URL}/> {GROUP} }}",
        f"SELECT * {{ SERVICE <{URL}#x> {GROUP} }}",
        f"SELECT * {{ SERVICE <HTTPS://e.example/sparql> {GROUP} }}",
        f"SELECT * {{ SERVICE <https://e.example:443/sparql> {GROUP} }}",
        f"SELECT * {{ SERVICE <{URL}> {GROUP} SERVICE <http://127.0.0.1:9/> {GROUP} }}",
        f"SELECT * {{ SERVICE <{URL}> {{ SERVICE <{URL}> {GROUP} }} }}",
        f"SELECT * {{ SERVICE <{URL}> {{ ?a ?b trueSERVICE <{URL}> {GROUP} }} }}",
        rf"SELECT * {{ SERVICE <{URL}> {{ \u0053ERVICE <{URL}> {GROUP} }} }}",
        f"SELECT * {{ SERVICE <{URL}> {GROUP} ?s ?p trueSERVICE <{URL}> {GROUP} }}",
        f"SELECT * {{ SERVICESILENT<{URL}>{GROUP} }}",
        f"PREFIX : <{URL}> SELECT * {{ SERVICE:{GROUP} }}",
        f"SELECT * {{ FILTER(1<2)SERVICE#>\n<{URL}> {GROUP} }}",
        f"SELECT * {{ SERVICE <{URL}> {{ FILTER(1<2)SERVICE#>\n<{URL}> {GROUP} }} }}",
        "SELECT * { SERVICE",
    ],
)
def test_what_is_not_listed_or_not_plain_is_refused(text: str) -> None:
    with pytest.raises(ForbiddenError, match="SERVICE"):
        find_calls(text, endpoints=ENDPOINTS, limits=LIMITS)


@pytest.mark.parametrize(
    ("text", "error", "message"),
    [
        ("SELECT * { SERVICE x:y { ?a ?b ?c } }", QueryError, "the prefix x: is not declared"),
        ("SELECT * { SERVICE <y> { ?a ?b ?c } }", QueryError, "no absolute IRI"),
        (f"SELECT * {{ SERVICE <{URL}> {{ ?a ?b ?c ", QueryError, "not closed"),
        (f"SELECT * {{ SERVICE <{URL}> {{ }} ; DROP ALL }}", QueryError, None),
        (f"SELECT * {{ SERVICE <{URL}> {{ ?a ?b ?c }} ; INSERT {{}} }}", QueryError, None),
        (f"SELECT * {{ SERVICE <{URL}> {{ DROP ALL }} }}", QueryError, "no update"),
        (f"SELECT * {{ SERVICE <{URL}> {'{' * 30}{'}' * 30} }}", TooLargeError, "nests"),
        (f"SELECT * {{ {f'SERVICE <{URL}> {{}} ' * 9} }}", TooLargeError, "9 SERVICE"),
    ],
)
def test_what_cannot_be_asked_is_told(text: str, error: type[Exception], message: str | None) -> None:
    if message is None:  # it stands outside of the braces: not sent, and malformed here
        assert all("DROP" not in query and "INSERT" not in query for *_, query in calls(text))
        return
    with pytest.raises(error, match=message):
        find_calls(text, endpoints=ENDPOINTS, limits=LIMITS)


PIECES = (
    f"SERVICE <{URL}> {{?a ?b ?c}} SERVICE:x{{}} {{ }} ( ) < > # \" ' ''' FILTER(1<2) #> "
    "?s ?p ?o . a :x true 1 \\u0022 OPTIONAL BIND(1AS?z) SILENT <http://127.0.0.1:9/>"
)
pieces = st.sampled_from([*PIECES.split(" "), " ", "\n"])


@settings(max_examples=200, deadline=None)
@given(st.lists(pieces, max_size=12))
def test_nothing_is_asked_but_of_listed_endpoints_and_without_service(parts: list[str]) -> None:
    text = f"PREFIX : <http://127.0.0.1:9/> SELECT * {{ SERVICE <{URL}> {{ {''.join(parts)} }} }}"
    try:
        _, found = find_calls(text, endpoints=ENDPOINTS, limits=LIMITS)
    except DiplographError:
        return
    assert {call.endpoint for call in found} == ENDPOINTS
    assert not any(has_service(call.query()) for call in found)
    assert all(isinstance(call, Call) and text[call.end - 1] == "}" for call in found)
