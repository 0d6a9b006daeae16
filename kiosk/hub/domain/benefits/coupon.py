"""The life of a coupon, which every kept offer is: pure rules of what may become of it, and when.

It is issued when the offer is kept, held while a till has it in a basket, and then redeemed; or released by the member,
or expired. Each act may come twice, late or out of order and changes nothing then.
"""

from datetime import datetime
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from kiosk.hub.problem import Problem

State = Literal["issued", "held", "redeemed", "released", "expired"]

TAKEN: tuple[State, ...] = ("issued", "held", "redeemed")
"""In these a coupon takes its share of the offer's budget; from the others it has gone back."""


class Coupon(Struct, frozen=True):
    """A coupon that is good until `expires_at` (`None`: for ever), and in its state until `due_at` at most.

    `hold` is the name of the basket that it is held for.
    """

    state: State = "issued"
    expires_at: datetime | None = None
    hold: str | None = None
    due_at: datetime | None = None


def issue(expires_at: datetime | None) -> Coupon:
    """A new one."""
    return Coupon(expires_at=expires_at, due_at=expires_at)


def age(coupon: Coupon, now: datetime) -> Coupon:
    """What time made of it: a hold that nobody ended lapses, and then the coupon itself may have expired."""
    if coupon.due_at is None or now < coupon.due_at:
        return coupon
    return _end(coupon, "expired") if coupon.state == "issued" else age(issue(coupon.expires_at), now)


def hold(coupon: Coupon, basket: str, until: datetime | None) -> Coupon:
    """Lay it by for this basket, with `None` until that ends it itself.

    A 422 `Problem`: it is another's, or at its end.
    """
    if coupon.state == "issued":
        return replace(coupon, state="held", hold=basket, due_at=until)
    if coupon.state == "held" and coupon.hold == basket:
        return coupon
    raise _refuse(coupon)


def let_go(coupon: Coupon, basket: str) -> Coupon:
    """End the hold of this basket; one that is another's by now, or at its end, stays as it is."""
    return issue(coupon.expires_at) if coupon.state == "held" and coupon.hold == basket else coupon


def redeem(coupon: Coupon, basket: str | None) -> Coupon:
    """Buy it, in this basket if it was held for one. A 422 `Problem`: it is held for another, or at another end."""
    if coupon.state == "redeemed":
        return coupon
    if coupon.state == "issued" or (coupon.state == "held" and coupon.hold == basket):
        return _end(coupon, "redeemed")
    raise _refuse(coupon)


def release(coupon: Coupon) -> Coupon:
    """Give it back. A 422 `Problem`: a till holds it, or it is at another end."""
    if coupon.state == "released":
        return coupon
    if coupon.state == "issued":
        return _end(coupon, "released")
    raise _refuse(coupon)


def _end(coupon: Coupon, state: State) -> Coupon:
    return replace(coupon, state=state, hold=None, due_at=None)


def _refuse(coupon: Coupon) -> Problem:
    detail = "Another basket holds it; its hold ends by itself." if coupon.state == "held" else "It is at its end."
    return Problem(422, f"coupon_{coupon.state}", detail)
