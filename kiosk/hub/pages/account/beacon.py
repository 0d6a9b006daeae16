"""The buttons that make a member's beacon id, make it anew, and delete it; and the page of a beacon's own code."""

from typing import Annotated

from fastapi import APIRouter, Form
from sqlalchemy.orm import Session
from starlette.background import BackgroundTask
from starlette.responses import Response

from kiosk.contract.shopper import PROXIMITY
from kiosk.hub.domain.credentials.beacon import Beacon, issue_beacon, revoke_beacons, write_parameters
from kiosk.hub.domain.credentials.printed_beacon import attach_beacon, read_beacon_code
from kiosk.hub.fleet.commands import ask_reload
from kiosk.hub.models.members.consent import is_given
from kiosk.hub.pages.account.account_view import find_purpose_text
from kiosk.hub.pages.visitor.signed_in import ACCOUNT, PlainForm, SignedIn, SignedInDep
from kiosk.hub.problem import Problem
from kiosk.hub.text.consent_text import LATEST
from kiosk.hub.web.links import BEACON_CODE
from kiosk.hub.web.qr_path import draw_qr

router = APIRouter(include_in_schema=False)
_BEACON = f"{ACCOUNT}/beacon"


@router.post(_BEACON)
def post_beacon(signed_in: SignedInDep, form: Annotated[PlainForm, Form()]) -> Response:
    """Make an id in place of the one before, and show it."""
    signed_in.check_form(form.form_token)
    with signed_in.hub.database.erase() as session:
        key = _require_key(signed_in, session)
        beacon = issue_beacon(signed_in.hub, session, signed_in.get_member(session), key)
    values = {"beacon": beacon, "qr": draw_qr(write_parameters(beacon))}
    return _tell_screens(signed_in, signed_in.show("beacon.html", values))


@router.get(BEACON_CODE)
def show_code(signed_in: SignedInDep, code: str) -> Response:
    """Ask whether the beacon that bears this code shall be hers: to look changes nothing."""
    _read_code(signed_in, code)
    with signed_in.hub.database.read() as session:
        may = is_given(session, signed_in.member_key, PROXIMITY)
    purpose = find_purpose_text(signed_in, PROXIMITY, LATEST).title
    return signed_in.show(
        "beacon_code.html", {"may": may, "needs": signed_in.phrases.beacon_needs.format(purpose=purpose)}
    )


@router.post(BEACON_CODE)
def post_code(signed_in: SignedInDep, code: str, form: Annotated[PlainForm, Form()]) -> Response:
    """Let it be hers."""
    signed_in.check_form(form.form_token)
    beacon = _read_code(signed_in, code)
    with signed_in.hub.database.erase() as session:
        key = _require_key(signed_in, session)
        attach_beacon(signed_in.hub, session, signed_in.get_member(session), key, beacon)
    return _tell_screens(signed_in, signed_in.lead("beacon"))


@router.post(_BEACON + "/revoke")
def post_revocation(signed_in: SignedInDep, form: Annotated[PlainForm, Form()]) -> Response:
    """Delete it."""
    signed_in.check_form(form.form_token)
    with signed_in.hub.database.erase() as session:
        revoke_beacons(session, signed_in.get_member(session))
    return _tell_screens(signed_in, signed_in.lead("beacon"))


def _read_code(signed_in: SignedIn, code: str) -> Beacon:
    key = signed_in.hub.settings.store_key
    beacon = read_beacon_code(key, code) if key else None
    if beacon is None:
        raise Problem(404, "not_found", "The store handed out no beacon with this code.")
    return beacon


def _require_key(signed_in: SignedIn, session: Session) -> bytes:
    key = signed_in.hub.settings.store_key
    if key is None:
        raise Problem(404, "not_found", "This hub issues no beacons.")
    if not is_given(session, signed_in.member_key, PROXIMITY):
        raise Problem(403, "not_allowed", "She does not allow to be recognised.")
    return key


def _tell_screens(signed_in: SignedIn, response: Response) -> Response:
    response.background = BackgroundTask(ask_reload, signed_in.hub, signed_in.store.id)
    return response
