"""The commands of the hub: `kiosk hub serve`, `seed` and `approve`."""

import os
import shlex
import sys
from argparse import (
    ArgumentParser,
    ArgumentTypeError,
    Namespace,
    RawDescriptionHelpFormatter,
    _SubParsersAction,  # pyright: ignore[reportPrivateUsage] (argparse has no public name for it)
)
from collections.abc import Generator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from urllib.parse import urlsplit

from sqlalchemy import make_url

from kiosk.errors import FileRefused, KioskError
from kiosk.hub.approving import approve_code
from kiosk.hub.context import Hub
from kiosk.hub.database import is_begun, migrate_database, open_database
from kiosk.hub.links import is_for_this_machine_alone
from kiosk.hub.models.store import list_stores
from kiosk.hub.seed import DEMO_FILE, KEY_FILE, SETTINGS_FILE, TOKEN_FILES, seed_hub
from kiosk.hub.serve import open_listener, serve_hub
from kiosk.hub.settings import DEFAULT_DATABASE, DEFAULT_MEDIA, HubSettings

_HUB = """\
The hub is the store's own loyalty service: it tells the screens what to offer, keeps what shoppers
tap, and serves the pages that their phones open. A first try, in an empty folder:

  kiosk hub seed             fill a new database with a small sample shop
  kiosk hub serve            serve it on http://127.0.0.1:8080
"""
_SERVE = """\
Serves the loyalty API to the screens and the pages to the phones, from a database that has a store
(`kiosk hub seed` makes one). Phones need an address that they can reach, for example

  kiosk hub serve --host 0.0.0.0 --public-url http://192.0.2.10:8080

or a proxy with TLS on this machine in front of it, and --public-url https://hub.shop.example.
"""
_SEED = f"""\
Makes the database and fills it with a sample shop: nine offers, four members, two screens.
Into --out it writes {KEY_FILE} (hashes card and beacon ids) and {" and ".join(TOKEN_FILES.values())}
(let the screens in), readable by you alone, {SETTINGS_FILE} (the first screen's settings) and
{DEMO_FILE} (what the pretend shop plays).
Run again, it changes nothing.
"""
_APPROVE = """\
A new screen shows a short code. This lets it in; it fetches its token within seconds.
Where several screens are not enrolled yet, name the one in front of you with --screen.
"""
_NO_STORE = "there is no store in this database: run `kiosk hub seed` first, or name another with --database"


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
    serve = commands.add_parser(
        "serve",
        help="answer screens and phones until interrupted",
        description=_SERVE,
        formatter_class=RawDescriptionHelpFormatter,
    )
    serve.add_argument("--host", default="127.0.0.1", help="address to listen on; 0.0.0.0: all (default: %(default)s)")
    serve.add_argument("--port", type=_read_port, default=8080, help="port to listen on (default: %(default)s)")
    serve.add_argument(
        "--public-url",
        metavar="URL",
        help="how phones reach it, for example https://hub.shop.example (default: host and port)",
    )
    _add_database(serve)
    _add_media(serve)
    serve.set_defaults(run=_serve)


def _read_port(text: str) -> int:
    port = int(text) if text.isdecimal() else -1
    if not 0 <= port < 1 << 16:
        message = "a port is a number from 0 to 65535"
        raise ArgumentTypeError(message)
    return port


def _add_seed(commands: "_SubParsersAction[ArgumentParser]") -> None:
    seed = commands.add_parser(
        "seed",
        help="fill a new database with a small sample shop",
        description=_SEED,
        formatter_class=RawDescriptionHelpFormatter,
    )
    _add_database(seed)
    _add_media(seed)
    seed.add_argument(
        "--out", type=Path, default=Path(), help="folder for key, tokens, settings and demo file (default: here)"
    )
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
    with _open_begun_hub(settings) as hub:
        stores = _name_stores(hub)
    listener = open_listener(settings.host, settings.port)
    _say(f"The hub of {stores} listens on {address}; its pages are at {public_url}. Ctrl-C ends it.")
    if is_for_this_machine_alone(public_url):
        _say(f"Phones cannot reach {urlsplit(public_url).hostname}: set --public-url.")
    serve_hub(settings, listener)
    return 0


def _name_stores(hub: Hub) -> str:
    with hub.database.read() as session:
        names = ", ".join(store.name for store in list_stores(session))
    if not names:
        raise KioskError(_NO_STORE)
    return names


def _seed(arguments: Namespace) -> int:
    try:
        with _open_hub(HubSettings(arguments.database, arguments.media)) as hub:
            seed_hub(hub, arguments.out)
    except OSError as error:
        reason = os.strerror(error.errno or 0)
        message = f"{error.filename} cannot be written ({reason}): choose other folders with --out and --media"
        raise FileRefused(message) from error
    _say(f"The sample shop is ready in {arguments.out.absolute()}. Next, serve it, and show its first screen:\n")
    _say(f"  kiosk hub serve{_repeat_places(arguments)}")
    _say(f"  kiosk run --config {shlex.quote(str(arguments.out / SETTINGS_FILE))}")
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
    with _open_begun_hub(HubSettings(arguments.database)) as hub:
        screen = approve_code(hub, arguments.code, arguments.screen)
    _say(f"Screen {screen.id} of store {screen.store_id} may come in.")
    return 0


def _open_begun_hub(settings: HubSettings) -> AbstractContextManager[Hub]:
    """Refuses to begin a database that only seeding would fill, and leaves no empty file where it lacks."""
    if not is_begun(settings.database):
        raise KioskError(_NO_STORE)
    return _open_hub(settings)


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
