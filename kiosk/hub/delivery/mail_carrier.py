"""Brings it by e-mail, to an address that proved to be hers."""

from sqlalchemy.orm import Session

from kiosk.contract.phrase import choose_phrase
from kiosk.hub.delivery.carrier import Outcome, Sending
from kiosk.hub.domain.allowance import find_mail_address
from kiosk.hub.mail.letter import Letter
from kiosk.hub.mail.mail_server import MailServer
from kiosk.hub.mail.sending import NotSent, send_letter
from kiosk.hub.models.bookmark import Bookmark
from kiosk.hub.models.message import Message
from kiosk.hub.models.offer import Offer
from kiosk.hub.models.store import get_store
from kiosk.hub.text.message_words import choose_message_words


class MailCarrier:
    """The channel of e-mail; `None` for a server: there is none. `account_url` is where she reads and answers."""

    def __init__(self, server: MailServer | None, account_url: str) -> None:
        self._server = server
        self._account_url = account_url

    def prepare(self, session: Session, bookmark: Bookmark, message: Message) -> Sending | None:
        """How to mail it; `None`: she has no address, or the hub no server."""
        server = self._server
        address = find_mail_address(session, bookmark.member_key)
        if server is None or address is None:
            return None
        letter = self._write(session, bookmark, message, address)
        return lambda: _send(server, letter)

    def _write(self, session: Session, bookmark: Bookmark, message: Message, address: str) -> Letter:
        store, offer = get_store(session, bookmark.store_id), session.get_one(Offer, bookmark.offer_id)
        words = choose_message_words(bookmark.language)
        title = choose_phrase(offer.title, bookmark.language)
        return Letter(
            to=address,
            sender_name=store.name,
            subject=words.subject.format(offer=title),
            text=words.mail.format(store=store.name, text=message.text, url=self._account_url),
            id=f"message-{message.id}",
            written_at=message.written_at,
        )


def _send(server: MailServer, letter: Letter) -> Outcome:
    try:
        send_letter(server, letter)
    except NotSent as failure:
        return Outcome(is_sent=False, is_final=failure.is_final)
    return Outcome(is_sent=True)
