"""`kiosk hub retention`: what was kept for long enough, and letting it go at once."""

from argparse import (
    ArgumentParser,
    Namespace,
    RawDescriptionHelpFormatter,
    _SubParsersAction,  # pyright: ignore[reportPrivateUsage] (argparse has no public name for it)
)
from pathlib import Path

from kiosk.hub.cli.command import add_database, note_first, open_begun_hub, say
from kiosk.hub.domain.retention.sweep import count_old, let_go_all
from kiosk.hub.retention import RETENTION_OPTION, SHIPPED, Keep, RetentionRefused, read_retention
from kiosk.hub.settings import HubSettings

_GUIDE = f"""\
Says for how long the hub keeps what, why, and how many would go now. While it serves, they go by themselves, a few at
a time; with --apply all go at once. A file of the store's own says other days, as this one does:

  {SHIPPED}
"""


def add_retention_command(commands: "_SubParsersAction[ArgumentParser]") -> None:
    """Add the command."""
    retention = commands.add_parser(
        "retention",
        help="say what was kept for long enough, or let it go",
        description=_GUIDE,
        formatter_class=RawDescriptionHelpFormatter,
    )
    add_retention_option(retention)
    retention.add_argument("--apply", action="store_true", help="let it go")
    add_database(retention)
    retention.set_defaults(run=note_first("hub retention", _run))


def add_retention_option(parser: ArgumentParser) -> None:
    """Let the command be told the store's own durations."""
    parser.add_argument(
        RETENTION_OPTION, metavar="FILE", type=Path, help="for how long what is kept (default: as shipped)"
    )


def read_keeps(arguments: Namespace) -> tuple[Keep, ...]:
    """The durations that it was told. Raises `RetentionRefused`."""
    try:
        return read_retention(arguments.retention)
    except OSError as error:
        message = f"{arguments.retention} cannot be read"
        raise RetentionRefused(message) from error


def _run(arguments: Namespace) -> int:
    settings = HubSettings(arguments.database, retention=read_keeps(arguments))
    with open_begun_hub(settings) as hub:
        for keep, number in count_old(hub):
            say(f"{keep.what}: {keep.days} days; older: {number}\n  {keep.why or 'the store says so'}")
        if arguments.apply:
            say(f"Let go: {let_go_all(hub).total()}.")
    return 0
