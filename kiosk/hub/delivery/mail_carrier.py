"""Brings it by e-mail, to an address that proved to be hers."""

from sqlalchemy.orm import Session

from kiosk.contract.phrase import choose_phrase
from kiosk.hub.context import Hub
from kiosk.hub.delivery.carrier import Outcome, Sending
from kiosk.hub.domain.consent.allowance import find_mail_address
from kiosk.hub.domain.digest import digest
from kiosk.hub.mail.letter import Letter
from kiosk.hub.mail.mail_server import MailServer
from kiosk.hub.mail.sending import NotSent, send_letter
from kiosk.hub.models.catalogue.offer import Offer
from kiosk.hub.models.conversation.bookmark import Bookmark
from kiosk.hub.models.conversation.message import Message
from kiosk.hub.models.conversation.reply_address import ReplyAddress, give_reply_address
from kiosk.hub.models.store.store import get_store
from kiosk.hub.replies.reply_to import write_reply_address
from kiosk.hub.text.message_words import choose_message_words
from kiosk.hub.web.links import link_account

_TOKEN_LETTERS = 32
"""Hex digits, for an address may lose its capitals on its way."""


class MailCarrier:
    """The channel of e-mail; without a mail server there is none. She reads and answers at her account's page."""

    def __init__(self, hub: Hub) -> None:
        self._hub = hub
        self._server = hub.settings.mail

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
        settings, reply_to = self._hub.settings, self._find_reply_address(session, message)
        template = words.mail_to_answer if reply_to else words.mail
        return Letter(
            to=address,
            sender_name=store.name,
            subject=words.subject.format(offer=title),
            text=template.format(store=store.name, text=message.text, url=link_account(settings.public_url)),
            id=f"message-{message.id}",
            written_at=message.written_at,
            reply_to=reply_to,
        )

    def _find_reply_address(self, session: Session, message: Message) -> str | None:
        """The address of this message, by which an answer is known; `None`: answers do not come in by mail."""
        intake = self._hub.settings.replies
        if intake is None:
            return None
        token = digest(self._hub.mint())[:_TOKEN_LETTERS]
        address = ReplyAddress(message_id=message.id, token=token, made_at=self._hub.now())
        return write_reply_address(intake.address, give_reply_address(session, address))


def _send(server: MailServer, letter: Letter) -> Outcome:
    try:
        send_letter(server, letter)
    except NotSent as failure:
        return Outcome(is_sent=False, is_final=failure.is_final)
    return Outcome(is_sent=True)
