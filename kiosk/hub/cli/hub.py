"""The commands of the hub: `kiosk hub seed`, `approve` and `tag`, and those of its other command files."""

import os
import re
import shlex
from argparse import (
    ArgumentParser,
    ArgumentTypeError,
    Namespace,
    RawDescriptionHelpFormatter,
    _SubParsersAction,  # pyright: ignore[reportPrivateUsage] (argparse has no public name for it)
)
from pathlib import Path

from sqlalchemy import make_url

from kiosk.errors import FileRefused
from kiosk.hub.cli.command import add_database, add_media, open_begun_hub, open_hub, say
from kiosk.hub.cli.guide import APPROVE, HUB, SEED, TAG
from kiosk.hub.cli.member import add_member_commands
from kiosk.hub.cli.offer import add_offer_commands
from kiosk.hub.cli.person import add_person_commands
from kiosk.hub.cli.serve import add_serve_command
from kiosk.hub.cli.till import add_till_commands
from kiosk.hub.domain.enrolment import approve_code
from kiosk.hub.domain.sun import derive_file_key, derive_meta_key
from kiosk.hub.models.sun_key import get_sun_key
from kiosk.hub.sample.seed import SETTINGS_FILE, seed_hub
from kiosk.hub.settings import DEFAULT_DATABASE, DEFAULT_MEDIA, HubSettings


def add_hub_commands(subparsers: "_SubParsersAction[ArgumentParser]") -> None:
    """Add `hub` and its commands; each sets `run`.

    `run` takes the parsed arguments, returns the exit code and raises `KioskError`.
    """
    hub = subparsers.add_parser(
        "hub", help="the store's own loyalty service", description=HUB, formatter_class=RawDescriptionHelpFormatter
    )
    commands = hub.add_subparsers(required=True, metavar="COMMAND")
    add_serve_command(commands)
    _add_seed(commands)
    _add_approve(commands)
    _add_tag(commands)
    add_till_commands(commands)
    add_person_commands(commands)
    add_member_commands(commands)
    add_offer_commands(commands)


def _add_seed(commands: "_SubParsersAction[ArgumentParser]") -> None:
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


def _add_approve(commands: "_SubParsersAction[ArgumentParser]") -> None:
    approve = commands.add_parser("approve", help="let a new screen in by the code that it shows", description=APPROVE)
    approve.add_argument("code", help="the code, with or without its dashes")
    approve.add_argument("--screen", metavar="ID", help="which screen it is to be")
    add_database(approve)
    approve.set_defaults(run=_approve)


def _add_tag(commands: "_SubParsersAction[ArgumentParser]") -> None:
    tag = commands.add_parser(
        "tag", help="the keys of an NTAG 424 DNA", description=TAG, formatter_class=RawDescriptionHelpFormatter
    )
    tag.add_argument("uid", type=_read_uid, help="the tag's UID: 14 hex digits, with or without colons")
    add_database(tag)
    tag.set_defaults(run=_tell_keys)


def _read_uid(text: str) -> bytes:
    digits = text.replace(":", "")
    if not re.fullmatch(r"[0-9A-Fa-f]{14}", digits):
        message = "a UID has 14 hex digits"
        raise ArgumentTypeError(message)
    return bytes.fromhex(digits)


def _seed(arguments: Namespace) -> int:
    try:
        with open_hub(HubSettings(arguments.database, arguments.media)) as hub:
            seed_hub(hub, arguments.out)
    except OSError as error:
        reason = os.strerror(error.errno or 0)
        message = f"{error.filename} cannot be written ({reason}): choose other folders with --out and --media"
        raise FileRefused(message) from error
    say(f"The sample shop is ready in {arguments.out.absolute()}. Next, serve it, and show its first screen:\n")
    say(f"  kiosk hub serve{_repeat_places(arguments)}")
    say(f"  kiosk run --config {shlex.quote(str(arguments.out / SETTINGS_FILE))}")
    return 0


def _repeat_places(arguments: Namespace) -> str:
    """The options that serving needs as seeding had them; a password in the database's address is left out."""
    places = ""
    if arguments.database != DEFAULT_DATABASE:
        places += f" --database {shlex.quote(make_url(arguments.database).render_as_string())}"
    if arguments.media != DEFAULT_MEDIA:
        places += f" --media {shlex.quote(str(arguments.media))}"
    return places


def _approve(arguments: Namespace) -> int:
    with open_begun_hub(HubSettings(arguments.database)) as hub:
        screen = approve_code(hub, arguments.code, arguments.screen)
    say(f"Screen {screen.id} of store {screen.store_id} may come in.")
    return 0


def _tell_keys(arguments: Namespace) -> int:
    with open_begun_hub(HubSettings(arguments.database)) as hub, hub.database.read() as session:
        master = get_sun_key(session)
    say(f"SDMMetaReadKey  {derive_meta_key(master).hex()}  (of every tag of this hub)")
    say(f"SDMFileReadKey  {derive_file_key(master, arguments.uid).hex()}  (of this tag alone)")
    say(f"NDEF address    https://shop.example/t?picc_data={'0' * 32}&cmac={'0' * 16}")
    return 0
