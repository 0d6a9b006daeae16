"""The page on which somebody gives herself another password: whoever else is signed in as her is out by that."""

from fastapi import APIRouter
from starlette.responses import RedirectResponse, Response

from kiosk.hub.console.desk import COOKIE, Desk, DeskDep
from kiosk.hub.console.form.form import get_text
from kiosk.hub.console.sign_in.sign_in_prompt import HOME
from kiosk.hub.domain.digest import digest
from kiosk.hub.domain.people.new_password import find_flaw
from kiosk.hub.domain.people.password import LONGEST, SHORTEST, hash_password, is_password
from kiosk.hub.models.people.person import Person
from kiosk.hub.models.people.sign_in import end_other_sign_ins
from kiosk.hub.problem import Problem

router = APIRouter(include_in_schema=False)
PASSWORD = "/console/password"  # noqa: S105 # an address


@router.get(PASSWORD)
def show_password(desk: DeskDep) -> Response:
    """Ask for the old one and the new one."""
    return _ask(desk)


@router.post(PASSWORD)
def post_password(desk: DeskDep) -> Response:
    """Take the new one, or say why not; a wrong old one counts as a try to sign in."""
    old, new = get_text(desk.form, "password"), get_text(desk.form, "new_password")
    try:
        desk.hub.sign_ins.enter(f"{desk.person.id} password", desk.hub.now())
    except Problem as problem:
        return _ask(desk, problem.code, problem.status)
    complaint = _find_complaint(desk, old, new)
    if complaint:
        return _ask(desk, complaint, 400)
    password_hash = hash_password(new)
    with desk.hub.database.write() as session:
        session.get_one(Person, desk.person.id).password_hash = password_hash
        end_other_sign_ins(session, desk.person.id, digest(desk.page.request.cookies[COOKIE]))
    desk.hub.sign_ins.forgive(f"{desk.person.id} password")
    return RedirectResponse(f"{HOME}?said=password_changed", 303)


def _find_complaint(desk: Desk, old: str, new: str) -> str:
    if not is_password(desk.person.password_hash, old):
        return "wrong"
    if new != get_text(desk.form, "again"):
        return "differs"
    return find_flaw(new, [desk.person.name, desk.store.name]) or ""


def _ask(desk: Desk, complaint: str = "", status: int = 200) -> Response:
    said = desk.words["password"].get(f"complaint_{complaint}", "").format(shortest=SHORTEST, longest=LONGEST)
    values = {"complaint": said, "shortest": SHORTEST, "longest": LONGEST}
    return desk.show("console_password.html", values, status)
