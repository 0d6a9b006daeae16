"""What the commands that change an offer share: which one is meant, and that it is kept whole or refused."""

from argparse import ArgumentParser, Namespace
from collections.abc import Generator
from contextlib import contextmanager

import msgspec
from sqlalchemy.orm import Session

from kiosk.errors import KioskError
from kiosk.hub.cli.command import add_database, open_begun_hub
from kiosk.hub.models.catalogue.offer import Offer, find_offer
from kiosk.hub.settings import HubSettings


class OfferNotFound(KioskError):
    """No offer has this id; the text says how to see which there are."""

    def __init__(self) -> None:
        super().__init__("no offer has this id: `kiosk hub offer list` says which there are")


class PlanRefused(KioskError):
    """No budget, control group or audience can be made of what was said; the text says what is allowed."""


def add_offer(parser: ArgumentParser) -> None:
    """Add what all of these commands are told: which offer, and where it is kept."""
    parser.add_argument("offer", metavar="ID", help="the offer's id")
    add_database(parser)


@contextmanager
def change_offer(arguments: Namespace) -> Generator[tuple[Session, Offer]]:
    """The offer, whose changes are kept once this ends. Raises `OfferNotFound`, or `PlanRefused` for a `ValueError`."""
    with open_begun_hub(HubSettings(arguments.database)) as hub, hub.database.write() as session:
        offer = find_offer(session, arguments.offer)
        if offer is None:
            raise OfferNotFound
        try:
            yield session, offer
        except (ValueError, msgspec.ValidationError) as error:
            message = "a budget has an amount and, with --each, what a bookmark takes of it, each from 0.01 on"
            raise PlanRefused(message) from error
        offer.version += 1
