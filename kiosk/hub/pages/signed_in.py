"""A member who is signed in on this phone: by a cookie that is new at each sign-in, so that nobody can have set it."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Annotated

from fastapi import Depends
from pydantic import BaseModel, Field
from sqlalchemy.orm import Session
from starlette.responses import RedirectResponse, Response

from kiosk.hub.context import Hub
from kiosk.hub.domain.benefits.login import note_login
from kiosk.hub.domain.digest import digest
from kiosk.hub.models.account import Account
from kiosk.hub.models.member import Member
from kiosk.hub.models.member_sign_in import LIFETIME, begin_member_sign_in, end_member_sign_in, find_member_sign_in
from kiosk.hub.models.store import Store, get_store, list_stores
from kiosk.hub.problem import Problem
from kiosk.hub.text.joining_words import JOINING_WORDS, JoiningWords
from kiosk.hub.text.words import Words
from kiosk.hub.web.browser import COOKIE as BROWSER_COOKIE
from kiosk.hub.web.browser import Browser
from kiosk.hub.web.visit import Visit, VisitDep

COOKIE = "vitrine_member"
ACCOUNT = "/account"


class PlainForm(BaseModel):
    """What a button sends that asks nothing more."""

    form_token: Annotated[str, Field(max_length=128)]


@dataclass(frozen=True, slots=True)
class SignedIn:
    """A visit of somebody who is signed in; what it holds was read when the visit began."""

    visit: Visit
    account: Account
    store: Store

    @property
    def hub(self) -> Hub:
        """The hub that answers."""
        return self.visit.hub

    @property
    def words(self) -> Words:
        """The phrases that all pages share, in her language."""
        return self.visit.choose_words(self.store.language)

    @property
    def phrases(self) -> JoiningWords:
        """The phrases of her account's pages."""
        return JOINING_WORDS[self.words.language]

    def get_member(self, session: Session) -> Member:
        """Herself, as the database has her now."""
        return session.get_one(Member, self.account.member_key)

    def check_form(self, token: str) -> None:
        """As `Visit.check_form`, for the forms of her account."""
        self.visit.check_form(_name_purpose(self.visit), token)

    def show(self, template: str, values: Mapping[str, object], status: int = 200) -> Response:
        """The page, with what every page of an account needs."""
        shared = {
            "store": self.store.name,
            "phrases": self.phrases,
            "form_token": self.visit.make_form_token(_name_purpose(self.visit)),
        }
        return self.visit.show(template, self.words, {**shared, **values}, status)

    def lead(self, path: str = ACCOUNT, part: str = "") -> Response:
        """To another page of hers, or to a part of it, once a form is done."""
        return RedirectResponse(f"{path}?lang={self.words.language}#{part}".rstrip("#"), 303)


def find_signed_in(visit: Visit, session: Session) -> str | None:
    """The key of the member who is signed in on this phone."""
    found = find_member_sign_in(session, _hash_cookie(visit), visit.hub.now())
    return found.member_key if found else None


def require_signed_in(visit: VisitDep) -> SignedIn:
    """Who is signed in; raises a `Problem` that leads to where she signs in, or says that she is not."""
    with visit.hub.database.read() as session:
        key = find_signed_in(visit, session)
        if key is None:
            raise _close(visit, session)
        account = session.get_one(Account, key)
        return SignedIn(visit, account, get_store(session, account.store_id))


SignedInDep = Annotated[SignedIn, Depends(require_signed_in)]


def leave_another(visit: Visit, session: Session, account: Account) -> Visit:
    """The visit as this member goes on with it: as a new browser where somebody else was signed in.

    So the pages of who was there before stay with the browser that the phone is no more.
    """
    if find_signed_in(visit, session) in {None, account.member_key}:
        return visit
    return replace(visit, browser=Browser(visit.hub.mint(), is_new=False))


def sign_in(visit: Visit, session: Session, account: Account) -> str:
    """Sign her in on this phone; the token that its cookie shall hold. Whoever was signed in there is no more."""
    token = visit.hub.mint()
    end_member_sign_in(session, _hash_cookie(visit))
    begin_member_sign_in(session, digest(token), account.member_key, visit.hub.now())
    session.flush()
    note_login(visit.hub, session, session.get_one(Member, account.member_key))
    return token


def remember_sign_in(visit: Visit, response: Response, token: str) -> None:
    """Let the response carry the cookies; `lax`, so that they come along when a mail leads here."""
    visit.remember(response)
    response.set_cookie(
        COOKIE,
        token,
        max_age=int(LIFETIME.total_seconds()),
        httponly=True,
        samesite="lax",
        secure=visit.hub.settings.public_url.startswith("https:"),
    )


def sign_out(visit: Visit, session: Session, response: Response) -> None:
    """Sign out, in the database too; the phone forgets which pages were its own, for somebody else may use it next."""
    end_member_sign_in(session, _hash_cookie(visit))
    response.delete_cookie(COOKIE)
    response.delete_cookie(BROWSER_COOKIE)


def _close(visit: Visit, session: Session) -> Problem:
    """Where there is but one store, and a way in, she can only mean that."""
    stores, hub = list_stores(session), visit.hub
    detail = "Nobody is signed in on this phone."
    if len(stores) != 1 or (hub.post is None and hub.oidc is None):
        return Problem(401, "account_closed", detail)
    return Problem(303, "account_closed", detail, {"Location": f"/sign-in/{stores[0].id}"})


def _hash_cookie(visit: Visit) -> str:
    return digest(visit.request.cookies.get(COOKIE, ""))


def _name_purpose(visit: Visit) -> str:
    """What the account's forms are for: they hold for this sign-in alone."""
    return f"account:{_hash_cookie(visit)}"
