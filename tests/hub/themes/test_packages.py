from hashlib import sha256
from pathlib import Path

import pytest

from kiosk.hub.themes.packages import find_package, keep_packages


def test_what_is_kept_is_found_by_its_hash_alone(tmp_path: Path) -> None:
    content = b"a theme"
    kept = keep_packages(tmp_path, {"dusk": content})
    again = keep_packages(tmp_path, {"dawn": content})

    digest = sha256(content).hexdigest()
    assert kept == {"dusk": {"sha256": digest, "bytes": len(content)}}
    assert again["dawn"] == kept["dusk"]
    path = find_package(tmp_path, digest)
    assert path is not None
    assert path.read_bytes() == content


@pytest.mark.parametrize("name", ["", "..", "../../hub.sqlite3", "0" * 64, "A" * 64, "0" * 63])
def test_nothing_else_is_found(tmp_path: Path, name: str) -> None:
    keep_packages(tmp_path, {"dusk": b"a theme"})

    assert find_package(tmp_path, name) is None
