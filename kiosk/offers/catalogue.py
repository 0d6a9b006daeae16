"""The store's offers, indexed so that a decision costs by what is eligible and not by what exists."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from kiosk.contract.offer import Offer
from kiosk.offers.audience import list_keys
from kiosk.offers.eligibility import Situation, find_exclusion

_Key = tuple[str | None, str | None]


class Catalogue:
    """All current offers; immutable once made.

    Each offer is filed under (zone, segment); `None` stands for any zone, and for no segment needed.
    """

    def __init__(self, offers: Iterable[Offer] = ()) -> None:
        self._by_id = {offer.id: offer for offer in offers}
        self._index: Mapping[_Key, list[Offer]] = _index_offers(self._by_id.values())

    def get_offer(self, offer_id: str) -> Offer | None:
        """The offer with this id; `None`: there is none."""
        return self._by_id.get(offer_id)

    def drop_offer(self, offer_id: str) -> "Catalogue":
        """A catalogue without this offer."""
        return Catalogue(offer for offer in self._by_id.values() if offer.id != offer_id)

    def list_for(self, zones: frozenset[str]) -> list[Offer]:
        """All offers that could ever be shown in one of these zones, the most important first."""
        here = (offer for offer in self._by_id.values() if not offer.zones or not zones.isdisjoint(offer.zones))
        return sorted(here, key=lambda offer: (-offer.priority, offer.id))

    def find_eligible(self, situation: Situation) -> list[Offer]:
        """The offers that may be shown in this situation, in no stated order."""
        found = {offer.id: offer for key in _list_keys(situation) for offer in self._index.get(key, ())}
        return [offer for offer in found.values() if find_exclusion(offer, situation) is None]


def _index_offers(offers: Iterable[Offer]) -> dict[_Key, list[Offer]]:
    index: defaultdict[_Key, list[Offer]] = defaultdict(list)
    for offer in offers:
        for zone in offer.zones or (None,):
            for segment in list_keys(offer.audience):
                index[zone, segment].append(offer)
    return dict(index)


def _list_keys(situation: Situation) -> Iterator[_Key]:
    segments = situation.shopper.segments if situation.shopper else frozenset[str]()
    for zone in (*situation.zones, None):
        for segment in (*segments, None):
            yield zone, segment
