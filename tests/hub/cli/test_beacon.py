import csv
import stat
from argparse import ArgumentParser
from collections.abc import Callable
from pathlib import Path

import pytest
import zxingcpp
from PIL import Image

from kiosk.errors import FileRefused
from kiosk.hub.cli.beacon import add_beacon_command
from kiosk.hub.domain.credentials.printed_beacon import read_beacon_code

_KEY = bytes(range(32))


@pytest.fixture
def type_beacon(tmp_path: Path) -> Callable[..., int]:
    """Types the command for a store with this key, into a folder of this test."""
    key = tmp_path / "store.key"
    key.write_text(_KEY.hex())

    def type_beacon(*words: str) -> int:
        parser = ArgumentParser(prog="kiosk")
        add_beacon_command(parser.add_subparsers())
        told = ["--store-key-file", str(key), "--public-url", "https://hub.example/", "--out", str(tmp_path / "out")]
        arguments = parser.parse_args(["beacon", *told, *words])
        return int(arguments.run(arguments))

    return type_beacon


def test_each_beacon_has_a_row_to_set_it_up_by_and_a_code_that_leads_to_it(
    type_beacon: Callable[..., int], tmp_path: Path
) -> None:
    assert type_beacon("--count", "3") == 0
    table = tmp_path / "out" / "beacons.csv"
    rows = list(csv.DictReader(table.read_text().splitlines()))

    assert stat.S_IMODE(table.stat().st_mode) == 0o600
    assert [row["number"] for row in rows] == ["1", "2", "3"]
    for row in rows:
        with Image.open(tmp_path / "out" / f"beacon-{row['number']}.png") as picture:
            (found,) = zxingcpp.read_barcodes(picture)
        place, _, code = found.text.rpartition("/")
        beacon = read_beacon_code(_KEY, code)
        assert beacon
        assert place == "https://hub.example/account/beacon/code"
        assert (row["uuid"], row["major"], row["minor"]) == (beacon.uuid, str(beacon.major), str(beacon.minor))


def test_a_list_of_beacons_that_may_be_handed_out_is_not_overwritten(type_beacon: Callable[..., int]) -> None:
    type_beacon("--count", "1")
    with pytest.raises(FileRefused, match="is there already"):
        type_beacon()


@pytest.mark.parametrize("count", ["0", "1001", "many", "²"])
def test_a_count_that_is_none_is_refused(
    type_beacon: Callable[..., int], capsys: pytest.CaptureFixture[str], count: str
) -> None:
    with pytest.raises(SystemExit):
        type_beacon("--count", count)
    assert "a number from 1 to 1000" in capsys.readouterr().err


def test_without_the_store_key_there_are_none(type_beacon: Callable[..., int], tmp_path: Path) -> None:
    (tmp_path / "store.key").unlink()
    with pytest.raises(FileRefused, match="cannot be read as text"):
        type_beacon()
