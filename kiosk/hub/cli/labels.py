"""The commands for electronic labels on shelves: `kiosk hub labels assign`, `list`, `again` and `remove`."""

import re
from argparse import (
    ArgumentParser,
    ArgumentTypeError,
    Namespace,
    RawDescriptionHelpFormatter,
    _SubParsersAction,  # pyright: ignore[reportPrivateUsage] (argparse has no public name for it)
)

from sqlalchemy.orm import Session

from kiosk.contract.phrase import choose_phrase
from kiosk.errors import KioskError
from kiosk.hub.cli.command import add_database, note_first, open_begun_hub, say
from kiosk.hub.cli.store import pick_store
from kiosk.hub.domain.labels.roster import assign_label, find_labelled, list_standings
from kiosk.hub.models.store.shelf_label import ShelfLabel, find_shelf_label
from kiosk.hub.settings import HubSettings

LESSON = """\
Electronic labels on shelves, through an access point of OpenEPaperLink (https://openepaperlink.org):

  kiosk hub labels assign 00000197E5CB3B38 4012345000016
  kiosk hub serve --access-point http://192.0.2.7 ...

A label is named by the address on its back, an article by its code. From then on it shows the article's price, and each
change of it within seconds of its own next word to the access point. How large it is, that says.
"""
_STATES = {
    "shown": "shows the price",
    "on_its_way": "is yet to fetch the price",
    "late": "should have fetched the price by now: is it in reach?",
    "silent": "shows the price, and has not been heard of since: is it in reach?",
    "unknown": "no access point knows it: is it on, and does `kiosk hub serve --access-point` name yours?",
    "not_taken": "is not taken a picture for",
}


class LabelUnknown(KioskError):
    """No label has this address; the text says how to see which there are."""

    def __init__(self) -> None:
        super().__init__("no label has this address: `kiosk hub labels list` says which there are")


def add_label_commands(commands: "_SubParsersAction[ArgumentParser]") -> None:
    """Add `labels` and its commands; each sets `run`, as `add_hub_commands` says."""
    labels = commands.add_parser(
        "labels",
        help="electronic labels on shelves",
        description=LESSON,
        formatter_class=RawDescriptionHelpFormatter,
    )
    verbs = labels.add_subparsers(required=True, metavar="COMMAND")
    assign = verbs.add_parser("assign", help="let a label show the price of an article from now on")
    assign.add_argument("mac", metavar="LABEL", type=_read_mac, help="its address: 12 or 16 hex digits")
    assign.add_argument("article", metavar="CODE", help="the article's code")
    assign.set_defaults(run=note_first("hub labels assign", _assign))
    listing = verbs.add_parser("list", help="say how each label stands, and which need somebody")
    listing.set_defaults(run=_list)
    for verb in (assign, listing):
        verb.add_argument("--store", metavar="ID", help="in which store, where there are several")
    again = verbs.add_parser("again", help="send a label its picture once more")
    again.set_defaults(run=note_first("hub labels again", _send_again))
    removal = verbs.add_parser("remove", help="send a label nothing any more; it keeps what it shows")
    removal.set_defaults(run=note_first("hub labels remove", _remove))
    for verb in (again, removal):
        verb.add_argument("mac", metavar="LABEL", type=_read_mac, help="as `list` names it")
    for verb in (assign, listing, again, removal):
        add_database(verb)


def _read_mac(text: str) -> str:
    digits = text.replace(":", "").upper()
    if not re.fullmatch(r"(?:[0-9A-F]{4})?[0-9A-F]{12}", digits):
        message = "a label's address has 12 or 16 hex digits, such as 00000197E5CB3B38"
        raise ArgumentTypeError(message)
    return digits.rjust(16, "0")


def _assign(arguments: Namespace) -> int:
    with open_begun_hub(HubSettings(arguments.database)) as hub, hub.database.write() as session:
        store = pick_store(session, arguments.store)
        article = find_labelled(session, store.id, arguments.article)
        assign_label(session, store.id, arguments.mac, article, hub.now())
        say(f"{arguments.mac} shows {choose_phrase(article.title, store.language)} from now on.")
    return 0


def _list(arguments: Namespace) -> int:
    with open_begun_hub(HubSettings(arguments.database)) as hub, hub.database.read() as session:
        store = pick_store(session, arguments.store)
        standings = list_standings(session, store.id, hub.now())
    for one in standings:
        title = choose_phrase(one.title, store.language)
        battery = f"; its battery is low ({one.label.battery_mv} mV)" if one.standing.is_low else ""
        why = f" ({one.label.reason})" if one.label.reason else ""
        say(f"{one.label.mac}  {one.label.code}  {title}: {_STATES[one.standing.state]}{why}{battery}")
    count = sum(one.standing.needs_somebody for one in standings)
    say(f"Labels: {len(standings)}. In need of somebody: {count}.")
    return 1 if count else 0


def _send_again(arguments: Namespace) -> int:
    with open_begun_hub(HubSettings(arguments.database)) as hub, hub.database.write() as session:
        label = _find(session, arguments.mac)
        label.sent, label.compared_at, label.due_at = None, None, hub.now()
    say(f"{arguments.mac} is sent its picture once more.")
    return 0


def _remove(arguments: Namespace) -> int:
    with open_begun_hub(HubSettings(arguments.database)) as hub, hub.database.write() as session:
        session.delete(_find(session, arguments.mac))
    say(f"{arguments.mac} is sent nothing any more. Take it off the shelf: it keeps what it shows.")
    return 0


def _find(session: Session, mac: str) -> ShelfLabel:
    label = find_shelf_label(session, mac)
    if label is None:
        raise LabelUnknown
    return label
