"""The store's offers, indexed so that a decision costs by what is eligible and not by what exists."""

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from functools import cache, cached_property
from itertools import product
from math import inf
from typing import TypeAlias

import msgspec
from msgspec import Struct

from kiosk.contract.daypart import Daypart, is_open
from kiosk.contract.offer import Offer
from kiosk.contract.rule import Rules
from kiosk.offers.audience import reaches
from kiosk.offers.eligibility import find_hold
from kiosk.offers.needs import Key, list_keys, list_needs
from kiosk.offers.situation import Situation
from kiosk.offers.timeline import Span, Timeline

_Place: TypeAlias = tuple[str | None, Key | None]
_Terms: TypeAlias = tuple[tuple[Daypart, ...], Rules]
"""The windows of the week and the audience of an offer: many have the same, which is asked once for all of those."""
_Index: TypeAlias = Mapping[_Place, list[tuple[_Terms, Timeline[Offer]]]]

_VERSION_DIGITS = 16

UNSUITED = "unsuited"
"""Of offers for other zones, times or audiences: nobody had to look at each, and so nobody asked which rule it is."""


class Selection(Struct, frozen=True):
    """The offers that may be shown, in the order of their ids.

    `held` says of each that suits, and yet may not, by the first `Exclusion` that holds; so many more are `unsuited`.
    """

    offers: list[Offer]
    held: dict[str, str]
    unsuited: int


class Catalogue:
    """All current offers; immutable once made.

    Each offer is filed under its zones (`None`: any) and the keys of its rarest need (`None`: it has none), there
    with those of the same terms, and there by its validity. What is held back by caps, budgets or for control is not
    sorted out: it is part of what is meant for her. An `index` of more offers than these serves as well.
    """

    def __init__(self, offers: Iterable[Offer] = (), index: _Index | None = None) -> None:
        self._by_id = {offer.id: offer for offer in offers}
        self._index = _index_offers(self._by_id.values()) if index is None else index

    def __eq__(self, other: object) -> bool:
        """The same offers are the same catalogue."""
        return isinstance(other, Catalogue) and self._by_id == other._by_id

    def __hash__(self) -> int:
        """By what tells most of them apart."""
        return hash(frozenset(self._by_id))

    @cached_property
    def version(self) -> str:
        """Names these offers as far as they say to whom, where and when they may be shown; it takes a moment."""
        terms = [
            (offer.id, offer.zones, offer.valid, offer.dayparts, offer.audience, offer.priority)
            for _, offer in sorted(self._by_id.items())
        ]
        return hashlib.sha256(msgspec.json.encode(terms, order="deterministic")).hexdigest()[:_VERSION_DIGITS]

    def get_offer(self, offer_id: str) -> Offer | None:
        """The offer with this id; `None`: there is none."""
        return self._by_id.get(offer_id)

    def drop_offer(self, offer_id: str) -> "Catalogue":
        """A catalogue without this offer; the index stays, for to make it again takes long."""
        rest = (offer for offer in self._by_id.values() if offer.id != offer_id)
        return Catalogue(rest, self._index)

    def list_for(self, zones: frozenset[str]) -> list[Offer]:
        """All offers that could ever be shown in one of these zones, the most important first."""
        here = (offer for offer in self._by_id.values() if not offer.zones or not zones.isdisjoint(offer.zones))
        return sorted(here, key=lambda offer: (-offer.priority, offer.id))

    def find_eligible(self, situation: Situation) -> list[Offer]:
        """The offers that may be shown in this situation, in the order of their ids."""
        return self.select(situation).offers

    def select(self, situation: Situation) -> Selection:
        """The offers that may be shown in this situation, and what holds others back, at the cost of what suits it."""
        found = self._look_up(situation)
        exclusions = {offer_id: find_hold(found[offer_id], situation) for offer_id in sorted(found)}
        held = {offer_id: exclusion.value for offer_id, exclusion in exclusions.items() if exclusion}
        offers = [found[offer_id] for offer_id, exclusion in exclusions.items() if exclusion is None]
        return Selection(offers, held, len(self._by_id) - len(found))

    def _look_up(self, situation: Situation) -> dict[str, Offer]:
        at, keys = situation.local.timestamp(), (*list_keys(situation), None)

        @cache
        def is_on(dayparts: tuple[Daypart, ...]) -> bool:
            return is_open(dayparts, situation.local)

        return {
            offer.id: offer
            for zone in (*situation.zones, None)
            for key in keys
            for (dayparts, audience), timeline in self._index.get((zone, key), ())
            if is_on(dayparts) and reaches(audience, situation)
            for offer in timeline.list_on(at)
            if offer.id in self._by_id
        }


def _index_offers(offers: Iterable[Offer]) -> _Index:
    offers = [offer for offer in offers if _is_ever_on(offer)]
    needs = [list_needs(offer.audience) for offer in offers]
    crowd = Counter(key for choices in needs for need in choices for key in need)
    index: defaultdict[_Place, defaultdict[_Terms, list[Span[Offer]]]]
    index = defaultdict(lambda: defaultdict(list))
    for offer, choices in zip(offers, needs, strict=True):
        rarest = min(choices, key=lambda need: sum(crowd[key] for key in need), default=(None,))
        for zone, key in product(offer.zones or (None,), rarest):
            index[zone, key][offer.dayparts, offer.audience].append(_find_span(offer))
    return {place: [(terms, Timeline(spans)) for terms, spans in shelf.items()] for place, shelf in index.items()}


def _is_ever_on(offer: Offer) -> bool:
    start, until, _ = _find_span(offer)
    return start < until


def _find_span(offer: Offer) -> Span[Offer]:
    start, until = offer.valid.start, offer.valid.until
    return start.timestamp() if start else -inf, until.timestamp() if until else inf, offer
