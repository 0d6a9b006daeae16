"""The page of a kept offer: what was kept, what was said since, and room to answer."""

from datetime import datetime
from typing import Annotated

from fastapi import APIRouter, Form
from sqlalchemy.orm import Session
from starlette.responses import RedirectResponse, Response

from kiosk.contract.phrase import choose_phrase
from kiosk.hub.domain.benefits.coupon_life import read_state
from kiosk.hub.domain.conversation.conversation import Said, hear_member
from kiosk.hub.domain.conversation.page import make_page
from kiosk.hub.domain.redeem_code import format_code
from kiosk.hub.models.benefits.programme import find_programme
from kiosk.hub.models.catalogue.offer import Offer, state_offer
from kiosk.hub.models.conversation.bookmark import Bookmark
from kiosk.hub.models.conversation.message import MEMBER, clean_text, note_read
from kiosk.hub.models.members.member import list_kin
from kiosk.hub.models.store.store import Store, get_store
from kiosk.hub.pages.conversation.answer import AnswerForm, find_complaint, make_answer
from kiosk.hub.pages.conversation.push import view_ringing
from kiosk.hub.pages.conversation.thread import list_said, view_thread
from kiosk.hub.pages.joining.keeping import view_keeping
from kiosk.hub.pages.kept.wallet import list_buttons
from kiosk.hub.pages.visitor.own_claim import OwnClaim, find_own_claim, read_own_claim, write_own_claim
from kiosk.hub.pages.visitor.signed_in import find_signed_in
from kiosk.hub.text.basket_words import choose_basket_words
from kiosk.hub.text.benefit_words import choose_benefit_words
from kiosk.hub.text.counter_words import choose_counter_words
from kiosk.hub.text.message_words import choose_message_words
from kiosk.hub.text.moment import format_day, format_moment
from kiosk.hub.text.pickup_words import choose_pickup_words
from kiosk.hub.text.price_tag import make_tag
from kiosk.hub.text.visit_words import choose_visit_words
from kiosk.hub.text.words import Words
from kiosk.hub.web.page_request import PageRequest, PageRequestDep

router = APIRouter(include_in_schema=False)


@router.get("/c/{token}")
def show_claim(page: PageRequestDep, token: str) -> Response:
    """Show the claim, and open it in a browser that proves itself.

    Chats and mail scanners fetch an address before its reader does, once and without a cookie: they must not take
    the page away from her. So a first look binds nothing and shows nothing private: the offer and the store's first
    message. The page belongs to the browser that writes first or comes back with its cookie.
    """
    with write_own_claim(page, token, opens=True) if page.is_proven else read_own_claim(page, token) as found:
        session, own = found
        words = page.choose_words(own.bookmark.language)
        values = _gather(page, session, own, words)
    return page.show("claim.html", words, {**values, **_make_form(page, token)})


@router.post("/c/{token}")
def post_message(page: PageRequestDep, token: str, form: Annotated[AnswerForm, Form()]) -> Response:
    """Add the reader's message, once, and lead back to the page."""
    page.check_form(token, form.form_token)
    text = clean_text(form.text)
    with page.hub.database.write() as session:
        own = find_own_claim(page, session, token, opens=True)
        words = page.choose_words(own.bookmark.language)
        complaint = find_complaint(text, words)
        if not complaint:
            hear_member(page.hub, session, make_page(own.bookmark), Said(text, "web", form.nonce))
        values = _gather(page, session, own, words)
    if complaint:
        return page.show("claim.html", words, {**values, **_make_form(page, token, complaint, text)}, 400)
    return RedirectResponse(f"/c/{token}?lang={words.language}#answer", 303)


def _gather(page: PageRequest, session: Session, own: OwnClaim, words: Words) -> dict[str, object]:
    """What the page shows: this bookmark's offer, and what came of it once the page is opened."""
    now, bookmark = page.hub.now(), own.bookmark
    offer = session.get_one(Offer, bookmark.offer_id)
    stated = state_offer(offer, now)
    store = get_store(session, bookmark.store_id)
    waits_until = bookmark.kept_at + page.hub.settings.claim_life
    messages = list_said(page, session, own)
    if own.is_opened and page.is_proven:
        note_read(messages, MEMBER, now)
    return {
        "is_opened": own.is_opened,
        "offer": stated,
        "title": choose_phrase(offer.title, words.language),
        "text": choose_phrase(offer.text, words.language),
        "alt": choose_phrase(offer.image_alt, words.language),
        "tag": make_tag(stated, words),
        "code": format_code(bookmark.redeem_code) if own.is_opened and own.claim.code_shown_at else "",
        "benefits": choose_benefit_words(words.language),
        "ending": _name_end(bookmark, store.time_zone, words, now) if own.is_opened else "",
        "good_until": bookmark.expires_at and format_moment(bookmark.expires_at, now, store.time_zone, words),
        "hers": _name_her_pages(store, words) if own.is_hers else None,
        "has_benefits": own.is_hers and find_programme(session, store.id) is not None,
        "waits_until": format_moment(waits_until, now, store.time_zone, words),
        "wallet_buttons": list_buttons(page, bookmark, own.claim.token),
        "store": store.name,
        "keeping": view_keeping(page, session, bookmark, words),
        "said": view_thread(page, store, words, messages),
        "last": messages[-1].id,
        "ringing": view_ringing(page, session, words, f"/c/{own.claim.token}/push") if own.is_opened else None,
        "all_messages": _name_all_messages(page, session, bookmark, words),
        "store_id": store.id,
    }


def _name_her_pages(store: Store, words: Words) -> dict[str, str]:
    """How the pages are called that are hers in this store by this phone alone, without a sign-in."""
    return {
        "store_id": store.id,
        "visit": choose_visit_words(words.language).link,
        "pickups": choose_pickup_words(words.language).link,
        "basket": choose_basket_words(words.language).link,
        "counter": choose_counter_words(words.language).link,
    }


def _name_all_messages(page: PageRequest, session: Session, bookmark: Bookmark, words: Words) -> str:
    """How the page of all her messages is called where she is signed in; else empty."""
    is_signed_in = find_signed_in(page, session) in list_kin(session, bookmark.member_key)
    return choose_message_words(words.language).all if is_signed_in else ""


def _name_end(bookmark: Bookmark, time_zone: str, words: Words, now: datetime) -> str:
    """What became of it as a coupon; empty while it is good."""
    benefits = choose_benefit_words(words.language)
    match read_state(bookmark, now):
        case "redeemed":
            return benefits.redeemed_on.format(day=format_day(bookmark.redeemed_at or now, time_zone, words))
        case "expired":
            return benefits.expired_on.format(day=format_day(bookmark.expires_at or now, time_zone, words))
        case "released":
            return benefits.released
        case "issued" | "held":
            return ""


def _make_form(page: PageRequest, token: str, complaint: str = "", draft: str = "") -> dict[str, object]:
    form = make_answer(page.hub.mint(), complaint, draft)
    return {"token": token, "form_token": page.make_form_token(token), **form}
