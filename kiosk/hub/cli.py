"""The commands of the hub: `kiosk hub serve`, `seed` and `approve`."""

import sys
from argparse import (
    ArgumentParser,
    Namespace,
    RawDescriptionHelpFormatter,
    _SubParsersAction,  # pyright: ignore[reportPrivateUsage] (argparse has no public name for it)
)
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

from kiosk.hub.approving import approve_code
from kiosk.hub.context import Hub
from kiosk.hub.database import migrate_database, open_database
from kiosk.hub.seed import DEMO_FILE, KEY_FILE, TOKEN_FILE, seed_hub
from kiosk.hub.serve import serve_hub
from kiosk.hub.settings import DEFAULT_DATABASE, DEFAULT_MEDIA, HubSettings

_HUB = """\
The hub is the store's own loyalty service: it tells the screens what to offer, keeps what shoppers
tap, and serves the pages that their phones open. A first try, in an empty folder:

  kiosk hub seed             fill a new database with a small sample shop
  kiosk hub serve            serve it on http://127.0.0.1:8080
"""
_SEED = f"""\
Makes the database and fills it with a sample shop: nine offers, four members, two screens.
Into --out it writes {KEY_FILE} (hashes card and beacon ids) and {TOKEN_FILE} (lets the first
screen in), both readable by you alone, and {DEMO_FILE} (what the pretend shop plays).
Run again, it changes nothing.
"""
_APPROVE = """\
A new screen shows a short code. This lets it in; it fetches its token within seconds.
Where several screens are not enrolled yet, name the one in front of you with --screen.
"""


def add_hub_commands(subparsers: "_SubParsersAction[ArgumentParser]") -> None:
    """Add `hub` and its commands; each sets `run`.

    `run` takes the parsed arguments, returns the exit code and raises `KioskError`.
    """
    hub = subparsers.add_parser(
        "hub", help="the store's own loyalty service", description=_HUB, formatter_class=RawDescriptionHelpFormatter
    )
    commands = hub.add_subparsers(required=True, metavar="COMMAND")
    _add_serve(commands)
    _add_seed(commands)
    _add_approve(commands)


def _add_serve(commands: "_SubParsersAction[ArgumentParser]") -> None:
    serve = commands.add_parser("serve", help="answer screens and phones until interrupted")
    serve.add_argument("--host", default="127.0.0.1", help="address to listen on; 0.0.0.0: all (default: %(default)s)")
    serve.add_argument("--port", type=int, default=8080, help="port to listen on (default: %(default)s)")
    serve.add_argument(
        "--public-url",
        metavar="URL",
        help="how phones reach it, for example https://hub.shop.example (default: host and port)",
    )
    _add_database(serve)
    _add_media(serve)
    serve.set_defaults(run=_serve)


def _add_seed(commands: "_SubParsersAction[ArgumentParser]") -> None:
    seed = commands.add_parser(
        "seed",
        help="fill a new database with a small sample shop",
        description=_SEED,
        formatter_class=RawDescriptionHelpFormatter,
    )
    _add_database(seed)
    _add_media(seed)
    seed.add_argument("--out", type=Path, default=Path(), help="folder for key, token and demo file (default: here)")
    seed.set_defaults(run=_seed)


def _add_approve(commands: "_SubParsersAction[ArgumentParser]") -> None:
    approve = commands.add_parser("approve", help="let a new screen in by the code that it shows", description=_APPROVE)
    approve.add_argument("code", help="the code, with or without its dashes")
    approve.add_argument("--screen", metavar="ID", help="which screen it is to be")
    _add_database(approve)
    approve.set_defaults(run=_approve)


def _add_database(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--database",
        metavar="URL",
        default=DEFAULT_DATABASE,
        help="where everything is kept, as an SQLAlchemy address (default: %(default)s, a file in this folder)",
    )


def _add_media(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--media", metavar="DIR", type=Path, default=DEFAULT_MEDIA, help="folder of the pictures (default: %(default)s)"
    )


def _serve(arguments: Namespace) -> int:
    address = f"http://{arguments.host}:{arguments.port}"
    public_url = (arguments.public_url or address).rstrip("/")
    settings = HubSettings(arguments.database, arguments.media, arguments.host, arguments.port, public_url)
    migrate_database(settings.database)
    _say(f"The hub listens on {address}; phones reach it at {public_url}. Ctrl-C ends it.")
    serve_hub(settings)
    return 0


def _seed(arguments: Namespace) -> int:
    with _open_hub(HubSettings(arguments.database, arguments.media)) as hub:
        seed_hub(hub, arguments.out)
    _say(f"The sample shop is ready; {KEY_FILE}, {TOKEN_FILE} and {DEMO_FILE} are in {arguments.out.absolute()}.")
    return 0


def _approve(arguments: Namespace) -> int:
    with _open_hub(HubSettings(arguments.database)) as hub:
        screen = approve_code(hub, arguments.code, arguments.screen)
    _say(f"Screen {screen.id} of store {screen.store_id} may come in.")
    return 0


@contextmanager
def _open_hub(settings: HubSettings) -> Generator[Hub]:
    migrate_database(settings.database)
    database = open_database(settings.database)
    try:
        yield Hub(settings, database)
    finally:
        database.close()


def _say(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()
