"""The page on which a member reads what she did here, what follows from it, and why she belongs where she does."""

from fastapi import APIRouter
from starlette.responses import Response

from kiosk.hub.domain.profile.portrait import draw_portrait
from kiosk.hub.domain.profile.timeline import read_timeline
from kiosk.hub.models.members.member import find_person
from kiosk.hub.models.store.department import map_departments
from kiosk.hub.pages.visitor.hers import HersDep
from kiosk.hub.text.profile_words import PROFILE_WORDS
from kiosk.hub.web.finding_view import view_membership
from kiosk.hub.web.time_mark import read_mark, write_mark
from kiosk.hub.web.timeline_view import view_days

router = APIRouter(include_in_schema=False)
_OF_ACCOUNT, _OF_PHONE = "/account/history", "/c/{token}/me/history"


@router.get(_OF_ACCOUNT)
@router.get(_OF_PHONE)
def show_timeline(hers: HersDep, before: str | None = None) -> Response:
    """Show it."""
    with hers.hub.database.read() as session:
        member = find_person(session, hers.get_member(session))
        page = read_timeline(session, member, hers.hub.now(), read_mark(before))
        portrait = draw_portrait(session, member, hers.hub.now())
        departments = map_departments(session, hers.store.id)
    phrases = PROFILE_WORDS[hers.words.language]
    memberships = portrait.memberships if portrait else ()
    values = {
        "phrases": phrases,
        "memberships": [view_membership(one, phrases) for one in memberships if one.is_in],
        "days": view_days(page, hers.store.time_zone, hers.words, departments),
        "before": page.before and write_mark(page.before),
    }
    return hers.show("timeline.html", values)
