"""Who left with something in her basket is asked about it: what is not charged as she allowed, she pays herself."""

from sqlalchemy.orm import Session

from kiosk.hub.context import Hub
from kiosk.hub.domain.conversation.conversation import Said, tell_member
from kiosk.hub.domain.conversation.page import find_own_page
from kiosk.hub.domain.visit.doubt import Doubt
from kiosk.hub.models.basket.basket_line import list_basket_lines
from kiosk.hub.models.members.member import Member, list_kin
from kiosk.hub.models.settlement.settlement import find_open
from kiosk.hub.models.visit.visit import Visit
from kiosk.hub.text.leaving_words import choose_leaving_words
from kiosk.hub.text.visit_words import choose_visit_words


def is_unpaid(session: Session, visit: Visit) -> bool:
    """Whether she may have carried out what she did not pay for.

    What she picks up or has brought home she did not. While a payment runs, it says how that stands.
    """
    keys = list_kin(session, visit.member_key)
    lines = [line for line in list_basket_lines(session, keys) if line.way == "take"]
    was_filled_here = any(line.added_at >= visit.began_at for line in lines)
    return was_filled_here and find_open(session, keys) is None


def ask_to_pay(hub: Hub, session: Session, person: Member, occasion: str, doubt: Doubt | None = None) -> bool:
    """Ask her, once for this occasion, on a page that no stranger reads; False: she was asked, or has no such page.

    With a `doubt` she lets the store charge her as she leaves, and reads why that was not done.
    """
    page = find_own_page(session, person.key)
    if page is None:
        return False
    text = choose_visit_words(page.language).unpaid
    if doubt is not None:
        words = choose_leaving_words(page.language)
        text = words.asked.format(doubt=words.doubts[doubt])
    return tell_member(hub, session, page, Said(text, "hub", occasion))
