"""`kiosk hub campaign`: the codes by which a store invites people, begun, printed and ended at the terminal."""

from argparse import (
    ArgumentParser,
    Namespace,
    RawDescriptionHelpFormatter,
    _SubParsersAction,  # pyright: ignore[reportPrivateUsage] (argparse has no public name for it)
)
from pathlib import Path

from sqlalchemy.orm import Session

from kiosk.errors import FileRefused, KioskError
from kiosk.hub.cli.command import add_database, note_first, open_begun_hub, say
from kiosk.hub.cli.guide import CAMPAIGN
from kiosk.hub.cli.store import pick_store
from kiosk.hub.context import Hub
from kiosk.hub.domain.attribution.campaign import LONGEST_NAME, Plan, begin_campaign, end_campaign, tell_opened
from kiosk.hub.domain.redeem_code import read_code
from kiosk.hub.models.attribution.campaign import CHANNELS, Campaign, find_campaign, is_running, list_campaigns
from kiosk.hub.models.catalogue.offer import find_offer
from kiosk.hub.models.store.store import Store
from kiosk.hub.settings import HubSettings
from kiosk.hub.web.links import link_campaign
from kiosk.hub.web.qr_file import KINDS, Kind, make_qr_file


class CampaignRefused(KioskError):
    """No such campaign, or none that can be; the text says what to do."""


def add_campaign_commands(commands: "_SubParsersAction[ArgumentParser]") -> None:
    """Add `campaign` and its commands; each sets `run`, as `add_hub_commands` says."""
    campaign = commands.add_parser(
        "campaign",
        help="codes that tell what brought somebody",
        description=CAMPAIGN,
        formatter_class=RawDescriptionHelpFormatter,
    )
    verbs = campaign.add_subparsers(required=True, metavar="COMMAND")
    begin = verbs.add_parser("add", help="begin one, and print its code")
    begin.add_argument("name", metavar="NAME", help="what it is called in the report")
    begin.add_argument("--channel", choices=CHANNELS, required=True, help="where its code is read")
    begin.add_argument("--offer", metavar="ID", help="the offer that it leads to (default: where members join)")
    begin.set_defaults(run=note_first("hub campaign add", _add))
    show = verbs.add_parser("list", help="say which there are")
    show.set_defaults(run=_list)
    end = verbs.add_parser("end", help="let nothing more count that comes by it")
    end.set_defaults(run=note_first("hub campaign end", _end))
    draw = verbs.add_parser("code", help="write its QR code into a file")
    draw.add_argument("--public-url", metavar="URL", required=True, help="how phones reach the hub, as `serve` has it")
    draw.set_defaults(run=_draw)
    for verb in (end, draw):
        verb.add_argument("code", metavar="CODE", help="its code")
    draw.add_argument("file", metavar="FILE", type=Path, help=f"a file that ends in {' or '.join(KINDS)}")
    for verb in (begin, show, end, draw):
        verb.add_argument("--store", metavar="ID", help="of which store, where there are several")
        add_database(verb)


def _add(arguments: Namespace) -> int:
    name = " ".join(arguments.name.split())
    if not 0 < len(name) <= LONGEST_NAME:
        message = f"a campaign needs a name of up to {LONGEST_NAME} characters"
        raise CampaignRefused(message)
    with open_begun_hub(HubSettings(arguments.database)) as hub, hub.database.write() as session:
        store = pick_store(session, arguments.store)
        _require_offer(session, store, arguments.offer)
        campaign = begin_campaign(hub, session, store.id, Plan(name, arguments.channel, arguments.offer))
        say(f"{campaign.code}: {name} runs; its link is {link_campaign('PUBLIC_URL', campaign.code)}")
    return 0


def _list(arguments: Namespace) -> int:
    with open_begun_hub(HubSettings(arguments.database)) as hub, hub.database.read() as session:
        for one in list_campaigns(session, pick_store(session, arguments.store).id):
            state = "runs" if is_running(one, hub.now()) else "does not run"
            say(f"{one.code}  {one.channel:6}  {one.name}: {state}, {_tell_opened(hub, session, one)}")
    return 0


def _tell_opened(hub: Hub, session: Session, campaign: Campaign) -> str:
    count = tell_opened(session, campaign, hub.now())
    return f"opened {count} times before today" if count else "opened too seldom to tell"


def _end(arguments: Namespace) -> int:
    with open_begun_hub(HubSettings(arguments.database)) as hub, hub.database.write() as session:
        campaign = _find(session, arguments)
        is_news = end_campaign(campaign, hub.now())
        say(f"{campaign.code}: {campaign.name} {'is over now' if is_news else 'was over already'}.")
    return 0


def _draw(arguments: Namespace) -> int:
    kind: Kind | None = next((one for one in KINDS if arguments.file.suffix == f".{one}"), None)
    if kind is None:
        message = f"{arguments.file}: name a file that ends in {' or '.join(KINDS)}"
        raise FileRefused(message)
    with open_begun_hub(HubSettings(arguments.database)) as hub, hub.database.read() as session:
        link = link_campaign(arguments.public_url.rstrip("/"), _find(session, arguments).code)
    try:
        arguments.file.write_bytes(make_qr_file(link, kind))
    except OSError as error:
        message = f"{arguments.file}: cannot be written"
        raise FileRefused(message) from error
    say(f"{arguments.file}: {link}")
    return 0


def _find(session: Session, arguments: Namespace) -> Campaign:
    store, campaign = pick_store(session, arguments.store), find_campaign(session, read_code(arguments.code))
    if campaign is None or campaign.store_id != store.id:
        message = f"{arguments.code}: no campaign has this code; `kiosk hub campaign list` says which there are"
        raise CampaignRefused(message)
    return campaign


def _require_offer(session: Session, store: Store, offer_id: str | None) -> None:
    offer = find_offer(session, offer_id) if offer_id else None
    if offer_id and (offer is None or offer.store_id != store.id):
        message = f"{offer_id}: there is no such offer; `kiosk hub offer list` says which there are"
        raise CampaignRefused(message)
