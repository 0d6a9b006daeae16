"""The commands for the screens and who may come in as one: `kiosk hub screen list`, `approve`, `place` and `revoke`."""

import re
from argparse import (
    ArgumentParser,
    ArgumentTypeError,
    Namespace,
    RawDescriptionHelpFormatter,
    _SubParsersAction,  # pyright: ignore[reportPrivateUsage] (argparse has no public name for it)
)
from collections.abc import Mapping
from types import MappingProxyType

from kiosk.contract.place import DOOR, EXIT, PICK_UP, Place
from kiosk.hub.cli.command import add_database, note_first, open_begun_hub, say
from kiosk.hub.cli.guide import APPROVE, PLACE, REVOKE, SCREEN
from kiosk.hub.cli.store import pick_store
from kiosk.hub.context import Hub
from kiosk.hub.domain.screens.enrolment import Wanted, approve_code, revoke_screen, set_place
from kiosk.hub.models.screens.enrolment import list_waiting
from kiosk.hub.models.screens.screen import Screen, list_screens
from kiosk.hub.models.screens.screen_state import ScreenState, map_states
from kiosk.hub.models.store.store import list_stores
from kiosk.hub.settings import HubSettings

_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,63}")
_PLACES: Mapping[str, Place] = MappingProxyType({"door": DOOR, "exit": EXIT, "pick-up": PICK_UP, "none": ""})
_WARNING = """
Anybody may ask with a code of their own. Let one in only while you see its code on the glass:
  kiosk hub screen approve CODE [--screen NAME]"""
_STORE_HELP = "which store's, where there are several"


def add_screen_commands(commands: "_SubParsersAction[ArgumentParser]") -> None:
    """Add `screen` and its commands; each sets `run`, as `add_hub_commands` says."""
    screen = commands.add_parser(
        "screen",
        help="which screens may come in",
        description=SCREEN,
        formatter_class=RawDescriptionHelpFormatter,
    )
    verbs = screen.add_subparsers(required=True, metavar="COMMAND")
    names = verbs.add_parser("list", help="say which screens there are, how each stands, and which wait to be let in")
    add_database(names)
    names.set_defaults(run=_list)
    approve = verbs.add_parser("approve", help="let a new screen in by the code that it shows", description=APPROVE)
    approve.add_argument("code", help="the code, with or without its dash")
    approve.add_argument("--screen", metavar="ID", type=_read_name, help="which screen it is to be")
    approve.add_argument("--zones", metavar="NAMES", default="", help="the zones before it, with commas between")
    approve.add_argument("--store", metavar="ID", help=_STORE_HELP)
    add_database(approve)
    approve.set_defaults(run=note_first("hub screen approve", _approve))
    place = verbs.add_parser("place", help="say what stands at a screen", description=PLACE)
    place.add_argument("screen", metavar="ID", help="which one")
    place.add_argument("place", choices=tuple(_PLACES), help="what stands there")
    place.add_argument("--store", metavar="ID", help=_STORE_HELP)
    add_database(place)
    place.set_defaults(run=note_first("hub screen place", _place))
    revoke = verbs.add_parser("revoke", help="let a screen in no more", description=REVOKE)
    revoke.add_argument("screen", metavar="ID", help="which one")
    revoke.add_argument("--store", metavar="ID", help=_STORE_HELP)
    add_database(revoke)
    revoke.set_defaults(run=note_first("hub screen revoke", _revoke))


def _read_name(text: str) -> str:
    if not _NAME.fullmatch(text):
        message = "a screen's name has up to 64 letters, digits, `-`, `_` and `.`"
        raise ArgumentTypeError(message)
    return text


def _list(arguments: Namespace) -> int:
    with open_begun_hub(HubSettings(arguments.database)) as hub, hub.database.read() as session:
        for store in list_stores(session):
            states = map_states(session, store.id)
            for screen in list_screens(session, store.id):
                standing = _name_standing(screen, states.get(screen.id))
                say(f"{store.id}  {screen.id}  {standing}  zones: {', '.join(screen.zones) or 'none'}")
        waiting = list_waiting(session, hub.now())
        for enrolment in waiting:
            say(f"waits to be let in since {enrolment.asked_at:%H:%M} UTC  {_print_code(enrolment.code)}")
    if waiting:
        say(_WARNING)
    return 0


def _print_code(code: str) -> str:
    """As it stands on the glass, and as one word of a command."""
    return f"{code[:4]}-{code[4:]}"


def _name_standing(screen: Screen, state: ScreenState | None) -> str:
    if screen.revoked_at:
        return f"revoked {screen.revoked_at:%Y-%m-%d %H:%M} UTC"
    if screen.token_hash is None:
        return "not enrolled yet"
    return f"in, heard of {state.heard_at:%Y-%m-%d %H:%M} UTC" if state else "in, never heard of"


def _approve(arguments: Namespace) -> int:
    with open_begun_hub(HubSettings(arguments.database)) as hub:
        screen = approve_code(hub, arguments.code, _read_wanted(hub, arguments))
    say(f"Screen {screen.id} of store {screen.store_id} may come in; it does so within seconds.")
    return 0


def _read_wanted(hub: Hub, arguments: Namespace) -> Wanted | None:
    if arguments.screen is None:
        return None
    zones = tuple(zone.strip() for zone in arguments.zones.split(",") if zone.strip())
    return Wanted(_find_store(hub, arguments.store), arguments.screen, zones)


def _place(arguments: Namespace) -> int:
    store_id = ""
    with open_begun_hub(HubSettings(arguments.database)) as hub, hub.database.write() as session:
        store_id = pick_store(session, arguments.store).id
        set_place(session, store_id, arguments.screen, _PLACES[arguments.place])
    say(f"Screen {arguments.screen} of store {store_id}: {arguments.place}. It hears of it when it next asks.")
    return 0


def _revoke(arguments: Namespace) -> int:
    with open_begun_hub(HubSettings(arguments.database)) as hub:
        revoke_screen(hub, _find_store(hub, arguments.store), arguments.screen)
    say(f"Screen {arguments.screen} comes in no more.")
    return 0


def _find_store(hub: Hub, store_id: str | None) -> str:
    with hub.database.read() as session:
        return pick_store(session, store_id).id
