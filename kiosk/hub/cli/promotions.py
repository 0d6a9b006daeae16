"""The commands for what a store takes off baskets: `kiosk hub promotions`."""

from argparse import (
    ArgumentParser,
    Namespace,
    RawDescriptionHelpFormatter,
    _SubParsersAction,  # pyright: ignore[reportPrivateUsage] (argparse has no public name for it)
)

from kiosk.contract.phrase import choose_phrase
from kiosk.hub.cli.command import open_begun_hub, read_given, say
from kiosk.hub.cli.store import pick_store
from kiosk.hub.cli.whole_file import add_show_and_set
from kiosk.hub.domain.basket.leaflet import make_promotion, parse_leaflet
from kiosk.hub.models.catalogue.promotion import list_promotions, set_promotions
from kiosk.hub.settings import HubSettings

LESSON = """\
What the store takes off the baskets of its members, in a TOML file that holds as a whole:

  [[promotion]]
  id = "postcards"
  title = { de = "5 Postkarten, 4 bezahlen", en = "5 postcards for the price of 4" }
  effect = { type = "buy_get", buy = 4, get = 1 }
  marks = ["article:04012345000146"]          # or department:paper, family:cards; without marks, everything
  valid_until = 2026-12-24T20:00:00+01:00

Effects: percentage (percent), amount (amount, off each piece), buy_get (buy, get, off), bundle (parts with marks and
count, price), threshold (at_least, off: a percentage, or a lump with its amount). Promotions of one group (offer, if
nothing is said) never touch the same piece; those of several stack, in the order of their rank. most is how often one
may be used in a basket, per_member in how many purchases of a member, and budget what it may take off in all.
Of all legal ways a member gets the one that saves her most.
"""


def add_promotion_commands(commands: "_SubParsersAction[ArgumentParser]") -> None:
    """Add `promotions` and its commands; each sets `run`, as `add_hub_commands` says."""
    promotions = commands.add_parser(
        "promotions",
        help="what the store takes off baskets",
        description=LESSON,
        formatter_class=RawDescriptionHelpFormatter,
    )
    add_show_and_set(promotions, "promotions", _show, _set)


def _show(arguments: Namespace) -> int:
    with open_begun_hub(HubSettings(arguments.database)) as hub, hub.database.read() as session:
        store = pick_store(session, arguments.store)
        for promotion in list_promotions(session, store.id, hub.now()):
            say(f"{promotion.id}: {choose_phrase(promotion.benefit.title, store.language)}")
    return 0


def _set(arguments: Namespace) -> int:
    leaflet = parse_leaflet(read_given(arguments.file))
    with open_begun_hub(HubSettings(arguments.database)) as hub, hub.database.write() as session:
        store = pick_store(session, arguments.store)
        set_promotions(session, store.id, [make_promotion(entry, store.id) for entry in leaflet.promotion])
    say(f"{store.id}: {len(leaflet.promotion)} promotions hold from now on.")
    return 0
