"""One request at the console: who asks, what the form says, and whether both may be believed."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated

from fastapi import Depends, Request
from sqlalchemy.orm import Session
from starlette.datastructures import FormData
from starlette.responses import Response

from kiosk.hub.console.form import TOKEN, FormDep, get_text
from kiosk.hub.console.page import get_words, render_console
from kiosk.hub.console.permissions import MANAGERS, may
from kiosk.hub.console.words import Words
from kiosk.hub.context import Hub, get_hub
from kiosk.hub.domain.digest import digest
from kiosk.hub.models.person import Person
from kiosk.hub.models.sign_in import SignIn, find_sign_in, is_to_be_noted
from kiosk.hub.models.store import Store, get_store
from kiosk.hub.problem import Problem
from kiosk.hub.web.visit import Visit, VisitDep

COOKIE = "vitrine_console"
LIVE = "/console/screens/live"
LIVE_CALLS = "/console/calls/live"
LIVE_INBOX = "/console/inbox/live"
LIVE_CONVERSATION = "/console/inbox/{conversation_id}/live"
OUTCOMES = "/console/themes/outcomes"
_UNATTENDED = frozenset({LIVE, LIVE_CALLS, LIVE_INBOX, LIVE_CONVERSATION, OUTCOMES})
"""The routes that pages ask for by themselves."""


class SignInNeeded(Exception):
    """Nobody is signed in, or no longer; `form` is what was sent meanwhile."""

    def __init__(self, form: FormData) -> None:
        super().__init__()
        self.form = form


@dataclass(frozen=True, slots=True)
class Desk:
    """A request of somebody who is signed in, and may do what she asks for."""

    visit: Visit
    form: FormData
    person: Person
    store: Store

    @property
    def hub(self) -> Hub:
        """The hub that answers."""
        return self.visit.hub

    @property
    def words(self) -> Words:
        """The phrases in her language."""
        return get_words(self.visit.request)

    def may(self, method: str, route: str) -> bool:
        """Whether she may use that route."""
        return may(self.person.role, method, route)

    def show(self, template: str, values: Mapping[str, object], status: int = 200) -> Response:
        """The page, with what every page for somebody signed in needs."""
        request = self.visit.request
        shared = {
            "person": self.person,
            "store": self.store,
            "form_token": make_form_token(self.visit),
            "said": self.words["said"].get(request.query_params.get("said", ""), ""),
        }
        return render_console(request, template, {**shared, **values}, status)


def open_desk(visit: VisitDep, form: FormDep) -> Desk:
    """The desk of who asks; raises `SignInNeeded`.

    Raises a 403 `Problem` for what she may not do or did not send, and a 429 for more than anybody types.
    """
    hub, request = visit.hub, visit.request
    token_hash = digest(request.cookies.get(COOKIE, ""))
    with hub.database.read() as session:
        sign_in = find_sign_in(session, token_hash, hub.now())
        if sign_in is None:
            raise SignInNeeded(form)
        person = session.get_one(Person, sign_in.person_id)
        store = get_store(session, person.store_id)
    if not may(person.role, request.method, request.scope["route"].path):
        raise Problem(403, "not_allowed", "This takes another role.")
    if request.method == "POST":
        visit.prove_form(name_purpose(visit), get_text(form, TOKEN))
        hub.deeds.enter(person.id, hub.now())
    _note_deed(hub, request, sign_in)
    return Desk(visit, form, person, store)


def is_manager(request: Request) -> bool:
    """Whether somebody is signed in who may change things; asked before much of the request is read."""
    hub = get_hub(request)
    with hub.database.read() as session:
        sign_in = find_sign_in(session, digest(request.cookies.get(COOKIE, "")), hub.now())
        person = session.get(Person, sign_in.person_id) if sign_in else None
    return person is not None and person.role in MANAGERS


def _note_deed(hub: Hub, request: Request, sign_in: SignIn) -> None:
    """A page that asks by itself is nobody's deed: she may have left."""
    if request.scope["route"].path not in _UNATTENDED and is_to_be_noted(sign_in, hub.now()):
        with hub.database.write() as session:
            _touch(session, hub, sign_in.token_hash)


def _touch(session: Session, hub: Hub, token_hash: str) -> None:
    found = session.get(SignIn, token_hash)
    if found:
        found.seen_at = hub.now()


def name_purpose(visit: Visit, token: str | None = None) -> str:
    """What the console's forms are for: they hold for the sign-in of `token`, by default of the request's cookie."""
    token = visit.request.cookies.get(COOKIE, "") if token is None else token
    return f"console:{digest(token)}"


def make_form_token(visit: Visit) -> str:
    """What every form of the console carries."""
    return visit.make_form_token(name_purpose(visit))


DeskDep = Annotated[Desk, Depends(open_desk)]
