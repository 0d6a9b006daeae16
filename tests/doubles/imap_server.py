"""A mailbox on this machine, as far as the hub asks one for mails: real sockets, IMAP4rev1 (RFC 3501)."""

import re
import threading
from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass, field
from socketserver import StreamRequestHandler, ThreadingTCPServer

from kiosk.hub.replies.mailbox import Mailbox

PASSWORD = "open sesame"  # noqa: S105 # it opens this double alone
_LOGIN = f'LOGIN hub "{PASSWORD}"'


@dataclass
class Letters:
    """The mails by their numbers, and those that were seen; from the command `breaks_at` on the line is broken."""

    mails: dict[int, bytes] = field(default_factory=dict[int, bytes])
    seen: set[int] = field(default_factory=set[int])
    breaks_at: str = ""
    asked: list[str] = field(default_factory=list[str])

    def answer(self, command: str) -> tuple[bytes, str]:
        """What is said to it, and how it ends."""
        if command == "UID SEARCH UNSEEN":
            return f"* SEARCH {' '.join(str(uid) for uid in self.mails if uid not in self.seen)}\r\n".encode(), "OK"
        if fetch := re.fullmatch(r"UID FETCH (\d+) \(BODY\.PEEK\[\]<0\.(\d+)>\)", command):
            uid, part = int(fetch[1]), self.mails[int(fetch[1])][: int(fetch[2])]
            return f"* 1 FETCH (UID {uid} BODY[]<0> {{{len(part)}}}\r\n".encode() + part + b")\r\n", "OK"
        if store := re.fullmatch(r"UID STORE (\d+) \+FLAGS\.SILENT \(\\Seen\)", command):
            self.seen.add(int(store[1]))
            return b"", "OK"
        if command == "CAPABILITY":
            return b"* CAPABILITY IMAP4rev1\r\n", "OK"
        return b"", "OK" if command in {_LOGIN, 'SELECT "INBOX"', "LOGOUT"} else "NO"


class _Server(ThreadingTCPServer):
    daemon_threads = True

    def __init__(self, letters: Letters) -> None:
        self.letters = letters
        super().__init__(("127.0.0.1", 0), _Handler)


class _Handler(StreamRequestHandler):
    server: _Server  # pyright: ignore[reportIncompatibleVariableOverride] # no other server has this handler

    def handle(self) -> None:
        self.wfile.write(b"* OK ready\r\n")
        for line in self.rfile:
            tag, _, command = line.decode().strip().partition(" ")
            letters = self.server.letters
            letters.asked.append(command)
            if letters.breaks_at and command.startswith(letters.breaks_at):
                return
            said, end = letters.answer(command)
            self.wfile.write(said + f"{tag} {end} done\r\n".encode())


@contextmanager
def run_imap(letters: Letters) -> Generator[Mailbox]:
    """The mailbox, as the hub is told of it, for as long as this lasts."""
    with _Server(letters) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        try:
            yield Mailbox("127.0.0.1", server.server_address[1], "hub", PASSWORD, None)
        finally:
            server.shutdown()
            thread.join()
