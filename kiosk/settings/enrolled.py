"""Who this screen is, as the loyalty system said when it let it in: settings that lie beneath those of the file."""

from pathlib import Path

from msgspec import Struct

from kiosk.plain_file import read_plain
from kiosk.settings import Settings
from kiosk.settings.kinds import Name, Text
from kiosk.settings.table import Table, has, put_beneath
from kiosk.state_file import StateFile, StateUnusable

FILE_NAME = "enrolled.json"
"""In the state folder; beside it lies the token, where the settings name no other place for it."""
TOKEN_NAME = "token"  # noqa: S105 - the name of a file
LARGEST = 64 * 1024
"""No file of ours has more bytes."""
NOT_ENROLLED = "not-enrolled"
"""What store, screen and zone are called until the loyalty system says it."""


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


def fill_in(table: Table, state: Path) -> None:
    """Say in the table who this screen is, where it does not, and the loyalty system said so or is to be asked.

    Who names neither store nor screen, but an API, is let in by a code.
    """
    if has(table, "store", "id") or has(table, "screen", "id"):
        return
    enrolled = recall_enrolled(state)
    if enrolled is None and not has(table, "loyalty", "url"):
        return
    who = enrolled or STRANGER
    put_beneath(table, "store", "id", who.store)
    put_beneath(table, "screen", "id", who.screen)
    put_beneath(table, "screen", "zones", list(who.zones))
    put_beneath(table, "loyalty", "token_file", str((state / TOKEN_NAME).absolute()))


def has_name(settings: Settings) -> bool:
    """Whether it is known which screen of which store this is."""
    return NOT_ENROLLED not in {settings.store.id, settings.screen.id}


def awaits_enrolment(settings: Settings) -> bool:
    """Whether the loyalty system has to let this screen in before it can ask for anything."""
    if not has_name(settings):
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
