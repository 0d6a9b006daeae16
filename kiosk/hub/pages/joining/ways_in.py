"""The ways into an account that this hub offers: a mail, an issuer, or both; and the asking for a mail."""

from collections.abc import Generator
from contextlib import contextmanager, nullcontext
from dataclasses import replace

from msgspec import Struct

from kiosk.hub.context import Hub
from kiosk.hub.domain.digest import digest
from kiosk.hub.domain.joining.mail_link import Wish, write_link
from kiosk.hub.mail.letter import LONGEST_ADDRESS, find_inbox, read_address
from kiosk.hub.mail.outbox import open_outbox
from kiosk.hub.models.store.store import get_store
from kiosk.hub.oidc.client import OidcClient
from kiosk.hub.pages.visitor.onward import find_onward, name_onward
from kiosk.hub.pages.visitor.via import find_via
from kiosk.hub.problem import Problem
from kiosk.hub.web.links import ISSUER_RETURN
from kiosk.hub.web.page_request import PageRequest


class WaysIn(Struct, frozen=True):
    """What a form offers: a field for the address, and a link to the issuer by its name; empty where there is none."""

    by_mail: bool
    issuer: str
    longest: int = LONGEST_ADDRESS

    def __bool__(self) -> bool:
        """Whether there is any."""
        return self.by_mail or bool(self.issuer)


@contextmanager
def open_ways_in(hub: Hub) -> Generator[Hub]:
    """The hub with its post and its issuer, as far as its settings name them."""
    mail, provider = hub.settings.mail, hub.settings.oidc
    oidc = OidcClient(provider, hub.settings.public_url + ISSUER_RETURN, hub.now) if provider else None
    with open_outbox(mail) if mail else nullcontext() as post:
        yield replace(hub, post=post, oidc=oidc)


def find_ways_in(page: PageRequest) -> WaysIn:
    """What this hub offers."""
    hub = page.hub
    return WaysIn(by_mail=hub.post is not None, issuer=hub.oidc.name if hub.oidc else "")


def mail_link(page: PageRequest, store_id: str, typed: str, language: str) -> str:
    """Send a link to this address; why it was not sent, as `complaints` of the phrases name it, else nothing.

    Whether somebody has an account with it makes no difference, not even in time: the mail is sent afterwards.
    """
    hub = page.hub
    if hub.post is None:
        raise Problem(404, "not_found", "This hub sends no mails.")
    address = read_address(typed)
    if address is None:
        return "address"
    try:
        hub.inboxes.enter(digest(find_inbox(address)), hub.now())
    except Problem:
        return "often"
    with hub.database.write() as session:
        via, onward = find_via(page, session, store_id), name_onward(find_onward(page), "?")
        wish = Wish(address, page.browser.hash, language, via, onward)
        letter = write_link(hub, session, get_store(session, store_id), wish)
    hub.post.drop(letter)
    return ""
