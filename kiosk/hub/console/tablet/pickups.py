"""What was ordered, on the tablet: to be picked, ready for who comes for it, or to be sent, each once."""

from zoneinfo import ZoneInfo

from fastapi import APIRouter
from msgspec import Struct
from sqlalchemy.orm import Session
from starlette.background import BackgroundTask
from starlette.responses import RedirectResponse, Response

from kiosk.hub.console.desk import LIVE_PICKUPS, Desk, DeskDep
from kiosk.hub.console.form.form import get_text
from kiosk.hub.console.members.calls import TABLET
from kiosk.hub.console.tablet.clock import print_moment
from kiosk.hub.domain.people.deed import add_deed
from kiosk.hub.domain.pickup.age import AgeAsked
from kiosk.hub.domain.pickup.picking import Giver, hand_over, is_here
from kiosk.hub.fleet.commands import ask_reload
from kiosk.hub.manners import find_midnight
from kiosk.hub.models.pickup.pickup import OPEN, PICK_UP, Pickup, list_pickups
from kiosk.hub.problem import Problem

PICKUPS = f"{TABLET}/pickups"
_LONGEST = 64
_LOOKED = "pickup age"

router = APIRouter(include_in_schema=False)


class PickupView(Struct, frozen=True):
    """An order as it is listed, and by which `way` it goes; `here`: who ordered it stands at the desk."""

    id: str
    code: str
    way: str
    what: str
    state: str
    moment: str
    here: bool


@router.get(PICKUPS)
def show_pickups(desk: DeskDep) -> Response:
    """Show what is to be picked, what lies ready, and what was handed over today."""
    return _show(desk)


@router.get(LIVE_PICKUPS)
def show_live_pickups(desk: DeskDep) -> Response:
    """The same, for a page that stands open."""
    return _show(desk)


@router.post(f"{PICKUPS}/hand-over")
def post_hand_over(desk: DeskDep) -> Response:
    """Hand over what the code of her phone is of, once; each try counts: nobody types more than five in a minute."""
    desk.hub.greetings.enter(desk.person.id, desk.hub.now())
    typed = get_text(desk.form, "code").strip()[:_LONGEST]
    try:
        with desk.hub.database.write() as session:
            note_look(desk, session, hand_over(desk.hub, session, desk.store.id, typed, read_giver(desk)))
    except Problem as problem:
        return _show(desk, problem, typed)
    return lead_on(desk, PICKUPS, "pickup_handed_over")


def read_giver(desk: Desk) -> Giver:
    """Who hands it over, and whether she ticked that she looked."""
    return Giver(desk.person.name, saw_age=bool(get_text(desk.form, "saw_age")))


def note_look(desk: Desk, session: Session, pickup: Pickup) -> None:
    """That somebody looked how old she is stands among the deeds, beside that she gave it to her."""
    if pickup.seen_age is not None:
        add_deed(desk.hub, session, desk.person, _LOOKED)


def lead_on(desk: Desk, path: str, said: str) -> Response:
    """To this page, which says so; the screens hear of it."""
    response = RedirectResponse(f"{path}?said={said}", 303)
    response.background = BackgroundTask(ask_reload, desk.hub, desk.store.id)
    return response


def say_state(desk: Desk, pickup: Pickup) -> str:
    """How it stands, which is said otherwise of what is sent."""
    is_expired = pickup.state == "cancelled" and not pickup.clerk
    phrases, state = desk.words["pickups"], "state_expired" if is_expired else f"state_{pickup.state}"
    return phrases.get(f"{pickup.way}_{state}", phrases[state])


def _show(desk: Desk, problem: Problem | None = None, typed: str = "") -> Response:
    complaint = desk.words["pickups"][f"complaint_{problem.code}"] if problem else ""
    since = find_midnight(desk.hub.now(), ZoneInfo(desk.store.time_zone))
    with desk.hub.database.read() as session:
        rows = list_pickups(session, desk.store.id, since)
        views = [(row, _view(desk, row)) for row in rows]
    ready = [(row, view) for row, view in views if row.state == "ready"]
    values = {
        "ready": sorted((view for row, view in ready if row.way == PICK_UP), key=lambda view: not view.here),
        "to_send": [view for row, view in ready if row.way != PICK_UP],
        "waiting": [view for row, view in views if row.state in {"placed", "picking"}],
        "others": [view for row, view in views if row.state not in OPEN],
        "complaints": {"code": complaint} if complaint else {},
        "age": problem.age if isinstance(problem, AgeAsked) else None,
        "typed": typed if isinstance(problem, AgeAsked) else "",
        "live": LIVE_PICKUPS,
    }
    return desk.show("tablet_pickups.html", values, problem.status if problem else 200)


def _view(desk: Desk, pickup: Pickup) -> PickupView:
    phrases, count = desk.words["pickups"], sum(line.count for line in pickup.lines if line.found != "returned")
    return PickupView(
        id=pickup.id,
        code=pickup.code,
        way=phrases[f"way_{pickup.way}"],
        what=phrases["one_piece" if count == 1 else "pieces"].format(count=count),
        state=say_state(desk, pickup),
        moment=print_moment(desk, pickup.placed_at),
        here=is_here(desk.hub, pickup),
    )
