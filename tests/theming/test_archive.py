from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kiosk.theming.archive import read_archive
from kiosk.theming.bundle import MOST_BYTES, Intake
from tests.doubles.hostile_themes import MANIFEST, write_zip


def read(path: Path) -> Intake:
    intake = Intake()
    read_archive(path, intake)
    return intake


def test_files_are_taken_by_their_names(tmp_path: Path) -> None:
    intake = read(write_zip(tmp_path / "dusk.zip", {"fonts/": b"", "fonts/a.txt": b"licence"}))
    assert intake.files == {"theme.toml": MANIFEST, "fonts/a.txt": b"licence"}
    assert intake.findings == []


def test_the_one_folder_that_a_desktop_packs_is_looked_into(tmp_path: Path) -> None:
    from zipfile import ZipFile  # noqa: PLC0415 # one test writes its archive by hand

    with ZipFile(tmp_path / "dusk.zip", "w") as archive:
        for name in ("dusk/", "dusk/theme.toml", "dusk/fonts/a.txt"):
            archive.writestr(name, "")
    assert list(read(tmp_path / "dusk.zip").files) == ["theme.toml", "fonts/a.txt"]


def test_what_is_too_large_is_not_opened(tmp_path: Path) -> None:
    (tmp_path / "dusk.zip").write_bytes(bytes(MOST_BYTES + 1))
    assert "larger than" in read(tmp_path / "dusk.zip").findings[0].why


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_an_archive_that_was_tampered_with_is_read_or_refused(tmp_path: Path, data: st.DataObject) -> None:
    content = bytearray(write_zip(tmp_path / "dusk.zip", {"a.txt": b"word " * 99, "b.txt": b""}).read_bytes())
    for _ in range(data.draw(st.integers(1, 6))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    (tmp_path / "dusk.zip").write_bytes(content[: data.draw(st.integers(0, len(content)))])
    intake = read(tmp_path / "dusk.zip")
    assert intake.files or intake.findings
