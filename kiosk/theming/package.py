"""A theme package: the folder of one theme, read with all its rules or refused with the file and the key."""

import tomllib
from pathlib import Path
from typing import TypeVar

import msgspec
from msgspec import Struct

from kiosk.errors import FileRefused, SettingRefused
from kiosk.theming.manifest import Manifest
from kiosk.theming.resolve import resolve_tokens
from kiosk.theming.tokens import Tokens
from kiosk.theming.words import Words

LANGUAGES = ("de", "en")
ALLOWED = frozenset({".toml", ".ttf", ".otf", ".txt", ".md"})
"""What may lie in a theme's folder: data that is read, fonts, and licences for people."""

MOST_FILES = 32
MOST_TEXT_BYTES = 64 * 1024
MOST_FONT_BYTES = 4 * 1024 * 1024

File = TypeVar("File", Manifest, Words)


class Theme(Struct, frozen=True):
    """A theme that passed every check; `fonts` are the files that it brings along."""

    name: str
    tokens: Tokens
    words: dict[str, Words]
    fonts: tuple[Path, ...]

    def speak(self, language: str) -> Words:
        """The words in this language, or in the first one that every theme has."""
        return self.words.get(language, self.words[LANGUAGES[0]])


def read_theme(folder: Path) -> Theme:
    """Read and check a theme's folder.

    Raises `FileRefused` with the file and, where there is one, the key: `words.de.toml: saved: ...`.
    """
    files = _list_files(folder)
    manifest = _read_file(folder / "theme.toml", Manifest)
    try:
        tokens = resolve_tokens(manifest)
    except SettingRefused as refused:
        message = f"{folder.name}/theme.toml: {refused}"
        raise FileRefused(message) from refused
    words = {language: _read_file(folder / f"words.{language}.toml", Words) for language in LANGUAGES}
    fonts = tuple(file for file in files if file.suffix in {".ttf", ".otf"})
    return Theme(folder.name, tokens, words, fonts)


def _list_files(folder: Path) -> list[Path]:
    paths = sorted(folder.rglob("*"))
    if len(paths) > MOST_FILES:
        message = f"{folder.name}: more than {MOST_FILES} files"
        raise FileRefused(message)
    for path in paths:
        why = _find_objection(path)
        if why:
            message = f"{folder.name}/{path.relative_to(folder)}: {why}"
            raise FileRefused(message)
    return [path for path in paths if path.is_file()]


def _find_objection(path: Path) -> str | None:
    if path.is_symlink():
        return "a theme may not contain links"
    if path.is_dir():
        return None
    if path.suffix not in ALLOWED:
        return f"only {', '.join(sorted(ALLOWED))} may lie in a theme"
    most = MOST_FONT_BYTES if path.suffix in {".ttf", ".otf"} else MOST_TEXT_BYTES
    return f"larger than {most} bytes" if path.stat().st_size > most else None


def _read_file(path: Path, kind: type[File]) -> File:
    try:
        return msgspec.convert(tomllib.loads(path.read_text(encoding="utf-8")), kind)
    except OSError as error:
        why = error.strerror or "cannot be read"
    except msgspec.ValidationError as error:
        why = _name_key(str(error))
    except ValueError as error:  # not TOML, or not UTF-8
        why = f"not a TOML file: {error}"
    message = f"{path.parent.name}/{path.name}: {why}"
    raise FileRefused(message)


def _name_key(message: str) -> str:
    """Turn msgspec's "Expected ... - at `$.type.price`" into "type.price: Expected ..."."""
    why, _, place = message.partition(" - at `$.")
    return f"{place.rstrip('`')}: {why}" if place else why
