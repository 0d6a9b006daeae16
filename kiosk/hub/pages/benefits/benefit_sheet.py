"""What the page of a member's benefits holds and takes, wherever it is opened from."""

from sqlalchemy.orm import Session

from kiosk.hub.context import Hub
from kiosk.hub.domain.benefits.referral import enter_code, give_code, has_bought
from kiosk.hub.domain.benefits.standing import gather_standing
from kiosk.hub.domain.redeem_code import format_code
from kiosk.hub.models.benefits.referral import find_referral
from kiosk.hub.models.members.member import Member, list_kin
from kiosk.hub.models.store.department import map_departments
from kiosk.hub.models.store.store import get_store
from kiosk.hub.pages.benefits.benefit_view import list_lines, view_balances, view_card, view_debts
from kiosk.hub.problem import Problem
from kiosk.hub.text.benefit_words import choose_benefit_words
from kiosk.hub.text.words import Words


def gather_benefits(hub: Hub, session: Session, member: Member, words: Words) -> dict[str, object]:
    """What the page shows of her; her code is made when it is first shown."""
    phrases = choose_benefit_words(words.language)
    standing = gather_standing(session, member)
    is_referred = find_referral(session, *list_kin(session, member.key)) is not None
    return {
        "phrases": phrases,
        "balances": view_balances(standing, phrases),
        "debts": view_debts(standing, phrases),
        "card": view_card(standing, map_departments(session, member.store_id), phrases),
        "history": list_lines(standing, phrases, words, get_store(session, member.store_id).time_zone),
        "own_code": format_code(give_code(hub, session, member)),
        "is_referred": is_referred,
        "may_enter": not is_referred and not has_bought(session, member),
    }


def try_code(hub: Hub, session: Session, member: Member, said: str, words: Words) -> str:
    """Note by whose code she came; why it does not count, in her words, empty if it does."""
    try:
        enter_code(hub, session, member, said)
    except Problem as refusal:
        phrases = choose_benefit_words(words.language)
        return phrases.refusals.get(refusal.code, phrases.other_refusal)
    return ""
