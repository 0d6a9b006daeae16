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


def make_sync(
    givens: Givens,
    api: LoyaltyApi,
    post: Callable[[Event], None],
    credit: Callable[[Redeemed], None],
    faults: FaultSink,
) -> Sync:
    """The sync; `credit` is told what was redeemed of this screen's bookmarks."""
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
    shoppers = ShopperSync(settings.store.id, api, givens.last_good, givens.remembered, post)
    return Sync(catalogue, shoppers, faults, settings.loyalty.poll_s, random.random)
