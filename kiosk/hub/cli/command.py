"""What the hub's commands share: the options that say where things are kept, opening it, and what they say."""

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Generator
from contextlib import AbstractContextManager, contextmanager
from functools import wraps
from pathlib import Path

from kiosk.errors import FileRefused
from kiosk.hub.cli.store import StoreMissing
from kiosk.hub.context import Hub
from kiosk.hub.database import is_begun, migrate_database, open_database
from kiosk.hub.domain.people.deed import note_command
from kiosk.hub.settings import DEFAULT_DATABASE, DEFAULT_MEDIA, HubSettings


def add_database(parser: ArgumentParser) -> None:
    """Let the command be told where everything is kept."""
    parser.add_argument(
        "--database",
        metavar="URL",
        default=DEFAULT_DATABASE,
        help="where everything is kept, as an SQLAlchemy address (default: %(default)s, a file in this folder)",
    )


def add_media(parser: ArgumentParser) -> None:
    """Let the command be told where the pictures are kept."""
    parser.add_argument(
        "--media", metavar="DIR", type=Path, default=DEFAULT_MEDIA, help="folder of the pictures (default: %(default)s)"
    )


def open_begun_hub(settings: HubSettings) -> AbstractContextManager[Hub]:
    """The hub, until the command ends; raises `StoreMissing` where nothing was begun that only seeding would fill.

    It leaves no empty file where there is no database.
    """
    if not is_begun(settings.database):
        raise StoreMissing(settings.database)
    return open_hub(settings)


@contextmanager
def open_hub(settings: HubSettings) -> Generator[Hub]:
    """The hub, until the command ends; a database that is not there is begun."""
    migrate_database(settings.database)
    database = open_database(settings.database)
    try:
        yield Hub(settings, database)
    finally:
        database.close()


def read_given(file: Path) -> str:
    """The text of a file that was named at the terminal. Raises `FileRefused` where there is none."""
    try:
        return file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        message = f"{file}: cannot be read"
        raise FileRefused(message) from error


def say(text: str) -> None:
    """Tell the person at the terminal at once."""
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


def note_first(what: str, run: Callable[[Namespace], int]) -> Callable[[Namespace], int]:
    """The command, which is on record as `what` before it runs, wherever there is a database to note it in."""

    @wraps(run)
    def run_noted(arguments: Namespace) -> int:
        if is_begun(arguments.database):
            with open_hub(HubSettings(arguments.database)) as hub:
                note_command(hub, what)
        return run(arguments)

    return run_noted
