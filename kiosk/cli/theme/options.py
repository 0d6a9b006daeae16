"""Reads the values that a command is given for a theme's options."""

import argparse
from pathlib import Path

import msgspec

from kiosk.errors import FileRefused

MOST_BYTES = 64 * 1024


def add_options_argument(parser: argparse.ArgumentParser) -> None:
    """Add `--options`, which may be given several times."""
    parser.add_argument(
        "--options",
        action="append",
        default=[],
        metavar="NAME=VALUE|FILE",
        help="a value for one of its options, or a JSON object of several in a file; again for each",
    )


def read_options(given: list[str]) -> dict[str, object]:
    """The values by the options' names; of two for one option the later one. Raises `FileRefused`."""
    values: dict[str, object] = {}
    for one in given:
        name, sign, value = one.partition("=")
        values |= {name: _read_value(value)} if sign else _read_file(Path(one))
    return values


def _read_value(text: str) -> object:
    """A number, true or false as JSON has it; anything else is the text itself."""
    try:
        return msgspec.json.decode(text, type=float | bool | str)
    except msgspec.DecodeError:
        return text


def _read_file(file: Path) -> dict[str, object]:
    try:
        with file.open("rb") as opened:
            return msgspec.json.decode(opened.read(MOST_BYTES), type=dict[str, object])
    except OSError as error:
        why = str(error.strerror)
    except msgspec.DecodeError:
        why = 'is no JSON object such as {"accent": "#c8532b"}'
    message = f"{file.name}: {why}"
    raise FileRefused(message)
