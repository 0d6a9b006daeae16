"""nfcpy stays silent at any level."""

import logging

import nfc
import pytest

from kiosk.nfc.quiet import silence_libraries


@pytest.mark.parametrize("name", ["nfc", "nfc.clf", "nfc.tag.tt2", "nfc.clf.udp", "ndef", "ndef.record"])
def test_no_record_of_the_libraries_reaches_anybody(name: str, caplog: pytest.LogCaptureFixture) -> None:
    assert nfc.__version__ == "1.0.4"
    silence_libraries()

    with caplog.at_level(logging.NOTSET):
        logging.getLogger(name).critical("04a1b2c3")
        logging.getLogger(name).debug("04a1b2c3")

    assert caplog.records == []
