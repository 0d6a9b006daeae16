"""The commands for what happens at a till: `kiosk hub till` and `redeem`."""

from argparse import (
    ArgumentParser,
    Namespace,
    _SubParsersAction,  # pyright: ignore[reportPrivateUsage] (argparse has no public name for it)
)

from kiosk.errors import KioskError
from kiosk.hub.cli.command import add_database, note_first, open_begun_hub, say
from kiosk.hub.cli.guide import REDEEM, TILL
from kiosk.hub.cli.store import pick_store
from kiosk.hub.domain.digest import digest
from kiosk.hub.domain.kept.redemption import find_kept, redeem_bookmark
from kiosk.hub.domain.settlement.own_till import OWN_TILL
from kiosk.hub.models.store.till import find_till, set_till
from kiosk.hub.settings import HubSettings


class BookmarkNotFound(KioskError):
    """Nothing was kept under this code; the text says where to look."""

    def __init__(self) -> None:
        super().__init__("nothing was kept under this code: it stands on the phone's page, below the offer")


class TillKnown(KioskError):
    """The till has a token, which another would void; the text says how to want that."""

    def __init__(self, till: str) -> None:
        super().__init__(f"{till} has a token already: --renew makes another, and the one before counts no more")


class TillReserved(KioskError):
    """No till can be called so; the text says what to do."""

    def __init__(self) -> None:
        super().__init__(f"{OWN_TILL} is what members' phones are called that pay by themselves: choose another name")


def add_till_commands(commands: "_SubParsersAction[ArgumentParser]") -> None:
    """Add `till` and `redeem`; each sets `run`, as `add_hub_commands` says."""
    till = commands.add_parser("till", help="let a till say what was redeemed", description=TILL)
    till.add_argument("till", metavar="ID", help="what to call the till, for example till-1")
    till.add_argument("--store", metavar="ID", help="whose till it is, where there are several stores")
    till.add_argument(
        "--renew", action="store_true", help="another token for one that has one, which then counts no more"
    )
    add_database(till)
    till.set_defaults(run=note_first("hub till", _open_till))
    redeem = commands.add_parser("redeem", help="say that a kept offer was bought", description=REDEEM)
    code = "the code that her phone shows, with its space or without, or the bookmark's id"
    redeem.add_argument("code", metavar="CODE", nargs="+", help=code)
    add_database(redeem)
    redeem.set_defaults(run=note_first("hub redeem", _redeem))


def _open_till(arguments: Namespace) -> int:
    if arguments.till == OWN_TILL:
        raise TillReserved
    with open_begun_hub(HubSettings(arguments.database)) as hub, hub.database.write() as session:
        store_id = pick_store(session, arguments.store).id
        if find_till(session, store_id, arguments.till) and not arguments.renew:
            raise TillKnown(arguments.till)
        token = hub.mint()
        set_till(session, store_id, arguments.till, digest(token))
    say(token)
    return 0


def _redeem(arguments: Namespace) -> int:
    with open_begun_hub(HubSettings(arguments.database)) as hub, hub.database.write() as session:
        bookmark = find_kept(session, " ".join(arguments.code))
        if bookmark is None:
            raise BookmarkNotFound
        is_new = redeem_bookmark(hub, session, bookmark)
    say(f"{bookmark.offer_id} is redeemed." if is_new else f"{bookmark.offer_id} was redeemed before.")
    return 0
