"""`kiosk hub store-key`: the key by which hub and screens hash the ids of cards and beacons."""

import secrets
from argparse import (
    ArgumentParser,
    Namespace,
    RawDescriptionHelpFormatter,
    _SubParsersAction,  # pyright: ignore[reportPrivateUsage] (argparse has no public name for it)
)
from pathlib import Path

from kiosk.contract.credential import KEY_BYTES, parse_store_key
from kiosk.errors import FileRefused
from kiosk.hub.cli.command import say
from kiosk.hub.cli.guide import STORE_KEY
from kiosk.plain_file import read_plain, replace_plain

_LARGEST = 1024
_LAY = "Lay it into /etc/credstore/vitrine-store-key of the hub and of every screen, and restart them."
_AFTER = "What is tied to a member by the old one, card or beacon, is known no more, and must be tied anew."


def add_store_key_command(commands: "_SubParsersAction[ArgumentParser]") -> None:
    """Add the command."""
    command = commands.add_parser(
        "store-key",
        help="make the key that hashes cards and beacons",
        description=STORE_KEY,
        formatter_class=RawDescriptionHelpFormatter,
    )
    command.add_argument("file", metavar="FILE", type=Path, help="where to write it")
    command.add_argument(
        "--anew", action="store_true", help="in place of the key that is there, which is kept as FILE.old"
    )
    command.set_defaults(run=_make_key)


def _make_key(arguments: Namespace) -> int:
    file: Path = arguments.file
    if arguments.anew:
        old = _set_aside(file)
        _write(file)
        say(f"{file} holds a new key, and {old} the one before it. {_LAY} {_AFTER}")
        return 0
    if file.is_symlink() or file.exists():
        message = f"{file} is there already, and stays: with --anew the store gets another key"
        raise FileRefused(message)
    _write(file)
    say(f"{file} holds a new key. {_LAY}")
    return 0


def _set_aside(file: Path) -> Path:
    """Keep a copy of the key that is there. Raises `FileRefused` where none is, or where one was kept before."""
    old = file.with_name(f"{file.name}.old")
    if old.is_symlink() or old.exists():
        message = f"{old} is there already: take it away once no screen has that key any more"
        raise FileRefused(message)
    try:
        content = read_plain(file, _LARGEST)
        parse_store_key(content.decode(errors="replace"))
        replace_plain(old, content)
    except OSError as error:
        message = f"{file} cannot be kept as {old.name}: {error.strerror}"
        raise FileRefused(message) from error
    return old


def _write(file: Path) -> None:
    try:
        replace_plain(file, f"{secrets.token_hex(KEY_BYTES)}\n".encode())
    except OSError as error:
        message = f"{file} cannot be written: {error.strerror}"
        raise FileRefused(message) from error
