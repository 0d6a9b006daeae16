"""Groups of screens at the console: named, filled and dissolved."""

from fastapi import APIRouter
from sqlalchemy.orm import Session
from starlette.responses import RedirectResponse, Response

from kiosk.hub.console.desk import Desk, DeskDep
from kiosk.hub.console.form.form import get_text, get_texts
from kiosk.hub.models.conversation.message import clean_text
from kiosk.hub.models.screens.screen import list_screens
from kiosk.hub.models.screens.screen_group import LONGEST_NAME, ScreenGroup, list_groups
from kiosk.hub.problem import Problem

GROUPS = "/console/groups"

router = APIRouter(include_in_schema=False)


@router.get(GROUPS)
def show_groups(desk: DeskDep) -> Response:
    """Show all groups of the store, and room for another."""
    return _show(desk)


@router.post(GROUPS)
def post_group(desk: DeskDep) -> Response:
    """Make a group."""
    name = _read_name(desk)
    if not name:
        return _show(desk, desk.words["complaints"]["group_name"].format(most=LONGEST_NAME))
    with desk.hub.database.write() as session:
        screens = _read_screens(desk, session)
        session.add(ScreenGroup(id=f"g-{desk.hub.mint()[:10]}", store_id=desk.store.id, name=name, screens=screens))
    return RedirectResponse(f"{GROUPS}?said=group_saved", 303)


@router.post(f"{GROUPS}/{{group_id}}")
def post_members(desk: DeskDep, group_id: str) -> Response:
    """Have these screens in the group, under this name; an empty name leaves the old one."""
    with desk.hub.database.write() as session:
        group = _find_own_group(desk, session, group_id)
        group.name = _read_name(desk) or group.name
        group.screens = _read_screens(desk, session)
    return RedirectResponse(f"{GROUPS}?said=group_saved", 303)


@router.post(f"{GROUPS}/{{group_id}}/dissolve")
def post_dissolve(desk: DeskDep, group_id: str) -> Response:
    """Dissolve the group; its screens stay as they are."""
    with desk.hub.database.write() as session:
        session.delete(_find_own_group(desk, session, group_id))
    return RedirectResponse(f"{GROUPS}?said=group_dissolved", 303)


def _show(desk: Desk, complaint: str | None = None) -> Response:
    with desk.hub.database.read() as session:
        values = {
            "groups": list_groups(session, desk.store.id),
            "screens": [screen.id for screen in list_screens(session, desk.store.id)],
            "complaints": {"name": complaint} if complaint else {},
            "may_change": desk.may("POST", GROUPS),
        }
    return desk.show("console_groups.html", values, 400 if complaint else 200)


def _read_name(desk: Desk) -> str:
    """The name as it is kept; empty where it is none."""
    name = " ".join(clean_text(get_text(desk.form, "name")).split())
    return name if len(name) <= LONGEST_NAME else ""


def _read_screens(desk: Desk, session: Session) -> list[str]:
    """Those of the store's screens that are ticked."""
    ticked = set(get_texts(desk.form, "screens"))
    return [screen.id for screen in list_screens(session, desk.store.id) if screen.id in ticked]


def _find_own_group(desk: Desk, session: Session, group_id: str) -> ScreenGroup:
    """The group; raises a 404 `Problem` for what is not this store's."""
    group = session.get(ScreenGroup, group_id)
    if group is None or group.store_id != desk.store.id:
        raise Problem(404, "not_found", "There is no such group.")
    return group
