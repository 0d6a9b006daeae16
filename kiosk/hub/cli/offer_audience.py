"""`kiosk hub offer audience`: says by a file of rules whom an offer is for, also by such as no form has rows for."""

from argparse import (
    ArgumentParser,
    Namespace,
    _SubParsersAction,  # pyright: ignore[reportPrivateUsage] (argparse has no public name for it)
)
from pathlib import Path
from zoneinfo import ZoneInfo

from kiosk.contract.offer import Audience
from kiosk.contract.rule import Rules
from kiosk.hub.cli.command import note_first, open_begun_hub, say
from kiosk.hub.cli.offer_change import PlanRefused, add_offer, change_offer
from kiosk.hub.cli.rules_file import read_rules
from kiosk.hub.domain.profile.rules import list_traits
from kiosk.hub.domain.screens.reach import LEAST, Reach, measure_reach_now
from kiosk.hub.models.catalogue.offer import Offer
from kiosk.hub.models.store.store import get_store
from kiosk.hub.settings import HubSettings

_NO_TRAIT = "screens know of no trait: make a segment of it (`kiosk hub segment set`), and let the audience name that"


def add_audience_command(verbs: "_SubParsersAction[ArgumentParser]") -> None:
    """Add the command."""
    audience = verbs.add_parser("audience", help="say by rules whom it is for; without a file, for everybody")
    add_offer(audience)
    audience.add_argument("file", nargs="?", metavar="RULES.json", type=Path, help="the rules")
    audience.set_defaults(run=note_first("hub offer audience", _set_audience))


def _set_audience(arguments: Namespace) -> int:
    rules = read_rules(arguments.file) if arguments.file else Rules()
    if any(list_traits(rules)):
        raise PlanRefused(_NO_TRAIT)
    with change_offer(arguments) as (_, offer):
        offer.audience = Audience(all=rules.all, any=rules.any, none=rules.none)
    say(f"{arguments.offer} {_tell(_measure(arguments))}")
    return 0


def _measure(arguments: Namespace) -> Reach:
    with open_begun_hub(HubSettings(arguments.database)) as hub, hub.database.read() as session:
        offer = session.get_one(Offer, arguments.offer)
        zone = ZoneInfo(get_store(session, offer.store_id).time_zone)
        return measure_reach_now(session, offer.store_id, offer.audience, offer.zones, hub.now().astimezone(zone))


def _tell(reach: Reach) -> str:
    if reach.is_for_everybody:
        return "is for everybody."
    count = f"fewer than {LEAST}" if reach.count is None else f"about {reach.count} of about {reach.known}"
    return f"reaches {count} members now whom screens may recognise."
