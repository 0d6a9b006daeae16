"""What a member reads once she was charged as she left: how much, where the receipt is, and what she can do."""

from sqlalchemy.orm import Session

from kiosk.hub.context import Hub
from kiosk.hub.domain.consent.allowance import CHARGE_ON_LEAVING
from kiosk.hub.domain.conversation.conversation import Said, tell_member
from kiosk.hub.domain.conversation.page import find_own_page
from kiosk.hub.domain.visit.doubt import Doubt
from kiosk.hub.models.members.consent import is_given
from kiosk.hub.models.members.member import Member, list_kin
from kiosk.hub.models.settlement.mandate import list_mandates
from kiosk.hub.models.settlement.settlement import Settlement
from kiosk.hub.text.leaving_words import choose_leaving_words
from kiosk.hub.text.money import format_money


def tell_charged(hub: Hub, session: Session, row: Settlement, buyer: Member) -> bool:
    """Say it once, on a page that no stranger reads; False: it was said, or she has no such page any more."""
    page = find_own_page(session, buyer.key)
    if page is None:
        return False
    words = choose_leaving_words(page.language)
    amount = format_money(row.due, row.bill.currency, page.language)
    receipt = f"{hub.settings.public_url}/basket/{row.store_id}/pay/{row.id}/receipt"
    text = words.charged.format(amount=amount, number=row.number, receipt=receipt)
    return tell_member(hub, session, page, Said(text, "hub", f"charged:{row.id}"))


def find_refusal(session: Session, row: Settlement, buyer: Member) -> Doubt | None:
    """Why she was not charged though it was begun; `None`: she takes no interest in it, for she took it back."""
    if not is_given(session, buyer.key, CHARGE_ON_LEAVING):
        return None
    limits = [mandate.most for mandate in list_mandates(session, list_kin(session, buyer.key))]
    return "over_limit" if not row.was_declined and any(row.due > most for most in limits) else "declined"
