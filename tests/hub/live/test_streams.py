import asyncio
from collections.abc import Generator
from contextlib import AsyncExitStack, contextmanager

from sqlalchemy.exc import OperationalError
from sqlalchemy.orm import Session
from starlette.concurrency import run_in_threadpool
from typing_extensions import override

from kiosk.hub.context import Hub
from kiosk.hub.database import Database
from kiosk.hub.live.stream import Stream, name_counter
from kiosk.hub.live.streams import Streams
from tests.hub.domain.handshake.meetings import ask, welcome
from tests.hub.running import DEADLINE_S
from tests.hub.thread import keep_mug, say

PAGES = frozenset({"b"})


def test_all_streams_hear_what_is_said_from_one_look(hub: Hub) -> None:
    bookmark = keep_mug(hub)

    async def listen() -> list[int | None]:
        streams = Streams(apart_s=0.01)
        one, other = Stream("one", PAGES), Stream("other", PAGES)
        async with streams.open(hub.database, one), streams.open(hub.database, other):
            await run_in_threadpool(say, hub, bookmark, "Hallo")
            return [await one.wait(DEADLINE_S), await other.wait(DEADLINE_S)]

    assert asyncio.run(listen()) == [2, 2]


def test_a_look_that_ended_with_its_last_listener_begins_again(hub: Hub) -> None:
    bookmark = keep_mug(hub)

    async def listen(streams: Streams, text: str) -> int | None:
        stream = Stream("one", PAGES)
        async with streams.open(hub.database, stream):
            await run_in_threadpool(say, hub, bookmark, text)
            return await stream.wait(DEADLINE_S)

    async def listen_twice() -> list[int | None]:
        streams = Streams(apart_s=0.01)
        return [await listen(streams, "a"), await listen(streams, "b")]

    assert asyncio.run(listen_twice()) == [2, 3]


def test_what_happens_at_the_counter_rings_the_pages_of_her_whom_it_concerns(hub: Hub) -> None:
    with hub.database.write() as session:
        customer = welcome(hub, session)
    pages = frozenset({name_counter(customer.member.key)})

    def begin() -> None:
        with hub.database.write() as session:
            ask(hub, session, customer)

    async def listen() -> tuple[int | None, int | None]:
        streams = Streams(apart_s=0.01)
        hers, other = Stream("one", pages), Stream("other", frozenset({name_counter("s_other")}))
        async with streams.open(hub.database, hers), streams.open(hub.database, other):
            await run_in_threadpool(begin)
            return await hers.wait(DEADLINE_S), await other.wait(0)

    assert asyncio.run(listen()) == (1, None)


def test_there_is_an_end_to_how_many_stand_open(hub: Hub) -> None:
    async def count() -> list[bool]:
        streams = Streams(most=3, most_of_one=2)
        async with AsyncExitStack() as stack:
            owners = ("one", "one", "one", "two", "three")
            streams_of = (streams.open(hub.database, Stream(owner, PAGES)) for owner in owners)
            found = [await stack.enter_async_context(opening) for opening in streams_of]
        async with streams.open(hub.database, Stream("three", PAGES)) as is_open:
            return [*found, is_open]

    assert asyncio.run(count()) == [True, True, False, True, False, True]


def test_at_the_end_all_end_and_none_begins(hub: Hub) -> None:
    async def end() -> tuple[bool, bool]:
        streams, stream = Streams(), Stream("one", PAGES)
        async with streams.open(hub.database, stream):
            streams.end()
            async with streams.open(hub.database, Stream("two", PAGES)) as is_open:
                return stream.is_over, is_open

    assert asyncio.run(end()) == (True, False)


class MoodyDatabase(Database):
    """One that is away at the second time that it is asked."""

    def __init__(self, hub: Hub) -> None:
        self._inner = hub.database
        self._times = 0

    @override
    @contextmanager
    def read(self) -> Generator[Session]:
        self._times += 1
        if self._times == 2:
            raise OperationalError(None, {}, OSError())
        with self._inner.read() as session:
            yield session


def test_a_database_that_is_away_is_asked_again(hub: Hub) -> None:
    bookmark = keep_mug(hub)

    async def listen() -> int | None:
        streams, stream = Streams(apart_s=0.01), Stream("one", PAGES)
        async with streams.open(MoodyDatabase(hub), stream):
            await run_in_threadpool(say, hub, bookmark, "Hallo")
            return await stream.wait(DEADLINE_S)

    assert asyncio.run(listen()) == 2
