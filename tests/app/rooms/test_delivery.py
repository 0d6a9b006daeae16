from datetime import UTC, datetime
from pathlib import Path

from kiosk.app.givens import gather_givens
from kiosk.app.rooms.delivery import Delivery, name_source
from kiosk.bookmarks.cli import FILE_NAME
from kiosk.contract.bookmark import Bookmark
from kiosk.contract.cloud_event import CloudEvent
from kiosk.core.effects import SaveBookmark
from kiosk.core.events import BookmarkSaved, Event
from kiosk.fleet.status import Clocks, Status
from kiosk.loyalty.api import LoyaltyApi
from tests.doubles.deadline import wait_until
from tests.doubles.loyalty_server import LoyaltyServer
from tests.doubles.notebook import FaultBook, Notebook
from tests.doubles.settings import make_settings
from tests.doubles.shop_floor import CARD

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
BOOKMARK = Bookmark("b-1", "boots", "berlin-mitte", "window-1", "home", "i-1", CARD, NOW, "de")


def make_delivery(folder: Path, url: str, events: Notebook[Event]) -> tuple[Delivery, Status]:
    status = Status("0", "daylight", lambda: None, Clocks(lambda: 0.0, lambda: NOW))
    givens = gather_givens(make_settings(folder, f"loyalty.url={url}"), status)
    return Delivery(givens, LoyaltyApi(url, None, None), events.write, FaultBook()), status


def test_what_is_saved_is_on_disk_delivered_and_counted(tmp_path: Path) -> None:
    events: Notebook[Event] = Notebook()
    with LoyaltyServer() as server:
        server.offer("boots")
        delivery, status = make_delivery(tmp_path, server.url, events)
        delivery.start()
        delivery.save(SaveBookmark(BOOKMARK))
        events.wait_for(BookmarkSaved("b-1"))
        server.wait_for(lambda: "b-1" in server.bookmarks)
        wait_until(lambda: status.compose().outbox.waiting == 0)
        delivery.stop()


def test_what_was_saved_in_the_last_moment_is_written_and_the_folder_is_for_its_owner_alone(tmp_path: Path) -> None:
    nobody = "http://127.0.0.1:9"
    delivery, status = make_delivery(tmp_path, nobody, Notebook())
    delivery.start()
    delivery.save(SaveBookmark(BOOKMARK))
    delivery.note(CloudEvent("e-1", "/berlin-mitte/window-1", "kiosk.tap", NOW, {}))
    delivery.stop()
    assert status.compose().outbox.waiting == 1
    file = tmp_path / "state" / FILE_NAME
    assert file.exists()
    assert file.parent.stat().st_mode & 0o077 == 0


def test_its_events_say_which_screen_of_which_store_speaks(tmp_path: Path) -> None:
    status = Status("0", "daylight", lambda: None, Clocks(lambda: 0.0, lambda: NOW))
    words = ("store.id=berlin-mitte", "screen.id=window-1")
    assert name_source(gather_givens(make_settings(tmp_path, *words), status)) == "/berlin-mitte/window-1"
