"""The page of a member's visit: she says that she is there, and that she goes."""

from typing import Annotated

from fastapi import APIRouter, Form
from starlette.responses import Response

from kiosk.hub.domain.visit.visit import Arrival, check_in, close_visit
from kiosk.hub.pages.visit.own_visit import VISIT, OwnVisitDep
from kiosk.hub.pages.visit.visit_view import view_visit
from kiosk.hub.pages.visitor.signed_in import PlainForm

router = APIRouter(include_in_schema=False)


@router.get(VISIT)
def show_visit(own: OwnVisitDep) -> Response:
    """Show it, or how to begin one."""
    with own.hub.database.write() as session:
        values = view_visit(own, session)
    return own.show("visit.html", values)


@router.post(VISIT)
def post_begin(own: OwnVisitDep, form: Annotated[PlainForm, Form()]) -> Response:
    """Begin it: she is there."""
    own.check_form(form.form_token)
    with own.hub.database.write() as session:
        check_in(own.hub, session, own.get_member(session), Arrival("phone", own.hub.now()))
    return own.lead()


@router.post(VISIT + "/end")
def post_end(own: OwnVisitDep, form: Annotated[PlainForm, Form()]) -> Response:
    """End it: she goes."""
    own.check_form(form.form_token)
    with own.hub.database.write() as session:
        close_visit(session, own.get_member(session), own.hub.now(), "ended")
    return own.lead()
