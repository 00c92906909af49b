"""clients: who asks, as far as shares of the service go."""

from __future__ import annotations

from functools import lru_cache
from ipaddress import IPv6Address, ip_address

from starlette.requests import Request


def client_of(request: Request) -> str:
    """Name the client by its address."""
    return _name(request.client.host) if request.client else "local"


@lru_cache(maxsize=1000)
def _name(host: str) -> str:
    """Name an address; of IPv6 its first 64 bits, for who has one address there has all that begin so."""
    try:
        address = ip_address(host)
    except ValueError:
        return host
    if not isinstance(address, IPv6Address):
        return host
    return str(address.ipv4_mapped or IPv6Address(int(address) >> 64 << 64))
