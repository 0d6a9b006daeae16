"""A file of the folder as a picture or video of the loop: what kinds there are, and by what its bytes are known."""

import os
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path, PurePath
from typing import BinaryIO

from kiosk.contract.offer import MediaRef
from kiosk.contract.video import VideoRefused
from kiosk.contract.video_file import measure_video
from kiosk.plain_file import open_plain
from kiosk.signage.svg import find_drawing_flaw

PICTURES = frozenset({".jpg", ".jpeg", ".png", ".webp", ".avif"})
DRAWING = ".svg"
VIDEOS = frozenset({".mp4", ".m4v", ".webm"})
_OTHER_VIDEOS = frozenset({".mov", ".mkv", ".avi", ".mpg", ".mpeg", ".wmv"})
_OTHER_PICTURES = frozenset({".gif", ".bmp", ".tif", ".tiff", ".heic", ".heif", ".psd", ".pdf"})
_CHUNK = 1 << 20

_WORDS = {
    "too_large": "more than 20 MB, or 200 MB of a video",
    "no_picture": "no picture, whatever its name says",
    "broken": "broken, or not copied to its end",
    "not_decoded": "no decoder of this screen makes a picture of it: save it as JPEG, PNG or WebP",
    "too_many_pixels": "more than 16 million pixels",
    "odd_shape": "far too long or too narrow for a screen",
    "no_room": "no room for it: raise loop.media_mb",
    "wrong_bytes": "it changes while it is read",
    "no_video": "neither MP4 nor WebM, whatever its name says",
    "cut_off": "cut off, or not copied to its end",
    "no_length": "does not say how long it takes: a stream, or endless",
    "too_long": "takes more than an hour",
    "too_short": "takes less than a second",
    "too_many_video_pixels": "larger than 1280x720, or than 3840x2160 where there is graphics hardware",
    "no_frame": "no decoder of this screen makes pictures of it: save it as H.264 or VP9",
    "no_player": "videos need the extra `multimedia`, which is not installed: `kiosk doctor` says how",
}

FindFlaw = Callable[[Path], str | None]
"""Why a picture may not be shown, as a code; `None`: it may. Raises `OSError`."""


Keep = Callable[[MediaRef, Path], str | None]
"""Takes a file's bytes into the store of what may be shown; answers why not, as a code or a sentence."""


def find_kind_flaw(name: str) -> str | None:
    """Why a file of such a name is never shown; `None`: it may be, if it is what its name says."""
    suffix = PurePath(name).suffix.lower()
    if suffix in PICTURES | VIDEOS or suffix == DRAWING:
        return None
    if suffix in _OTHER_VIDEOS:
        return "no kind of video that the loop plays: save it as MP4 or WebM"
    if suffix in _OTHER_PICTURES:
        return "no kind of picture that the loop plays: save it as JPEG, PNG or WebP"
    return "no kind of file that the loop plays"


def is_stray(name: str) -> bool:
    """Whether a file of such a name was never meant to be shown: notes, a price list, what a program left there."""
    suffix = PurePath(name).suffix.lower()
    return suffix not in PICTURES | VIDEOS | _OTHER_VIDEOS | _OTHER_PICTURES and suffix != DRAWING


def is_video(name: str) -> bool:
    """Whether a file of such a name is to be played as one."""
    return PurePath(name).suffix.lower() in VIDEOS


def measure_file(path: Path) -> float:
    """How many seconds a video plays. Raises `VideoRefused`, and `OSError`."""
    with open_file(path) as file:
        return measure_video(file)


def find_content_flaw(path: Path, find_flaw: FindFlaw, name: str | None = None) -> str | None:
    """Why these bytes may not be shown; `name` is the file's own where it lies under another. Raises `OSError`."""
    suffix = PurePath(name or path.name).suffix.lower()
    if suffix in VIDEOS:
        return _find_video_flaw(path)
    return find_drawing_flaw(path) if suffix == DRAWING else find_flaw(path)


def _find_video_flaw(path: Path) -> str | None:
    try:
        measure_file(path)
    except VideoRefused as refused:
        return refused.flaw
    return None


def open_file(path: Path) -> BinaryIO:
    """Open it to be read. Raises `OSError`, also where a link or a pipe took its place since it was looked at."""
    return os.fdopen(open_plain(path, os.O_RDONLY), "rb")


def identify_file(path: Path) -> MediaRef:
    """The file by its bytes. Raises `OSError`."""
    digest, size = sha256(), 0
    with open_file(path) as file:
        while chunk := file.read(_CHUNK):
            digest.update(chunk)
            size += len(chunk)
    if not size:
        message = "empty"
        raise OSError(message)
    return MediaRef(path.name, digest.hexdigest(), size)


def phrase_flaw(code: str) -> str:
    """A code in words; what is a sentence already stays as it is."""
    return _WORDS.get(code, code)
