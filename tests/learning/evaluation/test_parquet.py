from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from kiosk.errors import FileRefused
from kiosk.learning.evaluation.parquet import read_rows
from tests.doubles.shopping_year import write_shopping_year


def test_rows_come_by_the_columns_asked_for_and_times_as_days(tmp_path: Path) -> None:
    folder = write_shopping_year(tmp_path)
    rows = list(read_rows(folder / "campaign_descriptions.parquet", ("campaign_id", "start_date", "campaign_type")))
    assert rows == [(9, 17317, "Type B"), (14, 17413, "Type C")]


def test_a_point_in_time_is_its_day_too(tmp_path: Path) -> None:
    arrow: Any = import_module("pyarrow")
    parquet: Any = import_module("pyarrow.parquet")
    times = arrow.array([86_400_000_000_000 * 3 + 5], type=arrow.timestamp("ns"))
    parquet.write_table(arrow.table({"at": times}), tmp_path / "times.parquet")
    assert list(read_rows(tmp_path / "times.parquet", ("at",))) == [(3,)]


@pytest.mark.parametrize("content", [None, b"", b"PAR1 and nothing else"])
def test_what_is_no_parquet_file_is_refused_by_its_name(tmp_path: Path, content: bytes | None) -> None:
    if content is not None:
        (tmp_path / "products.parquet").write_bytes(content)
    with pytest.raises(FileRefused, match=r"^products\.parquet is no parquet file that can be used"):
        read_rows(tmp_path / "products.parquet", ("product_id",))


def test_a_file_that_lacks_a_column_is_refused(tmp_path: Path) -> None:
    folder = write_shopping_year(tmp_path)
    with pytest.raises(FileRefused, match=r"coupons\.parquet"):
        read_rows(folder / "coupons.parquet", ("coupon_upc", "colour"))
