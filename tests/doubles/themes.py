"""Themes that tests write, alter and pack."""

import shutil
import tomllib
from pathlib import Path

import msgspec

from kiosk.places import find_shipped
from kiosk.theming.adjusting import choose_values
from kiosk.theming.document import Table
from kiosk.theming.option import Options
from kiosk.theming.references import put_values

HEAD = """\
id = "{name}"
title = "Dusk"
author = "a shop"
licence = "CC0-1.0"
version = "1.0"
theme_api = 1
extends = "daylight"
"""


ACCENT = """
[palette]
ember = "@accent"
[options.accent]
type = "colour"
title = { de = "Akzent" }
default = "#a03010"
"""
"""An option, and a colour of the palette that follows it."""


def copy_theme(target: Path) -> Path:
    """The shipped theme under another name."""
    shutil.copytree(find_shipped("themes") / "daylight", target)
    change_file(target / "theme.toml", 'id = "daylight"', f'id = "{target.name}"')
    return target


def read_daylight() -> Table:
    """The shipped theme's manifest, with the values that its options have by default."""
    table: Table = tomllib.loads((find_shipped("themes") / "daylight" / "theme.toml").read_text(encoding="utf-8"))
    options = msgspec.convert({"options": table.pop("options")}, Options).options
    return put_values("theme.toml", table, choose_values(options, {}, []), [])


def write_theme(folder: Path, more: str) -> Path:
    """A theme that extends the shipped one, with `more` in its manifest."""
    folder.mkdir(parents=True)
    (folder / "theme.toml").write_text(HEAD.format(name=folder.name) + more, encoding="utf-8")
    return folder


def change_file(file: Path, old: str, new: str) -> None:
    """Replace a part of a file that must be there."""
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")
