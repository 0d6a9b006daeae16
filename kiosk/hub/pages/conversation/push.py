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
from kiosk.hub.push.subscription import LONGEST_ENDPOINT, read_subscription
from kiosk.hub.text.message_words import MessageWords, choose_message_words
from kiosk.hub.text.words import Words
from kiosk.hub.web.page_request import PageRequest, PageRequestDep

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
    """What the page prints: where its button sends to, the store's `key`, and whether this phone is told already."""

    address: str
    key: str
    is_on: bool
    phrases: MessageWords


def view_ringing(page: PageRequest, session: Session, words: Words, address: str) -> RingView | None:
    """What a page offers whose button sends to this address; `None`: this hub rings no phones."""
    service = page.hub.settings.push
    if service is None:
        return None
    is_on = is_subscribed(session, page.browser.hash)
    return RingView(address, service.public_key, is_on, choose_message_words(words.language))


@router.get("/c/worker.js")
def get_worker() -> Response:
    """The worker; it lies here so that these pages are its own (W3C Service Workers, scope)."""
    return FileResponse(_WORKER, headers={"Cache-Control": "no-cache"}, media_type="text/javascript")


@router.post(_ADDRESS)
def post_ring(page: PageRequestDep, token: str, form: Annotated[RingForm, Form()]) -> Response:
    """Ring this phone from now on: that is her consent, where it is known as hers, and this phone's own elsewhere."""
    page.check_form(token, form.form_token)
    subscription = read_ringing(page, form)
    with page.hub.database.write() as session:
        own = find_own_claim(page, session, token, opens=False)
        require_opened(own)
        if own.is_hers:
            allow(page.hub, session, session.get_one(Member, own.bookmark.member_key), MESSAGES_BY_PUSH)
        else:
            allow_this_phone(page.hub, session, own.bookmark, page.browser.hash)
        subscribe(session, subscription)
    return _lead_back(page, own)


@router.post(_ADDRESS + "/stop")
def post_stop(page: PageRequestDep, token: str, form: Annotated[StopForm, Form()]) -> Response:
    """Ring this phone no more."""
    page.check_form(token, form.form_token)
    with page.hub.database.erase() as session:
        own = find_own_claim(page, session, token, opens=False)
        require_opened(own)
        forget_subscriptions(session, page.browser.hash)
    return _lead_back(page, own)


def read_ringing(page: PageRequest, form: RingForm) -> PushSubscription:
    """Where this phone is rung. Raises a 422 `Problem` for where the hub rings nobody."""
    service = page.hub.settings.push
    hosts = service.hosts if service else ()
    found = read_subscription(form.endpoint, form.p256dh, form.auth, hosts)
    if found is None:
        raise Problem(422, "push_unknown", "No push service that is known to the hub rings there.")
    return PushSubscription(
        endpoint=found.endpoint, browser_hash=page.browser.hash, p256dh=found.p256dh, auth=found.auth
    )


def _lead_back(page: PageRequest, own: OwnClaim) -> Response:
    language = page.choose_words(own.bookmark.language).language
    return RedirectResponse(f"/c/{own.claim.token}?lang={language}#answer", 303)
