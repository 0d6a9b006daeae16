"""Commands of the hub, typed to a database as a manager types them."""

from argparse import ArgumentParser
from collections.abc import Callable
from typing import Any


def type_command(add_commands: Callable[[Any], None], database: str, *words: str) -> int:
    """The exit code; `add_commands` adds what can be typed, `database` is an SQLAlchemy address."""
    parser = ArgumentParser(prog="kiosk")
    add_commands(parser.add_subparsers())
    arguments = parser.parse_args([*words, "--database", database])
    return int(arguments.run(arguments))
