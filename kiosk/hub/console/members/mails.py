"""Mails at the console that belong to no conversation, each with the reason, until somebody has dealt with them."""

from fastapi import APIRouter
from msgspec import Struct
from sqlalchemy.orm import Session
from starlette.responses import RedirectResponse, Response

from kiosk.hub.console.desk import Desk, DeskDep
from kiosk.hub.console.form.form import get_text
from kiosk.hub.console.members.inbox import INBOX
from kiosk.hub.domain.conversation.aside import find_owner, hear_aside, write_back
from kiosk.hub.domain.conversation.conversation import open_conversation
from kiosk.hub.mail.sending import NotSent, send_letter
from kiosk.hub.models.conversation.message import LONGEST, clean_text
from kiosk.hub.models.conversation.stray_mail import StrayMail, close_stray_mail, find_stray_mail, list_stray_mails
from kiosk.hub.problem import Problem
from kiosk.hub.text.message_words import choose_message_words
from kiosk.hub.text.moment import format_moment
from kiosk.hub.text.words import choose_words

MAILS = "/console/mails"
_MAIL = f"{MAILS}/{{mail_id}}"
_MOST = 100

router = APIRouter(include_in_schema=False)


class MailView(Struct, frozen=True):
    """A mail as the page prints it; `reason` says why it is here, and `answered` when the store wrote `answer` back.

    `is_hers`: it is sure that a member's address sent it; else `may_prove`: its sender can be asked for that.
    """

    id: str
    sender: str
    subject: str
    text: str
    moment: str
    reason: str
    answer: str
    answered: str
    is_hers: bool
    may_prove: bool


class Draft(Struct, frozen=True):
    """An answer that could not be sent, to the mail of this id, and why."""

    id: str = ""
    text: str = ""
    complaint: str = ""


@router.get(MAILS)
def show_mails(desk: DeskDep) -> Response:
    """Show those that wait, the latest first."""
    return _show(desk, Draft())


@router.post(f"{_MAIL}/done")
def post_done(desk: DeskDep, mail_id: str) -> Response:
    """Note that it was dealt with: what it said is forgotten."""
    with desk.hub.database.erase() as session:
        close_stray_mail(_get_mail(desk, session, mail_id), desk.hub.now())
    return RedirectResponse(f"{MAILS}?said=mail_done", 303)


@router.post(f"{_MAIL}/attach")
def post_attach(desk: DeskDep, mail_id: str) -> Response:
    """Have it said in the conversation of whose proved address sent it, and lead there."""
    with desk.hub.database.write() as session:
        mail = _get_mail(desk, session, mail_id)
        page = find_owner(session, mail)
        if page is None:
            raise Problem(409, "mail_unproven", "It is not sure which member this mail is of.")
        hear_aside(desk.hub, session, mail, page)
        conversation = open_conversation(desk.hub, session, page.member_key).id
    return RedirectResponse(f"{INBOX}/{conversation}?said=mail_attached", 303)


@router.post(f"{_MAIL}/answer")
def post_answer(desk: DeskDep, mail_id: str) -> Response:
    """Answer by mail, as the store."""
    text = clean_text(get_text(desk.form, "text"))
    if not text or len(text) > LONGEST:
        phrases = desk.words["inbox"]
        complaint = phrases["text_too_long"].format(most=LONGEST) if text else phrases["text_missing"]
        return _show(desk, Draft(mail_id, text, complaint), 400)
    return _send(desk, mail_id, text)


@router.post(f"{_MAIL}/ask")
def post_question(desk: DeskDep, mail_id: str) -> Response:
    """Ask by mail whether it is of who reads the mails of that address: an answer to that proves it."""
    return _send(desk, mail_id, choose_message_words(desk.store.language).prove)


def _send(desk: Desk, mail_id: str, text: str) -> Response:
    """Have the mail server take it; the same answer goes out once, however often it is sent here."""
    server = desk.hub.settings.mail
    with desk.hub.database.write() as session:
        mail = _get_mail(desk, session, mail_id)
        if server is None or not mail.sender:
            raise Problem(409, "mail_unanswerable", "Nobody can be answered by mail here.")
        is_repeat = mail.answer == text
        letter = write_back(desk.hub, session, mail, text)
    if not is_repeat:
        try:
            send_letter(server, letter)
        except NotSent:
            return _show(desk, Draft(mail_id, text, desk.words["mails"]["not_sent"]), 502)
        with desk.hub.database.write() as session:
            mail = _get_mail(desk, session, mail_id)
            mail.answer, mail.answered_at = text, desk.hub.now()
    return RedirectResponse(f"{MAILS}?said=mail_answered", 303)


def _get_mail(desk: Desk, session: Session, mail_id: str) -> StrayMail:
    mail = find_stray_mail(session, desk.store.id, mail_id)
    if mail is None:
        raise Problem(404, "not_found", "This store has no such mail.")
    return mail


def _show(desk: Desk, draft: Draft, status: int = 200) -> Response:
    with desk.hub.database.read() as session:
        mails = [_view(desk, session, mail) for mail in list_stray_mails(session, desk.store.id, _MOST)]
    may_answer = desk.hub.settings.mail is not None
    values = {"mails": mails, "draft": draft, "may_answer": may_answer, "longest": LONGEST}
    return desk.show("console_mails.html", values, status)


def _view(desk: Desk, session: Session, mail: StrayMail) -> MailView:
    phrases, now = desk.words["mails"], desk.hub.now()
    words = choose_words(desk.words["page"]["language"])
    moments = [format_moment(at, now, desk.store.time_zone, words) for at in (mail.came_at, mail.answered_at) if at]
    return MailView(
        id=mail.id_hash,
        sender=mail.sender,
        subject=mail.subject,
        text=mail.text,
        moment=moments[0],
        reason=phrases[mail.reason],
        answer=mail.answer,
        answered=phrases["wrote_back"].format(moment=moments[-1]) if mail.answered_at else "",
        is_hers=find_owner(session, mail) is not None,
        may_prove=bool(mail.sender) and not mail.is_proven,
    )
