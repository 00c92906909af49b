from pathlib import Path

import pytest
from pydantic import AnyHttpUrl

from graph.errors import DiplographError
from service.settings import Settings


def test_environment_sets_what_is_not_given(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DIPLOGRAPH_PORT", "9000")
    monkeypatch.setenv("DIPLOGRAPH_HOST", "0.0.0.0")  # noqa: S104 - a value to read back
    settings = Settings(host="localhost")
    assert (settings.port, settings.host) == (9000, "localhost")


def test_wrong_value_is_named_in_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DIPLOGRAPH_PORT", "ninety")
    with pytest.raises(
        DiplographError, match=r"^the setting port \(DIPLOGRAPH_PORT\) is wrong: .* found 'ninety'$"
    ):
        Settings()


@pytest.mark.parametrize("base", ["ftp://e/", "http://e", "localhost/", "http://e/ /"])
def test_base_iri_must_be_one_that_paths_can_follow(base: str) -> None:
    with pytest.raises(DiplographError, match="DIPLOGRAPH_BASE_IRI"):
        Settings(base_iri=base)


def test_token_is_not_shown() -> None:
    assert "sesame" not in repr(Settings(token="open-sesame"))  # noqa: S106 - of this test


@pytest.mark.parametrize("name", Settings.model_fields)
def test_setting_stands_in_readme_with_its_meaning(name: str) -> None:
    readme = (Path(__file__).parents[2] / "README.md").read_text("utf-8")
    assert f"| `DIPLOGRAPH_{name.upper()}` | {Settings.model_fields[name].description} |" in readme


@pytest.mark.parametrize("store", ["https:", "http://host:99999999/sparql"])
def test_store_that_was_meant_as_a_url_is_no_directory(store: str) -> None:
    with pytest.raises(DiplographError, match="DIPLOGRAPH_STORE"):
        Settings(store=store)


def test_store_is_a_directory_or_a_url() -> None:
    found = [Settings(store=store).store for store in ("a/store", "https://host:1/sparql?db=x")]
    assert found == [Path("a/store"), AnyHttpUrl("https://host:1/sparql?db=x")]


@pytest.mark.parametrize(
    "url", ["file:///etc", "https://", "https://u:p@e/", "https://e/#x", "https://ü/", "http://e:0/", "e"]
)
def test_endpoint_that_cannot_be_asked_is_not_listed(url: str) -> None:
    with pytest.raises(DiplographError, match="DIPLOGRAPH_SERVICE_ENDPOINTS"):
        Settings(service_endpoints=(url,))


def test_internal_host_is_listed_whatever_the_case_of_its_letters() -> None:
    assert Settings(service_internal_hosts=("Sparql.Internal",)).reach.internal_hosts == {"sparql.internal"}


def test_endpoints_are_listed_as_json(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DIPLOGRAPH_SERVICE_ENDPOINTS", '["https://e.example/sparql?x=%20"]')
    assert Settings().service_endpoints == ("https://e.example/sparql?x=%20",)
