"""A loyalty system that books and nothing else, fast enough for a million taps, in a process of its own.

    python -m tests.doubles.booking_server SEED SHARE

It prints its port. Of the bookmarks that come it fails SHARE, in ways drawn by chance, save between a POST to `/heal`
and one to `/fail`.
`GET /books` tells what it took, in that order: a line for each booking, `key impression credential`, then
`posts N conflicts N`.
"""

import asyncio
import json
import sys
from collections.abc import Callable
from random import Random

from typing_extensions import override

from tests.doubles.chance import seed_chance

_END = b"\r\n\r\n"


class Books:
    """What was booked, once each, by Idempotency-Key."""

    def __init__(self, chance: Random, share: float) -> None:
        self.booked: dict[str, str] = {}
        self.posts = self.conflicts = 0
        self.is_healed = False
        self._share = share
        self._chance = chance

    def draw_way(self) -> str:
        if self.is_healed or self._chance.random() >= self._share:
            return "well"
        return self._chance.choice(["503", "500", "cut before", "cut after", "half"])

    def book(self, body: bytes) -> bytes:
        bookmark = json.loads(body)
        key, mark = bookmark["id"], f"{bookmark['impression']} {bookmark['credential']['value']}"
        self.posts += 1
        self.conflicts += self.booked.setdefault(key, mark) != mark
        return json.dumps({"id": key, "member": "new"}).encode()

    def tell(self) -> bytes:
        lines = [f"{key} {mark}" for key, mark in self.booked.items()]
        return "\n".join([*lines, f"posts {self.posts} conflicts {self.conflicts}"]).encode()


class Line(asyncio.Protocol):
    """One connection, which may carry many requests."""

    def __init__(self, books: Books) -> None:
        self._books = books
        self._bytes = b""
        self._transport: asyncio.Transport | None = None

    @override
    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self._transport = transport

    @override
    def data_received(self, data: bytes) -> None:
        self._bytes += data
        while _END in self._bytes:
            head, _, rest = self._bytes.partition(_END)
            size = _read_length(head)
            if len(rest) < size:
                return
            self._bytes = rest[size:]
            self._answer(head.split(b" ", 2)[1], rest[:size])

    def _answer(self, path: bytes, body: bytes) -> None:
        if path in {b"/heal", b"/fail"}:
            self._books.is_healed = path == b"/heal"
            self._send(200, b"")
        elif path == b"/books":
            self._send(200, self._books.tell())
        elif path == b"/v1/bookmarks":
            self._book(body)
        else:
            self._send(202, b"")

    def _book(self, body: bytes) -> None:
        way = self._books.draw_way()
        if way.isdecimal():
            self._send(int(way), b"{}")
            return
        answer = b"" if way == "cut before" else self._books.book(body)
        if way == "well":
            self._send(201, answer)
        else:
            self._hang_up(_write_head(201, answer) + answer[:9] if way == "half" else b"")

    def _send(self, status: int, body: bytes) -> None:
        if self._transport:
            self._transport.write(_write_head(status, body) + body)

    def _hang_up(self, last: bytes) -> None:
        if self._transport:
            self._transport.write(last)
            self._transport.close()


def _read_length(head: bytes) -> int:
    lines = (line.partition(b":") for line in head.lower().split(b"\r\n"))
    return next((int(value) for name, _, value in lines if name == b"content-length"), 0)


def _write_head(status: int, body: bytes) -> bytes:
    return b"HTTP/1.1 %d -\r\nContent-Length: %d\r\n\r\n" % (status, len(body))


async def serve(books: Books, tell_port: Callable[[int], None]) -> None:
    server = await asyncio.get_running_loop().create_server(lambda: Line(books), "127.0.0.1", 0)
    tell_port(server.sockets[0].getsockname()[1])
    async with server:
        await server.serve_forever()


def tell_port(port: int) -> None:
    sys.stdout.write(f"{port}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    asyncio.run(serve(Books(seed_chance(int(sys.argv[1])), float(sys.argv[2])), tell_port))
