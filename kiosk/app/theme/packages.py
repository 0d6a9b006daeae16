"""The themes that were fetched, in the state folder: a start without a network wears what was published last."""

from collections.abc import Callable, Collection, Iterator
from pathlib import Path

from kiosk.contract.offer import MediaRef
from kiosk.fleet.command import ThemePackage, ThemePackages
from kiosk.loyalty.media import Kind, Media

FOLDER = "themes"
"""In the state folder; each file in it is named by its own hash."""
ROOM = 128 * 2**20
"""Bytes: what is worn and what shall be worn, each of four packages of the largest size."""

Download = Callable[[str, int], Iterator[bytes]]


class PackageFolder:
    """Packages that are what their hashes say; whether they are themes, the shelf judges."""

    def __init__(self, state: Path) -> None:
        self._media = Media(state / FOLDER, ROOM)

    def find(self, packages: ThemePackages) -> dict[str, Path]:
        """Where the packages lie, by the themes' names, as far as they are here and whole. Safe from any thread.

        Disks rot: their bytes are read once after a start.
        """
        refs = {name: _refer(package) for name, package in packages.items()}
        found = {name: self._media.path_of(ref) for name, ref in refs.items() if self._media.is_sound(ref)}
        return {name: path for name, path in found.items() if path}

    def has_all(self, packages: ThemePackages) -> bool:
        """Whether `find` finds each of them."""
        return len(self.find(packages)) == len(packages)

    def fetch(self, packages: ThemePackages, kept: ThemePackages, download: Download) -> None:
        """Have all of these here, and keep the others that are named. From one thread.

        Raises `MediaRefused`, or what `download` raises.
        """
        named = {package.sha256 for package in (*packages.values(), *kept.values())}
        for package in packages.values():
            self._fetch(_refer(package), named, download)

    def _fetch(self, ref: MediaRef, named: Collection[str], download: Download) -> None:
        if self._media.is_sound(ref):
            self._media.touch(ref)
            return
        self._media.drop(ref)
        self._media.make_room(ref.bytes, named)
        self._media.fetch(ref, "theme", download, _leave_to_shelf)


def _refer(package: ThemePackage) -> MediaRef:
    return MediaRef(f"/v1/themes/{package.sha256}", package.sha256, package.bytes)


def _leave_to_shelf(_path: Path, _kind: Kind) -> None:
    """Its bytes are those that were published; the shelf reads it with all that it extends."""
