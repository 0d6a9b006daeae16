"""Where themes are found by name, who must have signed them, and what stands in when one is broken."""

from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from types import MappingProxyType

from msgspec import Struct

from kiosk import settings
from kiosk.errors import FileRefused
from kiosk.places import find_shipped, tell_install
from kiosk.theming.bundle import Bundle
from kiosk.theming.bundle_reader import ARCHIVE, open_bundle
from kiosk.theming.file_names import show_name
from kiosk.theming.finding import Finding, ThemeRefused
from kiosk.theming.kinds import ThemeId, fits
from kiosk.theming.layers import MANIFEST
from kiosk.theming.package import Theme, compose_theme, read_theme
from kiosk.theming.references import NOTHING_GIVEN

BUILT_IN = "daylight"
NONE_FETCHED: Mapping[str, Path] = MappingProxyType({})
EXTRA = f"signatures and fonts cannot be read here: {tell_install('themes')}"


class ThemeMissing(FileRefused):
    """There is no theme of that name on the shelf."""


class Found(Struct, frozen=True):
    """The theme to use; `refusal` says why it is not the one that was asked for."""

    theme: Theme
    refusal: str | None = None


class Shelf(Struct, frozen=True):
    """The themes of a folder of one's own, if there is one, before those that ship with the program.

    Before both come those that were `fetched`: the `.zip` of each by its name, whatever the file is called. With
    `signers` (files of public keys), what does not ship must bear the signature of one of them.
    """

    own: Path | None = None
    signers: tuple[Path, ...] = ()
    fetched: Mapping[str, Path] = NONE_FETCHED

    def list_names(self) -> list[str]:
        """The themes by their names, sorted, as far as these are names; whether they are whole is another question."""
        found = {path.name.removesuffix(ARCHIVE) for folder in self._folders() for path in _list_themes(folder)}
        return sorted(name for name in found if fits(name, ThemeId))

    def read(self, name: str, given: Mapping[str, object] = NOTHING_GIVEN) -> Theme:
        """The theme of this name with these values for its options. Raises `FileRefused`."""
        findings: list[Finding] = []
        bundle = self._open(name, findings)
        return compose_theme(bundle, given, self.find_bundle, findings)

    def find_bundle(self, name: str) -> Bundle:
        """The files of the theme of this name, for another one to extend. Raises `FileRefused`."""
        findings: list[Finding] = []
        bundle = self._open(name, findings)
        if findings:
            raise ThemeRefused(name, findings)
        return bundle

    def find_path(self, name: str) -> Path:
        """The folder or `.zip` of this name. Raises `ThemeMissing` where there is none."""
        if name in self.fetched:
            return self.fetched[name]
        for folder in self._folders():
            for path in (folder / name, folder / f"{name}{ARCHIVE}"):
                if _is_theme(path):
                    return path
        message = f"{show_name(name)}: no such theme"
        raise ThemeMissing(message)

    def ships(self, name: str) -> bool:
        """Whether every screen has it, for it comes with the program. Raises `FileRefused` where there is none."""
        return self.find_path(name).parent == find_shipped("themes")

    def _open(self, name: str, findings: list[Finding]) -> Bundle:
        bundle = open_bundle(self.find_path(name), findings, name)
        if not self.ships(name):
            check_signer(bundle, self.signers)
        return bundle

    def _folders(self) -> tuple[Path, ...]:
        return (*([self.own] if self.own else []), find_shipped("themes"))


def locate_theme(path: Path, own: Path | None) -> Path:
    """The theme at this path or, where nothing lies there, the one on the shelf of this mere name.

    Raises `FileRefused` where the shelf has none, either.
    """
    if path.exists() or len(path.parts) != 1:
        return path.resolve()
    return Shelf(own).find_path(path.name)


def find_theme(wanted: settings.Theme, fetched: Mapping[str, Path] = NONE_FETCHED) -> Found:
    """The theme of the settings, or the built-in one with the reason of the refusal.

    `fetched` is as `Shelf` has it. Raises `FileRefused` only if the built-in theme itself is broken.
    """
    try:
        return Found(Shelf(wanted.dir, wanted.signers, fetched).read(wanted.name, wanted.options))
    except FileRefused as refused:
        return Found(read_theme(find_shipped("themes") / BUILT_IN), str(refused))


def check_signer(bundle: Bundle, signers: Collection[Path]) -> None:
    """Raise `FileRefused` where there are signers and none of them vouches for the bundle as it is."""
    if not signers:
        return
    try:
        from kiosk.theming.signature import check_signature  # noqa: PLC0415 # cryptography is an extra
    except ModuleNotFoundError as missing:
        raise FileRefused(EXTRA) from missing
    check_signature(bundle, signers)


def _list_themes(folder: Path) -> Iterator[Path]:
    if folder.is_dir():
        yield from filter(_is_theme, folder.iterdir())


def _is_theme(path: Path) -> bool:
    return (path / MANIFEST).is_file() or (path.suffix == ARCHIVE and path.is_file())
