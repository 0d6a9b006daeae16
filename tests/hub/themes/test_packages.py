from datetime import timedelta
from hashlib import sha256
from pathlib import Path

import pytest

from kiosk.hub.themes.packages import FOLDER, GRACE, drop_packages, find_package, keep_packages, renew_packages
from tests.hub.running import NOW

LATER = NOW + GRACE + timedelta(seconds=1)


def test_what_is_kept_is_found_by_its_hash_alone(tmp_path: Path) -> None:
    content = b"a theme"
    kept = keep_packages(tmp_path, {"dusk": content}, NOW)
    again = keep_packages(tmp_path, {"dawn": content}, NOW)

    digest = sha256(content).hexdigest()
    assert kept == {"dusk": {"sha256": digest, "bytes": len(content)}}
    assert again["dawn"] == kept["dusk"]
    path = find_package(tmp_path, digest)
    assert path is not None
    assert path.read_bytes() == content


@pytest.mark.parametrize("name", ["", "..", "../../hub.sqlite3", "0" * 64, "A" * 64, "0" * 63])
def test_nothing_else_is_found(tmp_path: Path, name: str) -> None:
    keep_packages(tmp_path, {"dusk": b"a theme"}, NOW)

    assert find_package(tmp_path, name) is None


def test_what_is_not_needed_goes_once_it_was_not_kept_a_moment_ago(tmp_path: Path) -> None:
    kept = keep_packages(tmp_path, {"dusk": b"dusk", "dawn": b"dawn"}, NOW)
    (tmp_path / FOLDER / "README").touch()
    drop_packages(tmp_path, [], NOW)
    assert all(find_package(tmp_path, package["sha256"]) for package in kept.values())

    drop_packages(tmp_path, [kept["dawn"]["sha256"]], LATER)

    assert {path.name for path in (tmp_path / FOLDER).iterdir()} == {kept["dawn"]["sha256"], "README"}


def test_what_is_kept_again_or_renewed_stays_as_if_it_were_new(tmp_path: Path) -> None:
    kept = keep_packages(tmp_path, {"dusk": b"dusk", "dawn": b"dawn"}, NOW)
    keep_packages(tmp_path, {"dusk": b"dusk"}, LATER)
    assert renew_packages(tmp_path, {"dawn": kept["dawn"]}, LATER)

    drop_packages(tmp_path, [], LATER)

    assert all(find_package(tmp_path, package["sha256"]) for package in kept.values())


def test_what_is_gone_is_not_renewed(tmp_path: Path) -> None:
    kept = keep_packages(tmp_path, {"dusk": b"dusk"}, NOW)
    drop_packages(tmp_path, [], LATER)

    assert not renew_packages(tmp_path, kept, LATER)


def test_where_nothing_was_ever_kept_nothing_is_removed(tmp_path: Path) -> None:
    drop_packages(tmp_path, [], LATER)

    assert list(tmp_path.iterdir()) == []
