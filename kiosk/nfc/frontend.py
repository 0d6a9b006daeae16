"""Opening the reader so that the reason shows when it fails."""

from pathlib import Path
from typing import cast

import nfc

from kiosk.nfc.diagnose import SYSFS, find_readers
from kiosk.nfc.ports import Frontend


def open_frontend(device: str) -> Frontend:
    """Open the reader by nfcpy's path (`usb`, `usb:054c:06c3`, `tty:USB0:pn532`, `udp:localhost:54321`).

    Raises OSError: EACCES not allowed, EBUSY taken, ENODEV not there; on a serial line also whatever termios raises.
    """
    return cast("Frontend", nfc.ContactlessFrontend(complete_path(device)))


def complete_path(device: str, sysfs: Path = SYSFS) -> str:
    """`usb` as the full id of the first known reader that is plugged in: only with that nfcpy says why it fails."""
    readers = find_readers(sysfs) if device == "usb" else []
    return f"usb:{readers[0].id}" if readers else device
