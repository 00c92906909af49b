from collections.abc import Iterator

import pytest
from starlette.testclient import TestClient

from graph.errors import DiplographError
from graph.model import Extraction
from graph.storage.store import Store
from service.access import digest_of, make_token
from service.app import create_app
from service.cli import main
from service.settings import Settings

NAMED, OTHER = "rosebud", "open-sesame"


@pytest.fixture
def client(store: Store) -> Iterator[TestClient]:
    """A service that knows two tokens, one of them by its digest alone."""
    settings = Settings(token=OTHER, tokens={"feed": digest_of(NAMED)}, query_processes=1)
    with TestClient(create_app(store, settings, Extraction)) as client:
        yield client


@pytest.mark.parametrize(
    ("authorization", "status"),
    [
        (f"Bearer {NAMED}", 201),
        (f"bearer  {OTHER} ", 201),
        (f"Basic {NAMED}", 401),
        (f"Bearer {NAMED}x", 401),
        (f"Bearer{NAMED}", 401),
        (f"Bearer {digest_of(NAMED)}", 401),
        ("Bearer", 401),
        ("", 401),
        ("Bearer \xff", 401),
    ],
)
def test_any_known_token_writes_and_no_other(client: TestClient, authorization: str, status: int) -> None:
    headers = {"Authorization": authorization.encode("latin-1"), "Content-Type": b"text/turtle"}
    answer = client.put("/graphs?graph=http://e/g", content="<e:s> <e:p> 1 .", headers=headers)
    assert (answer.status_code, "www-authenticate" in answer.headers) == (status, status == 401)


def test_without_a_token_writes_are_off(closed_client: TestClient) -> None:
    answer = closed_client.put("/graphs?graph=http://e/g", headers={"Authorization": "Bearer "})
    assert (answer.status_code, answer.json()["error"]) == (403, "forbidden")


def test_a_new_token_goes_with_its_digest(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["token", "feed"]) == 0
    token, setting = capsys.readouterr().out.splitlines()
    assert setting == f'DIPLOGRAPH_TOKENS={{"feed": "{digest_of(token)}"}}'
    assert make_token()[0] != token


@pytest.mark.parametrize("value", ["{", '{"feed": "rosebud"}', '["feed"]'])
def test_tokens_that_are_no_digests_are_refused(monkeypatch: pytest.MonkeyPatch, value: str) -> None:
    monkeypatch.setenv("DIPLOGRAPH_TOKENS", value)
    with pytest.raises(DiplographError, match="tokens"):
        Settings()
