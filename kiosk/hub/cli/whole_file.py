"""What the store has by a file that holds as a whole: `show` says what holds, `set` lets another file hold instead."""

from argparse import ArgumentParser, Namespace
from collections.abc import Callable
from pathlib import Path

from kiosk.hub.cli.command import add_database, note_first

_Run = Callable[[Namespace], int]


def add_show_and_set(parser: ArgumentParser, noun: str, show: _Run, change: _Run) -> None:
    """Add both to the command of this plural noun; to set it is on record."""
    verbs = parser.add_subparsers(required=True, metavar="COMMAND")
    showing = verbs.add_parser("show", help="say what holds now")
    showing.set_defaults(run=show)
    setting = verbs.add_parser("set", help=f"let the {noun} of this file hold from now on, and no others")
    setting.add_argument("file", metavar="FILE", type=Path, help="a TOML file")
    setting.set_defaults(run=note_first(f"hub {noun} set", change))
    for verb in (showing, setting):
        verb.add_argument("--store", metavar="ID", help="in which store, where there are several")
        add_database(verb)
