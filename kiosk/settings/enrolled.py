"""Who this screen is, as the loyalty system said when it let it in: settings that lie beneath those of the file."""

from pathlib import Path
from typing import cast

from msgspec import Struct

from kiosk.plain_file import read_plain
from kiosk.settings import Settings
from kiosk.settings.kinds import Name, Text
from kiosk.state_file import StateFile, StateUnusable

FILE_NAME = "enrolled.json"
"""In the state folder; beside it lies the token, where the settings name no other place for it."""
TOKEN_NAME = "token"  # noqa: S105 - the name of a file
LARGEST = 64 * 1024
"""No file of ours has more bytes."""
NOT_ENROLLED = "not-enrolled"
"""What store, screen and zone are called until the loyalty system says it."""

_Table = dict[str, object]


class Enrolled(Struct, frozen=True):
    """Store, screen and zones as the loyalty system calls them."""

    store: Name
    screen: Name
    zones: tuple[Text, ...]


STRANGER = Enrolled(NOT_ENROLLED, NOT_ENROLLED, (NOT_ENROLLED,))


def recall_enrolled(state: Path) -> Enrolled | None:
    """What was kept in this state folder; what is missing or damaged was nothing: it is asked for anew."""
    try:
        return _open(state).read()
    except StateUnusable:
        return None


def keep_enrolled(state: Path, enrolled: Enrolled) -> None:
    """Keep this and no other, on disk on return. Raises `OSError`."""
    _open(state).write(enrolled)


def fill_in(table: _Table, state: Path) -> None:
    """Say in the table who this screen is, where it does not, and the loyalty system said so or is to be asked.

    Who names neither store nor screen, but an API, is let in by a code.
    """
    if _has(table, "store", "id") or _has(table, "screen", "id"):
        return
    enrolled = recall_enrolled(state)
    if enrolled is None and not _has(table, "loyalty", "url"):
        return
    who = enrolled or STRANGER
    _put_beneath(table, "store", "id", who.store)
    _put_beneath(table, "screen", "id", who.screen)
    _put_beneath(table, "screen", "zones", list(who.zones))
    _put_beneath(table, "loyalty", "token_file", str((state / TOKEN_NAME).absolute()))


def awaits_enrolment(settings: Settings) -> bool:
    """Whether the loyalty system has to let this screen in before it can ask for anything."""
    if NOT_ENROLLED in {settings.store.id, settings.screen.id}:
        return True
    file = settings.loyalty.token_file
    try:
        # Resolved, for a secret may well be handed over as a link.
        return file is not None and not read_plain(file.resolve(), LARGEST).strip()
    except FileNotFoundError:
        return True
    except OSError:
        return False  # whoever reads it says what is wrong with it


def _open(state: Path) -> StateFile[Enrolled]:
    return StateFile(state / FILE_NAME, Enrolled, LARGEST)


def _has(table: _Table, section: str, key: str) -> bool:
    settings = table.get(section)
    return isinstance(settings, dict) and key in settings


def _put_beneath(table: _Table, section: str, key: str, value: object) -> None:
    settings = table.setdefault(section, {})
    if isinstance(settings, dict):
        cast("_Table", settings).setdefault(key, value)
