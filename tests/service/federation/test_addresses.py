import asyncio
import socket
from concurrent.futures import ThreadPoolExecutor
from ipaddress import ip_address

import pytest

from service.errors import EndpointError
from service.federation.addresses import find_addresses, is_public


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1", "0.0.0.0", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1",  # noqa: S104
        "224.0.0.1", "255.255.255.255", "::1", "::", "fe80::1", "fc00::1", "ff02::1", "::ffff:127.0.0.1",
        "::ffff:169.254.169.254", "64:ff9b::7f00:1", "64:ff9b::a9fe:a9fe", "2002:7f00:1::", "2001:db8::1",
    ],
)  # fmt: skip
def test_address_that_is_not_of_the_open_internet_is_told(address: str) -> None:
    assert not is_public(ip_address(address))


@pytest.mark.parametrize("address", ["1.1.1.1", "2606:4700::1", "::ffff:1.1.1.1", "64:ff9b::101:101"])
def test_address_of_the_open_internet_is_told(address: str) -> None:
    assert is_public(ip_address(address))


def find(host: str, internal_hosts: tuple[str, ...] = ()) -> list[str]:
    with ThreadPoolExecutor(1) as executor:
        return asyncio.run(find_addresses(host, 80, executor, internal_hosts=internal_hosts))


@pytest.mark.parametrize("host", ["127.0.0.1", "::1", "169.254.1.1"])
def test_address_that_the_list_names_is_taken(host: str) -> None:
    assert find(host) == [host]


def test_localhost_is_this_machine() -> None:
    assert set(find("localhost")) <= {"127.0.0.1", "::1"}


@pytest.mark.parametrize("host", ["localhost.", "LOCALHOST", "127.1", "2130706433", "0x7f.1"])
def test_name_that_leads_to_this_machine_is_refused(host: str) -> None:
    """Each is 127.0.0.1 to the system, or is not known to it."""
    with pytest.raises(EndpointError, match=r"not public|not known"):
        find(host)


def test_name_of_this_machine_is_refused_where_it_leads_into_a_network_of_its_own() -> None:
    host = socket.gethostname()
    try:
        found = {ip_address(str(entry[4][0])) for entry in socket.getaddrinfo(host, 80)}
    except OSError:
        pytest.skip("this machine does not know its name")
    if all(map(is_public, found)) or host in ("localhost", *map(str, found)):
        pytest.skip("this machine is known by a public address, or by none")
    with pytest.raises(EndpointError, match="not public"):
        find(host)


def test_name_that_leads_into_a_network_of_ours_is_taken_where_it_is_listed() -> None:
    try:
        found = {str(entry[4][0]) for entry in socket.getaddrinfo("localhost.", 80)}
    except OSError:
        pytest.skip("this machine does not know itself by a name with a dot")
    assert set(find("localhost.", ("localhost.",))) == found


@pytest.mark.parametrize("host", ["no.such.name.invalid", "a" * 70 + ".example"])
def test_name_that_leads_nowhere_is_told(host: str) -> None:
    with pytest.raises(EndpointError, match="its name is not known"):
        find(host)
