"""The stream by which an open page hears that something was said, without asking again and again."""

from collections.abc import AsyncGenerator
from typing import Annotated

from fastapi import APIRouter, Header, Query
from sqlalchemy.orm import Session
from starlette.concurrency import run_in_threadpool
from starlette.responses import Response, StreamingResponse

from kiosk.hub.context import Hub
from kiosk.hub.live.stream import Stream
from kiosk.hub.models.claim import list_held_pages
from kiosk.hub.models.message import find_last_on
from kiosk.hub.pages.own_claim import find_own_claim, require_opened
from kiosk.hub.web.visit import VisitDep

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
    visit: VisitDep, token: str, after: Number = 0, last_event_id: Annotated[str, Header()] = ""
) -> Response:
    """Tell the number of what is said last on this page, each time that something is.

    `after` is the last message that the page shows, and the header Last-Event-ID the last that the stream told of.
    """
    with visit.hub.database.read() as session:
        own = find_own_claim(visit, session, token, opens=False)
        require_opened(own)
        pages = _list_pages(session, own.bookmark.conversation_id, visit.browser.hash)
    seen = int(last_event_id) if last_event_id.isdecimal() and len(last_event_id) < len(str(1 << 62)) else after
    stream = Stream(visit.browser.hash, pages)
    return StreamingResponse(_tell(visit.hub, stream, pages, seen), 200, _HEADERS, "text/event-stream")


def _list_pages(session: Session, conversation_id: str, browser_hash: str) -> frozenset[str]:
    return frozenset(list_held_pages(session, conversation_id, browser_hash))


async def _tell(hub: Hub, stream: Stream, pages: frozenset[str], seen: int) -> AsyncGenerator[str]:
    async with hub.streams.open(hub.database, stream) as is_open:
        yield _AGAIN if is_open else _LATER
        if not is_open:
            return
        last = await run_in_threadpool(_find_last, hub, pages)
        if last > seen:
            yield _write(last)
        while not stream.is_over:
            number = await stream.wait(BEAT_S)
            yield ":\n\n" if number is None else _write(number)


def _find_last(hub: Hub, pages: frozenset[str]) -> int:
    with hub.database.read() as session:
        return find_last_on(session, pages)


def _write(number: int) -> str:
    return f"id: {number}\ndata: {number}\n\n"
