"""Another clock for a program, by the library that lends one (Debian's package `faketime`)."""

from pathlib import Path

LIBRARY = next(Path("/usr/lib").glob("*/faketime/libfaketime.so.1"), None)
"""`None`: it is not installed."""

MAY_MOVE = LIBRARY is not None and b"FAKETIME_IGNORE_SYMBOLS" not in LIBRARY.read_bytes()
"""Whether a program goes on when its clock is moved. Beneath the library's later kind (0.9.10 of June 2024, which alone
knows that setting), it stands still for good: the wait on the interpreter's own lock is lost."""


class LentClock:
    """The wall clock of whatever is started by `command`; it may be set while that runs."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self.set("+0")

    def set(self, offset: str) -> None:
        """By how much it is off from now on, such as `-1d`."""
        self._file.write_text(offset)

    def lend_to(self, command: tuple[str, ...]) -> tuple[str, ...]:
        lend = (f"LD_PRELOAD={LIBRARY}", f"FAKETIME_TIMESTAMP_FILE={self._file}", "FAKETIME_NO_CACHE=1")
        # The monotonic clock is left alone, and so are waits on it: the library's own mending lets threads hang.
        leave = ("FAKETIME_DONT_FAKE_MONOTONIC=1", "FAKETIME_FORCE_MONOTONIC_FIX=0")
        return ("env", *lend, *leave, *command)
