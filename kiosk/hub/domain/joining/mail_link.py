"""The link by which a mail lets somebody in: what it says, and what it is good for."""

from msgspec import Struct
from sqlalchemy.orm import Session
from typing_extensions import override

from kiosk.hub.context import Hub
from kiosk.hub.domain.attribution.touching import note_touch
from kiosk.hub.domain.digest import digest
from kiosk.hub.domain.joining.account import Proof, enter_account
from kiosk.hub.mail.letter import Letter
from kiosk.hub.models.members.account import Account
from kiosk.hub.models.members.mail_link import LIFETIME, MailLink, add_mail_link, use_mail_link
from kiosk.hub.models.store.store import Store
from kiosk.hub.text.joining_words import JOINING_WORDS


class Wish(Struct, frozen=True):
    """Who asks for a link: an address that may be hers, in this language and from this browser.

    `campaign` is the code of what she came by, if it counts; `along` is what the link's address ends in.
    """

    address: str
    browser_hash: str
    language: str
    campaign: str | None = None
    along: str = ""

    @override
    def __repr__(self) -> str:
        """Without who it is."""
        return "Wish(...)"


def write_link(hub: Hub, session: Session, store: Store, wish: Wish) -> Letter:
    """A mail with a new link, of which the hub keeps but a hash. It is the same whether or not the address is known."""
    token, now, words = hub.mint(), hub.now(), JOINING_WORDS[wish.language]
    link = MailLink(
        token_hash=digest(token),
        store_id=store.id,
        address=wish.address,
        browser_hash=wish.browser_hash,
        language=wish.language,
        made_at=now,
        campaign_code=wish.campaign,
    )
    add_mail_link(session, link)
    # Made of the hub's own address alone: what the request calls the hub is anybody's to say.
    href = f"{hub.settings.public_url}/join/link/{token}{wish.along}"
    name = " ".join(store.name.split())
    return Letter(
        to=wish.address,
        sender_name=name,
        subject=words.mail_subject.format(store=name),
        text=words.mail_text.format(store=name, link=href, minutes=LIFETIME.seconds // 60),
        id=hub.mint(),
        written_at=now,
    )


def follow_link(hub: Hub, session: Session, link: MailLink) -> Account:
    """The account that the link leads to; it leads nowhere from now on."""
    account = enter_account(hub, session, link.store_id, Proof(link.address), link.language)
    note_touch(hub, session, account.member_key, link.campaign_code)
    use_mail_link(session, link)
    return account
