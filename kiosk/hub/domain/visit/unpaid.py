"""Who left with something in her basket is asked about it: nothing is ever charged but by a press of hers."""

from sqlalchemy.orm import Session

from kiosk.hub.context import Hub
from kiosk.hub.domain.benefits.thanks import find_own_page
from kiosk.hub.domain.conversation.conversation import Said, tell_member
from kiosk.hub.models.basket.basket_line import list_basket_lines
from kiosk.hub.models.members.member import Member, find_person, list_kin
from kiosk.hub.models.settlement.settlement import find_open
from kiosk.hub.models.visit.visit import Visit
from kiosk.hub.text.visit_words import choose_visit_words


def ask_about_unpaid(hub: Hub, session: Session, visit: Visit) -> bool:
    """Ask her, once for this visit, on a page that no stranger reads; False: there is nothing to ask, or no such page.

    What she picks up or has brought home she did not carry out. While a payment runs, it says how that stands.
    """
    keys = list_kin(session, visit.member_key)
    lines = [line for line in list_basket_lines(session, keys) if line.way == "take"]
    was_filled_here = any(line.added_at >= visit.began_at for line in lines)
    if not was_filled_here or find_open(session, keys):
        return False
    bookmark = find_own_page(session, find_person(session, session.get_one(Member, visit.member_key)).key)
    if bookmark is None:
        return False
    text = choose_visit_words(bookmark.language).unpaid
    return tell_member(hub, session, bookmark, Said(text, "hub", f"unpaid:{visit.id}"))
