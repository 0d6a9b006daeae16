"""Opening says why it failed."""

import errno
import os
from pathlib import Path

import pytest

from kiosk.nfc.frontend import complete_path, open_frontend
from kiosk.nfc.quiet import silence_libraries
from tests.nfc.test_diagnose import plug_in


@pytest.mark.parametrize("device", ["usb", "usb:054c", "tty:USB0:pn532", "udp:localhost:54321"])
def test_a_path_stays_as_it_is_where_no_reader_is_known(device: str, tmp_path: Path) -> None:
    assert complete_path(device, tmp_path) == device


def test_usb_becomes_the_full_id_of_the_reader_that_is_plugged_in(tmp_path: Path) -> None:
    plug_in(tmp_path, "1-2", "054c", "06c1")

    assert complete_path("usb", tmp_path) == "usb:054c:06c1"
    assert complete_path("usb:04e6", tmp_path) == "usb:04e6"


def test_a_reader_that_is_not_there_is_no_device() -> None:
    silence_libraries()

    with pytest.raises(OSError, match=os.strerror(errno.ENODEV)):
        open_frontend("tty:NotThere:pn532")


def test_the_pretend_reader_opens_and_closes() -> None:
    frontend = open_frontend("udp:localhost:54399")

    assert frontend.device is not None
    frontend.close()
    assert frontend.device is None
