"""The commands for what an offer may cost, and how its effect is measured: `kiosk hub offer`."""

from argparse import (
    ArgumentParser,
    ArgumentTypeError,
    Namespace,
    RawDescriptionHelpFormatter,
    _SubParsersAction,  # pyright: ignore[reportPrivateUsage] (argparse has no public name for it)
)
from collections.abc import Generator
from decimal import Decimal, InvalidOperation

from sqlalchemy.orm import Session

from kiosk.contract.money import Money
from kiosk.contract.offer import Budget, Control
from kiosk.hub.cli.command import add_database, note_first, open_begun_hub, say
from kiosk.hub.cli.guide import OFFER
from kiosk.hub.cli.offer_audience import add_audience_command
from kiosk.hub.cli.offer_change import PlanRefused, add_offer, change_offer
from kiosk.hub.cli.store import pick_store
from kiosk.hub.domain.attribution.control_share import has_other_share
from kiosk.hub.domain.benefits.coupon_life import count_taken
from kiosk.hub.models.catalogue.offer import list_offers
from kiosk.hub.models.store.store import list_stores
from kiosk.hub.settings import HubSettings

_PERCENT = 100
_MOST_CONTACTS = 1000
_OTHER_SHARE = (
    "other offers of this campaign hold out another share, as `kiosk hub offer list` says: give the same, or first "
    "take theirs away with `kiosk hub offer control ID`"
)


def add_offer_commands(commands: "_SubParsersAction[ArgumentParser]") -> None:
    """Add `offer` and its commands; each sets `run`, as `add_hub_commands` says."""
    offer = commands.add_parser(
        "offer",
        help="what an offer may cost, and who is held out to measure it",
        description=OFFER,
        formatter_class=RawDescriptionHelpFormatter,
    )
    verbs = offer.add_subparsers(required=True, metavar="COMMAND")
    offers = verbs.add_parser("list", help="say what each offer may still cost, and who is held out")
    add_database(offers)
    offers.set_defaults(run=_list)
    _add_budget(verbs)
    _add_control(verbs)
    _add_contacts(verbs)
    add_audience_command(verbs)


def _add_budget(verbs: "_SubParsersAction[ArgumentParser]") -> None:
    budget = verbs.add_parser(
        "budget", help="set what its bookmarks may cost in all; without an amount, no matter what"
    )
    add_offer(budget)
    budget.add_argument("amount", nargs="?", type=_read_amount, help="in the offer's currency, for example 700")
    budget.add_argument("--each", metavar="AMOUNT", type=_read_amount, help="what each bookmark takes of it")
    budget.set_defaults(run=note_first("hub offer budget", _set_budget))


def _add_control(verbs: "_SubParsersAction[ArgumentParser]") -> None:
    control = verbs.add_parser("control", help="never show it to this share of shoppers; without a share, to nobody")
    add_offer(control)
    control.add_argument("share", nargs="?", type=_read_share, metavar="PERCENT", help="from 0 to 100")
    control.add_argument("--campaign", metavar="NAME", help="share the shoppers with the other offers of this name")
    control.set_defaults(run=note_first("hub offer control", _set_control))


def _add_contacts(verbs: "_SubParsersAction[ArgumentParser]") -> None:
    contacts = verbs.add_parser("contacts", help="bound how many offers a shopper is shown in a day, at each screen")
    contacts.add_argument("most", nargs="?", type=_read_count, help="how many; without it, as the screens are set")
    contacts.add_argument("--store", metavar="ID", help="in which store, where there are several")
    add_database(contacts)
    contacts.set_defaults(run=note_first("hub offer contacts", _set_contacts))


def _read_amount(text: str) -> Decimal:
    try:
        return Decimal(text)
    except InvalidOperation as error:
        message = "an amount is written as 12.90"
        raise ArgumentTypeError(message) from error


def _read_share(text: str) -> float:
    share = _read_amount(text.removesuffix("%")) / _PERCENT
    if not 0 <= share <= 1:
        message = "a share is from 0 to 100 percent"
        raise ArgumentTypeError(message)
    return float(share)


def _read_count(text: str) -> int:
    if not text.isdecimal() or not 1 <= int(text) <= _MOST_CONTACTS:
        message = f"a shopper is shown 1 to {_MOST_CONTACTS} offers in a day"
        raise ArgumentTypeError(message)
    return int(text)


def _set_budget(arguments: Namespace) -> int:
    with change_offer(arguments) as (_, offer):
        offer.budget = _make_budget(arguments, offer.currency)
    said = f"has {arguments.amount} {offer.currency} for its bookmarks" if offer.budget else "may cost what it will"
    say(f"{offer.id} {said}.")
    return 0


def _make_budget(arguments: Namespace, currency: str) -> Budget | None:
    if arguments.amount is None and arguments.each is None:
        return None
    left, each = (Money(amount or Decimal(0), currency) for amount in (arguments.amount, arguments.each))
    return Budget(left, each)


def _set_control(arguments: Namespace) -> int:
    control = Control(arguments.share, arguments.campaign) if arguments.share else None
    with change_offer(arguments) as (session, offer):
        if has_other_share(session, offer, control):
            raise PlanRefused(_OTHER_SHARE)
        offer.control = control
    said = f"is never shown to {arguments.share:.1%} of shoppers" if offer.control else "is held back from nobody"
    say(f"{offer.id} {said}.")
    return 0


def _set_contacts(arguments: Namespace) -> int:
    with open_begun_hub(HubSettings(arguments.database)) as hub, hub.database.write() as session:
        store = pick_store(session, arguments.store)
        store.contacts_per_day = arguments.most
    say(f"{store.id}: {arguments.most or 'as the screens are set'}.")
    return 0


def _list(arguments: Namespace) -> int:
    with open_begun_hub(HubSettings(arguments.database)) as hub, hub.database.read() as session:
        for store in list_stores(session):
            for line in _describe_offers(session, store.id):
                say(line)
    return 0


def _describe_offers(session: Session, store_id: str) -> Generator[str]:
    offers = list_offers(session, store_id)
    taken = count_taken(session, store_id, [offer.id for offer in offers])
    for offer in offers:
        kept = taken.get(offer.id, 0)
        parts = [store_id, offer.id, f"kept {kept}"]
        if offer.budget:
            left = offer.budget.spend(kept).left
            parts.append(f"budget {left.amount} of {offer.budget.left.amount} {left.currency} left")
        if offer.control:
            parts.append(f"held out {offer.control.share:.1%}")
        yield "  ".join(parts)
