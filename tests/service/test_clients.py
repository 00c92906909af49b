import pytest
from starlette.requests import Request

from service.clients import client_of


@pytest.mark.parametrize(
    ("address", "name"),
    [
        (("192.0.2.1", 1), "192.0.2.1"),
        (("::ffff:192.0.2.1", 1), "192.0.2.1"),
        (("2001:db8:1:2:3:4:5:6", 1), "2001:db8:1:2::"),
        (("2001:db8:1:2:ffff::1", 1), "2001:db8:1:2::"),
        (("testclient", 1), "testclient"),
        (None, "local"),
    ],
)
def test_client_is_its_address_of_ipv6_the_network(address: tuple[str, int] | None, name: str) -> None:
    assert client_of(Request({"type": "http", "client": address})) == name
