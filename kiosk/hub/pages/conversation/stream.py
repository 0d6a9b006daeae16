"""The stream by which an open page hears that something was said, without asking again and again."""

from collections.abc import AsyncGenerator, Callable
from typing import Annotated

from fastapi import APIRouter, Header, Query
from sqlalchemy.orm import Session
from starlette.concurrency import run_in_threadpool
from starlette.responses import Response, StreamingResponse

from kiosk.hub.context import Hub
from kiosk.hub.live.stream import Stream
from kiosk.hub.models.conversation.claim import list_held_pages
from kiosk.hub.models.conversation.message import find_last_on
from kiosk.hub.pages.visitor.own_claim import find_own_claim, require_opened
from kiosk.hub.web.page_request import PageRequestDep

router = APIRouter(include_in_schema=False)
BEAT_S = 15.0
"""So often a stream says something, so that nobody on the way takes it for dead, and a reader who left is noticed."""
_AGAIN, _LATER = "retry: 2000\n\n", "retry: 60000\n\n"
_HEADERS = {
    "Cache-Control": "no-store",
    "X-Accel-Buffering": "no",  # nginx would hold the events back
    "X-Content-Type-Options": "nosniff",
}
Number = Annotated[int, Query(ge=0, le=1 << 62)]


@router.get("/c/{token}/stream")
def get_stream(
    page: PageRequestDep, token: str, after: Number = 0, last_event_id: Annotated[str, Header()] = ""
) -> Response:
    """Tell the number of what is said last on this page, each time that something is.

    `after` is the last message that the page shows, and the header Last-Event-ID the last that the stream told of.
    """
    with page.hub.database.read() as session:
        own = find_own_claim(page, session, token, opens=False)
        require_opened(own)
        pages = _list_pages(session, own.bookmark.conversation_id, page.browser.hash)
    stream = Stream(page.browser.hash, pages)
    return tell_stream(page.hub, stream, lambda session: find_last_on(session, pages), read_seen(last_event_id, after))


def _list_pages(session: Session, conversation_id: str, browser_hash: str) -> frozenset[str]:
    return frozenset(list_held_pages(session, conversation_id, browser_hash))


def read_seen(last_event_id: str, after: int) -> int:
    """The last number that the page knows."""
    return int(last_event_id) if last_event_id.isdecimal() and len(last_event_id) < len(str(1 << 62)) else after


def tell_stream(hub: Hub, stream: Stream, find_last: Callable[[Session], int], seen: int) -> Response:
    """The stream as an answer; `find_last` says which number is the last one by now."""
    return StreamingResponse(_tell(hub, stream, find_last, seen), 200, _HEADERS, "text/event-stream")


async def _tell(hub: Hub, stream: Stream, find_last: Callable[[Session], int], seen: int) -> AsyncGenerator[str]:
    async with hub.streams.open(hub.database, stream) as is_open:
        yield _AGAIN if is_open else _LATER
        if not is_open:
            return
        last = await run_in_threadpool(_ask, hub, find_last)
        if last > seen:
            yield _write(last)
        while not stream.is_over:
            number = await stream.wait(BEAT_S)
            # The look that serves all pages may tell of what this one showed from its beginning.
            yield _write(number) if number is not None and number > last else ":\n\n"


def _ask(hub: Hub, find_last: Callable[[Session], int]) -> int:
    with hub.database.read() as session:
        return find_last(session)


def _write(number: int) -> str:
    return f"id: {number}\ndata: {number}\n\n"
