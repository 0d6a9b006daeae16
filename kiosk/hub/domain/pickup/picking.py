"""How people of the store pick an order, lay it ready, and hand it over once: to its owner, or to who brings it.

Its owner proves that it is hers. Where something is sent to is forgotten once it was sent, or is not sent any more.
"""

from datetime import timedelta
from typing import Literal, TypeAlias

import msgspec
from msgspec import Struct
from sqlalchemy import select
from sqlalchemy.orm import Session

from kiosk.hub.context import Hub
from kiosk.hub.domain.conversation.conversation import Said, tell_member
from kiosk.hub.domain.conversation.page import Page, find_own_page, make_own_page, make_page
from kiosk.hub.domain.pickup.age import AgeAsked, find_age
from kiosk.hub.domain.pickup.course import Outcome, advance, note_outcome
from kiosk.hub.domain.redeem_code import read_code
from kiosk.hub.models.conversation.bookmark import Bookmark
from kiosk.hub.models.members.member import Member, list_kin, note_change
from kiosk.hub.models.pickup.pickup import HOME, OPEN, PICK_UP, Pickup, State, list_pickups_of
from kiosk.hub.problem import Problem
from kiosk.hub.text.pickup_words import choose_pickup_words

CancelReason: TypeAlias = Literal["returned", "expired"]
"""Why an order is cancelled that could have been got together: all of it was given back, or nobody came for it."""
ARRIVED = timedelta(minutes=15)
"""So long somebody who tapped at the desk is taken to stand there."""


class Giver(Struct, frozen=True):
    """Who hands something over, and whether she saw that who comes for it is as old as what lies in it asks for."""

    clerk: str
    saw_age: bool = False


def advance_pickup(hub: Hub, session: Session, pickup: Pickup, wanted: State, clerk: str) -> bool:
    """Bring the order into this state; False: it was there before. Raises as `advance` does.

    Its member reads in her conversation that it lies ready for her, or is on its way; screens greet her by the former.
    """
    is_new = _move(hub, session, pickup, wanted, clerk)
    if is_new:
        tell_owner(hub, session, pickup, f"{pickup.way}_{wanted}")
    return is_new


def cancel_pickup(hub: Hub, session: Session, pickup: Pickup, reason: CancelReason, clerk: str) -> None:
    """Cancel an order that could have been got together, and tell its member the reason. Raises as `advance` does."""
    if _move(hub, session, pickup, "cancelled", clerk):
        tell_owner(hub, session, pickup, f"{pickup.way}_{reason}")


def send(hub: Hub, session: Session, pickup: Pickup, clerk: str) -> bool:
    """Note that it is on its way to her home; False: it was before.

    Raises as `advance` does, a 409 `Problem` for what she comes for, and where nobody knows any more where it goes.
    """
    if pickup.way != HOME:
        raise Problem(409, "pickup_nobody", "She comes for it, and proves that it is hers.")
    if pickup.state in OPEN and pickup.address is None:
        raise Problem(409, "pickup_nowhere", "Nobody knows any more where it goes: cancel it.")
    return advance_pickup(hub, session, pickup, "handed_over", clerk)


def note_line(hub: Hub, session: Session, pickup: Pickup, place: int, outcome: Outcome) -> None:
    """Note what came of looking for the line at this place; the first of them begins the picking.

    Raises as `note_outcome` does, and a 422 `Problem` for what is not for everybody in what is sent: nobody sees her.
    """
    state: State = "picking" if pickup.state == "placed" else read_state(pickup)
    pickup.lines = note_outcome(state, pickup.lines, place, outcome)
    if pickup.way == HOME and outcome.found == "substituted" and find_age(session, pickup) is not None:
        raise Problem(422, "substitute_age", "It is not for everybody, and nobody sees her: take something else.")
    if pickup.state != state:
        pickup.state, pickup.changed_at = state, hub.now()
    session.flush()


def hand_over(hub: Hub, session: Session, store_id: str, proof: str, giver: Giver) -> Pickup:
    """Hand over the order that this proof, as her phone shows it, is of.

    Raises a 404 `Problem` for no order, a 409 for one that is not ready, or was handed over before, and `AgeAsked`.
    """
    query = select(Pickup).where(Pickup.store_id == store_id, Pickup.proof == read_code(proof))
    pickup = session.scalars(query.where(Pickup.way == PICK_UP)).first()
    if pickup is None:
        raise Problem(404, "pickup_unknown", "No order has this code.")
    _give(hub, session, pickup, giver)
    return pickup


def hand_over_here(hub: Hub, session: Session, pickup: Pickup, giver: Giver) -> None:
    """Hand it over to who just held her card to the screen at the desk.

    Raises a 409 `Problem` where nobody did, or as `hand_over` does.
    """
    if not is_here(hub, pickup):
        raise Problem(409, "pickup_nobody", "Nobody held the card to the screen at the desk.")
    _give(hub, session, pickup, giver)


def arrive(hub: Hub, session: Session, member: Member) -> list[Pickup]:
    """Note that she is at the desk; what lies ready for her, by its codes."""
    hers = list_pickups_of(session, list_kin(session, member.key))
    ready = [one for one in hers if one.state == "ready" and one.way == PICK_UP]
    for pickup in ready:
        pickup.arrived_at = hub.now()
    return sorted(ready, key=lambda pickup: pickup.code)


def tell_owner(hub: Hub, session: Session, pickup: Pickup, what: str) -> None:
    """Say so in her conversation. What there are no words for is not said, and to nobody what is nobody's."""
    page = _find_page(session, pickup)
    text = choose_pickup_words(page.language).messages.get(what, "") if page else ""
    if page is not None and text:
        said = Said(text.format(code=pickup.code), "pickup", f"pickup:{pickup.id}:{what}")
        tell_member(hub, session, page, said)


def is_here(hub: Hub, pickup: Pickup) -> bool:
    """Whether she tapped at the desk a while ago, and what she ordered lies ready."""
    is_late = pickup.arrived_at is None or hub.now() - pickup.arrived_at >= ARRIVED
    return pickup.state == "ready" and not is_late


def read_state(pickup: Pickup) -> State:
    """How it stands."""
    state: State = msgspec.convert(pickup.state, State)
    return state


def _move(hub: Hub, session: Session, pickup: Pickup, wanted: State, clerk: str) -> bool:
    state = advance(read_state(pickup), wanted, pickup.lines)
    if state == pickup.state:
        return False
    was_ready = pickup.state == "ready"
    pickup.state, pickup.changed_at, pickup.clerk = state, hub.now(), clerk
    if state not in OPEN:
        pickup.address = None
    session.flush()
    member = session.get(Member, pickup.member_key) if pickup.member_key else None
    if member is not None and pickup.way == PICK_UP and (was_ready or state == "ready"):
        note_change(session, member)
    return True


def _find_page(session: Session, pickup: Pickup) -> Page | None:
    """A page of hers alone; else that of what she kept last, and of all her messages where she kept nothing."""
    if pickup.member_key is None:
        return None
    own = find_own_page(session, pickup.member_key)
    query = select(Bookmark).where(Bookmark.member_key.in_(list_kin(session, pickup.member_key)))
    kept = None if own else session.scalar(query.order_by(Bookmark.kept_at.desc(), Bookmark.id).limit(1))
    return own or (make_page(kept) if kept else make_own_page(session.get_one(Member, pickup.member_key)))


def _give(hub: Hub, session: Session, pickup: Pickup, giver: Giver) -> None:
    age = find_age(session, pickup) if pickup.state == "ready" else None
    if age is not None and not giver.saw_age:
        raise AgeAsked(age)
    pickup.seen_age = age
    if not advance_pickup(hub, session, pickup, "handed_over", giver.clerk):
        raise Problem(409, "pickup_given", "It was handed over before.")
