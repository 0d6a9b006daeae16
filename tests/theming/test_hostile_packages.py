"""Packages that mean harm: each is refused with a sentence, in bounded memory, and nothing else happens."""

import re
import tracemalloc
from collections.abc import Callable, Generator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any, TypeAlias

import pytest

from kiosk.errors import FileRefused
from kiosk.places import find_shipped
from kiosk.theming.finding import ThemeRefused
from kiosk.theming.package import read_theme
from tests.doubles import hostile_themes as hostile
from tests.doubles.deeds import watch_deeds

FIGTREE = (find_shipped("assets") / "fonts" / "Figtree-Regular.ttf").read_bytes()
Builder: TypeAlias = Callable[[Path], Path]
MOST_BYTES = 48 * 1024 * 1024
DEEDS = (
    "socket.",
    "subprocess.",
    "os.exec",
    "os.system",
    "os.mkdir",
    "os.rename",
    "os.remove",
    "os.link",
    "os.symlink",
)

FILES = {
    "qml": ({"Main.qml": b"import QtQuick\nItem {}"}, "Main.qml: only"),
    "script": ({"steal.js": b"fetch('//evil')"}, "steal.js: only"),
    "python": ({"__init__.py": b"raise SystemExit"}, "__init__.py: only"),
    "no suffix": ({"qmldir": b"module Vitrine.Theme"}, "qmldir: only"),
    "library": ({"plugin.so": b"\x7fELF"}, "plugin.so: only"),
    "scripted drawing": ({"still.svg": b"<svg><script>alert(1)</script></svg>"}, "still.svg: only"),
    "large manifest": ({"theme.toml": b"#" * 10_000_000}, "theme.toml: larger than"),
    "deep manifest": ({"theme.toml": b"x = " + b"[\n" * 30_000}, "theme.toml: is nested too deeply"),
    "deep key": ({"theme.toml": b".".join([b"a"] * 30_000) + b" = 1"}, "theme.toml: has a line of more than"),
    "no number": ({"theme.toml": hostile.MANIFEST + b"[type]\nprice = nan"}, "type.price: is not allowed"),
    "endless number": ({"theme.toml": hostile.MANIFEST + b"[type]\nprice = inf"}, "type.price: is not allowed"),
    "vast number": ({"theme.toml": hostile.MANIFEST + b"[type]\nprice = 0x" + b"f" * 400}, "type.price: is not"),
    "no text": ({"theme.toml": b"\xff\xfe\x00"}, "theme.toml: not a TOML file in UTF-8"),
    "vast digits": ({"theme.toml": b"".join(b"a%d = 0.%s\n" % (n, b"9" * 480) for n in range(130))}, "theme.toml:"),
    "address": ({"theme.toml": hostile.MANIFEST + b"[pictures]\nstill = 'https://a/x.png'"}, "pictures.still: names"),
    "outside": ({"theme.toml": hostile.MANIFEST + b"[pictures]\nstill = '../../x.png'"}, "pictures.still: names no"),
    "absolute": ({"theme.toml": hostile.MANIFEST + b"[pictures]\nstill = '/x.png'"}, "pictures.still: is not allowed"),
    "itself": ({"theme.toml": hostile.MANIFEST.replace(b'"daylight"', b'"dusk"')}, "extends: leads back to itself"),
    "base outside": ({"theme.toml": hostile.MANIFEST.replace(b'"daylight"', b'"../dusk"')}, "extends: is not allowed"),
    "turned title": ({"theme.toml": hostile.MANIFEST.replace(b"Dusk", "Du\u202esk".encode())}, "title: is not allowed"),
    "turned name": ({"a\u202egpj.png": b""}, r"a\\u202egpj.png': a name may hold no control"),
    "terminal name": ({"a\x1b[2J.txt": b""}, r"a\\x1b\[2J.txt': a name may hold no control"),
    "long name": ({"a" * 130 + ".txt": b""}, "a name may have up to 120 characters"),
    "deep name": ({"a/b/c/d/e.txt": b""}, "a name may have up to .* 4 parts"),
    "cut font": ({"fonts/a.ttf": FIGTREE[: len(FIGTREE) // 2]}, "fonts/a.ttf: is a font that was cut off"),
    "no font": ({"fonts/a.ttf": b"<html>" * 100}, "fonts/a.ttf: is no TrueType or OpenType font"),
    "collection": ({"fonts/a.ttf": b"ttcf" + FIGTREE[4:]}, "fonts/a.ttf: is no TrueType"),
    "large font": ({"fonts/a.ttf": bytes(5_000_000)}, "fonts/a.ttf: larger than"),
    "vast picture": ({"still.png": hostile.make_png(20_000, 20_000)}, "still.png: has more than the 16000000 pixels"),
    "long picture": ({"still.png": hostile.make_png(16_000, 2)}, "still.png: has sides that no screen has"),
    "no picture": ({"still.png": b"GIF89a"}, "still.png: is no PNG picture"),
    "mislabelled": ({"still.jpg": hostile.make_png(64, 64)}, "still.jpg: is no JPEG picture"),
    "many files": ({f"{number}.txt": b"" for number in range(100)}, "more than 64 files"),
}  # fmt: skip  # a table reads better than its formatted form

FOLDERS: dict[str, tuple[Builder, str]] = {
    "links": (hostile.write_link, "(?s)fonts: a theme may not contain links.*notes.txt: a theme may not contain links"),
    "pipe": (hostile.write_pipe, "notes.txt: a theme may contain plain files only"),
    "one name twice": (hostile.write_twins, "txt: two files have this name"),
}

ARCHIVES: dict[str, tuple[Builder, str]] = {
    "link": (lambda path: hostile.write_odd_zip(path, hostile.LINK), "notes.txt: a theme may not contain links"),
    "device": (lambda path: hostile.write_odd_zip(path, hostile.DEVICE), "notes.txt: a theme may contain plain files"),
    "pipe": (lambda path: hostile.write_odd_zip(path, hostile.PIPE), "notes.txt: a theme may contain plain files"),
    "bomb": (hostile.write_bomb, "notes.txt: (larger than|is damaged)"),
    "honest bomb": (hostile.write_honest_bomb, "notes.txt: larger than"),
    "one name twice": (hostile.write_doubled, "Notes.TXT: two files have this name"),
    "password": (hostile.write_encrypted, "notes.txt: is encrypted"),
    "other packing": (hostile.write_bzip2, "notes.txt: is packed in a way"),
    "crowd": (hostile.write_crowd, "more than 64 files"),
    "cut name": (hostile.write_cut_name, "a name may hold no control"),
    "up": (lambda path: hostile.write_zip(path, {"../../evil.txt": b""}), "a name may not lead out"),
    "from the root": (lambda path: hostile.write_zip(path, {"/etc/evil.txt": b""}), "only names relative"),
    "of a drive": (lambda path: hostile.write_zip(path, {"C:evil.txt": b""}), "only names relative"),
    "backwards": (lambda path: hostile.write_zip(path, {"..\\evil.txt": b""}), "only names relative"),
}

CASES = [
    *(("dusk", partial(hostile.write_folder, files=files), why) for files, why in FILES.values()),
    *(("dusk.zip", partial(hostile.write_zip, entries=files), why) for files, why in FILES.values()),
    *(("dusk", *harm) for harm in FOLDERS.values()),
    *(("dusk.zip", *harm) for harm in ARCHIVES.values()),
]
NAMES = [f"{name} in a {kind}" for kind, harms in (
    ("folder", FILES), ("zip", FILES), ("folder", FOLDERS), ("zip", ARCHIVES)
) for name in harms]  # fmt: skip  # as above


def is_deed(event: str, arguments: tuple[Any, ...]) -> bool:
    return event.startswith(DEEDS) or (event == "open" and _is_write(*arguments[:2]))


def _is_write(path: object, mode: object) -> bool:
    """Whether it opens a file to write it; Python may keep what it compiled of a module that is loaded late."""
    return isinstance(mode, str) and bool(set(mode) & set("wax+")) and "__pycache__" not in str(path)


@contextmanager
def watch() -> Generator[None, None, None]:
    """Fail a test in which anything was written, run or reached for, or that took much memory."""
    tracemalloc.start()
    with watch_deeds(is_deed) as deeds:
        yield
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert deeds == []
    assert most < MOST_BYTES


@pytest.mark.parametrize(("name", "build", "why"), CASES, ids=NAMES)
def test_what_means_harm_is_refused_by_what_is_wrong(tmp_path: Path, name: str, build: Builder, why: str) -> None:
    package = build(tmp_path / name)
    with watch(), pytest.raises(FileRefused) as refused:
        read_theme(package)
    found = refused.value.findings if isinstance(refused.value, ThemeRefused) else (refused.value,)
    assert all(str(one).isprintable() for one in found)
    assert re.search(why, "\n".join(map(str, found)))
