"""`kiosk hub seed`: a store to begin with."""

import os
import shlex
from argparse import (
    ArgumentParser,
    Namespace,
    RawDescriptionHelpFormatter,
    _SubParsersAction,  # pyright: ignore[reportPrivateUsage] (argparse has no public name for it)
)
from pathlib import Path

from sqlalchemy import make_url

from kiosk.errors import FileRefused
from kiosk.hub.cli.command import add_database, add_media, open_hub, say
from kiosk.hub.cli.guide import SEED
from kiosk.hub.database import find_file
from kiosk.hub.sample.seed import SETTINGS_FILE, seed_hub
from kiosk.hub.settings import DEFAULT_DATABASE, DEFAULT_MEDIA, HubSettings


def add_seed_command(commands: "_SubParsersAction[ArgumentParser]") -> None:
    """Add the command."""
    seed = commands.add_parser(
        "seed",
        help="fill a new database with a small sample shop",
        description=SEED,
        formatter_class=RawDescriptionHelpFormatter,
    )
    add_database(seed)
    add_media(seed)
    seed.add_argument(
        "--out", type=Path, default=Path(), help="folder for key, tokens, settings and demo file (default: here)"
    )
    seed.set_defaults(run=_seed)


def _seed(arguments: Namespace) -> int:
    say("Filling the database with the sample shop: its offers and goods, its members and their last months …")
    try:
        with open_hub(HubSettings(arguments.database, arguments.media)) as hub:
            seed_hub(hub, arguments.out)
    except OSError as error:
        reason = os.strerror(error.errno or 0)
        message = f"{error.filename} cannot be written ({reason}): choose other folders with --out and --media"
        raise FileRefused(message) from error
    say(f"The sample shop is ready in {arguments.out.absolute()}.")
    say(f"Its database is {find_file(arguments.database) or 'the one that you named'}.")
    say(f"Its pictures lie in {arguments.media.absolute()}.")
    say("Next, let somebody sign in, serve it, and show its first screen:\n")
    say(f"  kiosk hub person add anna --role manager{_repeat_database(arguments)}")
    say(f"  kiosk hub serve{_repeat_database(arguments)}{_repeat_media(arguments)}")
    say(f"  kiosk run --config {shlex.quote(str(arguments.out / SETTINGS_FILE))}\n")
    say(f"Then open {HubSettings().public_url}/console and sign in as anna.")
    return 0


def _repeat_database(arguments: Namespace) -> str:
    """The option that other commands need as seeding had it; a password in the address is left out."""
    if arguments.database == DEFAULT_DATABASE:
        return ""
    return f" --database {shlex.quote(make_url(arguments.database).render_as_string())}"


def _repeat_media(arguments: Namespace) -> str:
    return "" if arguments.media == DEFAULT_MEDIA else f" --media {shlex.quote(str(arguments.media))}"
