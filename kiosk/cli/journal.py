"""How the log is written: for people, or with the priorities that systemd's journal reads."""

import logging
import os
from collections.abc import Mapping
from typing import TextIO

FORMAT = "%(levelname)s %(name)s: %(message)s"
_PRIORITIES = {logging.CRITICAL: 2, logging.ERROR: 3, logging.WARNING: 4, logging.INFO: 6}
_DEBUG = 7


class JournalFormatter(logging.Formatter):
    """A line each, for a record has one priority however many lines it has. Source of the marks: sd-daemon(3)."""

    def format(self, record: logging.LogRecord) -> str:
        """The record with its priority before each line."""
        mark = f"<{_PRIORITIES.get(record.levelno, _DEBUG)}>"
        return "\n".join(f"{mark}{line}" for line in super().format(record).splitlines())


def begin_log(environ: Mapping[str, str], stream: TextIO) -> None:
    """Write what is INFO and above to the stream, as its reader wants it."""
    handler = logging.StreamHandler(stream)
    handler.setFormatter((JournalFormatter if is_journal(environ, stream) else logging.Formatter)(FORMAT))
    logging.basicConfig(level=logging.INFO, handlers=[handler])


def is_journal(environ: Mapping[str, str], stream: TextIO) -> bool:
    """Whether the stream ends in the journal, by device and inode. Source: systemd.exec(5), `JOURNAL_STREAM`."""
    told = environ.get("JOURNAL_STREAM")
    if not told:
        return False
    try:
        there = os.fstat(stream.fileno())
    except OSError:  # a stream without a file, too
        return False
    return told == f"{there.st_dev}:{there.st_ino}"
