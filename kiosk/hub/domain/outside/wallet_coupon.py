"""A kept offer as its wallet is told of it: what it says, how it stands, and when that changed last."""

import hmac
from datetime import datetime

from sqlalchemy.orm import Session

from kiosk.contract.phrase import choose_phrase
from kiosk.hub.context import Hub
from kiosk.hub.domain.benefits.coupon_life import read_state
from kiosk.hub.domain.redeem_code import format_code
from kiosk.hub.models.catalogue.offer import Offer, state_offer
from kiosk.hub.models.conversation.bookmark import Bookmark
from kiosk.hub.models.conversation.claim import get_claim_of
from kiosk.hub.models.outside.wallet_coupon import WalletCoupon, make_wallet_coupon
from kiosk.hub.models.store.form_key import get_form_key
from kiosk.hub.models.store.store import get_store
from kiosk.hub.text.price_tag import Tag, make_tag
from kiosk.hub.text.words import choose_words
from kiosk.hub.wallet.coupon import Coupon, Side, State
from kiosk.hub.wallet.words import PASS_WORDS


def keep_in_wallet(hub: Hub, session: Session, bookmark: Bookmark) -> WalletCoupon:
    """The bookmark's coupon, the same whichever wallets it is put into."""
    return make_wallet_coupon(session, bookmark.id, hub.mint(), hub.now())


def state_coupon(hub: Hub, session: Session, kept: WalletCoupon) -> Coupon:
    """What wallets are told of it now."""
    bookmark = session.get_one(Bookmark, kept.bookmark_id)
    offer = session.get_one(Offer, bookmark.offer_id)
    claim = get_claim_of(session, bookmark.id)
    public_url = hub.settings.public_url
    image = offer.image_name
    return Coupon(
        serial=kept.serial,
        token=make_pass_token(session, kept.serial),
        code=bookmark.redeem_code,
        spoken_code=format_code(bookmark.redeem_code),
        offer=offer.id,
        store=get_store(session, bookmark.store_id).name,
        language=choose_words(bookmark.language).language,
        sides={language: _state_side(offer, language, hub.now()) for language in PASS_WORDS},
        state=find_state(bookmark, hub.now()),
        until=bookmark.expires_at,
        page=f"{public_url}/c/{claim.token}",
        picture=hub.settings.media / image if image else None,
        picture_url=f"{public_url}/v1/media/{image}" if image and public_url.startswith("https:") else None,
    )


def state_void(session: Session, serial: str, store: str, language: str | None) -> Coupon:
    """What the phone of who was erased is told: that the pass is void, and nothing of what it was for."""
    return Coupon(
        serial=serial,
        token=make_pass_token(session, serial),
        code="",
        spoken_code="",
        offer="",
        store=store,
        language=choose_words(language).language,
        sides={language: Side(words.erased) for language, words in PASS_WORDS.items()},
        state="void",
    )


def find_state(bookmark: Bookmark, now: datetime) -> State:
    """How the kept offer stands at `now`, as a wallet says it."""
    match read_state(bookmark, now):
        case "issued" | "held":
            return "open"
        case "redeemed":
            return "redeemed"
        case "released" | "expired":
            return "lapsed"


def find_change(hub: Hub, session: Session, kept: WalletCoupon) -> datetime:
    """When it last became what it is now: made or told to be over, redeemed or expired, or at another price."""
    bookmark = session.get_one(Bookmark, kept.bookmark_id)
    prices = [price.since for price in session.get_one(Offer, bookmark.offer_id).prices]
    moments = [kept.made_at, kept.told_at, bookmark.redeemed_at, bookmark.expires_at, *prices]
    now = hub.now()
    return max(moment for moment in moments if moment is not None and moment <= now)


def make_pass_token(session: Session, serial: str) -> str:
    """What a phone shows that has this pass: nobody without the hub's own key can make it up."""
    return hmac.digest(get_form_key(session), f"wallet:{serial}".encode(), "sha256").hex()


def _state_side(offer: Offer, language: str, now: datetime) -> Side:
    words = choose_words(language)
    tag = make_tag(state_offer(offer, now), words)
    return Side(
        title=choose_phrase(offer.title, language),
        text=choose_phrase(offer.text, language),
        price=tag.price if tag else "",
        terms=_write_terms(tag, words.tax) if tag else "",
    )


def _write_terms(tag: Tag, tax: str) -> str:
    """What the law has a price say besides itself, in lines."""
    return "\n".join(line for line in (tag.lowest_30d, tag.unit, tag.price and tax) if line)
