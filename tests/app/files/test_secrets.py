import os
from pathlib import Path

import pytest

from kiosk.app.files.secrets import read_store_key, read_token
from kiosk.errors import SettingRefused


def test_what_is_not_set_is_not_there() -> None:
    assert read_store_key(None) is None
    assert read_token(None) is None


def test_secrets_are_read_without_the_white_space_around_them(tmp_path: Path) -> None:
    (tmp_path / "key").write_text("0a" * 32 + "\n")
    (tmp_path / "token").write_text(" tok-1\n")
    assert read_store_key(tmp_path / "key") == bytes([10]) * 32
    assert read_token(tmp_path / "token") == "tok-1"


@pytest.mark.parametrize("content", [b"", b"two\nlines", "schlüssel".encode(), b"\xff\xfe"])
def test_a_token_that_no_header_could_carry_is_refused_by_the_name_of_its_setting(
    tmp_path: Path, content: bytes
) -> None:
    (tmp_path / "token").write_bytes(content)
    with pytest.raises(SettingRefused, match=r"^loyalty\.token_file: ") as refusal:
        read_token(tmp_path / "token")
    assert "lines" not in str(refusal.value)


def test_a_file_that_is_not_there_is_refused_by_the_name_of_its_setting(tmp_path: Path) -> None:
    with pytest.raises(SettingRefused, match=r"^store\.key_file: .* cannot be read"):
        read_store_key(tmp_path / "none")


def test_a_pipe_is_not_waited_for_and_a_link_is_followed(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "token").write_text("t0ken")
    (tmp_path / "link").symlink_to(tmp_path / "token")
    with pytest.raises(SettingRefused, match="cannot be read"):
        read_token(tmp_path / "pipe")
    assert read_token(tmp_path / "link") == "t0ken"
