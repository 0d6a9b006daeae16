import os
from pathlib import Path

import pytest

from kiosk.line_log import LineLog


@pytest.fixture
def log(tmp_path: Path) -> LineLog:
    return LineLog(tmp_path / "lines", tmp_path / "older", 100)


def test_the_newest_lines_are_there_and_no_more_than_two_files(log: LineLog, tmp_path: Path) -> None:
    for number in range(50):
        log.add(b"%09d" % number, is_durable=False)

    lines = [int(line) for line in log.read()]
    assert lines == list(range(lines[0], 50))
    assert sorted(path.name for path in tmp_path.iterdir()) == ["lines", "older"]


@pytest.mark.parametrize("is_durable", [True, False])
def test_half_a_line_that_a_power_cut_left_takes_no_other_along(log: LineLog, tmp_path: Path, is_durable: bool) -> None:  # noqa: FBT001 # pytest's parameter
    (tmp_path / "lines").write_bytes(b'{"half')
    log.add(b"whole", is_durable=is_durable)

    assert list(log.read()) == [b'{"half\n', b"whole\n"]


def test_what_is_to_be_durable_is_on_disk_on_return(log: LineLog, monkeypatch: pytest.MonkeyPatch) -> None:
    synced: list[int] = []
    monkeypatch.setattr(os, "fsync", synced.append)

    log.add(b"lost with the power", is_durable=False)
    assert synced == []
    log.add(b"kept", is_durable=True)
    assert len(synced) == 1


def test_it_is_its_owners_alone(log: LineLog, tmp_path: Path) -> None:
    log.add(b"secret", is_durable=False)

    assert (tmp_path / "lines").stat().st_mode & 0o777 == 0o600
