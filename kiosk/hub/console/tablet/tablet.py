"""The tablet's first page: who asks for advice where, who is greeted now, and how to greet somebody."""

from collections.abc import Mapping
from types import MappingProxyType

from fastapi import APIRouter
from msgspec import Struct
from sqlalchemy.orm import Session
from starlette.responses import RedirectResponse, Response

from kiosk.hub.console.desk import LIVE_TABLET, Desk, DeskDep
from kiosk.hub.console.members.calls import TABLET, list_calls
from kiosk.hub.console.tablet.clock import print_time
from kiosk.hub.domain.basket.approval import list_askers
from kiosk.hub.domain.handshake.card_ask import Seen, look_for_card
from kiosk.hub.domain.handshake.meeting import Clerk
from kiosk.hub.domain.people.deed import add_deed
from kiosk.hub.domain.pickup.picking import is_here
from kiosk.hub.models.handshake.card_ask import CardAsk, find_card_ask
from kiosk.hub.models.handshake.handshake import Handshake, list_open_of_clerk
from kiosk.hub.models.pickup.pickup import list_pickups
from kiosk.hub.models.screens.screen import list_screens

router = APIRouter(include_in_schema=False)


class MeetingView(Struct, frozen=True):
    """A customer whom this person greets: nothing of hers, only how far it is."""

    href: str
    text: str


@router.get(TABLET)
def show_first(desk: DeskDep) -> Response:
    """Show it; a card that was tapped where this person waits leads to the page of the question that it is."""
    found = _look(desk)
    return RedirectResponse(_link(found), 303) if isinstance(found, Handshake) else show_tablet(desk, found)


@router.get(LIVE_TABLET)
def show_live_tablet(desk: DeskDep) -> Response:
    """The same, for a page that stands open."""
    found = _look(desk)
    if isinstance(found, Handshake):
        return Response(status_code=204, headers={"HX-Redirect": _link(found)})
    return show_tablet(desk, found)


def show_tablet(
    desk: Desk, seen: Seen | None = None, complaints: Mapping[str, str] = MappingProxyType({}), status: int = 200
) -> Response:
    """The page; `seen` is what came of waiting for a card."""
    with desk.hub.database.read() as session:
        meetings = list_open_of_clerk(session, desk.person.id, desk.hub.now())
        screens = [screen.id for screen in list_screens(session, desk.store.id)]
        waiting = _find_waiting(desk, session)
    values = {
        "calls": list_calls(desk),
        "meetings": [_view(desk, meeting) for meeting in meetings],
        "screens": screens,
        "waits_at": waiting.screen_id if waiting else "",
        "seen": desk.words["tablet"].get(f"seen_{seen.value}", "") if seen else "",
        "askers": _count_askers(desk),
        "arrived": _name_arrived(desk),
        "complaints": complaints,
        "live": LIVE_TABLET,
    }
    return desk.show("tablet.html", values, status)


def make_clerk(desk: Desk) -> Clerk:
    """Who asks, as the member reads it."""
    return Clerk(desk.person.id, desk.person.name)


def _look(desk: Desk) -> Handshake | Seen | None:
    """What came of waiting for a card; `None`: this person waits for none. That somebody is asked is on record."""
    with desk.hub.database.read() as session:
        if _find_waiting(desk, session) is None:
            return None
    with desk.hub.database.write() as session:
        waiting = _find_waiting(desk, session)
        found = look_for_card(desk.hub, session, waiting, make_clerk(desk)) if waiting else None
        if isinstance(found, Handshake):
            add_deed(desk.hub, session, desk.person, f"GET {TABLET}")
        return found


def _count_askers(desk: Desk) -> str:
    """How many wait for somebody to look at their age; empty where nobody does."""
    with desk.hub.database.read() as session:
        askers = list_askers(desk.hub, session, desk.store.id)
    phrase = desk.words["ages"]["one_waits" if len(askers) == 1 else "several_wait"]
    return phrase.format(count=len(askers)) if askers else ""


def _name_arrived(desk: Desk) -> str:
    """By which codes those are called who stand at the desk for what they ordered; empty where nobody does."""
    with desk.hub.database.read() as session:
        rows = list_pickups(session, desk.store.id, desk.hub.now())
    codes = sorted(row.code for row in rows if is_here(desk.hub, row))
    return desk.words["pickups"]["arrived"].format(codes=", ".join(codes)) if codes else ""


def _link(handshake: Handshake) -> str:
    return f"{TABLET}/customers/{handshake.id}"


def _find_waiting(desk: Desk, session: Session) -> CardAsk | None:
    found = find_card_ask(session, desk.person.id, desk.hub.now())
    return found if found and found.store_id == desk.store.id else None


def _view(desk: Desk, meeting: Handshake) -> MeetingView:
    phrases = desk.words["tablet"]
    text = phrases["asked"] if meeting.state == "asked" else phrases["sees_until"]
    return MeetingView(_link(meeting), text.format(time=print_time(desk, meeting.due_at)))
