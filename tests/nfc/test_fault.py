"""Faults have short stable names."""

import errno
import os

import pytest

from kiosk.nfc.fault import name_fault


@pytest.mark.parametrize(
    ("error", "expected"),
    [
        (OSError(errno.EACCES, os.strerror(errno.EACCES)), "reader_denied"),
        (OSError(errno.EPERM, ""), "reader_denied"),
        (OSError(errno.EBUSY, ""), "reader_busy"),
        (OSError(errno.ENODEV, ""), "reader_gone"),
        (OSError("no number"), "reader_gone"),
        (IndexError("noise on a serial line"), "reader_gone"),
    ],
)
def test_whatever_nfcpy_raises_has_a_code(error: Exception, expected: str) -> None:
    assert name_fault(error) == expected
