"""An uploaded video becomes a file that screens can play: measured, and kept as it is.

A hub has no decoder: whether its pictures can be shown each screen finds out by itself.
"""

import os
import shutil
from hashlib import sha256
from pathlib import Path
from typing import BinaryIO

from msgspec import Struct

from kiosk.contract.video_file import measure_video, name_container

_BITS = 12
_PART = 256 * 1024
_ROOM_TO_LEAVE = 1_000_000_000
"""Bytes of the disk that the database must not come to lack."""


class NoRoom(Exception):
    """The disk of the media folder is all but full."""


class VideoFile(Struct, frozen=True):
    """A video in the media folder: its size in bytes, and how many seconds it plays."""

    name: str
    sha256: str
    bytes: int
    seconds: float


def keep_video(file: BinaryIO, folder: Path, stem: str) -> VideoFile:
    """Put it whole into the folder, named by `stem` and a part of its hash. Raises `VideoRefused` or `NoRoom`."""
    seconds = measure_video(file)
    size = file.seek(0, os.SEEK_END)
    folder.mkdir(parents=True, exist_ok=True)
    if shutil.disk_usage(folder).free < size + _ROOM_TO_LEAVE:
        raise NoRoom
    file.seek(0)
    container = name_container(file.read(8))
    digest = _hash(file)
    name = f"{stem}.{digest[:_BITS]}.{container}"
    draft = folder / f".{name}.{os.getpid()}"
    with draft.open("wb") as target:
        file.seek(0)
        shutil.copyfileobj(file, target)
    draft.replace(folder / name)
    return VideoFile(name, digest, size, seconds)


def _hash(file: BinaryIO) -> str:
    hashed = sha256()
    file.seek(0)
    while part := file.read(_PART):
        hashed.update(part)
    return hashed.hexdigest()
