"""Tells the deadline of an exchange which connection carries it, since `requests` keeps that to itself."""

from collections.abc import Mapping

from requests import PreparedRequest
from requests.adapters import HTTPAdapter
from urllib3 import HTTPConnectionPool, HTTPResponse, HTTPSConnectionPool
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.connectionpool import ConnectionPool

from kiosk.loyalty.deadline import watch_connection


class WatchedAdapter(HTTPAdapter):
    """An adapter of `requests` that never waits for an answer longer than the deadline that its thread holds."""

    def get_connection_with_tls_context(
        self,
        request: PreparedRequest,
        verify: bool | str | None,  # noqa: FBT001  # the signature of `requests`
        proxies: Mapping[str, str] | None = None,
        cert: tuple[str, str] | str | None = None,
    ) -> ConnectionPool:
        """The pool that `requests` would use, with connections that can be watched."""
        pool = super().get_connection_with_tls_context(request, verify, proxies, cert)
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
