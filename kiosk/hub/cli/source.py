"""The commands for who may tell what members do: `kiosk hub source add`, `list` and `revoke`."""

import re
from argparse import (
    ArgumentParser,
    ArgumentTypeError,
    Namespace,
    RawDescriptionHelpFormatter,
    _SubParsersAction,  # pyright: ignore[reportPrivateUsage] (argparse has no public name for it)
)

from kiosk.errors import KioskError
from kiosk.hub.cli.command import add_database, note_first, open_begun_hub, say
from kiosk.hub.cli.profile_guide import SOURCE
from kiosk.hub.cli.store import pick_store
from kiosk.hub.domain.digest import digest
from kiosk.hub.models.store.source import Source, find_source, list_sources
from kiosk.hub.settings import HubSettings


class SourceNotFound(KioskError):
    """No source is meant; the text says how to see which there are."""

    def __init__(self) -> None:
        super().__init__("there is no such source: `kiosk hub source list` says which there are")


class SourceKnown(KioskError):
    """The source has a key, which another would void; the text says how to want that."""

    def __init__(self, name: str) -> None:
        super().__init__(f"{name} has a key already: --renew makes another, and the one before counts no more")


def add_source_commands(commands: "_SubParsersAction[ArgumentParser]") -> None:
    """Add `source` and its commands; each sets `run`, as `add_hub_commands` says."""
    source = commands.add_parser(
        "source", help="who may tell what members do", description=SOURCE, formatter_class=RawDescriptionHelpFormatter
    )
    verbs = source.add_subparsers(required=True, metavar="COMMAND")
    add = verbs.add_parser("add", help="let a web shop or an app in, and print its write key")
    _add_name(add)
    kind = add.add_mutually_exclusive_group(required=True)
    kind.add_argument("--server", action="store_true", help="a server of yours: it is believed who is signed in")
    kind.add_argument("--browser", action="store_true", help="pages or apps: their key is open, and proves no account")
    add.add_argument("--renew", action="store_true", help="another key for one that has one, which counts no more")
    add.set_defaults(run=note_first("hub source add", _add))
    names = verbs.add_parser("list", help="say which there are")
    names.add_argument("--store", metavar="ID", help="of which store, where there are several")
    add_database(names)
    names.set_defaults(run=_list)
    revoke = verbs.add_parser("revoke", help="take no more from it; what it told stays")
    _add_name(revoke)
    revoke.set_defaults(run=note_first("hub source revoke", _revoke))


def _add_name(parser: ArgumentParser) -> None:
    parser.add_argument("name", type=_read_name, help="what to call it, for example web-shop")
    parser.add_argument("--store", metavar="ID", help="whose it is, where there are several stores")
    add_database(parser)


def _read_name(text: str) -> str:
    if not re.fullmatch(r"[a-z0-9][a-z0-9-]{0,39}", text) or text == "import":
        message = "a name has 1 to 40 small letters, digits and hyphens, and is not `import`"
        raise ArgumentTypeError(message)
    return text


def _add(arguments: Namespace) -> int:
    with open_begun_hub(HubSettings(arguments.database)) as hub, hub.database.write() as session:
        store_id = pick_store(session, arguments.store).id
        known = find_source(session, store_id, arguments.name)
        if known and known.revoked_at is None and not arguments.renew:
            raise SourceKnown(arguments.name)
        key = hub.mint()
        source = Source(
            store_id=store_id,
            id=arguments.name,
            key_hash=digest(key),
            vouches=arguments.server,
            made_at=hub.now(),
        )
        session.merge(source)
    say(key)
    return 0


def _list(arguments: Namespace) -> int:
    with open_begun_hub(HubSettings(arguments.database)) as hub, hub.database.read() as session:
        sources = list_sources(session, pick_store(session, arguments.store).id)
    for source in sources:
        state = f"revoked {source.revoked_at:%Y-%m-%d}" if source.revoked_at else f"since {source.made_at:%Y-%m-%d}"
        say(f"{source.id:20}  {'server' if source.vouches else 'browser':7}  {state}")
    if not sources:
        say("There are none yet: kiosk hub source add web-shop --server")
    return 0


def _revoke(arguments: Namespace) -> int:
    with open_begun_hub(HubSettings(arguments.database)) as hub, hub.database.write() as session:
        source = find_source(session, pick_store(session, arguments.store).id, arguments.name)
        if source is None:
            raise SourceNotFound
        source.revoked_at = source.revoked_at or hub.now()
    say("Nothing is taken from it any more. What it told stays.")
    return 0
