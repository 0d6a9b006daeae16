import zipfile
from pathlib import Path

import pytest

from kiosk.errors import KioskError
from kiosk.learning.evaluation.bandit_log import WHEEL, Round, fetch_wheel, read_log
from tests.doubles.bandit_wheel import write_wheel
from tests.doubles.chance import seed_chance

HEAD = "item_id,position,click,propensity_score\n"


def write_log(folder: Path, text: str) -> Path:
    with zipfile.ZipFile(folder / WHEEL, "w") as archive:
        archive.writestr("obp/dataset/obd/random/all/all.csv", text)
    return folder / WHEEL


def test_a_log_is_read_out_of_the_wheel(tmp_path: Path) -> None:
    wheel = write_log(tmp_path, HEAD + "14,3,0,0.0125\n7,1,1,0.5\n")
    assert read_log(wheel, "random", "all") == [
        Round(14, 3, is_clicked=False, propensity=0.0125),
        Round(7, 1, is_clicked=True, propensity=0.5),
    ]


def test_a_wheel_that_is_there_is_not_fetched(tmp_path: Path) -> None:
    wheel = write_wheel(tmp_path, seed_chance(), rounds=1)
    assert fetch_wheel(tmp_path) == wheel


@pytest.mark.parametrize(
    "rows", ["14,3,0,0\n", "14,3,0,1.5\n", "14,3,0,nan\n", "x,3,0,0.5\n", "14\n", "\xff,,,\n"], ids=ascii
)
def test_a_log_that_cannot_be_true_is_refused(tmp_path: Path, rows: str) -> None:
    with pytest.raises(KioskError, match="does not hold the Open Bandit sample"):
        read_log(write_log(tmp_path, HEAD + rows), "random", "all")


def test_what_is_no_such_wheel_is_refused(tmp_path: Path) -> None:
    (tmp_path / "x.whl").write_bytes(b"nothing")
    for wheel in (tmp_path / "x.whl", tmp_path / "none.whl", write_log(tmp_path, HEAD)):
        with pytest.raises(KioskError, match="does not hold the Open Bandit sample"):
            read_log(wheel, "bts", "men")
