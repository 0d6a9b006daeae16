"""What becomes of a mail that was put aside: it comes to its sender's conversation, or the store writes back."""

from collections.abc import Iterator

from sqlalchemy.orm import Session

from kiosk.hub.context import Hub
from kiosk.hub.domain.conversation.conversation import Said, hear_member
from kiosk.hub.domain.conversation.page import Page, make_own_page
from kiosk.hub.mail.letter import Letter
from kiosk.hub.models.conversation.message import LONGEST, clean_text
from kiosk.hub.models.conversation.stray_mail import StrayMail, close_stray_mail
from kiosk.hub.models.members.account import find_account_by_address
from kiosk.hub.models.members.member import Member
from kiosk.hub.models.store.store import get_store
from kiosk.hub.replies.reply_to import make_token, write_reply_address

_LONGEST_SUBJECT = 200


def join_subject(subject: str, text: str) -> str:
    """What a mail says that begins with its subject, and answers nothing."""
    return f"{clean_text(subject)}\n\n{text}".strip()


def find_owner(session: Session, mail: StrayMail) -> Page | None:
    """The page of all messages of who sent it; `None`: it is of no member's address, or that is not sure."""
    account = find_account_by_address(session, mail.store_id, mail.sender) if mail.is_proven else None
    return make_own_page(session.get_one(Member, account.member_key)) if account else None


def hear_aside(hub: Hub, session: Session, mail: StrayMail, page: Page) -> None:
    """Have it said on this page, in as many messages as it takes; it waits no more."""
    for number, part in enumerate(_split(join_subject(mail.subject, mail.text))):
        hear_member(hub, session, page, Said(part, "email", f"mail:{mail.id_hash}:{number}"))
    close_stray_mail(mail, hub.now())


def prove_sender(hub: Hub, session: Session, mail: StrayMail) -> Page | None:
    """Note that it is of that address; a member's is said on her page, which is given back."""
    mail.is_proven = True
    page = find_owner(session, mail)
    if page is not None:
        hear_aside(hub, session, mail, page)
    return page


def write_back(hub: Hub, session: Session, mail: StrayMail, text: str) -> Letter:
    """A mail of the store's to who sent it; who answers it shows by its token that she reads that address's mails."""
    intake = hub.settings.replies
    token = mail.token or make_token(hub.mint())
    mail.token = token
    store = get_store(session, mail.store_id)
    return Letter(
        to=mail.sender,
        sender_name=store.name,
        subject=f"Re: {mail.subject.removeprefix('Re: ')}"[:_LONGEST_SUBJECT],
        text=f"{text}\n\n{store.name}\n",
        id=f"aside-{hub.mint()}",
        written_at=hub.now(),
        reply_to=write_reply_address(intake.address, token) if intake else None,
    )


def _split(text: str) -> Iterator[str]:
    """The text in parts that are no longer than a message may be, between words where there are any."""
    rest = text
    while len(rest) > LONGEST:
        end = max(rest.rfind(mark, 1, LONGEST) for mark in ("\n", " "))
        end = end if end > 0 else LONGEST
        yield rest[:end].strip()
        rest = rest[end:].strip()
    yield rest
