"""How a payment begins: the price frozen, benefits laid by, and what will be asked of the provider, all at once."""

from collections.abc import Iterator
from datetime import timedelta

from msgspec import Struct
from sqlalchemy.orm import Session

from kiosk.contract.money import Money
from kiosk.hub.context import Hub
from kiosk.hub.domain.basket.change import note_change
from kiosk.hub.domain.basket.standing import BasketStanding, gather_basket
from kiosk.hub.domain.basket.tenders import TenderChoice
from kiosk.hub.domain.benefits.coupon_life import lay_coupon_by
from kiosk.hub.domain.benefits.tender import Wish, hold_tender
from kiosk.hub.domain.benefits.unit import state_amount
from kiosk.hub.domain.settlement.closing import redeem_settlement
from kiosk.hub.domain.settlement.coupons import list_coupons
from kiosk.hub.domain.settlement.own_till import open_own_till
from kiosk.hub.domain.settlement.promotions import hold_promotions
from kiosk.hub.models.basket.basket import open_basket
from kiosk.hub.models.members.member import Member, list_kin
from kiosk.hub.models.settlement.settlement import LeftBy, Settlement, Tendered, find_open
from kiosk.hub.problem import Problem

PATIENCE = timedelta(minutes=15)
"""How long a shopper may take to pay."""
NO_PROVIDER = "benefits"
"""What is said to have taken the money where there was none to take."""


class Departure(Struct, frozen=True):
    """She is charged without her: how she left, and by what of hers, as the provider names it."""

    left_by: LeftBy
    means: str


class DealChanged(Problem):
    """The basket, or its price, is another one than she agreed to."""

    def __init__(self) -> None:
        super().__init__(409, "deal_changed", "The basket or its price has changed; look at it, and pay then.")


class NoWayToPay(Problem):
    """The store takes no money on phones."""

    def __init__(self) -> None:
        super().__init__(404, "no_way_to_pay", "This store takes no money on phones; pay at the till.")


class AddressMissing(Problem):
    """Something is to be brought home, and nobody knows where that is."""

    def __init__(self) -> None:
        super().__init__(422, "address_missing", "Say where it shall be brought.")


def begin_settlement(hub: Hub, session: Session, member: Member, deal: str, address: str = "") -> Settlement:
    """The payment of her basket for the `deal` that she saw; the one under way if there is one, whoever began that.

    What comes home to her comes to this `address`. Raises `DealChanged` for another basket, another price, or one that
    cannot be paid yet, `AddressMissing`, and `NoWayToPay`.
    """
    keys = list_kin(session, member.key)
    known = find_open(session, keys)
    if known:
        return known
    standing = gather_basket(hub, session, member)
    if not standing.is_payable or standing.deal != deal:
        raise DealChanged
    if standing.due.amount and hub.provider is None:
        raise NoWayToPay
    if standing.goes_home and not address:
        raise AddressMissing
    return _freeze(hub, session, member, standing, _make_row(hub, member, standing, address))


def begin_charge(
    hub: Hub, session: Session, member: Member, standing: BasketStanding, departure: Departure
) -> Settlement:
    """The payment of her basket as it stands, without her: whoever has it begun made sure that nothing is unclear."""
    row = _make_row(hub, member, standing, "")
    row.left_by, row.means = departure.left_by, departure.means
    return _freeze(hub, session, member, standing, row)


def _freeze(hub: Hub, session: Session, member: Member, standing: BasketStanding, row: Settlement) -> Settlement:
    """Lay by what it uses, and have all of her phones hear of it."""
    session.add(row)
    session.flush()
    hold_promotions(session, row)
    row.tendered = _hold_benefits(hub, session, member, standing, row)
    if row.due:
        note_change(hub, session, open_basket(session, member.key, hub.now()), f"pay:{row.id}")
    else:
        redeem_settlement(hub, session, row)
    return row


def _make_row(hub: Hub, member: Member, standing: BasketStanding, address: str) -> Settlement:
    now, provider = hub.now(), hub.provider
    return Settlement(
        id=hub.mint(),
        store_id=member.store_id,
        member_key=member.key,
        bill=standing.priced,
        ways={one.line.id: one.line.way for one in standing.lines},
        tendered=(),
        due=standing.due.amount,
        provider=provider.name if provider and standing.due.amount else NO_PROVIDER,
        made_at=now,
        ends_at=now + PATIENCE,
        look_at=now,
        address=address if standing.goes_home else None,
    )


def _hold_benefits(
    hub: Hub, session: Session, member: Member, standing: BasketStanding, row: Settlement
) -> tuple[Tendered, ...]:
    for bookmark in list_coupons(session, row):
        lay_coupon_by(session, bookmark, row.id, hub.now())
    chosen = [choice for choice in standing.tenders if choice.is_chosen]
    return tuple(_hold_tenders(hub, session, member, row, chosen))


def _hold_tenders(
    hub: Hub, session: Session, member: Member, row: Settlement, chosen: list[TenderChoice]
) -> Iterator[Tendered]:
    due, till = row.bill.total, open_own_till(hub, session, row.store_id)
    for choice in chosen:
        payment_id, steps = f"{row.id}:{choice.unit}", choice.quote.steps
        money = Money(due, row.bill.currency)
        wish = Wish(payment_id, row.id, choice.unit, money, state_amount(steps, choice.unit), is_patient=True)
        tender, _ = hold_tender(session, till, member, wish, hub.now())
        yield Tendered(payment_id, choice.unit, tender.steps, tender.worth)
        due -= tender.worth
