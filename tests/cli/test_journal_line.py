import logging
import sys

import pytest

from kiosk.cli.journal_line import FORMAT, JournalFormatter


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
