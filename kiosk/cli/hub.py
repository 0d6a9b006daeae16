"""`kiosk hub`: the store's own loyalty service."""

from kiosk.cli.arguments import Subparsers
from kiosk.errors import KioskError
from kiosk.places import tell_missing


def add_command(subparsers: Subparsers) -> None:
    """Add the commands."""
    try:
        from kiosk.hub.cli.hub import add_hub_commands  # noqa: PLC0415 # the hub is an extra
    except ModuleNotFoundError as missing:
        raise KioskError(tell_missing(missing, "hub")) from missing
    add_hub_commands(subparsers, _list_presence)


def _list_presence(make: str) -> tuple[str, ...]:
    from kiosk.proximity.makes import list_usual_topics  # noqa: PLC0415 # loads every make

    return list_usual_topics(make)
