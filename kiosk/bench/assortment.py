"""A shop's offers of which each shopper may be shown the same few, however many others there are."""

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta

from msgspec import structs

from kiosk.contract.daypart import Daypart
from kiosk.contract.offer import Audience, Caps, Control, Offer, Validity
from kiosk.contract.rule import Condition, Rule, Trait, Visits
from kiosk.contract.shopper import PERSONAL_OFFERS, PROXIMITY, Shopper
from kiosk.learning.memory import Memory
from kiosk.offers.posterior import Tally

SEGMENTS = 5
ELIGIBLE = 20
"""So many offers are for each segment now; all others, too, but at another time or place, or for few of it."""

_LATE = Daypart("20:00", "22:00")


def list_offers(count: int, now: datetime) -> Iterator[Offer]:
    """So many offers, at midday in the zone of none: first those that are on, then those that are not."""
    for number in range(count):
        offer = _make_offer(number)
        if number < SEGMENTS * ELIGIBLE:
            yield offer
        else:
            yield _HINDRANCES[number % len(_HINDRANCES)](offer, now, number)


def make_shopper(number: int) -> Shopper:
    """A member who may be shown the offers of her one segment."""
    return Shopper(
        f"m-{number}",
        segments=frozenset({f"s-{number % SEGMENTS}", "member"}),
        language="de",
        consents=frozenset({PROXIMITY, PERSONAL_OFFERS}),
        visits=3 + number % 40,
        interests={"shoes": 0.7, "coffee": 0.2},
    )


def make_memory() -> Memory:
    """What the store's screens may have learnt of the offers that are on."""
    cells = {"weekday-midday": Tally(40, 12, 4, 1), "weekend-evening": Tally(30, 9, 1, 0)}
    tallies = {f"o-{number}": cells for number in range(SEGMENTS * ELIGIBLE)}
    return Memory({f"window-{number}": tallies for number in range(1, 4)})


def _make_offer(number: int) -> Offer:
    rules = (f"s-{number % SEGMENTS}", "member", Condition(any=(Condition(visits=Visits(at_least=3)), "vip")))
    return Offer(
        f"o-{number}",
        {"de": f"Angebot {number}"},
        audience=Audience(all=rules, none=("staff",)),
        caps=Caps(per_shopper_day=50, per_screen_hour=100_000, per_screen_day=100_000),
        control=Control(0.01),
    )


def _end(offer: Offer, now: datetime, number: int) -> Offer:
    return structs.replace(offer, valid=Validity(until=now - timedelta(seconds=number)))


def _put_off(offer: Offer, now: datetime, number: int) -> Offer:
    return structs.replace(offer, valid=Validity(start=now + timedelta(days=1, seconds=number)))


def _move_in_time(offer: Offer, _now: datetime, _number: int) -> Offer:
    return structs.replace(offer, dayparts=(_LATE,))


def _move_in_space(offer: Offer, _now: datetime, _number: int) -> Offer:
    return structs.replace(offer, zones=("elsewhere",))


def _keep_from_members(offer: Offer, _now: datetime, _number: int) -> Offer:
    return structs.replace(offer, audience=structs.replace(offer.audience, none=("member",)))


def _narrow(rule: Callable[[int], Rule]) -> Callable[[Offer, datetime, int], Offer]:
    def narrow(offer: Offer, _now: datetime, number: int) -> Offer:
        audience = structs.replace(offer.audience, all=(*offer.audience.all, rule(number)))
        return structs.replace(offer, audience=audience)

    return narrow


_HINDRANCES: tuple[Callable[[Offer, datetime, int], Offer], ...] = (
    _end,
    _put_off,
    _move_in_time,
    _move_in_space,
    _narrow(lambda number: f"few-{number // 50}"),
    _narrow(lambda _: Condition(language=("fi",))),
    _narrow(lambda number: Condition(interest=f"taste-{number // 50}", at_least=0.5)),
    _narrow(lambda number: Condition(interest="shoes", at_least=0.75 + number % 25 / 100)),
    _narrow(lambda number: Condition(visits=Visits(at_least=50 + number % 50))),
    _narrow(lambda number: Condition(trait=Trait("orders", at_least=number % 10))),
    _keep_from_members,
    _narrow(lambda _: Condition(time=_LATE)),
)
