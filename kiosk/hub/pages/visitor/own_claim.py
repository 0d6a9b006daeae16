"""Who may read a kept offer on a phone, and whether the phone is known to be that of the member who kept it."""

from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass

from sqlalchemy.orm import Session

from kiosk.hub.models.conversation.bookmark import Bookmark
from kiosk.hub.models.conversation.claim import Claim, find_claim, is_open_to, open_claim
from kiosk.hub.models.members.credential import is_browser_of
from kiosk.hub.pages.visitor.signed_in import find_signed_in
from kiosk.hub.problem import Problem
from kiosk.hub.web.page_request import PageRequest


@dataclass(frozen=True, slots=True)
class OwnClaim:
    """A claim that this browser may read; `is_opened`: it is this browser's by now.

    `is_hers`: the browser itself is a credential of the member, or she is signed in there. To have opened the claim
    shows only that somebody saw its code on a public screen, and to have opened many of hers only that he stood there
    for longer.
    """

    claim: Claim
    bookmark: Bookmark
    is_hers: bool
    is_opened: bool


def find_own_claim(page: PageRequest, session: Session, token: str, *, opens: bool) -> OwnClaim:
    """The claim; `opens`: from now on it is this browser's.

    Her own browser may read it always, even if it lapsed or a stranger was quicker. Raises a 404 `Problem` for one that
    there is not, a 403 for one that is another browser's, and a 410 for one that nobody opened in time.
    """
    claim = find_claim(session, token)
    if claim is None:
        raise Problem(404, "not_found", "There is no such claim.")
    bookmark = session.get_one(Bookmark, claim.bookmark_id)
    browser_hash = page.browser.hash
    is_known = is_browser_of(session, bookmark.store_id, browser_hash, bookmark.member_key)
    is_hers = is_known or find_signed_in(page, session) == bookmark.member_key
    if not is_hers:
        _require_open(page, claim, bookmark)
    if opens:
        open_claim(claim, browser_hash, page.hub.now())
    return OwnClaim(claim, bookmark, is_hers, is_opened=claim.browser_hash == browser_hash)


@contextmanager
def read_own_claim(page: PageRequest, token: str) -> Generator[tuple[Session, OwnClaim]]:
    """The claim with a session that reads. Raises as `find_own_claim` does."""
    with page.hub.database.read() as session:
        yield session, find_own_claim(page, session, token, opens=False)


@contextmanager
def write_own_claim(page: PageRequest, token: str, *, opens: bool) -> Generator[tuple[Session, OwnClaim]]:
    """The claim with a session that may change what belongs to it. Raises as `find_own_claim` does.

    To whom it is not open is told so before she waits for the writers' turn: no stranger holds up a tap.
    """
    with read_own_claim(page, token):
        pass
    with page.hub.database.write() as session:
        yield session, find_own_claim(page, session, token, opens=opens)


def require_opened(own: OwnClaim) -> None:
    """Raise a 403 `Problem` unless the claim is this browser's by now."""
    if not own.is_opened:
        raise Problem(403, "opened_elsewhere", "The claim belongs to no browser yet.")


def _require_open(page: PageRequest, claim: Claim, bookmark: Bookmark) -> None:
    if not is_open_to(claim, page.browser.hash):
        raise Problem(403, "opened_elsewhere", "The claim belongs to another browser.")
    if claim.browser_hash is None and page.hub.now() >= bookmark.kept_at + page.hub.settings.claim_life:
        raise Problem(410, "claim_lapsed", "Nobody opened the claim in time.")
