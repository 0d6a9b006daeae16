"""Bookmarks as taps make them, each with an id that tells which it is."""

from datetime import UTC, datetime

from kiosk.bookmarks.database import Database
from kiosk.bookmarks.outbox import Outbox
from kiosk.contract.bookmark import Bookmark, BookmarkAnswer
from kiosk.contract.check_in import CheckIn
from kiosk.contract.cloud_event import CloudEvent
from kiosk.contract.credential import Credential
from kiosk.contract.scan import Scan

TAPPED_AT = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)


def make_bookmark(number: int, offer: str = "boots") -> Bookmark:
    credential = Credential("uid", f"{number:064x}")
    return Bookmark(f"b-{number}", offer, "berlin", "window-1", "shoes", None, credential, TAPPED_AT, "de")


def make_answer(bookmark: Bookmark) -> BookmarkAnswer:
    return BookmarkAnswer(bookmark.id, "new")


def make_check_in(number: int) -> CheckIn:
    return CheckIn(f"c-{number}", "berlin", "door", Credential("uid", f"{number:064x}"), TAPPED_AT, "de")


def make_scan(number: int) -> Scan:
    return Scan(f"s-{number}", "berlin", "window-1", "4012345000016", "de")


def make_event(number: int) -> CloudEvent:
    return CloudEvent(f"e-{number}", "/berlin/window-1", "kiosk.tap", TAPPED_AT, {"outcome": "saved"})


def make_state(scene: str | None = None) -> CloudEvent:
    """How the screen is, or an event that says nothing at all, which is never told."""
    return CloudEvent("s-1", "/berlin/window-1", "kiosk.status", TAPPED_AT, {"scene": scene} if scene else {})


def fill_with_noise(database: Database, noise: bytes = b"\xff") -> None:
    """Make the oldest waiting row one that no program can read."""
    database.run(lambda connection: connection.execute("UPDATE bookmark SET body = ? WHERE sequence = 1", (noise,)))


def save_bookmarks(outbox: Outbox, numbers: range) -> None:
    for number in numbers:
        outbox.save(make_bookmark(number))
