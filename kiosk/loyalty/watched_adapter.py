"""Tells the deadline of an exchange which connection carries it, since `requests` keeps that to itself."""

from collections.abc import Mapping
from urllib.parse import urlsplit

from requests import PreparedRequest
from requests.adapters import HTTPAdapter
from urllib3 import HTTPConnectionPool, HTTPResponse, HTTPSConnectionPool
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.connectionpool import ConnectionPool

from kiosk.loyalty.deadline import watch_connection


class WatchedAdapter(HTTPAdapter):
    """An adapter of `requests` that never waits for an answer longer than the deadline that its thread holds.

    Each serves one set of proxies and authorities, and so looks once for the connections to a server.
    """

    def __init__(self) -> None:
        super().__init__()
        self._pools: dict[str, ConnectionPool] = {}

    def get_connection_with_tls_context(
        self,
        request: PreparedRequest,
        verify: bool | str | None,  # noqa: FBT001  # the signature of `requests`
        proxies: Mapping[str, str] | None = None,
        cert: tuple[str, str] | str | None = None,
    ) -> ConnectionPool:
        """The pool that `requests` would use, with connections that can be watched."""
        origin = "//".join(urlsplit(request.url or "")[:2])
        pool = self._pools.get(origin)
        return pool or self._pools.setdefault(
            origin, self._watch(super().get_connection_with_tls_context(request, verify, proxies, cert))
        )

    @staticmethod
    def _watch(pool: ConnectionPool) -> ConnectionPool:
        if isinstance(pool, HTTPSConnectionPool):
            pool.ConnectionCls = _SecureConnection  # pyright: ignore[reportAttributeAccessIssue]  # urllib3's own protocol is not met by its own classes
        elif isinstance(pool, HTTPConnectionPool):
            pool.ConnectionCls = _PlainConnection  # pyright: ignore[reportAttributeAccessIssue]  # as above
        return pool


class _PlainConnection(HTTPConnection):
    def getresponse(self) -> HTTPResponse:  # type: ignore[override]  # so does urllib3 itself
        watch_connection(self.sock)
        return super().getresponse()


class _SecureConnection(HTTPSConnection):
    def getresponse(self) -> HTTPResponse:  # type: ignore[override]  # as above
        watch_connection(self.sock)
        return super().getresponse()
