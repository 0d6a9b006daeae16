from pathlib import Path

import pytest

from kiosk.errors import FileRefused
from kiosk.theming.bundle_reader import open_bundle
from kiosk.theming.finding import Finding
from tests.doubles.hostile_themes import write_folder, write_zip


def test_a_folder_and_its_archive_are_the_same_bundle(tmp_path: Path) -> None:
    folder, archive = write_folder(tmp_path / "dusk", {}), write_zip(tmp_path / "dusk.zip", {})
    assert open_bundle(folder, []) == open_bundle(archive, [])


def test_what_may_not_be_there_is_found_and_the_rest_is_read(tmp_path: Path) -> None:
    findings: list[Finding] = []
    bundle = open_bundle(write_folder(tmp_path / "dusk", {"run.py": b""}), findings)
    assert list(bundle.files) == ["theme.toml"]
    assert [finding.place for finding in findings] == ["run.py"]


def test_what_is_not_there_is_refused_by_its_name(tmp_path: Path) -> None:
    with pytest.raises(FileRefused, match=r"dusk: No such file or directory"):
        open_bundle(tmp_path / "dusk.zip", [])
