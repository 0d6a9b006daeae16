"""Signing in to the console, and out of it."""

from fastapi import APIRouter
from starlette.datastructures import FormData
from starlette.responses import RedirectResponse, Response

from kiosk.hub.console.desk import COOKIE, DeskDep, name_purpose
from kiosk.hub.console.form.form import TOKEN, FormDep, get_text
from kiosk.hub.console.page import render_console
from kiosk.hub.console.sign_in.sign_in_prompt import HOME, SIGN_IN, ask_who, read_held
from kiosk.hub.context import Hub
from kiosk.hub.domain.digest import digest
from kiosk.hub.domain.people.deed import SIGN_IN as SIGN_IN_DEED
from kiosk.hub.domain.people.deed import UNKNOWN, note_deed
from kiosk.hub.domain.people.password import is_password
from kiosk.hub.models.people.person import LONGEST_NAME, Person, find_person, normalise_name
from kiosk.hub.models.people.sign_in import LIFETIME, begin_sign_in, end_sign_in
from kiosk.hub.problem import Problem
from kiosk.hub.web.address import AddressDep
from kiosk.hub.web.page import FORGET
from kiosk.hub.web.page_request import PageRequest, PageRequestDep

router = APIRouter(include_in_schema=False)


@router.get(SIGN_IN)
def show_sign_in(page: PageRequestDep) -> Response:
    """Ask who it is."""
    return ask_who(page, {"next": page.request.query_params.get("next", "")})


@router.post(SIGN_IN)
def post_sign_in(page: PageRequestDep, form: FormDep, address: AddressDep) -> Response:
    """Sign in, and lead to where she wanted to go; what she typed there before goes along."""
    page.prove_form(name_purpose(page), get_text(form, TOKEN))
    carried = {name: get_text(form, name) for name in ("name", "next", "held")}
    try:
        person = _find_proven(page.hub, form, address)
    except Problem as problem:
        return ask_who(page, {**carried, "complaint": problem.code}, problem.status)
    return _begin(page, person, _keep_inside(carried["next"]), read_held(carried["held"]))


@router.post("/console/sign-out")
def post_sign_out(desk: DeskDep) -> Response:
    """Sign out, in the database too: the cookie might have been copied."""
    with desk.hub.database.write() as session:
        end_sign_in(session, digest(desk.page.request.cookies[COOKIE]))
    response = RedirectResponse(SIGN_IN, 303, FORGET)
    response.delete_cookie(COOKIE, path="/console")
    return response


def _find_proven(hub: Hub, form: FormData, address: str) -> Person:
    """The person of this name and password; raises a 401 `Problem`, or a 429 for too many tries.

    Tries count by name and address together, so that a stranger elsewhere locks nobody out.
    """
    name = normalise_name(get_text(form, "name"))[:LONGEST_NAME]
    key = f"{address} {digest(name)}"
    hub.addresses.enter(address, hub.now())
    hub.sign_ins.enter(key, hub.now())
    with hub.database.read() as session:
        person = find_person(session, name)
    if not is_password(person.password_hash if person else None, get_text(form, "password")) or person is None:
        note_deed(hub, person.name if person else UNKNOWN, SIGN_IN_DEED, person.store_id if person else None, "refused")
        raise Problem(401, "wrong", "There is no such name with such a password.")
    hub.sign_ins.forgive(key)
    return person


def _keep_inside(path: str) -> str:
    """Where to go next: a path of the console, whatever the form says."""
    return path if path.startswith("/console/") and path.isascii() and path.isprintable() else HOME


def _begin(page: PageRequest, person: Person, following: str, held: list[tuple[str, str]]) -> Response:
    hub, token = page.hub, page.hub.mint()
    note_deed(hub, person.name, SIGN_IN_DEED, person.store_id)
    with hub.database.write() as session:
        end_sign_in(session, digest(page.request.cookies.get(COOKIE, "")))
        begin_sign_in(session, digest(token), person.id, hub.now())
    response: Response = RedirectResponse(following, 303)
    if held:
        form_token = page.make_form_token(name_purpose(page, token))
        values = {"person": None, "held": held, "action": following, "form_token": form_token}
        response = render_console(page.request, "console_held.html", values)
    response.set_cookie(
        COOKIE,
        token,
        max_age=int(LIFETIME.total_seconds()),
        path="/console",
        httponly=True,
        samesite="lax",
        secure=hub.settings.public_url.startswith("https:"),
    )
    return response
