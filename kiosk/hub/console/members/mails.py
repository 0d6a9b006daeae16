"""Mails at the console that belong to no conversation, each with the reason, until somebody has dealt with them."""

from fastapi import APIRouter
from msgspec import Struct
from starlette.responses import RedirectResponse, Response

from kiosk.hub.console.desk import Desk, DeskDep
from kiosk.hub.models.conversation.stray_mail import StrayMail, close_stray_mail, find_stray_mail, list_stray_mails
from kiosk.hub.problem import Problem
from kiosk.hub.text.moment import format_moment
from kiosk.hub.text.words import choose_words

MAILS = "/console/mails"
_MOST = 100

router = APIRouter(include_in_schema=False)


class MailView(Struct, frozen=True):
    """A mail as the page prints it; `reason` says why it is here."""

    id: str
    sender: str
    subject: str
    text: str
    moment: str
    reason: str


@router.get(MAILS)
def show_mails(desk: DeskDep) -> Response:
    """Show those that wait, the latest first."""
    with desk.hub.database.read() as session:
        mails = [_view(desk, mail) for mail in list_stray_mails(session, desk.store.id, _MOST)]
    return desk.show("console_mails.html", {"mails": mails})


@router.post(f"{MAILS}/{{mail_id}}/done")
def post_done(desk: DeskDep, mail_id: str) -> Response:
    """Note that it was dealt with: what it said is forgotten."""
    with desk.hub.database.erase() as session:
        mail = find_stray_mail(session, desk.store.id, mail_id)
        if mail is None:
            raise Problem(404, "not_found", "This store has no such mail.")
        close_stray_mail(mail, desk.hub.now())
    return RedirectResponse(f"{MAILS}?said=mail_done", 303)


def _view(desk: Desk, mail: StrayMail) -> MailView:
    words = choose_words(desk.words["page"]["language"])
    moment = format_moment(mail.came_at, desk.hub.now(), desk.store.time_zone, words)
    return MailView(mail.id_hash, mail.sender, mail.subject, mail.text, moment, desk.words["mails"][mail.reason])
