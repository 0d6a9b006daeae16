"""`kiosk theme new`: begins a theme."""

import argparse
import sys
from pathlib import Path

from kiosk.cli.arguments import Subparsers
from kiosk.errors import FileRefused
from kiosk.theming.draft import draft_manifest, draft_words
from kiosk.theming.finding import Finding, ThemeRefused
from kiosk.theming.flaws import say_allowed
from kiosk.theming.kinds import ThemeId, fits
from kiosk.theming.layers import MANIFEST, stack_layers
from kiosk.theming.package import LANGUAGES, lay_words, name_words
from kiosk.theming.shelf import BUILT_IN, Shelf

DESCRIPTION = """\
Begin a theme: a folder NAME here with a theme.toml that extends another theme and lists every key that it may change,
each with its range and what it is for, and likewise every phrase, in a file for each language."""


def add_new_command(subparsers: Subparsers) -> None:
    """Add the sub-command."""
    parser = subparsers.add_parser("new", help="begin a theme", description=DESCRIPTION)
    parser.add_argument("name", metavar="NAME", help="the new folder; its last part is the theme's id")
    parser.add_argument("--extends", default=BUILT_IN, metavar="THEME", help=f"the theme to begin with ({BUILT_IN})")
    parser.add_argument("--dir", type=Path, metavar="FOLDER", help="your own themes, if THEME is one of them")
    parser.set_defaults(run=begin_theme)


def begin_theme(args: argparse.Namespace) -> int:
    """Write the folder. Raises `FileRefused`."""
    folder = Path(args.name)
    if not fits(folder.name, ThemeId):
        message = f"{folder.name}: is no name for a theme; {say_allowed(ThemeId)}"
        raise FileRefused(message)
    shelf = Shelf(args.dir)
    findings: list[Finding] = []
    layers = stack_layers(shelf.find_bundle(args.extends), shelf.find_bundle, findings)
    words = {language: lay_words(layers, language, findings) for language in LANGUAGES}
    if findings:
        raise ThemeRefused(args.extends, findings)
    try:
        folder.mkdir()
        text = draft_manifest(folder.name, args.extends, layers.manifest)
        (folder / MANIFEST).write_text(text, encoding="utf-8")
        for language, phrases in words.items():
            text = draft_words(folder.name, args.extends, phrases)
            (folder / name_words(language)).write_text(text, encoding="utf-8")
    except FileExistsError as error:
        message = f"{folder} is there already: choose another name, or go on with `kiosk theme check {folder}`"
        raise FileRefused(message) from error
    except OSError as error:
        message = f"{folder}: {error.strerror}; choose another name or folder"
        raise FileRefused(message) from error
    sys.stdout.write(f"{folder / MANIFEST}: change it, then run `kiosk theme check {folder}`\n")
    return 0
