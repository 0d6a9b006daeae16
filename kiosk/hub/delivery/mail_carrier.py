"""Brings it by e-mail, to an address that proved to be hers."""

from sqlalchemy.orm import Session

from kiosk.contract.phrase import choose_phrase
from kiosk.hub.context import Hub
from kiosk.hub.delivery.carrier import Outcome, Sending
from kiosk.hub.domain.consent.allowance import find_mail_address
from kiosk.hub.domain.conversation.page import Page
from kiosk.hub.mail.letter import Letter
from kiosk.hub.mail.mail_server import MailServer
from kiosk.hub.mail.sending import NotSent, send_letter
from kiosk.hub.models.catalogue.offer import Offer
from kiosk.hub.models.conversation.bookmark import Bookmark
from kiosk.hub.models.conversation.message import Message
from kiosk.hub.models.conversation.reply_address import ReplyAddress, give_reply_address
from kiosk.hub.models.store.store import get_store
from kiosk.hub.replies.reply_to import make_token, write_reply_address
from kiosk.hub.text.message_words import MessageWords, choose_message_words
from kiosk.hub.web.links import link_messages

"""Hex digits, for an address may lose its capitals on its way."""


class MailCarrier:
    """The channel of e-mail; without a mail server there is none. She reads and answers at the page of her messages."""

    def __init__(self, hub: Hub) -> None:
        self._hub = hub
        self._server = hub.settings.mail

    def prepare(self, session: Session, page: Page, message: Message) -> Sending | None:
        """How to mail it; `None`: she has no address, or the hub no server."""
        server = self._server
        address = find_mail_address(session, page.member_key)
        if server is None or address is None:
            return None
        letter = self._write(session, page, message, address)
        return lambda: _send(server, letter)

    def _write(self, session: Session, page: Page, message: Message, address: str) -> Letter:
        store, words = get_store(session, page.store_id), choose_message_words(page.language)
        settings, reply_to = self._hub.settings, self._find_reply_address(session, message)
        template = words.mail_to_answer if reply_to else words.mail
        return Letter(
            to=address,
            sender_name=store.name,
            subject=_choose_subject(session, page, words),
            text=template.format(store=store.name, text=message.text, url=link_messages(settings.public_url)),
            id=f"message-{message.id}",
            written_at=message.written_at,
            reply_to=reply_to,
        )

    def _find_reply_address(self, session: Session, message: Message) -> str | None:
        """The address of this message, by which an answer is known; `None`: answers do not come in by mail."""
        intake = self._hub.settings.replies
        if intake is None:
            return None
        token = make_token(self._hub.mint())
        address = ReplyAddress(message_id=message.id, token=token, made_at=self._hub.now())
        return write_reply_address(intake.address, give_reply_address(session, address))


def _choose_subject(session: Session, page: Page, words: MessageWords) -> str:
    if page.bookmark_id is None:
        return words.rings
    bookmark = session.get_one(Bookmark, page.bookmark_id)
    title = choose_phrase(session.get_one(Offer, bookmark.offer_id).title, page.language)
    return words.subject.format(offer=title)


def _send(server: MailServer, letter: Letter) -> Outcome:
    try:
        send_letter(server, letter)
    except NotSent as failure:
        return Outcome(is_sent=False, is_final=failure.is_final)
    return Outcome(is_sent=True)
