"""The button by which a phone is told when the store writes, and the worker that shows it there."""

from pathlib import Path
from typing import Annotated

from fastapi import APIRouter, Form
from msgspec import Struct
from pydantic import BaseModel, Field
from sqlalchemy.orm import Session
from starlette.responses import FileResponse, RedirectResponse, Response

from kiosk.hub.domain.consent.allowance import MESSAGES_BY_PUSH, allow
from kiosk.hub.domain.consent.rung_phone import allow_this_phone
from kiosk.hub.models.conversation.push_subscription import (
    PushSubscription,
    forget_subscriptions,
    is_subscribed,
    subscribe,
)
from kiosk.hub.models.members.member import Member
from kiosk.hub.pages.visitor.own_claim import OwnClaim, find_own_claim, require_opened
from kiosk.hub.problem import Problem
from kiosk.hub.push.subscription import LONGEST_ENDPOINT, Subscription, read_subscription
from kiosk.hub.text.message_words import MessageWords, choose_message_words
from kiosk.hub.text.words import Words
from kiosk.hub.web.visit import Visit, VisitDep

router = APIRouter(include_in_schema=False)
_ADDRESS = "/c/{token}/push"
_LONGEST_KEY = 128
_WORKER = Path(__file__).parents[2] / "static" / "worker.js"


class RingForm(BaseModel):
    """What the button sends, once the script has asked the browser."""

    form_token: Annotated[str, Field(max_length=128)]
    endpoint: Annotated[str, Field(max_length=LONGEST_ENDPOINT)]
    p256dh: Annotated[str, Field(max_length=_LONGEST_KEY)]
    auth: Annotated[str, Field(max_length=_LONGEST_KEY)]


class StopForm(BaseModel):
    """What the button sends that ends it."""

    form_token: Annotated[str, Field(max_length=128)]


class RingView(Struct, frozen=True):
    """What the page prints: the store's `key`, and whether this phone is told already."""

    key: str
    is_on: bool
    phrases: MessageWords


def view_ringing(visit: Visit, session: Session, own: OwnClaim, words: Words) -> RingView | None:
    """What the page offers; `None`: this hub rings no phones, or the page is nobody's yet."""
    service = visit.hub.settings.push
    if service is None or not own.is_opened:
        return None
    is_on = is_subscribed(session, visit.browser.hash)
    return RingView(service.public_key, is_on, choose_message_words(words.language))


@router.get("/c/worker.js")
def get_worker() -> Response:
    """The worker; it lies here so that these pages are its own (W3C Service Workers, scope)."""
    return FileResponse(_WORKER, headers={"Cache-Control": "no-cache"}, media_type="text/javascript")


@router.post(_ADDRESS)
def post_ring(visit: VisitDep, token: str, form: Annotated[RingForm, Form()]) -> Response:
    """Ring this phone from now on: that is her consent, where it is known as hers, and this phone's own elsewhere."""
    visit.check_form(token, form.form_token)
    subscription = _read(visit, form)
    with visit.hub.database.write() as session:
        own = find_own_claim(visit, session, token, opens=False)
        require_opened(own)
        if own.is_hers:
            allow(visit.hub, session, session.get_one(Member, own.bookmark.member_key), MESSAGES_BY_PUSH)
        else:
            allow_this_phone(visit.hub, session, own.bookmark, visit.browser.hash)
        subscribe(session, _make_row(visit, subscription))
    return _lead_back(visit, own)


@router.post(_ADDRESS + "/stop")
def post_stop(visit: VisitDep, token: str, form: Annotated[StopForm, Form()]) -> Response:
    """Ring this phone no more."""
    visit.check_form(token, form.form_token)
    with visit.hub.database.erase() as session:
        own = find_own_claim(visit, session, token, opens=False)
        require_opened(own)
        forget_subscriptions(session, visit.browser.hash)
    return _lead_back(visit, own)


def _read(visit: Visit, form: RingForm) -> Subscription:
    service = visit.hub.settings.push
    hosts = service.hosts if service else ()
    found = read_subscription(form.endpoint, form.p256dh, form.auth, hosts)
    if found is None:
        raise Problem(422, "push_unknown", "No push service that is known to the hub rings there.")
    return found


def _make_row(visit: Visit, found: Subscription) -> PushSubscription:
    return PushSubscription(
        endpoint=found.endpoint, browser_hash=visit.browser.hash, p256dh=found.p256dh, auth=found.auth
    )


def _lead_back(visit: Visit, own: OwnClaim) -> Response:
    language = visit.choose_words(own.bookmark.language).language
    return RedirectResponse(f"/c/{own.claim.token}?lang={language}#answer", 303)
