"""A member at the console: found by what she shows or proved, with what she did, what follows, and who she is."""

from collections.abc import Mapping

from fastapi import APIRouter
from msgspec import Struct
from sqlalchemy.orm import Session
from starlette.responses import RedirectResponse, Response

from kiosk.hub.console.desk import Desk, DeskDep
from kiosk.hub.console.form.form import get_text
from kiosk.hub.domain.kept.redemption import find_kept
from kiosk.hub.domain.profile.merge import undo_merge
from kiosk.hub.domain.profile.portrait import Portrait, draw_portrait
from kiosk.hub.domain.profile.refresh import refresh_profile
from kiosk.hub.domain.profile.timeline import read_timeline
from kiosk.hub.mail.letter import read_address
from kiosk.hub.models.conversation.conversation import list_conversations
from kiosk.hub.models.members.account import find_account_by_address
from kiosk.hub.models.members.credential import list_card_kinds
from kiosk.hub.models.members.member import Member, find_member_by_key, list_kin
from kiosk.hub.models.people.record_look import note_record_look
from kiosk.hub.models.profile.identifier import list_identifiers
from kiosk.hub.models.profile.merge import Merge, list_merges
from kiosk.hub.models.store.department import Department, map_departments, name_zone
from kiosk.hub.problem import Problem
from kiosk.hub.text.moment import format_day
from kiosk.hub.text.profile_words import PROFILE_WORDS, ProfileWords
from kiosk.hub.text.words import choose_words
from kiosk.hub.web.finding_view import format_amount, view_membership
from kiosk.hub.web.time_mark import read_mark, write_mark
from kiosk.hub.web.timeline_view import view_days

MEMBERS = "/console/members"
_MOST_SHELVES = 8

router = APIRouter(include_in_schema=False)


class MergeView(Struct, frozen=True):
    """That two turned out to be one: when, and by what."""

    id: int
    day: str
    evidence: str


@router.get(MEMBERS)
def show_members(desk: DeskDep) -> Response:
    """Ask whom she means."""
    return desk.show("console_members.html", {"typed": "", "complaints": {}})


@router.post(MEMBERS)
def post_member(desk: DeskDep) -> Response:
    """Lead to the member whose code or mail address it is: neither stays in an address of ours."""
    typed = get_text(desk.form, "code").strip()[:128]
    with desk.hub.database.read() as session:
        member = find_said_member(desk, session, typed)
    if member is None:
        complaints = {"code": desk.words["complaints"]["member_unknown"]}
        return desk.show("console_members.html", {"typed": typed, "complaints": complaints}, 400)
    return RedirectResponse(f"{MEMBERS}/{member.key}", 303)


@router.get(f"{MEMBERS}/{{member_key}}")
def show_member(desk: DeskDep, member_key: str, before: str | None = None) -> Response:
    """Show what is known of her; that it was looked at is on her record."""
    now, language = desk.hub.now(), desk.words["page"]["language"]
    words, phrases = choose_words(language), PROFILE_WORDS[language]
    with desk.hub.database.write() as session:
        member = _find_own(desk, session, member_key)
        note_record_look(session, desk.person, member.key, "profile", now)
        portrait = draw_portrait(session, member, now)
        page = read_timeline(session, member, now, read_mark(before))
        values: dict[str, object] = {
            "member": member.key,
            "since": format_day(member.joined_at, desk.store.time_zone, words),
            "conversations": list_conversations(session, list_kin(session, member.key)),
            "ways": _list_ways(session, member, phrases),
            "merges": _list_merges(desk, session, member, phrases),
        }
        departments = map_departments(session, desk.store.id)
    values |= {
        "phrases": phrases,
        "portrait": portrait,
        "amounts": _list_amounts(portrait, phrases, language),
        "shelves": _list_shelves(portrait, departments, language),
        "memberships": [view_membership(one, phrases) for one in (portrait.memberships if portrait else ())],
        "days": view_days(page, desk.store.time_zone, words, departments),
        "before": page.before and write_mark(page.before),
        "may_undo": desk.may("POST", f"{MEMBERS}/{{member_key}}/undo"),
    }
    return desk.show("console_member.html", values)


@router.post(f"{MEMBERS}/{{member_key}}/undo")
def post_undo(desk: DeskDep, member_key: str) -> Response:
    """Take a merge back: each side gets its own."""
    with desk.hub.database.write() as session:
        member = _find_own(desk, session, member_key)
        marks = {str(merge.id): merge for merge in list_merges(session, list_kin(session, member.key))}
        merge = marks.get(get_text(desk.form, "merge"))
        if merge is None:
            raise Problem(404, "not_found", "There is no such merge.")
        undo_merge(desk.hub, session, merge, desk.person.name)
        for key in (merge.loser_key, merge.winner_key):
            refresh_profile(desk.hub, session, key)
    return RedirectResponse(f"{MEMBERS}/{member.key}?said=merge_undone", 303)


def find_said_member(desk: Desk, session: Session, said: str) -> Member | None:
    """The member of this store whose mail address or pseudonym it is, or the code below what she kept.

    The code on her phone's page for the counter is none: it asks her, and opens nothing.
    """
    found = find_kept(session, said) or find_account_by_address(session, desk.store.id, read_address(said))
    return find_member_by_key(session, desk.store.id, found.member_key if found else said)


def _find_own(desk: Desk, session: Session, member_key: str) -> Member:
    member = find_member_by_key(session, desk.store.id, member_key)
    if member is None:
        raise Problem(404, "not_found", "There is no such member.")
    return member


def _list_ways(session: Session, member: Member, phrases: ProfileWords) -> list[str]:
    """By what she is known, without a word of what it says."""
    kin = list_kin(session, member.key)
    cards = [phrases.handles.get(kind, kind) for kind in list_card_kinds(session, kin)]
    others = [
        f"{phrases.handles[one.kind]} ({phrases.verified if one.is_verified else phrases.unverified})"
        for one in list_identifiers(session, kin)
    ]
    return list(dict.fromkeys([*cards, *others]))


def _list_merges(desk: Desk, session: Session, member: Member, phrases: ProfileWords) -> list[MergeView]:
    merges = [merge for merge in list_merges(session, list_kin(session, member.key)) if merge.undone_at is None]
    return [_view_merge(desk, merge, phrases) for merge in merges]


def _view_merge(desk: Desk, merge: Merge, phrases: ProfileWords) -> MergeView:
    day = format_day(merge.merged_at, desk.store.time_zone, choose_words(desk.words["page"]["language"]))
    evidence = " + ".join(phrases.handles.get(kind, kind) for kind in dict.fromkeys(merge.evidence))
    return MergeView(merge.id, day, evidence)


def _list_amounts(portrait: Portrait | None, phrases: ProfileWords, language: str) -> list[tuple[str, str]]:
    """What there is any of."""
    amounts = portrait.amounts.items() if portrait else ()
    return [(phrases.traits[name], format_amount(name, amount, language)) for name, amount in amounts if amount]


def _list_shelves(
    portrait: Portrait | None, departments: Mapping[str, Department], language: str
) -> list[tuple[str, float, str]]:
    shelves = list(portrait.shelves.items())[:_MOST_SHELVES] if portrait else []
    return [
        (name_zone(name, departments, language), share, format_amount("web_share", share, language))
        for name, share in shelves
    ]
