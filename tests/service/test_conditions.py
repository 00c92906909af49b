from email.utils import formatdate, parsedate_to_datetime

import httpx2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from starlette.testclient import TestClient

from service.conditions import Condition, LastChange, read_tags

READ = [
    "/",
    "/articles",
    "/articles/a%2F1",
    "/article/a%2F1",
    "/article/a%2F1?format=turtle",
    "/article/a%2F1?format=html",
    "/entity/Q900000001",
    "/entity/Q900000001?format=html",
    "/event/a%2F1-visit-0",
    "/search?q=ia",
    "/graphs?default",
    "/graphs?graph=http://localhost:8000/article/a%252F1&format=jsonld",
    "/sparql",
    "/sparql?query=ASK{}",
    "/queries",
    "/queries/visits",
    "/queries/visits?format=csv",
    "/queries/visits?format=html",
    "/ontology",
    "/ontology?format=html",
    "/shapes",
    "/.well-known/void",
    "/docs",
    "/openapi.json",
    "/static/diplograph.css",
]
TOKEN = {"Authorization": "Bearer open-sesame"}
LONG_AGO = "Mon, 06 Apr 1992 00:00:00 GMT"
LARGE = "SELECT * { " + " ".join(f"VALUES ?{v} {{ {' '.join(map(str, range(60)))} }}" for v in "abc") + " }"


def get(client: TestClient, path: str, **headers: str) -> httpx2.Response:
    return client.get(path, headers={name.replace("_", "-"): value for name, value in headers.items()})


@pytest.mark.parametrize("path", READ)
def test_what_is_read_has_a_strong_tag_and_the_time_of_its_last_change(client: TestClient, path: str) -> None:
    headers = get(client, path).headers
    assert headers["etag"].startswith('"')
    assert headers["cache-control"] == "public, no-cache"
    assert parsedate_to_datetime(headers["last-modified"]).tzinfo is not None


@pytest.mark.parametrize("path", READ)
def test_who_has_it_is_told_so(client: TestClient, path: str) -> None:
    answer = get(client, path, accept_encoding="identity")
    tag = answer.headers["etag"]
    for tags in (tag, f"W/{tag}", f'"a,b", {tag} , "c"', "*"):
        same = get(client, path, accept_encoding="identity", if_none_match=tags)
        assert (same.status_code, same.content, same.headers["etag"]) == (304, b"", tag), tags
        assert same.headers["cache-control"] == "public, no-cache"
    other = get(client, path, accept_encoding="identity", if_none_match='"other"')
    assert (other.status_code, other.headers["etag"]) == (200, tag)


@pytest.mark.parametrize("path", READ)
def test_who_has_it_since_its_last_change_is_told_so(client: TestClient, path: str) -> None:
    modified = get(client, path).headers["last-modified"]
    since = {given: get(client, path, if_modified_since=given) for given in (modified, LONG_AGO, "yesterday")}
    assert {given: answer.status_code for given, answer in since.items()} == {
        modified: 304,
        LONG_AGO: 200,
        "yesterday": 200,
    }


def test_tags_count_more_than_the_time(client: TestClient) -> None:
    modified = get(client, "/ontology").headers["last-modified"]
    answer = get(client, "/ontology", if_none_match='"other"', if_modified_since=modified)
    assert answer.status_code == 200


@pytest.mark.parametrize("path", READ)
def test_who_has_it_is_told_with_the_headers_of_every_answer(client: TestClient, path: str) -> None:
    of_body = {"content-type", "content-length", "x-request-id"}
    answer = get(client, path, accept_encoding="identity")
    for _ in range(2):  # the second time past the layers, where the answer is kept
        same = get(client, path, accept_encoding="identity", if_none_match=answer.headers["etag"])
        assert (same.status_code, of_body & same.headers.keys()) == (304, {"x-request-id"})
        told = {name: value for name, value in answer.headers.items() if name not in of_body}
        assert {name: same.headers.get(name) for name in told} == told


@pytest.mark.parametrize("path", ["/entity/Q1", "/article/none", "/graphs?graph=urn:none", "/nothing"])
@pytest.mark.parametrize("header", [{"if_none_match": "*"}, {"if_modified_since": formatdate(usegmt=True)}])
def test_what_is_not_there_is_not_unchanged(client: TestClient, path: str, header: dict[str, str]) -> None:
    assert get(client, path, **header).status_code == 404


@pytest.mark.parametrize("header", [{"if_none_match": "*"}, {"if_modified_since": "now"}])
def test_query_that_is_wrong_is_not_unchanged(client: TestClient, header: dict[str, str]) -> None:
    assert get(client, "/sparql?query=ASK{", **header).status_code == 400


def test_stream_is_not_sent_to_who_has_it(client: TestClient) -> None:
    path = f"/sparql?query={httpx2.QueryParams({'q': LARGE})['q']}"
    answer = get(client, path)
    assert ("content-length" in answer.headers, answer.status_code) == (False, 200)
    headers = {"if_none_match": answer.headers["etag"]}, {"if_none_match": "*"}
    dated = {"if_modified_since": answer.headers["last-modified"]}
    assert [get(client, path, **each).status_code for each in (*headers, dated)] == [304] * 3
    assert get(client, "/sparql?query=ASK{}").json() == {"head": {}, "boolean": True}


def test_head_has_the_tag_of_get(client: TestClient) -> None:
    for path in READ:
        tags = [client.request(method, path).headers["etag"] for method in ("HEAD", "GET")]
        assert tags[0].rstrip('"').partition("-")[0] == tags[1].rstrip('"').partition("-")[0], path


def test_compressed_form_is_known_again(client: TestClient) -> None:
    answer = get(client, "/ontology", accept_encoding="gzip")
    tag = answer.headers["etag"]
    assert (answer.headers["content-encoding"], tag[-6:]) == ("gzip", '-gzip"')
    for encoding in ("gzip", "identity"):
        same = get(client, "/ontology", accept_encoding=encoding, if_none_match=tag)
        assert (same.status_code, same.headers["etag"]) == (304, tag)


@pytest.mark.parametrize("path", ["/articles", "/article/a%2F1", "/", "/sparql", "/.well-known/void"])
def test_write_makes_what_it_changes_another(client: TestClient, path: str) -> None:
    tag = get(client, path).headers["etag"]
    assert client.delete("/article/a%2F1", headers=TOKEN).status_code == 204
    assert get(client, path, if_none_match=tag).status_code == (404 if path == "/article/a%2F1" else 200)


def test_write_leaves_what_it_does_not_change(client: TestClient) -> None:
    tag = get(client, "/entity/Q900000001").headers["etag"]
    body = {**TOKEN, "Content-Type": "text/turtle"}
    assert client.put("/graphs?graph=urn:g", content="<e:s> <e:p> 1 .", headers=body).status_code == 201
    assert get(client, "/entity/Q900000001", if_none_match=tag).status_code == 304


def test_what_is_not_kept_has_no_tag(client: TestClient) -> None:
    for path in (
        "/health",
        "/sparql?query=SELECT(RAND()AS?x){}",
        "/sparql?query=SELECT(RAND()AS?x){}&format=html",
    ):
        headers = get(client, path, if_none_match="*").headers
        assert (headers["cache-control"], "etag" in headers) == ("no-store", False), path


@given(st.text(max_size=50), st.text(max_size=50))
@settings(max_examples=50)
def test_any_header_is_read(tags: str, since: str) -> None:
    assert Condition(tags, since).known_tag("tag", LONG_AGO) in (
        None,
        "tag",
        *(t for t, _ in read_tags(tags)),
    )
    assert Condition(None, since).known_tag("tag", LONG_AGO) in (None, "tag")


@given(st.lists(st.tuples(st.integers(0, 1500), st.booleans()), max_size=30))
@settings(max_examples=50)
def test_no_two_states_are_told_to_be_of_the_same_second(steps: list[tuple[int, bool]]) -> None:
    now, revision, told = 1_000_000.0, 0, set[tuple[int, int]]()
    change = LastChange(lambda: revision, clock=lambda: now)
    for milliseconds, is_write in steps:
        now, revision = now + milliseconds / 1000, revision + is_write
        second = change.second()
        if second is not None:
            told.add((revision, second))
            assert second <= now
    assert len({second for _, second in told}) == len(told)
