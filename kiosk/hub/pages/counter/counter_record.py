"""The record of who saw what of a member, by a handshake or without her; she reads it on her phone."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from itertools import groupby
from operator import itemgetter
from zoneinfo import ZoneInfo

from fastapi import APIRouter
from msgspec import Struct
from sqlalchemy.orm import Session
from starlette.responses import Response

from kiosk.contract.phrase import choose_phrase
from kiosk.hub.domain.handshake.meeting import read_agreement
from kiosk.hub.models.catalogue.offer import find_offer
from kiosk.hub.models.handshake.handshake import Handshake, list_asked
from kiosk.hub.models.handshake.handshake_step import HandshakeStep, list_steps
from kiosk.hub.models.people.record_look import RecordLook, list_record_looks
from kiosk.hub.pages.visitor.own_phone import COUNTER, OwnPhone, OwnPhoneDep
from kiosk.hub.text.moment import format_day

router = APIRouter(include_in_schema=False)
_MOST = 50


class StepView(Struct, frozen=True):
    """A step as it is printed: when, and what it was."""

    time: str
    text: str


class MeetingView(Struct, frozen=True):
    """A handshake with its steps, the first first; or a day's looks of one of the staff, without a handshake.

    `role` is what she was who looked so; empty: it was a handshake.
    """

    day: str
    clerk: str
    steps: tuple[StepView, ...]
    role: str = ""


@router.get(COUNTER + "/looks")
def show_looks(phone: OwnPhoneDep) -> Response:
    """Show the latest first."""
    with phone.hub.database.read() as session:
        kin = phone.list_kin(session)
        asked = list_asked(session, kin)[:_MOST]
        shown = zip((handshake.began_at for handshake in asked), view_record(phone, session, asked), strict=True)
        seen = [*shown, *_view_looks(phone, list_record_looks(session, kin, _MOST))]
    meetings = [meeting for _, meeting in sorted(seen, key=itemgetter(0), reverse=True)]
    return phone.show("counter_looks.html", {"meetings": meetings})


def view_record(phone: OwnPhone, session: Session, handshakes: Sequence[Handshake]) -> list[MeetingView]:
    """What became of each of these handshakes."""
    steps = list_steps(session, [handshake.id for handshake in handshakes])
    return [
        MeetingView(
            day=format_day(handshake.began_at, phone.store.time_zone, phone.words),
            clerk=handshake.clerk or "",
            steps=(
                *(_view_step(phone, session, handshake, one) for one in steps if one.handshake_id == handshake.id),
                *_tell_end(phone, handshake),
            ),
        )
        for handshake in handshakes
    ]


def _view_looks(phone: OwnPhone, looks: Sequence[RecordLook]) -> Iterator[tuple[datetime, MeetingView]]:
    """Looks that nobody confirmed, by day and person, each with its latest time."""
    for (day, clerk, role), group in groupby(looks, lambda look: (_print_day(phone, look), look.clerk, look.role)):
        several = list(group)
        steps = (
            StepView(_print_span(phone, look.happened_at, look.until), phone.phrases.records[look.record])
            for look in reversed(several)
        )
        yield several[0].happened_at, MeetingView(day, clerk, tuple(steps), phone.phrases.roles[role])


def _print_day(phone: OwnPhone, look: RecordLook) -> str:
    return format_day(look.happened_at, phone.store.time_zone, phone.words)


def _view_step(phone: OwnPhone, session: Session, handshake: Handshake, step: HandshakeStep) -> StepView:
    phrases = phone.phrases
    about = phrases.shares.get(step.about, "")
    if step.kind == "confirmed":
        about = ", ".join(phrases.shares[one] for one in handshake.shares) or phrases.sees_nothing
    elif not about and (offer := find_offer(session, step.about)):
        about = choose_phrase(offer.title, phone.words.language)
    return StepView(_print_span(phone, step.happened_at, step.until), phrases.steps[step.kind].format(about=about))


def _tell_end(phone: OwnPhone, handshake: Handshake) -> list[StepView]:
    """That it ended by itself is no step: nobody did anything."""
    is_over = read_agreement(phone.hub, handshake).state == "expired"
    return [StepView(_print_span(phone, handshake.due_at), phone.phrases.ran_out)] if is_over else []


def _print_span(phone: OwnPhone, begin: datetime, end: datetime | None = None) -> str:
    zone = ZoneInfo(phone.store.time_zone)
    times = [moment.astimezone(zone).strftime("%H:%M") for moment in (begin, end or begin)]
    if times[0] == times[1]:
        return times[0]
    return phone.phrases.while_.format(begin=times[0], end=times[1])
