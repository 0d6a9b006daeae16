import io
import logging
import os
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

import pytest

from kiosk.cli.journal import begin_log, is_journal, sign_log
from kiosk.cli.journal_socket import JournalHandler
from tests.doubles.settings import make_settings


@contextmanager
def bare_root() -> Generator[logging.Logger, None, None]:
    """The logger of all, without what pytest has it write to."""
    logger = logging.getLogger()
    level = logger.level
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(logger, "handlers", [])
        yield logger
        for handler in logger.handlers:
            handler.close()
    logger.setLevel(level)


def test_only_the_stream_that_systemd_names_is_the_journal(tmp_path: Path) -> None:
    with (tmp_path / "a").open("w") as named, (tmp_path / "b").open("w") as other:
        there = os.fstat(named.fileno())
        environ = {"JOURNAL_STREAM": f"{there.st_dev}:{there.st_ino}"}

        assert is_journal(environ, named)
        assert not is_journal(environ, other)
        assert not is_journal({}, named)


def test_a_stream_without_a_file_is_no_journal() -> None:
    assert not is_journal({"JOURNAL_STREAM": "1:2"}, io.StringIO())


def test_entries_in_the_journal_say_of_which_screen_they_are(tmp_path: Path) -> None:
    with (tmp_path / "journal").open("w") as stream, bare_root() as root:
        there = os.fstat(stream.fileno())
        begin_log({"JOURNAL_STREAM": f"{there.st_dev}:{there.st_ino}"}, stream)
        sign_log(make_settings(tmp_path, "store.id=hamburg", "screen.id=window-1"))
        (handler,) = root.handlers

        assert isinstance(handler, JournalHandler)
        assert handler.fields == {"STORE_ID": "hamburg", "SCREEN_ID": "window-1"}


def test_people_read_lines_without_marks(tmp_path: Path) -> None:
    told = io.StringIO()
    with bare_root() as root:
        begin_log({}, told)
        sign_log(make_settings(tmp_path))
        root.warning("the reader is %s", "gone")

    assert told.getvalue() == "WARNING root: the reader is gone\n"
