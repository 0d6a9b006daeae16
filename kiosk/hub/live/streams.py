"""All streams that stand open, and the one look at the database that serves them all."""

import asyncio
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager, suppress

from sqlalchemy.exc import DBAPIError
from starlette.concurrency import run_in_threadpool

from kiosk.hub.database import Database
from kiosk.hub.live.stream import Stream
from kiosk.hub.models.message import find_last_id, list_pages_since

MOST, MOST_OF_ONE = 500, 4
"""How many streams may stand open in all, and of one reader."""
APART_S = 0.25


class Streams:
    """The open streams; every method is called on the event loop.

    Whatever is said is in the database before anybody tells of it, perhaps by another process: so a single look there,
    every `apart_s` seconds while somebody listens, hears of it all, and no thread waits for any one page.
    """

    def __init__(self, most: int = MOST, most_of_one: int = MOST_OF_ONE, apart_s: float = APART_S) -> None:
        self._most = most
        self._most_of_one = most_of_one
        self._apart_s = apart_s
        self._open: list[Stream] = []
        self._watch: asyncio.Task[None] | None = None
        self._is_over = False

    @asynccontextmanager
    async def open(self, database: Database, stream: Stream) -> AsyncGenerator[bool]:
        """Have the stream hear of what is said once this is entered; False where there is no place for it."""
        if not self._has_room(stream.owner):
            yield False
            return
        self._open.append(stream)
        try:
            await self._begin_watch(database)
            yield True
        finally:
            self._open.remove(stream)

    def end(self) -> None:
        """Let all streams end, and open none any more."""
        self._is_over = True
        for stream in self._open:
            stream.end()

    def _has_room(self, owner: str) -> bool:
        own = sum(stream.owner == owner for stream in self._open)
        return not self._is_over and len(self._open) < self._most and own < self._most_of_one

    async def _begin_watch(self, database: Database) -> None:
        last = await run_in_threadpool(_find_last, database)
        # Only here, for another stream may have begun it meanwhile, and what that waits for must not be left out.
        if self._watch is None:
            self._watch = asyncio.create_task(self._look_on(database, last))

    async def _look_on(self, database: Database, last: int) -> None:
        while self._open:
            with suppress(DBAPIError):  # a database that is away now is asked again
                last = await self._look(database, last)
            await asyncio.sleep(self._apart_s)
        self._watch = None

    async def _look(self, database: Database, last: int) -> int:
        for number, page in await run_in_threadpool(_list_since, database, last):
            for stream in self._open:
                stream.ring(number, page)
            last = number
        return last


def _find_last(database: Database) -> int:
    with database.read() as session:
        return find_last_id(session)


def _list_since(database: Database, last: int) -> list[tuple[int, str]]:
    with database.read() as session:
        return list_pages_since(session, last)
