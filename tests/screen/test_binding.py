import builtins
import subprocess
import sys

from kiosk.screen.binding import load_binding

PROBE = """
import linecache
from kiosk.screen.binding import load_binding
load_binding()
import PySide6.QtQuick, kiosk.screen.screen
print(sum("kiosk" in file for file in linecache.cache))
"""


def test_no_source_is_read_of_what_is_imported_after_it() -> None:
    told = subprocess.run([sys.executable, "-c", PROBE], check=True, capture_output=True, text=True).stdout  # noqa: S603 - our own words
    assert told == "0\n"


def test_it_may_be_called_again() -> None:
    load_binding()
    before = builtins.__import__
    load_binding()
    assert builtins.__import__ is before


def test_no_class_of_qt_is_made_once_there_are_threads_that_could_meet_in_it() -> None:
    command = (sys.executable, "-m", "tests.doubles.lazy_classes")
    told = subprocess.run(command, check=True, capture_output=True, text=True, timeout=60).stdout  # noqa: S603 - our own double
    assert told.split() == []
