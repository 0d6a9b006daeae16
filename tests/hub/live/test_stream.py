import asyncio

from kiosk.hub.live.stream import Stream


def test_a_stream_hears_of_its_own_pages_alone() -> None:
    async def listen() -> list[int | None]:
        stream = Stream("phone", frozenset({"mine"}))
        stream.ring(1, "mine")
        stream.ring(2, "another")
        return [await stream.wait(1), await stream.wait(0)]

    assert asyncio.run(listen()) == [1, None]


def test_of_many_at_once_it_tells_the_last() -> None:
    async def listen() -> int | None:
        stream = Stream("phone", frozenset({"a", "b"}))
        stream.ring(1, "a")
        stream.ring(2, "b")
        return await stream.wait(1)

    assert asyncio.run(listen()) == 2


def test_its_end_is_no_message() -> None:
    async def listen() -> tuple[int | None, bool]:
        stream = Stream("phone", frozenset({"a"}))
        stream.end()
        return await stream.wait(1), stream.is_over

    assert asyncio.run(listen()) == (None, True)
