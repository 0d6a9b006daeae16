"""Makes the room that keeps offers and shoppers in step with the loyalty API."""

import random
from collections.abc import Callable

from kiosk.app.givens import Givens
from kiosk.app.media_trial import try_media
from kiosk.core.events import Event
from kiosk.core.fault import FaultSink
from kiosk.loyalty.api import LoyaltyApi
from kiosk.loyalty.catalogue_sync import CatalogueSync
from kiosk.loyalty.shopper_sync import ShopperSync
from kiosk.loyalty.sync import Sync
from kiosk.offers.posterior import Redeemed


def make_sync(  # noqa: PLR0913 # what the sync tells, by name
    givens: Givens,
    api: LoyaltyApi,
    *,
    post: Callable[[Event], None],
    credit: Callable[[Redeemed], None],
    part: Callable[[], None],
    faults: FaultSink,
) -> Sync:
    """The sync; `credit` is told what was redeemed of this screen's bookmarks, `part` that somebody is gone."""
    settings = givens.settings
    catalogue = CatalogueSync(
        store=settings.store.id,
        screen=settings.screen.id,
        api=api,
        media=givens.media,
        check=try_media,
        last_good=givens.last_good,
        remembered=givens.remembered,
        post=post,
        credit=credit,
        faults=givens.status,
    )
    shoppers = ShopperSync(
        store=settings.store.id,
        api=api,
        last_good=givens.last_good,
        remembered=givens.remembered,
        post=post,
        part=part,
    )
    return Sync(catalogue, shoppers, faults, settings.loyalty.poll_s, random.random)
