"""How a member lets the store charge her as she leaves: with a limit of hers, and a means at the provider."""

import re
from datetime import timedelta
from decimal import Decimal

from sqlalchemy.orm import Session

from kiosk.contract.money import Money
from kiosk.hub.context import Hub
from kiosk.hub.domain.consent.allowance import CHARGE_ON_LEAVING, ON_PHONE
from kiosk.hub.models.members.consent import Consent, give_consent, is_given
from kiosk.hub.models.members.member import Member, list_kin
from kiosk.hub.models.settlement.mandate import Mandate, list_mandates
from kiosk.hub.models.settlement.settlement import call_off_charges
from kiosk.hub.text.consent_text import LATEST

LEAST = Decimal(1)
"""Below this a limit is a slip."""
PATIENCE = timedelta(minutes=30)
"""How long she may take to name a means of payment."""
_AMOUNT = re.compile(r"[0-9]{1,6}(?:[.,][0-9]{1,2})?")


def find_highest(hub: Hub) -> Money | None:
    """The highest limit that she may set; `None`: this store charges nobody on leaving."""
    return hub.settings.charge_on_leaving if hub.provider is not None else None


def find_limit(hub: Hub, mandate: Mandate) -> Money:
    """So much one visit of hers may cost: what she set, or the store's highest where that was lowered since."""
    limit, highest = Money(mandate.most, mandate.currency), find_highest(hub)
    if highest is None or highest.currency != limit.currency:
        return limit
    return Money(min(limit.amount, highest.amount), limit.currency)


def read_most(text: str, highest: Money) -> Decimal | None:
    """The limit that she typed, with a comma or a point; `None`: it is none, or out of bounds."""
    typed = text.strip()
    if not _AMOUNT.fullmatch(typed):
        return None
    most = Decimal(typed.replace(",", "."))
    return most if LEAST <= most <= highest.amount else None


def find_mandate(session: Session, member: Member) -> Mandate | None:
    """What she allows now, be it that she has still to name a means of payment."""
    if not is_given(session, member.key, CHARGE_ON_LEAVING):
        return None
    return next(iter(list_mandates(session, list_kin(session, member.key))), None)


def allow_charging(hub: Hub, session: Session, member: Member, most: Money) -> Mandate | None:
    """Note that she allows it up to so much; pressed twice it is one. `None`: nobody takes money here.

    From then on the provider is to be asked for a means of payment of hers; nothing can be charged before it has one.
    """
    known = find_mandate(session, member)
    if known is not None:
        change_limit(hub, session, member, most)
        return known
    if hub.provider is None:
        return None
    now = hub.now()
    consent = Consent(
        member_key=member.key, purpose=CHARGE_ON_LEAVING, given_at=now, text_version=LATEST, source=ON_PHONE
    )
    give_consent(session, member, consent)
    mandate = Mandate(
        id=hub.mint(),
        store_id=member.store_id,
        member_key=member.key,
        provider=hub.provider.name,
        most=most.amount,
        currency=most.currency,
        made_at=now,
        ends_at=now + PATIENCE,
        look_at=now,
    )
    session.add(mandate)
    session.flush()
    return mandate


def change_limit(hub: Hub, session: Session, member: Member, most: Money) -> bool:
    """Charge her up to so much from now on, what is prepared and not begun, too; False: she allows nothing of it."""
    mandate = find_mandate(session, member)
    if mandate is None:
        return False
    mandate.most, mandate.currency = most.amount, most.currency
    call_off_charges(session, list_kin(session, member.key), hub.now(), above=most.amount)
    return True
