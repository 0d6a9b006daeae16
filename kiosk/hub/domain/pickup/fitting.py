"""Which offer fits what somebody ordered: any passer-by may see it at the desk, so it is one for everybody."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from sqlalchemy.orm import Session

from kiosk.codes.reading import GTIN_DIGITS
from kiosk.contract.offer import Audience
from kiosk.contract.shopper import PERSONAL_OFFERS
from kiosk.hub.models.catalogue.article import Article, map_articles
from kiosk.hub.models.catalogue.offer import Offer, list_offers
from kiosk.hub.models.members.consent import is_given
from kiosk.hub.models.members.member import Member, find_person
from kiosk.hub.models.pickup.pickup import Pickup

_OTHER_SIZE, _DEPARTMENT = 2, 1
"""A variant of what she ordered fits better than whatever else its department has."""


def find_fitting(session: Session, member: Member, pickups: Sequence[Pickup], now: datetime) -> str | None:
    """The id of the offer that fits most of what lies in these orders; `None`: none does, or she allows none for her.

    One for an article that she ordered is not among them: she has that already. Of those that fit alike it is the most
    important.
    """
    if not pickups or not is_given(session, find_person(session, member).key, PERSONAL_OFFERS):
        return None
    codes = {line.code for pickup in pickups for line in pickup.lines}
    ordered = map_articles(session, member.store_id, codes).values()
    offers = [offer for offer in list_offers(session, member.store_id) if _is_open(offer, now)]
    numbers = {offer.id: (offer.gtin or "").zfill(GTIN_DIGITS) for offer in offers}
    offered = map_articles(session, member.store_id, set(numbers.values()))
    fits = {
        offer.id: _weigh(offer, offered.get(numbers[offer.id]), ordered)
        for offer in offers
        if numbers[offer.id] not in codes
    }
    best = max(fits, key=lambda offer: fits[offer], default=None)
    return best if best is not None and fits[best] else None


def _is_open(offer: Offer, now: datetime) -> bool:
    """Whether it holds for everybody now; one from which a share is kept to measure it may be shown to nobody apart."""
    has_begun = offer.valid_from is None or offer.valid_from <= now
    has_ended = offer.valid_until is not None and offer.valid_until <= now
    is_for_all = offer.audience == Audience() and not offer.individual and offer.control is None
    return is_for_all and has_begun and not has_ended


def _weigh(offer: Offer, article: Article | None, ordered: Iterable[Article]) -> int:
    """How well it fits all that was ordered; 0: not at all."""
    departments = {article.department, *offer.zones} if article else set(offer.zones)
    families = {article.family} - {None} if article else set[str | None]()
    return sum(
        _OTHER_SIZE if one.family in families else _DEPARTMENT if one.department in departments - {None} else 0
        for one in ordered
    )
