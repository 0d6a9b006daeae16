"""`kiosk hub push-key`: the key by which push services know the store."""

from argparse import (
    ArgumentParser,
    Namespace,
    RawDescriptionHelpFormatter,
    _SubParsersAction,  # pyright: ignore[reportPrivateUsage] (argparse has no public name for it)
)
from pathlib import Path

from kiosk.hub.cli.command import say
from kiosk.hub.cli.guide import PUSH_KEY
from kiosk.hub.push.push_service import CONTACT_OPTION, KEY_OPTION, make_push_key


def add_push_key_command(commands: "_SubParsersAction[ArgumentParser]") -> None:
    """Add the command."""
    command = commands.add_parser(
        "push-key",
        help="make the key that rings phones",
        description=PUSH_KEY,
        formatter_class=RawDescriptionHelpFormatter,
    )
    command.add_argument("file", metavar="FILE", type=Path, help="where to write it; nothing may be there yet")
    command.set_defaults(run=_make_key)


def _make_key(arguments: Namespace) -> int:
    make_push_key(arguments.file)
    say(f"Serve with {KEY_OPTION} {arguments.file} {CONTACT_OPTION} mailto:it@shop.example, and keep the file.")
    return 0
