import threading
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from kiosk.app.givens import gather_givens
from kiosk.app.late_services import MOST_HELD, LateServices, Opened
from kiosk.app.services import Services
from kiosk.contract.bookmark import Bookmark
from kiosk.contract.instant import NEVER
from kiosk.core.effects import AnnounceShown, CallAdvisor, SaveBookmark, SendCheckIn
from kiosk.fleet.status import Clocks, Status
from kiosk.offers.shown import NOTHING_SHOWN
from kiosk.signage.importer import Importer
from kiosk.signage.watch import FolderWatch
from tests.doubles.loyalty_server import LoyaltyServer
from tests.doubles.notebook import FaultBook, Notebook
from tests.doubles.settings import make_settings
from tests.doubles.shop_floor import CARD
from tests.doubles.taps import make_check_in
from tests.doubles.theme_switches import make_theme_switch

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
BOOKMARK = Bookmark("b-1", "boots", "berlin-mitte", "window-1", "home", "i-1", CARD, NOW, "de")


def make_services(late: LateServices, folder: Path, url: str) -> Services:
    status = Status("0", "daylight", late.last_heard, Clocks(lambda: 0.0, lambda: NOW))
    givens = gather_givens(make_settings(folder, f"loyalty.url={url}"), status)
    return Services(givens, lambda _event: None, lambda: None, make_theme_switch(folder, status))


def see(impression: str) -> Callable[[Services], None]:
    """What came on the glass, to be told."""
    return lambda services: services.say(AnnounceShown(impression, "boots", None, "loop", heard_at=0.0), 0.0)


def open_services(late: LateServices, folder: Path, url: str, *, failing: int = 0) -> Notebook[str]:
    """Open them after so many tries that fail; which is written down."""
    notes, failures = Notebook[str](), [RuntimeError] * failing

    def make() -> Opened:
        if failures:
            raise failures.pop()
        services = make_services(late, folder, url)
        return Opened((services,), services)

    late.open(make, lambda: notes.write("open"), lambda: notes.write("stumbled"))
    notes.wait_for("open")
    return notes


def make_broken_watch(folder: Path) -> FolderWatch:
    """One that cannot start: no thread starts twice."""
    importer = Importer(folder, ZoneInfo("UTC"), lambda _ref, _data: None)
    watch = FolderWatch(folder, importer, lambda _loop: None, FaultBook())
    watch.start()
    watch.stop()
    return watch


def test_before_they_are_open_nobody_is_near_and_nothing_that_is_asked_of_them_hurts() -> None:
    late = LateServices()
    late.ask(lambda services: services.save(SaveBookmark(BOOKMARK)))
    late.ask(lambda services: services.remember(NOTHING_SHOWN))
    assert (late.perceive(1.0), late.next_due(), late.last_heard()) == ([], NEVER, None)
    late.close()


def test_what_was_seen_before_they_are_open_is_said_as_soon_as_the_glass_asks(tmp_path: Path) -> None:
    late = LateServices()
    late.ask(see("i-1"))
    with LoyaltyServer() as server:
        open_services(late, tmp_path, server.url)
        late.catch_up()
        server.wait_for(lambda: "i-1" in server.events)
        late.close()


def test_once_open_they_do_what_they_are_asked(tmp_path: Path) -> None:
    late = LateServices()
    with LoyaltyServer() as server:
        server.offer("boots")
        open_services(late, tmp_path, server.url)
        late.ask(lambda services: services.save(SaveBookmark(BOOKMARK)))
        server.wait_for(lambda: "b-1" in server.bookmarks)
        late.close()


def test_a_call_for_advice_before_they_are_open_is_made_once_they_are(tmp_path: Path) -> None:
    late = LateServices()
    late.ask(lambda services: services.call_advisor(CallAdvisor("boots", "de")))
    with LoyaltyServer() as server:
        open_services(late, tmp_path, server.url)
        late.catch_up()
        server.wait_for(lambda: "kiosk.advisor" in {event["type"] for event in server.events.values()})
        late.close()


def test_who_comes_in_before_they_are_open_is_told_once_they_are(tmp_path: Path) -> None:
    late = LateServices()
    late.ask(lambda services: services.check_in(SendCheckIn(make_check_in(1))))
    with LoyaltyServer() as server:
        open_services(late, tmp_path, server.url)
        late.catch_up()
        server.wait_for(lambda: "c-1" in server.check_ins)
        late.close()


@pytest.mark.allow_log("opener stumbled: RuntimeError")
def test_what_cannot_be_opened_is_said_and_tried_again(tmp_path: Path) -> None:
    late = LateServices(retry_s=0.01)
    with LoyaltyServer() as server:
        assert open_services(late, tmp_path, server.url, failing=2).read() == ["stumbled", "stumbled", "open"]
        late.ask(see("i-1"))
        server.wait_for(lambda: "i-1" in server.events)
        late.close()


@pytest.mark.allow_log("opener stumbled: RuntimeError")
def test_where_one_of_them_cannot_start_the_others_end_and_all_are_made_anew(tmp_path: Path) -> None:
    late, notes, watches = LateServices(retry_s=0.01), Notebook[str](), [None, make_broken_watch(tmp_path)]

    def note_threads() -> None:
        notes.write(f"left: {[thread.name for thread in threading.enumerate() if thread.name in {'keeper', 'sync'}]}")

    with LoyaltyServer() as server:
        server.offer("boots")

        def make() -> Opened:
            services, watch = make_services(late, tmp_path, server.url), watches.pop()
            return Opened((services, watch) if watch else (services,), services)

        late.open(
            make,
            lambda: notes.write("open"),
            note_threads,
        )
        notes.wait_for("open")
        late.ask(lambda services: services.save(SaveBookmark(BOOKMARK)))
        server.wait_for(lambda: "b-1" in server.bookmarks)
        late.close()
    assert notes.read() == ["left: []", "open"]


def test_of_more_than_a_hundred_that_were_never_said_the_oldest_go(tmp_path: Path) -> None:
    late = LateServices()
    for number in range(MOST_HELD + 1):
        late.ask(see(f"i-{number}"))
    with LoyaltyServer() as server:
        open_services(late, tmp_path, server.url)
        late.catch_up()
        server.wait_for(lambda: f"i-{MOST_HELD}" in server.events)
        late.close()
    assert "i-0" not in server.events
