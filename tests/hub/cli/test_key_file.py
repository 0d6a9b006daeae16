from pathlib import Path

import pytest

from kiosk.contract.credential import KEY_BYTES
from kiosk.errors import FileRefused
from kiosk.hub.cli.key_file import read_key_file


def test_a_file_holds_the_key_as_hex(tmp_path: Path) -> None:
    file = tmp_path / "store.key"
    file.write_text("ab" * KEY_BYTES + "\n")

    assert read_key_file(file, file) == b"\xab" * KEY_BYTES


@pytest.mark.parametrize(
    ("content", "why"),
    [(None, "--key: cannot be read as text"), (b"\xff", "--key: cannot be read"), (b"ab", "64 hex digits")],
)
def test_a_file_without_one_is_refused_by_what_it_is_called(tmp_path: Path, content: bytes | None, why: str) -> None:
    file = tmp_path / "store.key"
    if content is not None:
        file.write_bytes(content)

    with pytest.raises(FileRefused, match=why):
        read_key_file(file, "--key")
