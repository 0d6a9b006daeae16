from argparse import Namespace

import pytest

from kiosk.hub.cli.offer_change import OfferNotFound, PlanRefused, change_offer
from kiosk.hub.context import Hub
from kiosk.hub.models.catalogue.offer import Offer


def _fail(arguments: Namespace) -> None:
    with change_offer(arguments) as (_, offer):
        offer.priority = 8
        raise ValueError


def test_a_change_is_kept_with_a_new_version_and_one_that_fails_is_not(hub: Hub) -> None:
    arguments = Namespace(offer="o-mug", database=hub.settings.database)
    with change_offer(arguments) as (_, offer):
        offer.priority = 7
    with pytest.raises(PlanRefused, match="--each"):
        _fail(arguments)
    with hub.database.read() as session:
        kept = session.get_one(Offer, "o-mug")

    assert (kept.priority, kept.version) == (7, 2)


def test_an_offer_that_there_is_not_changes_nothing(hub: Hub) -> None:
    with pytest.raises(OfferNotFound), change_offer(Namespace(offer="none", database=hub.settings.database)):
        pytest.fail("there is nothing to change")
