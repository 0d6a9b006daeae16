"""Where a request comes from: what the hub counts by, where nobody has shown who she is."""

from ipaddress import IPv4Address, IPv6Address, ip_address
from typing import Annotated

from fastapi import Depends, Request

_NETWORK_BYTES = 8


def group_address(host: str) -> str:
    """What one asker's addresses have in common: all of an IPv4 address, the network (/64) of an IPv6 address."""
    try:
        address = ip_address(host)
    except ValueError:
        return host
    if isinstance(address, IPv6Address):
        return _group_long(address)
    return str(address)


def _group_long(address: IPv6Address) -> str:
    mapped: IPv4Address | None = address.ipv4_mapped
    return str(mapped) if mapped else address.packed[:_NETWORK_BYTES].hex()


def read_address(request: Request) -> str:
    """The asker's address; behind a proxy on this machine, the one that its X-Forwarded-For names."""
    return group_address(request.client.host if request.client else "")


AddressDep = Annotated[str, Depends(read_address)]
