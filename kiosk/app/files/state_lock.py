"""Keeps two screens from sharing one state folder: each would deliver the other's bookmarks."""

import fcntl
import os
from contextlib import suppress
from pathlib import Path

from kiosk.errors import KioskError

FILE_NAME = "lock"


class StateLock:
    """Held from `take` to `release`, and let go by the kernel when the process ends, however it ends."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._handle: int | None = None

    def take(self) -> None:
        """Raises `KioskError` where another screen holds it; a folder that cannot be written to has nothing to lock."""
        with suppress(OSError):
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            self._handle = os.open(self._folder / FILE_NAME, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        if self._handle is None:
            return
        try:
            fcntl.flock(self._handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            self.release()
            message = f"{self._folder} is used by another running screen: stop that one, or set state.dir"
            raise KioskError(message) from error

    def release(self) -> None:
        """Let the next one have it."""
        if self._handle is not None:
            os.close(self._handle)
            self._handle = None
