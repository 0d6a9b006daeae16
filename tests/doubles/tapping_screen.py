"""A screen's way from tap to API in a process of its own, there to be killed.

    python -m tests.doubles.tapping_screen FOLDER URL LIFE TAPS

It prints `tapped ID` before it orders a save and `saved ID` once it was told so; with 0 taps it only delivers, and ends
when all is delivered.
"""

import sys
import time
from pathlib import Path
from threading import Event as Flag

import msgspec

from kiosk.backoff import Backoff
from kiosk.bookmarks.courier import Courier
from kiosk.bookmarks.database import Database
from kiosk.bookmarks.event_log import EventLog
from kiosk.bookmarks.herald import Herald
from kiosk.bookmarks.keeper import Keeper
from kiosk.bookmarks.outbox import Count, Outbox
from kiosk.bookmarks.queue import Queue
from kiosk.core.effects import SaveBookmark
from kiosk.core.events import BookmarkSaved, Event
from kiosk.loyalty.api import LoyaltyApi
from tests.doubles.chance import seed_chance
from tests.doubles.notebook import FaultBook
from tests.doubles.taps import make_bookmark, make_state

DEADLINE_S = 60.0


def say(*words: str) -> None:
    sys.stdout.write(" ".join(words) + "\n")
    sys.stdout.flush()


def run_screen(folder: Path, url: str, life: int, taps: int) -> None:
    answered = Flag()

    def post(event: Event) -> None:
        if isinstance(event, BookmarkSaved):
            say("saved", event.bookmark)
        answered.set()

    database = Database(folder / "outbox.db", FaultBook())
    outbox, event_log = Outbox(database), EventLog(database)
    api = LoyaltyApi(url)
    backoff = Backoff(seed_chance(life).random, base_s=0.01, cap_s=0.05)
    courier = Courier(
        outbox=outbox,
        queue=Queue(outbox, backoff),
        herald=Herald(event_log, api.post_events, backoff, make_state),
        deliver=api.post_bookmark,
        post=post,
        settled=lambda: None,
        faults=FaultBook(),
        clock=time.monotonic,
    )
    keeper = Keeper(outbox, event_log, post, FaultBook(), courier.nudge)
    courier.start()
    keeper.start()
    for number in range(taps):
        bookmark = msgspec.structs.replace(make_bookmark(number), id=f"{life}-{number}")
        say("tapped", bookmark.id)
        keeper.keep(SaveBookmark(bookmark))
    deadline = time.monotonic() + DEADLINE_S
    while taps or outbox.count() != Count(waiting=0, dead=0):
        answered.clear()
        answered.wait(1)
        assert time.monotonic() < deadline, outbox.count()


if __name__ == "__main__":
    run_screen(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]), int(sys.argv[4]))
