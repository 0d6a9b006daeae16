"""A member who is signed in on this phone: by a cookie that is new at each sign-in, so that nobody can have set it."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Annotated

from fastapi import Depends
from pydantic import BaseModel, Field
from sqlalchemy.orm import Session
from starlette.responses import Response
from typing_extensions import override

from kiosk.hub.domain.benefits.login import note_login
from kiosk.hub.domain.digest import digest
from kiosk.hub.models.conversation.push_subscription import forget_subscriptions
from kiosk.hub.models.members.account import Account
from kiosk.hub.models.members.member import Member
from kiosk.hub.models.members.member_sign_in import (
    LIFETIME,
    begin_member_sign_in,
    end_member_sign_in,
    find_member_sign_in,
)
from kiosk.hub.models.store.store import get_store, list_stores
from kiosk.hub.pages.visitor.her_request import HerRequest
from kiosk.hub.problem import Problem
from kiosk.hub.text.joining_words import JOINING_WORDS, JoiningWords
from kiosk.hub.text.problem_words import SIGN_IN
from kiosk.hub.web.browser import COOKIE as BROWSER_COOKIE
from kiosk.hub.web.browser import Browser
from kiosk.hub.web.page import FORGET
from kiosk.hub.web.page_request import PageRequest, PageRequestDep

COOKIE = "vitrine_member"
ACCOUNT = "/account"


class PlainForm(BaseModel):
    """What a button sends that asks nothing more."""

    form_token: Annotated[str, Field(max_length=128)]


@dataclass(frozen=True, slots=True)
class SignedIn(HerRequest):
    """A request of somebody who is signed in."""

    account: Account

    @property
    def phrases(self) -> JoiningWords:
        """The phrases of her account's pages."""
        return JOINING_WORDS[self.words.language]

    @property
    @override
    def shared(self) -> Mapping[str, object]:
        return {"phrases": self.phrases}


def find_signed_in(page: PageRequest, session: Session) -> str | None:
    """The key of the member who is signed in on this phone."""
    found = find_member_sign_in(session, _hash_cookie(page), page.hub.now())
    return found.member_key if found else None


def require_signed_in(page: PageRequestDep) -> SignedIn:
    """Who is signed in; raises a `Problem` that leads to where she signs in, or says that she is not."""
    with page.hub.database.read() as session:
        key = find_signed_in(page, session)
        if key is None:
            raise _close(page, session)
        account = session.get_one(Account, key)
        store = get_store(session, account.store_id)
    return SignedIn(
        page=page,
        store=store,
        member_key=key,
        language=store.language,
        purpose=f"account:{_hash_cookie(page)}",  # her forms hold for this sign-in alone
        home=ACCOUNT,
        account=account,
    )


SignedInDep = Annotated[SignedIn, Depends(require_signed_in)]


def leave_another(page: PageRequest, session: Session, account: Account) -> PageRequest:
    """The request as this member goes on with it: as a new browser where somebody else was signed in.

    So the pages of who was there before stay with the browser that the phone is no more.
    """
    if find_signed_in(page, session) in {None, account.member_key}:
        return page
    return replace(page, browser=Browser(page.hub.mint(), is_new=False))


def sign_in(page: PageRequest, session: Session, account: Account) -> str:
    """Sign her in on this phone; the token that its cookie shall hold. Whoever was signed in there is no more."""
    token = page.hub.mint()
    end_member_sign_in(session, _hash_cookie(page))
    begin_member_sign_in(session, digest(token), account.member_key, page.hub.now(), page.browser.hash)
    session.flush()
    note_login(page.hub, session, session.get_one(Member, account.member_key))
    return token


def hold_sign_in(page: PageRequest, session: Session) -> None:
    """Note on which browser she is signed in: one that began before that was noted does not say it."""
    found = find_member_sign_in(session, _hash_cookie(page), page.hub.now())
    if found is not None:
        found.browser_hash = page.browser.hash


def remember_sign_in(page: PageRequest, response: Response, token: str) -> None:
    """Let the response carry the cookies; `lax`, so that they come along when a mail leads here."""
    page.remember(response)
    response.set_cookie(
        COOKIE,
        token,
        max_age=int(LIFETIME.total_seconds()),
        httponly=True,
        samesite="lax",
        secure=page.hub.settings.public_url.startswith("https:"),
    )


def sign_out(page: PageRequest, session: Session, response: Response) -> None:
    """Sign out, in the database too; the phone forgets which pages were its own, for somebody else may use it next.

    So it is rung no more either.
    """
    end_member_sign_in(session, _hash_cookie(page))
    forget_subscriptions(session, page.browser.hash)
    response.headers.update(FORGET)
    response.delete_cookie(COOKIE)
    response.delete_cookie(BROWSER_COOKIE)


def _close(page: PageRequest, session: Session) -> Problem:
    """Where there is a way in, that leads there: to her store's, where there is but one, for she can only mean that."""
    stores, detail = list_stores(session), "Nobody is signed in on this phone."
    if not page.hub.has_accounts:
        return Problem(401, "sign_in_needed", detail)
    address = f"{SIGN_IN}/{stores[0].id}" if len(stores) == 1 else SIGN_IN
    return Problem(303, "account_closed", detail, {"Location": address})


def _hash_cookie(page: PageRequest) -> str:
    return digest(page.request.cookies.get(COOKIE, ""))
