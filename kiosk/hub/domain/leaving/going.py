"""Who goes by an exit is told at once what she will be charged, and when: whoever still stands inside can say so."""

from sqlalchemy.orm import Session

from kiosk.hub.context import Hub
from kiosk.hub.domain.conversation.conversation import Said, tell_member
from kiosk.hub.domain.conversation.page import find_own_page
from kiosk.hub.domain.leaving.departure import see_leaving
from kiosk.hub.domain.leaving.judgement import find_doubt
from kiosk.hub.domain.visit.unpaid import is_unpaid
from kiosk.hub.domain.visit.visit import EXIT_PATIENCE
from kiosk.hub.models.store.store import get_store
from kiosk.hub.models.visit.visit import Visit, stir_visits
from kiosk.hub.text.leaving_words import choose_leaving_words
from kiosk.hub.text.moment import format_time
from kiosk.hub.text.money import format_money


def tell_going(hub: Hub, session: Session, visit: Visit | None) -> None:
    """Tell her, once for each time that she goes from this visit; what she was told alone is charged.

    Whom nothing would be charged, for whatever reason, is told nothing: she is asked once she has left.
    """
    if visit is None or visit.told or not is_unpaid(session, visit):
        return
    leaving = see_leaving(hub, session, visit, "exit")
    if leaving is None or find_doubt(leaving, leaving.mandate.shown) is not None:
        return
    page = find_own_page(session, leaving.member.key)
    if page is None:
        return
    words, due = choose_leaving_words(page.language), leaving.standing.due
    text = words.going.format(
        amount=format_money(due.amount, due.currency, words.language),
        time=print_charge_time(session, visit),
        page=f"{hub.settings.public_url}/visit/{visit.store_id}",
    )
    tell_member(hub, session, page, Said(text, "hub", f"exit:{visit.id}:{visit.exit_at}"))
    visit.told = leaving.standing.bill
    stir_visits(session, visit.member_key)


def print_charge_time(session: Session, visit: Visit) -> str:
    """When she is charged at the earliest, by the clock of the store; empty where no exit saw her go."""
    if visit.exit_at is None:
        return ""
    return format_time(visit.exit_at + EXIT_PATIENCE, get_store(session, visit.store_id).time_zone)
