"""The page of a member's basket: what she scans or types goes in, and she says how much of it comes to her, and how."""

from typing import Annotated

from fastapi import APIRouter, Form, Header, Query
from msgspec import Struct
from pydantic import Field
from starlette.responses import Response

from kiosk.hub.domain.basket.change import Add, BasketFull, BasketLocked, Change, CodeMissed, change_basket
from kiosk.hub.domain.basket.standing import gather_basket
from kiosk.hub.domain.leaving.mandate import find_highest
from kiosk.hub.domain.leaving.shown import forget_shown, is_asked, is_news
from kiosk.hub.live.stream import Stream, name_basket
from kiosk.hub.models.basket.basket_change import find_last_change_of
from kiosk.hub.models.handshake.reservation import LONGEST_ADDRESS
from kiosk.hub.models.members.member import list_kin
from kiosk.hub.models.settlement.settlement import find_open
from kiosk.hub.pages.basket.basket_request import BASKET, BasketRequest, BasketRequestDep
from kiosk.hub.pages.basket.basket_view import view_basket
from kiosk.hub.pages.basket.button import read_button
from kiosk.hub.pages.basket.confirming_view import view_confirming
from kiosk.hub.pages.conversation.stream import Number, read_seen, tell_stream
from kiosk.hub.pages.visitor.signed_in import PlainForm
from kiosk.hub.text.leaving_words import choose_leaving_words
from kiosk.hub.text.paying_words import choose_paying_words
from kiosk.hub.web.links import link_dot

router = APIRouter(include_in_schema=False)


class ChangeForm(PlainForm):
    """What every form of the page sends: which page it was on, so that pressed twice it counts once."""

    page: Annotated[str, Field(max_length=64, pattern=r"^[\w-]+$")]


class CodeForm(ChangeForm):
    """What was scanned or typed."""

    number: Annotated[str, Field(max_length=1024)] = ""


class ButtonForm(ChangeForm):
    """Which button was pressed."""

    do: Annotated[str, Field(max_length=128)]


class Typed(Struct, frozen=True):
    """What she typed, which stays typed where it was refused."""

    number: str = ""
    address: str = ""


_NOTHING = Typed()


@router.get(BASKET)
def show_basket(own: BasketRequestDep, code: Annotated[str, Query(max_length=512)] = "") -> Response:
    """Show what lies in it, and what it costs; while it is being paid, how that stands.

    A `code` that was scanned at a screen waits in the form, for to open a page puts nothing in.
    """
    with own.hub.database.read() as session:
        running = find_open(session, list_kin(session, own.member_key))
    return own.lead(path=f"{own.home}/pay/{running.id}") if running else show_anew(own, typed=Typed(code))


@router.post(BASKET)
def post_code(own: BasketRequestDep, form: Annotated[CodeForm, Form()]) -> Response:
    """Put in what this code stands for, or say what she can do about it."""
    own.check_form(form.form_token)
    try:
        _change(own, f"{form.page}:{form.number}", Add(form.number))
    except BasketFull:
        return show_anew(own, 400, complaint=own.phrases.full, typed=Typed(form.number))
    except CodeMissed as missed:
        return show_anew(own, 400, complaint=own.phrases.misses[missed.miss], typed=Typed(form.number))
    except BasketLocked:
        return _refuse_locked(own, form.number)
    return own.lead()


@router.post(BASKET + "/change")
def post_change(own: BasketRequestDep, form: Annotated[ButtonForm, Form()]) -> Response:
    """Do what the button says."""
    own.check_form(form.form_token)
    try:
        _change(own, f"{form.page}:{form.do}", read_button(form.do))
    except BasketLocked:
        return _refuse_locked(own)
    return own.lead("lines")


@router.get(BASKET + "/stream")
def get_basket_stream(
    own: BasketRequestDep, after: Number = 0, last_event_id: Annotated[str, Header()] = ""
) -> Response:
    """Tell her open page each time that her basket changes, on whichever of her phones."""
    with own.hub.database.read() as session:
        kin = list_kin(session, own.member_key)
    stream = Stream(own.page.browser.hash, frozenset(name_basket(key) for key in kin))
    seen = read_seen(last_event_id, after)
    return tell_stream(own.hub, stream, lambda session: find_last_change_of(session, kin), seen)


def _change(own: BasketRequest, change_id: str, change: Change) -> None:
    with own.hub.database.write() as session:
        change_basket(own.hub, session, own.get_member(session), change_id, change)


def _refuse_locked(own: BasketRequest, number: str = "") -> Response:
    """Another device of hers pays for it meanwhile; nothing that she typed is lost by that."""
    return show_anew(own, 409, complaint=choose_paying_words(own.words.language).locked, typed=Typed(number))


def show_anew(
    own: BasketRequest, status: int = 200, *, alert: str = "", complaint: str = "", typed: Typed = _NOTHING
) -> Response:
    """The page, with what is to be said of it all, or of the number that was typed."""
    with own.hub.database.read() as session:
        member = own.get_member(session)
        last = find_last_change_of(session, list_kin(session, member.key))
        standing = gather_basket(own.hub, session, member)
        values = view_basket(own.hub, session, standing, own.words)
        values |= view_confirming(session, member, standing, own.words.language)
        shows_another, is_watched = is_news(session, member, standing.bill), is_asked(session, member)
    if shows_another:
        with own.hub.database.write() as session:
            forget_shown(session, own.get_member(session), standing.bill)
    mark = own.hub.mint()
    dot = link_dot(own.store.id, standing.bill, mark) if is_watched and own.page.is_seen else ""
    page = {"page": mark, "dot": dot, "last": last, "alert": alert, "complaint": complaint, "typed": typed}
    limits = {"longest_address": LONGEST_ADDRESS, "takes_money": own.hub.provider is not None}
    leaving = choose_leaving_words(own.words.language).link if find_highest(own.hub) else ""
    return own.show("basket.html", {**values, **page, **limits, "leaving": leaving}, status)
