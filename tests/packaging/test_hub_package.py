"""The hub's package as the builder makes it, of fewer parts: what a build server has time for."""

import hashlib
import json
import re
import shutil
from datetime import UTC, datetime
from pathlib import Path

import pytest
from builder.__main__ import build_again, build_package
from builder.tool import BuildStopped, ask_tool

from tests.checks.tree import ROOT
from tests.packaging.wheels import lock_wheel, pack_wheel

PARTS = ("msgspec", "Jinja2", "segno")
"""One is compiled."""
NOW = datetime(2026, 11, 23, tzinfo=UTC)

pytestmark = pytest.mark.skipif(not shutil.which("dpkg-shlibdeps"), reason="dpkg-dev is not installed")


@pytest.fixture(autouse=True)
def _shelf_of_wheels(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Pip finds there what it would find in the index."""
    (tmp_path / "shelf").mkdir()
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    monkeypatch.setenv("PIP_FIND_LINKS", str(tmp_path / "shelf"))
    monkeypatch.setenv("SOURCE_DATE_EPOCH", f"{NOW.timestamp():.0f}")


def lay_source(folder: Path) -> Path:
    """This checkout, with a lock of a few parts."""
    source = folder / "source"
    (source / "packaging").mkdir(parents=True)
    for name in ("kiosk", "assets", "themes", "packaging/vitrine-hub", "packaging/copyright"):
        (source / name).symlink_to(ROOT / name)
    wheels = [pack_wheel(name, folder / "shelf") for name in PARTS]
    for python in ("3.11", "3.12", "3.13", "3.14"):
        lock = source / f"packaging/locks/{python}/vitrine-hub.txt"
        lock.parent.mkdir(parents=True)
        lock.write_text(f"# {NOW:%Y-%m-%d}\n" + "".join(map(lock_wheel, wheels)))
    return source


def ask_program(whole: Path) -> list[str]:
    """Where what was unpacked here finds its pictures and its compiled part, as the Python beside it runs them."""
    python = next((whole / "usr/lib/vitrine-hub/bin").iterdir())
    asked = "import msgspec, kiosk.places; print(kiosk.places.find_shipped('assets'), msgspec.__file__)"
    return ask_tool(str(python), "-I", "-B", "-c", asked).split()


def test_it_is_built_twice_to_the_same_bytes_and_holds_what_it_says(tmp_path: Path) -> None:
    source = lay_source(tmp_path)
    built = build_package("vitrine-hub", source, tmp_path / "out")

    build_again(built, "vitrine-hub", source, tmp_path / "again")  # raises for another byte

    whole = tmp_path / "whole"
    ask_tool("dpkg-deb", "--raw-extract", str(built), str(whole))
    control = (whole / "DEBIAN/control").read_text()
    assert re.search(r"^Depends: .*libc6", control, re.MULTILINE)
    assert "@" not in control.replace("vitrine@localhost", "")
    docs = whole / "usr/share/doc/vitrine-hub"
    parts = {part["name"] for part in json.loads((docs / "sbom.cdx.json").read_text())["components"]}
    assert parts == {"msgspec", "jinja2", "segno"}
    assert {line.split()[0] for line in (docs / "licences.txt").read_text().splitlines()} == parts
    assert (docs / "copyright").is_file()
    sums = dict(line.split("  ")[::-1] for line in (whole / "DEBIAN/md5sums").read_text().splitlines())
    there = [file for file in whole.rglob("*") if file.is_file() and not file.is_symlink()]
    names = {str(file.relative_to(whole)): file for file in there if "DEBIAN" not in file.parts}
    assert sums == {n: hashlib.md5(f.read_bytes(), usedforsecurity=False).hexdigest() for n, f in names.items()}
    assert any(name.endswith("/kiosk/hub/app.py") for name in names)
    assert [name for name in names if "PySide6" in name or name.endswith(".pyc")] == []
    assert [Path(one).is_relative_to(whole) for one in ask_program(whole)] == [True, True]


def test_a_part_of_another_hash_than_the_lock_names_is_not_taken(tmp_path: Path) -> None:
    source = lay_source(tmp_path)
    for lock in source.rglob("vitrine-hub.txt"):
        lock.write_text(re.sub("sha256:.{4}", "sha256:0000", lock.read_text()))

    with pytest.raises(BuildStopped, match="its own words above say why"):
        build_package("vitrine-hub", source, tmp_path / "out")
