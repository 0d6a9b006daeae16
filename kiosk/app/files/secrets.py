"""Reads and keeps the files that hold secrets, each named by its setting when it cannot be used."""

import os
from pathlib import Path
from tempfile import TemporaryFile

from kiosk.contract.credential import parse_store_key
from kiosk.errors import FileRefused, SettingRefused
from kiosk.plain_file import read_plain, replace_plain

LARGEST = 16 * 1024


def read_store_key(file: Path | None) -> bytes | None:
    """The store key; `None`: none is set. Raises `SettingRefused`."""
    if file is None:
        return None
    name = "store.key_file"
    try:
        return parse_store_key(_read(name, file))
    except FileRefused as error:
        raise SettingRefused(name, str(error)) from error


def read_token(file: Path | None) -> str | None:
    """The screen's token; `None`: none is set. Raises `SettingRefused`."""
    if file is None:
        return None
    name = "loyalty.token_file"
    token = _read(name, file).strip()
    if not token or not token.isascii() or not token.isprintable():
        raise SettingRefused(name, f"{file} holds no token: one line of plain text")
    return token


def check_token_place(file: Path | None) -> Path:
    """The file that a token can be kept in, which need not be there. Raises `SettingRefused`."""
    name = "loyalty.token_file"
    if file is None:
        raise SettingRefused(name, "must name a place for the token")
    try:
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        TemporaryFile(dir=file.resolve().parent).close()
    except OSError as error:
        raise _refuse_place(file, error) from error
    return file.resolve()


def keep_token(file: Path | None, token: str) -> None:
    """Put the token there in the place of any other, for its owner alone. Raises `SettingRefused`."""
    place = check_token_place(file)
    try:
        replace_plain(place, f"{token}\n".encode())
    except OSError as error:
        raise _refuse_place(file, error) from error


def _refuse_place(file: Path | None, error: OSError) -> SettingRefused:
    name, why = "loyalty.token_file", f"{file} cannot be written ({os.strerror(error.errno or 0)})"
    return SettingRefused(name, why)


def _read(name: str, file: Path) -> str:
    try:
        # Resolved, for a secret may well be handed over as a link.
        return read_plain(file.resolve(), LARGEST).decode()
    except OSError as error:
        raise SettingRefused(name, f"{file} cannot be read ({os.strerror(error.errno or 0)})") from error
    except UnicodeDecodeError as error:
        raise SettingRefused(name, f"{file} is no text") from error
