"""Pictures and clips on disk, each named by its own hash: what is here is what a catalogue named, or it is not here."""

import os
import stat
from collections.abc import Callable, Collection, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Literal

from kiosk.contract.offer import MediaRef
from kiosk.loyalty.failure import Flaw, MediaRefused
from kiosk.plain_file import open_plain

Kind = Literal["image", "video", "theme"]

LARGEST: dict[Kind, int] = {"image": 20_000_000, "video": 200_000_000, "theme": 16 * 2**20}
"""In bytes."""


class Media:
    """The folder `media` of the state folder, at most `room` bytes of it.

    `path_of` and `refuse` may be called from any thread, the others from one. Nothing of this loads a decoder or the
    network: those are `download` (an address and a limit to bytes) and `check` (raises `MediaRefused`), handed to
    `fetch`.
    """

    def __init__(self, folder: Path, room: int) -> None:
        self._folder = folder
        self._room = room
        self._sound: set[str] = set()
        self._refused: set[str] = set()

    def path_of(self, ref: MediaRef) -> Path | None:
        """Where it lies, checked when it came; `None`: it is not here, or was refused."""
        return None if ref.sha256 in self._refused else self._find(ref)

    def refuse(self, sha256: str) -> None:
        """It could not be decoded: it counts as not here until it is fetched anew, which only rotten bytes are."""
        self._refused.add(sha256)
        self._sound.discard(sha256)

    def is_sound(self, ref: MediaRef) -> bool:
        """Whether it is here as it came: disks rot. Its bytes are read once after a start, and after a refusal."""
        path = self._find(ref)
        if path and ref.sha256 not in self._sound and _hash_file(path) == ref.sha256:
            self._sound.add(ref.sha256)
        return path is not None and ref.sha256 in self._sound

    def drop(self, ref: MediaRef) -> None:
        """Have it no longer."""
        self._sound.discard(ref.sha256)
        with suppress(OSError):
            (self._folder / ref.sha256).unlink(missing_ok=True)

    def touch(self, ref: MediaRef) -> None:
        """It is in use: others go first when room is needed."""
        with suppress(OSError):
            (self._folder / ref.sha256).touch()

    def fetch(
        self,
        ref: MediaRef,
        kind: Kind,
        download: Callable[[str, int], Iterator[bytes]],
        check: Callable[[Path, Kind], None],
    ) -> None:
        """Have it on disk, on return for good. Raises `MediaRefused`, or what `download` raises, and leaves nothing."""
        if ref.bytes > LARGEST[kind]:
            raise MediaRefused(Flaw.TOO_LARGE)
        part = self._folder / f"{ref.sha256}.part"
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            _write(part, ref, download(ref.url, ref.bytes))
            check(part, kind)
            part.rename(self._folder / ref.sha256)
            self._refused.discard(ref.sha256)
        except OSError as error:
            raise MediaRefused(Flaw.NO_ROOM) from error
        finally:
            with suppress(OSError):
                part.unlink(missing_ok=True)

    def make_room(self, wanted: int, named: Collection[str]) -> None:
        """Drop the longest unused files until `wanted` bytes fit in, but none whose hash is in `named`.

        Raises `MediaRefused` if they do not fit even so.
        """
        files = sorted(self._list_files(), key=lambda file: file[1])
        excess = sum(size for _, _, size in files) + wanted - self._room
        for path, _, size in files:
            if excess > 0 and path.name not in named:
                with suppress(OSError):
                    path.unlink(missing_ok=True)
                    excess -= size
        if excess > 0:
            raise MediaRefused(Flaw.NO_ROOM)

    def _find(self, ref: MediaRef) -> Path | None:
        path = self._folder / ref.sha256
        with suppress(OSError):
            return path if path.stat().st_size == ref.bytes else None
        return None

    def _list_files(self) -> Iterator[tuple[Path, float, int]]:
        """Path, time of last use and size of each; also parts that a crash left, and links, which count as themselves.

        A folder is none of ours: a volume of its own has one (`lost+found`).
        """
        with suppress(OSError):
            for path in self._folder.iterdir():
                about = path.lstat()
                if not stat.S_ISDIR(about.st_mode):
                    yield path, about.st_mtime, about.st_size


def _hash_file(path: Path) -> str | None:
    from hashlib import file_digest  # noqa: PLC0415 # as in `_write`

    with suppress(OSError), os.fdopen(open_plain(path, os.O_RDONLY), "rb") as file:
        return file_digest(file, "sha256").hexdigest()
    return None


def _write(path: Path, ref: MediaRef, chunks: Iterator[bytes]) -> None:
    from hashlib import sha256  # noqa: PLC0415 # it loads OpenSSL, for which the first picture must not wait

    digest = sha256()
    with os.fdopen(open_plain(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC), "wb") as file:
        for chunk in chunks:
            digest.update(chunk)
            file.write(chunk)
        file.flush()
        os.fsync(file.fileno())
        size = file.tell()
    if size != ref.bytes or digest.hexdigest() != ref.sha256:
        raise MediaRefused(Flaw.WRONG_BYTES)
