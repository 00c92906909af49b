from urllib.parse import quote

import pytest
from starlette.testclient import TestClient

from graph.model import Article, Extraction
from graph.storage.store import Store
from service.app import create_app
from service.settings import Settings

TOKEN = {"Authorization": "Bearer open-sesame"}
LONG = "The president of Ruritania met the foreign minister of Freedonia on Monday in the capital."
RUSSIAN = "Президенты встретились в Ташкенте и обсудили сотрудничество двух стран."
PATH = "/articles/" + quote("a/1", safe="")


def test_articles_are_listed(client: TestClient) -> None:
    assert client.get("/articles").json() == {
        "articles": [
            {
                "iri": "http://localhost:8000/article/a%2F1",
                "id": "a/1",
                "title": "A visit & <b>more</b>",
                "published": "2024-05-03",
                "publisher": "Gazette",
                "url": "/article/a%2F1",
            }
        ],
        "total": 1,
        "page": 1,
        "pages": 1,
        "next": None,
    }


def test_list_is_paged(client: TestClient) -> None:
    for number in range(3):
        client.post("/articles", json={"id": f"p{number}", "text": LONG}, headers=TOKEN)
    first = client.get("/articles", params={"size": 3}).json()
    second = client.get(first["next"]).json()
    assert [len(first["articles"]), len(second["articles"]), second["next"]] == [3, 1, None]


def test_latest_article_is_listed_first_and_one_without_a_date_last(client: TestClient) -> None:
    days = {"b": "2024-05-02", "c": "2025-01-01", "d": None, "e": "2024-05-02"}
    for name, day in days.items():
        dated = {"published": day} if day else {}
        client.post("/articles", json={"id": name, "text": LONG, "title": name, **dated}, headers=TOKEN)
    ids = [entry["id"] for entry in client.get("/articles").json()["articles"]]
    assert ids == ["c", "a/1", "b", "e", "d"]


def test_page_beyond_the_last_is_empty(client: TestClient) -> None:
    page = client.get("/articles", params={"page": 10_000_000}).json()
    assert page == {"articles": [], "total": 1, "page": 10_000_000, "pages": 1, "next": None}


@pytest.mark.parametrize("page", ["0", "-1", "x", "١", "99999999999999999999"])
def test_a_page_that_is_no_number_is_refused(client: TestClient, page: str) -> None:
    assert client.get("/articles", params={"page": page}).status_code == 422


def test_posted_article_is_there_at_once(client: TestClient) -> None:
    answer = client.post("/articles", json={"id": "new", "text": LONG, "title": "New"}, headers=TOKEN)
    assert (answer.status_code, answer.headers["location"]) == (201, "/article/new")
    assert answer.json()["events"][0]["iri"].startswith("http://localhost:8000/event/new-")
    assert client.get(answer.headers["location"], params={"format": "json"}).json()["title"] == "New"


@pytest.mark.parametrize(
    ("kind", "body"),
    [
        ("text/plain; charset=utf-8", f"Headline\n\n{LONG}"),
        ("text/html", f"<html><title>Headline</title><body><article><p>{LONG}</p><p>{LONG}!</p></article>"),
    ],
)
def test_text_and_html_are_taken(client: TestClient, kind: str, body: str) -> None:
    answer = client.post("/articles", content=body.encode(), headers=TOKEN | {"Content-Type": kind})
    assert answer.status_code == 201, answer.text


@pytest.mark.parametrize(
    ("body", "kind", "status"),
    [
        (b"{", "application/json", 400),
        (b"[" * 100_000, "application/json", 400),
        (b'{"title": "no text"}', "application/json", 400),
        (b"\xff\xfe", "text/plain", 400),
        (b"<html></html>", "text/html", 400),
        (RUSSIAN.encode(), "text/plain", 422),
        (b"a", "image/png", 415),
        (b"a" * 2_001, "text/plain", 413),
    ],
)  # fmt: skip
def test_what_cannot_be_taken_is_told(store: Store, body: bytes, kind: str, status: int) -> None:
    settings = Settings(token="open-sesame", max_body=2_000 if status == 413 else 1_000_000)  # noqa: S106 - of this test
    with TestClient(create_app(store, settings, Extraction)) as client:
        answer = client.post("/articles", content=body, headers=TOKEN | {"Content-Type": kind})
    assert answer.status_code == status, answer.text
    assert "Traceback" not in answer.json()["message"]


@pytest.mark.parametrize("value", ["Bearer wrong", "Bearer", "Basic open-sesame", "open-sesame", ""])
def test_writes_need_the_token(client: TestClient, value: str) -> None:
    posted = client.post("/articles", json={"text": LONG}, headers={"Authorization": value})
    deleted = client.delete(PATH, headers={"Authorization": value})
    assert (posted.status_code, deleted.status_code) == (401, 401)
    assert posted.headers["www-authenticate"] == "Bearer"


def test_without_a_configured_token_writes_are_off(closed_client: TestClient) -> None:
    answer = closed_client.post("/articles", json={"text": LONG}, headers=TOKEN)
    assert answer.status_code == 403
    assert "DIPLOGRAPH_TOKEN" in answer.json()["message"]


def test_deleted_article_leaves_nothing(client: TestClient, store: Store) -> None:
    assert client.delete(PATH, headers=TOKEN).status_code == 204
    assert len(store) == 0
    assert client.get(PATH).status_code == 404
    assert client.delete(PATH, headers=TOKEN).status_code == 404


def test_page_marks_evidence_and_escapes_the_rest(client: TestClient) -> None:
    page = client.get(PATH, headers={"Accept": "text/html"}).text
    assert '<span class="anchor" id="char=0,58"></span><mark>President Ana Silva' in page
    assert 'href="/event/a%2F1-visit-0"' in page
    assert "<script>alert" not in page


def test_evidence_whose_place_is_no_number_has_a_page(client: TestClient) -> None:
    dip = "https://w3id.org/diplograph/ontology#"
    body = f"<#e> a <{dip}Event> ; <{dip}evidence> <#x> . <#x> <{dip}begin> 'abc' ; <{dip}end> -1 ."
    client.put("/article/a%2F1", content=body, headers=TOKEN | {"Content-Type": "text/turtle"})
    assert client.get(PATH, headers={"Accept": "text/html"}).status_code == 200


def test_rdf_of_an_article_is_what_it_says(client: TestClient) -> None:
    answer = client.get(PATH, headers={"Accept": "application/n-triples"})
    assert (
        '<http://localhost:8000/article/a%2F1> <https://w3id.org/diplograph/ontology#articleId> "a/1" .'
        in answer.text
    )


def test_failing_conversion_is_an_error_of_ours_without_traceback(store: Store) -> None:
    def fail(article: Article) -> Extraction:
        raise ZeroDivisionError("secret detail")

    with TestClient(create_app(store, Settings(token="open-sesame"), fail)) as client:  # noqa: S106 - of this test
        answer = client.post("/articles", json={"text": LONG}, headers=TOKEN)
    assert (answer.status_code, answer.json()["error"]) == (500, "internal-error")
    assert "secret" not in answer.text
    assert answer.headers["x-content-type-options"] == "nosniff"
