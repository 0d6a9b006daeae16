"""Where an event may be sent: so that nobody has the hub speak to what only the store's own network reaches."""

import socket
from collections.abc import Callable, Iterable
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address
from typing import TypeAlias
from urllib.parse import SplitResult, urlsplit

from msgspec import Struct

from kiosk.errors import KioskError

PORTS = {"https": 443, "http": 80}
Resolve: TypeAlias = Callable[[str, int], Iterable[str]]
"""The addresses of a host; raises `OSError` where it has none."""
_LONGEST = 2000
_TRANSLATED, _COMPATIBLE = IPv6Network("64:ff9b::/96"), IPv6Network("::/96")


class DestinationRefused(KioskError):
    """Nothing may be sent there; the text says what is allowed."""


class Destination(Struct, frozen=True):
    """A host, and the address that was found for it: what is sent goes there, whatever the name means later.

    `named` is the host as the webhook's address names it, with its port if it has one.
    """

    scheme: str
    host: str
    named: str
    port: int
    path: str
    address: str

    @property
    def url(self) -> str:
        """With the address in the host's place."""
        shown = f"[{self.address}]" if ":" in self.address else self.address
        return f"{self.scheme}://{shown}:{self.port}{self.path}"


def resolve_host(host: str, port: int) -> list[str]:
    """The addresses that this machine finds for a host. Raises `OSError`."""
    return [str(found[4][0]) for found in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)]


def check_url(url: str, *, allows_private: bool) -> SplitResult:
    """The parts of an address that something may be sent to. Raises `DestinationRefused`."""
    try:
        parts = urlsplit(url)
        is_whole = bool(parts.hostname) and parts.port != 0
    except ValueError:
        is_whole = False
        parts = urlsplit("")
    if (
        not is_whole
        or parts.scheme not in PORTS
        or "@" in parts.netloc
        or len(url) > _LONGEST
        or not url.isascii()
        or not url.isprintable()
        or " " in url
    ):
        message = "a webhook's address is such as https://crm.example/events, without a user"
        raise DestinationRefused(message)
    if parts.scheme == "http" and not allows_private:
        message = "a webhook's address must begin with https://, or in your network with http:// and --allow-private"
        raise DestinationRefused(message)
    return parts


def find_destination(url: str, *, allows_private: bool, resolve: Resolve = resolve_host) -> Destination:
    """Where this address leads now. Raises `DestinationRefused`, and `OSError` where the host has no address."""
    parts = check_url(url, allows_private=allows_private)
    host, port = parts.hostname or "", parts.port or PORTS[parts.scheme]
    addresses = list(resolve(host, port))
    if not addresses or not (allows_private or all(map(is_public, addresses))):
        message = "the webhook leads into a private network: add it with --allow-private if that is meant"
        raise DestinationRefused(message)
    path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    return Destination(parts.scheme, host, parts.netloc, port, path, addresses[0])


def is_public(text: str) -> bool:
    """Whether this address is one of the internet's, and not of a machine, a network or a group."""
    address: IPv4Address | IPv6Address = ip_address(text.partition("%")[0])
    if isinstance(address, IPv6Address):
        address = _find_inner(address) or address
    is_local = isinstance(address, IPv6Address) and address.is_site_local
    return address.is_global and not address.is_multicast and not is_local


def _find_inner(address: IPv6Address) -> IPv4Address | None:
    """The address that this one stands for (RFC 4291, section 2.5.5, RFC 3056 and RFC 6052); `None`: it is its own."""
    if address in _TRANSLATED or address in _COMPATIBLE:
        return IPv4Address(int(address) & 0xFFFFFFFF)
    return address.ipv4_mapped or address.sixtofour
