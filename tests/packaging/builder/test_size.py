from pathlib import Path

import pytest
from builder.release import Release
from builder.size import MOST_MB, refuse_oversize
from builder.stage import Stage
from builder.tool import BuildStopped


def make_built(folder: Path, size: int) -> tuple[Path, Stage]:
    """A file of so many bytes, and a tree of which one file is large and none is counted twice."""
    built = folder / "vitrine-appliance_1.0_amd64.deb"
    built.write_bytes(bytes(size))
    stage = Stage("vitrine-appliance", "1.0", Release("12", "amd64", "3.11"), folder / "stage", folder)
    (stage.root / "usr").mkdir(parents=True)
    for number in range(20):
        (stage.root / f"usr/part-{number}").write_bytes(bytes(number * 100_000))
    (stage.root / "usr/link").symlink_to("part-19")
    return built, stage


def test_what_weighs_no_more_than_is_allowed_stays(tmp_path: Path) -> None:
    built, stage = make_built(tmp_path, 100_000)

    refuse_oversize(built, stage)

    assert built.is_file()


def test_a_byte_more_stops_the_build_names_the_largest_files_and_leaves_nothing_to_be_signed(tmp_path: Path) -> None:
    built, stage = make_built(tmp_path, 100_001)

    with pytest.raises(BuildStopped) as stopped:
        refuse_oversize(built, stage)

    first, *lines = str(stopped.value).splitlines()
    assert "has 0.1 MB, of 0.1 that it may have" in first
    assert lines[0].split() == ["1.90", "MB", "usr/part-19"]
    assert len(lines) == 10
    assert not built.exists()


def test_a_screens_package_is_held_to_45_mb() -> None:
    assert MOST_MB["vitrine-kiosk"] == 45
