"""The page of a member's visit: she says that she is there, and that she goes."""

from contextlib import suppress
from typing import Annotated

from fastapi import APIRouter, Form, Header
from pydantic import Field
from starlette.background import BackgroundTask
from starlette.responses import Response

from kiosk.hub.domain.leaving.departure import settle_departure
from kiosk.hub.domain.settlement.advance import advance_settlement
from kiosk.hub.domain.visit.visit import Arrival, check_in, close_visit, find_running
from kiosk.hub.fleet.commands import greet_at_doors
from kiosk.hub.live.stream import Stream, name_visit
from kiosk.hub.models.basket.basket_change import find_last_change_of
from kiosk.hub.models.members.member import list_kin
from kiosk.hub.models.visit.visit import find_last_turn_of
from kiosk.hub.pages.conversation.stream import Number, read_seen, tell_stream
from kiosk.hub.pages.visit.visit_request import VISIT, ComerDep, VisitRequestDep
from kiosk.hub.pages.visit.visit_view import view_visit
from kiosk.hub.pages.visitor.signed_in import PlainForm
from kiosk.hub.payment.provider import ProviderSilent

router = APIRouter(include_in_schema=False)


class EndForm(PlainForm):
    """Which bill the button charges; empty where it charges nothing."""

    bill: Annotated[str, Field(max_length=128)] = ""


@router.get(VISIT)
def show_visit(own: ComerDep) -> Response:
    """Show it, or how to begin one; to a stranger, how she joins."""
    with own.hub.database.write() as session:
        kin = list_kin(session, own.member_key)
        values = view_visit(own, session)
        marks = {"last_turn": find_last_turn_of(session, kin), "packed": find_last_change_of(session, kin)}
    return own.show("visit.html", {**values, **marks})


@router.get(VISIT + "/stream")
def get_visit_stream(own: VisitRequestDep, after: Number = 0, last_event_id: Annotated[str, Header()] = "") -> Response:
    """Tell her open page each time that something of her visit changes, on a screen or another phone of hers."""
    with own.hub.database.read() as session:
        kin = list_kin(session, own.member_key)
    stream = Stream(own.page.browser.hash, frozenset(name_visit(key) for key in kin))
    seen = read_seen(last_event_id, after)
    return tell_stream(own.hub, stream, lambda session: find_last_turn_of(session, kin), seen)


@router.post(VISIT)
def post_begin(own: VisitRequestDep, form: Annotated[PlainForm, Form()]) -> Response:
    """Begin it: she is there, and is greeted at the door, once, as after a tap."""
    own.check_form(form.form_token)
    with own.hub.database.write() as session:
        member = own.get_member(session)
        was_there = find_running(own.hub, session, member) is not None
        check_in(own.hub, session, member, Arrival("phone", own.hub.now()))
    response = own.lead()
    if not was_there:
        response.background = BackgroundTask(greet_at_doors, own.hub, own.store.id)
    return response


@router.post(VISIT + "/end")
def post_end(own: VisitRequestDep, form: Annotated[EndForm, Form()]) -> Response:
    """End it: she goes, and what she allowed to be charged for what she carries is charged, if it is what she read."""
    own.check_form(form.form_token)
    with own.hub.database.write() as session:
        member = own.get_member(session)
        running = find_running(own.hub, session, member)
        close_visit(session, member, own.hub.now(), "ended")
        charged = settle_departure(own.hub, session, running, form.bill) if running else None
    if charged is None:
        return own.lead()
    with suppress(ProviderSilent):  # the worker goes on asking
        advance_settlement(own.hub, charged)
    return own.lead(path=f"/basket/{own.store.id}/pay/{charged}")
