"""How a screen is, as far as the hub knows: when it last asked for anything, and what it last told of itself."""

from datetime import datetime, timedelta
from typing import Any

from msgspec import Struct
from sqlalchemy import ForeignKeyConstraint, and_, bindparam, or_, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from kiosk.hub.models.base import Base
from kiosk.hub.models.prepared import Prepared, Sent
from kiosk.hub.models.screens.screen import Screen

CALLED = timedelta(minutes=10)
"""Who called and was not answered for so long is there no more."""
_NOTE_EVERY = timedelta(seconds=20)


class ScreenState(Base):
    """The one state of a screen: each replaces the last.

    `told` is what it told last, and `told_at` when that was; a screen that never did has only been heard. `called_for`
    is what somebody who stood there wanted advice on, `called_at` when she called, and `call_taken_by` who of the staff
    goes there, by name.
    """

    __tablename__ = "screen_states"
    __table_args__ = (ForeignKeyConstraint(["store_id", "screen_id"], ["screens.store_id", "screens.id"]),)

    store_id: Mapped[str] = mapped_column(primary_key=True)
    screen_id: Mapped[str] = mapped_column(primary_key=True)
    heard_at: Mapped[datetime]
    told_at: Mapped[datetime | None] = mapped_column(default=None)
    told: Mapped[dict[str, Any]] = mapped_column(default_factory=dict)
    called_at: Mapped[datetime | None] = mapped_column(default=None)
    called_for: Mapped[dict[str, Any]] = mapped_column(default_factory=dict, server_default="{}")
    call_taken_by: Mapped[str | None] = mapped_column(default=None)


class Caller(Struct, frozen=True):
    """The screen that asks, when it was last noted that it does, `None`: never; and its place."""

    store: str
    screen: str
    heard_at: datetime | None = None
    place: str = ""


_BY_TOKEN = Prepared(
    select(Screen.store_id, Screen.id, ScreenState.heard_at, Screen.place)
    .outerjoin(ScreenState, and_(ScreenState.store_id == Screen.store_id, ScreenState.screen_id == Screen.id))
    .where(Screen.token_hash == bindparam("token_hash"), Screen.revoked_at.is_(None)),
    Caller,
)


def find_caller_by_token(session: Session, token_hash: str) -> Caller | None:
    """The screen that holds this token and may still use it."""
    return next(iter(seek_caller_by_token(session, token_hash).read()), None)


def seek_caller_by_token(session: Session, token_hash: str) -> Sent[Caller]:
    """As `find_caller_by_token`, for who reads that later: it is one, or none."""
    return _BY_TOKEN.send(session, token_hash=token_hash)


def is_heard(caller: Caller, now: datetime) -> bool:
    """Whether it was noted a moment ago already that this screen asks: not each request is worth a write."""
    return caller.heard_at is not None and abs(now - caller.heard_at) < _NOTE_EVERY


def is_heard_since(session: Session, store_id: str, screen_id: str, moment: datetime) -> bool:
    """Whether this screen asked for anything since then."""
    state = session.get(ScreenState, (store_id, screen_id))
    return state is not None and state.heard_at >= moment


def has_silent_screen(session: Session, store_id: str, since: datetime) -> bool:
    """Whether one of the store's screens that may come in was not heard of since then, or never."""
    is_here = (Screen.store_id == store_id, Screen.token_hash.is_not(None), Screen.revoked_at.is_(None))
    of_it = and_(ScreenState.store_id == Screen.store_id, ScreenState.screen_id == Screen.id)
    query = select(Screen.id).outerjoin(ScreenState, of_it).where(*is_here)
    is_silent = or_(ScreenState.heard_at.is_(None), ScreenState.heard_at < since)
    return session.scalar(query.where(is_silent).limit(1)) is not None


def hear_screen(session: Session, store_id: str, screen_id: str, now: datetime) -> ScreenState:
    """Note that the screen was heard of."""
    state = _find_state(session, store_id, screen_id, now)
    state.heard_at = now
    return state


def note_status(session: Session, store_id: str, screen_id: str, told: dict[str, Any], now: datetime) -> None:
    """Note what the screen told of itself, in place of what it told before."""
    state = hear_screen(session, store_id, screen_id, now)
    state.told, state.told_at = told, now


def note_call(session: Session, store_id: str, screen_id: str, called_for: dict[str, Any], at: datetime) -> None:
    """Note that somebody at this screen wanted advice then; a later call that is known, taken or not, stays."""
    state = _find_state(session, store_id, screen_id, at)
    if state.called_at is None or state.called_at < at:
        state.called_for, state.called_at, state.call_taken_by = called_for, at, None


def take_call(session: Session, store_id: str, screen_id: str, mark: str, person: str) -> bool:
    """Note who goes there, and say whether it is she: not where another does, nor where that call is over.

    `mark` is when that call came, in ISO 8601.
    """
    state = session.get(ScreenState, (store_id, screen_id))
    if state is None or state.called_at is None or state.called_at.isoformat() != mark:
        return False
    state.call_taken_by = state.call_taken_by or person
    return state.call_taken_by == person


def map_states(session: Session, store_id: str) -> dict[str, ScreenState]:
    """The states of the store's screens that were ever heard of, by screen."""
    states = session.scalars(select(ScreenState).where(ScreenState.store_id == store_id))
    return {state.screen_id: state for state in states}


def _find_state(session: Session, store_id: str, screen_id: str, now: datetime) -> ScreenState:
    state = session.get(ScreenState, (store_id, screen_id))
    if state is None:
        state = ScreenState(store_id=store_id, screen_id=screen_id, heard_at=now)
        session.add(state)
    return state
