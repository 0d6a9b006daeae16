import json
import re
import tomllib
from datetime import date, timedelta
from pathlib import Path

import pytest
from builder.lock import normalise, read_lock, refuse_old_lock, write_lock
from builder.tool import BuildStopped

from tests.checks.tree import ROOT

LOCKS = sorted((ROOT / "packaging/locks").rglob("*.txt"))
DIGEST = "ab" * 32
DAY = date(2026, 11, 23)
EXTRAS = {"vitrine-kiosk": ("multimedia",), "vitrine-hub": ("hub", "postgres", "wallet-push", "stripe")}
LEFT_OUT = {"vitrine-kiosk": {"tzdata"}, "vitrine-hub": {"pyside6-essentials", "nfcpy"}}


def report(*names: str) -> str:
    """What pip says that it would install: these from the index, and one that lies on this disk."""
    told: list[dict[str, object]] = [
        {
            "metadata": {"name": name, "version": "1.0"},
            "download_info": {"archive_info": {"hashes": {"sha256": DIGEST}}},
        }
        for name in names
    ]
    told.append({"metadata": {"name": "vitrine-kiosk", "version": "0.1.0"}, "download_info": {"dir_info": {}}})
    return json.dumps({"version": "1", "install": told})


def test_a_lock_names_its_day_and_version_and_hash_of_all_that_comes_from_the_index() -> None:
    assert write_lock(report("Segno", "msgspec"), DAY) == (
        f"# 2026-11-23\nmsgspec==1.0 --hash=sha256:{DIGEST}\nsegno==1.0 --hash=sha256:{DIGEST}\n"
    )


def test_what_a_package_does_well_without_is_left_out_by_whatever_spelling() -> None:
    assert write_lock(report("PySide6_Essentials", "segno"), DAY, ["pyside6-essentials"]).split()[2].startswith("segno")


def test_a_lock_is_read_as_it_was_written(tmp_path: Path) -> None:
    (tmp_path / "lock").write_text(write_lock(report("typing_extensions"), DAY))

    assert read_lock(tmp_path / "lock") == {"typing-extensions": DIGEST}


def test_nothing_is_built_of_libraries_that_nobody_looked_at_for_three_months(tmp_path: Path) -> None:
    lock = tmp_path / "vitrine-hub.txt"
    lock.write_text(write_lock(report("segno"), DAY))

    refuse_old_lock(lock, DAY + timedelta(days=90))
    with pytest.raises(BuildStopped, match=r"vitrine-hub\.txt is of 2026-11-23, .*: run packaging/lock"):
        refuse_old_lock(lock, DAY + timedelta(days=91))


@pytest.mark.parametrize("name", ["a.b", "A--b", "a_b"])
def test_names_are_compared_as_the_index_does(name: str) -> None:
    assert normalise(name) == "a-b"


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: f"{lock.parent.name} {lock.stem}")
def test_a_package_brings_what_its_place_needs_and_no_more(lock: Path) -> None:
    there = set(read_lock(lock))

    assert {"msgspec", "paho-mqtt", "requests"} <= there
    assert ("pyside6-addons" in there) == (lock.stem == "vitrine-kiosk")
    assert ("fastapi" in there) == (lock.stem == "vitrine-hub")


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: f"{lock.parent.name} {lock.stem}")
def test_a_lock_is_made_anew_when_the_project_asks_for_more(lock: Path) -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    asked = [*project["dependencies"]]
    asked += [line for extra in EXTRAS[lock.stem] for line in project["optional-dependencies"][extra]]
    names = {normalise(re.split(r"[^\w.-]", line)[0]) for line in asked}

    assert names - LEFT_OUT[lock.stem] - set(read_lock(lock)) == set()
