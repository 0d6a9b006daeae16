"""The store's notice at the console: written, looked at, sent to all screens and withdrawn."""

from collections.abc import Mapping
from types import MappingProxyType

from fastapi import APIRouter
from starlette.responses import RedirectResponse, Response

from kiosk.contract.notice_text import LONGEST, MOST_LINES
from kiosk.hub.console.desk import Desk, DeskDep
from kiosk.hub.console.form.field_reader import Complaint
from kiosk.hub.console.form.form import get_text
from kiosk.hub.console.notices.notice_form import BLANK, FIELDS, draft_notice
from kiosk.hub.console.notices.notice_picture import list_pictures
from kiosk.hub.fleet.notices import hang_notice
from kiosk.hub.models.screens.notice import Notice, find_notice, withdraw_notice
from kiosk.hub.mqtt.messages import LEVELS
from kiosk.hub.text.moment import format_moment
from kiosk.hub.text.words import choose_words

NOTICE = "/console/notice"
_SEND = "send"

router = APIRouter(include_in_schema=False)


@router.get(NOTICE)
def show_notice(desk: DeskDep) -> Response:
    """Show what hangs now, and an empty form."""
    return _show(desk, BLANK)


@router.post(NOTICE)
def post_notice(desk: DeskDep) -> Response:
    """Have all screens show what is typed; or only preview it, or say what is wrong."""
    texts = {name: get_text(desk.form, name) for name in FIELDS}
    if get_text(desk.form, "intent") != _SEND:
        return _show(desk, texts)
    notice, complaints = draft_notice(desk, texts)
    if complaints:
        return _show(desk, texts, complaints)
    with desk.hub.database.write() as session:
        session.merge(notice)
    return _hang(desk, "notice_sent")


@router.post(f"{NOTICE}/withdraw")
def post_withdraw(desk: DeskDep) -> Response:
    """Have no screen show one any more, wherever it came from."""
    with desk.hub.database.write() as session:
        withdraw_notice(session, desk.store.id, desk.hub.now())
    return _hang(desk, "notice_withdrawn")


def _hang(desk: Desk, said: str) -> Response:
    """Tell the screens what is kept by now, and say so on the page only where the broker took it."""
    is_taken = hang_notice(desk.hub, desk.store.id)
    return RedirectResponse(f"{NOTICE}?said={said}" if is_taken else NOTICE, 303)


def _show(desk: Desk, texts: Mapping[str, str], complaints: Mapping[str, Complaint] = MappingProxyType({})) -> Response:
    with desk.hub.database.read() as session:
        hanging = find_notice(session, desk.store.id)
    values = {
        "hanging": hanging,
        "hanging_pictures": list_pictures(desk.hub.themes, _write_texts(hanging)) if hanging else {},
        "pictures": list_pictures(desk.hub.themes, texts),
        "state": _name_state(hanging),
        "told": _tell(desk, hanging),
        "texts": texts,
        "most": LONGEST,
        "lines": MOST_LINES,
        "levels": [(level, desk.words["store_notice"][level]) for level in LEVELS],
        "complaints": {name: _complain(desk, name, complaint) for name, complaint in complaints.items()},
        "may_change": desk.may("POST", NOTICE),
        "has_line": desk.hub.line is not None and desk.hub.line.is_up(),
    }
    return desk.show("console_store_notice.html", values, 400 if complaints else 200)


def _write_texts(hanging: Notice) -> dict[str, str]:
    """What hangs, as the form would have it."""
    return {"text_de": hanging.text.get("de", ""), "text_en": hanging.text.get("en", ""), "level": hanging.level}


def _complain(desk: Desk, field: str, complaint: Complaint) -> str:
    label = desk.words["offer"].get(field, "")
    return desk.words["complaints"][complaint.name].format(most=complaint.most, field=label)


def _name_state(hanging: Notice | None) -> str:
    """What the page says of it; a broker that was told may not have taken it yet."""
    if hanging is None:
        return "none"
    if hanging.withdrawn_at:
        return "leaving"
    return "hanging" if hanging.taken_at else "kept"


def _tell(desk: Desk, hanging: Notice | None) -> str:
    """Who sent it when, and until when it hangs."""
    if hanging is None:
        return ""
    words, now = choose_words(desk.words["page"]["language"]), desk.hub.now()
    phrases, time_zone = desk.words["store_notice"], desk.store.time_zone
    sent = phrases["sent"].format(moment=format_moment(hanging.sent_at, now, time_zone, words), person=hanging.sent_by)
    if hanging.until is None:
        return sent
    name = "ended" if hanging.until <= now else "ends"
    return f"{sent} {phrases[name].format(moment=format_moment(hanging.until, now, time_zone, words))}"
