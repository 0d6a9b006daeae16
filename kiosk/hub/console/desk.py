"""One request at the console: who asks, what the form says, and whether both may be believed."""

import hmac
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from types import MappingProxyType
from typing import Annotated

from fastapi import Depends, Request
from sqlalchemy.orm import Session
from starlette.datastructures import FormData
from starlette.responses import Response

from kiosk.hub.console.form.form import TOKEN, FormDep, get_text
from kiosk.hub.console.page import AREAS, get_words, render_console
from kiosk.hub.console.permissions import MANAGERS, may
from kiosk.hub.console.words import Words
from kiosk.hub.context import Hub, get_hub
from kiosk.hub.domain.digest import digest
from kiosk.hub.domain.people.deed import note_deed
from kiosk.hub.models.people.person import Person
from kiosk.hub.models.people.sign_in import MOST_IDLE, SignIn, find_sign_in, is_to_be_noted
from kiosk.hub.models.store.store import Store, get_store
from kiosk.hub.problem import Problem
from kiosk.hub.web.page_request import PageRequest, PageRequestDep

COOKIE = "vitrine_console"
LIVE = "/console/screens/live"
LIVE_CALLS = "/console/calls/live"
LIVE_INBOX = "/console/inbox/live"
LIVE_CONVERSATION = "/console/inbox/{conversation_id}/live"
OUTCOMES = "/console/themes/outcomes"
LIVE_TABLET = "/console/tablet/live"
LIVE_AGES = "/console/tablet/ages/live"
LIVE_PICKUPS = "/console/tablet/pickups/live"
LIVE_CUSTOMER = "/console/tablet/customers/{handshake_id}/live/{part}"
_UNATTENDED = frozenset(
    {LIVE, LIVE_CALLS, LIVE_INBOX, LIVE_CONVERSATION, OUTCOMES, LIVE_TABLET, LIVE_AGES, LIVE_PICKUPS} | {LIVE_CUSTOMER}
)
"""The routes that pages ask for by themselves."""
_NOTED = frozenset(
    {
        "/console/inbox",
        "/console/inbox/{conversation_id}",
        "/console/mails",
        "/console/members/{member_key}",
        "/console/reports/deeds/csv",
        "/console/tablet/orders",
    }
)
"""What it is on record to look at, as it is to change anything: what members wrote, and who they are."""
_NOTED_AS = MappingProxyType({LIVE_INBOX: "/console/inbox", LIVE_CONVERSATION: "/console/inbox/{conversation_id}"})
"""What a page of these fetches while it stands open; it was noted as the page was opened."""
_SEEN = "seen"


class SignInNeeded(Exception):
    """Nobody is signed in, or no longer; `form` is what was sent meanwhile."""

    def __init__(self, form: FormData) -> None:
        super().__init__()
        self.form = form


@dataclass(frozen=True, slots=True)
class Desk:
    """A request of somebody who is signed in, and may do what she asks for."""

    page: PageRequest
    form: FormData
    person: Person
    store: Store

    @property
    def hub(self) -> Hub:
        """The hub that answers."""
        return self.page.hub

    @property
    def words(self) -> Words:
        """The phrases in her language."""
        return get_words(self.page.request)

    def may(self, method: str, route: str) -> bool:
        """Whether she may use that route."""
        return may(self.person.role, method, route)

    def link_live(self, path: str) -> str:
        """Where a page fetches itself anew from while it stands open, with the proof that it was opened."""
        return f"{path}?{_SEEN}={self.page.make_form_token(_name_look(self.page, path))}"

    def show(self, template: str, values: Mapping[str, object], status: int = 200) -> Response:
        """The page, with what every page for somebody signed in needs."""
        request = self.page.request
        shared = {
            "person": self.person,
            "areas": [area for area in AREAS if self.may("GET", f"/console/{area}")],
            "store": self.store,
            "idle_s": int(MOST_IDLE.total_seconds()),
            "form_token": make_form_token(self.page),
            "said": self.words["said"].get(request.query_params.get("said", ""), ""),
        }
        return render_console(request, template, {**shared, **values}, status)


def open_desk(page: PageRequestDep, form: FormDep) -> Desk:
    """The desk of who asks; raises `SignInNeeded`.

    Raises a 403 `Problem` for what she may not do or did not send, and a 429 for more than anybody types.
    """
    hub, request = page.hub, page.request
    token_hash = digest(request.cookies.get(COOKIE, ""))
    with hub.database.read() as session:
        sign_in = find_sign_in(session, token_hash, hub.now())
        if sign_in is None:
            raise SignInNeeded(form)
        person = session.get_one(Person, sign_in.person_id)
        store = get_store(session, person.store_id)
    route = request.scope["route"].path
    is_allowed = may(person.role, request.method, route)
    if request.method == "POST":
        _admit(page, form, person, f"POST {route}", is_allowed=is_allowed)
    elif not is_allowed:
        raise _refuse()
    elif route in _NOTED or (route in _NOTED_AS and not _was_opened(page)):
        note_deed(hub, person.name, f"GET {_NOTED_AS.get(route, route)}", person.store_id)
    _note_deed(hub, request, sign_in)
    return Desk(page, form, person, store)


def _was_opened(page: PageRequest) -> bool:
    """Whether a page asks that this person opened; by a copied address she looks for the first time."""
    expected = page.make_form_token(_name_look(page, page.request.url.path)).encode()
    return hmac.compare_digest(expected, page.request.query_params.get(_SEEN, "").encode("utf-8", "replace"))


def _name_look(page: PageRequest, path: str) -> str:
    return f"{name_purpose(page)}:{path}"


def _admit(page: PageRequest, form: FormData, person: Person, what: str, *, is_allowed: bool) -> None:
    """Let a form in that is hers and that she may send, and note that: a form of others is no deed of hers."""
    hub = page.hub
    if not is_allowed:
        with suppress(Problem):
            _prove(page, form, person)
            note_deed(hub, person.name, what, person.store_id, "refused")
        raise _refuse()
    _prove(page, form, person)
    note_deed(hub, person.name, what, person.store_id)


def _prove(page: PageRequest, form: FormData, person: Person) -> None:
    page.prove_form(name_purpose(page), get_text(form, TOKEN))
    page.hub.deeds.enter(person.id, page.hub.now())


def _refuse() -> Problem:
    return Problem(403, "not_allowed", "This takes another role.")


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


def name_purpose(page: PageRequest, token: str | None = None) -> str:
    """What the console's forms are for: they hold for the sign-in of `token`, by default of the request's cookie."""
    token = page.request.cookies.get(COOKIE, "") if token is None else token
    return f"console:{digest(token)}"


def make_form_token(page: PageRequest) -> str:
    """What every form of the console carries."""
    return page.make_form_token(name_purpose(page))


DeskDep = Annotated[Desk, Depends(open_desk)]
