"""addresses: the name of a listed endpoint becomes addresses that a query of a stranger's may reach."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import Collection
from concurrent.futures import Executor
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address

from service.errors import EndpointError

Address = IPv4Address | IPv6Address
_NAT64 = IPv6Network("64:ff9b::/96")  # holds an IPv4 address in its last four bytes


async def find_addresses(
    host: str, port: int, executor: Executor, *, internal_hosts: Collection[str] = ()
) -> list[str]:
    """Look a host up, once: the connection goes to what was looked at.

    A name may come to lead to a machine of the network here, whoever owns it: what is not public is refused,
    but where the list itself names localhost or an address, or the host is one of `internal_hosts`.
    """
    loop = asyncio.get_running_loop()
    try:
        found = await loop.run_in_executor(executor, _look_up, host, port)
    except (OSError, UnicodeError) as error:
        raise EndpointError("does not answer: its name is not known") from error
    if _is_address(host) or (host == "localhost" and all(address.is_loopback for address in found)):
        return list(map(str, found))
    if host not in internal_hosts and not all(map(is_public, found)):
        raise EndpointError(
            "is not asked: its name leads into a network that is not public, and is not among "
            "DIPLOGRAPH_SERVICE_INTERNAL_HOSTS"
        )
    return list(map(str, found))


def _look_up(host: str, port: int) -> list[Address]:
    entries = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    # An IPv6 address may end with %zone
    return [ip_address(str(entry[4][0]).partition("%")[0]) for entry in entries]


def _is_address(host: str) -> bool:
    try:
        ip_address(host)
    except ValueError:
        return False
    return True


def is_public(address: Address) -> bool:
    """Whether an address is one of the open internet, also where it holds another one."""
    if isinstance(address, IPv6Address):
        inner = address.ipv4_mapped or address.sixtofour
        if inner is None and address in _NAT64:
            inner = IPv4Address(int(address) & 0xFFFFFFFF)
        if inner is not None:
            return is_public(inner)
    return address.is_global and not address.is_multicast
