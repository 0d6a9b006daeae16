"""A member's visit as it is printed: her way, her round of stamps, and what she gathered."""

from collections.abc import Sequence

from msgspec import Struct
from sqlalchemy.orm import Session

from kiosk.contract.phrase import choose_phrase
from kiosk.hub.domain.leaving.departure import see_leaving
from kiosk.hub.domain.leaving.going import print_charge_time
from kiosk.hub.domain.leaving.judgement import find_doubt
from kiosk.hub.domain.leaving.shown import forget_shown
from kiosk.hub.domain.visit.guidance import Goal, Guidance, gather_guidance
from kiosk.hub.domain.visit.unpaid import is_unpaid
from kiosk.hub.domain.visit.visit import find_running
from kiosk.hub.models.basket.basket_line import list_basket_lines
from kiosk.hub.models.catalogue.offer import state_offer
from kiosk.hub.models.members.member import Member, list_kin
from kiosk.hub.models.store.department import Department, name_zone
from kiosk.hub.models.visit.visit import Visit, find_last_ended
from kiosk.hub.pages.visit.visit_request import VisitRequest
from kiosk.hub.text.leaving_words import choose_leaving_words
from kiosk.hub.text.moment import format_moment
from kiosk.hub.text.money import format_money
from kiosk.hub.web.links import link_dot


class GoalView(Struct, frozen=True):
    """A kept offer with the way to it; `way` is empty where the store says none, `picture` where it has none."""

    title: str
    picture: str
    way: str


class LeavingView(Struct, frozen=True):
    """What ending her visit does about money, and what the button says that does it; it charges this `bill`, if any.

    By `dot` her phone says that it shows that.
    """

    text: str
    button: str
    bill: str = ""
    dot: str = ""


class GoingView(Struct, frozen=True):
    """That an exit saw her go, what she is charged for it, and the button by which she is still there."""

    title: str
    text: str
    button: str


class MissionView(Struct, frozen=True):
    """Her stamp card on this visit: how far she is, and where a stamp waits, with the way there."""

    have: int
    of: int
    count: str
    waiting: list[str]


def view_visit(own: VisitRequest, session: Session) -> dict[str, object]:
    """What the page prints; that a visit is over by now is noted by looking."""
    member = own.get_member(session)
    running = find_running(own.hub, session, member)
    if running is None:
        last = find_last_ended(session, list_kin(session, member.key))
        said = _say_last(own, last) if last else ""
        return {"running": False, "last": said, "basket": _count_basket(own, session, member)}
    guidance = gather_guidance(session, member, own.hub.now())
    return {
        "running": True,
        "came": own.phrases.ways[running.way].format(moment=_print_moment(own, running)),
        "goals": [_view_goal(own, goal) for goal in guidance.goals],
        "mission": _view_mission(own, guidance),
        "seen": [name_zone(zone, guidance.departments, own.words.language) for zone in running.zones],
        "basket": _count_basket(own, session, member),
        "leaving": _foresee(own, session, running),
        "going": _view_going(own, session, running),
    }


def _foresee(own: VisitRequest, session: Session, running: Visit) -> LeavingView:
    """What ending it would charge, or why it would not; no text where she lets nothing be charged, or carries nothing.

    A button that charges says how much.
    """
    leaving = see_leaving(own.hub, session, running, "word") if is_unpaid(session, running) else None
    if leaving is None:
        return LeavingView("", own.phrases.end)
    words, due, bill = choose_leaving_words(own.words.language), leaving.standing.due, leaving.standing.bill
    doubt = find_doubt(leaving, bill)
    if doubt is not None:
        return LeavingView(words.foreseen_not.format(doubt=words.doubts[doubt]), own.phrases.end)
    forget_shown(session, leaving.member, bill)
    amount = format_money(due.amount, due.currency, words.language)
    dot = link_dot(own.store.id, bill, own.hub.mint()) if own.page.is_seen else ""
    return LeavingView(words.foreseen.format(amount=amount), words.leave.format(amount=amount), bill, dot)


def _view_going(own: VisitRequest, session: Session, running: Visit) -> GoingView | None:
    """What she was told alone; `None` where it does not hold any more."""
    leaving = see_leaving(own.hub, session, running, "exit") if running.told else None
    if leaving is None or leaving.standing.bill != running.told:
        return None
    words, due = choose_leaving_words(own.words.language), leaving.standing.due
    amount, time = format_money(due.amount, due.currency, words.language), print_charge_time(session, running)
    return GoingView(words.going_title, words.going_text.format(time=time, amount=amount), words.still_here)


def _view_goal(own: VisitRequest, goal: Goal) -> GoalView:
    language = own.words.language
    stated = state_offer(goal.offer, own.hub.now())
    image = stated.image_portrait or stated.image
    way = _say_way(own, goal.department) if goal.department else ""
    return GoalView(choose_phrase(goal.offer.title, language), image.url if image else "", way)


def _say_way(own: VisitRequest, department: Department) -> str:
    language = own.words.language
    title, way = choose_phrase(department.title, language), choose_phrase(department.way, language)
    return own.phrases.way_to.format(department=title, way=way)


def _view_mission(own: VisitRequest, guidance: Guidance) -> MissionView | None:
    """`None` where the store has no card, or she does not let it be known which departments she comes by."""
    card = guidance.card
    if card is None or not card.is_allowed:
        return None
    have, of = len(card.zones), card.stamps.departments
    count = own.phrases.mission_count.format(have=have, count=of)
    return MissionView(have, of, count, _say_ways(own, guidance.open_departments))


def _say_ways(own: VisitRequest, departments: Sequence[Department]) -> list[str]:
    return [_say_way(own, department) for department in departments]


def _count_basket(own: VisitRequest, session: Session, member: Member) -> str:
    count = len(list_basket_lines(session, list_kin(session, member.key)))
    phrase = own.phrases.basket_one if count == 1 else own.phrases.basket_several
    return phrase.format(count=count) if count else ""


def _say_last(own: VisitRequest, visit: Visit) -> str:
    end = own.phrases.ends[visit.ended_by or "left"]
    return own.phrases.last.format(moment=_print_moment(own, visit), end=end)


def _print_moment(own: VisitRequest, visit: Visit) -> str:
    return format_moment(visit.began_at, own.hub.now(), own.store.time_zone, own.words)
