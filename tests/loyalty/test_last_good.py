import os
import subprocess
import sys
from pathlib import Path

import pytest

from kiosk.contract.shopper import Shopper
from kiosk.loyalty.last_good import CATALOGUE_FILE, SHOPPERS_FILE, LastGood, Remembered
from tests.doubles.notebook import FaultBook

RAW = b'{"offers": [{"id": "o-1", "title": {"de": "Stiefel"}}]}'
ANNA = Shopper("s_1", proximity=("a" * 64,), segments=frozenset({"outdoor"}), consents=frozenset({"proximity"}))


def save_all(folder: Path) -> LastGood:
    last_good = LastGood(folder, "berlin")
    last_good.save_catalogue(RAW, '"e1"')
    last_good.save_shoppers("c1", [ANNA])
    return last_good


def test_what_was_good_is_there_after_a_start(tmp_path: Path) -> None:
    save_all(tmp_path / "state")
    faults = FaultBook()
    remembered = LastGood(tmp_path / "state", "berlin").load(faults)
    assert remembered.catalogue is not None
    assert [offer.id for offer in remembered.catalogue.offers] == ["o-1"]
    assert (remembered.etag, remembered.shoppers, remembered.cursor) == ('"e1"', {"s_1": ANNA}, "c1")
    assert faults.read() == []


def test_a_first_start_remembers_nothing_and_complains_of_nothing(tmp_path: Path) -> None:
    faults = FaultBook()
    assert LastGood(tmp_path / "state", "berlin").load(faults) == Remembered()
    assert faults.read() == []


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\0" * 100,
        b"{}",
        b'{"store": "berlin", "etag": null, "body": 3}',
        b'{"store": "berlin", "etag"',
        b"[" * 99999,
    ],
)
def test_a_damaged_file_is_a_fault_and_costs_only_itself(tmp_path: Path, content: bytes) -> None:
    last_good = save_all(tmp_path)
    (tmp_path / CATALOGUE_FILE).write_bytes(content)
    faults = FaultBook()
    remembered = last_good.load(faults)
    assert remembered.catalogue is None
    assert remembered.shoppers == {"s_1": ANNA}
    assert faults.read() == [("catalogue", "last_good_unreadable")]


def test_a_file_that_cannot_be_opened_is_a_fault(tmp_path: Path) -> None:
    (tmp_path / SHOPPERS_FILE).mkdir()
    faults = FaultBook()
    assert LastGood(tmp_path, "berlin").load(faults) == Remembered()
    assert faults.read() == [("catalogue", "last_good_unreadable")]


def test_another_stores_state_is_not_taken_over(tmp_path: Path) -> None:
    save_all(tmp_path)
    assert LastGood(tmp_path, "hamburg").load(FaultBook()) == Remembered()


def test_forgotten_shoppers_are_gone_from_the_disk(tmp_path: Path) -> None:
    last_good = save_all(tmp_path)
    last_good.forget_shoppers()
    last_good.forget_shoppers()
    assert last_good.load(FaultBook()).shoppers == {}


def test_only_the_owner_may_read_who_is_recognised_here(tmp_path: Path) -> None:
    save_all(tmp_path)
    assert (tmp_path / SHOPPERS_FILE).stat().st_mode & 0o777 == 0o600


def test_a_save_that_fails_leaves_the_old_file_whole(tmp_path: Path) -> None:
    last_good = save_all(tmp_path)
    before = (tmp_path / CATALOGUE_FILE).read_bytes()
    (tmp_path / f"{CATALOGUE_FILE}.part").mkdir()
    with pytest.raises(OSError, match="directory"):
        last_good.save_catalogue(b"{}", None)
    assert (tmp_path / CATALOGUE_FILE).read_bytes() == before


def test_what_the_first_picture_needs_loads_neither_network_nor_decoder() -> None:
    modules = "kiosk.loyalty.sync, kiosk.bookmarks.courier"
    program = f"import sys, {modules}; sys.exit(bool({{'requests', 'PIL'}} & {{*sys.modules}}))"
    subprocess.run([sys.executable, "-c", program], check=True)  # noqa: S603 # our own interpreter with our own text


def test_pipes_in_their_places_hold_nobody_up_and_are_replaced(tmp_path: Path) -> None:
    for name in (CATALOGUE_FILE, SHOPPERS_FILE):
        os.mkfifo(tmp_path / name)
    faults = FaultBook()
    assert LastGood(tmp_path, "berlin").load(faults) == Remembered()
    assert ("catalogue", "last_good_unreadable") in faults.read()
    assert save_all(tmp_path).load(faults).shoppers == {"s_1": ANNA}
