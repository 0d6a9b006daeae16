"""Any order of taps, deliveries, restarts, outages and refusals, held against what a person would write down."""

import shutil
import tempfile
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from kiosk.backoff import Backoff
from kiosk.bookmarks.courier import Courier
from kiosk.bookmarks.database import Database
from kiosk.bookmarks.event_log import EventLog
from kiosk.bookmarks.herald import Herald
from kiosk.bookmarks.outbox import Outbox
from kiosk.bookmarks.queue import Queue
from kiosk.contract.answer import Accepted, Again, Answer, Delivered, Refused
from kiosk.contract.bookmark import Bookmark
from tests.doubles.notebook import FaultBook
from tests.doubles.taps import make_answer, make_bookmark, make_state

LONG_S = 1000.0


class Shop(RuleBasedStateMachine):
    """One outbox through many lives; the loyalty system answers as `moods` say, one after the other, then well."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp(prefix="vitrine-model-"))
        self.now = 0.0
        self.tapped: list[str] = []
        self.booked: dict[str, Bookmark] = {}
        self.refused: set[str] = set()
        self.moods: list[str] = []
        self.open()

    def open(self) -> None:
        self.database = Database(self.folder / "outbox.db")
        self.outbox = Outbox(self.database)
        backoff = Backoff(lambda: 1.0)
        herald = Herald(EventLog(self.database), lambda _batch: Accepted(), backoff, make_state)
        self.courier = Courier(
            outbox=self.outbox,
            queue=Queue(self.outbox, backoff),
            herald=herald,
            deliver=self.deliver,
            post=lambda _event: None,
            settled=lambda: None,
            faults=FaultBook(),
            clock=lambda: self.now,
        )

    def deliver(self, bookmark: Bookmark) -> Answer:
        mood = self.moods.pop(0) if self.moods else "well"
        if mood == "refused" and bookmark.id not in self.booked:
            self.refused.add(bookmark.id)
            return Refused(404, "offer_unknown")
        if mood in {"well", "answer lost"}:
            assert self.booked.setdefault(bookmark.id, bookmark) == bookmark
        return Delivered(make_answer(bookmark)) if mood in {"well", "refused"} else Again("unreachable", everyone=True)

    @rule()
    def tap(self) -> None:
        bookmark = make_bookmark(len(self.tapped))
        self.outbox.save(bookmark)
        self.tapped.append(bookmark.id)

    @rule()
    def tap_again(self) -> None:
        """The very same, as a keeper does that was interrupted."""
        if self.tapped:
            self.outbox.save(make_bookmark(len(self.tapped) - 1))

    @rule(mood=st.sampled_from(["down", "answer lost", "refused"]))
    def spoil(self, mood: str) -> None:
        self.moods.append(mood)

    @rule(seconds=st.sampled_from([0.0, 1.0, LONG_S]))
    def step(self, seconds: float) -> None:
        self.now += seconds
        self.courier.step()

    @rule()
    def kill(self) -> None:
        """What the courier has in memory is gone."""
        self.database.close()
        self.open()

    @rule()
    def send_dead_again(self) -> None:
        assert self.outbox.retry() == len(self.refused)
        self.refused.clear()

    @invariant()
    def nothing_is_booked_that_was_not_tapped(self) -> None:
        assert set(self.booked) <= set(self.tapped)

    @invariant()
    def every_tap_waits_is_dead_or_booked(self) -> None:
        letters = self.outbox.list_letters()
        assert {letter.id for letter in letters} | set(self.booked) == set(self.tapped)
        assert {letter.id for letter in letters if letter.dead_code} == self.refused
        count = self.outbox.count()
        assert (count.waiting + count.dead, count.dead) == (len(letters), len(self.refused))

    def teardown(self) -> None:
        self.moods.clear()
        self.send_dead_again()
        for _ in range(3 * len(self.tapped) + 3):
            self.step(LONG_S)
        assert set(self.booked) == set(self.tapped)
        self.database.close()
        shutil.rmtree(self.folder)


Shop.TestCase.settings = settings(max_examples=8, stateful_step_count=20)
TestShop = Shop.TestCase
