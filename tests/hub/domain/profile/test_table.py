from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest

from kiosk.hub.domain.profile.table import (
    Row,
    RowRefused,
    TableRefused,
    get_cell,
    get_money,
    get_names,
    get_needed,
    get_time,
    read_table,
    refuse_row,
)


def _refuse(_: Row, column: str) -> None:
    refuse_row(column, "no")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "table.csv"


@pytest.mark.parametrize(
    "text",
    [
        "a,b\n1,x\n\n2, y \n",
        "\ufeffa;b\r\n1;x\r\n\r\n2;y\r\n",
        "a\tb\n1\tx\n\n2\ty\tmore",
    ],
)
def test_rows_are_read_as_other_programs_write_them(file: Path, text: str) -> None:
    file.write_text(text, encoding="utf-8", newline="")

    assert list(read_table(file, ["a"])) == [(2, {"a": "1", "b": "x"}), (4, {"a": "2", "b": "y"})]


def test_a_cell_may_hold_several_lines(file: Path) -> None:
    file.write_text('a,b\n1,"x\ny"\n2,z\n')

    assert [(line, row["a"]) for line, row in read_table(file, ["a"])] == [(3, "1"), (4, "2")]


@pytest.mark.parametrize(
    ("content", "reason"),
    [(b"", "must name the columns a"), (b"b\n1\n", "must name the columns a"), (b"a\n\xff\n", "UnicodeDecodeError")],
)
def test_what_is_no_such_table_is_refused(file: Path, content: bytes, reason: str) -> None:
    file.write_bytes(content)

    with pytest.raises(TableRefused, match=reason):
        list(read_table(file, ["a"]))


def test_a_file_that_there_is_not_is_refused(file: Path) -> None:
    with pytest.raises(TableRefused, match="FileNotFoundError"):
        list(read_table(file, ["a"]))


def test_cells_are_read_by_their_kind() -> None:
    row = {"t": "2026-11-22", "m": "-12.90", "n": "a| b ||c", "e": ""}

    assert get_time(row, "t").isoformat() == "2026-11-22T00:00:00+00:00"
    assert (get_money(row, "m"), get_money(row, "e"), get_cell(row, "none")) == (Decimal("-12.90"), None, "")
    assert (get_names(row, "n"), get_needed(row, "m")) == (("a", "b", "c"), "-12.90")


@pytest.mark.parametrize(
    ("read", "text"),
    [
        (get_cell, "x" * 129),
        (get_cell, "a\x00b"),
        (get_needed, ""),
        (get_time, "yesterday"),
        (get_time, "1926-11-22"),
        (get_money, "12,90"),
        (get_names, "x" * 1001),
        (_refuse, "secret"),
    ],
)
def test_a_cell_that_cannot_be_read_is_named_by_its_column_alone(read: Callable[[Row, str], object], text: str) -> None:
    with pytest.raises(RowRefused) as refused:
        read({"it": text}, "it")

    assert refused.value.column == "it"
    assert not text or text not in refused.value.reason
