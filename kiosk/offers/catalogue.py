"""The store's offers, indexed so that a decision costs by what is eligible and not by what exists."""

from collections.abc import Iterable

from kiosk.contract.offer import Offer


class Catalogue:
    """All current offers; immutable once made."""

    def __init__(self, offers: Iterable[Offer] = ()) -> None:
        self._by_id = {offer.id: offer for offer in offers}

    def get_offer(self, offer_id: str) -> Offer | None:
        """The offer with this id; `None`: there is none."""
        return self._by_id.get(offer_id)
