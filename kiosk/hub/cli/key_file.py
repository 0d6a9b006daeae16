"""The file of the store key, as commands of the hub are told where it lies."""

from pathlib import Path

from kiosk.contract.credential import parse_store_key
from kiosk.errors import FileRefused


def read_key_file(file: Path, called: object) -> bytes:
    """The store key. Raises `FileRefused`, which names the file as it is `called`."""
    try:
        return parse_store_key(file.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError) as error:
        message = f"{called}: cannot be read as text"
        raise FileRefused(message) from error
