"""The page on which a member reads what she did here, what follows from it, and why she belongs where she does."""

from fastapi import APIRouter
from starlette.responses import RedirectResponse, Response

from kiosk.hub.domain.profile.portrait import draw_portrait
from kiosk.hub.domain.profile.timeline import read_timeline
from kiosk.hub.models.member import Member, find_person
from kiosk.hub.models.store import get_store
from kiosk.hub.pages.own_claim import find_own_claim
from kiosk.hub.problem import Problem
from kiosk.hub.text.profile_words import PROFILE_WORDS
from kiosk.hub.web.finding_view import view_membership
from kiosk.hub.web.time_mark import read_mark, write_mark
from kiosk.hub.web.timeline_view import view_days
from kiosk.hub.web.visit import VisitDep

router = APIRouter(include_in_schema=False)


@router.get("/c/{token}/me/history")
def show_timeline(visit: VisitDep, token: str, before: str | None = None) -> Response:
    """Show it to a browser of her own; whoever only looks ahead is led back to the claim."""
    if not visit.is_proven:
        return RedirectResponse(f"/c/{token}", 303)
    with visit.hub.database.write() as session:
        own = find_own_claim(visit, session, token, opens=True)
        if not own.is_hers:
            raise Problem(403, "counter_needed", "The browser is not known to be the member's own.")
        member = find_person(session, session.get_one(Member, own.bookmark.member_key))
        store = get_store(session, own.bookmark.store_id)
        page = read_timeline(session, member, visit.hub.now(), read_mark(before))
        portrait = draw_portrait(session, member, visit.hub.now())
    words = visit.choose_words(own.bookmark.language)
    phrases = PROFILE_WORDS[words.language]
    memberships = portrait.memberships if portrait else ()
    values = {
        "token": token,
        "store": store.name,
        "phrases": phrases,
        "memberships": [view_membership(one, phrases) for one in memberships if one.is_in],
        "days": view_days(page, store.time_zone, words),
        "before": page.before and write_mark(page.before),
    }
    return visit.show("timeline.html", words, values)
