"""How the log is written: for people, or as systemd's journal keeps it."""

import logging
import os
from collections.abc import Mapping
from typing import TextIO

from kiosk.cli.journal_line import FORMAT
from kiosk.settings import Settings


def begin_log(environ: Mapping[str, str], stream: TextIO) -> None:
    """Write what is INFO and above as its reader wants it: to the journal where the stream ends there, else to it."""
    logging.basicConfig(level=logging.INFO, handlers=[_make_handler(environ, stream)])


def sign_log(settings: Settings) -> None:
    """Have each entry from now on say of which screen it is: journals of many machines are read in one place."""
    from kiosk.cli.journal_socket import JournalHandler  # noqa: PLC0415 # as below

    for handler in logging.getLogger().handlers:
        if isinstance(handler, JournalHandler):
            handler.fields = {"STORE_ID": settings.store.id, "SCREEN_ID": settings.screen.id}


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


def _make_handler(environ: Mapping[str, str], stream: TextIO) -> logging.Handler:
    if is_journal(environ, stream):
        from kiosk.cli.journal_socket import JournalHandler  # noqa: PLC0415 # sockets: 3 ms of each start, for services alone

        return JournalHandler(stream)
    handler = logging.StreamHandler(stream)
    handler.setFormatter(logging.Formatter(FORMAT))
    return handler
