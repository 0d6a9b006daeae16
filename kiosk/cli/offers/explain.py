"""`kiosk offers explain`: says why an offer is shown to a shopper, or why it is kept back."""

import argparse
import sys
from collections.abc import Iterable, Iterator
from zoneinfo import ZoneInfo

import msgspec

from kiosk.app.clocks import read_instant
from kiosk.app.files.shown import ShownFile
from kiosk.cli.arguments import Subparsers, parse_time
from kiosk.cli.main import add_settings_options
from kiosk.contract.instant import Instant
from kiosk.contract.offer import Offer
from kiosk.contract.shopper import PERSONAL_OFFERS, Shopper
from kiosk.core.fault import Part
from kiosk.errors import FileRefused, KioskError
from kiosk.loyalty.last_good import LastGood
from kiosk.loyalty.wire import WireCatalogue
from kiosk.offers.crowd import Crowd
from kiosk.offers.explanation import EXPOSING, Reason, explain_exclusion
from kiosk.offers.shown import NOTHING_SHOWN, Shown
from kiosk.offers.shown_record import recall_shown
from kiosk.offers.situation import Situation
from kiosk.settings import Settings
from kiosk.settings.rules import make_rules
from kiosk.state_file import StateUnusable

DESCRIPTION = """\
Say of the offers that this screen heard of last which may be shown to a shopper, and what keeps the others back:
every rule, and of an audience every branch. The shopper is described; without a word on her it is anybody.
What was shown before, which caps and cooldown go by, is taken from what the screen wrote down (shown.json in
its state folder): that of the whole screen, and with --key that of the shopper, too.

examples:
  kiosk offers explain --config kiosk.toml                                    all offers, for anybody, now
  kiosk offers explain o-boots --segment outdoor --visits 3 --language de --config kiosk.toml
  kiosk offers explain o-boots --interest shoes=0.7 --at 2026-11-23T12:00 --json --config kiosk.toml"""


class NoSuchOffer(KioskError):
    """The screen never heard of that offer."""

    def __init__(self) -> None:
        super().__init__("this screen heard of no such offer; without one all are listed")


class ShopperRefused(KioskError):
    """What was said of the shopper cannot be of any."""


class _Flaws:
    """Hears what is wrong with the last good offers."""

    def __init__(self) -> None:
        self.codes: list[str] = []

    def set_fault(self, part: Part, code: str | None) -> None:
        """Note it."""
        self.codes += [f"{part}/{code}"] if code else []


def add_explain_command(subparsers: Subparsers) -> None:
    """Add the sub-command."""
    parser = subparsers.add_parser(
        "explain",
        help="why an offer is shown to a shopper, or not",
        description=DESCRIPTION,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("offer", nargs="?", help="the id of one offer (all)")
    parser.add_argument("--key", default="", help="her pseudonym, which draws whether she is in a control group")
    parser.add_argument("--segment", action="append", default=[], metavar="NAME", help="a segment that she is in")
    parser.add_argument("--language", metavar="CODE", help="her language, such as de")
    parser.add_argument("--visits", metavar="N", help="how often she came to the store")
    parser.add_argument(
        "--interest", action="append", default=[], metavar="NAME=SCORE", help="an interest of hers, from 0 to 1"
    )
    parser.add_argument("--at", type=parse_time, metavar="TIME", help="the store's time, 2026-11-23T12:00 (now)")
    parser.add_argument("--json", action="store_true", help="one JSON object for each offer, in a line of its own")
    parser.set_defaults(run=explain_offers)
    add_settings_options(parser)


def explain_offers(args: argparse.Namespace, settings: Settings) -> int:
    """Print the explanation. Raises `KioskError`."""
    zone = ZoneInfo(settings.store.time_zone)
    now = read_instant()
    local = args.at.replace(tzinfo=zone) if args.at else now.wall.astimezone(zone)
    rules = make_rules(settings)
    catalogue, crowd = recall_offers(settings)
    situation = Situation(
        zones=rules.zones,
        local=local,
        mono=now.mono + (local - now.wall).total_seconds(),
        shopper=_describe_shopper(args),
        shown=_recall_shown(settings, now),
        cooldown_s=rules.cooldown_s,
        policy=rules.policy.cap_contacts(catalogue.contacts_per_day),
    )
    wanted = [offer for offer in catalogue.offers if args.offer in (None, offer.id)]
    if args.offer and not wanted:
        raise NoSuchOffer
    for offer in wanted:
        exposing = () if crowd.hides(offer.audience, situation) else (EXPOSING,)
        reasons = explain_exclusion(offer, situation) + exposing
        sys.stdout.write(_encode(offer, reasons) if args.json else _write(offer, reasons))
    return 0


def recall_offers(settings: Settings) -> tuple[WireCatalogue, Crowd]:
    """The offers and the shoppers that the screen heard of last. Raises `FileRefused`."""
    flaws = _Flaws()
    remembered = LastGood(settings.state.dir, settings.store.id).load(flaws)
    if remembered.catalogue is None:
        why = "cannot be read" if flaws.codes else "are not there: it never heard of any"
        message = f"the last good offers of this screen {why} ({settings.state.dir})"
        raise FileRefused(message)
    return remembered.catalogue, Crowd(remembered.shoppers)


def _recall_shown(settings: Settings, now: Instant) -> Shown:
    """What the screen showed before; nothing, and a word on that, where what it wrote cannot be used."""
    try:
        record = ShownFile(settings.state.dir, settings.store.id, settings.screen.id).read()
    except StateUnusable as unusable:
        sys.stderr.write(f"{unusable}: nothing counts as shown\n")
        return NOTHING_SHOWN
    return recall_shown(record, now) if record else NOTHING_SHOWN


def _describe_shopper(args: argparse.Namespace) -> Shopper | None:
    """The shopper that was described; `None`: not a word was said of her."""
    interests = dict(text.partition("=")[::2] for text in args.interest)
    if not (args.key or args.segment or args.language or args.visits or interests):
        return None
    told = {
        "key": args.key or "somebody",
        "segments": args.segment,
        "language": args.language,
        "consents": [PERSONAL_OFFERS],
        "visits": args.visits,
        "interests": interests or None,
    }
    try:
        return msgspec.convert(told, Shopper, strict=False)
    except msgspec.ValidationError as error:
        message = f"of no shopper this can be said: {error}"
        raise ShopperRefused(message) from error


def _write(offer: Offer, reasons: tuple[Reason, ...]) -> str:
    name = offer.id if offer.id.isprintable() else repr(offer.id)
    head = f"{name}: {'kept back' if reasons else 'may be shown'}"
    return "".join(f"{line}\n" for line in (head, *_write_reasons(reasons, "  ")))


def _write_reasons(reasons: Iterable[Reason], indent: str) -> Iterator[str]:
    for reason in reasons:
        yield f"{indent}{reason.at}: {reason.words}"
        yield from _write_reasons(reason.because, indent + "  ")


def _encode(offer: Offer, reasons: tuple[Reason, ...]) -> str:
    return msgspec.json.encode({"offer": offer.id, "reasons": reasons}).decode() + "\n"
