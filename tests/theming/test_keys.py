import shutil
import stat
import subprocess
from pathlib import Path

import pytest

from kiosk.errors import FileRefused
from kiosk.theming.keys import make_key, read_private_key, read_public_key

BROKEN_KEY = b"-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----"


def test_a_new_key_is_for_its_owner_only_and_fits_its_public_one(tmp_path: Path) -> None:
    public = make_key(tmp_path / "shop.key")
    assert public == tmp_path / "shop.key.pub"
    assert stat.S_IMODE((tmp_path / "shop.key").stat().st_mode) == 0o600
    signature = read_private_key(tmp_path / "shop.key").sign(b"theme")
    read_public_key(public).verify(signature, b"theme")


@pytest.mark.parametrize("there", ["shop.key", "shop.key.pub"])
def test_neither_file_is_ever_overwritten(tmp_path: Path, there: str) -> None:
    (tmp_path / there).write_text("mine")
    with pytest.raises(FileRefused, match="is there already"):
        make_key(tmp_path / "shop.key")
    assert [path.name for path in tmp_path.iterdir()] == [there]


def test_where_it_cannot_be_written_it_says_so(tmp_path: Path) -> None:
    with pytest.raises(FileRefused, match=r"shop\.key: No such file"):
        make_key(tmp_path / "no" / "shop.key")


@pytest.mark.parametrize("content", [b"", BROKEN_KEY, b"\xff" * 9000])
def test_what_is_no_key_is_refused_by_its_name_and_never_shown(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "shop.key").write_bytes(content)
    for read in (read_private_key, read_public_key):
        with pytest.raises(FileRefused, match=r"^shop\.key: is no (private|public) ed25519 key") as refused:
            read(tmp_path / "shop.key")
        assert "AAAA" not in str(refused.value)


def test_a_private_key_is_no_public_one_and_a_missing_one_is_none(tmp_path: Path) -> None:
    make_key(tmp_path / "shop.key")
    with pytest.raises(FileRefused, match="is no public"):
        read_public_key(tmp_path / "shop.key")
    with pytest.raises(FileRefused, match="No such file"):
        read_public_key(tmp_path / "none.pub")


def test_openssl_reads_what_was_written(tmp_path: Path) -> None:
    make_key(tmp_path / "shop.key")
    openssl = shutil.which("openssl")
    assert openssl
    command = [openssl, "pkey", "-in", str(tmp_path / "shop.key"), "-pubout"]
    told = subprocess.run(command, capture_output=True, check=True)  # noqa: S603  # its words are the test's own
    assert told.stdout == (tmp_path / "shop.key.pub").read_bytes()
