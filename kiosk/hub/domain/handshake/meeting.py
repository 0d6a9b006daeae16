"""What becomes of a handshake in the database: each act with its step on record, never one without the other."""

from collections.abc import Iterable

import msgspec
from msgspec import Struct
from sqlalchemy.orm import Session

from kiosk.hub.context import Hub
from kiosk.hub.domain.digest import digest
from kiosk.hub.domain.handshake.agreement import Agreement, Share, State, age, ask, confirm, end, show
from kiosk.hub.domain.redeem_code import make_code, read_code
from kiosk.hub.models.handshake.handshake import (
    Handshake,
    find_by_code,
    find_handshake,
    find_open,
    forget_unasked,
)
from kiosk.hub.models.handshake.handshake_step import Kind, add_step
from kiosk.hub.models.members.member import Member, list_kin
from kiosk.hub.problem import Problem


class Clerk(Struct, frozen=True):
    """Who of the staff asks: by her key, and by the name that the member reads."""

    id: str
    name: str


def make_handshake_code(secret: str, handshake: Handshake) -> str:
    """The code of this handshake, which only the phone can make that knows the `secret`: the hub keeps its hash."""
    return make_code(f"{handshake.id}:{secret}")


def show_code(hub: Hub, session: Session, member: Member, secret: str) -> Handshake:
    """Begin a handshake whose code the phone of this secret shows; one that runs goes on, and nothing begins."""
    kin = list_kin(session, member.key)
    running = find_open(session, kin, hub.now())
    if running is not None and running.clerk_id is not None:
        return running
    forget_unasked(session, kin)
    handshake = _begin(hub, session, member)
    handshake.code_hash = digest(make_handshake_code(secret, handshake))
    session.flush()
    return handshake


def ask_by_code(hub: Hub, session: Session, store_id: str, clerk: Clerk, typed: str) -> Handshake:
    """Ask her whose phone shows this code, however it was typed or scanned.

    Raises a 404 `Problem` where no phone of this store's members shows it now, and a 409 where another was quicker.
    """
    code = read_code(typed.rsplit("#", 1)[-1])
    handshake = find_by_code(session, store_id, digest(code))
    if handshake is None:
        raise Problem(404, "handshake_unknown", "There is no such code now.")
    _ask(hub, session, handshake, clerk)
    return handshake


def ask_by_card(hub: Hub, session: Session, member: Member, clerk: Clerk) -> Handshake:
    """Ask her who tapped her card. Raises a 409 `Problem` where a colleague is with her."""
    running = find_open(session, list_kin(session, member.key), hub.now())
    handshake = running or _begin(hub, session, member)
    _ask(hub, session, handshake, clerk)
    return handshake


def confirm_handshake(hub: Hub, session: Session, handshake: Handshake, shares: Iterable[str]) -> None:
    """Let who asked see these parts, as long as the hub's settings say. Raises as `confirm` does."""
    agreement = read_agreement(hub, handshake)
    confirmed = confirm(agreement, list(shares), hub.now(), hub.settings.handshake)
    _turn(hub, session, handshake, confirmed, "confirmed")


def end_handshake(hub: Hub, session: Session, handshake: Handshake) -> None:
    """Let nobody see anything from now on; one that is over stays as it is."""
    _turn(hub, session, handshake, end(read_agreement(hub, handshake), hub.now()), "ended")


def read_agreement(hub: Hub, handshake: Handshake) -> Agreement:
    """How the handshake stands now."""
    state = msgspec.convert(handshake.state, State)
    shares = msgspec.convert(handshake.shares, tuple[Share, ...])
    return age(Agreement(state, handshake.due_at, handshake.clerk_id, shares), hub.now())


def find_own(hub: Hub, session: Session, store_id: str, clerk_id: str, handshake_id: str) -> Handshake | None:
    """The handshake of this id, if it is this person's and not over; `None` to everybody else, as if there was none."""
    handshake = find_handshake(session, store_id, handshake_id)
    if handshake is None or handshake.clerk_id != clerk_id:
        return None
    return handshake if read_agreement(hub, handshake).state in ("asked", "confirmed") else None


def _begin(hub: Hub, session: Session, member: Member) -> Handshake:
    agreement, now = show(hub.now()), hub.now()
    handshake = Handshake(
        id=f"h_{hub.mint()}",
        store_id=member.store_id,
        member_key=member.key,
        began_at=now,
        state=agreement.state,
        due_at=agreement.due_at,
    )
    session.add(handshake)
    session.flush()
    return handshake


def _ask(hub: Hub, session: Session, handshake: Handshake, clerk: Clerk) -> None:
    asked = ask(read_agreement(hub, handshake), clerk.id, hub.now())
    handshake.clerk = handshake.clerk or clerk.name
    _turn(hub, session, handshake, asked, "asked")


def _turn(hub: Hub, session: Session, handshake: Handshake, agreement: Agreement, kind: Kind) -> None:
    if agreement == read_agreement(hub, handshake):
        return
    handshake.state, handshake.due_at = agreement.state, agreement.due_at
    handshake.clerk_id, handshake.shares = agreement.clerk, list(agreement.shares)
    if agreement.clerk is not None:  # that she put a code away which nobody took is nobody's look
        add_step(session, handshake.id, kind, hub.now())
    session.flush()
