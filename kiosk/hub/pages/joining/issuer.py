"""The way to the issuer that vouches for members, and back from it (OpenID Connect, code flow with PKCE)."""

import logging

from fastapi import APIRouter
from sqlalchemy.orm import Session
from starlette.responses import RedirectResponse, Response

from kiosk.hub.domain.attribution.touching import note_touch
from kiosk.hub.domain.digest import digest
from kiosk.hub.domain.joining.account import Proof, enter_account
from kiosk.hub.domain.joining.attachment import attach_phone, hold_pages
from kiosk.hub.models.members.account import Account
from kiosk.hub.models.members.departure import Departure, add_departure, take_departure
from kiosk.hub.models.store.store import Store
from kiosk.hub.oidc.client import OidcClient
from kiosk.hub.oidc.discovery import ProviderFailed
from kiosk.hub.oidc.id_token import TokenRefused, Voucher
from kiosk.hub.pages.visitor.onward import find_onward, link_onward, name_onward, read_onward
from kiosk.hub.pages.visitor.own_claim import find_own_claim
from kiosk.hub.pages.visitor.signed_in import leave_another, remember_sign_in, sign_in
from kiosk.hub.pages.visitor.via import find_via, name_via
from kiosk.hub.problem import Problem
from kiosk.hub.web.address import read_address
from kiosk.hub.web.links import ISSUER_RETURN
from kiosk.hub.web.page_request import PageRequest, PageRequestDep

router = APIRouter(include_in_schema=False)
_log = logging.getLogger(__name__)
_AND = "."
"""Between what of the state is made up and where she goes on to; all of it is kept as one hash."""


@router.get("/sign-in/{store_id}/issuer")
def leave_from_sign_in(page: PageRequestDep, store_id: str) -> Response:
    """Lead a member to the issuer."""
    with page.hub.database.read() as session:
        store = session.get(Store, store_id)
        via = find_via(page, session, store_id)
    if store is None:
        raise Problem(404, "not_found", "There is no such store.")
    if not page.is_proven:
        onward = name_onward(find_onward(page), "&" if via else "?")
        return RedirectResponse(f"/sign-in/{store_id}{name_via(via)}{onward}", 303)
    return _leave(page, store_id, page.choose_words(store.language).language)


@router.get("/c/{token}/issuer")
def leave_from_claim(page: PageRequestDep, token: str) -> Response:
    """Lead a member to the issuer; the page belongs to this browser, so that the bookmark comes along."""
    if not page.is_proven:
        return RedirectResponse(f"/c/{token}", 303)
    with page.hub.database.write() as session:
        own = find_own_claim(page, session, token, opens=True)
    return _leave(page, own.bookmark.store_id, page.choose_words(own.bookmark.language).language)


@router.get(ISSUER_RETURN)
def come_back(page: PageRequestDep, state: str = "", code: str = "", iss: str = "") -> Response:
    """Sign in whom the issuer vouches for, if this very browser left for it, and lead to where she wanted to go."""
    hub, oidc = page.hub, _get_oidc(page)
    with hub.database.write() as session:
        departure = take_departure(session, digest(state), page.browser.hash, hub.now())
    # A server that names itself must be the one that she was sent to (RFC 9207).
    if departure is None or not code or iss not in ("", oidc.issuer):
        raise Problem(400, "issuer_astray", "No sign-in of this browser is answered by that.")
    voucher = _redeem(oidc, code, departure)
    with hub.database.write() as session:
        account = _enter(page, session, departure, voucher)
        page = leave_another(page, session, account)
        hold_pages(session, account, page.browser.hash, hub.now())
        member_token = sign_in(page, session, account)
        goal = link_onward(read_onward(state.rpartition(_AND)[2]), account.store_id)
    response = RedirectResponse(f"{goal}?lang={departure.language}", 303)
    remember_sign_in(page, response, member_token)
    return response


def _leave(page: PageRequest, store_id: str, language: str) -> Response:
    hub, oidc = page.hub, _get_oidc(page)
    hub.phones.enter(read_address(page.request), hub.now())
    made_up, nonce, verifier = (hub.mint() for _ in range(3))
    state = f"{made_up}{_AND}{find_onward(page)}"
    try:
        address = oidc.make_address(state, nonce, verifier)
    except ProviderFailed as error:
        raise _complain(error) from error
    with hub.database.write() as session:
        departure = Departure(
            state_hash=digest(state),
            store_id=store_id,
            browser_hash=page.browser.hash,
            nonce=nonce,
            verifier=verifier,
            language=language,
            left_at=hub.now(),
            campaign_code=find_via(page, session, store_id),
        )
        add_departure(session, departure)
    return RedirectResponse(address, 303, {"Referrer-Policy": "no-referrer", "Cache-Control": "no-store"})


def _redeem(oidc: OidcClient, code: str, departure: Departure) -> Voucher:
    try:
        return oidc.redeem(code, departure.nonce, departure.verifier)
    except (ProviderFailed, TokenRefused) as error:
        raise _complain(error) from error


def _complain(error: Exception) -> Problem:
    _log.warning("the issuer is of no use: %s", error)
    return Problem(502, "issuer_away", "The issuer does not answer as it should.")


def _enter(page: PageRequest, session: Session, departure: Departure, voucher: Voucher) -> Account:
    proof = Proof(voucher.address, voucher.issuer, voucher.subject)
    account = enter_account(page.hub, session, departure.store_id, proof, departure.language)
    attach_phone(page.hub, session, account, page.browser.hash)
    note_touch(page.hub, session, account.member_key, departure.campaign_code)
    return account


def _get_oidc(page: PageRequest) -> OidcClient:
    if page.hub.oidc is None:
        raise Problem(404, "not_found", "This hub has no issuer.")
    return page.hub.oidc
