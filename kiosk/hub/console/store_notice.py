"""The store's notice at the console: written, looked at, sent to all screens and withdrawn."""

from collections.abc import Mapping
from types import MappingProxyType

from fastapi import APIRouter
from sqlalchemy.orm import Session
from starlette.responses import RedirectResponse, Response

from kiosk.hub.console.desk import Desk, DeskDep
from kiosk.hub.console.field_reader import Complaint, FieldReader
from kiosk.hub.console.form import get_text
from kiosk.hub.fleet.commands import hang_notice
from kiosk.hub.models.notice import Notice, find_notice
from kiosk.hub.mqtt.messages import LEVELS
from kiosk.hub.text.moment import format_moment
from kiosk.hub.text.words import choose_words

NOTICE = "/console/notice"
LONGEST = 160
FIELDS = ("text_de", "text_en", "level", "until")
_SEND = "send"
_BLANK: Mapping[str, str] = MappingProxyType({**dict.fromkeys(FIELDS, ""), "level": "warning"})

router = APIRouter(include_in_schema=False)


@router.get(NOTICE)
def show_notice(desk: DeskDep) -> Response:
    """Show what hangs now, and an empty form."""
    return _show(desk, _BLANK)


@router.post(NOTICE)
def post_notice(desk: DeskDep) -> Response:
    """Have all screens show what is typed; or only preview it, or say what is wrong."""
    texts = {name: get_text(desk.form, name) for name in FIELDS}
    if get_text(desk.form, "intent") != _SEND:
        return _show(desk, texts)
    notice, complaints = _draft(desk, texts)
    if complaints:
        return _show(desk, texts, complaints)
    if not hang_notice(desk.hub, desk.store.id, notice):
        return _show(desk, texts, {"line": Complaint("no_line")})
    with desk.hub.database.write() as session:
        session.merge(notice)
    return RedirectResponse(f"{NOTICE}?said=notice_sent", 303)


@router.post(f"{NOTICE}/withdraw")
def post_withdraw(desk: DeskDep) -> Response:
    """Have no screen show it any more."""
    if not hang_notice(desk.hub, desk.store.id, None):
        return _show(desk, _BLANK, {"line": Complaint("no_line")})
    with desk.hub.database.write() as session:
        _forget(session, desk.store.id)
    return RedirectResponse(f"{NOTICE}?said=notice_withdrawn", 303)


def _forget(session: Session, store_id: str) -> None:
    notice = find_notice(session, store_id)
    if notice:
        session.delete(notice)


def _draft(desk: Desk, texts: Mapping[str, str]) -> tuple[Notice, dict[str, Complaint]]:
    """The notice as it would be sent, and by field what keeps it from that."""
    reader = FieldReader(texts, desk.store.time_zone)
    words, until = reader.read_words("text", LONGEST), reader.read_moment("until")
    if not any(letter.isalnum() for text in words.values() for letter in text):
        reader.complaints.setdefault("text_de", Complaint("notice_missing"))
    if until and until <= desk.hub.now():
        reader.complaints["until"] = Complaint("is_past")
    if texts["level"] not in LEVELS:
        reader.complaints["level"] = Complaint("no_level")
    notice = Notice(
        store_id=desk.store.id,
        text=words,
        level=texts["level"],
        until=until,
        sent_by=desk.person.name,
        sent_at=desk.hub.now(),
    )
    return notice, reader.complaints


def _show(desk: Desk, texts: Mapping[str, str], complaints: Mapping[str, Complaint] = MappingProxyType({})) -> Response:
    phrases = desk.words["complaints"]
    with desk.hub.database.read() as session:
        hanging = find_notice(session, desk.store.id)
    values = {
        "hanging": hanging,
        "told": _tell(desk, hanging),
        "texts": texts,
        "levels": [(level, desk.words["store_notice"][level]) for level in LEVELS],
        "complaints": {name: phrases[one.name].format(most=one.most) for name, one in complaints.items()},
        "may_change": desk.may("POST", NOTICE),
    }
    return desk.show("console_store_notice.html", values, 400 if complaints else 200)


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
