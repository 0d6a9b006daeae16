"""`kiosk outbox`: shows and revives what still waits for the loyalty API."""

from kiosk.bookmarks.cli import add_outbox_commands
from kiosk.cli.arguments import Subparsers
from kiosk.cli.main import add_settings_options


def add_command(subparsers: Subparsers) -> None:
    """Add the command."""
    add_outbox_commands(subparsers, add_settings_options)
