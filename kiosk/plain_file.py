"""Opens the files of the state folder so that nothing that lies in their place can hold the program up."""

import errno
import os
import stat
from contextlib import suppress
from pathlib import Path

OWNER_ALONE, OWNER_AND_GROUP, EVERYBODY = 0o600, 0o640, 0o644
_CAREFUL = os.O_NOFOLLOW | os.O_NONBLOCK


def open_plain(path: Path, flags: int) -> int:
    """A handle of this plain file, made for its owner alone where `flags` make it. Raises `OSError`.

    A link is not followed, a pipe is not waited for, and neither is taken for a file, nor is a device.
    """
    handle = os.open(path, flags | _CAREFUL, OWNER_ALONE)
    if not stat.S_ISREG(os.fstat(handle).st_mode):
        os.close(handle)
        raise OSError(errno.EINVAL, "no plain file", str(path))
    return handle


def read_plain(path: Path, largest: int) -> bytes:
    """All that this plain file holds. Raises `OSError`, also where that is more than `largest` bytes."""
    with os.fdopen(open_plain(path, os.O_RDONLY), "rb") as file:
        content = file.read(largest + 1)
    if len(content) > largest:
        raise OSError(errno.EFBIG, os.strerror(errno.EFBIG), str(path))
    return content


def replace_plain(path: Path, content: bytes, *, keeps_owner: bool = False, mode: int = OWNER_ALONE) -> None:
    """Put `content` in the place of the file, on disk on return, open to whom `mode` lets in. Raises `OSError`.

    `keeps_owner`: whose the file was, hers it stays; for a folder in which nobody else can lay a file.
    """
    part = path.with_name(f"{path.name}.part")
    try:
        # What a power cut left there, or somebody laid there, is neither written to nor waited for.
        part.unlink(missing_ok=True)
        with os.fdopen(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, OWNER_ALONE), "wb") as file:
            if keeps_owner:
                _hand_over(file.fileno(), path)
            os.fchmod(file.fileno(), mode)
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        part.rename(path)
        _settle(path.parent)
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)


def _hand_over(handle: int, path: Path) -> None:
    """Let the file of this handle be of whom the one at `path` is, where there is one."""
    with suppress(FileNotFoundError):
        kept = path.lstat()
        os.fchown(handle, kept.st_uid, kept.st_gid)


def _settle(folder: Path) -> None:
    """Have the names in this folder on disk, too: a power cut would else bring the old file back."""
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
