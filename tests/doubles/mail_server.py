"""A mail server on this machine: real SMTP, with TLS and passwords as a shop's own has them."""

import ssl
from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass, field
from threading import Event

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session
from typing_extensions import override

from kiosk.hub.mail.mail_server import MailServer

SENDER = "hello@shop.example"


@dataclass
class Inbox:
    """What arrived; `answer` is what the server says to a mail."""

    answer: str = "250 taken"
    envelopes: list[Envelope] = field(default_factory=list[Envelope])
    over_tls: list[bool] = field(default_factory=list[bool])
    arrived: Event = field(default_factory=Event)

    async def handle_DATA(self, _server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802 # aiosmtpd's name
        self.envelopes.append(envelope)
        self.over_tls.append(session.ssl is not None)
        self.arrived.set()
        return self.answer


@dataclass(frozen=True)
class Guard:
    """Whom the server lets in, and whether it offers TLS."""

    tls: ssl.SSLContext | None = None
    password: str | None = None


class _Controller(Controller):
    """One that takes whichever port is free."""

    found: int = 0

    @override
    def _trigger_server(self) -> None:
        self.port = self.found = self.server.sockets[0].getsockname()[1]  # type: ignore[union-attr] # it was started
        super()._trigger_server()  # type: ignore[no-untyped-call] # aiosmtpd's own says no types


@contextmanager
def serve_mail(inbox: Inbox, guard: Guard = Guard()) -> Generator[MailServer]:
    """The server, as the hub is told of it, until the test ends."""

    def check(_server: object, _session: object, _envelope: object, _mechanism: str, data: object) -> AuthResult:
        is_right = isinstance(data, LoginPassword) and data.password.decode() == guard.password
        return AuthResult(success=is_right, handled=False)

    controller = _Controller(
        inbox,
        hostname="127.0.0.1",
        port=0,
        tls_context=guard.tls,
        require_starttls=guard.tls is not None,
        authenticator=check,
        auth_required=guard.password is not None,
        auth_require_tls=guard.tls is not None,
    )
    controller.start()
    try:
        yield MailServer("127.0.0.1", controller.found, SENDER, ssl.create_default_context())
    finally:
        controller.stop()
