"""What a member shows at the counter, from her phone: a code, her answer to who asks, and the end of it."""

from typing import Annotated

from fastapi import APIRouter, Form, Header
from pydantic import Field
from sqlalchemy.orm import Session
from starlette.responses import Response

from kiosk.hub.domain.handshake.meeting import confirm_handshake, end_handshake, show_code
from kiosk.hub.live.stream import Stream, name_counter
from kiosk.hub.models.handshake.handshake import Handshake
from kiosk.hub.models.handshake.handshake_step import find_last_step_of
from kiosk.hub.pages.conversation.stream import Number, read_seen, tell_stream
from kiosk.hub.pages.counter.counter_view import view_counter
from kiosk.hub.pages.visitor.own_phone import COUNTER, OwnPhone, OwnPhoneDep
from kiosk.hub.pages.visitor.signed_in import PlainForm
from kiosk.hub.problem import Problem
from kiosk.hub.web.wire import Id

router = APIRouter(include_in_schema=False)


class HandshakeForm(PlainForm):
    """What the buttons of a handshake send: which one it is, so that an answer is to what she read."""

    handshake: Id


class AnswerForm(HandshakeForm):
    """What she shares, of the parts that there are."""

    share: Annotated[list[str], Field(max_length=8, default_factory=list)]


@router.get(COUNTER)
def show_counter(phone: OwnPhoneDep) -> Response:
    """Show how it stands: nothing yet, a code, who asks, or who sees what."""
    with phone.hub.database.read() as session:
        values = view_counter(phone, session)
    return phone.show("counter.html", values)


@router.post(COUNTER)
def post_code(phone: OwnPhoneDep, form: Annotated[PlainForm, Form()]) -> Response:
    """Show a code from now on."""
    phone.check_form(form.form_token)
    with phone.hub.database.write() as session:
        show_code(phone.hub, session, phone.get_member(session), phone.page.browser.secret)
    return phone.lead()


@router.post(COUNTER + "/confirm")
def post_answer(phone: OwnPhoneDep, form: Annotated[AnswerForm, Form()]) -> Response:
    """Let who asks see what she chose."""
    phone.check_form(form.form_token)
    with phone.hub.database.write() as session:
        confirm_handshake(phone.hub, session, _get_own(phone, session, form.handshake), form.share)
    return phone.lead()


@router.post(COUNTER + "/end")
def post_end(phone: OwnPhoneDep, form: Annotated[HandshakeForm, Form()]) -> Response:
    """Let nobody see anything any more."""
    phone.check_form(form.form_token)
    with phone.hub.database.write() as session:
        end_handshake(phone.hub, session, _get_own(phone, session, form.handshake))
    return phone.lead()


@router.get(COUNTER + "/stream")
def get_counter_stream(phone: OwnPhoneDep, after: Number = 0, last_event_id: Annotated[str, Header()] = "") -> Response:
    """Tell her open page each time that something happens at the counter."""
    with phone.hub.database.read() as session:
        kin = phone.list_kin(session)
    stream = Stream(phone.page.browser.hash, frozenset(name_counter(key) for key in kin))
    seen = read_seen(last_event_id, after)
    return tell_stream(phone.hub, stream, lambda session: find_last_step_of(session, kin), seen)


def _get_own(phone: OwnPhone, session: Session, handshake_id: str) -> Handshake:
    found = session.get(Handshake, handshake_id)
    if found is None or found.member_key not in phone.list_kin(session):
        raise Problem(404, "not_found", "She has no such handshake.")
    return found
