"""The buttons that make a member's beacon id, make it anew, and delete it; the id is shown once."""

from typing import Annotated

from fastapi import APIRouter, Form
from sqlalchemy.orm import Session
from starlette.background import BackgroundTask
from starlette.responses import Response

from kiosk.contract.shopper import PROXIMITY
from kiosk.hub.domain.credentials.beacon import Beacon, issue_beacon, revoke_beacons
from kiosk.hub.fleet.commands import ask_reload
from kiosk.hub.models.members.consent import is_given
from kiosk.hub.pages.visitor.signed_in import ACCOUNT, PlainForm, SignedIn, SignedInDep
from kiosk.hub.problem import Problem

router = APIRouter(include_in_schema=False)
_BEACON = f"{ACCOUNT}/beacon"


@router.post(_BEACON)
def post_beacon(signed_in: SignedInDep, form: Annotated[PlainForm, Form()]) -> Response:
    """Make an id in place of the one before, and show it."""
    signed_in.check_form(form.form_token)
    with signed_in.hub.database.erase() as session:
        beacon = _issue(signed_in, session)
    return _tell_screens(signed_in, signed_in.show("beacon.html", {"beacon": beacon}))


@router.post(_BEACON + "/revoke")
def post_revocation(signed_in: SignedInDep, form: Annotated[PlainForm, Form()]) -> Response:
    """Delete it."""
    signed_in.check_form(form.form_token)
    with signed_in.hub.database.erase() as session:
        revoke_beacons(session, signed_in.get_member(session))
    return _tell_screens(signed_in, signed_in.lead("beacon"))


def _issue(signed_in: SignedIn, session: Session) -> Beacon:
    key = signed_in.hub.settings.store_key
    if key is None:
        raise Problem(404, "not_found", "This hub issues no beacons.")
    if not is_given(session, signed_in.member_key, PROXIMITY):
        raise Problem(403, "not_allowed", "She does not allow to be recognised.")
    return issue_beacon(signed_in.hub, session, signed_in.get_member(session), key)


def _tell_screens(signed_in: SignedIn, response: Response) -> Response:
    response.background = BackgroundTask(ask_reload, signed_in.hub, signed_in.store.id)
    return response
