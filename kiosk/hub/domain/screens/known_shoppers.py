"""The members whom a store's screens may recognise, and what screens may know of each."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain

from sqlalchemy import Select
from sqlalchemy.orm import Session

from kiosk.contract.shopper import PERSONAL_OFFERS, PROXIMITY, Shopper
from kiosk.hub.models.members.consent import group_purposes
from kiosk.hub.models.members.credential import group_cards
from kiosk.hub.models.members.member import Member, list_members, select_all_kin, select_changed_keys, select_kin
from kiosk.hub.models.members.proximity_id import group_beacons
from kiosk.hub.models.pickup.pickup import group_ready
from kiosk.hub.models.profile.stay import group_stays
from kiosk.hub.models.store.happening import group_orders
from kiosk.offers.crowd import Crowd


def gather_crowd(session: Session, store_id: str) -> Crowd:
    """All of them, as each screen of the store has them."""
    keys = select_all_kin(select_changed_keys(store_id, 0))
    people = state_people(session, keys, list_members(session, keys))
    return Crowd({one.key: one for one in people if one.consents})


def state_person(session: Session, key: str) -> Shopper | None:
    """What a screen may know of the person to whom this key belongs; `None`: it may know nothing of her."""
    keys = select_kin(key)
    return next((one for one in state_people(session, keys, list_members(session, keys)) if one.consents), None)


def state_people(session: Session, keys: Select[str], members: Sequence[Member]) -> Iterator[Shopper]:
    """What a screen may know of these people, each of whom may be several of these members.

    Each purpose opens its own part: beacons need `proximity`, cards either, and what offers may be chosen by (segments,
    visits, tastes) needs `personal_offers`.
    """
    purposes = group_purposes(session, keys)
    beacons, cards, stays = (group(session, keys) for group in (group_beacons, group_cards, group_stays))
    orders, pickups = group_orders(session, keys), group_ready(session, keys)
    kin: defaultdict[str, list[Member]] = defaultdict(list)
    for member in members:
        kin[member.person_key or member.key].append(member)
    for member in members:
        if member.person_key:
            continue
        ones = kin[member.key]
        consents = frozenset(purposes.get(member.key, ())) & {PROXIMITY, PERSONAL_OFFERS}
        is_personal = PERSONAL_OFFERS in consents
        segments = frozenset(
            chain.from_iterable(
                chain(one.segments, *(group.get(one.key, ()) for group in (stays, orders, pickups))) for one in ones
            )
        )
        yield Shopper(
            key=member.key,
            proximity=_gather(beacons, ones) if PROXIMITY in consents else (),
            credentials=_gather(cards, ones) if consents else (),
            segments=segments if is_personal else frozenset(),
            language=member.language,
            consents=consents,
            visits=sum(one.visits for one in ones) if is_personal else None,
            interests=member.interests if is_personal else None,
        )


def _gather(groups: Mapping[str, Sequence[str]], members: Sequence[Member]) -> tuple[str, ...]:
    return tuple(chain.from_iterable(groups.get(member.key, ()) for member in members))
