import time

import pytest

from kiosk.bench.card_reader import CardReader
from kiosk.core.events import CardTapped, Event, ReaderChanged
from kiosk.nfc.reader import Reader
from tests.doubles.notebook import FaultBook, Notebook

KEY = bytes(32)
UID = bytes.fromhex("04000000000001")


def start_reader(double: CardReader, posted: Notebook[Event]) -> Reader:
    """The real reader over the bench's, once it is ready."""
    reader = Reader(
        "tty:bench:double", KEY, posted.write, FaultBook(), time.monotonic, open_frontend=double.open_frontend
    )
    reader.start()
    posted.wait_for(ReaderChanged(ready=True))
    return reader


def test_nfcpy_reads_a_card_that_was_put_and_one_tap_is_one_tap() -> None:
    posted, double = Notebook[Event](), CardReader()
    reader = start_reader(double, posted)
    double.put(UID)

    posted.wait_until(lambda events: any(isinstance(event, CardTapped) for event in events))
    double.take_away()
    reader.stop()


def test_an_empty_field_holds_no_card() -> None:
    double = CardReader()

    assert double.sense_tta(None) is None
    assert double.sense_ttb(None) is None
    assert double.sense_ttf(None) is None


@pytest.mark.allow_log("card reader: reader_gone")
def test_a_reader_that_was_pulled_out_is_gone_until_it_is_plugged_in_again() -> None:
    posted, double = Notebook[Event](), CardReader()
    reader = start_reader(double, posted)
    double.pull_out()
    posted.wait_for(ReaderChanged(ready=False))
    double.plug_in()

    posted.wait_until(lambda events: events.count(ReaderChanged(ready=True)) == 2)
    reader.stop()
