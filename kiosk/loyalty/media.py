"""Pictures and clips on disk, each named by its own hash: what is here is what a catalogue named, or it is not here."""

from collections.abc import Callable, Collection, Iterator
from contextlib import suppress
from os import fsync
from pathlib import Path
from typing import Literal

from kiosk.contract.offer import MediaRef
from kiosk.loyalty.failure import Flaw, MediaRefused

Kind = Literal["image", "video"]

LARGEST: dict[Kind, int] = {"image": 20_000_000, "video": 200_000_000}
"""In bytes."""


class Media:
    """The folder `media` of the state folder, at most `room` bytes of it.

    `path_of` may be called from any thread, `fetch` from one. Nothing of this loads a decoder or the network: those
    are `download` (an address and a limit to bytes) and `check` (raises `MediaRefused`), handed to `fetch`.
    """

    def __init__(self, folder: Path, room: int) -> None:
        self._folder = folder
        self._room = room

    def path_of(self, ref: MediaRef) -> Path | None:
        """Where it lies, checked when it came; `None`: it is not here."""
        path = self._folder / ref.sha256
        with suppress(OSError):
            return path if path.stat().st_size == ref.bytes else None
        return None

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
                path.unlink(missing_ok=True)
                excess -= size
        if excess > 0:
            raise MediaRefused(Flaw.NO_ROOM)

    def _list_files(self) -> Iterator[tuple[Path, float, int]]:
        """Path, time of last use and size of each; also parts that a crash left."""
        with suppress(OSError):
            for path in self._folder.iterdir():
                about = path.stat()
                yield path, about.st_mtime, about.st_size


def _write(path: Path, ref: MediaRef, chunks: Iterator[bytes]) -> None:
    from hashlib import sha256  # noqa: PLC0415 # it loads OpenSSL, for which the first picture must not wait

    digest = sha256()
    with path.open("wb") as file:
        for chunk in chunks:
            digest.update(chunk)
            file.write(chunk)
        file.flush()
        fsync(file.fileno())
        size = file.tell()
    if size != ref.bytes or digest.hexdigest() != ref.sha256:
        raise MediaRefused(Flaw.WRONG_BYTES)
