"""The buttons that put a kept offer into the phone's wallet, and what they lead to."""

from dataclasses import dataclass

from fastapi import APIRouter
from starlette.responses import RedirectResponse, Response

from kiosk.hub.domain.outside.wallet_coupon import find_state, keep_in_wallet, state_coupon
from kiosk.hub.models.conversation.bookmark import Bookmark
from kiosk.hub.models.outside.wallet_coupon import WalletCoupon
from kiosk.hub.pages.visitor.own_claim import find_own_claim
from kiosk.hub.problem import Problem
from kiosk.hub.wallet.coupon import Coupon
from kiosk.hub.wallet.words import PASS_WORDS
from kiosk.hub.web.address import AddressDep
from kiosk.hub.web.page_request import PageRequest, PageRequestDep
from kiosk.hub.web.pass_answer import answer_pass

router = APIRouter(include_in_schema=False)
_APPLE, _GOOGLE = "/c/{token}/coupon.pkpass", "/c/{token}/google-wallet"
_APPLE_DEVICES, _GOOGLE_DEVICES = ("iPhone", "iPad", "Macintosh"), ("Android",)


@dataclass(frozen=True, slots=True)
class WalletButton:
    """A button: where it leads, and what it says."""

    href: str
    text: str


def list_buttons(page: PageRequest, bookmark: Bookmark, token: str) -> list[WalletButton]:
    """The buttons for the wallets that this phone has, or of which it is not known; none for what is over."""
    if find_state(bookmark, page.hub.now()) != "open":
        return []
    words, wallets = PASS_WORDS[page.choose_words(bookmark.language).language], page.hub.settings.wallets
    agent = page.request.headers.get("user-agent", "")
    buttons: list[WalletButton] = []
    if wallets.apple and not _names(agent, _GOOGLE_DEVICES):
        buttons.append(WalletButton(_APPLE.format(token=token), words.to_apple))
    if wallets.google and not _names(agent, _APPLE_DEVICES):
        buttons.append(WalletButton(_GOOGLE.format(token=token), words.to_google))
    return buttons


@router.get(_APPLE)
def get_pass(page: PageRequestDep, token: str, address: AddressDep) -> Response:
    """The pass, to a browser that proves itself: with it the page is that browser's, for it holds the code."""
    if not page.is_proven or page.hub.settings.wallets.apple is None:
        return RedirectResponse(f"/c/{token}", 303)
    page.hub.phones.enter(address, page.hub.now())
    _, coupon = _keep(page, token)
    return answer_pass(page.hub, coupon)


@router.get(_GOOGLE)
def save_at_google(page: PageRequestDep, token: str, address: AddressDep) -> Response:
    """Put the coupon at Google, and lead to where it is saved; as `get_pass` to a browser that proves itself."""
    google = page.hub.settings.wallets.google
    if not page.is_proven or google is None:
        return RedirectResponse(f"/c/{token}", 303)
    from kiosk.hub.wallet.google.service import GoogleUnreachable  # noqa: PLC0415 # requests is slow to load

    page.hub.phones.enter(address, page.hub.now())
    kept, coupon = _keep(page, token)
    try:
        google.put(coupon)
    except GoogleUnreachable as error:
        raise Problem(503, "wallet_unreachable", str(error), {"Retry-After": "60"}) from error
    with page.hub.database.write() as session:
        session.get_one(WalletCoupon, kept.serial).is_at_google = True
    return RedirectResponse(google.link(coupon), 303)


def _keep(page: PageRequest, token: str) -> tuple[WalletCoupon, Coupon]:
    with page.hub.database.write() as session:
        own = find_own_claim(page, session, token, opens=True)
        kept = keep_in_wallet(page.hub, session, own.bookmark)
        return kept, state_coupon(page.hub, session, kept)


def _names(agent: str, devices: tuple[str, ...]) -> bool:
    return any(device in agent for device in devices)
