import pytest

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
