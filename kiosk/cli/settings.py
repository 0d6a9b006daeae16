"""`kiosk settings`: lists every setting from its declaration."""

import argparse
import sys
import textwrap
from itertools import groupby

from kiosk.cli.arguments import Subparsers
from kiosk.settings.guide import Declaration, list_settings
from kiosk.settings.unset import UNSET

DESCRIPTION = """\
List every setting as a TOML file with its default, what is allowed, and its environment variable.

examples:
  kiosk settings > kiosk.toml                            a good start for a file of your own
  KIOSK_NFC_DEVICE=usb kiosk run --config kiosk.toml     the environment goes over the file
  kiosk run --config kiosk.toml --set screen.zones=a,b   and --set goes over both"""


def add_command(subparsers: Subparsers) -> None:
    """Add the command."""
    parser = subparsers.add_parser(
        "settings",
        help="list every setting",
        description=DESCRIPTION,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.set_defaults(run=print_settings)


def print_settings(_args: argparse.Namespace) -> int:
    """Print the settings."""
    sections = groupby(list_settings(), key=lambda declaration: declaration.name.partition(".")[0])
    sys.stdout.write("\n".join(_write_section(name, list(declared)) for name, declared in sections))
    return 0


def _write_section(name: str, declared: list[Declaration]) -> str:
    return f"[{name}]\n" + "".join(_write_setting(declaration) for declaration in declared)


def _write_setting(declaration: Declaration) -> str:
    note = f"{declaration.sentence} Allowed: {declaration.allowed}. Or {declaration.variable}."
    comment = "".join(f"# {line}\n" for line in textwrap.wrap(note, 110))
    return f"{comment}{_write_value(declaration)}\n\n"


def _write_value(declaration: Declaration) -> str:
    key = declaration.name.partition(".")[2]
    if declaration.default is None:
        example = '["home"]' if declaration.shape == "list" else f'"{UNSET}"'
        return f"{key} = {example}"
    if not declaration.default:
        return f"# {key} ="
    return f"{key} = {_quote(declaration)}"


def _quote(declaration: Declaration) -> str:
    default = declaration.default or ""
    if declaration.shape == "list":
        return "[" + ", ".join(f'"{part}"' for part in default.split(", ")) + "]"
    is_bare = declaration.allowed.startswith(("a number", "true or false", "one of 0"))
    return default if is_bare else f'"{default}"'
