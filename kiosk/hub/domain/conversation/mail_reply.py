"""How a member's mail becomes a message in her conversation, and what becomes of all other mails."""

import re
from typing import Literal, TypeAlias

from msgspec.structs import replace
from sqlalchemy import select
from sqlalchemy.orm import Session

from kiosk.hub.context import Hub
from kiosk.hub.domain.conversation.aside import join_subject, prove_sender
from kiosk.hub.domain.conversation.conversation import Said, hear_member, tell_member
from kiosk.hub.domain.conversation.page import Page, get_page, make_own_page
from kiosk.hub.models.conversation.message import LONGEST, Message, clean_text
from kiosk.hub.models.conversation.reply_address import find_mailed
from kiosk.hub.models.conversation.stray_mail import StrayMail, find_answered_mail, put_aside
from kiosk.hub.models.members.account import Account
from kiosk.hub.models.members.member import Member, select_kin
from kiosk.hub.models.store.store import list_stores
from kiosk.hub.replies.arrival import Arrival, Unreadable, hash_arrival, read_arrival
from kiosk.hub.replies.intake import Intake
from kiosk.hub.replies.reply_to import read_token
from kiosk.hub.replies.verdict import is_proven
from kiosk.hub.text.message_words import choose_message_words

Outcome: TypeAlias = Literal[
    "heard",
    "repeated",
    "automatic",
    "empty",
    "unreadable",
    "no_thread",
    "stranger",
    "unproven",
    "too_long",
    "answered",
]
"""What became of a mail: of the last six, the staff decides."""
_LONGEST_ASIDE = 10_000
_MAILED = re.compile(r"message-([0-9]{1,15})@(\S+)")


def take_mail(hub: Hub, intake: Intake, raw: bytes) -> Outcome:
    """Have a mail said where it belongs, once; or put it aside for the staff, with the reason."""
    try:
        arrival = _read_clean(raw)
    except Unreadable:
        return put_unreadable_aside(hub, raw)
    if arrival.is_automatic or arrival.sender == intake.address:
        return "automatic"
    is_sure = intake.trusted is not None and is_proven(arrival.results, intake.trusted, arrival.sender)
    with hub.database.write() as session:
        answered = _find_answered(session, intake, arrival)
        if answered is not None:
            return _take_answer(hub, session, arrival, answered)
        mailed = _find_mailed(hub, session, intake, arrival, is_sure=is_sure)
        own = None if mailed or not is_sure else find_account_page(session, arrival.sender)
        page = get_page(session, mailed) if mailed else own
        letter = replace(arrival, text=join_subject(arrival.subject, arrival.text)) if own else arrival
        refusal = _find_refusal(session, intake, letter, page, is_sure=is_sure)
        if page is not None and refusal is None:
            return _hear(hub, session, letter, page)
        reason = refusal or "no_thread"
        mail = _make_mail(hub, arrival, reason, page.store_id if page else _choose_store(session, arrival.sender))
        mail.is_proven = is_sure or reason == "too_long"
        return _put_aside(session, mail, reason)


def find_account_page(session: Session, address: str) -> Page | None:
    """The page of all messages of whose account this address is; `None`: of nobody's, or of one in several stores."""
    members = session.scalars(select(Member).join(Account).where(Account.address == address)).all()
    return make_own_page(members[0]) if len(members) == 1 else None


def put_unreadable_aside(hub: Hub, raw: bytes) -> Outcome:
    """All that can be said of it is that it came: the mailbox has it still."""
    arrival = Arrival(hash_arrival(raw), sender="", subject="", recipients=(), answers=(), results=())
    with hub.database.write() as session:
        mail = _make_mail(hub, arrival, "unreadable", _choose_store(session, ""))
        return _put_aside(session, mail, "unreadable")


def _read_clean(raw: bytes) -> Arrival:
    """Without what no database keeps, and nobody can read."""
    arrival = read_arrival(raw)
    return replace(arrival, text=clean_text(arrival.text))


def _find_mailed(hub: Hub, session: Session, intake: Intake, arrival: Arrival, *, is_sure: bool) -> Message | None:
    """The message that it answers: by the token, which nobody knows but who got the mail.

    Our Message-IDs can be guessed, so they count only where it is sure who answers.
    """
    for address in arrival.recipients:
        token = read_token(address, intake.address)
        found = find_mailed(session, token, hub.now()) if token else None
        if found:
            return found
    own = [found for found in map(_MAILED.fullmatch, arrival.answers) if found and found[2] == _find_host(intake)]
    return next(filter(None, (session.get(Message, int(found[1])) for found in own)), None) if is_sure else None


def _find_host(intake: Intake) -> str:
    return intake.address.rpartition("@")[2]


def _find_refusal(
    session: Session, intake: Intake, arrival: Arrival, page: Page | None, *, is_sure: bool
) -> Outcome | None:
    if page is None:
        return "no_thread"
    if not _is_hers(session, page, arrival.sender):
        return "stranger"
    if intake.trusted is not None and not is_sure:
        return "unproven"
    return "too_long" if len(arrival.text) > LONGEST else None


def _is_hers(session: Session, page: Page, address: str) -> bool:
    """Whether this address proved to be hers."""
    query = select(Account.member_key).where(Account.address == address)
    return session.scalar(query.where(Account.member_key.in_(select_kin(page.member_key))).limit(1)) is not None


def _hear(hub: Hub, session: Session, arrival: Arrival, page: Page) -> Outcome:
    if not arrival.text and not arrival.has_files:
        return "empty"
    said = Said(arrival.text, "email", f"mail:{arrival.id_hash}")
    is_new = bool(arrival.text) and hear_member(hub, session, page, said)
    if arrival.has_files:
        kind_word = choose_message_words(page.language).no_files
        is_new |= tell_member(hub, session, page, Said(kind_word, "hub", f"mail-files:{arrival.id_hash}"))
    return "heard" if is_new else "repeated"


def _find_answered(session: Session, intake: Intake, arrival: Arrival) -> StrayMail | None:
    """The mail that was put aside and that this one goes on with: by the token, which went to this sender alone."""
    tokens = filter(None, (read_token(address, intake.address) for address in arrival.recipients))
    found = (find_answered_mail(session, token, arrival.sender) for token in tokens)
    return next(filter(None, found), None)


def _take_answer(hub: Hub, session: Session, arrival: Arrival, answered: StrayMail) -> Outcome:
    page = prove_sender(hub, session, answered)
    if page is not None and len(arrival.text) <= LONGEST:
        return _hear(hub, session, arrival, page)
    mail = _make_mail(hub, arrival, "answered", answered.store_id)
    mail.is_proven = True
    return _put_aside(session, mail, "answered")


def _make_mail(hub: Hub, arrival: Arrival, reason: Outcome, store_id: str) -> StrayMail:
    return StrayMail(
        id_hash=arrival.id_hash,
        store_id=store_id,
        reason=reason,
        sender=arrival.sender,
        subject=arrival.subject,
        text=arrival.text[:_LONGEST_ASIDE],
        came_at=hub.now(),
    )


def _put_aside(session: Session, mail: StrayMail, reason: Outcome) -> Outcome:
    return reason if put_aside(session, mail) else "repeated"


def _choose_store(session: Session, sender: str) -> str:
    """The store where somebody of this address has an account; else the first, whose mailbox it is."""
    query = select(Account.store_id).where(Account.address == sender).order_by(Account.store_id).limit(1)
    return session.scalar(query) or list_stores(session)[0].id
