import io
import logging
import os
import sys
from pathlib import Path

import pytest

from kiosk.cli.journal import FORMAT, JournalFormatter, is_journal


def make_record(level: int, text: str) -> logging.LogRecord:
    return logging.LogRecord("kiosk.nfc", level, __file__, 1, text, None, None)


@pytest.mark.parametrize(
    ("level", "priority"),
    [(logging.CRITICAL, 2), (logging.ERROR, 3), (logging.WARNING, 4), (logging.INFO, 6), (logging.DEBUG, 7)],
)
def test_each_level_has_the_priority_that_the_journal_knows(level: int, priority: int) -> None:
    assert JournalFormatter("%(message)s").format(make_record(level, "gone")) == f"<{priority}>gone"


def test_each_line_of_a_record_has_its_priority() -> None:
    record = make_record(logging.ERROR, "gone")
    try:
        int("no number")
    except ValueError:
        record.exc_info = sys.exc_info()
    lines = JournalFormatter(FORMAT).format(record).splitlines()

    assert lines[0] == "<3>ERROR kiosk.nfc: gone"
    assert {line[:3] for line in lines} == {"<3>"}


def test_only_the_stream_that_systemd_names_is_the_journal(tmp_path: Path) -> None:
    with (tmp_path / "a").open("w") as named, (tmp_path / "b").open("w") as other:
        there = os.fstat(named.fileno())
        environ = {"JOURNAL_STREAM": f"{there.st_dev}:{there.st_ino}"}

        assert is_journal(environ, named)
        assert not is_journal(environ, other)
        assert not is_journal({}, named)


def test_a_stream_without_a_file_is_no_journal() -> None:
    assert not is_journal({"JOURNAL_STREAM": "1:2"}, io.StringIO())
