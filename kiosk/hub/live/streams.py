"""All streams that stand open, and the one look at the database that serves them all."""

import asyncio
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager, suppress

from msgspec import Struct
from sqlalchemy.exc import DBAPIError
from starlette.concurrency import run_in_threadpool

from kiosk.hub.database import Database
from kiosk.hub.live.stream import Stream, name_basket, name_counter, name_messages, name_visit
from kiosk.hub.models.basket.basket_change import find_last_change, list_changes_since
from kiosk.hub.models.conversation.conversation import list_said_since
from kiosk.hub.models.conversation.message import find_last_id
from kiosk.hub.models.handshake.handshake_step import find_last_step, list_steps_since
from kiosk.hub.models.visit.visit import find_last_turn, list_turns_since

MOST, MOST_OF_ONE = 500, 4
"""How many streams may stand open in all, and of one reader."""
APART_S = 0.25


class Mark(Struct, frozen=True):
    """How far was told: up to this message, step of a handshake, change of a basket, and turn of a visit."""

    message: int
    step: int
    change: int
    turn: int


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

    async def _look_on(self, database: Database, last: Mark) -> None:
        while self._open:
            with suppress(DBAPIError):  # a database that is away now is asked again
                last = await self._look(database, last)
            await asyncio.sleep(self._apart_s)
        self._watch = None

    async def _look(self, database: Database, last: Mark) -> Mark:
        heard, mark = await run_in_threadpool(_list_since, database, last)
        for number, page in heard:
            for stream in self._open:
                stream.ring(number, page)
        return mark


def _find_last(database: Database) -> Mark:
    with database.read() as session:
        return Mark(find_last_id(session), find_last_step(session), find_last_change(session), find_last_turn(session))


def _list_since(database: Database, last: Mark) -> tuple[list[tuple[int, str]], Mark]:
    """Number and page of what was said since, of each step, change and turn; and the last ones."""
    with database.read() as session:
        said = [(number, page) for one in list_said_since(session, last.message) for number, page in _name_pages(*one)]
        steps = [(number, name_counter(key)) for number, key in list_steps_since(session, last.step)]
        changes = [(number, name_basket(key)) for number, key in list_changes_since(session, last.change)]
        turns = [(number, name_visit(key)) for number, key in list_turns_since(session, last.turn)]
    mark = Mark(_end(said, last.message), _end(steps, last.step), _end(changes, last.change), _end(turns, last.turn))
    return [*said, *steps, *changes, *turns], mark


def _name_pages(number: int, bookmark_id: str | None, member_key: str) -> list[tuple[int, str]]:
    """On which pages it stands: on that of all her messages, and on that of what it is about."""
    pages = (bookmark_id, name_messages(member_key))
    return [(number, page) for page in pages if page is not None]


def _end(heard: list[tuple[int, str]], last: int) -> int:
    return heard[-1][0] if heard else last
